"""Namings of people in Russian and Korean text: the first with its title, and all later ones."""

from collections.abc import Iterator, Sequence

from dragoman.model import Document, Mention
from dragoman.read.namesakes import merge_people
from dragoman.read.page import Paragraph
from dragoman.read.people import Person
from dragoman.read.people_ko import find_later_korean
from dragoman.read.people_ru import find_later_russian


def find_later_names(document: Document, paragraphs: Sequence[Paragraph], people: Sequence[Person]) -> Iterator[Mention]:
    """A mention of every person of Russian and Korean paragraphs, in base form, with the chain to the first naming."""
    for language, find in (("ru", find_later_russian), ("ko", find_later_korean)):
        own = [paragraph for paragraph in paragraphs if paragraph.language == language]
        named = [person for person in people if any(paragraph.span.covers(person.name) for paragraph in own)]
        actors = merge_people(named)
        first = {person.actor.name: person.name for person in reversed(named)}
        for person in named:
            actor = actors.get(person.actor.name, person.actor)
            yield Mention(kind="person", span=person.name, text=document.quote(person.name), actor=actor, rule="person with a title")
        for paragraph in own:
            yield from find(document.quote(paragraph.span), paragraph.span.start, actors, first)
