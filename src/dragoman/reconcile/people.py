"""Whether two names may mean one person: by their keys, in the scripts that they are written in."""

from functools import lru_cache

from dragoman.know.name_keys import match_names, nearly_match
from dragoman.model import Actor

STEM = 6
"""Letters of a noun that its cases leave alone."""


@lru_cache(maxsize=100_000)
def same_name(one: str, other: str) -> bool:
    """Whether the names are spellings of one name."""
    return one.casefold() == other.casefold() or match_names(one, other)


@lru_cache(maxsize=100_000)
def near_name(one: str, other: str) -> bool:
    """Whether one name may be the other one, damaged."""
    return nearly_match(one, other)


def same_person(one: Actor, other: Actor) -> bool:
    """Whether two namings are one person: the name agrees, and the states do not differ. A name alone is no proof across states."""
    if one.side and other.side and one.side != other.side:
        return False
    return same_name(one.name, other.name)


def differ(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether people are named for one side by both, and none of them is the same."""
    for side in {actor.side for actor in ones} & {actor.side for actor in others}:
        mine = [actor for actor in ones if actor.type == "person" and actor.side == side and is_named(actor)]
        theirs = [actor for actor in others if actor.type == "person" and actor.side == side and is_named(actor)]
        if mine and theirs and not any(same_person(a, b) for a in mine for b in theirs):
            return True
    return False


def share_person(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether some person is named by both."""
    mine = [actor for actor in ones if actor.type == "person" and is_named(actor)]
    return any(same_person(actor, other) for actor in mine for other in others if other.type == "person" and is_named(other))


def is_named(actor: Actor) -> bool:
    """Whether the words are a name and no description: "the Greek envoy" bears its office in its words."""
    words, role = actor.name.casefold(), (actor.role or "").casefold()
    if role and any(part[:STEM] in words for part in role.split()):
        return False
    return not actor.name.isascii() or all(word[:1].isupper() for word in actor.name.split())
