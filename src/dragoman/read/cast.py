"""The cast of a document: its people with their offices, in every language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from dragoman.model import Document, Mention
from dragoman.read.epithets import tell_owners
from dragoman.read.page import Paragraph
from dragoman.read.people import Person, find_people
from dragoman.read.people_ko import HOME, find_korean_people
from dragoman.read.people_rows import find_rows
from dragoman.read.people_ru import find_russian_people
from dragoman.read.untitled import find_untitled_people

ABROAD = 3
"""Namings of other states from which a Korean text that never names its own is about others."""


def find_all_people(document: Document, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> tuple[Person, ...]:
    """Each naming of a person with an office, in text order; of two at one place the longer title."""
    found = list(find_people(document, paragraphs, names))
    for paragraph in paragraphs:
        near = [mention for mention in names if paragraph.span.covers(mention.span)]
        text = document.quote(paragraph.span)
        if paragraph.language == "ru":
            found.extend(find_russian_people(text, paragraph.span.start, near))
        elif paragraph.language == "ko":
            found.extend(_at_home(find_korean_people(text, paragraph.span.start, near), names))
        elif paragraph.language == "en":
            found.extend(find_rows(text, paragraph.span.start, near))
            found.extend(find_untitled_people(text, paragraph.span.start, near))
    halves = {part for person in found if re.search("[가-힣] [가-힣]", person.actor.name) for part in person.actor.name.split(" ")}
    best: dict[int, Person] = {}
    for person in found:
        if person.actor.name in halves:
            continue
        known = best.get(person.name.start)
        if known is None or len(person.title) > len(known.title):
            best[person.name.start] = person
    chosen: list[Person] = []
    for start in sorted(best):
        if not any(other.name.start < start < other.name.stop for other in chosen[-1:]):
            chosen.append(best[start])
    return tell_owners(document, paragraphs, _with_nicknames(chosen), names)


def _with_nicknames(people: Sequence[Person]) -> list[Person]:
    """Korean: a name in one word that begins as that of a known holder of the same office ("조코위", "조코 위도도") is of his state."""
    told: list[Person] = []
    for person in people:
        name = person.actor.name
        alike = (o for o in told if o.actor.role == person.actor.role and o.actor.country is not None and o.actor.name.startswith(name[:2]))
        short = person.actor.country is None and re.fullmatch("[가-힣]{3,}", name) is not None
        full = next(alike, None) if short else None
        told.append(person if full is None else replace(person, actor=structs.replace(person.actor, country=full.actor.country), owner=full.owner))
    return told


def _at_home(people: Iterable[Person], names: Sequence[Mention]) -> Iterator[Person]:
    """People of a Korean text; without a word of a state they are of the home state only where the text does not leave it out altogether."""
    states = [mention.actor.country for mention in names if mention.actor is not None and mention.actor.country]
    elsewhere = HOME not in states and len(states) >= ABROAD
    for person in people:
        away = elsewhere and person.owner is None and person.actor.country == HOME
        yield replace(person, actor=structs.replace(person.actor, country=None)) if away else person
