"""Groups by what a newcomer must share with them, so that it is compared with those alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dragoman.model import Claim, When
from dragoman.reconcile.joining import join_keys
from dragoman.reconcile.known import Known
from dragoman.reconcile.times import FINE, is_fine

FRESH = timedelta(days=10)
"""How long before its publication an event that a text gives no time may have happened."""
SLACK = timedelta(days=1)
MOST_YEARS = 12
TIMED = frozenset({"event", "statement", "channel", "assessment", "instrument"})
"""Kinds of which two claims with times that do not meet never join."""
Month = tuple[int, int]
Key = tuple[object, ...]


class Shelf:
    """The places of groups by the keys of their claims, then by day or month, document, or day of publication."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._all: dict[Key, set[int]] = defaultdict(set)
        self._days: dict[tuple[Key, date], set[int]] = defaultdict(set)
        self._spans: dict[tuple[Key, Month], set[int]] = defaultdict(set)
        self._months: dict[tuple[Key, Month], set[int]] = defaultdict(set)
        self._years: dict[tuple[Key, int | None], set[int]] = defaultdict(set)
        self._undated: dict[tuple[Key, Month], set[int]] = defaultdict(set)
        self._documents: dict[tuple[Key, str], set[int]] = defaultdict(set)

    def put(self, claim: Claim, place: int) -> None:
        """The claim is in the group of this place from now on."""
        said, day = self._known.said(claim), _day_of(claim)
        for key in join_keys(claim):
            self._all[key].add(place)
            self._documents[(key, claim.document)].add(place)
            if day is not None:
                self._days[(key, day)].add(place)
                self._months[(key, (day.year, day.month))].add(place)
            elif is_fine(claim.when):
                for month in _months_near(claim):
                    self._months[(key, month)].add(place)
                    self._spans[(key, month)].add(place)
            elif claim.when is not None:
                for year in _years_of(claim.when) or (None,):
                    self._years[(key, year)].add(place)
            elif said is not None:
                self._undated[(key, (said.year, said.month))].add(place)

    def near(self, claim: Claim) -> list[int]:
        """The places of all groups that the claim may join, in their order; others may be among them."""
        found: set[int] = set()
        day = _day_of(claim)
        for key in join_keys(claim):
            if day is None:
                found.update(*self._look_up(claim, key))
                continue
            for other in (day - SLACK, day, day + SLACK):
                found.update(self._days.get((key, other), ()))
            found.update(self._spans.get((key, (day.year, day.month)), ()))
        return sorted(found)

    def of_document(self, claim: Claim) -> set[int]:
        """The places of the groups in which the claim's own document has a say."""
        return {place for key in join_keys(claim) for place in self._documents.get((key, claim.document), ())}

    def _look_up(self, claim: Claim, key: Key) -> Iterator[Iterable[int]]:
        """Of claims with a closed time longer than a day those near in time; of events and statements without one those near by document or publication."""
        said = self._known.said(claim)
        if is_fine(claim.when):
            yield from (self._months.get((key, month), ()) for month in _months_near(claim))
        elif claim.when is None and claim.kind in ("event", "statement"):
            yield self._documents.get((key, claim.document), ())
            if said is not None:
                yield from self._within(key, said - FRESH, said + FRESH)
                yield from (self._undated.get((key, month), ()) for month in find_months(said - FRESH, said + FRESH))
        elif claim.when is not None and claim.kind in TIMED and claim.when.start and claim.when.end and _years_of(claim.when):
            yield from self._within(key, claim.when.start - SLACK, claim.when.end + SLACK)
        else:
            yield self._all.get(key, ())

    def _within(self, key: Key, first: date, last: date) -> Iterator[Iterable[int]]:
        """The groups with a time that may meet these days."""
        yield from (self._months.get((key, month), ()) for month in find_months(first, last))
        yield from (self._years.get((key, year), ()) for year in (None, *range(first.year, last.year + 1)))


def _years_of(when: When) -> tuple[int, ...]:
    """The years of a closed time; none where it is open, or so long that counting them is not worth it."""
    if when.start is None or when.end is None or when.end.year - when.start.year >= MOST_YEARS:
        return ()
    return tuple(range(when.start.year, when.end.year + 1)) if date.min.year < when.start.year and when.end.year < date.max.year else ()


def _day_of(claim: Claim) -> date | None:
    """The day that a claim is told of, where only claims of times that meet it ever join it."""
    when = claim.when
    if claim.kind not in TIMED or when is None or when.start is None or when.start != when.end or when.precision not in FINE:
        return None
    return when.start if date.min < when.start < date.max else None


def _months_near(claim: Claim) -> Iterator[Month]:
    """The months in which a fine time lies, with those next to its ends within the slack."""
    if claim.when is not None and claim.when.start is not None and claim.when.end is not None:
        yield from find_months(claim.when.start - SLACK, claim.when.end + SLACK)


def find_months(first: date, last: date) -> Iterator[Month]:
    """The months from one day to another."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield (year, month)
        year, month = (year + month // 12, month % 12 + 1)
