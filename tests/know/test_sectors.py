"""Sectors of phrases and actors."""

import pytest

from dragoman.know.sectors import load_sectors, sector_of
from dragoman.model import Actor


@pytest.mark.parametrize(
    ("language", "phrase", "sector"),
    [
        ("en", "Norwegian fishermen", "AGR"),
        ("en", "the defence minister", "GOV"),
        ("en", "a former defence minister", "ELI"),
        ("en", "two border guards", "COP"),
        ("en", "judges of the high court", "JUD"),
        ("en", "president of the university", "EDU"),
        ("en", "masked gunmen", "UAF"),
        ("en", "a flower", None),
        ("ru", "норвежские рыбаки", "AGR"),
        ("ru", "бывший министр", "ELI"),
        ("ru", "депутаты парламента", "LEG"),
        ("ko", "노르웨이 어민", "AGR"),
        ("ko", "튀르키예 국회 의원", "LEG"),
    ],
)
def test_a_phrase_has_the_sector_of_its_words(language: str, phrase: str, sector: str | None) -> None:
    assert load_sectors().read(phrase, language).sector == sector


def test_a_ministry_of_defence_is_of_government_and_about_the_military() -> None:
    found = load_sectors().read("the defence ministry")
    assert (found.sector, found.second) == ("GOV", "MIL")


def test_an_actor_has_the_sector_of_its_name_role_or_type() -> None:
    assert sector_of(Actor(name="Norway", type="state", country="NOR")) is None
    assert sector_of(Actor(name="Kari Nordmann", type="person", country="NOR", role="ambassador")) == "GOV"
    assert sector_of(Actor(name="Fjord", type="firm", country="NOR")) == "BUS"
    assert sector_of(Actor(name="ASEAN", id="ASEAN", type="organisation")) == "IGO"
