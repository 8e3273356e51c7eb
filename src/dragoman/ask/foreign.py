"""Questions in a language that nobody reads here: which one it seems to be."""

import re
import tomllib
from functools import cache
from pathlib import Path

import msgspec

DATA = Path(__file__).parent / "data" / "foreign.toml"
WORD = re.compile(r"[^\W\d_]+")
READ = re.compile(r"[A-Za-z\u0400-\u04ff\uac00-\ud7a3]")
TWO = 2
"""Words of a language from which on a question is taken to be in it."""


class Foreign(msgspec.Struct, frozen=True):
    """Common words and letters by language; `shared` words speak for one only beside another word of it."""

    words: dict[str, frozenset[str]]
    shared: frozenset[str]
    scripts: dict[str, str]


@cache
def load_foreign() -> Foreign:
    """The tables of `foreign.toml`."""
    with DATA.open("rb") as opened:
        tables = tomllib.load(opened)
    return msgspec.convert({"words": tables["words"], "shared": tables["also"]["shared"], "scripts": tables["scripts"]}, Foreign)


def find_foreign(text: str) -> str | None:
    """The language of a question that is in none of the three: by its letters, else by two of its common words; `None` where it may be one of the three."""
    known = load_foreign()
    if not READ.search(text):
        return next((name for name, letters in known.scripts.items() if re.search(letters, text)), None)
    words = {word.casefold() for word in WORD.findall(text)}
    counts = {name: len(words & common) for name, common in known.words.items() if (words & common) - known.shared}
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] >= TWO else None
