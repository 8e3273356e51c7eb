"""The numbers of a relation as series: measure, unit and reporter, each point with its period."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.question import Asked, ask_for, ask_for_dyad
from dragoman.ask.view import View
from dragoman.model import Actor, Entry, Figure, Measure, Report, When
from dragoman.reconcile.series import derive_before, derive_period


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one period by one reporter; `derived` was worked out of a change that the source tells, and is approximate.

    `period` is `None` where the source does not date it; of a derived value it is the period that the change is measured against.
    """

    measure: Measure
    about: tuple[Actor, ...]
    unit: str
    reporter: str
    period: When | None
    value: float | None
    low: float | None
    high: float | None
    derived: bool
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Figures(Asked):
    """Figures of two sides by measure, unit, reporter and period; what follows from "a quarter less" stands beside them as derived."""

    kinds: ClassVar[frozenset[str]] = frozenset({"figure"})
    dyad: Dyad = ask_for_dyad()
    measure: Measure | None = ask_for("only this measure, e.g. trade_turnover", default=None)
    strict: bool = ask_for("leave out the states that came before", default=False)

    def answer(self, view: View) -> tuple[Point, ...]:
        """Points of all series, each series in order of time; only what is told as so."""
        pair = find_pair(self.dyad, view.ledger, strict=self.strict)
        points = [
            point
            for entry in self.find_entries(view)
            if isinstance(entry.claim, Figure) and pair.holds(entry.claim) and entry.claim.modality == "actual"
            for point in _find_points(entry, entry.claim, view)
            if self.measure in (None, point.measure)
        ]
        return tuple(sorted(points, key=_order))


def _find_points(entry: Entry, claim: Figure, view: View) -> Iterator[Point]:
    """The value told, and the one before it where the change tells how much it was."""
    point = Point(
        measure=claim.measure,
        about=claim.about,
        unit=claim.unit,
        reporter=_find_reporter(claim, view),
        period=claim.when,
        value=claim.value,
        low=claim.low,
        high=claim.high,
        derived=False,
        reports=view.reports((*entry.support, *entry.against)),
    )
    if (claim.value, claim.low, claim.high) != (None, None, None):
        yield point
    before = derive_before(claim)
    if before is not None:
        yield msgspec.structs.replace(point, value=before, low=None, high=None, period=derive_period(claim), derived=True)


def _find_reporter(claim: Figure, view: View) -> str:
    """Whose number it is: the innermost voice, else the publication."""
    if claim.said_by:
        return claim.said_by[-1].name
    document = view.documents[claim.document]
    return document.outlet or document.title or document.file


def _order(point: Point) -> tuple[str, str, str, bool, str, str]:
    when = point.period
    day = (when.start or when.end) if when else None
    return (point.measure, point.unit, point.reporter, point.derived, day.isoformat() if day else "9999", point.reports[0].claim if point.reports else "")
