"""Leaders by name: who led which state, as far as a page may know without being told."""

import pytest

from dragoman.know.leaders import find_state_led, load_leaders, words_of_name
from dragoman.know.states import load_ledger


@pytest.mark.parametrize(
    ("name", "states", "code"),
    [
        ("Jacinda Ardern", {"NZL", "FJI"}, "NZL"),
        ("Recep Tayyip Erdogan", {"TUR", "GRC"}, "TUR"),
        ("Kikwete", {"TZA", "NOR"}, "TZA"),
        ("Sebastian Pinera", {"CHL", "PER"}, "CHL"),
        ("Jacinda Ardern", {"FJI", "PER"}, None),  # the page does not name her state
        ("Jacinda Rojas", {"NZL", "PER"}, None),
        ("Rasmussen", {"DNK", "NOR"}, "DNK"),
        ("Hassan", {"TZA", "SOM"}, None),  # two of them led one of these
    ],
)
def test_a_leader_is_of_the_state_that_he_led(name, states, code):
    assert find_state_led(name, states) == code


def test_ministers_are_known_apart():
    assert find_state_led("Winston Peters", {"NZL"}) is None
    assert find_state_led("Winston Peters", {"NZL"}, section="ministers") == "NZL"


@pytest.mark.parametrize("section", ["heads", "ministers"])
def test_each_name_is_of_one_state_of_the_ledger(section):
    codes = {name.code for name in load_ledger().names.values()}
    leaders = load_leaders(section)
    assert {code for _, code in leaders} <= codes
    assert all(words_of_name(name) for name, _ in leaders)
    assert len({name for name, _ in leaders}) == len(leaders)
