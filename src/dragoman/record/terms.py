"""The terms by which a claim is found: its words, whoever is in it, its sides, and what it is."""

from collections.abc import Iterator

from dragoman.know.stems import find_terms, name_term
from dragoman.model import Channel, Claim, Event, Figure, Post
from dragoman.model.sides import find_actors, find_sides


def find_claim_terms(claim: Claim) -> Iterator[str]:
    """The words of a claim, whoever is in it, and its sides and kind as terms that no text holds (`xsidekor`)."""
    yield from find_terms(claim.text)
    for actor in (*find_actors(claim), *claim.said_by):
        yield from find_terms(f"{actor.name} {actor.role or ''}")
    yield from (name_term("side", code) for code in find_sides(claim))
    match claim:
        case Event():
            yield name_term("plover", claim.type)
        case Channel():
            yield name_term("channel", claim.channel)
        case Figure():
            yield name_term("measure", claim.measure)
        case Post():
            yield name_term("office", claim.office.title)
            yield from find_terms(claim.office.title)
        case _:
            pass
