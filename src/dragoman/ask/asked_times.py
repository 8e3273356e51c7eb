"""The times that a question names: days, months, years, and what counts from the day on which it is asked ("last year")."""

import re
from dataclasses import dataclass
from datetime import date

from dragoman.model import When
from dragoman.read.dates import find_dates
from dragoman.read.page import TimeMention

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
YEAR = re.compile(r"(?<![\d,.])((?:19|20)\d\d)(?![\d,.]\d|\d)")
YEAR_LONG = 365
"""Days of an interval that holds every month."""


@dataclass(frozen=True, slots=True)
class AskedTimes:
    """`spans` are intervals; `months` are months of any year, with the day where one is named."""

    spans: tuple[When, ...] = ()
    months: tuple[tuple[int, int | None], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no time is asked for."""
        return not self.spans and not self.months

    def fits(self, when: When | None) -> bool:
        """Whether something of that time is asked for; what has no time never is, where one is."""
        if self.is_empty:
            return True
        if when is None or (when.start is None and when.end is None):
            return False
        return all(_touches(when, asked) for asked in self.spans) and all(_falls(when, month, day) for month, day in self.months)

    def is_named(self, text: str, language: str, published: date | None) -> bool:
        """Whether a sentence names a time that is asked for; a month without a year may be that of any year."""
        return self.is_empty or any(self._fits_mention(mention) for mention in find_dates(text, language, published))

    def _fits_mention(self, mention: TimeMention) -> bool:
        if mention.when is not None or mention.step is None or mention.step.month is None:
            return self.fits(mention.when)
        month = mention.step.month
        return all(_holds_month(asked, month) for asked in self.spans) and all(asked == month for asked, _ in self.months)


def find_asked_times(text: str, today: date) -> tuple[AskedTimes, str]:
    """The times that `text` asks for, and the text without them."""
    language = "ko" if HANGUL.search(text) else "ru" if CYRILLIC.search(text) else "en"
    spans: list[When] = []
    months: list[tuple[int, int | None]] = []
    rest = list(text)
    for mention in find_dates(text, language, today):
        when = mention.when
        if mention.duration or when is None or mention.text.casefold() in ("now", "today", "сейчас", "지금"):
            continue
        if mention.step is not None and mention.step.weekday is not None and mention.step.month is None:
            pass  # a bare weekday counts from a day that the question does not tell
        elif mention.anchor == "previous" and mention.step is not None and mention.step.month is not None and not YEAR.search(mention.text):
            months.append((mention.step.month, mention.step.day))
        else:
            spans.append(when)
        rest[mention.span.start : mention.span.stop] = " " * (mention.span.stop - mention.span.start)
    left = "".join(rest)
    spans.extend(When.in_year(int(match[1])) for match in YEAR.finditer(left))
    return AskedTimes(tuple(spans), tuple(months)), YEAR.sub(" ", left)


def _touches(when: When, asked: When) -> bool:
    """Whether the two share a day; what is open on one side is taken for its known end, unless it is asked for as open."""
    first, last = when.start or when.end, when.end or when.start
    if first is None or last is None:
        return False
    return (asked.start is None or last >= asked.start) and (asked.end is None or first <= asked.end)


def _holds_month(asked: When, month: int) -> bool:
    """Whether the interval has such a month in it."""
    if asked.start is None or asked.end is None or (asked.end - asked.start).days >= YEAR_LONG:
        return True
    first, last = asked.start.month, asked.end.month
    return first <= month <= last if first <= last else month >= first or month <= last


def _falls(when: When, month: int, day: int | None) -> bool:
    """Whether some day of the interval is in that month, where the interval is no longer than one."""
    days = [found for found in (when.start, when.end) if found is not None and found.month == month]
    return when.precision in ("day", "week", "month") and any(day is None or when.precision != "day" or found.day == day for found in days)
