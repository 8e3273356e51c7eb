"""Heads of state and government, and foreign ministers, by the state that they led: what a reader knows who reads a title and a name without a state."""

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

from dragoman.know.tables import load_table

TABLES = tuple(Path(__file__).parent / "data" / name for name in ("leaders.toml", "leaders_hangul.toml"))
LETTERS = str.maketrans({"ı": "i", "đ": "d", "ø": "o", "ł": "l", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th", "Đ": "D", "Ø": "O", "Ł": "L"})
"""Letters that are no letter with a mark."""
STYLES = frozenset({"al", "el", "bin", "ibn", "ben", "of", "the", "king", "queen", "emir", "sultan", "sheikh", "dr", "de", "da", "la", "jr", "ii", "iii", "vi"})
"""Words of names that tell nobody from anybody else."""
ENOUGH = 2
"""Words that two spellings of one full name share."""
ALIKE = 3
"""First letters that two spellings of a given name share."""
SHORTEST = 4
"""Letters of a name that tells a leader by itself."""


@cache
def load_leaders(section: str) -> tuple[tuple[str, str], ...]:
    """Name and state of everybody in a section of the lists: `heads` or `ministers`, in Latin letters and in Hangul."""
    rows: list[tuple[str, list[str]]] = [row for table in TABLES for row in load_table(table)[section].items()]  # type: ignore[misc]
    return tuple((name, code) for code, names in rows for name in names)


@cache
def _by_word(section: str) -> dict[str, list[tuple[frozenset[str], str]]]:
    """The words of each name with its state, by each of the words."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for name, code in load_leaders(section):
        words = words_of_name(name)
        for word in words:
            found.setdefault(word, []).append((words, code))
    return found


@cache
def words_of_name(name: str) -> frozenset[str]:
    """The words of a name in plain small letters, without those that many names have."""
    return frozenset(word for word in re.split(r"[\s.’'-]+", plain_name(name).casefold()) if len(word) > 1 and word not in STYLES)


def plain_name(name: str) -> str:
    """The name in letters without marks."""
    return "".join(char for char in normalize("NFD", name.translate(LETTERS)) if not combining(char))


def find_state_led(name: str, states: Collection[str], *, section: str = "heads", titled: bool = False) -> str | None:
    """The one of these states that somebody of this name led, as far as the list goes: a full name, or a family name that is told alone.

    With the title of such an office (`titled`) the other names may be spelled otherwise ("Andrei" for Andrej).
    `None` where the name fits nobody of these states, or leaders of two of them.
    """
    words = words_of_name(name)
    fitting = {
        code
        for word in words
        for known, code in _by_word(section).get(word, ())
        if code in states and (_is_same(words, known, titled=titled) if len(words) > 1 else len(word) >= SHORTEST or len(known) == 1)
    }
    return next(iter(fitting)) if len(fitting) == 1 else None


def _is_same(one: frozenset[str], other: frozenset[str], *, titled: bool) -> bool:
    """Whether of two full names one holds all words of the other, or the words that differ begin alike."""
    shared = one & other
    if len(shared) >= ENOUGH and shared in (one, other):
        return True
    left, right = one - shared, other - shared
    return titled and len(left) == len(right) == 1 and next(iter(left))[:ALIKE] == next(iter(right))[:ALIKE]
