"""Whether words of a question stand in a text: forms of one word by stems and beginnings, words alike by their classes, names across scripts."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.ask.asking import HANGUL, agree, has_beginning, load_topics, spread
from dragoman.know.name_keys import match_names
from dragoman.know.stems import find_stem

DATA = Path(__file__).parent / "data" / "alike.toml"
LEAST = 2
"""Syllables of a Korean stem that is looked for within other words."""
LONG = 4
"""Letters of a name that is looked for in other scripts."""


@cache
def load_classes() -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    """The classes of each stem, and the stems of each class."""
    with DATA.open("rb") as opened:
        table: dict[str, list[str]] = tomllib.load(opened)["alike"]
    stems = {name: tuple(dict.fromkeys(map(find_stem, words))) for name, words in table.items()}
    classes: dict[str, set[str]] = {}
    for name, found in stems.items():
        for stem in found:
            classes.setdefault(stem, set()).add(name)
    return {stem: frozenset(names) for stem, names in classes.items()}, stems


def find_alike(word: str) -> Iterator[str]:
    """The stem of a word and the stems of all words that ask for the same."""
    classes, stems = load_classes()
    stem = find_stem(word)
    yield stem
    for name in sorted(_find_classes(stem, classes)):
        yield from stems[name]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: as they are spread, their stems, the classes of those, and the words of names of people in it, where they are known."""

    text: str
    tokens: tuple[str, ...]
    stems: frozenset[str]
    classes: frozenset[str]
    people: tuple[str, ...] = ()

    def holds(self, word: str) -> bool:
        """Whether the word, a form of it or one alike stands here."""
        stem = find_stem(word)
        known = load_classes()[0]
        if stem in self.stems or any(agree(word, token) for token in self.tokens):
            return True
        if HANGUL.search(stem) and len(stem) >= LEAST and stem in self.text:
            return True
        if not _find_classes(stem, known).isdisjoint(self.classes):
            return True
        return bool(HANGUL.search(stem)) and any(_is_other_script(stem, name) and match_names(stem, name) for name in self.people)

    def holds_name(self, name: str) -> bool:
        """Whether the name stands here, in whatever script."""
        if any(name == token or (len(name) >= LONG and agree(name, token)) for token in self.tokens) or find_stem(name) in self.stems:
            return True
        return len(name) >= LONG and any(_is_other_script(name, stem) and match_names(name, stem) for stem in self.stems)

    def holds_topic(self, group: str, term: str) -> bool:
        """Whether a word for a term of the vocabulary stands here."""
        return has_beginning(self.text, load_topics()[group][term])


def read_words(text: str, people: tuple[str, ...] = ()) -> Words:
    """The words of `text`; Korean writes names as it writes any word, so that they are looked for among the names of `people` as well."""
    known = load_classes()[0]
    flat = spread(text)
    tokens = tuple(dict.fromkeys(flat.split()))
    stems = frozenset(map(find_stem, tokens))
    return Words(flat, tokens, stems, frozenset(name for stem in stems for name in _find_classes(stem, known)), people)


def _find_classes(stem: str, known: dict[str, frozenset[str]]) -> frozenset[str]:
    """The classes of a stem; of a Korean one that is longer those of the stem that it begins with."""
    if stem in known or not HANGUL.search(stem):
        return known.get(stem, frozenset())
    return next((known[stem[:size]] for size in range(len(stem) - 1, LEAST - 1, -1) if stem[:size] in known), frozenset())


def _is_other_script(one: str, other: str) -> bool:
    return len(other) >= LEAST and (one.isascii() != other.isascii() or bool(HANGUL.search(one)) != bool(HANGUL.search(other)))
