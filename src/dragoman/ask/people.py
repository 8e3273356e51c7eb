"""Whom the record names: people, bodies, firms, organisations, with the words for them in each language."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from dragoman.ask.filters import fold
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.know.name_keys import match_names
from dragoman.model import Actor, ActorType, Claim, Report
from dragoman.model.sides import find_actors

LONG_KEY = 3
"""Parts of the key of somebody who has no id of his own: kind, country, name."""


class NameInText(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which the sources write a name."""

    text: str
    language: str


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom the record names; `name` is the commonest of `names`, and `reports` are the claims that name them."""

    id: str
    name: str
    names: tuple[NameInText, ...]
    type: ActorType
    country: str | None
    roles: tuple[str, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class People(Asked):
    """Whom the record names, the most reported first: by what they are called, whose they are and what they are."""

    name: str | None = ask_for("a part of the name, in any script", default=None, argument=True)
    state: str | None = ask_for("the state or union they belong to, e.g. KOR", default=None)
    type: ActorType | None = ask_for("only these: state, agency, person, firm, organisation, people, place", default=None)

    def answer(self, view: View) -> tuple[Person, ...]:
        """Actors with one identity together: their id where the reader gives one, else the same name, kind and country."""
        named: dict[tuple[str, ...], list[tuple[Actor, Claim]]] = {}
        for entry in self.find_entries(view):
            for name in (*entry.support, *entry.against):
                claim = view.claims[name]
                for actor in _find_all(claim):
                    if self._asks_for(actor):
                        named.setdefault(_identify(actor), []).append((actor, claim))
        found = [_gather(key, mentions, view) for key, mentions in _join_spellings(named).items()]
        asked = fold(self.name or "")
        kept = [person for person in found if any(asked in fold(name.text) for name in person.names)]
        return tuple(sorted(kept, key=lambda person: (-len(person.reports), person.name, person.id)))

    def _asks_for(self, actor: Actor) -> bool:
        return self.type in (None, actor.type) and (self.state is None or fold(self.state) == fold(actor.side or ""))


def _find_all(claim: Claim) -> Iterator[Actor]:
    yield from find_actors(claim)
    yield from claim.said_by


def _identify(actor: Actor) -> tuple[str, ...]:
    """A state by its code, whatever it is called; others by their id, else by type, country and name."""
    if actor.type == "state" and actor.side:
        return ("state", actor.side)
    if actor.id is not None and actor.id != actor.country:
        return (actor.type, actor.id)
    return (actor.type, actor.country or "", fold(actor.name))


Named = dict[tuple[str, ...], list[tuple[Actor, Claim]]]


def _join_spellings(named: Named) -> Named:
    """People of one country whose names are spellings of each other, in whatever scripts, are one."""
    joined: Named = {}
    by_country: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(named):
        known = None
        if key[0] == "person" and len(key) == LONG_KEY:
            known = next((other for other in by_country.setdefault(key[1], []) if match_names(named[other][0][0].name, named[key][0][0].name)), None)
            by_country[key[1]].extend([key] if known is None else [])
        joined.setdefault(known or key, []).extend(named[key])
    return joined


def _gather(key: tuple[str, ...], mentions: list[tuple[Actor, Claim]], view: View) -> Person:
    counts = Counter((actor.name, claim.language) for actor, claim in mentions)
    names = [NameInText(text=text, language=language) for (text, language), _ in sorted(counts.items(), key=lambda found: (-found[1], found[0]))]
    first = mentions[0][0]
    return Person(
        id="e" + hashlib.sha256("\0".join(key).encode()).hexdigest()[:20],
        name=names[0].text,
        names=tuple(names),
        type=first.type,
        country=first.country,
        roles=tuple(dict.fromkeys(actor.role for actor, _ in mentions if actor.role)),
        reports=view.reports(claim.id for _, claim in mentions),
    )
