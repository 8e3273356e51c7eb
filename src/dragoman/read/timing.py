"""When: each claim takes the time of its own clause; background keeps its own, and an undated past stays open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dragoman.model import When
from dragoman.read.actors import marker_of
from dragoman.read.lasting import since_event
from dragoman.read.moods_ko import is_news_of_plan
from dragoman.read.page import TimeMention
from dragoman.read.settled import ANSWERING
from dragoman.read.times_ko import own_times, time_behind_topic
from dragoman.read.untimed import COARSE, dates_nothing, describes_thing, is_first, is_of_noun_alone, is_of_what_is_recalled, time_told_by_clause, top_of
from dragoman.read.words import Sentence, Token

BLOCKING = ("ccomp", "parataxis", "acl:relcl", "discourse")
"""Relations over which a time does not pass down: the time of saying is not the time of what is said."""
LATER = ("after", "following", "follow", "since", "после", "вслед за", "с", "후", "뒤", "이후")
EARLIER = ("before", "until", "till", "prior to", "ahead of", "до", "перед", "накануне", "전", "앞서")
"""Markers of a clause or phrase that lies before or behind the act above it."""
WITHIN = ("in", "at", "during", "on", "by", "within", "as", "over", "with", "в", "во", "на", "при", "", "에서", "에", "중", "때")
"""Markers of a circumstance whose time is that of the verb: "in an interview on Monday"."""
UNDATED = ("person", "state", "demonym", "agency")
"""Kinds of names that no time belongs to, wherever the parser hung it."""
AHEAD = ("예정", "계획", "방침", "전망", "작정")
"""Korean nouns that end a predicate which is yet to come."""
JUDGING = frozenset({"worry", "disturb", "alarm", "trouble", "disappoint"})
"""Verbs whose form in "-ing" judges a deed that was done before: "the expulsion is worrying"."""
THEN = frozenset({"later", "then", "subsequently", "eventually", "finally", "soon", "again", "thereafter"})
OPENED = frozenset({"open", "establish", "start", "begin", "launch", "impose", "introduce", "join", "enter", "arrive", "sign", "bear", "create", "found"})
SHUT = frozenset(
    {"close", "sever", "break", "cut", "suspend", "withdraw", "recall", "halt", "stop", "shut", "ban", "expel", "end", "leave", "lift", "die", "cease"}
)
AGAIN = frozenset({"reopen", "re-open", "restore", "resume", "return", "re-establish", "reestablish", "lift", "renew", "normalise", "normalize"})
"""Verbs of which the second tells, joined to one of the other kind, what came later."""
POINTS = frozenset(
    {"morning", "afternoon", "evening", "night", "day", "eve", "end", "start", "beginning", "middle", "course", "summer", "winter", "spring", "autumn"}
)
"""Nouns whose "of [5 May]" is the time of their verb."""
PLACING = frozenset({"come", "follow", "mark", "coincide", "remain", "happen"})
PRESENT = "plain present of a dated document"
"""The rule that gives an act the day of its page."""
WAITING = "a time that nothing dates"
"""The rule of an act whose own time cannot be told."""
FRONT = 3
"""How many words may stand before a time that opens its sentence ("Back in June")."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The time of a predicate and the rule that found it."""

    when: When | None
    rule: str


@dataclass(frozen=True, slots=True)
class Owned:
    """A time with the words that it dates: the nearest one, and those above to which it passes."""

    time: TimeMention
    nearest: int
    passed: tuple[int, ...]


