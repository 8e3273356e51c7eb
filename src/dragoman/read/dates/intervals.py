"""The interval of days that calendar words name."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.model import Precision, When

YEARS = range(1000, 2200)
"""Years that a text about relations of states may name; others are counts."""
PARTS = {"early": (0, 1, 3), "mid": (1, 2, 3), "late": (2, 3, 3), "first_half": (0, 1, 2), "second_half": (1, 2, 2)}
"""Part of a stretch as (from, to, of): "early 1990s" is its first third."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What an expression says of the calendar; `decade` is the decade's first year, `weekday` 0 for Monday, `season` 1 for spring."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    part: str | None = None

    @property
    def has_year(self) -> bool:
        """Whether the expression says enough to stand on its own."""
        return self.year is not None or self.decade is not None or self.century is not None


def complete(parts: Parts, other: Parts) -> Parts:
    """`parts` with the year, and for a bare day the month, of the other end of its range."""
    if parts.decade is not None or parts.century is not None:
        return parts
    year = parts.year if parts.year is not None else other.year
    month = other.month if parts.month is None and parts.day is not None else parts.month
    return replace(parts, year=year, month=month)


def build_when(parts: Parts, text: str = "") -> When | None:
    """The interval; `None` where the year is missing or the calendar has no such day."""
    stretch = _stretch(parts)
    if stretch is None:
        return None
    start, end, precision = stretch
    if parts.part in PARTS and start < end:
        start, end = narrow(start, end, precision, parts.part)
    return When(start=start, end=end, precision=precision, text=text)


def _stretch(parts: Parts) -> tuple[date, date, Precision] | None:
    """First and last day, and how finely the words tell."""
    if parts.century is not None:
        first = 100 * (parts.century - 1) + 1
        return (date(first, 1, 1), date(first + 99, 12, 31), "century") if 1 <= parts.century <= 22 else None
    if parts.decade is not None:
        return (date(parts.decade, 1, 1), date(parts.decade + 9, 12, 31), "decade") if parts.decade in YEARS else None
    if parts.year is None or parts.year not in YEARS:
        return None
    if parts.month is not None:
        return _in_month(parts.year, parts.month, parts.day)
    if parts.quarter is not None:
        return _months(parts.year, 3 * parts.quarter - 2, 3, "quarter")
    if parts.half is not None:
        return _months(parts.year, 6 * parts.half - 5, 6, "half")
    if parts.season is not None:
        return _months(parts.year, 3 * parts.season, 3, "season")
    return date(parts.year, 1, 1), date(parts.year, 12, 31), "year"


def _in_month(year: int, month: int, day: int | None) -> tuple[date, date, Precision] | None:
    """A month or one of its days; `None` for the 30th of February."""
    if not 1 <= month <= 12:
        return None
    if day is None:
        return _months(year, month, 1, "month")
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day), "day"


def _months(year: int, month: int, count: int, precision: Precision) -> tuple[date, date, Precision] | None:
    """`count` months from the first of `month`; winter runs into the next year."""
    if month < 1 or month > 12:
        return None
    last = month + count - 1
    return date(year, month, 1), _month_end(year + (last - 1) // 12, (last - 1) % 12 + 1), precision


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def narrow(start: date, end: date, precision: Precision, part: str) -> tuple[date, date]:
    """The part of a stretch that "early", "mid", "late" or a half names: whole months of a year, whole years of a decade."""
    low, high, of = PARTS[part]
    if precision in ("decade", "century"):
        years = end.year - start.year + 1
        return date(start.year + -(-years * low // of), 1, 1), date(start.year + -(-years * high // of) - 1, 12, 31)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months >= of:
        first, last = start.month - 1 + months * low // of, start.month - 1 + months * high // of - 1
        return date(start.year + first // 12, first % 12 + 1, 1), _month_end(start.year + last // 12, last % 12 + 1)
    days = (end - start).days + 1
    first_day = start + timedelta(days=days * low // of)
    return first_day, end if high == of else start + timedelta(days=days * high // of - 1)


def around(day: date, unit: Precision, by: int = 0) -> tuple[date, date]:
    """The day, week (from Monday), month, quarter, half, year, decade or century `by` of them away from the one that holds `day`."""
    if unit == "day":
        return (shifted := add_days(day, by)), shifted
    if unit == "week":
        monday = add_days(day, 7 * by - day.weekday())
        return monday, add_days(monday, 6)
    size = {"month": 1, "season": 3, "quarter": 3, "half": 6}.get(unit)
    if size is not None:
        index = (day.year * 12 + day.month - 1) // size * size + by * size
        index = min(max(index, 12), 9999 * 12 - size)
        return date(index // 12, index % 12 + 1, 1), _month_end((index + size - 1) // 12, (index + size - 1) % 12 + 1)
    years = {"decade": 10, "century": 100}.get(unit, 1)
    first = min(max(day.year // years * years + by * years, 1), 9999 - years)
    return date(first, 1, 1), date(first + years - 1, 12, 31)


def add_days(day: date, count: int) -> date:
    """`count` days on; the calendar's first or last day where it ends before that."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


def nearest(parts: Parts, today: date, toward: str) -> Parts | None:
    """`parts` with the year (and month) that `today` gives.

    `past`: the last such day or stretch that began by today; `future`: the next; `this`: this year's.
    """
    if parts.weekday is not None and parts.month is None and parts.day is None:
        return _weekday(parts.weekday, today, toward)
    if parts.weekday is not None and parts.day is not None and parts.month is not None:
        return _on_weekday(parts, today)
    years = (
        (today.year - 1, today.year)
        if toward == "this" and parts.season is not None
        else (today.year,)
        if toward == "this"
        else (today.year, today.year + (1 if toward == "future" else -1))
    )
    candidates = [replace(parts, year=year) for year in years]
    if parts.day is not None and parts.month is None:
        step = 1 if toward == "future" else -1
        months = [around(today, "month", step * by)[0] for by in ((0,) if toward == "this" else (0, 1, 2))]
        candidates = [replace(parts, year=month.year, month=month.month) for month in months]
    for candidate in candidates:
        when = build_when(candidate)
        if when is None or when.start is None or when.end is None:
            continue
        if (
            (toward == "this" and (candidate.season is None or candidate.year == today.year or when.contains(today)))
            or (toward == "future" and when.end >= today)
            or (toward == "past" and when.start <= today)
        ):
            return candidate
    return None


def _on_weekday(parts: Parts, today: date) -> Parts | None:
    """The year nearest to today in which that day falls on the weekday named; this one where none does."""
    candidates = [replace(parts, year=today.year + by, weekday=None) for by in (0, -1, 1)]
    fitting = [c for c in candidates if (when := build_when(c)) is not None and when.start is not None and when.start.weekday() == parts.weekday]
    return fitting[0] if fitting else nearest(replace(parts, weekday=None), today, "past")


def _weekday(weekday: int, today: date, toward: str) -> Parts:
    """The day of that name: today at the latest, today at the earliest, or in this week."""
    back = (today.weekday() - weekday) % 7
    shift = {"past": -back, "future": -back % 7, "this": weekday - today.weekday()}[toward]
    day = add_days(today, shift)
    return Parts(year=day.year, month=day.month, day=day.day)
