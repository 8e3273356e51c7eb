"""Times that are told by another event: "the day after the envoy spoke", resolved where the one or the other is dated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from dragoman.model import When
from dragoman.read.dates.resolver import follow_step
from dragoman.read.page import Page, Step, TimeMention
from dragoman.read.speech import load_speech
from dragoman.read.timing import find_when, owners_of
from dragoman.read.words import Sentence, Token

NEAR = 3
"""How many paragraphs back the event that "the visit" names may be dated."""
FOLLOWS = ("come", "follow", "occur", "happen", "take", "be", "happened")
"""Verbs that only place their subject in time: "the visit came a day after"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The act that an expression dates, and the one that it counts from."""

    above: Token
    below: Token


def anchor_times(page: Page) -> tuple[TimeMention, ...]:
    """The times of the page, those told by an event dated by it; where only the other act is dated, its time gives this one's."""
    found: list[TimeMention] = []
    for time in page.times:
        if time.anchor != "event" or time.when is not None or time.step is None:
            found.append(time)
            continue
        sentence = next((s for s in page.sentences if s.span.covers(time.span)), None)
        pair = find_pair(sentence, time) if sentence is not None else None
        found.extend(_resolve(page, sentence, time, pair) if sentence is not None and pair is not None else [time])
    return tuple(sorted(found, key=lambda time: time.span))


def _only_places(page: Page, time: TimeMention) -> bool:
    """Whether an expression behind a date and a comma only places that date: "in 1976, [two years after] the test"."""
    return any(
        page.document.text[other.span.stop : time.span.start] == ", " for other in page.times if other.when is not None and other.span.stop < time.span.start
    )


def find_pair(sentence: Sentence, time: TimeMention) -> Pair | None:
    """The act above an expression and the clause or event behind it; `None` where the tree shows no two acts."""
    words = sentence.within(time.span)
    if not words:
        return None
    behind = list(takewhile(lambda token: token.text not in (",", ";", "."), sentence.tokens[words[-1].index + 1 :]))
    clause = next((t for t in behind if t.pos == "VERB" and t.base_relation != "amod"), None)
    event = next((t for t in behind if t.pos == "NOUN" and t.base_relation not in ("compound", "nmod:poss")), None)
    below = clause or event
    owners = [t for t in owners_of(sentence, time) if below is None or t.index != below.index]
    above = next((t for t in owners if t.pos == "VERB"), None) or next((t for t in owners if t.pos in ("NOUN", "AUX")), None)
    return Pair(above, below) if below is not None and above is not None else None


def _resolve(page: Page, sentence: Sentence, time: TimeMention, pair: Pair) -> Iterator[TimeMention]:
    """The expression dated by the act that it counts from, or that act dated by this one."""
    step = time.step or Step()
    others = [t for t in page.times if sentence.span.covers(t.span) and t is not time and t.when is not None]
    stop = [t for t in others if any(o.index == pair.below.index for o in owners_of(sentence, t))]
    base = find_when(sentence, pair.below, stop, None).when if stop else _named_before(page, sentence, pair.below)
    if base is not None and base.bound == "at":
        if not _only_places(page, time):
            yield replace(time, when=follow_step(base, step, time.text), owner=pair.above.span)
        return
    own = [t for t in others if any(o.index == pair.above.index for o in owners_of(sentence, t))]
    dated = find_when(sentence, pair.above, own, None).when if own else None
    if dated is None and pair.above.lemma.lower() in FOLLOWS:
        dated = _last_day(page, sentence)
    if dated is None or dated.bound != "at" or step.by is None:
        yield time
        return
    yield replace(time, when=_worded(dated, time.text), owner=pair.above.span, rule=f"{time.rule}, as dated before")
    counted = follow_step(dated, replace(step, by=-step.by), time.text)
    yield replace(time, when=counted, owner=pair.below.span, rule=f"{time.rule}, counted back")


def _worded(when: When, text: str) -> When:
    return When(start=when.start, end=when.end, precision=when.precision, bound=when.bound, text=text)


def _named_before(page: Page, sentence: Sentence, event: Token) -> When | None:
    """When an event was, where an earlier sentence dates the same noun ("the vote")."""
    if event.pos != "NOUN":
        return None
    for earlier in reversed([s for s in page.sentences if s.span.start < sentence.span.start]):
        for token in earlier.tokens:
            if token.lemma == event.lemma and token.pos == "NOUN":
                times = [t for t in page.times if earlier.span.covers(t.span)]
                when = find_when(earlier, token, times, None).when if times else None
                if when is not None and when.bound == "at":
                    return when
    return None


def _last_day(page: Page, sentence: Sentence) -> When | None:
    """The day that the story has reached: the last one named before, that of a saying left out."""
    verbs = load_speech(sentence.language).verbs
    for time, place in reversed(_days_before(page, sentence)):
        if not any(owner.lemma.lower() in verbs for owner in owners_of(place, time)):
            return time.when
    return None


def _days_before(page: Page, sentence: Sentence) -> Sequence[tuple[TimeMention, Sentence]]:
    """The days named in the paragraphs right before a sentence, with the sentences that name them."""
    near = [s for s in page.sentences if s.span.start < sentence.span.start and sentence.paragraph - s.paragraph <= NEAR]
    return [(t, s) for s in near for t in page.times if s.span.covers(t.span) and t.when is not None and _is_day(t.when)]


def _is_day(when: When) -> bool:
    return when.precision == "day" and when.bound == "at" and isinstance(when.start, date) and when.start == when.end
