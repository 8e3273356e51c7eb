"""The state of people named without one, told beside them: "its ambassador", "the country's minister", "the Honduran president" of whom was just named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from dragoman.know.offices import load_offices
from dragoman.model import Document, Mention
from dragoman.read.evidence import mentions_in
from dragoman.read.namesakes import family_name
from dragoman.read.page import Paragraph
from dragoman.read.people import Person, country_of, find_offices, literal_of, owner_span, title_for

ITS = re.compile(r"(?<!\w)(?P<whose>[Ii]ts|[Tt]heir|[Tt]he (?:country|nation|kingdom|island|bloc)['’]s) (?:[a-z-]+ ){0,2}$")
COUNTRYS = re.compile(r"(?:country|nation|kingdom|island|bloc)['’]s ")
"""How an office in an apposition begins whose state stands before: "[Name], the country's minister"."""
SENTENCE = re.compile(r"[.!?][\"”’]? (?=[\"“A-Z])")
HEADS = frozenset(
    {
        "president",
        "prime minister",
        "king",
        "queen",
        "emir",
        "sultan",
        "chancellor",
        "premier",
        "supreme leader",
        "head of state",
        "head of government",
        "leader",
    }
)
"""Offices that "the leader" may mean."""
DEFINITE = re.compile(r"(?<!\w)(?:[Tt]he|[Aa]n?) $")
FACING = ("counterpart", "colleague")
ACROSS = 120
"""Code points at most between somebody and his counterpart."""
NEAR = 2
"""Paragraphs within which a later phrase means somebody named before."""


def tell_owners(document: Document, paragraphs: Sequence[Paragraph], people: Sequence[Person], names: Sequence[Mention]) -> tuple[Person, ...]:
    """The people of English paragraphs, those without a side with the one that stands beside them."""
    told = [_with_possessor(document, paragraphs, person, names) for person in people]
    for spot, office in _bare_offices(document, paragraphs, names):
        _give(document, told, paragraphs, spot, office)
    return tuple(_ranked(document, told))


def _ranked(document: Document, people: Sequence[Person]) -> Iterator[Person]:
    """The people; counterparts with the office of another naming of theirs, else of whom they face, named right before."""
    titled = [p for p in people if p.actor.role and not p.actor.role.endswith(FACING)]
    own = {name: p.actor.role for p in reversed(titled) for name in (p.actor.name, family_name(p.actor.name))}
    for before, person in zip((None, *people), people, strict=False):
        role = person.actor.role or ""
        gap = document.text[before.name.stop : person.name.start] if before is not None else ""
        near = before is not None and len(gap) < ACROSS and not SENTENCE.search(gap + "A") and "\n" not in gap
        better = (
            own.get(person.actor.name)
            or own.get(family_name(person.actor.name))
            or (before.actor.role if near and before is not None and role in FACING else None)
        )
        yield replace(person, actor=structs.replace(person.actor, role=better)) if role.endswith(FACING) and better else person


def _paragraph_of(paragraphs: Sequence[Paragraph], start: int) -> Paragraph | None:
    return next((p for p in paragraphs if p.span.start <= start < p.span.stop and p.language == "en"), None)


def _with_possessor(document: Document, paragraphs: Sequence[Paragraph], person: Person, names: Sequence[Mention]) -> Person:
    """The person with the state that "its" or "the country's" before the office means."""
    place = _paragraph_of(paragraphs, person.name.start)
    if person.actor.side is not None or person.office is None or place is None:
        return person
    text = document.text
    led = ITS.search(text, max(place.span.start, person.office.start - 40), person.office.start)
    country = COUNTRYS.match(text, person.office.start)
    if led is None and country is None:
        return person
    whose = led["whose"].lower() if led is not None else "the country's"
    start = led.start() if led is not None else min(person.name.start, person.office.start)
    owner = _subject_before(document, place, start, names) or (None if whose in ("its", "their") else _state_above(paragraphs, place, start, names))
    return _owned(person, owner) if owner is not None else person


def _subject_before(document: Document, place: Paragraph, start: int, names: Sequence[Mention]) -> Mention | None:
    """The state or body that stands first in the sentence before a place, as its subject does."""
    begin = max((m.end() for m in SENTENCE.finditer(document.text, place.span.start, start)), default=place.span.start)
    kinds = ("state", "agency", "demonym", "organisation")
    return next((m for m in names if begin <= m.span.start < start and m.kind in kinds and m.actor is not None and m.actor.side), None)


def _state_above(paragraphs: Sequence[Paragraph], place: Paragraph, start: int, names: Sequence[Mention]) -> Mention | None:
    """The state named last before a place in its paragraph, else first in the paragraph before."""
    above = next((p for p in reversed(paragraphs) if p.span.stop <= place.span.start and p.language == "en"), None)
    states = [m for m in names if m.kind in ("state", "demonym") and m.actor is not None and m.actor.side]
    here = [m for m in states if place.span.covers(m.span) and m.span.stop <= start]
    return next(iter(here[-1:]), None) or next((m for m in states if above is not None and above.span.covers(m.span)), None)


def _owned(person: Person, owner: Mention) -> Person:
    """The person as an official of whose words these are."""
    body = owner.actor.id if owner.actor is not None and owner.actor.country is None else None
    role = title_for(person.title, country_of(owner)) if person.title and person.title.lower() in load_offices().only else person.actor.role
    actor = structs.replace(person.actor, country=country_of(owner), id=body, literal=literal_of(owner), role=role)
    return replace(person, actor=actor, owner=owner_span(owner), body=body)


def _bare_offices(document: Document, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> Iterator[tuple[int, tuple[str, Mention]]]:
    """Phrases of office and state without a name ("the Honduran president"), with where they stand."""
    for paragraph in paragraphs:
        if paragraph.language != "en":
            continue
        near = mentions_in(names, paragraph.span)
        for office in find_offices(document.quote(paragraph.span), paragraph.span.start, near):
            owner = next((m for m in near if office.owner is not None and m.span == office.owner and m.kind == "demonym"), None)
            if owner is not None and office.actor.role and DEFINITE.search(document.text, max(0, owner.span.start - 5), owner.span.start):
                yield owner.span.start, (office.actor.role, owner)


def _give(document: Document, told: list[Person], paragraphs: Sequence[Paragraph], spot: int, office: tuple[str, Mention]) -> None:
    """The state of such a phrase to the holder named last before it, where he has none and, beyond one sentence, nobody else of that state holds the office."""
    role, owner = office
    here = _paragraph_of(paragraphs, spot)
    alike = [i for i, p in enumerate(told) if p.actor.role == role or (role == "leader" and p.actor.role in HEADS)]
    before = [i for i in alike if told[i].name.start < spot]
    if here is None or not before:
        return
    between = document.text[told[before[-1]].name.start : spot]
    within = "\n" not in between and not SENTENCE.search(between + "A")
    if not within and any(told[i].actor.side == country_of(owner) for i in alike):
        return
    last = told[before[-1]]
    place = _paragraph_of(paragraphs, last.name.start)
    if place is not None and here.index - place.index <= NEAR and last.actor.side is None and not (last.title or "").lower().startswith(("former", "ex")):
        told[before[-1]] = _owned(last, owner)
