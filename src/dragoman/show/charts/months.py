"""Bars by month, one row per kind of event; a month that no source covers has no ground line and no bar."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.ask.index import IndexMonth
from dragoman.show.charts.svg import draw, draw_picture

WIDTH, LEFT, ROW, TOP, GAP = 960, 170, 58, 8, 16
ROWS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
MOST_COLUMNS = 240
MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Column:
    """One month, or as many as a column must hold: its counts (`None`: not covered) and the days that it spans."""

    label: str
    since: str
    until: str
    counts: tuple[int | None, ...]


def gather_columns(months: Sequence[IndexMonth], most: int = MOST_COLUMNS) -> list[Column]:
    """Months as columns; by year where there are too many of them for the picture."""
    dated = [month for month in months if month.month is not None]
    size = 7 if len(dated) <= most else 4
    groups: dict[str, list[IndexMonth]] = {}
    for month in dated:
        groups.setdefault((month.month or "")[:size], []).append(month)
    return [_gather(label, found) for label, found in groups.items()]


def _gather(label: str, months: Sequence[IndexMonth]) -> Column:
    covered = [month.quads for month in months if month.is_covered]
    counts = tuple(sum(count or 0 for count in counts) for counts in zip(*covered, strict=True)) if covered else (None,) * len(ROWS)
    first, last = months[0].month or "", months[-1].month or ""
    year, month = map(int, last.split("-"))
    return Column(label, f"{first}-01", f"{last}-{monthrange(year, month)[1]:02}", counts)


def draw_months(columns: Sequence[Column], addresses: Sequence[str]) -> Markup | None:
    """The picture, each column a link to what it counts; `None` where there is no column.

    Its table twin says the same in words, so that it is hidden from who cannot see it and left out of the order of the Tab key.
    """
    if not columns:
        return None
    width = (WIDTH - LEFT - 8) / len(columns)
    highest = max((count or 0 for column in columns for count in column.counts), default=0) or 1
    height = TOP + (ROW + GAP) * len(ROWS) + 14
    parts = [part for number, name in enumerate(ROWS) for part in _draw_row(number, name, columns, width, highest)]
    parts += _draw_ticks(columns, width, height)
    parts += [
        draw("a", [draw("rect", "", x=LEFT + index * width, y=TOP, width=width, height=height - TOP - 14, class_="column")], href=address, tabindex=-1)
        for index, address in enumerate(addresses)
        if any(columns[index].counts)
    ]
    return draw_picture(parts, width=WIDTH, height=height, title="Events by month; the table below says the same", class_="months")


def _draw_row(number: int, name: str, columns: Sequence[Column], width: float, highest: int) -> Iterator[Markup]:
    ground = TOP + (ROW + GAP) * number + ROW
    bar = max(width - 1, width * 0.7)
    covered = "".join(
        f"M{LEFT + index * width:.1f} {ground + 0.5:.1f}h{width:.2f}" for index, column in enumerate(columns) if column.counts[number] is not None
    )
    bars = "".join(_bar(LEFT + index * width, ground, bar, ROW * (column.counts[number] or 0) / highest) for index, column in enumerate(columns))
    yield draw("text", name, x=0, y=ground - 2, class_="name")
    yield draw("text", str(highest), x=LEFT - 6, y=ground - ROW + 9, class_="tick", text_anchor="end")
    yield draw("text", "0", x=LEFT - 6, y=ground, class_="tick", text_anchor="end")
    yield draw("path", "", d=covered, class_="axis")
    yield draw("path", "", d=bars, class_="bar")


def _bar(x: float, ground: float, width: float, height: float) -> str:
    return f"M{x:.1f} {ground}h{width:.1f}v-{height:.1f}h-{width:.1f}z" if height else ""


def _draw_ticks(columns: Sequence[Column], width: float, height: int) -> Iterator[Markup]:
    """The year where it begins, as many as there is room for."""
    years = [(index, column.label[:4]) for index, column in enumerate(columns) if index == 0 or column.label[:4] != columns[index - 1].label[:4]]
    step = -(-len(years) // MOST_TICKS)
    for index, year in years[::step]:
        yield draw("text", year, x=LEFT + index * width, y=height - 2, class_="tick")
