"""The check: what a claim quotes is what the text has there, outside of furniture, and it says something; whoever proposed it."""

from collections.abc import Iterator

from dragoman.model import FURNITURE, Assessment, Channel, Claim, Document, Event, Figure, Instrument, Post, Statement

LONGEST = 600
LONGEST_STATEMENT = 2000


def refuse_claim(claim: Claim, document: Document) -> str | None:
    """Why a claim cannot stand, in words; `None` where it can."""
    return next((why for why in _reasons(claim, document) if why), None)


def _reasons(claim: Claim, document: Document) -> Iterator[str | None]:
    yield _wrong_words(claim, document)
    yield _too_long(claim)
    yield _in_furniture(claim, document)
    yield _no_content(claim)
    yield _time_elsewhere(claim, document)


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
            return None if claim.office.title else "a post without an office"
        case Figure():
            numbers = (claim.value, claim.low, claim.high, claim.change)
            return None if any(number is not None for number in numbers) else "a figure without a number"
        case Statement():
            return None if claim.speaker and claim.content.strip() else "a statement without a speaker or words"
        case Assessment():
            return None if claim.between and claim.value else "an assessment of nobody"
        case Instrument():
            return None if claim.title else "an instrument without a name"


def _time_elsewhere(claim: Claim, document: Document) -> str | None:
    """The words of the time stand somewhere in the document."""
    if claim.when is None or not claim.when.text or claim.when.text in document.text:
        return None
    return "the words of the time are not in the text"
