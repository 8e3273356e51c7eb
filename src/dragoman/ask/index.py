"""How many events a month: by quad, with months that no source covers left open."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

import msgspec

from dragoman.ask.dyad import Dyad, SidePair, find_pair
from dragoman.ask.question import Asked, ask_for, ask_for_dyad
from dragoman.ask.view import View
from dragoman.model import Entry, Event, Report

QUADS = (1, 2, 3, 4)
"""Verbal cooperation, material cooperation, verbal conflict, material conflict."""
Counted = Literal["events", "reports"]


class IndexMonth(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one month, or of what is known to no month (`month` is `None`).

    The counts are `None` where nothing published in that month is in the record and nothing is dated to it: not known is not zero.
    """

    month: str | None
    verbal_cooperation: int | None
    material_cooperation: int | None
    verbal_conflict: int | None
    material_conflict: int | None
    reports: tuple[Report, ...] = ()

    @property
    def quads(self) -> tuple[int | None, ...]:
        """The four counts, in the order of the quads."""
        return (self.verbal_cooperation, self.material_cooperation, self.verbal_conflict, self.material_conflict)

    @property
    def is_covered(self) -> bool:
        """Whether anything is known of it."""
        return self.verbal_cooperation is not None


@dataclass(frozen=True, slots=True)
class Index(Asked):
    """How many events a month there were between two sides, by verbal and material cooperation and conflict."""

    kinds: ClassVar[frozenset[str]] = frozenset({"event"})
    dyad: Dyad = ask_for_dyad()
    count: Counted = ask_for("what is counted: events (each once) or reports (each telling of one)", default="events")
    since: date | None = ask_for("only months from that day's on", default=None)
    until: date | None = ask_for("only months up to that day's", default=None)
    strict: bool = ask_for("leave out the states that came before", default=False)

    def answer(self, view: View) -> tuple[IndexMonth, ...]:
        """Every month from the first event to the last, then one row of what has no month; only what was so is counted, no plans."""
        pair = find_pair(self.dyad, view.ledger, strict=self.strict)
        by_month: dict[str | None, list[Entry]] = {}
        for entry in self.find_entries(view):
            if _is_counted(entry, pair):
                by_month.setdefault(_month(entry), []).append(entry)
        months = [month for month in _list_months(by_month) if self._asks_for(month)]
        covered = {f"{kept.said:%Y-%m}" for kept in view.documents.values() if not kept.said_is_bound}
        rows = [self._row(month, by_month.get(month, ()), view, is_covered=month in covered or month in by_month) for month in months]
        rest = by_month.get(None, ())
        return (*rows, self._row(None, rest, view, is_covered=True)) if rest else tuple(rows)

    def _row(self, month: str | None, entries: Iterable[Entry], view: View, *, is_covered: bool) -> IndexMonth:
        counts = dict.fromkeys(QUADS, 0)
        for entry in entries:
            if isinstance(entry.claim, Event):
                counts[entry.claim.quad] = counts.get(entry.claim.quad, 0) + (entry.n_reports if self.count == "reports" else 1)
        one, two, three, four = (counts[quad] if is_covered else None for quad in QUADS)
        reports = view.reports(claim for entry in entries for claim in entry.support)
        return IndexMonth(month=month, verbal_cooperation=one, material_cooperation=two, verbal_conflict=three, material_conflict=four, reports=reports)

    def _asks_for(self, month: str) -> bool:
        late = self.since is None or month >= f"{self.since:%Y-%m}"
        return late and (self.until is None or month <= f"{self.until:%Y-%m}")


def _is_counted(entry: Entry, pair: SidePair) -> bool:
    return isinstance(entry.claim, Event) and entry.claim.modality == "actual" and pair.holds(entry.claim)


def _month(entry: Entry) -> str | None:
    """The month in which it was; `None` where it is known to no single one."""
    when = entry.claim.when
    if when is None or when.start is None or when.end is None or when.bound != "at":
        return None
    first, last = f"{when.start:%Y-%m}", f"{when.end:%Y-%m}"
    return first if first == last else None


def _list_months(found: Iterable[str | None]) -> Iterator[str]:
    """All months from the first to the last, those without anything too."""
    known = sorted(month for month in found if month)
    if not known:
        return
    year, month = map(int, known[0].split("-"))
    while f"{year:04}-{month:02}" <= known[-1]:
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
