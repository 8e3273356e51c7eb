"""The vocabulary of offices: which words of a language mean which title."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "offices.toml"
SPELLINGS = {"vice": "deputy", "defense": "defence"}
"""Words of a rank that the vocabulary writes another way."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Titles by the words that mean them, in small letters, and the rank words of English."""

    words: dict[str, dict[str, str]]
    ranks: frozenset[str]

    def title_of(self, words: str, language: str) -> str | None:
        """The vocabulary's English title with its ranks ("Vice Foreign Minister" is `deputy foreign minister`)."""
        table = self.words[language]
        lower = re.sub(r"\s+", " ", words.lower()).strip()
        if lower in table:
            return table[lower]
        first, _, rest = lower.partition(" ")
        first = first.removesuffix("-")
        if language == "en" and first in self.ranks and rest:
            title = self.title_of(rest, language)
            return None if title is None else title if first in TIMES else f"{_rank(first, title)} {title}"
        return None

    def is_former(self, words: str) -> bool:
        """Whether the rank words say that the office is no longer held."""
        return words.lower().startswith(("former ", "ex-", "then-", "then "))


TIMES = ("former", "ex", "then", "acting", "outgoing", "senior")
"""Ranks that say when or how an office is held; they become the post's state, not its title."""


def _rank(rank: str, title: str) -> str:
    """`deputy` for a vice minister; a vice president keeps his rank."""
    return rank if title in ("president", "chancellor") else SPELLINGS.get(rank, rank)


@cache
def load_offices() -> Offices:
    """The vocabulary from `data/offices.toml`."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    words: dict[str, dict[str, str]] = {}
    for language in ("en", "ru", "ko"):
        words[language] = {word.lower(): office["title"] for office in reversed(table["office"]) for word in office[language]}
    return Offices(words, frozenset(table["ranks"]["en"]))
