"""Occasions: when each saying of a page was, by its own words, by the meeting that it was said at, or by what its speaker said before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from dragoman.model import Claim, Evidence, Span, When
from dragoman.read.actors import marker_of
from dragoman.read.page import Page, TimeMention
from dragoman.read.sayings import Frame
from dragoman.read.speech import load_speech
from dragoman.read.timing import LATER, find_when, is_perfect, is_present
from dragoman.read.words import Sentence, Token

ClaimOf = TypeVar("ClaimOf", bound=Claim)
NEAR = 2
"""How many paragraphs a meeting dates what is said at it."""
ON = 4
"""How many paragraphs a speaker goes on without another date."""
WEEK = 7
KNOWN = ("the", "their", "this", "his", "her")
"""Words of a meeting that was named before."""
AT = ("at", "during", "in", "after", "following", "на", "в", "во время", "после", "에서", "중")


@dataclass(frozen=True, slots=True)
class SayingTime:
    """When something was said; `link` are the words that tell it where they stand elsewhere."""

    when: When | None
    link: Span | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A dated meeting, who is named with it."""

    paragraph: int
    when: When
    names: frozenset[str]


def date_sayings(page: Page, frames: Sequence[Frame]) -> Mapping[Span, SayingTime]:
    """When each saying was, by the span of its verb.

    A saying without a time of its own takes that of the meeting that it names ("at the talks") or of which a reporter tells,
    then that of its speaker's last dated words close before; else, on a dated page, a plain present has the day of the page,
    and a past has none: nobody can tell how long ago it was.
    """
    meetings = tuple(find_meetings(page))
    said: dict[str, tuple[int, When]] = {}
    dated: dict[Span, SayingTime] = {}
    for frame in frames:
        own = _own_time(page, frame)
        when = own or _borrowed(page, frame, meetings, said)
        dated[frame.verb.span] = SayingTime(when, _words_of(page, frame, when) if own is None and when is not None else None)
        if when is not None and when.precision == "day" and when.bound == "at" and when.text:
            for actor in frame.speaker:
                said[actor.name] = (frame.sentence.paragraph, when)
    return dated


def _words_of(page: Page, frame: Frame, when: When) -> Span | None:
    """The last words before a saying that tell its time."""
    return next((t.span for t in reversed(page.times) if t.when == when and t.span.start < frame.verb.span.start), None)


def find_meetings(page: Page) -> Iterator[Meeting]:
    """The meetings, visits and talks that the page dates to the day."""
    for sentence in page.sentences:
        nouns = load_speech(sentence.language).occasions
        times = [time for time in page.times if time.when is not None and sentence.span.covers(time.span)]
        if not times:
            continue
        for token in sentence.tokens:
            if token.lemma.lower() not in nouns or token.mention is not None:
                continue
            when = find_when(sentence, token, times, None).when
            if when is not None and when.precision == "day" and when.bound == "at":
                names = frozenset(t.mention.actor.name for t in sentence.tokens if t.mention is not None and t.mention.actor is not None)
                yield Meeting(sentence.paragraph, when, names)


def _own_time(page: Page, frame: Frame) -> When | None:
    """The time that the sentence itself gives to the saying."""
    times = [time for time in page.times if frame.sentence.span.overlaps(time.span)]
    if frame.verb.lemma.lower() == "accord" and frame.subject is not None:
        credit = frame.sentence.span_of(frame.subject)  # "according to X": the times of what is told are not those of X's words
        times = [time for time in times if credit.covers(time.span) or _is_news(page, time)]
    return find_when(frame.sentence, frame.verb, times, None).when


def _is_news(page: Page, time: TimeMention) -> bool:
    """Whether a time is a day of the week before the page, on which what happens is told."""
    day = time.when.start if time.when is not None and time.when.precision == "day" and time.when.bound == "at" else None
    return page.today is not None and day is not None and 0 <= (page.today - day).days < WEEK


def _borrowed(page: Page, frame: Frame, meetings: Sequence[Meeting], said: Mapping[str, tuple[int, When]]) -> When | None:
    """The time that a saying without its own takes from what stands around it."""
    sentence, verb = frame.sentence, frame.verb
    near = [m for m in meetings if 0 <= sentence.paragraph - m.paragraph <= NEAR]
    if near and _names_meeting(sentence, verb):
        return near[-1].when
    if is_told_as_earlier(sentence, verb):
        return None
    present = is_present(sentence, verb)
    took_part = [m for m in near if m.names & {actor.name for actor in frame.speaker}]
    if took_part and frame.reporters and not present:
        return took_part[-1].when
    before = next((said[a.name] for a in frame.speaker if a.name in said and sentence.paragraph - said[a.name][0] <= ON), None)
    if before is not None and not present and not is_perfect(sentence, verb):
        return before[1]
    return When.on(page.today) if page.today is not None and present else None


def _names_meeting(sentence: Sentence, verb: Token) -> bool:
    """Whether the saying stands "at the talks" or "during their meeting", as if known."""
    nouns = load_speech(sentence.language).occasions
    for child in sentence.children(verb, "obl", "nmod"):
        known = sentence.language != "en" or any(
            c.lemma.lower() in ("the", "their", "this", "his", "her") for c in sentence.children(child, "det", "nmod:poss")
        )
        if child.lemma.lower() in nouns and known and marker_of(sentence, child) in AT:
            return True
    return False


def is_told_as_earlier(sentence: Sentence, verb: Token) -> bool:
    """Whether a saying is told as something that was before: a noun, a past perfect, "earlier", "after the vote"."""
    if verb.pos == "NOUN":
        return True
    words = load_speech(sentence.language).earlier
    if any(child.lemma.lower() in words or child.text.lower() in words for child in sentence.children(verb, "advmod", "obl")):
        return True
    if any(child.text.lower() == "had" and child.base_relation == "aux" for child in sentence.children(verb)):
        return True
    occasions = load_speech(sentence.language).occasions
    after = (child for child in sentence.children(verb, "obl") if child.pos == "NOUN" and marker_of(sentence, child) in LATER)
    return any(child.lemma.lower() not in occasions and sentence.child(child, "nummod") is None for child in after)


def date_saying(claim: ClaimOf, dated: Mapping[Span, SayingTime], field: str = "type") -> ClaimOf:
    """A claim that a verb of saying tells, with the time of the saying where it has none of its own; `field` of its evidence is the verb."""
    if claim.when is not None:
        return claim
    time = next((dated[e.span] for e in claim.evidence if e.field == field and e.span in dated), None)
    if time is None or time.when is None:
        return claim
    links = () if time.link is None else (Evidence(field="when", span=time.link, text=time.when.text, rule="time of the occasion"),)
    return msgspec.structs.replace(claim, when=time.when, evidence=(*claim.evidence, *links))
