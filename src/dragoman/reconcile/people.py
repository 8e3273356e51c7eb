"""Whether two names may mean one person: by their keys, in the scripts that they are written in."""

from functools import cache, lru_cache

from dragoman.know.name_keys import match_names, nearly_match
from dragoman.know.offices import load_offices
from dragoman.model import Actor

STEM = 6
"""Letters of a noun that its cases leave alone."""
LONGEST_CASE = 3
"""Letters that a case may add."""


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
    theirs = [actor for actor in others if actor.type == "person" and is_named(actor)]
    is_met: dict[str | None, bool] = {}
    for actor in ones if theirs else ():
        if actor.type == "person" and is_named(actor):
            side = actor.side
            for other in theirs:
                if other.side == side:
                    is_met[side] = is_met.get(side, False) or same_name(actor.name, other.name)
    return not all(is_met.values())


def share_person(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether some person is named by both."""
    mine = [actor for actor in ones if actor.type == "person" and is_named(actor)]
    return any(same_person(actor, other) for actor in mine for other in others if other.type == "person" and is_named(other))


def share_offices(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether both name the same offices of the same sides, some by the title alone."""
    mine, theirs = ({(actor.role, actor.side) for actor in actors if actor.type == "person" and actor.role} for actors in (ones, others))
    return bool(mine) and mine == theirs


def is_named(actor: Actor) -> bool:
    """Whether the words are a name and no description: "the Greek envoy" bears its office in its words."""
    return _are_name(actor.name, actor.role or "")


@cache
def _load_titles() -> tuple[tuple[str, str], ...]:
    """Each title of the vocabulary with the first of its words in other languages."""
    known = (item for language in ("ru", "ko") for item in load_offices().words[language].items())
    return tuple((title, word.split()[0].casefold()) for word, title in known)


def _has_word(words: str, word: str) -> bool:
    """Whether some word is `word` in any of its cases."""
    return any(one.startswith(word[:STEM]) and len(one) <= len(word) + LONGEST_CASE for one in words.split())


@lru_cache(maxsize=100_000)
def _are_name(name: str, role: str) -> bool:
    words = name.casefold()
    if role and any(part[:STEM] in words for part in role.casefold().split()):
        return False
    if not name.isascii() and role and any(title in role and _has_word(words, word) for title, word in _load_titles()):
        return False
    return not name.isascii() or all(word[:1].isupper() for word in name.split())
