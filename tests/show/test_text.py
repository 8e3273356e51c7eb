from datetime import date

import pytest

from dragoman.model import Actor, Change, Figure, Span, When
from dragoman.show.text import render_actor, render_figure, render_quote, render_when, render_who
from tests.ask.builders import event, on, place

YEAR = When.in_year(2013)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "–"),
        (on(2024, 2, 2), "2024-02-02"),
        (When.in_month(2022, 3), "Mar 2022"),
        (YEAR, "2013"),
        (YEAR.since(), "since 2013"),
        (YEAR.until(), "until 2013"),
        (YEAR.before(), "before 2013"),
        (YEAR.after(), "from 2014-01-01"),
        (on(2024, 2, 2).before(), "by 2024-02-01"),
        (When(start=date(1990, 1, 1), end=date(1999, 12, 31), precision="decade"), "1990s"),
        (When(start=date(2013, 1, 1), end=date(2015, 12, 31), precision="year"), "2013–2015"),
        (When(start=date(2020, 7, 1), end=date(2020, 9, 30), precision="quarter"), "Q3 2020"),
        (When(start=date(2020, 7, 1), end=date(2020, 12, 31), precision="half"), "H2 2020"),
        (When(start=None, end=None, precision="year"), "–"),
    ],
)
def test_a_time_shows_in_its_own_precision(when, words):
    assert render_when(when) == words


def test_who_does_it_to_whom():
    assert render_who(event("x", ["NOR"], ["PER"])) == "NOR → PER"
    assert render_who(event("x", ["NOR", "PER"], [], symmetric=True)) == "NOR ↔ PER"
    assert render_actor(Actor(name="Dahl", type="person", country="NOR", role="envoy")) == "Dahl, envoy (NOR)"


def test_a_figure_shows_what_is_known_of_it():
    fell = Change(direction="down", ratio=0.25)
    claim = Figure(**place("x", 0), measure="exports", of="fish", low=1000, high=2500, unit="USD", approximate=True, change=fell)
    assert render_figure(claim) == "exports · ≈ 1,000 to 2,500 USD · ↓ 25 % · fish"
    assert render_figure(Figure(document="d", span=Span(0, 1), text="x", language="en", measure="rank", of="rank", change=fell)) == "rank · ↓ 25 %"


def test_a_quote_is_on_one_line_with_one_pair_of_marks():
    assert render_quote("Rain\n  fell.") == "“Rain fell.”"
    assert render_quote("«Дождь», — сказал он.") == "«Дождь», — сказал он."
