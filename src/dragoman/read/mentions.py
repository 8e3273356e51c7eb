"""Mentions: every span that names a state, body, union, people, place or person, without overlaps, in text order."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model import Actor, Document, Mention, Span
from dragoman.read.names import find_names
from dragoman.read.page import Paragraph
from dragoman.read.people import Person, family_name, find_people, merge_people


def find_mentions(document: Document, paragraphs: Sequence[Paragraph]) -> tuple[Mention, ...]:
    """The mentions of all paragraphs; a person's later mentions lead back to the first by `chain`."""
    names = [mention for paragraph in paragraphs for mention in find_names(document.quote(paragraph.span), paragraph.language, paragraph.span.start)]
    people = find_people(document, paragraphs, names)
    persons = list(find_persons(document, paragraphs, people))
    taken = [mention.span for mention in persons]
    kept = [mention for mention in names if not any(span.overlaps(mention.span) for span in taken)]
    return drop_overlaps([*persons, *kept])


def drop_overlaps(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions in text order; of two that overlap the earlier and longer one."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.stop)):
        if not found or found[-1].span.stop <= mention.span.start:
            found.append(mention)
    return tuple(found)


def find_persons(document: Document, paragraphs: Sequence[Paragraph], people: Sequence[Person]) -> Iterator[Mention]:
    """Every naming of the document's people, by full name, by family name, with damaged hyphens."""
    actors = merge_people(people)
    first = {person.actor.name.replace("—", "-"): person.name for person in reversed(people)}
    spellings: dict[str, Actor] = dict(actors)
    for name, actor in actors.items():
        spellings.setdefault(family_name(name), actor)
    if not spellings:
        return
    words = sorted(spellings, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word).replace(r"\-", "[-—]") for word in words) + r")(?![\w-])")
    for paragraph in paragraphs:
        for match in pattern.finditer(document.text, paragraph.span.start, paragraph.span.stop):
            actor = spellings[match.group().replace("—", "-")]
            origin = first.get(actor.name)
            span = Span(match.start(), match.end())
            chain = (origin,) if origin is not None and origin != span and match.group() != actor.name else ()
            yield Mention(kind="person", span=span, text=match.group(), actor=actor, rule="person of the document", chain=chain)
