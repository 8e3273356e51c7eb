"""Places with their state and degrees: capitals, large cities, and seats of talks, by their names in three languages."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.model import Place

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name. `guarded` names are common words or people's names as well; `capitals` gives those of each state."""

    places: dict[str, Place]
    guarded: frozenset[str]
    capitals: dict[str, Place]

    def find(self, name: str, country: str | None = None) -> Place | None:
        """The place of that name under the name that was asked for; with `country` only where it lies there."""
        place = self.places.get(name)
        if place is None or (country is not None and place.country != country):
            return None
        return Place(name=name, country=place.country, lat=place.lat, lon=place.lon)


@cache
def load_places() -> Gazetteer:
    """The gazetteer of `data/cities.toml`, with the capitals of `data/states.toml`."""
    table = _load("cities.toml")
    places: dict[str, Place] = {}
    capitals: dict[str, Place] = {}
    guarded = set(table["guarded"]["capitals"])
    for state in _load("states.toml")["state"]:
        code, names = state["code"], state["capitals"]
        if code in table["capitals"]:
            lat, lon = table["capitals"][code]
            capitals[code] = Place(name=next(iter(names["en"]), state["en"][0]), country=code, lat=lat, lon=lon)
            for name in (word for language in ("en", "ru", "ko") for word in names[language]):
                places.setdefault(name, Place(name=name, country=code, lat=lat, lon=lon))
    for country, lat, lon, *names in table["cities"]["places"]:
        for word in (word for language in names for word in language.split("|") if word):
            name = word.lstrip("~")
            places[name] = Place(name=name, country=country, lat=lat, lon=lon)
            if word != name:
                guarded.add(name)
    return Gazetteer(places, frozenset(guarded), capitals)


def _load(file: str) -> dict[str, Any]:
    with (DATA / file).open("rb") as opened:
        return tomllib.load(opened)
