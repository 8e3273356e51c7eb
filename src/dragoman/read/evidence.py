"""Evidence of a claim: the words outside its span that decided who is meant, carried with it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.model import Actor, Assessment, Channel, Claim, Event, Evidence, Figure, Flag, Instrument, Mention, Post, Span, Statement
from dragoman.read.page import Page

LONGEST = 2
"""Links of a chain that an analyst follows without a warning."""
DEPTH = 3
VOICES = ("speaker", "said_by")
SPEAKING = 5
"""Paragraphs over which "he said" may lead back to a name."""


def actors_of(claim: Claim) -> Iterator[tuple[str, Actor]]:
    """Everybody whom a claim names, with the field in which he stands."""
    yield from (("said_by", actor) for actor in claim.said_by)
    match claim:
        case Event():
            yield from (("source", actor) for actor in claim.source)
            yield from (("target", actor) for actor in claim.target)
        case Channel() | Assessment():
            yield from (("between", actor) for actor in claim.between)
        case Post():
            yield from (("person", actor) for actor in (claim.person,) if actor is not None)
        case Figure():
            yield from (("about", actor) for actor in claim.about)
        case Statement():
            yield from (("speaker", actor) for actor in claim.speaker)
            yield from (("addressee", actor) for actor in claim.addressee)
        case Instrument():
            yield from (("parties", actor) for actor in claim.parties)


def carry_evidence(page: Page, claim: Claim) -> Claim:
    """The claim with the chain of each of its actors: where a person is first named, what tells his country, whom "they" means.

    A chain of more than two links is flagged.
    """
    links: dict[Span, Evidence] = {}
    longest = 0
    for field, actor in actors_of(claim):
        chain = _chain(page, claim, field, actor)
        longest = max(longest, len(chain))
        for link, rule in chain:
            links.setdefault(link, Evidence(field=field, span=link, text=page.text_at(link), rule=rule))
    if not links:
        return claim
    flags = (Flag(flag="long-evidence", why="who is meant is told by more than two places of the text"),) if longest > LONGEST else ()
    return msgspec.structs.replace(claim, evidence=(*claim.evidence, *links.values()), flags=(*claim.flags, *flags))


def _chain(page: Page, claim: Claim, field: str, actor: Actor) -> list[tuple[Span, str]]:
    """The places outside the claim's words that tell who an actor is, nearest first, each with the rule that led there."""
    spans = [claim.span, *(e.span for e in claim.evidence)]
    found: list[tuple[Span, str]] = []
    near = [mention for span in spans for mention in mentions_in(page.mentions, span)]
    if not any(_means(mention, actor) and (mention.actor.name == actor.name or actor.type != "person") for mention in near if mention.actor is not None):
        before = _named_before(page, claim.span.start, field, actor)
        if before is not None:
            found.append((before.span, "named before"))
            near.append(before)
    for _ in range(DEPTH):
        links = [(link, mention.rule) for mention in near if _means(mention, actor) for link in mention.chain if not any(s.covers(link) for s in spans)]
        fresh = [(link, rule) for link, rule in dict.fromkeys(links) if link not in [known for known, _ in found]]
        if not fresh:
            break
        found.extend(fresh)
        near = [mention for link, _ in fresh for mention in mentions_in(page.mentions, link)]
    return found


def _means(mention: Mention, actor: Actor) -> bool:
    """Whether a mention tells who an actor is: by the same name, or as the state that a common noun belongs to."""
    if mention.actor is None or mention.actor.side != actor.side:
        return False
    return mention.actor.name == actor.name or mention.kind != "person"


def _named_before(page: Page, start: int, field: str, actor: Actor) -> Mention | None:
    """The last naming of an actor before a place: within its paragraph, of a speaker some paragraphs further back."""
    here = next((p.index for p in page.paragraphs if p.span.start <= start < p.span.stop), None)
    if here is None:
        return None
    first = page.paragraphs[max(0, here - SPEAKING) if field in VOICES else here].span.start
    named = [m for m in mentions_in(page.mentions, Span(first, start)) if m.actor is not None and m.actor.name == actor.name and m.actor.side == actor.side]
    return named[-1] if named else None


def mentions_in(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """The mentions that begin within a span; `mentions` are in text order."""
    start = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    stop = bisect_left(mentions, span.stop, lo=start, key=lambda mention: mention.span.start)
    return mentions[start:stop]
