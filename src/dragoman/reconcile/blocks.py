"""Blocks: which claims can ever share a line, so that a new claim makes only its own blocks be computed again."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import assert_never

from dragoman.know.states import load_ledger
from dragoman.model import Actor, Assessment, Channel, Claim, Event, Figure, Instrument, Post, Statement
from dragoman.model.claim import OWNED

NOBODY = "-"


MANNERS = ("continuation", "restoration", "merger", "absorption", "government", "dissolution")
"""In which manner a state carries on another one, the closest first; those that only separated from it do not."""


@cache
def canonical_side(code: str) -> str:
    """The state that stands today in the place of `code`: what was told of the Soviet Union shares a block with Russia.

    The ledger's manner of succession decides, the closest first; of several alike the first in the order of codes
    (Czechia for Czechoslovakia). A state that lasts is itself.
    """
    ledger, seen = load_ledger(), {code}
    while True:
        after = {other for other in ledger.history.successors(code) if other not in seen}
        came = max((row.on for before in ledger.predecessors(code) for row in ledger.successions(before) if row.after == code), default=date.min)
        rows = [row for row in ledger.successions(code) if row.before == code and row.after in after and row.manner in MANNERS and row.on > came]
        if not rows:
            return code
        code = min(rows, key=lambda row: (MANNERS.index(row.manner), row.after)).after
        seen.add(code)


def find_block(claim: Claim) -> str:
    """The key of the only block that a claim is in: its kind, its family and its sides.

    Claims of different blocks never become one line. Times are no part of the key: a claim without a date must still
    find the event that it means.
    """
    match claim:
        case Event():
            return f"event|{claim.type}|{join_sides((*claim.source, *claim.target))}"
        case Channel():
            return f"channel|{claim.channel}|{_owner(claim)}{join_sides(claim.between)}"
        case Post():
            office = claim.office
            owner = canonical_side(office.of) if office.of else NOBODY
            to = canonical_side(office.to) if office.to else NOBODY
            return f"post|{office.title.casefold()}|{owner}|{to if 'ambassador' in office.title else NOBODY}"
        case Figure():
            return f"figure|{claim.measure}|{join_sides(claim.about)}"
        case Statement():
            return f"statement|{join_sides(claim.speaker)}"
        case Assessment():
            return f"assessment|{join_sides(claim.between)}"
        case Instrument():
            return f"instrument|{claim.type}|{join_sides(claim.parties)}"
        case _:
            assert_never(claim)


def _owner(claim: Channel) -> str:
    """Whose the link is, where it is one's own: an embassy of one side is another one than that of the other."""
    owner = next((actor.side for actor in claim.between if actor.side), None) if claim.channel in OWNED else None
    return f"{canonical_side(owner)}>" if owner else ""


def join_sides(actors: Iterable[Actor]) -> str:
    """The sides of the actors, each once and in the order of codes: `KOR-RUS`."""
    return "-".join(sorted({canonical_side(actor.side) if actor.side else NOBODY for actor in actors})) or NOBODY
