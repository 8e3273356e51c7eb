"""The agreements of two sides: signed when, in force since when, and what came in their place."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.filters import fold
from dragoman.ask.missions import stand_for
from dragoman.ask.question import Asked, ask_for, ask_for_dyad
from dragoman.ask.view import View
from dragoman.model import Actor, Entry, Instrument, InstrumentState, InstrumentType, Report, When
from dragoman.reconcile.instruments import find_entry_into_force, find_signing, find_state, group_instruments


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """One instrument with what became of it; `state` is the furthest that a source tells by the day asked for."""

    title: str
    type: InstrumentType
    parties: tuple[Actor, ...]
    state: InstrumentState
    signed: When | None
    in_force: When | None
    supersedes: str | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Agreements(Asked):
    """Agreements of two sides, by the day of signing: what each is, whether it is in force, and what it replaced."""

    kinds: ClassVar[frozenset[str]] = frozenset({"instrument"})
    dyad: Dyad = ask_for_dyad()
    strict: bool = ask_for("leave out the states that came before", default=False)

    def answer(self, view: View) -> tuple[Agreement, ...]:
        """One object per instrument; those without a day come last."""
        pair = find_pair(self.dyad, view.ledger, strict=self.strict)
        entries = [entry for entry in self.find_entries(view) if isinstance(entry.claim, Instrument) and pair.holds(entry.claim)]
        agreements = [_gather(group, view) for group in group_instruments(entries)]
        return tuple(sorted(agreements, key=_order))


def _gather(entries: list[Entry], view: View) -> Agreement:
    claims = [entry.claim for entry in entries if isinstance(entry.claim, Instrument)]
    first = claims[0]
    return Agreement(
        title=first.title,
        type=first.type,
        parties=_find_parties(first),
        state=find_state(claims),
        signed=find_signing(claims),
        in_force=find_entry_into_force(claims),
        supersedes=next((claim.supersedes for claim in claims if claim.supersedes), None),
        reports=view.reports(name for entry in entries for name in (*entry.support, *entry.against)),
    )


def _find_parties(claim: Instrument) -> tuple[Actor, ...]:
    """Each party once: who signs for a state stands for it."""
    parties = [stand_for(actor) for actor in claim.parties]
    return tuple({(actor.type, actor.side or actor.name): actor for actor in reversed(parties)}.values())[::-1]


def _order(agreement: Agreement) -> tuple[str, str]:
    when = agreement.signed or agreement.in_force
    day = (when.start or when.end) if when else None
    return (day.isoformat() if day else "9999", fold(agreement.title))
