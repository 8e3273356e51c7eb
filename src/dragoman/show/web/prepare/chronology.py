"""The chronology: entries by year and month, with lanes drawn over them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dragoman.ask.chronology import Line
from dragoman.model import When
from dragoman.show.charts.lanes import draw_lanes
from dragoman.show.web.pages import PER_PAGE, cut_page
from dragoman.show.web.screen import Shown

FINE = ("day", "week", "month")


def prepare_chronology(shown: Shown) -> dict[str, Any]:
    """One page of lines under their headings, and the lanes of all of them."""
    paging = cut_page(shown.answer, shown.given.get("page"))
    years = group_lines(paging.items)
    return {
        "paging": paging,
        "years": years,
        "lanes": draw_lanes([line.entry.claim for line in shown.answer]),
        "index": find_years(shown.answer) if paging.last > 1 else [],
        "shown_years": {year for year, _ in years},
    }


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year of the whole answer: the page on which it begins, and how many lines it has."""

    year: str
    page: int
    count: int


def find_years(lines: Sequence[Line]) -> list[YearLink]:
    """The years in their order, each with the page on which its first line stands."""
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    for number, line in enumerate(lines):
        year = _year(line.entry.claim.when)
        first.setdefault(year, number // PER_PAGE + 1)
        counts[year] = counts.get(year, 0) + 1
    return [YearLink(year, page, counts[year]) for year, page in first.items()]


def group_lines(lines: Iterable[Line]) -> list[tuple[str, list[tuple[str, list[Line]]]]]:
    """Lines by year and, within it, by month; what is not known so finely stands before the months of its year."""
    by_year = [(year, list(found)) for year, found in groupby(lines, key=lambda line: _year(line.entry.claim.when))]
    return [
        (year, [(month, list(found)) for month, found in groupby(found_year, key=lambda line: _month(line.entry.claim.when))]) for year, found_year in by_year
    ]


def _year(when: When | None) -> str:
    day = (when.start or when.end) if when else None
    return str(day.year) if day else "Undated"


def _month(when: When | None) -> str:
    day = (when.start or when.end) if when else None
    return f"{day:%B}" if when and day and when.precision in FINE else ""
