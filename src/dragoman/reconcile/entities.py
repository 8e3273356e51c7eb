"""Entities: whom and what claims name, one for all spellings of a name."""

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dragoman.know.name_keys import find_keys
from dragoman.model import Actor, Claim, Entity, EntityType, Instrument, NameInText, Post
from dragoman.model.sides import find_actors, find_sides
from dragoman.reconcile.people import same_name

Key = tuple[str, ...]
Mention = tuple[str, Actor | None, Claim]
"""The words, the actor where it is one, and the claim."""
LONG_KEY = 3
"""Parts of the key of somebody who has no id of his own: kind, country, name."""
MOST_COMPARED = 24
CAREER = 70
"""Years within which one person is named for what happens; names further apart in time are two people of one name."""
PLAIN_WORDS = frozenset({"of", "the", "and", "for", "to", "former", "acting"})


def find_entities(claims: Iterable[Claim]) -> list[tuple[Entity, list[Mention]]]:
    """The entities that the claims name, each with its mentions, in the order of their ids."""
    return sorted(((_make_entity(key, mentions), mentions) for key, mentions in _group_mentions(claims).items()), key=lambda found: found[0].id)


def _group_mentions(claims: Iterable[Claim]) -> dict[Key, list[Mention]]:
    """The mentions of each entity: by its id where the reader gives one, else by kind, country and name."""
    named: dict[Key, list[Mention]] = {}
    for claim in claims:
        for key, words, actor in _find_named(claim):
            named.setdefault(key, []).append((words, actor, claim))
    return _join_spellings(named)


def _find_named(claim: Claim) -> Iterator[tuple[Key, str, Actor | None]]:
    for actor in (*find_actors(claim), *claim.said_by):
        yield _identify(actor), actor.name, actor
    if isinstance(claim, Post):
        yield ("office", claim.office.of or "", _fold(claim.office.title)), claim.office.title, None
    if isinstance(claim, Instrument):
        yield ("instrument", "-".join(sorted(find_sides(claim))), _fold(claim.title)), claim.title, None


def _identify(actor: Actor) -> Key:
    """A state by its code, whatever it is called; others by their id, else by type, country and name."""
    if actor.type == "state" and actor.side:
        return ("state", actor.side)
    if actor.id is not None and actor.id != actor.country and actor.type != "person":
        return (actor.type, actor.id)
    return (actor.type, actor.country or "", _fold(actor.name))


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _join_spellings(named: Mapping[Key, list[Mention]]) -> dict[Key, list[Mention]]:
    """People of one country whose names are spellings of each other, in whatever scripts, are one; each agrees with each.

    The names alone join nobody: the times must fit one life, and offices that are told of two spellings must have a word in common.
    """
    named = {key: mentions for told, found in named.items() for key, mentions in _part_lives(told, found)}
    joined: dict[Key, list[Mention]] = {}
    spellings: dict[Key, list[str]] = {}
    near: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in sorted(named):
        known = None
        if key[0] == "person" and len(key) == LONG_KEY:
            name = named[key][0][0]
            sounds = [(key[1], sound) for sound in sorted(find_keys(name))]
            candidates = sorted({other for sound in sounds for other in near[sound]})
            known = next((other for other in candidates if _may_be(name, named[key], spellings[other], joined[other])), key)
            spellings.setdefault(known, []).append(name)
            for sound in sounds:
                near[sound].append(known)
        joined.setdefault(known or key, []).extend(named[key])
    return joined


def _may_be(name: str, mentions: list[Mention], names: list[str], others: list[Mention]) -> bool:
    """Whether somebody may be the person whom `others` name: every spelling, the times and the offices agree."""
    return all(same_name(name, told) for told in names[:MOST_COMPARED]) and _fit_one_life([*mentions, *others]) and _share_office(mentions, others)


def _fit_one_life(mentions: Iterable[Mention]) -> bool:
    years = [year for mention in mentions if (year := _year_of(mention)) is not None]
    return not years or max(years) - min(years) <= CAREER


def _year_of(mention: Mention) -> int | None:
    when = mention[2].when
    day = (when.start or when.end) if when is not None else None
    return day.year if day is not None else None


def _share_office(mentions: Iterable[Mention], others: Iterable[Mention]) -> bool:
    """Whether the offices told of both, in the terms of the vocabulary, have a word in common; who bears none may be anybody of the name."""
    ones, theirs = _office_words(mentions), _office_words(others)
    return not ones or not theirs or not ones.isdisjoint(theirs)


def _office_words(mentions: Iterable[Mention]) -> set[str]:
    roles = {role for _, actor, claim in mentions for role in (actor.role if actor else None, claim.office.title if isinstance(claim, Post) else None)}
    return {word for role in roles if role is not None and role.isascii() for word in role.casefold().split()} - PLAIN_WORDS


def _part_lives(key: Key, mentions: list[Mention]) -> Iterator[tuple[Key, list[Mention]]]:
    """The mentions of a name by the lives that their times fit, the latest under the key itself; what has no time goes with the latest."""
    if key[0] != "person" or _fit_one_life(mentions):
        yield key, mentions
        return
    lives: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda mention: _year_of(mention) or 9999):
        if lives and _fit_one_life([*lives[-1], mention]):
            lives[-1].append(mention)
        else:
            lives.append([mention])
    yield key, lives[-1]
    yield from (((*key[:-1], f"{key[-1]} ({_year_of(life[0])})"), life) for life in lives[:-1])


def _find_own(mentions: list[Mention]) -> list[Mention]:
    """The mentions whose words are a name of the entity, all where none is.

    Words that stand for somebody else as written, and were only read as this one ("the Kazakh minister" as South Korea's), are none;
    nor is a place that stands for its state where the state is named by its own id elsewhere ("a consulate in Busan").
    """
    literal = [mention for mention in mentions if mention[1] is None or mention[1].literal is None] or mentions
    return [mention for mention in literal if mention[1] is None or mention[1].type != "state" or mention[1].id is not None] or literal


def _make_entity(key: Key, mentions: list[Mention]) -> Entity:
    """The entity of a group of mentions; its name is the commonest of its own."""
    counts = Counter((words, claim.language) for words, _, claim in _find_own(mentions))
    names = tuple(NameInText(text=text, language=language) for (text, language), _ in sorted(counts.items(), key=lambda found: (-found[1], found[0])))
    actor = mentions[0][1]
    kind: EntityType = actor.type if actor is not None else "office" if key[0] == "office" else "instrument"
    country = actor.country if actor is not None else (key[1] or None) if kind == "office" else None
    return Entity(
        id="e" + hashlib.sha256("\0".join(key).encode()).hexdigest()[:20],
        type=kind,
        name=names[0].text,
        names=names,
        country=country,
        side=actor.side if actor is not None else country,
        claims=tuple(dict.fromkeys(claim.id for _, _, claim in mentions)),
    )
