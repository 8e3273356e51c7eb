"""Whether two spellings, in whatever scripts, may be one person's name.

Korean, Chinese, Vietnamese and Japanese names agree by their syllables (`korean_names.py` and its like). All others agree by the consonants of their words,
folded to what transliteration cannot keep apart, if the words are also alike as wholes. A score alone never makes two people one:
who calls this must see that state, office and time agree.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz.distance import JaroWinkler

from dragoman.know import chinese_names, korean_names
from dragoman.know.chinese_names import match_chinese
from dragoman.know.japanese_names import find_han_families, find_words, loosen_japanese, match_japanese
from dragoman.know.korean_names import match_korean, nearly_korean
from dragoman.know.vietnamese_names import find_forms, find_hangul, match_vietnamese

DATA = Path(__file__).parent / "data"
with (DATA / "name_letters.toml").open("rb") as opened:
    LETTERS: dict[str, dict[str, str]] = tomllib.load(opened)
with (DATA / "name_families.toml").open("rb") as opened:
    FAMILIES: dict[str, int] = {word: place for place, row in enumerate(tomllib.load(opened)["names"]["rows"]) for word in row.split()}
"""The row of each spelling of a name that has many."""
HANGUL_ONSETS = ["k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "_", "j", "j", "ch", "k", "t", "p", "h"]
HANGUL_VOWELS = ["a", "e", "ia", "ie", "o", "e", "io", "ie", "o", "oa", "oe", "oe", "io", "u", "uo", "ue", "ui", "iu", "u", "i", "i"]
HANGUL_CODAS = ["_", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "s", "s", "n", "t", "ch", "k", "t", "p", "t"]
DIGRAPHS = (
    ("shch", "S"), ("tsch", "C"), ("dzh", "Z"), ("sch", "S"), ("tch", "C"), ("gue", "ge"), ("gui", "gi"), ("sh", "S"), ("ch", "C"), ("zh", "Z"),
    ("kh", "H"), ("gh", "G"), ("ph", "f"), ("th", "t"), ("tz", "z"), ("ts", "z"), ("dz", "z"), ("dj", "Z"), ("ck", "k"), ("qu", "k"), ("ng", "n"),
)  # fmt: skip
"""Letters that write one sound, before single letters are folded; longer ones first."""
FOLDS = str.maketrans({"j": "Z", "x": "ks", "q": "k", "c": "k", "w": "v", "C": "C", "h": "H"})
LOOSE = str.maketrans({"Z": "s", "z": "s", "S": "s", "C": "s", "d": "t", "g": "k", "G": "k", "v": "b", "f": "b", "p": "b", "l": "r"})
"""What the Hangul spelling of a foreign name cannot keep apart."""
LONG_VOWELS = str.maketrans({"o": "u", "e": "i", "y": "i", "w": "u"})
BY_SYLLABLES = (match_korean, match_chinese, match_vietnamese, match_japanese)
"""Names made of few syllables are known by them; each says nothing of names of other peoples."""
Mode = Literal["strict", "hangul", "abjad"]
VOWELS = frozenset("aeiouyäöüAEIOU")
PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "ul", "аль", "бен", "ибн", "де", "ван", "фон", "jr", "sr"})
TITLES_IN_NAMES = frozenset({"mr", "ms", "mrs", "dr", "sir"})
ALIKE = 0.72
"""Jaro–Winkler similarity that two words with the same consonants must have; a measured compromise, see docs/quality.md."""
UNLIKE = tuple(pair for one, other in (("a", "i"), ("a", "y"), ("ovich", "evich")) for pair in ((one, other), (other, one)))
"""Endings that never belong to one name: of a woman and a man, of two fathers."""
NEARLY = 0.7
ALIKE_LOOSE = 0.6


@lru_cache(maxsize=100_000)
def match_names(one: str, other: str) -> bool:
    """Whether two spellings may be one name; a family name alone never is a whole one."""
    if _join(one) == _join(other):
        return True
    by_syllables = [found for match in BY_SYLLABLES if (found := match(one, other)) is not None]
    if by_syllables:
        return any(by_syllables)
    ones, others = split_name(one), split_name(other)
    if not ones or not others:
        return False
    mode = _find_mode(one, other)
    if len(ones) == 1 or len(others) == 1:
        return len(ones) == len(others) and _match_words(ones[0], others[0], mode=mode)
    return _match_rows(ones, others, mode=mode)


def _find_mode(one: str, other: str) -> Mode:
    """How strictly the letters are compared: Hangul keeps few sounds of a foreign name apart, Arabic letters leave short vowels out."""
    if any(re.search("[가-힣]", name) for name in (one, other)):
        return "hangul"
    arabic = [re.search("[\u0600-\u06ff]", name) is not None for name in (one, other)]
    return "abjad" if any(arabic) and not all(arabic) else "strict"


def _is_shortened(one: str, other: str) -> bool:
    """Whether one word is the other one without some of its vowels."""
    short, long = sorted((word.translate(LONG_VOWELS) for word in (one, other)), key=len)
    letters = iter(re.sub(r"(.)\1+", r"\1", long))
    return all(char in letters for char in re.sub(r"(.)\1+", r"\1", short))


@lru_cache(maxsize=100_000)
def find_keys(name: str) -> frozenset[str]:
    """Keys of a name: two spellings that `match_names` takes for one name share one, so that only such pairs need be compared."""
    syllables = {f"k{row[0]}" for row in korean_names.find_whole(name)} | {f"c{row[0]}" for row in chinese_names.find_rows(name)}
    words = split_name(name)
    ends = {words[place] for place in (0, 1, -1) if words[place : place + 1] or place < 0} if words else set()
    sounds = {f"w{_loosen(find_skeleton(reading))}" for word in ends for reading in (*_readings(word), word.replace("u", "w", 1), _soften(word))}
    rows = {f"f{FAMILIES[word]}" for word in ends if word in FAMILIES}
    japanese = {f"j{form}" for word in (*find_words(name), *find_han_families(name)) for form in (word, loosen_japanese(word))}
    vietnamese = {f"v{form}" for form in find_forms(name)[0]} if find_forms(name) else set()
    vietnamese |= {f"h{form}" for form in find_hangul(name)}
    return frozenset(syllables | sounds | rows | vietnamese | japanese | {f"p{_join(name)}"})


def match_family(one: str, other: str) -> bool:
    """Whether the family names of two spellings agree, whatever stands before or behind them."""
    ones, others = split_name(one), split_name(other)
    mode = _find_mode(one, other)
    ends = ((0, 0), (-1, -1), (0, -1), (-1, 0))
    return bool(ones and others) and any(_match_words(ones[a], others[b], mode=mode) for a, b in ends)


def nearly_match(one: str, other: str) -> bool:
    """Whether two names that are no spellings of one another share the family name and are alike in the rest: a damaged name, or a brother."""
    ones, others = split_name(one.replace("-", "").replace("—", "")), split_name(other.replace("-", "").replace("—", ""))
    if match_names(one, other) or not match_family(one, other) or len(ones) < 2 or len(others) < 2:
        return False
    korean = nearly_korean(one, other)
    return JaroWinkler.similarity("".join(ones[1:]), "".join(others[1:])) >= NEARLY if korean is None else korean


def _match_rows(ones: Sequence[str], others: Sequence[str], *, mode: Mode) -> bool:
    """Whether given and family name agree; a middle name or patronymic may be missing on one side, and the order may differ."""
    for row in (others, [others[-1], *others[:-1]], [*others[1:], others[0]]):
        if _match_words(ones[0], row[0], mode=mode) and _match_words(ones[-1], row[-1], mode=mode):
            short, long = sorted((list(ones[1:-1]), list(row[1:-1])), key=len)
            if all(any(_match_words(word, candidate, mode=mode) or _is_initial(word, candidate) for candidate in long) for word in short):
                return True
    return False


def _is_initial(one: str, other: str) -> bool:
    return len(min(one, other, key=len)) == 1 and one[0] == other[0]


@lru_cache(maxsize=100_000)
def split_name(name: str) -> tuple[str, ...]:
    """The words of a name in plain Latin letters, without particles and forms of address; hyphens join."""
    words = [word for word in re.split(r"[\s.·,]+", name.casefold().replace("—", "-").replace("’", "'")) if word]
    words = [re.sub(r"^(?:al|el|ul|аль|эль)-|^ال(?=.{3})", "", word) for word in words]
    plain = (to_latin(word) for word in words if word not in PARTICLES and word not in TITLES_IN_NAMES)
    return tuple(word for word in plain if word)


@lru_cache(maxsize=100_000)
def to_latin(word: str) -> str:
    """A word in plain Latin letters, as it sounds rather than as a standard writes it."""
    found: list[str] = []
    for char in unicodedata.normalize("NFC", word):
        if "가" <= char <= "힣":
            place = ord(char) - ord("가")
            onset, vowel, coda = place // 588, place % 588 // 28, place % 28
            found.extend(part for part in (HANGUL_ONSETS[onset], HANGUL_VOWELS[vowel], HANGUL_CODAS[coda]) if part != "_")
        elif char in LETTERS["cyrillic"]:
            found.append(LETTERS["cyrillic"][char])
        elif char in LETTERS["arabic"]:
            found.append(LETTERS["arabic"][char])
        else:
            found.append(_plain(char))
    return re.sub("[^a-z]", "", "".join(found))


def _join(name: str) -> str:
    """The plain letters of a name without what parts its words: "Ali Reza" and "Alireza" are one spelling."""
    return re.sub(r"[\s\-–—’']+", "", _plain(name))


def _plain(text: str) -> str:
    """Small letters without accents; the marks of Turkish and Slavic letters become the sound that they write."""
    lower = "".join(LETTERS["latin"].get(char, char) for char in unicodedata.normalize("NFC", text.casefold()))
    return "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))


@lru_cache(maxsize=100_000)
def _fold(word: str) -> str:
    """A word with one letter for each sound."""
    for letters, sound in DIGRAPHS:
        word = word.replace(letters, sound)
    return word.translate(FOLDS)


@lru_cache(maxsize=100_000)
def find_skeleton(word: str) -> str:
    """The consonants of a word in plain Latin letters, each sound one letter, doubled ones once."""
    sounds = "".join(char for char in _fold(word) if char not in VOWELS)
    final = re.sub(r"(?:f|v)$", "v", sounds)
    return re.sub(r"(.)\1+", r"\1", final.rstrip("H") or final)


def _readings(word: str) -> tuple[str, ...]:
    """The word and what else its letters may sound like: a Turkish or a soft c, Japanese syllables in Cyrillic."""
    others = [re.sub("c(?![hk])", sound, word) for sound in ("s", "dzh")] if re.search("c(?![hk])", word) else []
    if re.search("tsi|dzi|[aoe]usk|...[ao]u$", word):
        others.append(re.sub("eu(?=sk)", "ev", re.sub("[ao]u(?=sk|$)", "ov", word)).replace("tsi", "ti").replace("dzi", "di"))
    if "dz" in word or "si" in word:
        others.append(word.replace("dzi", "ji").replace("si", "shi").replace("ti", "chi").replace("dz", "z"))
    return (word, *others)


def _match_words(one: str, other: str, *, mode: Mode) -> bool:
    """Whether two words have the same consonants and are alike as wholes; a name of many spellings is known by its row."""
    mine, theirs = FAMILIES.get(one), FAMILIES.get(other)
    if mine is not None and theirs is not None:
        return mine == theirs
    if mode == "strict" and any(one.endswith(a) and other.endswith(b) for a, b in UNLIKE):
        return False
    if mode == "abjad" and any(_match_readings(a, b, mode=mode) for a, b in ((one.replace("u", "w", 1), other), (one, other.replace("u", "w", 1)))):
        return True
    if mode == "hangul" and _end_apart(one, other):
        return False
    ones, others = ({*_readings(word), *([_soften(word)] if mode == "hangul" else [])} for word in (one, other))
    return any(_match_readings(a, b, mode=mode) for a in ones for b in others)


def _soften(word: str) -> str:
    """A word without the sounds that Turkish swallows and Hangul therefore leaves out (the g of Erdogan, the v of Davut)."""
    for letters, sound in LETTERS["swallowed"].items():
        word = word.replace(letters, sound)
    return word


def _end_apart(one: str, other: str) -> bool:
    """Whether one word ends in l and the other in r: at the end of a word Hangul keeps them apart (귈, 귀르), though nowhere else."""
    ends = [re.search(r"(?:(l)[le]?|(r)[ru]?)$", word) for word in (one, other)]
    return None not in ends and len({bool(end[1]) for end in ends if end is not None}) == 2


def _match_readings(one: str, other: str, *, mode: Mode) -> bool:
    if one == other:
        return True
    mine, theirs = find_skeleton(one), find_skeleton(other)
    loose = mode == "hangul"
    if loose:
        mine, theirs = _loosen(mine), _loosen(theirs)
    if mine != theirs:
        return False
    if len(mine) > 1 and (loose or (mode == "abjad" and _is_shortened(one, other))):
        return True
    return JaroWinkler.similarity(_fold(one), _fold(other)) >= (ALIKE_LOOSE if loose or not mine else ALIKE)


@lru_cache(maxsize=100_000)
def _loosen(skeleton: str) -> str:
    """Consonants as far as the Hangul spelling of a foreign name keeps them apart."""
    return re.sub(r"(.)\1+", r"\1", skeleton.replace("H", "").replace("h", "").translate(LOOSE))
