"""Times that date nothing, or only the noun before them: what a year is for, what bounds a first, what somebody recalls."""

from collections.abc import Sequence

from dragoman.model import When
from dragoman.read.actors import marker_of
from dragoman.read.page import TimeMention
from dragoman.read.speech import load_speech
from dragoman.read.words import Sentence, Token

FIRSTS = frozenset({"first", "1st", "last", "only"})
"""Words by which a deed stands alone since some time."""
SET = frozenset({"plan", "schedule", "set", "slate", "expect", "due", "book", "fix", "arrange", "invite", "intend", "target"})
"""Words for which "for [2020]" is a time; of others it is what a thing is for: "agreed on priorities for 2020"."""
RECALLING = frozenset({"highlight", "recall", "mention", "note", "praise", "commend", "hail", "remember", "cite", "welcome", "underline", "stress"})
"""Verbs of speaking of a deed that was done before: "recalled the visit in May"."""
RUNNING = frozenset(
    {"start", "begin", "expire", "end", "run", "last", "go", "enter", "take", "date", "cover", "span", "lie", "come", "remain", "stand", "be", "have"}
)
"""Verbs whose participle tells when a thing itself is, and not what it is ("a treaty expiring in May")."""
COARSE = ("month", "season", "quarter", "half", "year", "decade", "century")


def dates_nothing(sentence: Sentence, time: TimeMention) -> bool:
    """English: whether a time dates nothing that its sentence tells: it bounds a first, or is what a thing is for ("priorities for 2020")."""
    words = sentence.within(time.span) if sentence.language == "en" else ()
    top = top_of(sentence, words) if words else None
    holder = sentence.head(top) if top is not None else None
    if top is not None and holder is not None and marker_of(sentence, top) == "for" and holder.pos != "NUM" and holder.lemma.lower() not in SET:
        return True
    return _bounds_a_first(sentence, time) or (top is not None and _is_of_what_is_said(sentence, time, top))


def _is_of_what_is_said(sentence: Sentence, time: TimeMention, top: Token) -> bool:
    """Whether a year right behind a noun is that noun's, which somebody speaks of in the present: "insists the treaties in [1952] are void"."""
    while top.base_relation == "conj" and (first := sentence.head(top)) is not None:
        top = first
    verb, case = sentence.head(top), sentence.child(top, "case")
    said = verb is not None and verb.lemma.lower() in load_speech("en").verbs and verb.has("VerbForm=Fin") and verb.has("Tense=Pres")
    behind = said and case is not None and case.index > 0 and sentence.tokens[case.index - 1].pos == "NOUN"
    return behind and time.when is not None and time.when.precision in COARSE


def _bounds_a_first(sentence: Sentence, time: TimeMention) -> bool:
    """Whether a time only tells since when there was no such thing: "the first visit of a minister since 2019"."""
    if sentence.language != "en" or time.when is None or time.when.bound != "since":
        return False
    firsts = [t for t in sentence.tokens if t.lemma.lower() in FIRSTS and t.span.stop <= time.span.start]
    return any((noun := sentence.head(first)) is not None and first.index < noun.index and noun.pos == "NOUN" for first in firsts)


def is_first(sentence: Sentence, token: Token) -> bool:
    """Whether a deed is told as the first of its kind: "his first visit after the war"."""
    return any(child.lemma.lower() in FIRSTS for child in sentence.children(token, "amod"))


def is_of_what_is_recalled(sentence: Sentence, time: TimeMention, token: Token) -> bool:
    """English: whether a month or year behind the object of a verb of speaking is that of the object: "recalled his visit in May 2020"."""
    thing = sentence.child(token, "obj")
    coarse = time.when is not None and time.when.precision in COARSE
    behind = thing is not None and thing.index > token.index and time.span.start > thing.span.start
    return sentence.language == "en" and coarse and token.lemma.lower() in RECALLING and behind


def describes_thing(sentence: Sentence, token: Token, time: TimeMention) -> bool:
    """English: whether a participle only tells what the object before it is, so that the time that closes the clause is that of the deed.

    "signed an agreement [formalizing] their relations on 3 May".
    """
    thing = sentence.head(token)
    if sentence.language != "en" or token.relation != "acl" or not token.text.endswith("ing") or thing is None or token.lemma.lower() in RUNNING:
        return False
    at = time.when is not None and time.when.bound == "at" and time.span.start > token.span.start
    return at and thing.pos == "NOUN" and thing.base_relation in ("obj", "nsubj")


def is_of_noun_alone(sentence: Sentence, time: TimeMention, noun: Token, verb: Token) -> bool:
    """English: whether a time is that of a noun and not of its verb: "a visit from Sunday", or a year of what somebody says in the present."""
    words = sentence.within(time.span) if sentence.language == "en" and noun.pos == "NOUN" else ()
    top = top_of(sentence, words) if words else None
    if top is None or top.head != noun.index:
        return False
    said = noun.base_relation == "obj" and verb.has("VerbForm=Fin") and verb.has("Tense=Pres") and time.when is not None and time.when.precision in COARSE
    one_day = time.when is not None and time.when.start == time.when.end
    return said or (one_day and marker_of(sentence, top) == "from")


def time_told_by_clause(sentence: Sentence, path: Sequence[Token], times: Sequence[TimeMention]) -> When | None:
    """English: the time right before the "when" of a clause, which that tells of: "last October, when the two sides agreed"."""
    for clause in path if sentence.language == "en" else ():
        when = next((child for child in sentence.children(clause, "advmod", "mark") if child.text.lower() == "when"), None)
        if when is None or not when.index:
            continue
        before = sentence.tokens[when.index - 1]
        stop = sentence.tokens[when.index - 2] if before.text == "," and when.index > 1 else before
        time = next((time for time in times if time.span.stop == stop.span.stop), None)
        if time is None or time.when is None or time.when.start is None or time.when.bound not in ("at", "since"):
            return None
        return time.when if time.when.bound == "at" else _interval(time.when)
    return None


def _interval(when: When) -> When | None:
    """The month or year at whose beginning an open time begins."""
    if when.start is None:
        return None
    match when.precision:
        case "day":
            return When.on(when.start, when.text)
        case "month":
            return When.in_month(when.start.year, when.start.month, when.text)
        case "year":
            return When.in_year(when.start.year, when.text)
        case _:
            return None


def top_of(sentence: Sentence, words: Sequence[Token]) -> Token:
    """The word on which the others of an expression hang."""
    inside = {word.index for word in words}
    return next((w for w in words if w.head == w.index or w.head not in inside), words[0])
