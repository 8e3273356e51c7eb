"""Mentions: every span that names a state, body, union, people, place or person, without overlaps, in text order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from msgspec import structs

from dragoman.know.states import load_ledger
from dragoman.model import Actor, Document, Mention, Span
from dragoman.read.abbreviations import find_abbreviations
from dragoman.read.bodies_ko import find_bare_bodies
from dragoman.read.cast import find_all_people
from dragoman.read.companies import find_companies
from dragoman.read.counterparts import tell_counterparts
from dragoman.read.english_titles import FAMILY_FIRST
from dragoman.read.governments_ko import find_governments
from dragoman.read.known_leaders import tell_known
from dragoman.read.later_names import find_later_names
from dragoman.read.names import find_names
from dragoman.read.namesakes import family_name, merge_people, owner_of, owners_of
from dragoman.read.page import Paragraph
from dragoman.read.people import Person, find_people

SHARED_BODIES = frozenset({"Foreign Office", "House of Commons", "Ministry of External Affairs"})
"""Names of bodies that several states have: of the best known one only where the page names that state."""
OWNED = ("'s ", "’s ")
"""What ties a person to a state named right before."""
STYLED = re.compile(r" (?:bin|ibn|bint|al|Al) ")
"""What stands in names whose bearers go by the first one behind a style: "Sheikh Ali" of "Ali bin Omar Al Saleh"."""
STYLES = ("Sheikh", "Sheikha", "Shaikh", "Sayyid", "Prince", "Princess", "King", "Sultan", "Emir")
SHORTEST = 4
"""Letters of a first name by which somebody is called."""
METONYMS = ("capital for its government", "seat of power", "place after a preposition")


def find_named(document: Document, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """The mentions of all paragraphs, and the namings of people with their offices; later mentions lead back to the first by `chain`.

    Captions make no claims, but they tell who people are.
    """
    names: list[Mention] = []
    for paragraph in paragraphs:
        found = find_names(document.quote(paragraph.span), paragraph.language, paragraph.span.start)
        names.extend(date_metonyms(list(found)))
    names = list(tell_shared(names))
    names.extend(find_bare_bodies(document, paragraphs, tuple(names)))
    names.extend(find_abbreviations(document, tuple(names)))
    names.extend(find_governments(document, paragraphs, tuple(names)))
    names.sort(key=lambda mention: mention.span)
    captions = tuple(Paragraph(-1, zone.span, zone.kind, document.language_at(zone.span.start)) for zone in document.zones if zone.kind == "caption")
    shown = [mention for caption in captions for mention in find_names(document.quote(caption.span), caption.language, caption.span.start)]
    people = [*find_all_people(document, paragraphs, names), *find_people(document, captions, shown)]
    told = _tell_countries([*find_later_names(document, paragraphs, people), *find_persons(document, paragraphs, people)], people)
    known = list(tell_known(list(told), names))
    persons = list(tell_counterparts(document, list(_tell_possessors(document, known, names)), names))
    taken = [mention.span for mention in persons]
    kept = [mention for mention in names if not any(span.overlaps(mention.span) for span in taken)]
    companies = [mention for part in paragraphs for mention in find_companies(document.quote(part.span), part.language, part.span.start)]
    return drop_overlaps([*persons, *(m for m in companies if not any(span.overlaps(m.span) for span in taken)), *kept]), tuple(people)


def tell_shared(names: Sequence[Mention]) -> Iterator[Mention]:
    """The names; a body whose name several states share is of the one whose body the page calls so, or stands for none it never names."""
    states = {mention.actor.country for mention in names if mention.actor is not None and mention.text not in SHARED_BODIES}
    for mention in names:
        if mention.text in SHARED_BODIES and mention.actor is not None and mention.actor.country not in states:
            owner = next((m.actor for m in names if m.text != mention.text and m.text.endswith(mention.text) and m.actor is not None), None)
            if owner is None:
                continue
            yield structs.replace(mention, actor=structs.replace(mention.actor, country=owner.country))
        else:
            yield mention


def _tell_possessors(document: Document, persons: Sequence[Mention], names: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of persons; who has no state gets the one that is named as his anywhere: "Chad's Ibrahim"."""
    owners = {mention.span.stop: mention for mention in names if mention.kind == "state" and mention.actor is not None and mention.actor.country}
    found: dict[str, Mention] = {}
    for mention in persons:
        owned = mention.actor is not None and mention.actor.side is None
        before = document.text[max(0, mention.span.start - len(OWNED[0])) : mention.span.start]
        if owned and mention.actor is not None and before in OWNED and mention.span.start - len(before) in owners:
            found.setdefault(mention.actor.name, owners[mention.span.start - len(before)])
    for mention in persons:
        owner = found.get(mention.actor.name) if mention.actor is not None and mention.actor.side is None else None
        if owner is None or owner.actor is None or mention.actor is None:
            yield mention
        else:
            yield structs.replace(mention, actor=structs.replace(mention.actor, country=owner.actor.country), chain=(*mention.chain, owner.span))


