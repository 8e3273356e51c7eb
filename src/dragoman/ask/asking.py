"""What a question in plain words asks for: sides, times, terms of the vocabulary, and the words that are left."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from dragoman.ask.asked_times import AskedTimes, find_asked_times
from dragoman.ask.filters import fold
from dragoman.know.states import load_ledger

DATA = Path(__file__).parent / "data" / "topics.toml"
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
SIDES = frozenset({"state", "form", "demonym", "people", "capital", "organisation"})
SHORT = 3
ENDING = 4
"""Letters that a case may put at the end of a name."""
PARTICLE = 3
BEGINNING = 2
"""Letters that every form of a Russian or Korean name shares with it."""
POSTED = ("주", "대", "방")
"""What Korean puts before a state: posted there, against it, on a visit to it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`topics` are a group and a term (`channel`, `air_link`); `ask` is `who`, `when` or `amount`; `names` are words that must be there."""

    sides: frozenset[str]
    times: AskedTimes
    topics: frozenset[tuple[str, str]]
    ask: frozenset[str]
    names: tuple[str, ...]
    words: tuple[str, ...]


@cache
def load_topics() -> dict[str, dict[str, tuple[str, ...]]]:
    """Beginnings of words by group and term."""
    with DATA.open("rb") as opened:
        tables = tomllib.load(opened)
    return {group: {term: tuple(map(fold, words)) for term, words in table.items()} for group, table in tables.items() if group != "meta"}


def read_question(text: str, today: date) -> Wanted:
    """What `text` asks for; `today` is the day from which "last year" counts."""
    times, timeless = find_asked_times(text, today)
    sides, rest = take_sides(timeless)
    folded = spread(rest)
    topics: set[tuple[str, str]] = set()
    ask: set[str] = set()
    for group, terms in load_topics().items():
        for term, beginnings in terms.items():
            if group == "skip" or not has_beginning(folded, beginnings):
                continue
            if group == "ask":
                ask.add(term)
            else:
                topics.add((group, term))
    known = tuple(found for group in load_topics().values() for found in group.values())
    words = [word for word in WORD.findall(rest) if not any(has_beginning(f" {fold(word)} ", found) for found in known)]
    words = [word for word in words if len(word) >= SHORT or word.isdigit() or (HANGUL.search(word) and len(word) > 1)]
    start = WORD.search(text)
    first = start[0] if start else ""
    names = tuple(fold(word) for word in words if word[:1].isupper() and word != first)
    rest_words = tuple(fold(word) for word in words if fold(word) not in names)
    return Wanted(frozenset(sides), times, frozenset(topics), frozenset(ask), names, rest_words)


def has_beginning(folded: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of `folded`, which has a space on either side, begins with one of them."""
    return any(f" {beginning}" in folded for beginning in beginnings)


def spread(text: str) -> str:
    """The words of a text in small letters, a space on either side."""
    return f" {' '.join(WORD.findall(fold(text)))} "


def agree(one: str, other: str) -> bool:
    """Whether two folded words are forms of one word, as far as their beginnings tell."""
    if one == other:
        return True
    shared = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))
    if HANGUL.search(one):
        return shared >= 2 and max(len(one), len(other)) - shared <= PARTICLE + 1
    return shared >= ENDING and max(len(one), len(other)) - shared <= PARTICLE


@cache
def _load_names() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Names of states by their words, those of most words first."""
    found = [(tuple(WORD.findall(fold(word))), name.code) for word, name in load_ledger().names.items() if name.kind in SIDES and (len(word) > 1)]
    return tuple(sorted((pair for pair in found if pair[0]), key=lambda pair: (-len(pair[0]), -len("".join(pair[0])))))


@cache
def _load_beginnings() -> dict[str, tuple[int, ...]]:
    """Places in the list of names by their first word, or its first letters where it has cases: no word is a form of a name that begins otherwise."""
    found: dict[str, list[int]] = {}
    for place, (words, _) in enumerate(_load_names()):
        found.setdefault(words[0] if words[0].isascii() else words[0][:BEGINNING], []).append(place)
    return {beginning: tuple(places) for beginning, places in found.items()}


def _find_near(tokens: list[str]) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """The names that may begin at a word, in the order of the list, with the word's place; behind what Korean puts before a state as well."""
    names, beginnings = _load_names(), _load_beginnings()
    keys = [(at, key) for at, token in enumerate(tokens) for key in _write_beginnings(token)]
    near = {(number, at) for at, key in keys for number in beginnings.get(key, ())}
    return ((*names[number], at) for number, at in sorted(near))


def _write_beginnings(token: str) -> tuple[str, str]:
    return (token, token.removesuffix("s")) if token.isascii() else (token[:BEGINNING], token[1 : BEGINNING + 1])


@cache
def _load_stems() -> dict[str, tuple[tuple[str, str], ...]]:
    """Stems of adjectives of states with their codes, by their first letter."""
    found: dict[str, list[tuple[str, str]]] = {}
    for stem, code in load_ledger().stems.items():
        found.setdefault(fold(stem)[:1], []).append((fold(stem), code))
    return {letter: tuple(stems) for letter, stems in found.items()}


@lru_cache(maxsize=8192)
def take_sides(text: str) -> tuple[frozenset[str], str]:
    """The states that are named, and the text without their names."""
    tokens = [(found[0], fold(found[0])) for found in WORD.finditer(text)]
    used: set[int] = set()
    codes: set[str] = set()
    flat = [folded for _, folded in tokens]
    for name, code, place in _find_near(flat):
        span = range(place, place + len(name))
        upper = tokens[place][0][:1].isupper() or HANGUL.search(tokens[place][0])
        if upper and used.isdisjoint(span) and _stands(name, flat[place : place + len(name)]):
            used.update(span)
            codes.add(code)
    for place, (word, folded) in enumerate(tokens):
        stem = next((code for stem, code in _load_stems().get(folded[:1], ()) if folded.startswith(stem)), None)
        if place not in used and stem and not HANGUL.search(word):
            used.add(place)
            codes.add(stem)
    return frozenset(codes), " ".join(word for place, (word, _) in enumerate(tokens) if place not in used)


def _stands(name: tuple[str, ...], tokens: list[str]) -> bool:
    """Whether these words are the name, in some case."""
    fits = _is_part if len(name) > 1 else _is_form
    return len(name) == len(tokens) and all(fits(word, token) for word, token in zip(name, tokens, strict=True))


def _is_form(name: str, token: str) -> bool:
    """Whether a word of a question is a name of the ledger in some case."""
    if HANGUL.match(name):
        token = token[1:] if token[:1] in POSTED and not token.startswith(name) else token
        return token.startswith(name) and len(token) - len(name) <= PARTICLE and len(name) > 1
    if name.isascii() or len(name) < ENDING:
        return token in (name, f"{name}s") if name.isascii() else token == name
    stem = name[:-1] if name[-1] in "аеиоуыьюяй" else name
    stem = stem.removesuffix("и") if name.endswith("ия") else stem
    return token.startswith(stem) and len(token) - len(stem) <= PARTICLE


def _is_part(name: str, token: str) -> bool:
    """As `_is_form`, for one word of several: more of its ending may change, as the words beside it must fit too."""
    stem = name.rstrip("аеиоуыьюяй")
    if name.isascii() or HANGUL.match(name) or len(stem) < SHORT:
        return _is_form(name, token)
    return token.startswith(stem) and len(token) - len(stem) <= PARTICLE
