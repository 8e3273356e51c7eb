"""The cast of a document: its people with their offices, in every language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from dragoman.know.japanese_names import is_japanese
from dragoman.model import Document, Mention
from dragoman.read.epithets import tell_owners
from dragoman.read.evidence import mentions_in
from dragoman.read.hosts_ko import tell_host
from dragoman.read.known_leaders import find_known_people
from dragoman.read.page import Paragraph
from dragoman.read.people import Person, find_people
from dragoman.read.people_ko import HOME, find_korean_people
from dragoman.read.people_rows import find_delegates, find_rows
from dragoman.read.people_ru import find_russian_people
from dragoman.read.untitled import find_untitled_people

ABROAD = 3
"""Namings of other states from which a Korean text that never names its own is about others."""


def find_all_people(document: Document, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> tuple[Person, ...]:
    """Each naming of a person with an office, in text order; of two at one place the longer title."""
    found = list(find_people(document, paragraphs, names))
    for paragraph in paragraphs:
        near = mentions_in(names, paragraph.span)
        text = document.quote(paragraph.span)
        if paragraph.language == "ru":
            found.extend(find_russian_people(text, paragraph.span.start, near))
        elif paragraph.language == "ko":
            people = _at_home(find_korean_people(text, paragraph.span.start, near), names)
            found.extend(tell_host(document, paragraph, person, near) for person in people)
        elif paragraph.language == "en":
            found.extend(find_rows(text, paragraph.span.start, near))
            found.extend(find_delegates(text, paragraph.span.start, near))
            found.extend(find_untitled_people(text, paragraph.span.start, near))
            found.extend(find_known_people(text, paragraph.span.start, near))
    found = [person for person in found if not _is_named_again(person, found)]
    halves = {part for person in found if re.search("[가-힣] [가-힣]", person.actor.name) for part in person.actor.name.split(" ")}
    best: dict[int, Person] = {}
    for person in found:
        if person.actor.name in halves:
            continue
        known = best.get(person.name.start)
        best[person.name.start] = person if known is None else _of_two(known, person)
    chosen: list[Person] = []
    for start in sorted(best):
        if not any(other.name.start < start < other.name.stop for other in chosen[-1:]):
            chosen.append(best[start])
    return tell_owners(document, paragraphs, _with_nicknames(chosen), names)


def _of_two(one: Person, other: Person) -> Person:
    """Of two titles at one name the longer one; where only the shorter tells a state, with that: "his Chilean counterpart [Name], Minister of Defence"."""
    longer, shorter = (other, one) if len(other.title) > len(one.title) else (one, other)
    if longer.owner is not None or longer.actor.side is not None or shorter.owner is None or shorter.actor.country is None:
        return longer
    return replace(longer, actor=structs.replace(longer.actor, country=shorter.actor.country, literal=shorter.actor.literal), owner=shorter.owner)


def _is_named_again(person: Person, people: Sequence[Person]) -> bool:
    """Whether a Korean naming without a state ends in one word of a foreign name told elsewhere with its state: "이어 [Family] 장관".

    Or whether it is how a name in one word begins, with the same title: "라이 총통" of 라이칭더.
    """
    short = person.actor.name if person.owner is None and re.fullmatch("[가-힣]{1,2}", person.actor.name) else None
    if short is not None and any(o.actor.name.startswith(short) and o.actor.name != short and o.title == person.title and o.owner is not None for o in people):
        return True
    last = person.actor.name.split(" ")[-1]
    if person.owner is not None or len(last) < 2 or not re.fullmatch("[가-힣 ]+", person.actor.name):  # noqa: PLR2004, RUF100
        return False
    full = (other.actor.name for other in people if other.owner is not None and " " in other.actor.name and other.actor.name != person.actor.name)
    return any(last in name.split(" ") for name in full)


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
    """People of a Korean text; without a word of a state they are of the home state only where the text does not leave it out altogether.

    A Japanese name is of Japan where the text names it.
    """
    states = [mention.actor.country for mention in names if mention.actor is not None and mention.actor.country]
    elsewhere = HOME not in states and len(states) >= ABROAD
    japan = next((mention for mention in names if mention.actor is not None and mention.actor.country == "JPN"), None)
    for person in people:
        if person.actor.country is None and japan is not None and is_japanese(person.actor.name):
            yield replace(person, actor=structs.replace(person.actor, country="JPN"), owner=japan.span)
            continue
        away = elsewhere and person.owner is None and person.actor.country == HOME
        yield replace(person, actor=structs.replace(person.actor, country=None)) if away else person
