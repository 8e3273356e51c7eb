"""The index: events by month as bars with their table twin."""

from typing import Any

from dragoman.ask.index import Index
from dragoman.show.charts.months import ROWS, draw_months, gather_columns
from dragoman.show.web.pages import write_address
from dragoman.show.web.screen import Shown
from dragoman.show.web.strip import share


def prepare_index(shown: Shown) -> dict[str, Any]:
    """The columns of the picture; each leads to the events that it counts."""
    columns = gather_columns(shown.answer)
    going = share(shown.given, Index)
    addresses = [write_address("/chronology", going, kind="event", since=column.since, until=column.until) for column in columns]
    unplaced = next((row for row in shown.answer if row.month is None), None)
    covered = [(column, address) for column, address in zip(columns, addresses, strict=True) if column.counts[0] is not None]
    counted = getattr(shown.question, "count", "events")
    return {
        "picture": draw_months(columns, addresses),
        "covered": covered,
        "rows": ROWS,
        "unplaced": unplaced,
        "counted": counted,
        "n_open": len(columns) - len(covered),
    }
