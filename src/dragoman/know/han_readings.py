"""Han characters by their readings: the syllables of Pinyin and of Hangul that a character of a name may stand for.

Source: `data/han_readings.toml`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "han_readings.toml"
NAME = re.compile("[\u4e00-\u9fff]{2,4}")


def is_han(name: str) -> bool:
    """Whether a name is written in two to four Han characters."""
    return NAME.fullmatch(name) is not None


@cache
def load_readings(language: str) -> dict[str, tuple[str, ...]]:
    """The readings of each character: in `pinyin`, or in `hangul` with what an initial ㄹ or ㄴ becomes in the South."""
    with TABLE.open("rb") as opened:
        table: dict[str, str] = tomllib.load(opened)[language]
    found: dict[str, set[str]] = {}
    for syllable, characters in table.items():
        for character in characters:
            found.setdefault(character, set()).add(syllable)
            if language == "hangul":
                found[character].update(soften_initial(syllable))
    return {character: tuple(sorted(readings)) for character, readings in found.items()}


def soften_initial(syllable: str) -> tuple[str, ...]:
    """What a syllable that begins with ㄹ or ㄴ is at the head of a word: 리 is 이, 로 is 노, 녀 is 여."""
    place = ord(syllable) - ord("가")
    onset, vowel = place // 588, place % 588 // 28
    soft = vowel in (2, 6, 7, 12, 17, 20)
    if onset not in (2, 5) or (onset == 2 and not soft):
        return ()
    return (chr(place % 588 + (11 if soft else 2) * 588 + ord("가")),)
