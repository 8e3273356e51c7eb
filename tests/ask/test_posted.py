"""Where the ambassador is posted that a question asks for."""

from datetime import date

import msgspec
import pytest

from dragoman.ask.finding import find_former
from dragoman.ask.posted import find_seat, is_posted_elsewhere
from dragoman.model import When
from tests.ask.builders import channel, post


@pytest.mark.parametrize(
    ("words", "seat"),
    [
        ("Who is the ambassador of Norway to Peru?", "PER"),
        ("Who was Peru's ambassador in the Republic of Korea?", "KOR"),
        ("Кто посол Перу в Норвегии?", "NOR"),
        ("주페루 노르웨이 대사는 누구인가?", "PER"),
        ("주한 노르웨이 대사는 누구인가?", "KOR"),
        ("페루 주재 노르웨이 대사는 누구인가?", "PER"),
        ("Who is the Norwegian ambassador?", None),
    ],
)
def test_the_seat_of_an_ambassador_is_told_by_small_words(words, seat):
    assert find_seat(words) == seat


def test_an_ambassador_the_other_way_round_is_no_answer():
    there = post("Berg is ambassador of Norway to Peru.", "Berg", "ambassador", "NOR", "incumbent")
    there = msgspec.structs.replace(there, office=msgspec.structs.replace(there.office, to="PER"))
    sides = frozenset({"NOR", "PER"})
    assert not is_posted_elsewhere(there, "PER", sides)
    assert is_posted_elsewhere(there, "NOR", sides)
    assert not is_posted_elsewhere(there, None, sides)


@pytest.mark.parametrize(("day", "former"), [(date(1990, 9, 30), ["SUN"]), (date(1884, 7, 7), []), (date(2004, 1, 1), [])])
def test_a_state_of_the_past_is_met_by_its_heir_in_its_own_time(day, former):
    told = channel("Russia opened flights.", "established", ("RUS", "NOR"), When.on(day))
    assert list(find_former(told, {"RUS", "NOR"})) == former
