"""Chinese names in Han characters, Pinyin, Wade–Giles, Cyrillic and Hangul: the syllables that they are made of.

Source: `data/chinese_names.toml`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from dragoman.know.han_readings import is_han, load_readings
from dragoman.know.tables import load_table

TABLE = Path(__file__).parent / "data" / "chinese_names.toml"
ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
ASPIRATED = "'"
Row = tuple[str, ...]
Spellings = Mapping[str, frozenset[str]]


@cache
def _pinyin() -> dict[str, str]:
    """The Cyrillic form of each syllable of Pinyin."""
    table = load_table(TABLE)
    made = {a + z: f"{first}{last}" for a, first in table["initials"].items() for z, last in table["finals"].items()}
    return {**made, **table["whole"]}


@cache
def _families() -> frozenset[str]:
    """Family names in Cyrillic."""
    return frozenset(_pinyin()[family] for family in load_table(TABLE)["names"]["families"] if family in _pinyin())


@cache
def _spellings(script: str) -> Spellings:
    """The Cyrillic syllables that each spelling of a script may stand for; Wade–Giles also without its apostrophes."""
    if script == "cyrillic":
        return _turn((syllable, syllable) for syllable in _pinyin().values())
    if script == "pinyin":
        return _turn((plain, syllable) for pinyin, syllable in _pinyin().items() for plain in {pinyin, pinyin.replace("ü", "u"), pinyin.replace("ü", "v")})
    if script == "hangul":
        return _turn((hangul, syllable) for pinyin, syllable in _pinyin().items() if (hangul := _to_hangul(pinyin)))
    wade = [(spelling, syllable) for pinyin, syllable in _pinyin().items() for spelling in _to_wade(pinyin)]
    return _turn([*wade, *((spelling.replace(ASPIRATED, ""), syllable) for spelling, syllable in wade)] if script == "wade-loose" else wade)


def _turn(pairs: Iterable[tuple[str, str]]) -> Spellings:
    found: dict[str, set[str]] = {}
    for spelling, syllable in pairs:
        found.setdefault(spelling, set()).add(syllable)
    return {spelling: frozenset(syllables) for spelling, syllables in found.items()}


def _split(pinyin: str, initials: Mapping[str, str]) -> tuple[str, str]:
    """The initial and the final of a syllable."""
    initial = next((pinyin[:size] for size in (2, 1) if pinyin[:size] in initials), "")
    return initial, pinyin[len(initial) :]


def _to_wade(pinyin: str) -> tuple[str, ...]:
    """The spellings of a syllable in Wade–Giles, without the marks over its vowels."""
    table = load_table(TABLE)
    if pinyin in table["wade_whole"]:
        return tuple(table["wade_whole"][pinyin].split())
    initial, final = _split(pinyin, table["wade_initials"])
    finals = table["wade_finals"].get(final, final).split()
    if final == "e" and initial in ("g", "k", "h"):
        finals = ["o", "e"]
    return tuple(table["wade_initials"].get(initial, initial) + one for one in finals)


def _to_hangul(pinyin: str) -> str | None:
    """The Korean spelling of a syllable, by the rules for foreign words of 1986."""
    table = load_table(TABLE)
    if pinyin in table["hangul_whole"]:
        return table["hangul_whole"][pinyin]
    initial, final = _split(pinyin, table["hangul_initials"])
    key = f"{final}*" if initial in ("j", "q", "zh", "ch") and f"{final}*" in table["hangul_finals"] else final
    spelled = table["hangul_finals"].get(key)
    if not initial or spelled is None:
        return None
    onset = ONSETS.index(table["hangul_initials"][initial])
    return chr(ord(spelled[0]) + (onset - ONSETS.index("ㅇ")) * 588) + spelled[1:]


@lru_cache(maxsize=50_000)
def find_rows(name: str) -> frozenset[Row]:
    """The rows of Cyrillic syllables that a name stands for; empty where it cannot be a Chinese name."""
    if is_han(name):
        readings = [[_pinyin()[one] for one in load_readings("pinyin").get(character, ()) if one in _pinyin()] for character in name]
        return frozenset(product(*readings)) if all(readings) else frozenset()
    folded = "".join(char for char in unicodedata.normalize("NFD", name.casefold().replace("’", "'")) if char not in "\u0302\u0306\u0304\u0301\u030c\u0300")
    folded = unicodedata.normalize("NFC", folded)
    words = re.split(r"[\s-]+", folded)
    if re.fullmatch("[가-힣 ]{2,8}", folded):
        return _with_family(_cut(folded.replace(" ", ""), _spellings("hangul")))
    if not 2 <= len(words) <= 3:
        return frozenset()
    if re.search("[а-яё]", folded):
        return _start_with(words[0], _spellings("cyrillic"), "".join(words))
    found = _start_with(words[0], _spellings("pinyin"), "".join(words).replace(ASPIRATED, ""))
    if "-" in folded:
        wade = _spellings("wade" if ASPIRATED in folded else "wade-loose")
        found |= _start_with(words[0], wade, "".join(word.replace("ü", "u") for word in words))
    return found


def _start_with(family: str, known: Spellings, name: str) -> frozenset[Row]:
    """The rows of a name whose first word is a family name."""
    if not known.get(family.replace("ü", "u"), frozenset()) & _families() and not known.get(family, frozenset()) & _families():
        return frozenset()
    return _with_family(_cut(name, known))


def _with_family(rows: Iterable[Row]) -> frozenset[Row]:
    families = _families()
    return frozenset(row for row in rows if row[0] in families)


def _cut(word: str, known: Spellings) -> list[Row]:
    """All ways to cut a word into two to four known syllables."""
    found: list[Row] = []
    ways: list[tuple[int, Row]] = [(0, ())]
    while ways:
        start, done = ways.pop()
        for stop in range(start + 1, min(len(word), start + 6) + 1):
            for syllable in known.get(word[start:stop], ()):
                row = (*done, syllable)
                if stop == len(word):
                    found.extend([row] if len(row) > 1 else [])
                elif len(row) < 4:
                    ways.append((stop, row))
    return found


def match_chinese(one: str, other: str) -> bool | None:
    """Whether two spellings may be one Chinese name; `None` where one of them cannot be one."""
    ones, others = find_rows(one), find_rows(other)
    return bool(ones & others) if ones and others else None
