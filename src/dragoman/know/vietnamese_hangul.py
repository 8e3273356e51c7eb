"""Vietnamese names in Hangul: every spelling in one word that the Korean rules of transcription make of a name in Latin letters.

Source: `data/vietnamese_hangul.toml`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path

from dragoman.know.tables import load_table

TABLE = Path(__file__).parent / "data" / "vietnamese_hangul.toml"
ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
MOST = 500
HANGUL = re.compile("[가-힣]+")


def join_hangul(name: str) -> str:
    """A name in Hangul in one word; empty where it is in other letters."""
    joined = re.sub(r"[\s-]+", "", unicodedata.normalize("NFC", name))
    return joined if HANGUL.fullmatch(joined) else ""


def spell_hangul(words: Iterable[Iterable[str]]) -> frozenset[str]:
    """The spellings of a name of which each word may be one of several syllables, with the marks of its vowels; none of what the rules do not cover."""
    rows = [{form for syllable in syllables for form in _load_syllables().get(syllable, ())} for syllables in words]
    size = 1
    for row in rows:
        size *= len(row)
    return frozenset(map("".join, product(*rows))) if 0 < size <= MOST else frozenset()


@cache
def _load_syllables() -> dict[str, frozenset[str]]:
    """Of each Vietnamese syllable its spellings in Hangul."""
    table = load_table(TABLE)
    found: dict[str, set[str]] = {}
    for (onset, first), (vowel, vowels), (coda, last) in product(table["onsets"].items(), table["vowels"].items(), table["codas"].items()):
        sounds = table["before"].get(vowel + coda, vowels)
        glided = "".join(table["glides"].get(sound, sound) for sound in sounds[:1]) + sounds[1:] if onset == "nh" else sounds
        full = f"ㅜ{glided}" if onset == "qu" else glided
        for spelled in {full, table["joined"].get(full[:2], full[:2]) + full[2:]}:
            found.setdefault(onset + vowel + coda, set()).add(("응" if onset in ("ng", "ngh") else "") + _compose(first, spelled, last))
    return {syllable: frozenset(forms) for syllable, forms in found.items()}


def _compose(onset: str, vowels: str, coda: str) -> str:
    """Hangul of an onset, some vowels and a coda, which the last vowel takes."""
    onsets = [onset or "ㅇ", *("ㅇ" for _ in vowels[1:])]
    codas = [*(" " for _ in vowels[1:]), coda or " "]
    return "".join(
        chr(ord("가") + (ONSETS.index(first) * len(VOWELS) + VOWELS.index(vowel)) * len(CODAS) + CODAS.index(last))
        for first, vowel, last in zip(onsets, vowels, codas, strict=True)
    )
