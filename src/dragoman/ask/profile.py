"""One state, body, person or office: the names in all scripts, the offices held, and the lines of the record that name them."""

import re
from dataclasses import dataclass

from dragoman.ask.chronology import Line
from dragoman.ask.filters import fold
from dragoman.ask.people import Person, Somebody, describe_person
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.ask.who import Tenure, Who
from dragoman.know.name_keys import match_names
from dragoman.model import Entity, Entry
from dragoman.reconcile.entities import find_entities

CODE = re.compile(r"[A-Z][A-Z0-9_]{1,11}")
ID = re.compile(r"e[0-9a-f]{20}")


class Profile(Somebody, frozen=True, kw_only=True):
    """Somebody with the offices held (of a state those that belong to it) and the lines that name them."""

    tenures: tuple[Tenure, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class About(Asked):
    """All that the record holds on one state, body, person or office; several only where several bear the name."""

    name: str = ask_for("the whole name, in any script, or the code of a state or union, e.g. KOR", argument=True)
    state: str | None = ask_for("the state or union they belong to, e.g. KOR", default=None)

    def answer(self, view: View) -> tuple[Profile, ...]:
        """Whoever bears the name, the most reported first."""
        entries = list(self.find_entries(view))
        ids = dict.fromkeys(name for entry in entries for name in (*entry.support, *entry.against))
        known = find_entities(view.claims[name] for name in ids)
        found = [describe_person(entity, mentions, view) for entity, mentions in known if self._is_meant(entity)]
        tenures = Who(filter=self.filter, on=self.on, said_by=self.said_by, known=self.known).answer(view) if found else ()
        found.sort(key=lambda person: (-len(person.reports), person.name, person.id))
        return tuple(_write(person, entries, tenures, view) for person in found)

    def _is_meant(self, entity: Entity) -> bool:
        """Whether the name is theirs: a code is that of a state or union alone; people also by spellings in other scripts."""
        if self.state is not None and fold(self.state) != fold(entity.side or ""):
            return False
        if CODE.fullmatch(self.name):
            return entity.side == self.name and (entity.type == "state" or entity.country is None)
        if ID.fullmatch(self.name):
            return entity.id == self.name
        if any(fold(name.text) == fold(self.name) for name in entity.names):
            return True
        return entity.type == "person" and any(match_names(name.text, self.name) for name in entity.names)


def _write(person: Person, entries: list[Entry], tenures: tuple[Tenure, ...], view: View) -> Profile:
    named = {report.claim for report in person.reports}
    lines = [entry for entry in entries if not named.isdisjoint((*entry.support, *entry.against))]
    return Profile(
        **{name: getattr(person, name) for name in Somebody.__struct_fields__},
        tenures=tuple(tenure for tenure in tenures if _holds(person, tenure, named)),
        lines=tuple(Line(entry=entry, reports=view.reports((*entry.support, *entry.against))) for entry in lines),
    )


def _holds(person: Person, tenure: Tenure, named: set[str]) -> bool:
    if person.type == "state":
        return tenure.office.of == person.country
    return person.type in ("person", "office") and any(report.claim in named for report in tenure.reports)
