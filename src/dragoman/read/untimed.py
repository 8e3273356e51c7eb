"""Times that date nothing, or only the noun before them: what a year is for, what bounds a first, what somebody recalls."""

from collections.abc import Sequence

from dragoman.read.actors import marker_of
from dragoman.read.page import TimeMention
from dragoman.read.words import Sentence, Token

FIRSTS = frozenset({"first", "1st", "last", "only"})
"""Words by which a deed stands alone since some time."""
SET = frozenset({"plan", "schedule", "set", "slate", "expect", "due", "book", "fix", "arrange", "invite", "intend", "target"})
"""Words for which "for [2020]" is a time; of others it is what a thing is for: "agreed on priorities for 2020"."""
RECALLING = frozenset({"highlight", "recall", "mention", "note", "praise", "commend", "hail", "remember", "cite", "welcome", "underline", "stress"})
"""Verbs of speaking of a deed that was done before: "recalled the visit in May"."""
COARSE = ("month", "season", "quarter", "half", "year", "decade", "century")


def dates_nothing(sentence: Sentence, time: TimeMention) -> bool:
    """English: whether a time dates nothing that its sentence tells: it bounds a first, or is what a thing is for ("priorities for 2020")."""
    words = sentence.within(time.span) if sentence.language == "en" else ()
    top = top_of(sentence, words) if words else None
    holder = sentence.head(top) if top is not None else None
    if top is not None and holder is not None and marker_of(sentence, top) == "for" and holder.pos != "NUM" and holder.lemma.lower() not in SET:
        return True
    return _bounds_a_first(sentence, time)


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


def top_of(sentence: Sentence, words: Sequence[Token]) -> Token:
    """The word on which the others of an expression hang."""
    inside = {word.index for word in words}
    return next((w for w in words if w.head == w.index or w.head not in inside), words[0])
