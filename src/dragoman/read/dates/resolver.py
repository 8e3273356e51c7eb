"""Times that wait for another one, resolved; and the other reading of those that turn on tense."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from dragoman.model import When
from dragoman.read.dates.finder import bounded
from dragoman.read.dates.grammar import load_grammar
from dragoman.read.dates.intervals import Parts, add_days, around, build_when, nearest
from dragoman.read.dates.past_stories import PastStory, in_year_of
from dragoman.read.page import Step, TimeMention

STOP = re.compile(r"[.!?…。][»”\")]*\s+[«“\"(–—-]*\s*[^\W\d_a-zа-яё]|\n")
"""Where a sentence ends between two times: nothing but the words before an expression is known here."""
LOOK = 400
"""How far back the beginning of a sentence is looked for."""
THAT_TIME = "that_time"
"""The rule of "그때": the time before, whatever its precision."""
CLOSE = 31
"""Days at most between a day without its year and one that names it behind."""


def resolve_times(times: Sequence[TimeMention], text: str | None = None, language: str = "en") -> tuple[TimeMention, ...]:
    """The times of one section in text order, with those that wait for the previous one dated by it.

    A day and month without a year takes the year of the time before; in a dated document only where the same sentence
    names that year, else the day that is nearest to the document's own. `text` is that of the document; without it all
    stands in one sentence. What waits for an event stays as it is.
    """
    resolved: list[TimeMention] = []
    previous: TimeMention | None = None
    last_day: TimeMention | None = None
    last_fine: TimeMention | None = None
    story = PastStory()
    for mention in times:
        dated = mention
        before = last_day if _is_day_of_story(mention) and previous is not None and _is_coarse(previous) else previous
        if text is not None and before is not None and _names_day(mention) and _is_aside(text, before, mention, load_grammar(language).opening):
            before = last_fine
        if mention.anchor == "previous" and mention.step is not None and before is not None and before.when is not None:
            gap = "" if text is None else text[before.span.stop : mention.span.start]
            dated = _resolve(mention, mention.step, before, apart=STOP.search(gap) is not None)
        if language == "ko" and text is not None:
            dated = story.place(dated, text)
        resolved.append(dated)
        if dated.when is not None and not dated.duration and (dated.when.start is not None or dated.when.end is not None):
            previous = dated
            last_day = dated if dated.when.precision == "day" and dated.when.bound == "at" else last_day
            last_fine = dated if dated.when.precision in ("day", "week", "month") else last_fine
    if text is None:
        return tuple(resolved)
    return tuple(_joined_ends([_dated_behind(mention, resolved[place + 1 :], text) for place, mention in enumerate(resolved)], text))


def _joined_ends(times: Sequence[TimeMention], text: str) -> Iterator[TimeMention]:
    """The times; one that begins something and the one right behind it that ends it are one stretch: "다음 달 29일부터 내년 6월 30일까지"."""
    taken = False
    for mention, behind in zip_longest(times, times[1:]):
        since, until = mention.when, behind.when if behind is not None else None
        tied = behind is not None and text[mention.span.stop : behind.span.start].strip() == ""
        ends = since is not None and until is not None and (since.bound, until.bound) == ("since", "until") and since.start is not None
        if taken:
            taken = False
        elif tied and ends and behind is not None and since is not None and until is not None and until.end is not None and since.start <= until.end:  # type: ignore[operator]
            span = mention.span.join(behind.span)
            when = When(start=since.start, end=until.end, precision=since.precision, text=text[span.start : span.stop])
            taken = True
            yield replace(mention, span=span, text=when.text, when=when, step=None)
        else:
            yield mention


def _names_day(mention: TimeMention) -> bool:
    """Whether an expression names a month or a day of one without its year."""
    return mention.step is not None and (mention.step.month is not None or mention.step.day is not None)


def _is_aside(text: str, before: TimeMention, mention: TimeMention, opening: int) -> bool:
    """Whether a year of an earlier sentence is only named in passing ("after the crisis of 2017"), and dates no later day; one that opens its sentence does."""
    fine = before.when is None or before.when.precision in ("day", "week", "month", "season", "quarter")
    if before.when is None or fine or STOP.search(text[before.span.stop : mention.span.start]) is None:
        return False
    opens = [0, *(found.end() for found in STOP.finditer(text, max(0, before.span.start - LOOK), before.span.start))][-1]
    return before.when.bound != "at" or before.span.start - opens > opening


def _dated_behind(mention: TimeMention, later: Sequence[TimeMention], text: str) -> TimeMention:
    """A day without its year that nothing dated, by a day of the same sentence that names its year, where they lie close together."""
    other = next((t for t in later if t.when is not None and t.when.precision == "day" and t.when.bound == "at"), None)
    step = mention.step if mention.when is None and mention.anchor == "previous" else None
    if step is None or step.month is None or step.day is None or other is None or other.when is None or other.when.start is None:
        return mention
    named = str(other.when.start.year) in other.text and STOP.search(text[mention.span.stop : other.span.start]) is None
    when = in_year_of(other.when, step, mention.text) if named else None
    if when is None or when.start is None or abs((when.start - other.when.start).days) > CLOSE:
        return mention
    return replace(mention, when=when, rule=f"{mention.rule}, from the time behind")


def _is_day_of_story(mention: TimeMention) -> bool:
    """Whether an expression means the very day that the story has reached, or the one before ("이날", "전날", "в тот же день")."""
    step = mention.step
    counted = step is not None and step.bound == "at" and step.unit == "day" and step.by in (0, -1)
    return counted and mention.rule != THAT_TIME and step is not None and step.month is None and step.day is None and step.weekday is None


def _is_coarse(mention: TimeMention) -> bool:
    """Whether a time is no day of a story but longer or a bound, named in passing ("since 2016", "last June")."""
    return mention.when is not None and (mention.when.precision != "day" or mention.when.bound != "at")


def _resolve(mention: TimeMention, step: Step, previous: TimeMention, *, apart: bool) -> TimeMention:
    """The mention dated by the time before it, or as it was."""
    anchor = previous.when
    if anchor is None:
        return mention
    named = step.month is not None or step.day is not None
    if mention.when is not None and (not named or apart or not _overrides(mention.when, previous)):
        return mention
    when = in_year_of(anchor, step, mention.text) if named else follow_step(anchor, step, mention.text)
    return mention if when is None else replace(mention, when=when, rule=f"{mention.rule}, from the time before")


def _overrides(when: When, previous: TimeMention) -> bool:
    """Whether the time before, named with a year of its own, gives the year rather than the document's date."""
    anchor = previous.when
    if anchor is None or anchor.bound != "at" or anchor.precision in ("decade", "century") or anchor.start is None or when.start is None:
        return False
    return str(anchor.start.year) in previous.text and anchor.start.year < when.start.year


