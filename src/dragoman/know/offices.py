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
    only: dict[str, frozenset[str]]

    def title_of(self, words: str, language: str, country: str | None = None) -> str | None:
        """The vocabulary's English title with its ranks ("Vice Foreign Minister" is `deputy foreign minister`).

        Words that mean an office in some states only (`only`) mean none in another state.
        """
        table = self.words[language]
        lower = re.sub(r"\s+", " ", words.lower()).strip().replace("’", "'")
        if lower in table:
            return None if country is not None and country not in self.only.get(lower, (country,)) else table[lower]
        of = re.fullmatch(r"minister (?:of|for) (?:the )?(?!state\b)(.+)", lower)
        if language == "en" and of is not None:
            first = re.split(r",| and ", of[1], maxsplit=1)[0]
            return table.get(f"{of[1]} minister") or table.get(f"{first} minister") or f"{of[1]} minister"
        cabinet = CABINET.fullmatch(lower) if language == "en" else None
        if cabinet is not None and (cabinet["before"] or cabinet["behind"]):
            return self.title_of(f"minister of {cabinet['before'] or cabinet['behind']}", language, country)
        first, rest = (*re.split(r"[ -]", lower, maxsplit=1), "")[:2]
        if language == "en" and first in self.ranks and rest:
            title = self.title_of(rest, language, country)
            return None if title is None else title if first in TIMES else f"{_rank(first, title)} {title}"
        return None


CABINET = re.compile(r"(?:(?P<before>.+) )?(?<!prime )cabinet secretary(?: (?:for|of) (?:the )?(?:ministry of )?(?P<behind>.+))?")
"""The title of a minister in some states, with the matter before or behind it."""
TIMES = ("elected", "former", "ex", "then", "acting", "interim", "caretaker", "outgoing", "incoming", "late", "senior")
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
    return Offices(words, frozenset(table["ranks"]["en"]), {word: frozenset(codes) for word, codes in table["only"].items()})
