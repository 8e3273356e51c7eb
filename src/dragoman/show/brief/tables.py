"""Tables of a note: agreements, offices and figures, each row with who tells it and its citations."""

from collections.abc import Iterable

from dragoman.ask.agreements import Agreement
from dragoman.ask.figures import Point
from dragoman.ask.who import Tenure
from dragoman.show.brief.citing import Citing
from dragoman.show.brief.lint import TELLERS
from dragoman.show.brief.model import Row, Table
from dragoman.show.brief.saying import name_tellers
from dragoman.show.moments import say_tenure, say_when
from dragoman.show.sentences import say_office, say_reporter, say_sides
from dragoman.show.text import render_number

NOT_SAID = "not said"


def tabulate_agreements(agreements: Iterable[Agreement], citing: Citing) -> Table:
    """One row for each instrument, with the furthest state that is told."""
    rows = [
        Row(
            (
                found.title,
                found.type,
                found.state.replace("_", " "),
                say_when(found.signed) if found.signed else NOT_SAID,
                say_when(found.in_force) if found.in_force else NOT_SAID,
                name_tellers(found.reports, citing),
            ),
            citing.cite(found.reports),
        )
        for found in agreements
    ]
    return Table(("Agreement", "Kind", "State", "Signed", "In force", TELLERS), tuple(rows))


def tabulate_offices(tenures: Iterable[Tenure], citing: Citing) -> Table:
    """One row for each holder, and for each office that is told to be vacant."""
    rows = [
        Row(
            (say_office(found.office), found.person.name if found.person else "nobody", found.state, say_tenure(found), name_tellers(found.reports, citing)),
            citing.cite(found.reports),
        )
        for found in tenures
    ]
    return Table(("Office", "Holder", "As", "When", TELLERS), tuple(rows))


def tabulate_figures(points: Iterable[Point], citing: Citing) -> Table:
    """One row for each number; what was worked out of a change is marked as such."""
    rows = [
        Row(
            (
                point.measure.replace("_", " "),
                say_sides(point.about),
                "the period before" if point.derived else say_when(point.period),
                _say_value(point),
                citing.name_source(point.reports[0]) if point.reporter == point.reports[0].file else say_reporter(point.reporter),
            ),
            citing.cite(point.reports),
        )
        for point in points
    ]
    return Table(("Measure", "Of", "Period", "Value", TELLERS), tuple(rows))


def _say_value(point: Point) -> str:
    values = [value for value in (point.low, point.high) if value is not None] if point.value is None else [point.value]
    unit = "" if point.unit == "1" else f" {point.unit}"
    return f"{' to '.join(map(render_number, values))}{unit}" + (" (worked out, approximate)" if point.derived else "")
