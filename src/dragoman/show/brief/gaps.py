"""Months without a line, joined where they follow each other."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from dragoman.model import When
from dragoman.show.moments import say_when


def find_empty_months(times: Iterable[When | None], since: date | None, until: date | None) -> list[str]:
    """Runs of months that no time touches, in words, between the bounds or, where one is open, the first and last times."""
    known = [(_month(when.start), _month(when.end)) for when in times if when and when.start and when.end]
    if not known:
        return []
    first = _month(since) if since else min(start for start, _ in known)
    last = _month(until) if until else max(end for _, end in known)
    covered = {month for start, end in known for month in range(max(start, first), min(end, last) + 1)}
    return list(_say_runs([month for month in range(first, last + 1) if month not in covered]))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _say_runs(months: list[int]) -> Iterator[str]:
    for _, run in groupby(enumerate(months), key=lambda found: found[1] - found[0]):
        found = [month for _, month in run]
        start, end = (When.in_month(month // 12, month % 12 + 1) for month in (found[0], found[-1]))
        yield say_when(start) if start == end else f"{say_when(start)} – {say_when(end)}"