def find_when(sentence: Sentence, token: Token, times: Sequence[TimeMention], today: date | None) -> Dated:
    """The time of the act that `token` tells.

    `times` are the resolved times of the sentence. The plain present of a dated document is its day.
    """
    times = [since_event(sentence, token, time) for time in own_times(sentence, token, times)]
    inside = [t for t in times if sentence.span.covers(t.span) and t.when is not None and not t.duration and not dates_nothing(sentence, t)]
    owned = [_own(sentence, t) for t in _beside(sentence, token, inside) if not (_is_once(sentence, token) and t.when is not None and t.when.bound == "since")]
    path = list(_path(sentence, token))
    unknown = _waits(sentence, path[:1], times) and all(o.nearest != token.index for o in owned)
    beside = _told_beside(sentence, path, inside) or (Dated(None, WAITING) if unknown else None)
    if beside is not None:
        return beside
    for place, below in enumerate(path):
        if place and _begins_anew(sentence, path[place - 1]):
            owned = [o for o in owned if o.time.span.stop <= below.span.start]
        own = [o.time for o in owned if o.nearest == below.index and not is_of_what_is_recalled(sentence, o.time, below)]
        near = own or [o.time for o in owned if below.index in o.passed]
        if below is not token and sentence.language == "ko" and token.base_relation == "advcl" and token.particles[-1:] == ("ᆫ",):
            near = [time for time in near if not _is_ahead(time, today)]  # what was done before takes no day to come
        if near:
            return Dated(_nearest(near, token).when, "time of its own clause" if below is token else "time of the clause above")
        shifted = _from_circumstance(sentence, below, owned)
        if shifted is not None:
            return Dated(shifted, "time counted from another clause")
    joined = _time_behind(sentence, token, owned) or time_behind_topic(sentence, path[-1], inside)
    if joined is not None:
        return Dated(joined, "time behind the topic of its clause" if sentence.language == "ko" else "time behind a deed that is joined to it")
    if token.pos in ("NOUN", "PROPN"):
        inner = [o.time for o in owned if token.index in o.passed]
        if inner:
            return Dated(_nearest(inner, token).when, "time within its phrase")
    top = path[-1] if path else token
    if (top.head == top.index or _goes_on(sentence, top)) and (opening := _opening(sentence, inside)) is not None:
        return Dated(opening.when, "time that opens the sentence")
    if _waits(sentence, path, times):
        return Dated(None, WAITING)
    return _of_the_page(sentence, token, top, today)


def _told_beside(sentence: Sentence, path: Sequence[Token], inside: Sequence[TimeMention]) -> Dated | None:
    """The time that stands right behind a deed told by a noun, or right before the "when" of a clause."""
    adjacent = _right_behind(sentence, path[0], inside)
    if adjacent is not None:
        return Dated(adjacent.when, "time right behind its phrase")
    told = time_told_by_clause(sentence, path, inside)
    return Dated(told, "time of which its clause tells") if told is not None else None


def _of_the_page(sentence: Sentence, token: Token, top: Token, today: date | None) -> Dated:
    """The day of the page for what is told in the plain present."""
    if today is not None and not _lies_elsewhere(sentence, top) and is_present(sentence, token) and not _is_placed(sentence, token):
        return Dated(When.on(today), PRESENT)
    return Dated(None, "no time given")


def _is_placed(sentence: Sentence, token: Token) -> bool:
    """English: whether a deed told by a noun is only put into its place ("the reopening comes as …"), which does not date it."""
    above = sentence.head(token)
    placed = above is not None and token.pos == "NOUN" and token.base_relation == "nsubj" and above.lemma.lower() in PLACING
    return placed and sentence.language == "en"


def _right_behind(sentence: Sentence, token: Token, times: Sequence[TimeMention]) -> TimeMention | None:
    """English: the year or month behind a deed told by a noun, before any other word: "the opening of the embassy in [Lima] in 1996"."""
    if sentence.language != "en" or token.pos != "NOUN":
        return None
    below = {word.index for word in sentence.subtree(token, without=frozenset({"acl", "acl:relcl", "advcl", "conj", "cc", "parataxis"}))}
    for time in times:
        words = sentence.within(time.span)
        coarse = time.when is not None and time.when.bound == "at" and time.when.precision in COARSE
        before = sentence.tokens[words[0].index - 1] if words and words[0].index > token.index + 1 else None
        if not coarse or before is None or before.text.lower() != "in":
            continue
        between = range(token.index + 1, before.index)
        if between and all(index in below and sentence.tokens[index].text != "," for index in between):
            return time
    return None


def _time_behind(sentence: Sentence, token: Token, owned: Sequence[Owned]) -> When | None:
    """English: the time behind the second of two deeds of one doer ("withdrew its envoy and shut the embassy in 1988"), unless that undoes the first."""
    if sentence.language != "en" or token.pos != "VERB" or not token.has("VerbForm=Fin"):
        return None
    for other in sentence.children(token, "conj"):
        apart = sentence.child(other, "nsubj", "nsubj:pass") is not None or any(c.lemma.lower() in THEN for c in sentence.children(other, "advmod"))
        if other.pos != "VERB" or other.index < token.index or apart or _undoes(token.lemma.lower(), other.lemma.lower()):
            continue
        time = next((o.time for o in owned if other.index in (o.nearest, *o.passed) and o.time.span.start > other.span.start), None)
        if time is not None and time.when is not None and time.when.bound == "at":
            return time.when
    return None


