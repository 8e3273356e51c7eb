"""Stems: what is left of a word without its ending, so that the forms of one word meet in an index; Hangul as pairs of syllables."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "stems.toml"
WORD = re.compile(r"[^\W_]+")
SCRIPTS = (("hangul", re.compile(r"[\uac00-\ud7a3]")), ("cyrillic", re.compile(r"[\u0400-\u04ff]")), ("latin", re.compile(r"[a-z]")))
PAIR = 2
EDITION = "1"
"""What stands in an index made with these stems; another edition means that it must be made anew."""


@cache
def load_endings() -> dict[str, tuple[int, tuple[str, ...]]]:
    """By script: how many letters a stem keeps at least, and the endings, the longest first."""
    with DATA.open("rb") as opened:
        tables = tomllib.load(opened)
    return {script: (tables[script]["least"], tuple(sorted(tables[script]["endings"], key=lambda ending: (-len(ending), ending)))) for script, _ in SCRIPTS}


def fold_word(word: str) -> str:
    """In small letters and one normal form, without the marks of Latin letters, `ё` as `е`."""
    folded = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е")
    plain = "".join(letter for letter in unicodedata.normalize("NFD", folded) if not "\u0300" <= letter <= "\u036f" or not folded.isascii())
    return unicodedata.normalize("NFC", plain)


@lru_cache(maxsize=65536)
def find_stem(word: str) -> str:
    """The stem of one word, whatever its language; a word that has no known ending is its own stem."""
    folded = fold_word(word)
    script = next((name for name, letters in SCRIPTS if letters.search(folded)), None)
    if script is None:
        return folded
    least, endings = load_endings()[script]
    ending = next((ending for ending in endings if folded.endswith(ending) and len(folded) - len(ending) >= least), "")
    stem = folded.removesuffix(ending)
    return stem[:-1] if script == "latin" and ending and len(stem) > least and stem[-1] == stem[-2] and stem[-1] not in "aeiou" else stem


def cut_stem(stem: str) -> Iterator[str]:
    """The terms of one stem: of Hangul each pair of neighbouring syllables, else itself."""
    if SCRIPTS[0][1].search(stem) and len(stem) > PAIR:
        yield from (stem[place : place + PAIR] for place in range(len(stem) - PAIR + 1))
    else:
        yield stem


def find_terms(text: str) -> Iterator[str]:
    """The terms by which a text is found, word by word."""
    for word in WORD.findall(text):
        yield from cut_stem(find_stem(word))


def name_term(group: str, name: str) -> str:
    """A field's value as one term: letters and figures only, which every index takes for one word."""
    return "x" + "".join(letter for letter in f"{group}{name}".casefold() if letter.isalnum())
