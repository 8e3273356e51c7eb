"""Vietnamese names in Latin letters, with or without their marks, and in Cyrillic: the syllables that they are made of.

Source: `data/vietnamese_names.toml`.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from dragoman.know.tables import load_table
from dragoman.know.vietnamese_hangul import join_hangul, spell_hangul

TABLE = Path(__file__).parent / "data" / "vietnamese_names.toml"
TONES = "\u0300\u0301\u0303\u0309\u0323"
LONGEST = 5
"""Words of a name, each one syllable."""


def _drop_tones(word: str) -> str:
    """A syllable without its tone; the marks that make another vowel stay."""
    return unicodedata.normalize("NFC", "".join(char for char in unicodedata.normalize("NFD", word.casefold()) if char not in TONES))


def _drop_marks(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word.replace("đ", "d")) if not unicodedata.combining(char))


@cache
def _syllables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The Cyrillic forms of each syllable, as it is written with the marks of its vowels, and without any."""
    table = load_table(TABLE)
    marked: dict[str, set[str]] = {}
    for (onset, onsets), (vowel, vowels), (coda, codas) in product(table["onsets"].items(), table["vowels"].items(), table["codas"].items()):
        forms = {_fold(a + b + c) for a in (onsets.split() or [""]) for b in vowels.split() for c in (codas.split() or [""])}
        marked.setdefault(onset + vowel + coda, set()).update(forms)
    bare: dict[str, set[str]] = {}
    for syllable, forms in marked.items():
        bare.setdefault(_drop_marks(syllable), set()).update(forms)
    return {key: frozenset(forms) for key, forms in marked.items()}, {key: frozenset(forms) for key, forms in bare.items()}


def _fold(cyrillic: str) -> str:
    """A Cyrillic syllable with one spelling for what is written either way."""
    return cyrillic.casefold().replace("ё", "е").replace("э", "е").replace("й", "и").replace("ю", "уи")


@cache
def _families() -> tuple[frozenset[str], frozenset[str]]:
    """Family names in Latin letters without marks, and in Cyrillic."""
    names: list[str] = list(load_table(TABLE)["names"]["families"])
    marked, _ = _syllables()
    return frozenset(_drop_marks(_drop_tones(name)) for name in names), frozenset(form for name in names for form in marked.get(_drop_tones(name), ()))


@lru_cache(maxsize=50_000)
def find_forms(name: str) -> tuple[frozenset[str], ...]:
    """For each word of a name the Cyrillic syllables that it may be; empty where it cannot be a Vietnamese name."""
    words = [word for word in re.split(r"[\s-]+", name) if word]
    if not 2 <= len(words) <= LONGEST:
        return ()
    latin, cyrillic = _families()
    if re.search("[а-яё]", name.casefold()):
        folded = [_fold(word) for word in words]
        return tuple(frozenset({word}) for word in folded) if folded[0] in cyrillic else ()
    plain = [_drop_tones(word) for word in words]
    if _drop_marks(plain[0]) not in latin:
        return ()
    marked, bare = _syllables()
    forms = tuple(marked.get(word) or frozenset() for word in plain) if not name.isascii() else ()
    forms = forms if forms and all(forms) else tuple(bare.get(_drop_marks(word), frozenset()) for word in plain)
    return forms if all(forms) else ()


@lru_cache(maxsize=50_000)
def find_hangul(name: str) -> frozenset[str]:
    """The Hangul spellings, in one word, of a Vietnamese name in Latin letters; of a name in Hangul it alone; else none."""
    joined = join_hangul(name)
    if joined:
        return frozenset({joined})
    plain = [_drop_tones(word) for word in re.split(r"[\s-]+", name) if word]
    if not 2 <= len(plain) <= LONGEST or _drop_marks(plain[0]) not in _families()[0]:
        return frozenset()
    return spell_hangul([[word] if not name.isascii() else _find_marked().get(word, ()) for word in plain])


@cache
def _find_marked() -> dict[str, tuple[str, ...]]:
    """The syllables with marks that a syllable without any may stand for."""
    found: dict[str, list[str]] = {}
    for syllable in sorted(_syllables()[0]):
        found.setdefault(_drop_marks(syllable), []).append(syllable)
    return {bare: tuple(syllables) for bare, syllables in found.items()}


def match_vietnamese(one: str, other: str) -> bool | None:
    """Whether two spellings, one of them in Cyrillic or Hangul, may be one Vietnamese name; `None` where that cannot be told."""
    if bool(join_hangul(one)) != bool(join_hangul(other)):
        return True if find_hangul(one) & find_hangul(other) else None
    if bool(re.search("[а-яё]", one.casefold())) == bool(re.search("[а-яё]", other.casefold())):
        return None
    ones, others = find_forms(one), find_forms(other)
    if not ones or not others:
        return None
    return len(ones) == len(others) and all(mine & theirs for mine, theirs in zip(ones, others, strict=True))