def _undoes(first: str, second: str) -> bool:
    """Whether a second deed is the end of the first, so that it was not done at the same time."""
    return (first in OPENED and second in SHUT) or (first in SHUT and second in AGAIN)


def _goes_on(sentence: Sentence, top: Token) -> bool:
    """English: whether a past clause behind a semicolon goes on with what the sentence tells."""
    before = [word for word in sentence.tokens[: top.index] if word.text == ";"]
    told = top.base_relation == "parataxis" and top.has("Tense=Past") and top.has("VerbForm=Fin") and sentence.child(top, "aux") is None
    return sentence.language == "en" and told and bool(before)


def _waits(sentence: Sentence, path: Sequence[Token], times: Sequence[TimeMention]) -> bool:
    """English: whether a clause has a time that nothing dates ("in the next few months"), so that it is not told of the page's day."""
    known = [t.span.start for t in times if t.when is not None]
    open_ones = [t for t in times if sentence.span.covers(t.span) and t.when is None and not t.duration and t.anchor != "base"]
    waiting = [t for t in open_ones if all(not 0 <= start - t.span.stop <= len(" (") for start in known)]  # "on Monday (3 May 2021)"
    above = {word.index for word in path}
    return sentence.language == "en" and any(next((o.index for o in owners_of(sentence, t)), -1) in above for t in waiting)


def _is_once(sentence: Sentence, token: Token) -> bool:
    """Whether an English verb in the simple past tells what was done once, so that "since 2015" is not its time."""
    return sentence.language == "en" and token.has("Tense=Past") and token.has("VerbForm=Fin") and not sentence.child(token, "aux")


def _is_ahead(time: TimeMention, today: date | None) -> bool:
    """Whether a time lies behind the day of the page."""
    return today is not None and time.when is not None and time.when.start is not None and time.when.start > today


