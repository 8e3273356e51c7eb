"""Who met whom, where and when."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import ClassVar, Literal

import msgspec

from dragoman.ask.asking import has_beginning, spread
from dragoman.ask.dyad import Dyad, SidePair, find_pair
from dragoman.ask.filters import may_fall
from dragoman.ask.question import Asked, ask_for, ask_for_dyad
from dragoman.ask.view import View
from dragoman.know.levels import find_highest
from dragoman.model import Actor, Entry, Event, Place, Report, When
from dragoman.reconcile.people import is_named

DATA = Path(__file__).parent / "data" / "vessels.toml"
Level = Literal["leaders", "parliament", "ministers", "deputies", "envoys", "military", "governors", "officials"]


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """A visit or meeting: who came, who received them (empty where both met as equals), and the highest level that is told."""

    who: tuple[Actor, ...]
    host: tuple[Actor, ...]
    where: Place | None
    when: When | None
    level: Level | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Visits(Asked):
    """Visits and meetings of two sides that took place, in order of time; those only planned with `modality:planned`."""

    kinds: ClassVar[frozenset[str]] = frozenset({"event"})
    dyad: Dyad = ask_for_dyad()
    level: Level | None = ask_for("only at this level: leaders, parliament, ministers, deputies, envoys, military, governors, officials", default=None)
    since: date | None = ask_for("only what may have been so on or after that day", default=None)
    until: date | None = ask_for("only what may have been so on or before that day", default=None)
    strict: bool = ask_for("leave out the states that came before", default=False)

    def answer(self, view: View) -> tuple[Visit, ...]:
        """Meetings of both sides; calls are none."""
        pair = find_pair(self.dyad, view.ledger, strict=self.strict)
        found = (self._visit(entry, view) for entry in self.find_entries(view) if self._is_visit(entry, pair, view))
        return tuple(visit for visit in found if self.level is None or visit.level == self.level)

    def _is_visit(self, entry: Entry, pair: SidePair, view: View) -> bool:
        claim = entry.claim
        if not isinstance(claim, Event) or claim.mode == "phone" or not pair.holds(claim) or not may_fall(entry, self.since, self.until):
            return False
        asked = any(term.key == "modality" for term in self.conditions.terms)
        if not asked and is_going_on(claim, view):
            return False
        meets = claim.type == "CONSULT" or (asked and claim.mode == "visit")
        return meets and not is_call(claim) and (asked or claim.modality == "actual")

    def _visit(self, entry: Entry, view: View) -> Visit:
        claims = [view.claims[name] for name in entry.support if name in view.claims] or [entry.claim]
        events = [claim for claim in claims if isinstance(claim, Event)]
        who = _gather(actor for claim in events for actor in claim.source)
        host = _gather(actor for claim in events for actor in claim.target)
        level = find_highest(actor.role for actor in (*who, *host) if actor.role)
        where = entry.claim.where or next((claim.where for claim in events if claim.where), None)
        return Visit(who=who, host=host, where=where, when=entry.claim.when, level=level, reports=view.reports((*entry.support, *entry.against)))  # type: ignore[arg-type]


def is_going_on(claim: Event, view: View) -> bool:
    """Whether states are only told to be in talks: neither anybody who met nor a place is named, and no time but the present."""
    when = claim.when
    is_present = when is None or (not when.text and when.start == when.end == view.said(claim))
    is_meeting = claim.mode not in (None, "multilateral") or claim.where is not None
    return is_present and not is_meeting and all(actor.type in ("state", "agency") for actor in (*claim.source, *claim.target))


def is_call(claim: Event) -> bool:
    """Whether it is ships or aircraft that called somewhere, not people."""
    return bool(claim.source) and all(actor.type == "agency" and has_beginning(spread(actor.name), load_vessels()) for actor in claim.source)


@cache
def load_vessels() -> tuple[str, ...]:
    """Beginnings of words for ships and aircraft."""
    with DATA.open("rb") as opened:
        return tuple(tomllib.load(opened)["vessels"]["words"])


def _gather(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each once; left out is a state named beside somebody of that state, and a bare title ("the Norwegian president") beside its holder's name."""
    found = {(actor.type, actor.name.casefold() if actor.type == "person" else actor.id or actor.name.casefold(), actor.country): actor for actor in actors}
    represented = {actor.side for actor in found.values() if actor.type != "state"}
    named = {(actor.role, actor.side) for actor in found.values() if actor.type == "person" and not _is_title(actor)}
    kept = (actor for actor in found.values() if not (_is_title(actor) and (actor.role, actor.side) in named))
    return tuple(actor for actor in kept if actor.type != "state" or actor.side not in represented)


def _is_title(actor: Actor) -> bool:
    """Whether a person is named by the office alone."""
    return actor.type == "person" and actor.role is not None and not is_named(actor)
