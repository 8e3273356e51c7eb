"""Words that name several states, or a state and something else: what speaks for which, and why one must doubt."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "ambiguous.toml"
AROUND = 60
"""Characters on either side of a word that its patterns look at."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """One word: the states that it may mean, the usual one first, words nearby that speak for each, and the reason for doubt.

    `also` is what else the word may be. The patterns say with which neighbours it is no state.
    """

    word: str
    codes: tuple[str, ...]
    why: str
    also: str | None = None
    cues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    never_before: re.Pattern[str] | None = None
    never_after: re.Pattern[str] | None = None
    only_before: re.Pattern[str] | None = None

    def excludes(self, text: str, start: int, stop: int) -> bool:
        """Whether the words around `text[start:stop]` say that no state is meant."""
        behind, ahead = text[stop : stop + AROUND], text[max(0, start - AROUND) : start]
        if self.never_before is not None and self.never_before.match(behind):
            return True
        if self.never_after is not None and self.never_after.search(ahead):
            return True
        return self.only_before is not None and not self.only_before.match(behind)

    def choose(self, text: str) -> tuple[str | None, str | None]:
        """The state that most cues of a text speak for, and the first such cue; without any cue the usual state and `None`."""
        counts = {code: sum(text.count(cue) for cue in cues) for code, cues in self.cues}
        best = max(counts, key=lambda code: counts[code], default=None)
        if best is None or counts[best] == 0:
            return (self.codes[0] if self.codes else None), None
        return best, next(cue for code, cues in self.cues if code == best for cue in cues if cue in text)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """All such words; `syllables` are Korean ones that stand for states in `pairs`, `seats` those behind 주, `characters` Han ones of headlines."""

    words: dict[str, Ambiguity]
    syllables: dict[str, str]
    seats: dict[str, str]
    pairs: tuple[str, ...]
    characters: dict[str, str]

    def find(self, word: str) -> Ambiguity | None:
        """What is doubtful about a name in its base form; `None` for a name that is clear."""
        return self.words.get(word)


@cache
def load_ambiguous() -> Ambiguous:
    """The table of `data/ambiguous.toml`."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    words: dict[str, Ambiguity] = {}
    for row in table["word"]:
        cues = tuple((code, tuple(cues)) for code, cues in row.get("cues", {}).items())
        patterns = {name: re.compile("|".join(row[name])) for name in ("never_before", "never_after", "only_before") if name in row}
        for word in row["words"]:
            words.setdefault(word, Ambiguity(word, tuple(row["codes"]), row["why"], row.get("also"), cues, **patterns))
    return Ambiguous(words, table["syllables"], table["seats"], tuple(table["pairs"]["words"]), table["characters"])
