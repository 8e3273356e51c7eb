"""Common nouns that stand for somebody: an official, a body, a people, a firm of the state that the phrase names."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import ActorType

LANG = Path(__file__).parent / "lang"


@dataclass(frozen=True, slots=True)
class Roles:
    """Nouns of one language by the type of actor that they make, and nouns that only contain ("group", "number")."""

    nouns: dict[str, ActorType]
    containers: frozenset[str]

    def kind_of(self, lemma: str) -> ActorType | None:
        """The type of actor that a noun makes with a state's name; `None` where it makes none."""
        return self.nouns.get(lemma)


@cache
def load_roles(language: str) -> Roles:
    """The nouns of `lang/<language>/roles.toml`."""
    with (LANG / language / "roles.toml").open("rb") as file:
        table = tomllib.load(file)
    nouns: dict[str, ActorType] = {noun: kind for kind, words in table["nouns"].items() for noun in words}
    return Roles(nouns, frozenset(table["group"]["containers"]))
