"""A series of figures over time: each point as wide as its period, bars where a source gives a range, and a ground line at nought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from markupsafe import Markup

from dragoman.show.charts.svg import draw, draw_picture

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 500, 170, 56, 22, 10
MOST_TICKS = 7
NAMES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One value of a period; `low` and `high` where the source gives a range."""

    start: date | None
    end: date | None
    value: float
    low: float | None
    high: float | None
    reporter: str


def draw_series(points: Sequence[SeriesPoint], name: str) -> Markup | None:
    """The picture; `None` where the points are of fewer than two periods. Its table twin stands beneath it on the screen."""
    placed = [(point.start, point.end, point) for point in points if point.start and point.end]
    if len({(start, end) for start, end, _ in placed}) < 2:
        return None
    first, last = min(start for start, _, _ in placed).year, max(end for _, end, _ in placed).year + 1
    values = [value for _, _, point in placed for value in (point.value, point.low, point.high) if value is not None]
    lowest, highest = min(0.0, *values), max(values)
    steps = list(_find_steps(lowest, highest))
    lowest, highest = min(lowest, steps[0]), max(highest, steps[-1], lowest + 1e-9)

    def place_x(day: date) -> float:
        return LEFT + (WIDTH - LEFT - 8) * (day.toordinal() - date(first, 1, 1).toordinal()) / (date(last, 1, 1).toordinal() - date(first, 1, 1).toordinal())

    def place_y(value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (highest - value) / (highest - lowest)

    parts = [part for step in steps for part in _draw_step(step, place_y(step))]
    parts += [draw("text", str(year), x=place_x(date(year, 1, 1)), y=HEIGHT - 5, class_="tick") for year in _find_years(first, last)]
    for start, end, point in sorted(placed, key=lambda found: found[:2]):
        x, width = place_x(start), max(4.0, place_x(end) - place_x(start))
        if point.low is not None and point.high is not None:
            parts.append(draw("line", "", x1=x + width / 2, x2=x + width / 2, y1=place_y(point.low), y2=place_y(point.high), class_="range"))
        parts.append(draw("rect", "", x=x, y=place_y(point.value) - 2, width=width, height=4, rx=2, class_="dot"))
    title = f"{name}: {len(placed)} values from {first} to {last - 1}; the table below says the same"
    return draw_picture(parts, width=WIDTH, height=HEIGHT, title=title, class_="series")


def _draw_step(step: float, y: float) -> Iterator[Markup]:
    yield draw("line", "", x1=LEFT, x2=WIDTH - 8, y1=y, y2=y, class_="axis" if step == 0 else "grid")
    yield draw("text", write_short(step), x=LEFT - 6, y=y + 4, class_="tick", text_anchor="end")


def _find_steps(lowest: float, highest: float) -> Iterator[float]:
    """Round values from the lowest to the highest, about four."""
    size = max(highest - lowest, abs(highest), 1e-9) / 4
    unit = 10 ** floor(log10(size))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= size)
    number = floor(lowest / step)
    while number * step <= highest + step * 0.999:
        yield number * step
        number += 1


def _find_years(first: int, last: int) -> range:
    return range(first, last, max(1, -(-(last - first) // MOST_TICKS)))


def write_short(value: float) -> str:
    """`4.2 bn`, `250 k`, `12`."""
    for size, name in NAMES:
        if abs(value) >= size:
            return f"{value / size:.3g} {name}"
    return f"{value:.3g}"
