"""The cast of a document: its people with their offices, in every language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from dragoman.model import Document, Mention
from dragoman.read.names import find_names
from dragoman.read.page import Paragraph
from dragoman.read.paragraphs import DATED_LINE
from dragoman.read.people import Person, family_name, find_people
from dragoman.read.people_ko import HOME, find_korean_people
from dragoman.read.people_rows import find_rows
from dragoman.read.people_ru import find_russian_people
from dragoman.read.untitled import find_untitled_people

CAPITALS = re.compile(r"(?-i:[A-Z][A-Z ]{2,24})(?:, [A-Z][A-Za-z .]+)?(?:,? ?[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?(?: \([A-Za-z/ ]+\))? ?[—–:-]")
"""Where a story was filed, in capitals before its first words: "LIMA, June 3 (Agency) —"."""
DOMESTIC = re.compile(r"^(?!.*(?:counterpart|predecessor|former|ambassador))(?i:.*\bminister|PM|(?:foreign|defen[cs]e|interior|trade) ministry spokes\w+)$")
"""Titles that a story leaves without a state only where it is the state of the story itself."""
ABROAD_TOO = re.compile(r"(?i:prime|foreign|external)|PM")
"""Titles that a story leaves without a state also where everybody knows whose they are."""
HOME_STORY = "a minister without a state, so of the state where the story was filed or that it opens with"
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
    found = list(_by_dateline(document, paragraphs, found, names))
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
    return tuple(chosen)


def _by_dateline(document: Document, paragraphs: Sequence[Paragraph], people: Sequence[Person], names: Sequence[Mention]) -> Iterator[Person]:
    """People of an English text; a minister whose state no naming tells is of the state where the story was filed, or that it opens with."""
    filed = _filed_at(document, paragraphs)
    home = filed or _opening_of(paragraphs, names)
    known = {family_name(person.actor.name) for person in people if person.actor.country is not None or person.body is not None}
    for person in people:
        known_abroad = filed is None and ABROAD_TOO.search(person.title) is not None
        bare = not known_abroad and home is not None and person.owner is None and person.actor.country is None and DOMESTIC.search(person.title) is not None
        if not bare or home is None or home.actor is None or family_name(person.actor.name) in known:
            yield person
        else:
            yield replace(person, actor=structs.replace(person.actor, country=home.actor.country), owner=home.span, inferred=HOME_STORY)


def _filed_at(document: Document, paragraphs: Sequence[Paragraph]) -> Mention | None:
    """The capital of the dateline."""
    body = next((p for p in paragraphs if p.kind == "body" and p.language == "en"), None)
    if body is None:
        return None
    start = document.text.rfind("\n", 0, body.span.start) + 1
    text = document.text[start : body.span.stop]
    if CAPITALS.match(text) is None and DATED_LINE.match(text) is None:
        return None
    place = next(find_names(re.split("[,(—–:-]", text)[0].strip().title(), "en", start), None)
    return place if place is not None and place.actor is not None and place.actor.country is not None else None


def _opening_of(paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> Mention | None:
    """The state that both headline and story open with."""
    starts = [next((p.span.start for p in paragraphs if p.kind == kind), -1) for kind in ("headline", "body")]
    led, opening = (next((m for m in names if m.span.start == start and m.actor is not None and m.actor.country), None) for start in starts)
    same = led is not None and opening is not None and led.actor is not None and opening.actor is not None and led.actor.country == opening.actor.country
    return opening if same else None


def _at_home(people: Iterable[Person], names: Sequence[Mention]) -> Iterator[Person]:
    """People of a Korean text; without a word of a state they are of the home state only where the text does not leave it out altogether."""
    states = [mention.actor.country for mention in names if mention.actor is not None and mention.actor.country]
    elsewhere = HOME not in states and len(states) >= ABROAD
    for person in people:
        away = elsewhere and person.owner is None and person.actor.country == HOME
        yield replace(person, actor=structs.replace(person.actor, country=None)) if away else person
