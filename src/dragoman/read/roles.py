"""Common nouns that stand for somebody: an official, a body, a people, a firm of the state that the phrase names."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import ActorType

LANG = Path(__file__).parent / "lang"


@dataclass(frozen=True, slots=True)
class Roles:
    """Nouns of one language by the type of actor that they make, and nouns that only contain ("group", "number").

    `by_end`: compounds are written as one word, and the end of the word says what it is (Korean).
    """

    nouns: dict[str, ActorType]
    containers: frozenset[str]
    by_end: bool = False

    def kind_of(self, lemma: str) -> ActorType | None:
        """The type of actor that a noun makes with a state's name; `None` where it makes none."""
        if lemma in self.nouns or not self.by_end:
            return self.nouns.get(lemma)
        return next((self.nouns[lemma[-n:]] for n in (4, 3, 2) if len(lemma) > n and lemma[-n:] in self.nouns), None)


@cache
def load_roles(language: str) -> Roles:
    """The nouns of `lang/<language>/roles.toml`."""
    with (LANG / language / "roles.toml").open("rb") as file:
        table = tomllib.load(file)
    nouns: dict[str, ActorType] = {noun: kind for kind, words in table["nouns"].items() for noun in words}
    return Roles(nouns, frozenset(table["group"]["containers"]), table["group"].get("by_end", False))
