"""What stands beside the links of a board: who holds the offices that deal with the other side, the last contact at each level, the latest numbers."""

from collections.abc import Iterable
from datetime import date

from dragoman.ask.dyad import SidePair
from dragoman.ask.figures import Point
from dragoman.ask.visits import Visit
from dragoman.ask.who import Tenure
from dragoman.know.levels import ORDER, find_level, is_counterpart
from dragoman.model import When

GONE = frozenset({"former"})


def find_counterparts(tenures: Iterable[Tenure], pair: SidePair, day: date) -> tuple[Tenure, ...]:
    """The latest known holder of each office that deals with the other side: leaders, foreign ministers, envoys to it.

    A vacancy or a designation is one too; who is told to have left by `day`, or came after it, is not. What is dated goes before what is not.
    """
    found: dict[tuple[str, str | None, str | None], Tenure] = {}
    for tenure in tenures:
        if not _deals(tenure, pair) or tenure.state in GONE or not _may_hold(tenure, day):
            continue
        key = (tenure.office.title.casefold(), tenure.office.of, tenure.office.to)
        if key not in found or _last_day(tenure) > _last_day(found[key]):
            found[key] = tenure
    return tuple(sorted(found.values(), key=_by_rank))


def find_last_contacts(visits: Iterable[Visit], day: date) -> tuple[Visit, ...]:
    """The last dated visit or meeting at each level up to `day`, the highest level first; those whose level is not told last."""
    found: dict[str | None, Visit] = {}
    for visit in visits:
        first = visit.when.start if visit.when else None
        if first is not None and first <= day and (visit.level not in found or _ends(visit.when) >= _ends(found[visit.level].when)):
            found[visit.level] = visit
    return tuple(sorted(found.values(), key=lambda visit: ORDER.index(visit.level) if visit.level else len(ORDER)))


def find_latest_figures(points: Iterable[Point], measures: Iterable[str]) -> tuple[Point, ...]:
    """Of each measure the points of its latest period, by whomever they are told."""
    points = [point for point in points if point.period and point.period.end and not point.derived]
    latest = {measure: max((_ends(point.period) for point in points if point.measure == measure), default=None) for measure in measures}
    return tuple(point for measure in latest for point in points if point.measure == measure and _ends(point.period) == latest[measure])


def _deals(tenure: Tenure, pair: SidePair) -> bool:
    """Whether the office deals with the other side by what it is, or is accredited to it."""
    office = tenure.office
    if office.of not in pair.codes:
        return False
    other = pair.b if office.of in pair.a else pair.a
    return office.to in other if find_level(office.title) == "envoys" else office.to is None and is_counterpart(office.title)


def _may_hold(tenure: Tenure, day: date) -> bool:
    first = tenure.start or tenure.observed_from
    return (tenure.end is None or tenure.end >= day) and (first is None or first <= day)


def _last_day(tenure: Tenure) -> date:
    return max((day for day in (tenure.start, tenure.observed_to) if day), default=date.min)


def _ends(when: When | None) -> date:
    return (when.end or when.start or date.min) if when else date.min


def _by_rank(tenure: Tenure) -> tuple[int, str, str]:
    return (ORDER.index(find_level(tenure.office.title)), tenure.office.title.casefold(), tenure.office.of or "")
