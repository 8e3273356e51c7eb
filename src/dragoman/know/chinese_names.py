"""Chinese names in Pinyin and in Cyrillic: the syllables that they are made of.

Source: `data/chinese_names.toml`.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "chinese_names.toml"
Row = tuple[str, ...]


@cache
def _table() -> tuple[dict[str, str], frozenset[str]]:
    """The Cyrillic form of each syllable of Pinyin, and the family names."""
    with TABLE.open("rb") as opened:
        table = tomllib.load(opened)
    made = {a + z: f"{first}{last}" for a, first in table["initials"].items() for z, last in table["finals"].items()}
    return {**made, **table["whole"]}, frozenset(table["names"]["families"])


@lru_cache(maxsize=50_000)
def find_rows(name: str) -> frozenset[Row]:
    """The rows of Cyrillic syllables that a name in Pinyin or Cyrillic stands for; empty where it cannot be a Chinese name."""
    words = name.casefold().replace("-", " ").replace("'", " ").split()
    if not 2 <= len(words) <= 3:
        return frozenset()
    syllables, families = _table()
    if re.search("[а-яё]", name.casefold()):
        known = frozenset(syllables.values())
        if words[0] not in {syllables[family] for family in families if family in syllables}:
            return frozenset()
        return frozenset(_cut("".join(words), known, lambda part: part))
    if words[0] not in families:
        return frozenset()
    return frozenset(_cut("".join(words), frozenset(syllables), syllables.__getitem__))


def _cut(word: str, known: frozenset[str], spell: Callable[[str], str]) -> list[Row]:
    """All ways to cut a word into two to four known syllables."""
    found: list[Row] = []
    ways: list[tuple[int, Row]] = [(0, ())]
    while ways:
        start, done = ways.pop()
        for stop in range(start + 1, min(len(word), start + 6) + 1):
            if word[start:stop] in known:
                row = (*done, spell(word[start:stop]))
                if stop == len(word):
                    found.extend([row] if len(row) > 1 else [])
                elif len(row) < 4:
                    ways.append((stop, row))
    return found


def match_chinese(one: str, other: str) -> bool | None:
    """Whether two spellings may be one Chinese name; `None` where one of them cannot be one."""
    ones, others = find_rows(one), find_rows(other)
    return bool(ones & others) if ones and others else None
