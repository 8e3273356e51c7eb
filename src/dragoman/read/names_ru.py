"""Russian names of the ledger in any case: what changes is cut off, and what stands there must be an ending."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.know.ambiguous import load_ambiguous
from dragoman.know.states import load_ledger

CYRILLIC = re.compile("[А-Яа-яЁё]")
START = re.compile(r"(?<!\w)[А-Яа-яЁё]")
LETTERS = re.compile(r"\w*")
ADJECTIVE = re.compile(r"[а-яё]{1,3}(?!\w)")
ENDINGS = frozenset(
    {
        *("а", "я", "о", "е", "ё", "ы", "и", "й", "у", "ю", "ь", "ой", "ою", "ей", "ею", "ом", "ем", "ём", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев"),
        *("ью", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ыми", "ими", "ых", "их", "ую", "юю"),
        *("ии", "ия", "ию", "ией", "иям", "иями", "иях"),
    }
)
"""What a Russian name in any case may end with."""
FORMAL = re.compile(r"(?:Республик|Королевств|Государств|Княжеств|Султанат|Эмират)(?:а|и|е|у|ой|о|ом|ам)? (?=[А-ЯЁ])")
FLEETING = {"Египет": "Египт"}
"""Names whose last vowel falls out before an ending, with what is left."""
KEY = 2
"""Letters by which names are looked up; none that declines is shorter without its ending."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: what stays, and whether an ending must follow or may not (`must` is `None`)."""

    stem: str
    must: bool | None


@dataclass(frozen=True, slots=True)
class RussianName:
    """Words of a text that are a case of `base`; or with `stem` an adjective of a state."""

    start: int
    stop: int
    base: str | None = None
    stem: str | None = None


def find_russian_names(text: str) -> Iterator[RussianName]:
    """The names of a text from left to right, the longest where several begin at one letter."""
    taken = 0
    for match in START.finditer(text):
        start = match.start()
        if start < taken:
            continue
        found = _match_name(text, start) or _match_formal(text, start) or _match_adjective(text, start)
        if found is not None:
            taken = found.stop
            yield found


def _match_name(text: str, start: int) -> RussianName | None:
    """The name that begins at `start`: the longest match, of those the one whose base form is likest."""
    fits = [(stop, base) for base, parts in _names().get(text[start : start + KEY], ()) if (stop := _match_parts(text, start, parts)) is not None]
    if not fits:
        return None
    stop, base = max(fits, key=lambda fit: (fit[0], fit[1] == text[start : fit[0]], -abs(len(fit[1]) - (fit[0] - start)), fit[1]))
    return RussianName(start, stop, base=base)


def _match_formal(text: str, start: int) -> RussianName | None:
    """The name of a state with its form of government before it («Республики Армения», «Королевства Бахрейн»)."""
    formal = FORMAL.match(text, start)
    found = _match_name(text, formal.end()) if formal is not None else None
    return RussianName(start, found.stop, base=found.base) if found is not None else None


def _match_parts(text: str, start: int, parts: tuple[Part | str, ...]) -> int | None:
    """Where the words end if they are a case of the name."""
    at = start
    for part in parts:
        if isinstance(part, str):
            if not text.startswith(part, at):
                return None
            at += len(part)
            continue
        if not text.startswith(part.stem, at):
            return None
        rest = LETTERS.match(text, at + len(part.stem))
        ending = rest.group() if rest else ""
        if (ending and (part.must is None or ending not in ENDINGS)) or (not ending and part.must):
            return None
        at += len(part.stem) + len(ending)
    return at


def _match_adjective(text: str, start: int) -> RussianName | None:
    """The adjective of a state that begins at `start`."""
    for stem in _stems().get(text[start : start + 4].lower(), ()):
        if text[start : start + len(stem)].lower() == stem and (ending := ADJECTIVE.match(text, start + len(stem))):
            return RussianName(start, ending.end(), stem=stem)
    return _match_half(text, start)


def _match_half(text: str, start: int) -> RussianName | None:
    """The first half of a double adjective without its suffix («грузино-армянский»)."""
    for stem in _stems().get(text[start : start + 4].lower(), ()):
        half = stem.removesuffix("ск")
        stop = start + len(half) + 1
        if half != stem and text[start : stop - 1].lower() == half and text[stop - 1 : stop + 1] == "о-":
            return RussianName(start, stop, stem=stem)
    return None


@cache
def _names() -> dict[str, tuple[tuple[str, tuple[Part | str, ...]], ...]]:
    """Names by their first letters: base form, and its words with what stands between them."""
    table: dict[str, list[tuple[str, tuple[Part | str, ...]]]] = defaultdict(list)
    doubtful = (word for word in load_ambiguous().words if word.isupper() and word not in load_ledger().names)
    for base in (*load_ledger().names, *doubtful):
        if CYRILLIC.search(base):
            table[base[:KEY]].append((base, tuple(_make_part(word) for word in re.split(r"([^\w]+)", base) if word)))
    for base, stem in FLEETING.items():
        table[base[:KEY]].append((base, (Part(stem, must=True),)))
    return {key: tuple(rows) for key, rows in table.items()}


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """Beginnings of adjectives by their first four letters, the longest first."""
    table: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(load_ledger().stems, key=len, reverse=True):
        table[stem[:4]].append(stem)
    return {key: tuple(rows) for key, rows in table.items()}


def _make_part(word: str) -> Part | str:
    """A word of a name; what is no word stays as it is.

    Something must follow where a singular lost its vowel, so that the name Росси is not Россия.
    """
    if not word[0].isalnum():
        return word
    if word.isupper() or not CYRILLIC.search(word):
        return Part(word, None)
    stem = word if len(word) <= KEY + 1 else re.sub(r"(?:ая|ые|ое|ый|[аяыийоеь])$", "", word)
    return Part(stem, stem != word and word[-1] in "аяоеь")
