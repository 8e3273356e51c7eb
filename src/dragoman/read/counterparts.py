"""The state of a head or minister who is named without one: that of the other side, where the document is about two and his like is of one of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from dragoman.model import Document, Mention
from dragoman.read.pair import find_pair

COUNTERPART = "his like on the page is of the other of its two states"
OFTEN = 2
ALIKE = (("president",), ("prime minister", "premier"), ("foreign minister",), ("defence minister", "defense minister"), ("king", "emir", "sultan"))
"""Offices of one rank; "counterpart" is of any."""
GONE = re.compile(r"(?i:(?<!and )then|former|late|previous|predecessor|ex|ousted|deposed)[\s,-]+(?:[\w.]+[\s-]+){0,3}$")
"""Words before a name that make its holder no counterpart of the present one."""
GONE_KO = re.compile(r"[가-힣 ]{0,24}? ?(?:대통령|총리|주석|장관|국왕|외교부장|외무상) ?(?:이후|이래|시절|재임|때|당시|이후로)")
"""Korean words behind a name that tell its office as past: "A 총리 이후 8년 만", "B 대통령 시절"."""
FACED = re.compile(r"(?i:counterpart|colleague),? (?:[\w.]+ ){0,2}$")
"""The end of the words before the name of a counterpart."""
NEAR = 120
"""Code points within which a counterpart stands behind whom he faces."""
BEFORE = 48
"""Code points before a name in which its title may be told as past."""


def tell_counterparts(document: Document, persons: Sequence[Mention], names: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of persons; who alone of his office has no state gets the other one of the document's two, with the words that name it."""
    pair = find_pair(names, least=OFTEN)
    found = dict([*_faced(document, persons, pair), *_others(document, persons, pair)]) if pair else {}
    for mention in persons:
        origin = found.get(mention.actor.name) if mention.actor is not None else None
        if origin is None or origin.actor is None or mention.actor is None:
            yield mention
        else:
            actor = structs.replace(mention.actor, country=origin.actor.country)
            yield structs.replace(mention, actor=actor, rule=COUNTERPART, chain=(*mention.chain, origin.span))


def _others(document: Document, persons: Sequence[Mention], pair: dict[str, Mention]) -> Iterator[tuple[str, Mention]]:
    """The people who lack a state, each with the first mention of the one that is theirs."""
    roles: dict[str, tuple[str, str | None]] = {}
    gone = {mention.actor.name for mention in persons if mention.actor is not None and is_gone(document, mention)}
    for mention in persons:
        if mention.actor is not None and mention.actor.role and mention.actor.name not in gone:
            roles.setdefault(mention.actor.name, (mention.actor.role, mention.actor.country))
    for offices in ALIKE:
        facing = set(_facing(persons, offices))
        alike = {name: country for name, (role, country) in roles.items() if role in offices or name in facing}
        lacking = [name for name, country in alike.items() if country is None]
        known = {country for country in alike.values() if country is not None}
        if len(lacking) == 1 and len(known) == 1 and known <= set(pair):
            yield lacking[0], next(mention for code, mention in pair.items() if code not in known)


def _faced(document: Document, persons: Sequence[Mention], pair: dict[str, Mention]) -> Iterator[tuple[str, Mention]]:
    """Who is named with "his Chilean counterpart [Name]": of the other state of the two that the document is about."""
    ordered = sorted((m for m in persons if m.actor is not None and m.actor.role), key=lambda m: m.span)
    for before, mention in pairwise(ordered):
        here, first = mention.actor, before.actor
        if here is None or first is None or first.side is not None or here.country not in pair:
            continue
        gap = document.text[before.span.stop : mention.span.start]
        if not ((here.role or "").endswith("counterpart") or FACED.search(gap)):
            continue
        if len(gap) < NEAR and re.search(r"\b(?:his|her)\b", gap) and not re.search(r"[.;]", gap):
            yield first.name, next(origin for code, origin in pair.items() if code != here.country)


def _facing(persons: Sequence[Mention], offices: Sequence[str]) -> Iterator[str]:
    """The counterparts of holders of these offices: each is of the rank of the official named last before him, if one is named near."""
    before: Mention | None = None
    for mention in sorted(persons, key=lambda m: m.span):
        role = mention.actor.role if mention.actor is not None else None
        if role is not None and role.endswith(("counterpart", "colleague")):
            near = before is not None and mention.span.start - before.span.stop <= NEAR
            if mention.actor is not None and (not near or (before is not None and before.actor is not None and before.actor.role in offices)):
                yield mention.actor.name
        elif role is not None:
            before = mention


def is_gone(document: Document, mention: Mention) -> bool:
    """Whether the words beside a name tell the office as past."""
    if GONE_KO.match(document.text, mention.span.stop, mention.span.stop + BEFORE):
        return True
    return GONE.search(document.text, max(0, mention.span.start - BEFORE), mention.span.start) is not None
