"""The ledger of states: names of three languages, times of states, firms and outlets."""

from datetime import date

import pytest

from dragoman.know.offices import load_offices
from dragoman.know.outlets import load_firms, load_outlets
from dragoman.know.states import load_ledger


@pytest.mark.parametrize(
    ("word", "code"), [("Norway", "NOR"), ("Норвегия", "NOR"), ("노르웨이", "NOR"), ("ROK", "KOR"), ("КНДР", "PRK"), ("Kosovo", "XKX"), ("Taiwan", "TWN")]
)
def test_a_name_means_its_state(word, code):
    assert load_ledger().names[word].code == code


@pytest.mark.parametrize(("day", "code"), [(date(1989, 7, 1), "SUN"), (date(1992, 1, 1), "RUS"), (date(1910, 1, 1), "RUS"), (None, "RUS")])
def test_a_metonym_stands_for_the_state_of_its_day(day, code):
    assert load_ledger().resolve("RUS", day) == code


def test_a_successor_knows_its_predecessor():
    assert "SUN" in load_ledger().predecessors("RUS")
    assert load_ledger().predecessors("NOR") == ()


@pytest.mark.parametrize(
    ("words", "title"),
    [("Vice Foreign Minister", "deputy foreign minister"), ("first deputy prime minister", "first deputy prime minister"), ("gardener", None)],
)
def test_ranks_stay_in_the_title(words, title):
    assert load_offices().title_of(words, "en") == title


def test_no_firm_or_outlet_is_the_name_of_a_state():
    states = {word for word, name in load_ledger().names.items() if name.kind not in ("body", "organisation")}
    assert not states & {*load_firms(), *load_outlets()}
