"""Series of figures: the value before a change, and its period."""

from datetime import date

import pytest

from dragoman.model import Change, Figure, When
from dragoman.reconcile.series import derive_before, derive_period
from tests.ask.builders import place, seal, state

QUARTER = When(start=date(2020, 1, 1), end=date(2020, 3, 31), precision="quarter")
FEBRUARY = When.in_month(2020, 2)


def fallen(when, since, ratio=0.25):
    about = (state("NOR"), state("PER"))
    change = Change(direction="down", ratio=ratio, since=since)
    return seal(Figure(**place("Trade fell to 11.", 0), measure="trade_turnover", of="trade", about=about, value=11.0, unit="USD", when=when, change=change))


def test_a_quarter_less_makes_a_third_more_before():
    assert derive_before(fallen(When.in_year(2020), None)) == pytest.approx(14.7)


@pytest.mark.parametrize(
    ("when", "since", "start", "end"),
    [
        (When.in_year(2020), None, date(2019, 1, 1), date(2019, 12, 31)),
        (When.in_year(2020), "the previous year", date(2019, 1, 1), date(2019, 12, 31)),
        (When.in_year(2020), "with 2015", date(2015, 1, 1), date(2015, 12, 31)),
        (QUARTER, "a year earlier", date(2019, 1, 1), date(2019, 3, 31)),
        (FEBRUARY, "전년", date(2019, 2, 1), date(2019, 2, 28)),
        (QUARTER, "по сравнению с прошлым годом", date(2019, 1, 1), date(2019, 3, 31)),
    ],
)
def test_the_base_of_a_change_dates_the_value_before(when, since, start, end):
    before = derive_period(fallen(when, since))
    assert (before.start, before.end, before.precision) == (start, end, "year" if since == "with 2015" else when.precision)


@pytest.mark.parametrize(
    ("when", "since"), [(QUARTER, None), (When.in_year(2020), "before the war"), (None, "the previous year"), (When.in_year(2020), "from 2015 to 2017")]
)
def test_a_base_that_nobody_can_date_has_no_period(when, since):
    assert derive_period(fallen(when, since)) is None
