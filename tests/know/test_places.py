"""Places: degrees, states, guarded names; and words that name several states."""

import tomllib

import pytest

from dragoman.know.ambiguous import TABLE, load_ambiguous
from dragoman.know.places import load_places
from dragoman.know.states import load_ledger


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Geneva", "CHE", 46.2, 6.15),
        ("Джидда", "SAU", 21.49, 39.19),
        ("판문점", "KOR", 37.96, 126.68),
        ("Oslo", "NOR", 59.91, 10.75),
        ("Ушуая", "ARG", -54.8, -68.3),
    ],
)
def test_a_place_has_its_state_and_degrees(name: str, country: str, lat: float, lon: float) -> None:
    place = load_places().find(name)
    assert place is not None
    assert (place.name, place.country, place.lat, place.lon) == (name, country, lat, lon)


def test_a_place_asked_for_in_another_state_is_not_found() -> None:
    assert load_places().find("Geneva", "USA") is None
    assert load_places().find("Nowhere") is None


def test_every_state_has_names_in_three_languages_and_a_capital_with_degrees() -> None:
    ledger = load_ledger()
    states = {name.code for name in ledger.names.values() if name.kind == "state"} - ledger.history.ended
    for code in states:
        names = [word for word, name in ledger.names.items() if name == ledger.names[word] and name.kind == "state" and name.code == code]
        assert any(word.isascii() or word[0] < "\u0400" for word in names), code
        assert any("а" <= word[-1].lower() <= "я" for word in names), code
        assert any("가" <= word[0] <= "힣" for word in names), code
    bare = {"VAT", "LUX", "MCO", "SMR", "SGP"}  # city states, and one that shares its capital's name
    assert states - set(load_places().capitals) <= bare


def test_degrees_lie_on_the_globe_and_countries_are_in_the_ledger() -> None:
    codes = {name.code for name in load_ledger().names.values() if name.kind == "state"}
    for name, place in load_places().places.items():
        assert place.country in codes, name
        assert place.lat is not None, name
        assert place.lon is not None, name
        assert abs(place.lat) <= 90, name
        assert abs(place.lon) <= 180, name


@pytest.mark.parametrize(
    ("word", "text", "code"),
    [
        ("РК", "Посол РК вылетел из Сеула.", "KOR"),
        ("РК", "Посол РК вылетел из Астаны.", "KAZ"),
        ("Congo", "Rebels took a town in Congo, north of Goma.", "COD"),
        ("Congo", "The bank in Brazzaville lent money to Congo.", "COG"),
        ("조선", "조선은 평양에서 성명을 냈다.", "PRK"),
        ("조선", "고종 때 조선은 조약을 맺었다.", "KOR"),
        ("조선", "조선 이야기.", None),
    ],
)
def test_words_nearby_speak_for_one_of_several_states(word: str, text: str, code: str | None) -> None:
    doubt = load_ambiguous().find(word)
    assert doubt is not None
    assert doubt.choose(text)[0] == code


@pytest.mark.parametrize(
    ("word", "text", "excluded"),
    [
        ("Georgia", "a plant in Atlanta, Georgia opened", True),
        ("Georgia", "the border of Georgia with Armenia", False),
        ("수단", "다른 수단을 찾았다", True),
        ("수단", "수단 정부는 부인했다", False),
        ("인도", "인도적 지원을 보냈다", True),
        ("인도", "인도는 제안을 거부했다", False),
        ("индийск", "в индийском океане", True),
        ("Indian", "an Indian Ocean island", True),
    ],
)
def test_neighbours_tell_when_no_state_is_meant(word: str, text: str, *, excluded: bool) -> None:
    doubt = load_ambiguous().find(word)
    assert doubt is not None
    start = text.index(word)
    assert doubt.excludes(text, start, start + len(word)) is excluded


def test_every_doubtful_word_says_why_and_names_states_of_the_ledger() -> None:
    codes = {name.code for name in load_ledger().names.values() if name.kind == "state"}
    for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["word"]:
        assert row["why"]
        assert {*row["codes"], *row.get("cues", {})} <= codes, row["words"]


def test_pairs_are_made_of_syllables_that_stand_for_states() -> None:
    table = load_ambiguous()
    assert all(letter in table.syllables for pair in table.pairs for letter in pair)
    assert set(table.syllables.values()) <= {name.code for name in load_ledger().names.values()}
