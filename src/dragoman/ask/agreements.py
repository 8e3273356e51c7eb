"""The agreements of two sides: signed when, in force since when, and what came in their place."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.filters import fold
from dragoman.ask.question import Asked, ask_for, ask_for_dyad
from dragoman.ask.view import View
from dragoman.model import Actor, Entry, Instrument, InstrumentState, InstrumentType, Report, When
from dragoman.model.sides import find_sides

ORDER: tuple[InstrumentState, ...] = ("proposed", "negotiated", "initialled", "signed", "ratified", "in_force", "suspended", "terminated", "replaced")
"""The life of an agreement; the furthest state that is told holds."""
SETTLED = frozenset({"actual", "agreed"})
"""Modalities under which a state of an agreement is reached; under the others it is only proposed."""


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


def group_instruments(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Entries about one instrument together: the same title and parties, and days of signing that do not exclude each other."""
    named: dict[tuple[object, ...], list[list[Entry]]] = {}
    for entry in sorted(entries, key=lambda entry: (_signing(entry) is None, entry.id)):
        groups = named.setdefault(_key(entry), [])
        fitting = [group for group in groups if all(_agree(_signing(entry), _signing(other)) for other in group)]
        if len(fitting) == 1 or (fitting and _signing(entry) is not None):
            fitting[0].append(entry)
        else:
            groups.append([entry])
    return [group for groups in named.values() for group in groups]


def _key(entry: Entry) -> tuple[object, ...]:
    claim = entry.claim
    title = claim.title if isinstance(claim, Instrument) else ""
    return (" ".join(re.findall(r"\w+", fold(title))), frozenset(find_sides(claim)))


def _signing(entry: Entry) -> When | None:
    claim = entry.claim
    return claim.when if isinstance(claim, Instrument) and claim.state == "signed" else None


def _agree(one: When | None, other: When | None) -> bool:
    return one is None or other is None or one.overlaps(other)


def _gather(entries: list[Entry], view: View) -> Agreement:
    claims = [entry.claim for entry in entries if isinstance(entry.claim, Instrument)]
    reached = [claim for claim in claims if claim.modality in SETTLED]
    first = claims[0]
    state: InstrumentState = max((claim.state for claim in reached), key=ORDER.index, default="proposed")
    ids = (name for entry in entries for name in (*entry.support, *entry.against))
    return Agreement(
        title=first.title,
        type=first.type,
        parties=first.parties,
        state=state,
        signed=_finest(claim.when for claim in reached if claim.state == "signed"),
        in_force=_finest(claim.when for claim in reached if claim.state == "in_force" and claim.when and claim.when.bound != "at")
        or _finest(claim.when for claim in reached if claim.state == "in_force" and claim.when and claim.when.text),
        supersedes=next((claim.supersedes for claim in claims if claim.supersedes), None),
        reports=view.reports(ids),
    )


def _finest(whens: Iterable[When | None]) -> When | None:
    """The narrowest of several times."""
    known = [when for when in whens if when is not None and (when.start or when.end)]
    return min(known, key=lambda when: ((when.end - when.start).days if when.start and when.end else 10**6, when.start or when.end), default=None)


def _order(agreement: Agreement) -> tuple[str, str]:
    when = agreement.signed or agreement.in_force
    day = (when.start or when.end) if when else None
    return (day.isoformat() if day else "9999", fold(agreement.title))
