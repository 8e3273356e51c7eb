"""The state of a head or minister who is named without one: that of the other side, where the document is about two and his like is of one of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import structs

from dragoman.model import Mention

STANDING_OUT = 1.5
"""How many times oftener than the third state the second one is named, where a document is about two."""
OFTEN = 2
ALIKE = (("president",), ("prime minister", "premier"), ("foreign minister",), ("defence minister", "defense minister"), ("king", "emir", "sultan"))
"""Offices of one rank; "counterpart" is of any."""


def tell_counterparts(persons: Sequence[Mention], names: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of persons; who alone of his office has no state gets the other one of the document's two, with the words that name it."""
    pair = _pair(names)
    found = dict(_others(persons, pair)) if len(pair) == 2 else {}  # noqa: PLR2004, RUF100
    for mention in persons:
        origin = found.get(mention.actor.name) if mention.actor is not None else None
        if origin is None or origin.actor is None or mention.actor is None:
            yield mention
        else:
            actor = structs.replace(mention.actor, country=origin.actor.country)
            yield structs.replace(mention, actor=actor, chain=(*mention.chain, origin.span))


def _pair(names: Sequence[Mention]) -> dict[str, Mention]:
    """The two states that the document is about with their first mentions; none where a third is named nearly as often."""
    states = [m for m in names if m.kind in ("state", "demonym") and m.actor is not None and m.actor.country]
    counts = Counter(m.actor.country for m in states if m.actor is not None)
    first, second, third = [*counts.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
    if second[1] < max(OFTEN, STANDING_OUT * third[1]):
        return {}
    return {code: next(m for m in states if m.actor is not None and m.actor.country == code) for code in (first[0], second[0]) if code}


def _others(persons: Sequence[Mention], pair: dict[str, Mention]) -> Iterator[tuple[str, Mention]]:
    """The people who lack a state, each with the first mention of the one that is theirs."""
    roles: dict[str, tuple[str, str | None]] = {}
    for mention in persons:
        if mention.actor is not None and mention.actor.role:
            roles.setdefault(mention.actor.name, (mention.actor.role, mention.actor.country))
    for offices in ALIKE:
        alike = {name: country for name, (role, country) in roles.items() if role in offices or role.endswith(("counterpart", "colleague"))}
        lacking = [name for name, country in alike.items() if country is None]
        known = {country for country in alike.values() if country is not None}
        if len(lacking) == 1 and len(known) == 1 and known <= set(pair):
            yield lacking[0], next(mention for code, mention in pair.items() if code not in known)
