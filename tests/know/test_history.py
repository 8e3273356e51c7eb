"""States through time: eras, successions and what becomes of links at them."""

import tomllib
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest

from dragoman.know.history import TABLE, load_history
from dragoman.know.states import load_ledger
from dragoman.model import ChannelType
from dragoman.model.succession import Fate, Manner


def find_succession(before: str, after: str):
    return next(row for row in load_history().successions_of(before) if row.after == after and row.before != row.after)


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("RUS", ("SUN",)),
        ("SUN", ()),
        ("SRB", ("SCG", "YUG")),
        ("SVK", ("CSK",)),
        ("AUT", ("AUH",)),
        ("YEM", ("YAR", "YMD")),
        ("UKR", ()),
        ("PRK", ()),
        ("TWN", ()),
    ],
)
def test_an_heir_carries_on_the_states_that_are_no_more(code: str, before: tuple[str, ...]) -> None:
    assert load_ledger().predecessors(code) == before


def test_successors_come_in_order_of_time() -> None:
    assert load_history().successors("SCG") == ("MNE", "SRB")
    assert load_history().successors("SUN")[-1] == "RUS"


@pytest.mark.parametrize(
    ("before", "after", "channel", "fate"),
    [
        ("SUN", "RUS", "embassy", "continues"),
        ("SUN", "KAZ", "embassy", "renewed"),
        ("SUN", "KAZ", "defence_pact", "lapses"),
        ("DDR", "DEU", "embassy", "lapses"),
        ("DDR", "DEU", "pipeline", "continues"),
        ("CSK", "SVK", "trade_agreement", "continues"),
        ("CSK", "SVK", "sanctions", "lapses"),
        ("YMD", "YEM", "trade_agreement", "continues"),
        ("KOR", "JPN", "diplomatic_relations", "lapses"),
    ],
)
def test_a_succession_says_what_becomes_of_each_link(before: str, after: str, channel: str, fate: Fate) -> None:
    assert find_succession(before, after).fate_of(channel) == fate


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("RUS", date(1890, 1, 1), "Russian Empire"),
        ("RUS", date(1917, 6, 1), "Russian Provisional Government"),
        ("RUS", date(1920, 6, 1), "Soviet Russia"),
        ("KOR", date(1884, 7, 7), "Joseon"),
        ("KOR", date(1900, 1, 1), "Korean Empire"),
        ("COD", date(1980, 1, 1), "Zaire"),
        ("RUS", date(2001, 1, 1), None),
    ],
)
def test_a_day_falls_in_a_time_of_its_state(code: str, day: date, name: str | None) -> None:
    era = load_history().era_at(code, day)
    assert era is not None
    assert era.name == name


@pytest.mark.parametrize(("name", "code"), [("Ottoman Empire", "TUR"), ("Заир", "COD"), ("대한제국", "KOR"), ("남베트남", "RVN")])
def test_names_of_other_times_are_known(name: str, code: str) -> None:
    assert load_ledger().names[name].code == code


def test_a_seat_stands_for_its_state_in_its_days_only() -> None:
    assert load_history().seat_at("Saigon", date(1965, 1, 1)) == "RVN"
    assert load_history().seat_at("Saigon", date(1990, 1, 1)) is None
    assert load_history().seat_at("Saigon", None) is None


def test_times_of_one_state_do_not_overlap() -> None:
    eras = load_history().eras
    for era, following in pairwise(eras):
        if era.code == following.code and era.until is not None:
            assert era.until < following.since, (era, following)


def test_an_ended_state_has_successors_on_a_day_that_its_time_reaches() -> None:
    history = load_history()
    for code in history.ended:
        era = next(era for era in history.eras if era.code == code)
        assert era.until is not None
        assert era.until + timedelta(days=1) in {row.on for row in history.successions_of(code)}, code


def test_manners_name_channels_and_fates_of_the_model() -> None:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    assert set(table["manners"]) == set(get_args(Manner))
    for manner in table["manners"].values():
        named = [channel for fate in get_args(Fate) for channel in manner.get(fate, ())]
        assert set(named) <= set(get_args(ChannelType))
        assert len(named) == len(set(named))
        assert manner["usual"] in get_args(Fate)
