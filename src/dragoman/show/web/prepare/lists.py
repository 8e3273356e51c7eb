"""Lists: one page of the answer, and the few words that their lines need beside it."""

from typing import Any

from dragoman.ask.figures import Point
from dragoman.show.charts.series import SeriesPoint, draw_series
from dragoman.show.moments import say_when
from dragoman.show.sentences import name_row, say_sides
from dragoman.show.web.pages import cut_page
from dragoman.show.web.screen import Shown

MOST_SERIES = 8
"""Pictures on one screen; the table beneath holds all points."""


def prepare_list(shown: Shown) -> dict[str, Any]:
    """One page of the answer."""
    return {"paging": cut_page(shown.answer, shown.given.get("page"))}


def prepare_positions(shown: Shown) -> dict[str, Any]:
    """One page, newest last, each with the day on which it was published."""
    return {"paging": cut_page(shown.answer, shown.given.get("page")), "said": {kept.id: kept for kept in shown.documents.values()}}


def prepare_changes(shown: Shown) -> dict[str, Any]:
    """One page; a line that is told now by what it tells, a link by its name and its sides."""
    paging = cut_page(shown.answer, shown.given.get("page"))
    told = {entry.id: entry.claim for entry in shown.desk.entries()}
    return {"paging": paging, "told": told, "links": {change.id: name_row(change.id) for change in paging.items if change.what == "board"}}


def prepare_conflicts(shown: Shown) -> dict[str, Any]:
    """One page of conflicts, those still open first; an address that names one shows it alone."""
    asked = shown.given.get("id")
    found = tuple(conflict for conflict in shown.answer if asked in (None, "", conflict.id))
    found = tuple(sorted(found, key=lambda conflict: conflict.status != "open"))
    return {"paging": cut_page(found, shown.given.get("page"), 20), "endings": ENDINGS, "n_open": sum(conflict.status == "open" for conflict in shown.answer)}


ENDINGS = ("translation error", "wrong", "both true", "different scope", "cannot tell")
"""How a conflict ends."""


def prepare_figures(shown: Shown) -> dict[str, Any]:
    """Points by series, those with enough of them drawn."""
    points: tuple[Point, ...] = shown.answer
    series: dict[tuple[str, str, str], list[Point]] = {}
    for point in points:
        series.setdefault((point.measure, point.unit, say_sides(point.about)), []).append(point)
    drawn = [(measure, unit, about, picture) for (measure, unit, about), found in series.items() if (picture := _draw(measure, unit, found))]
    return {"paging": cut_page(points, shown.given.get("page")), "drawn": drawn[:MOST_SERIES], "n_drawn": len(drawn), "whole": say_when}


def _draw(measure: str, unit: str, points: list[Point]) -> Any:  # noqa: ANN401 (a picture or nothing)
    """The picture of one series; `None` where fewer than two points have a time."""
    placed = [
        SeriesPoint(when.start or when.end, when.end or when.start, value, point.low, point.high, point.reporter)
        for point in points
        if (when := point.period) and (when.start or when.end) and not point.derived and (value := _middle(point)) is not None
    ]
    name = measure.replace("_", " ") + ("" if unit == "1" else f", {unit}")
    return draw_series([point for point in placed if point.start and point.end], name)


def _middle(point: Point) -> float | None:
    if point.value is not None:
        return point.value
    ends = [end for end in (point.low, point.high) if end is not None]
    return sum(ends) / len(ends) if ends else None