def follow_step(anchor: When, step: Step, text: str) -> When | None:
    """The time that lies a step from `anchor`: "that year", "the next day", "a few days later", "prior to that"."""
    day = anchor.start or anchor.end
    if day is None:
        return None
    if step.by is None:
        loose = anchor.before() if step.bound == "before" else anchor.after()
        return _worded(loose, text)
    if step.by == 0:
        start, end = around(day, step.unit)
        if anchor.start is None or anchor.end is None:
            known = When(start=start, end=end, precision=step.unit, text=text)
            return bounded(known, step.bound)
        if (anchor.end - anchor.start) >= (end - start):
            exact = When(start=anchor.start, end=anchor.end, precision=anchor.precision, text=text)
            return _worded(bounded(exact, step.bound), text)
        return bounded(When(start=start, end=end, precision=step.unit, text=text), step.bound)
    if step.unit in ("day", "week") and anchor.precision not in ("day", "week"):
        return None
    if step.unit == "week":
        moved = add_days(day, 7 * step.by)
        return bounded(When(start=moved, end=moved, precision="day", text=text), step.bound)
    base = anchor.end if step.unit == "day" and step.by > 0 and anchor.end is not None else day
    start, end = around(base, step.unit, step.by)
    return bounded(When(start=start, end=end, precision=step.unit, text=text), step.bound)


def _worded(when: When, text: str) -> When:
    """The same interval, from these words."""
    return When(start=when.start, end=when.end, precision=when.precision, bound=when.bound, text=text)


def with_tense(mention: TimeMention, today: date | None, *, future: bool) -> TimeMention:
    """The reading of a weekday, or of a day or month without a year, that the tense of its clause asks for."""
    step = mention.step
    if step is None or today is None or not (step.month or step.day or step.weekday is not None):
        return mention
    parts = nearest(Parts(month=step.month, day=step.day, weekday=step.weekday), today, "future" if future else "past")
    when = build_when(parts, mention.text) if parts is not None else None
    known = mention.when
    if when is not None and when.start is not None and when.end is not None and known is not None and known.start is not None and known.end is not None:
        longer = (known.end - known.start) - (when.end - when.start)  # "3-5 May": the whole of it moves
        when = When(start=when.start, end=when.end + max(longer, timedelta()), precision=when.precision, bound=when.bound, text=when.text)
    return mention if when is None else replace(mention, when=bounded(when, step.bound))
