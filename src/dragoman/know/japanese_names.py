"""Japanese names in Hepburn, in Cyrillic, in Hangul and in Han characters: one plain spelling for all.

Source: `data/japanese_names.toml`, `data/japanese_readings.toml`.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from dragoman.know.chinese_names import ONSETS
from dragoman.know.tables import load_table

TABLE = Path(__file__).parent / "data" / "japanese_names.toml"
READINGS = Path(__file__).parent / "data" / "japanese_readings.toml"
HAN = re.compile("[\u4e00-\u9fff々]{2,6}")
SYLLABLES = re.compile(r"(?:[kgsztdnhbpmr]?y?[aiueo]|wa|n)+")


@cache
def _families() -> frozenset[str]:
    """Family names in the plain spelling, and as far as Hangul keeps them apart."""
    names = load_table(TABLE)["names"]["families"].split()
    return frozenset(names) | {loosen_japanese(name) for name in names}


def _replace(word: str, pairs: Mapping[str, str]) -> str:
    for spelled, plain in pairs.items():
        word = word.replace(spelled, plain)
    return word


def loosen_japanese(word: str) -> str:
    """A word as far as its spelling in Hangul keeps it apart from others."""
    return _replace(word, load_table(TABLE)["loosen"])


def _is_hangul(name: str) -> bool:
    return re.search("[가-힣]", name) is not None


@lru_cache(maxsize=50_000)
def find_words(name: str) -> tuple[str, ...]:
    """The words of a name in the plain spelling; empty where one of them cannot be Japanese syllables."""
    table = load_table(TABLE)
    words = [word for word in re.split(r"[\s-]+", unicodedata.normalize("NFC", name.casefold()).replace("’", "'")) if word]
    if len(words) != 2:
        return ()
    if _is_hangul(name):
        plain = [_read_hangul(word) for word in words]
    else:
        script = "cyrillic" if re.search("[а-яё]", name.casefold()) else "latin"
        plain = [re.sub("m(?=[bpm])", "n", re.sub(r"([^aeioun])\1+", r"\1", _replace(word, table[script]))) for word in words]
    return tuple(plain) if all(word is not None and SYLLABLES.fullmatch(word) for word in plain) else ()  # type: ignore[arg-type]


@lru_cache(maxsize=10_000)
def is_japanese_family(word: str) -> bool:
    """Whether a word of Hangul is a known Japanese family name."""
    plain = _read_hangul(word) if len(word) > 1 else None
    return plain is not None and loosen_japanese(plain) in _families()


def is_japanese(name: str) -> bool:
    """Whether a name of two words in Hangul is Japanese: Japanese syllables, a known family name first."""
    return bool(find_words(name)) and is_japanese_family(name.split(" ", maxsplit=1)[0])


def _read_hangul(word: str) -> str | None:
    """A word of Hangul as the Japanese syllables that it writes."""
    table, found = load_table(TABLE), ""
    for char in word:
        place = ord(char) - ord("가")
        onset = table["hangul_onsets"].get(ONSETS[place // 588]) if 0 <= place <= ord("힣") - ord("가") else None
        vowel, coda = table["hangul_vowels"].get(str(place % 588 // 28)), table["hangul_codas"].get(str(place % 28))
        if onset is None or vowel is None or coda is None:
            return None
        found += onset + vowel + coda
    return found


@cache
def _readings() -> dict[str, frozenset[str]]:
    """What each Han character of a name, or each family name that is more than its characters, may stand for."""
    found: dict[str, set[str]] = {}
    for table in ("whole", "characters"):
        for reading, written in load_table(READINGS)[table].items():
            for part in written.split() if table == "whole" else written:
                found.setdefault(part, set()).add(reading)
    return {part: frozenset(readings) for part, readings in found.items()}


def _reads(written: str, word: str, *, loose: bool) -> bool:
    """Whether Han characters may be read as the word, each as one of its readings."""
    ways = {(reading, size) for size in (1, len(written)) for reading in _readings().get(written[:size], ())} if written else set()
    plain = ((loosen_japanese(reading) if loose else reading, size) for reading, size in ways)
    return not (written or word) or any(word.startswith(reading) and _reads(written[size:], word[len(reading) :], loose=loose) for reading, size in plain)


@lru_cache(maxsize=10_000)
def find_han_families(name: str) -> tuple[str, ...]:
    """The known family names that the first characters of a name in Han characters may stand for."""
    if HAN.fullmatch(name) is None:
        return ()
    known = load_table(TABLE)["names"]["families"].split()
    return tuple(family for family in known if any(_reads(name[:size], family, loose=False) for size in range(1, len(name))))


def _match_han(written: str, words: tuple[str, ...], *, loose: bool) -> bool | None:
    """Whether Han characters may be read as the two words, the family name first; `None` where neither of them is known as a family name."""
    rows = [(one, other) for one, other in (words, words[::-1]) if one in _families()]
    if not rows:
        return None
    return any(
        _reads(written[:size], one, loose=loose) and _reads(written[size:], other, loose=loose) for one, other in rows for size in range(1, len(written))
    )


def match_japanese(one: str, other: str) -> bool | None:
    """Whether two spellings may be one Japanese name; `None` where neither has a family name that is known as Japanese."""
    for written, spelled in ((one, other), (other, one)):
        if find_han_families(written):
            words, loose = find_words(spelled), _is_hangul(spelled)
            return _match_han(written, tuple(map(loosen_japanese, words)) if loose else words, loose=loose) if words else None
    ones, others = find_words(one), find_words(other)
    if not ones or not others:
        return None
    if _is_hangul(one) or _is_hangul(other):
        ones, others = tuple(map(loosen_japanese, ones)), tuple(map(loosen_japanese, others))
    if _families().isdisjoint(ones) or _families().isdisjoint(others):
        return None
    return others in (ones, ones[::-1])
