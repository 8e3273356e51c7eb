"""Words and phrases of English by the PLOVER type that they tell."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from dragoman.model import PloverType

TABLE = Path(__file__).parent / "data" / "plover_words.toml"
GAP = "*"
WIDEST = 5
"""Words that a gap may hold."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Lemmas in order that tell a type: each place holds the lemmas that may stand there, a gap holds none.

    `weak` phrases count only where no other is found; `wins` ones wherever they stand; without a root it is no act,
    and what opens with it does not count.
    """

    root: PloverType | None
    places: tuple[frozenset[str], ...]
    weak: bool = False
    wins: bool = False

    @property
    def weight(self) -> int:
        """How many words it names."""
        return sum(bool(place) for place in self.places)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One list of phrases as the file has it."""

    words: tuple[str, ...]
    root: PloverType | None = None


@cache
def load_phrases() -> dict[str, tuple[Phrase, ...]]:
    """All phrases by each lemma that may open them."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    classes: dict[str, list[str]] = table["classes"]
    found: dict[str, list[Phrase]] = {}
    for kind in ("phrase", "weak", "winner", "skip"):
        for entry in msgspec.convert(table[kind], tuple[Entry, ...]):
            for words in entry.words:
                phrase = Phrase(entry.root, parse_places(words, classes), weak=kind == "weak", wins=kind == "winner")
                for lemma in phrase.places[0]:
                    found.setdefault(lemma, []).append(phrase)
    return {lemma: tuple(phrases) for lemma, phrases in found.items()}


def parse_places(words: str, classes: dict[str, list[str]]) -> tuple[frozenset[str], ...]:
    """The places of one written phrase: `send * @aid` has three."""
    places: list[frozenset[str]] = []
    for written in words.split():
        options: set[str] = set()
        for option in written.split("|"):
            options.update(classes[option[1:]] if option.startswith("@") else [option])
        places.append(frozenset(options) - {GAP})
    return tuple(places)