def _path(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The words whose time is that of `token`: itself and those above, as far as time passes down."""
    below = token
    for _ in range(len(sentence.tokens)):
        yield below
        above = sentence.head(below)
        if above is None or below.relation in BLOCKING or below.base_relation in ("ccomp", "parataxis") or _lies_elsewhere(sentence, below):
            return
        below = above


def _begins_anew(sentence: Sentence, token: Token) -> bool:
    """Whether a joined clause has a subject of its own, so that a time within the clause before does not reach it."""
    return token.base_relation == "conj" and token.pos == "VERB" and sentence.child(token, "nsubj", "nsubj:pass") is not None


def _lies_elsewhere(sentence: Sentence, token: Token) -> bool:
    """Whether a clause or phrase lies before or behind what stands above it ("after years of strained ties"), or is what somebody answers or judges."""
    above = sentence.head(token)
    if sentence.language != "en" or above is None:
        return False
    followed = token.base_relation in ("obj", "obl") and above.text.lower() == "following"
    link = marker_of(sentence, token) if token.pos == "NOUN" and token.base_relation == "obl" else ""
    answered = (above.lemma.lower() in ANSWERING and link in ("to", "for", "over")) or (above.lemma.lower() == "report" and link == "on")
    judged = token.pos == "NOUN" and token.base_relation == "nsubj" and (sentence.child(above, "cop") is not None or above.lemma in JUDGING)
    return followed or answered or judged or (token.base_relation in ("advcl", "obl", "nmod") and _link_of(sentence, token) in (*LATER, *EARLIER))


def _link_of(sentence: Sentence, token: Token) -> str:
    """The conjunction or preposition that ties a clause or phrase to what stands above."""
    mark = sentence.child(token, "mark")
    return mark.lemma.lower() if mark is not None else marker_of(sentence, token)


def _own(sentence: Sentence, time: TimeMention) -> Owned:
    """The words that a time dates."""
    owners = list(owners_of(sentence, time))
    if not owners:
        return Owned(time, -1, ())
    passed: list[int] = []
    for below, above in pairwise(owners):
        if not _passes(sentence, time, below, above):
            break
        passed.append(above.index)
    return Owned(time, owners[0].index, tuple(passed))


def _passes(sentence: Sentence, time: TimeMention, below: Token, above: Token) -> bool:
    """Whether the time of `below` is that of `above` too: of an adverb, a circumstance, a bound, an object just named."""
    since = time.when is not None and time.when.bound == "since"
    if since and sentence.language == "ru" and below.pos == "NOUN" and above.has("Aspect=Perf") and below.base_relation in ("obj", "nmod"):
        return False  # «подписали соглашение о перемирии с 27 декабря»: since then the truce lasts
    if below.pos in ("ADV", "ADP", "SCONJ", "PART") or (time.when is not None and time.when.bound in ("until", "since")):
        return True
    words = sentence.within(time.span)
    top = top_of(sentence, words) if words else below
    if sentence.language == "en" and marker_of(sentence, top) == "of" and below.index == top.head and below.lemma.lower() not in POINTS:
        return False
    if describes_thing(sentence, below, time):
        return True
    if below.base_relation in ("obl", "nmod", "advmod", "advcl"):
        return marker_of(sentence, below) in WITHIN and not is_of_noun_alone(sentence, time, below, above)
    if below.base_relation == "obj" and sentence.language == "en" and time.when is not None:
        if is_of_what_is_recalled(sentence, time, above) or is_of_noun_alone(sentence, time, below, above):
            return False
        if below.lemma.lower() == "part" and above.lemma.lower() == "take":
            return True
    tied = marker_of(sentence, top) in ("in", "on", "at", "during", "since", "until") or top.relation.endswith(":unmarked")
    behind = bool(words) and words[0].index > below.index and tied
    return behind and below.base_relation in ("obj", "nsubj", "conj", "appos", "xcomp") and above.pos == "VERB"


def owners_of(sentence: Sentence, time: TimeMention) -> Iterator[Token]:
    """The predicates above an expression of time, nearest first: verbs, and nouns of events on the way."""
    if time.owner is not None:
        yield from (token for token in sentence.tokens if token.span == time.owner)
        return
    words = sentence.within(time.span)
    if not words:
        return
    top = words[-1] if sentence.language == "ko" else top_of(sentence, words)
    if top.pos == "VERB":
        yield top
    for above in sentence.ancestors(top):
        if above.mention is None or above.mention.kind not in UNDATED or sentence.head(above) is None:
            yield above
        if above.pos == "VERB" and not _opens_beside(sentence, above) and not describes_thing(sentence, above, time):
            return


def _opens_beside(sentence: Sentence, verb: Token) -> bool:
    """English: whether a participle opens a sentence and tells when its verb was: "Speaking in Lima last night, the minister said"."""
    beside = verb.base_relation == "advcl" and verb.text.endswith("ing") and verb.index < verb.head and sentence.child(verb, "mark") is None
    return sentence.language == "en" and beside


def _beside(sentence: Sentence, token: Token, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times of the stretch between semicolons in which a word stands, where that has any."""
    cuts = [word.span.start for word in sentence.tokens if word.text == ";"]
    start = max((cut for cut in cuts if cut < token.span.start), default=sentence.span.start)
    stop = min((cut for cut in cuts if cut > token.span.start), default=sentence.span.stop)
    return [time for time in times if start <= time.span.start < stop] or list(times)


def _from_circumstance(sentence: Sentence, token: Token, owned: Sequence[Owned]) -> When | None:
    """The time that follows from a clause or phrase with its own: "since leaving the pact in 2022", "after the test on 5 May"."""
    for child in sentence.children(token, "advcl", "obl"):
        link = _link_of(sentence, child)
        if link not in (*LATER, *EARLIER) or sentence.language != "en" or (link in LATER and is_first(sentence, token)):
            continue
        time = next((o.time for o in owned if o.nearest == child.index or child.index in o.passed), None)
        if time is None or time.when is None or time.when.bound != "at" or _is_counted(sentence, child):
            continue
        when = _worded(time.when, _words_between(sentence, child, time))
        if link in LATER and when.precision == "day" and _within_hours(sentence, child):
            return time.when
        if link in LATER and when.precision in COARSE and is_perfect(sentence, token):
            return when.since()
        if link == "since":
            if token.has("Tense=Past") and token.has("VerbForm=Fin") and sentence.child(token, "aux") is None:
                continue  # "praised the growth since 1970": the growth lasts, the praise does not
            return when.since()
        if when.precision in COARSE and child.base_relation == "advcl":
            return time.when
        return when.after(within=when.precision in COARSE) if link in LATER else when.until() if link in ("until", "till") else when.before()
    return None


def _is_counted(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause tells from when years or months are counted: "two years after the test in 1974"."""
    first = sentence.child(clause, "mark", "case")
    before = sentence.tokens[first.index - 1] if first is not None and first.index else None
    return before is not None and before.lemma.lower() in COARSE


def _within_hours(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause tells of the hours before: "hours after it was reopened on Thursday"."""
    first = sentence.child(clause, "mark", "case")
    before = sentence.tokens[first.index - 1] if first is not None and first.index else None
    return before is not None and before.lemma.lower() in ("hour", "minute", "shortly", "immediately")


def _words_between(sentence: Sentence, clause: Token, time: TimeMention) -> str:
    """The words from the beginning of a clause to its time, where they stand in one line; else those of the time."""
    start = sentence.span_of(clause).start
    words = [w for w in sentence.tokens if start <= w.span.start and w.span.stop <= time.span.stop]
    gaps = [second.span.start - first.span.stop for first, second in pairwise(words)]
    if not words or any(gap > 1 for gap in gaps) or words[-1].span.stop != time.span.stop:
        return time.text
    return words[0].text + "".join(" " * gap + word.text for gap, word in zip(gaps, words[1:], strict=True))


def _worded(when: When, text: str) -> When:
    return When(start=when.start, end=when.end, precision=when.precision, bound=when.bound, text=text)


def _opening(sentence: Sentence, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time that opens the sentence before a comma, whatever the tree makes of it: "Back in June 2025, …"."""
    for time in times:
        words = sentence.within(time.span)
        if not words or words[0].index > FRONT or any(w.pos in ("VERB", "NOUN", "PROPN", "PRON") for w in sentence.tokens[: words[0].index]):
            continue
        after = sentence.tokens[words[-1].index + 1 :][:1]
        if after and after[0].text == ",":
            return time
    return None


def _nearest(times: Sequence[TimeMention], token: Token) -> TimeMention:
    """The time that stands closest to the predicate."""
    return min(times, key=lambda t: min(abs(t.span.start - token.span.stop), abs(token.span.start - t.span.stop)))


def is_present(sentence: Sentence, token: Token) -> bool:
    """Whether the finite verb that carries `token` is in the plain present (no perfect, no modal)."""
    for word in (token, *sentence.ancestors(token)):
        if word.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        if is_news_of_plan(sentence, word):
            return False
        if sentence.language == "ko" and word.base_relation == "ccomp":
            return False
        marks = [word, *sentence.children(word, "aux", "aux:pass", "cop")]
        if any(m.has("VerbForm=Fin") or (m.has("Tense=Past") and sentence.language != "ko") for m in marks):
            return _is_plain_present(sentence.language, marks)
        if word.relation == "root":
            return False
    return False


def is_perfect(sentence: Sentence, token: Token) -> bool:
    """Whether an English verb stands in the present perfect, which tells no day: "has called in the envoy"."""
    above = sentence.head(token) if token.base_relation in ("advcl", "xcomp") and token.has("VerbForm=Inf") else None
    verbs = (token,) if above is None else (token, above)
    return any(aux.lemma == "have" and aux.has("Tense=Pres") for verb in verbs for aux in sentence.children(verb, "aux"))


def _is_plain_present(language: str, marks: Sequence[Token]) -> bool:
    """Whether a verb with its auxiliaries is present and finite; Korean tells a past and a future by its endings."""
    if language == "ko":
        return not any(mark.lemma in AHEAD for mark in marks) and not any(
            set(mark.particles) & {"었", "았", "였", "ㅆ", "ᆻ", "겠"} or mark.particles[-1:] in (("ᆯ",), ("을",)) for mark in marks
        )
    finite = [mark for mark in marks if mark.has("VerbForm=Fin")]
    perfect = any(mark.lemma == "have" and mark.base_relation == "aux" for mark in marks)
    return any(mark.has("Tense=Pres") for mark in finite) and not perfect and not any(mark.has("Tense=Past") for mark in finite)
