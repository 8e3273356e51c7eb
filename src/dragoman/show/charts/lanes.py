"""Lanes: one per kind of claim, with a mark where something is known to have been, as wide as it is imprecise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from dragoman.model import Claim, When
from dragoman.show.charts.svg import draw, draw_picture

WIDTH, LEFT, LANE, TOP = 960, 96, 18, 22
KINDS = ("event", "channel", "post", "figure", "statement", "assessment", "instrument")
Dated = tuple[str, tuple[date, date]]
"""A kind of claim, and the days of its interval."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200)
MOST_TICKS = 10
SHORTEST = 2.0
MOST_MARKS = 240
"""Marks that can be told apart; of more the lanes show how many there are, in BINS bins."""
BINS = 172


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to places on the picture."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """The place of a day, in units of the picture."""
        share = (day.toordinal() - self.first.toordinal()) / max(1, self.last.toordinal() - self.first.toordinal())
        return LEFT + share * (WIDTH - LEFT - 8)


def draw_lanes(claims: Sequence[Claim]) -> Markup | None:
    """The picture; `None` where fewer than two claims have a time."""
    dated = [(claim.kind, span) for claim in claims if (span := _find_span(claim.when))]
    if len(dated) < 2:
        return None
    first, last = min(start for _, (start, _) in dated), max(end for _, (_, end) in dated)
    scale = Scale(date(first.year, 1, 1), date(last.year, 12, 31))
    kinds = [kind for kind in KINDS if any(found == kind for found, _ in dated)]
    height = TOP + LANE * len(kinds) + 4
    lanes = _draw_marks(kinds, dated, scale) if len(dated) <= MOST_MARKS else _draw_density(kinds, dated, scale)
    parts = [*_draw_years(scale, height), *lanes]
    title = f"{len(dated)} dated entries from {first.year} to {last.year}, in one lane per kind; the list below says the same in words"
    return draw_picture(parts, width=WIDTH, height=height, title=title, class_="lanes")


def _find_span(when: When | None) -> tuple[date, date] | None:
    """The days of an interval; an open end counts as its other end."""
    if when is None:
        return None
    start, end = when.start or when.end, when.end or when.start
    return (start, end) if start and end else None


def _draw_years(scale: Scale, height: int) -> Iterator[Markup]:
    years = scale.last.year - scale.first.year + 1
    step = next((step for step in STEPS if years / step <= MOST_TICKS), STEPS[-1])
    for year in range(scale.first.year, scale.last.year + 1):
        if year % step == 0:
            x = scale.place(date(year, 1, 1))
            yield draw("line", x1=x, x2=x, y1=TOP - 6, y2=height, class_="grid")
            yield draw("text", str(year), x=x + 3, y=TOP - 9, class_="tick")


def _draw_marks(kinds: Sequence[str], dated: Sequence[Dated], scale: Scale) -> Iterator[Markup]:
    """Per lane all its marks as one path, those that touch joined."""
    for number, kind in enumerate(kinds):
        yield from _draw_ground(number, kind)
        marks = sorted((scale.place(start), max(SHORTEST, scale.place(end) - scale.place(start))) for found, (start, end) in dated if found == kind)
        fine = [(x, width) for x, width in marks if width <= (WIDTH - LEFT) / 20]
        coarse = [(x, width) for x, width in marks if width > (WIDTH - LEFT) / 20]
        top = TOP + number * LANE
        yield draw("path", "", d=_write_path(_join(coarse), top + 7, 4), class_="coarse")
        yield draw("path", "", d=_write_path(_join(fine), top + 3, 12), class_="fine")


def _draw_density(kinds: Sequence[str], dated: Sequence[Dated], scale: Scale) -> Iterator[Markup]:
    """Per lane how many there are at each time, on one scale for all; what is known to an interval is spread over it."""
    step = (WIDTH - LEFT - 8) / BINS
    counts = {kind: [0.0] * BINS for kind in kinds}
    for kind, (start, end) in dated:
        first, last = (min(BINS - 1, int((scale.place(day) - LEFT) / step)) for day in (start, end))
        for place in range(first, last + 1):
            counts[kind][place] += 1 / (last + 1 - first)
    highest = max(count for lane in counts.values() for count in lane)
    for number, kind in enumerate(kinds):
        yield from _draw_ground(number, kind, LANE - 2)
        ground = TOP + number * LANE + LANE - 2
        heights = ((LEFT + place * step, (LANE - 4) * count / highest) for place, count in enumerate(counts[kind]) if count)
        yield draw("path", "", d="".join(f"M{x:.1f} {ground}h{step - 0.6:.1f}v-{max(high, 0.7):.1f}h-{step - 0.6:.1f}z" for x, high in heights), class_="fine")


def _draw_ground(number: int, kind: str, below: float = LANE / 2) -> Iterator[Markup]:
    """The name of a lane and its line."""
    top = TOP + number * LANE
    yield draw("text", kind, x=0, y=top + LANE - 5, class_="lane")
    yield draw("line", "", x1=LEFT, x2=WIDTH - 8, y1=top + below, y2=top + below, class_="grid")


def _join(marks: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Marks that lie on one another drawn as one, so that a thousand of them make a short path."""
    joined: list[tuple[float, float]] = []
    for x, width in marks:
        if joined and x <= joined[-1][0] + joined[-1][1]:
            left = joined[-1][0]
            joined[-1] = (left, max(joined[-1][1], x + width - left))
        else:
            joined.append((x, width))
    return joined


def _write_path(marks: Sequence[tuple[float, float]], top: float, height: float) -> str:
    return "".join(f"M{x:.1f} {top:.0f}h{width:.1f}v{height:.0f}h-{width:.1f}z" for x, width in marks)
