"""The check: words, numbers, names, direction and negation of a claim are in its span or its evidence; whoever proposed it."""

import re
from collections.abc import Iterator

from dragoman.know.levels import find_level
from dragoman.model import FURNITURE, Actor, Assessment, Channel, Claim, Document, Event, Figure, Instrument, Post, Statement
from dragoman.read.own_states import is_official
from dragoman.read.page import Page
from dragoman.read.roles import load_roles
from dragoman.read.verify_names import refuse_names
from dragoman.read.verify_numbers import refuse_numbers
from dragoman.read.verify_sense import refuse_sense

LONGEST = 600
OFFICIAL = re.compile(r"(?i:ministry|secretariat|presidency|embassy|government|office of|press service|cabinet)")
"""Words of names of bodies that are of a state."""
LONGEST_STATEMENT = 2000


def refuse_claim(claim: Claim, page: Page) -> str | None:
    """Why a claim cannot stand, in words; `None` where it can.

    It asks only what the page says, not who proposed the claim or by which rule: the literal reading of an actor
    is what must be told, a correction beside it is not.
    """
    return next((why for why in _reasons(claim, page) if why), None)


def _reasons(claim: Claim, page: Page) -> Iterator[str | None]:
    yield _wrong_words(claim, page.document)
    yield _too_long(claim)
    yield _in_furniture(claim, page.document)
    yield _no_content(claim)
    yield _said_otherwise(claim)
    yield refuse_names(claim, page)
    yield refuse_numbers(claim, page)
    yield refuse_sense(claim, page)


def _wrong_words(claim: Claim, document: Document) -> str | None:
    """The claim's words and its evidence are what the text has there."""
    if claim.span.stop > len(document.text) or document.quote(claim.span) != claim.text:
        return "the words are not those of the text at that place"
    if any(document.quote(e.span) != e.text for e in claim.evidence):
        return "the words of the evidence are not those of the text at that place"
    return None


def _too_long(claim: Claim) -> str | None:
    limit = LONGEST_STATEMENT if isinstance(claim, Statement) else LONGEST
    return f"the claim's span is longer than {limit} code points" if len(claim.span) > limit else None


def _in_furniture(claim: Claim, document: Document) -> str | None:
    kind = document.zone_at(claim.span.start)
    return f"the claim stands in page furniture ({kind})" if kind in FURNITURE else None


def _no_content(claim: Claim) -> str | None:
    """Each kind says something."""
    match claim:
        case Event():
            return None if claim.source else "an event without anybody who acts"
        case Channel():
            return None if len({a.side for a in claim.between}) > 1 else "a channel with one end"
        case Post():
            return None if claim.office.title and claim.office.of is not None else "a post without an office, or of no state"
        case Figure():
            numbers = (claim.value, claim.low, claim.high, claim.change)
            return None if any(number is not None for number in numbers) else "a figure without a number"
        case Statement():
            spoken = claim.content.strip() and any(not _is_nameless(actor) and not (claim.language == "en" and is_stateless(actor)) for actor in claim.speaker)
            return None if spoken else "a statement without a speaker or words"
        case Assessment():
            return None if claim.between and claim.value else "an assessment of nobody"
        case Instrument():
            return None if claim.title else "an instrument without a name"


def _is_nameless(actor: Actor) -> bool:
    """Whether a body is named by nothing but a common noun: "the agency", "the statement"."""
    return actor.side is None and actor.type in ("agency", "organisation") and actor.name.islower()


def is_stateless(actor: Actor) -> bool:
    """Whether an official, or a body of a state, is named without the state for which he speaks."""
    if actor.side is not None:
        return False
    if actor.type == "person" and load_roles("en").kind_of(actor.name.split(" ")[-1].lower()) == "person":
        return True  # a title without a name: "the Secretary"
    if actor.type == "person":
        return is_official(actor.role) and (find_level(actor.role or "") != "officials" or "spokes" in (actor.role or ""))
    return actor.type == "agency" or (actor.type == "organisation" and OFFICIAL.search(actor.name) is not None)


def _said_otherwise(claim: Claim) -> str | None:
    """The words of a statement or an assessment are those of the text, in their order."""
    content = claim.content if isinstance(claim, Statement) else claim.value if isinstance(claim, Assessment) else ""
    place = 0
    for word in content.split():
        place = claim.text.find(word, place)
        if place < 0:
            return f"the word {word!r} is not said there"
        place += len(word)
    return None