def _tell_countries(persons: Sequence[Mention], people: Sequence[Person]) -> Iterator[Mention]:
    """The mentions of persons, each with the words that tell the person's country at the end of its chain.

    A naming that tells a state of its own keeps it, whatever the others say.
    """
    owners = owners_of(people)
    own = {person.name: person for person in people if person.owner is not None and person.actor.country is not None}
    for mention in persons:
        here, actor = own.get(mention.span), mention.actor
        if here is not None and actor is not None and here.actor.country != actor.country:
            actor = structs.replace(actor, country=here.actor.country)
        owner = here.owner if here is not None else owner_of(actor, owners) if actor is not None else None
        yield structs.replace(mention, actor=actor, chain=(*mention.chain, owner)) if owner is not None else mention


def date_metonyms(names: Sequence[Mention]) -> list[Mention]:
    """The names of one paragraph; a capital or palace stands for the predecessor state where the paragraph names that one.

    A capital beside the adjective of a state of the past is that state, unless the present one is named more often.
    """
    ledger = load_ledger()
    named = Counter(mention.actor.country for mention in names if mention.actor is not None and mention.rule not in METONYMS)
    dated: list[Mention] = []
    for mention in names:
        country = mention.actor.country if mention.actor is not None else None
        before = next((code for code in ledger.predecessors(country or "") if named[code] > named[country]), None)
        if before is not None and mention.rule in METONYMS and mention.actor is not None:
            actor = structs.replace(mention.actor, id=before, country=before)
            dated.append(structs.replace(mention, actor=actor))
        else:
            dated.append(mention)
    return dated


def drop_overlaps(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions in text order; of two that overlap the earlier and longer one."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.stop)):
        if not found or found[-1].span.stop <= mention.span.start:
            found.append(mention)
    return tuple(found)


def fold(text: str) -> str:
    """The text without accents on Latin letters, letter for letter: "López" is "Lopez" on the next page."""
    return text if text.isascii() else "".join(_bare(char) if char >= "À" and char < "ɐ" else char for char in text)


def _bare(char: str) -> str:
    base = normalize("NFD", char)[0]
    return base if base.isascii() else char


def _goes_by_first_name(document: Document, name: str) -> bool:
    """Whether a text calls somebody by the first of two names alone, and never by the last, as Thai and Ethiopian people are called."""
    first, _, last = name.partition(" ")
    if not last or " " in last or len(first) < SHORTEST or document.language != "en":
        return False
    alone = re.compile(rf"(?<![\w-])(?<![A-Z]\w )(?<!\w [A-Z]\. ){re.escape(first)}(?![\w-]| [A-Z])")
    called = re.compile(rf"(?<!{re.escape(first)} )(?<![\w-]){re.escape(last)}(?![\w-])")
    return called.search(document.text) is None and alone.search(document.text) is not None


def find_persons(document: Document, paragraphs: Sequence[Paragraph], people: Sequence[Person]) -> Iterator[Mention]:
    """Every naming of the document's people, by full name, by family name, with damaged hyphens."""
    actors = merge_people(people)
    first = {person.actor.name.replace("—", "-"): person.name for person in reversed(people)}
    spellings: dict[str, Actor] = dict(actors)
    for name, actor in actors.items():
        spellings.setdefault(family_name(name), actor)
        if name.count(" ") > 1 and "-" not in name and name.split(" ")[0] in FAMILY_FIRST:
            spellings.setdefault(name.split(" ")[-1], actor)
        if name.count(" ") > 1 and not any(part[0].islower() for part in name.split(" ")):
            spellings.setdefault(" ".join(name.split(" ")[-2:]), actor)
        if _goes_by_first_name(document, name):
            spellings.setdefault(name.split(" ")[0], actor)
        if STYLED.search(name):
            spellings.update({f"{style} {name.split(' ')[0]}": actor for style in STYLES if f"{style} {name.split(' ')[0]}" not in spellings})
        if family_name(name)[:3] in ("al-", "el-", "as-", "ad-"):
            spellings.setdefault(family_name(name)[0].upper() + family_name(name)[1:], actor)
    if not spellings:
        return
    spellings = {fold(word): actor for word, actor in reversed(spellings.items())}
    folded = fold(document.text)
    words = sorted(spellings, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word).replace(r"\-", "[-—]") for word in words) + r")(?![\w-])")
    for paragraph in paragraphs:
        for match in pattern.finditer(folded, paragraph.span.start, paragraph.span.stop):
            actor = spellings[match.group().replace("—", "-")]
            origin = first.get(actor.name)
            span = Span(match.start(), match.end())
            text = document.quote(span)
            chain = (origin,) if origin is not None and origin != span and text != actor.name else ()
            yield Mention(kind="person", span=span, text=text, actor=actor, rule="person of the document", chain=chain)
