"""Russian names of bodies as people write them, from the shorter ones that the finder of names marks.

A body goes with whose it is ("Конгресс США", "правительство Китая"), a name in quotation marks with the noun that says
what it is (партия «…»), and a short form in brackets is a name of its own.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.read.lang.ports import Name, NameKind, Word

_KNOWN: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "bodies.toml").read_text(encoding="utf-8"))
WHOSE, NAMED, BODIES = (frozenset(_KNOWN[key]) for key in ("whose", "named", "bodies"))
BODY: NameKind = "organisation"
FAR = 5
"""Words behind a body among which whose it is is looked for."""
WHOSE_ENDINGS = ("ский", "цкий", "ской")
KIND_ENDINGS = ("ный", "ной")
"""Endings of adjectives that say whose a body is, and of what kind."""
OPENING = '«“„"'


def widen_bodies(text: str, words: Sequence[Word], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a text, those of bodies in their whole length."""
    parted = [part for name in names for part in _part(text, name)]
    told = [replace(name, kind=BODY) if name.kind == "place" and _base_form(words, name) in BODIES else name for name in parted]
    widened = [_widen(text, words, name) if name.kind == BODY else name for name in told]
    found = [*widened, *_find_bare(words, widened)]
    joined = [_with_adjectives(words, _with_whose(words, name, found)) if name.kind == BODY else name for name in found]
    return tuple(sorted(_outermost(joined), key=lambda name: name.start))


def _base_form(words: Sequence[Word], name: Name) -> str:
    """The words of a name in their dictionary forms."""
    return " ".join(word.lemma.lower() for word in words if name.start <= word.start < name.stop)


def _part(text: str, name: Name) -> Iterator[Name]:
    """A name and its short form in brackets as two."""
    written = text[name.start : name.stop]
    opened = written.find(" (")
    if name.kind == BODY and opened > 0 and written.endswith(")"):
        yield replace(name, stop=name.start + opened)
        yield replace(name, start=name.start + opened + 2, stop=name.stop - 1)
    else:
        yield name


def _widen(text: str, words: Sequence[Word], name: Name) -> Name:
    """The name of a body with its quotation marks and the noun before it that says what it is."""
    start, stop = name.start, name.stop
    if start and text[start - 1] in OPENING and stop < len(text) and text[stop] in '»”“"':
        start, stop = start - 1, stop + 1
    before = next((word for word in reversed(words) if word.stop < start), None)
    if before is not None and text[before.stop : start] == " " and before.pos == "NOUN" and before.lemma in NAMED:
        start = before.start
    return replace(name, start=start, stop=stop) if start < name.start and (before is None or start <= before.start) else name


def _find_bare(words: Sequence[Word], names: Sequence[Name]) -> Iterator[Name]:
    """Bodies of which only whose they are is a name: "правительство Китая"."""
    taken = {at for name in names if name.kind == BODY for at in range(name.start, name.stop)}
    places = {name.start for name in names if name.kind == "place"}
    for index, word in enumerate(words):
        if word.lemma not in WHOSE or word.pos not in ("NOUN", "PROPN") or word.start in taken:
            continue
        last = _before_whose(words, index, places)
        before = words[index - 1] if index else None
        if last is not None or (before is not None and before.head == index and before.lemma.endswith(WHOSE_ENDINGS)):
            yield Name(word.start, words[index if last is None else last].stop, BODY)


def _before_whose(words: Sequence[Word], body: int, places: set[int]) -> int | None:
    """The last word before the place that a body belongs to, over the nouns that say what it is for: "министерство [обороны] Норвегии"."""
    for at in range(body + 1, min(body + FAR, len(words))):
        if not body <= words[at].head < at or words[at].relation not in ("nmod", "amod"):
            return None
        if words[at].start in places:
            return at - 1
    return None


def _with_adjectives(words: Sequence[Word], name: Name) -> Name:
    """A body with the adjectives before its noun: "японский МИД", "футбольный клуб «…»"."""
    first = next((index for index, word in enumerate(words) if word.start >= name.start), 0)
    known = words[first].lemma in NAMED or words[first].lemma in WHOSE
    start = first
    while known and start and words[start - 1].relation == "amod" and words[start - 1].head == first and _belongs(words[start - 1]):
        start -= 1
    return replace(name, start=words[start].start) if start < first else name


def _belongs(adjective: Word) -> bool:
    return adjective.lemma.endswith(WHOSE_ENDINGS) or adjective.lemma.endswith(KIND_ENDINGS)


def _with_whose(words: Sequence[Word], name: Name, names: Sequence[Name]) -> Name:
    """A body with the place behind it that hangs on it: "Министерство обороны Германии"."""
    last = next((index for index in range(len(words) - 1, -1, -1) if words[index].stop <= name.stop), None)
    if last is None or last + 1 >= len(words):
        return name
    behind = words[last + 1]
    place = next((other for other in names if other.kind == "place" and other.start == behind.start), None)
    within = range(name.start, name.stop)
    if place is None or behind.relation != "nmod" or words[behind.head].start not in within:
        return name
    return replace(name, stop=place.stop)


def _outermost(names: Sequence[Name]) -> list[Name]:
    """The names that no other name of a body contains; a place within a body's name stays."""
    return [
        name
        for name in dict.fromkeys(names)
        if name.kind != BODY or not any(other.kind == BODY and other != name and other.start <= name.start and name.stop <= other.stop for other in names)
    ]
