"""Marked dates of our own: how many intervals are exact, per language, above a floor."""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dragoman.read.dates import find_dates, resolve_times
from dragoman.read.page import TimeMention

TODAY = date(2024, 2, 4)
CASES = Path(__file__).parents[1] / "cases"
FLOORS = {"en": (0.95, 200), "ru": (0.95, 60), "ko": (0.95, 60)}
"""Least share of exact intervals, and least number of cases."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the words in brackets, and what they tell."""

    group: str
    marked: str
    expected: str

    @property
    def text(self) -> str:
        return self.marked.replace("[", "").replace("]", "")

    @property
    def span(self) -> tuple[int, int]:
        start = self.marked.rindex("[")
        brackets = self.marked[:start].count("[") + self.marked[:start].count("]")
        inner = self.marked[start + 1 : self.marked.index("]", start)]
        return start - brackets, start - brackets + len(inner)


def load_cases(language: str) -> Iterator[Case]:
    table = tomllib.loads((CASES / f"dates_{language}.toml").read_text(encoding="utf-8"))
    return (Case(group, marked, expected) for group, rows in table.items() for marked, expected in rows.items())


def told(case: Case, language: str) -> str:
    """What is read at the brackets, in the notation of the cases."""
    start, stop = case.span
    found = [m for m in resolve_times(list(find_dates(case.text, language, TODAY))) if m.span.start < stop and start < m.span.stop]
    return show(found[0]) if len(found) == 1 else "none" if not found else "several"


def show(mention: TimeMention) -> str:
    if mention.duration:
        return "length"
    when = mention.when
    return "?" if when is None else f"{when.start or '-'}..{when.end or '-'} {when.bound}"


@pytest.mark.parametrize("language", list(FLOORS))
def test_marked_dates_are_exact_above_the_floor(language: str) -> None:
    cases = list(load_cases(language))
    wrong = [f"{case.marked!r}: {case.expected} but read {read}" for case in cases if (read := told(case, language)) != case.expected]
    share, least = FLOORS[language]
    figure = f"{language}: {len(cases) - len(wrong)} of {len(cases)} exact ({1 - len(wrong) / len(cases):.3f})"
    sys.stdout.write("\n  ".join([figure, *wrong]) + "\n")
    assert len(cases) >= least
    assert len(wrong) <= (1 - share) * len(cases)
