"""Counts by month: not known is not zero."""

# ruff: noqa: ANN002, ANN003 (builders of tests pass on whatever fields they are given)

from datetime import date

from dragoman.ask.dyad import Dyad
from dragoman.ask.index import Index
from dragoman.model import When
from dragoman.show.charts.months import draw_months, gather_columns
from tests.ask.builders import channel, event, on, view

DYAD = Dyad("NOR", "PER")


def counts(*claims, **fields):
    return [(row.month, row.quads) for row in Index(DYAD, **fields).answer(view(*claims))]


def test_a_month_without_a_source_is_open_and_one_with_a_source_counts_nothing():
    talks = event("Talks.", ("NOR",), ("PER",), on(2025, 3), quad=1)
    strike = event("A strike.", ("NOR",), ("PER",), When.in_month(2025, 6), start=50, type="COERCE", quad=4)
    assert counts(talks, strike) == [("2025-03", (1, 0, 0, 0)), ("2025-04", (None,) * 4), ("2025-05", (0, 0, 0, 0)), ("2025-06", (0, 0, 0, 1))]


def test_what_has_no_single_month_is_counted_apart():
    assert counts(event("Talks.", ("NOR",), ("PER",), When.in_year(2024))) == [(None, (1, 0, 0, 0))]
    assert counts(event("Talks.", ("NOR",), ("PER",))) == [(None, (1, 0, 0, 0))]


def test_only_what_was_so_between_the_two_is_counted():
    planned = event("Talks.", ("NOR",), ("PER",), on(2025, 3), modality="planned")
    elsewhere = event("Talks.", ("NOR",), ("CHL",), on(2025, 3), start=30)
    flights = channel("Flights.", "open", ("NOR", "PER"), on(2025, 3), start=60)
    assert counts(planned, elsewhere, flights) == []


def test_the_months_can_be_cut():
    claims = [event(f"Talks {month}.", ("NOR",), ("PER",), on(2025, month), start=20 * month) for month in (1, 2, 3)]
    assert [month for month, _ in counts(*claims, since=date(2025, 2, 10), until=date(2025, 2, 20))] == ["2025-02"]


def test_many_months_are_drawn_by_year_and_an_open_one_has_no_ground():
    claims = [event("Talks.", ("NOR",), ("PER",), on(1990, 5)), event("More talks.", ("NOR",), ("PER",), on(2025, 3), start=50)]
    columns = gather_columns(Index(DYAD).answer(view(*claims)))
    assert (columns[0].label, columns[0].since, columns[0].until, columns[0].counts) == ("1990", "1990-05-01", "1990-12-31", (1, 0, 0, 0))
    assert columns[1].counts == (None,) * 4
    picture = draw_months(columns, ["/chronology"] * len(columns))
    assert picture.count("<a ") == 2
    assert draw_months([], []) is None
