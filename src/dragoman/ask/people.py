"""Whom the record names: people, bodies, firms, organisations, with the words for them in each language."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from dataclasses import dataclass

import msgspec

from dragoman.ask.filters import fold
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.model import Entity, EntityType, NameInText, Report
from dragoman.reconcile.entities import Mention, find_entities

APART = frozenset({"office", "instrument"})
"""Types that are listed only where they are asked for."""


class Somebody(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the record names; `name` is the commonest of `names`."""

    id: str
    name: str
    names: tuple[NameInText, ...]
    type: EntityType
    country: str | None
    roles: tuple[str, ...]


class Person(Somebody, frozen=True, kw_only=True):
    """Somebody with the claims that name them."""

    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class People(Asked):
    """Whom the record names, the most reported first: by what they are called, whose they are and what they are."""

    name: str | None = ask_for("a part of the name, in any script", default=None, argument=True)
    state: str | None = ask_for("the state or union they belong to, e.g. KOR", default=None)
    type: EntityType | None = ask_for("only these: state, agency, person, firm, organisation, people, place, office, instrument", default=None)

    def answer(self, view: View) -> tuple[Person, ...]:
        """Actors with one identity together: their id where the reader gives one, else the same name, kind and country."""
        ids = dict.fromkeys(name for entry in self.find_entries(view) for name in (*entry.support, *entry.against))
        found = find_entities(view.claims[name] for name in ids)
        people = [describe_person(entity, mentions, view) for entity, mentions in found if self._asks_for(entity)]
        return tuple(sorted(people, key=lambda person: (-len(person.reports), person.name, person.id)))

    def _asks_for(self, entity: Entity) -> bool:
        if self.type is None and entity.type in APART:
            return False
        if self.type not in (None, entity.type) or (self.state is not None and fold(self.state) != fold(entity.side or "")):
            return False
        return any(fold(self.name or "") in fold(name.text) for name in entity.names)


def describe_person(entity: Entity, mentions: list[Mention], view: View) -> Person:
    """The entity with its roles and the claims that name it."""
    return Person(
        id=entity.id,
        name=entity.name,
        names=entity.names,
        type=entity.type,
        country=entity.country,
        roles=tuple(dict.fromkeys(actor.role for _, actor, _ in mentions if actor is not None and actor.role)),
        reports=view.reports(entity.claims),
    )
