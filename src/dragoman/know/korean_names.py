"""Korean names in any script: the syllables that a spelling may stand for, whichever system made it.

One Hangul syllable has many spellings, and one spelling may stand for several syllables. Two spellings are one name if
some row of syllables has both; so 이재명, "Lee Jae-myung", "I Chae-myŏng" and «Ли Чжэ Мён» agree, and "Yong-chol" and
"Yong-chun" do not. Source: `data/name_sounds.toml`.
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from dragoman.know.han_readings import is_han, load_readings

SOUNDS = Path(__file__).parent / "data" / "name_sounds.toml"
FIRST, LAST = ord("가"), ord("힣")
N_CODAS, N_VOWELS = 28, 21
PLAIN_CODAS = (0, 1, 4, 7, 8, 16, 17, 19, 21)
"""The codas that sound apart: none, k, n, t, l, m, p, s, ng."""
LONGEST = 7
MOST_SYLLABLES = 4
Rows = frozenset[tuple[str, ...]]


@cache
def _sounds() -> dict[str, dict[str, list[list[str]]]]:
    with SOUNDS.open("rb") as opened:
        return tomllib.load(opened)


@cache
def _syllables(script: str) -> dict[str, frozenset[str]]:
    """For each spelling of one syllable in a script the Hangul syllables that it may stand for."""
    table = _sounds()[script]
    found: dict[str, set[str]] = defaultdict(set)
    for onset, vowel, coda in product(range(19), range(N_VOWELS), PLAIN_CODAS):
        syllable = chr(FIRST + (onset * N_VOWELS + vowel) * N_CODAS + coda)
        for parts in product(table["onsets"][onset], table["vowels"][vowel], table["codas"][coda]):
            found["".join(parts)].add(syllable)
    families: dict[str, list[str]] = table["families"]  # type: ignore[assignment]
    for syllable, spellings in families.items():
        for spelling in spellings:
            found[spelling].add(_plain(syllable))
    return {spelling: frozenset(syllables) for spelling, syllables in found.items()}


@cache
def _families() -> frozenset[str]:
    """The syllables that are family names."""
    names: str = _sounds()["names"]["families"]  # type: ignore[assignment]
    return frozenset(map(_plain, names))


def _plain(syllable: str) -> str:
    """The syllable with the coda that is heard (앞 as 압)."""
    place = ord(syllable) - FIRST
    heard = (0, 1, 1, 1, 4, 4, 4, 7, 8, 1, 16, 8, 8, 8, 17, 8, 16, 16, 17, 19, 19, 21, 7, 7, 1, 7, 17, 7)
    coda = 17 if place % N_CODAS == 18 else heard[place % N_CODAS]
    coda = 16 if place % N_CODAS == 16 else 17 if place % N_CODAS == 17 else coda
    return chr(FIRST + place // N_CODAS * N_CODAS + coda)


@lru_cache(maxsize=50_000)
def find_rows(name: str) -> tuple[Rows, ...]:
    """For each word of a name the rows of syllables that it may stand for; empty where a word is no Korean syllables.

    The words of a Latin or Cyrillic name are those between blanks and hyphens.
    """
    if is_han(name):
        readings = [load_readings("hangul").get(character, ()) for character in name]
        return (frozenset(tuple(map(_plain, row)) for row in product(*readings)),) if all(readings) else ()
    plain = unicodedata.normalize("NFC", name.casefold()).replace("—", "-").replace("’", "'")
    words = [word for word in re.split(r"[\s\-–]+", plain) if word]
    if len(words) == 1 and _is_hangul(words[0]) and 2 <= len(words[0]) <= MOST_SYLLABLES:
        return (frozenset({tuple(map(_plain, words[0]))}),)
    if len(words) < 2 or any(len(word) > 3 * LONGEST for word in words):
        return ()
    script = "cyrillic" if re.search("[а-яё]", plain) else "latin"
    rows = tuple(_read_word(word, script) for word in words)
    return rows if all(rows) else ()


def _is_hangul(word: str) -> bool:
    return all(FIRST <= ord(char) <= LAST for char in word)


def _read_word(word: str, script: str) -> Rows:
    """The rows of at most three syllables that one word may stand for."""
    if _is_hangul(word):
        return frozenset({tuple(map(_plain, word))})
    table = _syllables(script)
    found: set[tuple[str, ...]] = set()
    ways: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while ways:
        start, done = ways.pop()
        for stop in range(start + 1, min(len(word), start + LONGEST) + 1):
            if word[start:stop] in table:
                parts = (*done, word[start:stop])
                if stop == len(word):
                    found.update(product(*(table[part] for part in parts)))
                elif len(parts) < 3:
                    ways.append((stop, parts))
    return frozenset(found) if len(found) < 20_000 else frozenset()


def match_korean(one: str, other: str) -> bool | None:
    """Whether two spellings may be one Korean name; `None` where one of them is no Korean name at all.

    The family name comes first, or, in Latin letters, last.
    """
    ones, others = find_whole(one), find_whole(other)
    if not ones or not others:
        return None
    return bool(ones & others)


@lru_cache(maxsize=50_000)
def find_whole(name: str) -> Rows:
    """The rows of syllables of the whole name, in either order."""
    rows = find_rows(name)
    if not rows:
        return frozenset()
    orders = [rows] if len(rows) == 1 else [rows, (rows[-1], *rows[:-1])]
    found: set[tuple[str, ...]] = set()
    families = _families()
    for words in orders:
        order = (frozenset(row for row in words[0] if row[0] in families and (len(row) == 1 or len(rows) == 1)), *words[1:])
        size = 1
        for row in order:
            size *= len(row)
        if size > 200_000:
            continue
        found.update(tuple(syllable for part in parts for syllable in part) for parts in product(*order))
    return frozenset(row for row in found if 2 <= len(row) <= MOST_SYLLABLES)


@lru_cache(maxsize=50_000)
def nearly_korean(one: str, other: str) -> bool | None:
    """Whether two Korean names differ by one sound of one given syllable, as a translation through another script leaves them; `None` of other names."""
    if not find_whole(one) or not find_whole(other):
        return None
    return any(_is_near(mine, theirs) for mine in find_whole(one) for theirs in find_whole(other) if mine[0] == theirs[0])


def _is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other) or len(one) <= 2:
        return False
    unlike = [pair for pair in zip(one[1:], other[1:], strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and sum(mine != theirs for mine, theirs in zip(*map(_take_apart, unlike[0]), strict=True)) == 1


def _take_apart(syllable: str) -> tuple[int, int, int]:
    """Onset, vowel and coda."""
    place = ord(syllable) - FIRST
    return (place // (N_CODAS * N_VOWELS), place // N_CODAS % N_VOWELS, place % N_CODAS)
