"""Stories of an earlier year: in Korean a paragraph that opens with "2023년 1월 2일" goes on with "2월 18일" of that year."""

import re
from dataclasses import dataclass, replace

from dragoman.model import When
from dragoman.read.dates.finder import bounded
from dragoman.read.dates.intervals import Parts, add_days, build_when
from dragoman.read.page import Step, TimeMention

SENTENCE = re.compile(r"[다요]\. |\n")
FINE = ("day", "month")
TOLD = 2
"""Days of an earlier year after which a bare day of another sentence is of that year too."""


@dataclass(slots=True)
class PastStory:
    """The year that the times of one paragraph have reached, as far as it is told."""

    last: TimeMention | None = None
    year: int | None = None
    days: int = 0

    def place(self, mention: TimeMention, text: str) -> TimeMention:
        """The time, in the year of the story where it names none of its own."""
        if self.last is not None and "\n" in text[self.last.span.stop : mention.span.start]:
            self.last, self.year, self.days = None, None, 0
        moved = self._moved(mention, text)
        when = moved.when
        if when is None or when.start is None or moved.duration:
            return moved
        told = str(when.start.year) in mention.text or moved is not mention or "from the time before" in mention.rule
        self.year = when.start.year if told else None
        self.days = self.days + (when.precision == "day") if told else 0
        self.last = moved
        return moved

    def _moved(self, mention: TimeMention, text: str) -> TimeMention:
        step, when, last = mention.step, mention.when, self.last
        if self.year is None or step is None or when is None or when.start is None or last is None or last.when is None:
            return mention
        if step.day is None and step.month is None:
            return mention
        apart = SENTENCE.search(text[last.span.stop : mention.span.start]) is not None
        late = when.start.year <= self.year or str(when.start.year) in mention.text or last.when.precision not in FINE
        if late or (apart and step.month is None and self.days < TOLD):
            return mention
        moved = in_year_of(last.when, step, mention.text)
        return mention if moved is None else replace(mention, when=moved, rule=f"{mention.rule}, in the year of the story")


def in_year_of(anchor: When, step: Step, text: str) -> When | None:
    """The named day or month in the year (and month) of the anchor."""
    day = anchor.start or anchor.end
    if day is None or anchor.precision in ("decade", "century"):
        return None
    if step.month is None and anchor.precision not in ("day", "week", "month"):
        return None
    years = step.by or 0 if step.unit == "year" else 0
    when = build_when(Parts(year=day.year + years, month=step.month or day.month, day=step.day), text)
    if when is not None and when.start is not None and step.more:
        when = When(start=when.start, end=add_days(when.start, step.more), precision=when.precision, bound=when.bound, text=when.text)
    return bounded(when, step.bound) if when else None
