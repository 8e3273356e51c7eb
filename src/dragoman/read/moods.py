"""Moods: the words of a language that say how a content is meant, and what one of them said."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Modality
from dragoman.read.words import Token

LANG = Path(__file__).parent / "lang"
LENT: tuple[Modality, ...] = ("possible", "proposed", "discussed")
"""Modalities that a verb of saying lends to its content."""


@dataclass(frozen=True, slots=True)
class Moods:
    """The words of one language that say how a content is meant."""

    auxiliaries: dict[str, Modality]
    governors: dict[str, Modality]
    adverbs: dict[str, Modality]
    negations: frozenset[str]
    conditions: frozenset[str]
    implicative: frozenset[str]
    ahead: frozenset[str]
    performative: frozenset[str]
    nominal: frozenset[str]
    """Governors as nouns alone: an issue is discussed, a statement that somebody issues is made."""


@dataclass(frozen=True, slots=True)
class Mood:
    """A modality with the word that decided it (`None`: nothing did, so it is actual)."""

    modality: Modality
    token: Token | None = None


@cache
def load_moods(language: str) -> Moods:
    """The words of `lang/<language>/modality.toml`."""
    with (LANG / language / "modality.toml").open("rb") as file:
        table = tomllib.load(file)
    moods = {name: {word: modality for modality, row in table[name].items() for word in row} for name in ("auxiliaries", "governors", "adverbs")}
    sets = {name: frozenset(table["words"][name]) for name in ("negations", "conditions", "implicative")}
    ahead, performative, nominal = (frozenset(table["words"].get(name, ())) for name in ("ahead", "performative", "nominal"))
    return Moods(
        moods["auxiliaries"],
        moods["governors"],
        moods["adverbs"],
        sets["negations"],
        sets["conditions"],
        sets["implicative"],
        ahead,
        performative,
        nominal,
    )
