"""Series of figures: what a change tells of the value before it, and of when that was."""

import re
from calendar import monthrange
from datetime import date

from dragoman.know.comparisons import is_year_before
from dragoman.model import Figure, When

DIRECTION = {"up": 1, "down": -1, "flat": 0}
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def derive_before(claim: Figure) -> float | None:
    """The value before the change, to three figures: a quarter less and now 11 makes 14.7; `None` where that does not follow."""
    change = claim.change
    if claim.value is None or change is None or change.direction == "flat":
        return None
    sign = DIRECTION[change.direction]
    if change.ratio is not None and 1 + sign * change.ratio > 0:
        return float(f"{claim.value / (1 + sign * change.ratio):.3g}")
    return claim.value - sign * change.amount if change.amount is not None else None


def derive_period(claim: Figure) -> When | None:
    """The period before the change: the year that its base names, or the same time a year earlier where its words say so.

    Of a whole year without a base it is the year before; of anything else without one nobody can tell.
    """
    change, when = claim.change, claim.when
    if change is None:
        return None
    base = change.since or ""
    years = YEAR.findall(base)
    if len(years) == 1:
        return When.in_year(int(years[0]), base)
    if when is None or when.start is None or when.end is None or years:
        return None
    if is_year_before(base) or (not base and when.precision == "year" and when == When.in_year(when.start.year, when.text)):
        return _year_earlier(when, base)
    return None


def _year_earlier(when: When, base: str) -> When | None:
    if when.start is None or when.end is None or when.start.year <= date.min.year:
        return None
    return When(start=_shift(when.start), end=_shift(when.end), precision=when.precision, bound=when.bound, text=base)


def _shift(day: date) -> date:
    """The same day a year earlier; the last day of a month stays the last one."""
    last, was_last = (monthrange(day.year + shift, day.month)[1] for shift in (-1, 0))
    return date(day.year - 1, day.month, last if day.day == was_last else min(day.day, last))
