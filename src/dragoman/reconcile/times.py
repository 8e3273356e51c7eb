"""When two claims may speak of the same day, and which of them tells it more finely."""

from datetime import date, timedelta

from dragoman.model import When

SLACK = timedelta(days=1)
"""Two datelines may put one event on neighbouring days: time zones, the day of the report."""
FINE = ("day", "week", "month")


def is_fine(when: When | None) -> bool:
    """Whether a time is closed on both sides and no longer than a month."""
    return when is not None and when.start is not None and when.end is not None and when.precision in FINE


def length_of(when: When | None) -> int:
    """Days that a time spans; open and missing times are longer than any other."""
    if when is None or when.start is None or when.end is None:
        return 1_000_000
    return (when.end - when.start).days + 1


def may_meet(one: When | None, other: When | None) -> bool:
    """Whether one day may lie within both, a day of slack between two closed days allowed; a missing time meets all."""
    if one is None or other is None:
        return True
    if is_day(one) and is_day(other) and one.start is not None and other.start is not None:
        return abs(one.start - other.start) <= SLACK
    return one.overlaps(other)


def contradict(one: When | None, other: When | None) -> bool:
    """Whether both are told and no day lies within both."""
    return one is not None and other is not None and not may_meet(one, other)


def is_day(when: When) -> bool:
    """Whether it is one day."""
    return when.start is not None and when.start == when.end


def start_of(when: When | None) -> date:
    """A day to sort by: the start, else the end, else the last day there is."""
    if when is None:
        return date.max
    return when.start or when.end or date.max
