"""Whom an English text means by an office and its state ("the Chilean president", "his Chadian counterpart") when it has named the holder before."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dragoman.model import Mention
from dragoman.read.actors import marker_of
from dragoman.read.evidence import mentions_in
from dragoman.read.page import Page
from dragoman.read.people import Person, find_offices
from dragoman.read.words import Sentence, Token

HELD = "holder of the office, named before"
FACING = ("counterpart", "colleague")
ACTING = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj", "root"})
"""Relations of a title that stands for its holder; a predicate or apposition tells who he is."""
OTHER = "former|ex|new|next|future|first|an?|any|no|every|each|another|previous|incoming|late|then"
GONE = re.compile(rf"\b(?i:{OTHER})[ -]+(?:\w+ )?$")
"""Words before a title by which it means somebody else than its holder of now, or nobody yet."""
NEAR = 1200
"""Code points within which an office without a state means its holder named before."""
DIPLOMATS = ("ambassador", "high commissioner", "chargé d'affaires", "envoy")
HEADS = ("president", "prime minister", "king", "emir", "sultan", "supreme leader", "chancellor")
MINISTERS = ("foreign minister", "defence minister", "trade minister")
MEANING = {
    "diplomat": DIPLOMATS,
    "envoy": DIPLOMATS,
    "leader": HEADS,
    "head of state": HEADS,
    "minister": MINISTERS,
}
"""Words for somebody whose office has another name."""


def find_held_offices(page: Page, references: Sequence[Mention]) -> Iterator[Mention]:
    """A mention on the noun of each such title; `references` are the later mentions that are found already ("he", "the president")."""
    people = [m for m in page.mentions if m.kind == "person" and m.actor is not None and m.actor.role]
    starts = [sentence.span.start for sentence in page.sentences]
    for paragraph in page.paragraphs if people else ():
        if paragraph.language != "en" or paragraph.kind in ("headline", "subhead", "infobox", "table"):
            continue
        near = [m for m in mentions_in(page.mentions, paragraph.span) if m.kind != "person"]
        for office in find_offices(page.text_at(paragraph.span), paragraph.span.start, near):
            place = bisect_right(starts, office.name.start) - 1
            noun = _noun_of(page, page.sentences[place], office) if place >= 0 else None
            free = noun is not None and not any(m.span.overlaps(noun.span) for m in references)
            who = _holder(page.sentences[place], office, people, references) if free else None
            if noun is not None and who is not None:
                yield Mention(kind="person", span=noun.span, text=noun.text, actor=who.actor, rule=HELD, chain=(who.span, *who.chain[-1:]))


def _noun_of(page: Page, sentence: Sentence, office: Person) -> Token | None:
    """The noun of a title that stands for its holder in a sentence; `None` where it tells what somebody is, was or becomes."""
    if office.office is None or GONE.search(page.document.text, max(sentence.span.start, office.office.start - len("previous acting ")), office.office.start):
        return None
    words = sentence.within(office.office)
    inside = {token.index for token in words}
    noun = next((t for t in words if t.pos in ("NOUN", "PROPN") and t.mention is None and (t.head not in inside or t.head == t.index)), None)
    if noun is None or noun.base_relation not in ACTING or noun.has("Number=Plur") or marker_of(sentence, noun) in ("as", "for", "like"):
        return None
    named = any(child.mention is not None and child.mention.kind == "person" for child in sentence.children(noun, "appos", "flat", "compound", "nmod"))
    copula = sentence.child(noun, "cop") is not None or any(child.lemma.lower() in ("a", "an", "any", "no") for child in sentence.children(noun, "det"))
    return None if named or copula else noun


def _holder(sentence: Sentence, office: Person, people: Sequence[Mention], references: Sequence[Mention]) -> Mention | None:
    """The person of that state named last before the title who holds the office that it means."""
    role, state = office.actor.role or "", office.actor.side
    before = [m for m in people if m.span.start < office.name.start]
    if state is None:
        return _holder_near(office, before)
    if role.endswith(FACING):
        role = _role_faced(sentence, office, [*before, *references])
    wanted = MEANING.get(role, (role,))
    held = [m for m in before if m.actor is not None and m.actor.side == state and m.actor.role in wanted]
    return held[-1] if held and (role not in MEANING or len({m.actor.name for m in held if m.actor is not None}) == 1) else None


def _holder_near(office: Person, before: Sequence[Mention]) -> Mention | None:
    """The holder named last, for an office that is told without its state: of all who are named near the only one who holds it."""
    near = [m for m in before if office.name.start - m.span.stop < NEAR and m.actor is not None and m.actor.role == office.actor.role]
    return near[-1] if len({m.actor.name for m in near if m.actor is not None}) == 1 else None


def _role_faced(sentence: Sentence, office: Person, known: Sequence[Mention]) -> str:
    """The office of whom somebody is called the counterpart: the first one of another state in the sentence."""
    here = [m for m in known if sentence.span.start <= m.span.start < office.name.start and m.actor is not None and m.kind == "person"]
    first = min(here, key=lambda m: m.span.start, default=None)
    return first.actor.role or "" if first is not None and first.actor is not None and first.actor.side != office.actor.side else ""
