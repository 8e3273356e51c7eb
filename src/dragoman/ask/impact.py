"""What would be otherwise if one claim, document or outlet were wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from dragoman.ask.conflicts import find_claims
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.model import Claim, Entry, Report

SHORTEST = 6
"""Characters of an id that are enough to name it."""


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """One entry or conflict that rests on it: it `falls` where nothing else tells it, else it is `weaker`, or a conflict `ends`.

    `n_reports` are those that it has now, `n_left` those that would be left.
    """

    what: Literal["falls", "weaker", "ends"]
    id: str
    kind: str
    n_reports: int
    n_left: int
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Impact(Asked):
    """What rests on a claim, a document or an outlet: the entries that would fall or be weaker without it, and the conflicts that would end."""

    id: str = ask_for("the id of a claim or document, or how it begins, or the name of a file, a collection or an outlet", argument=True)

    def answer(self, view: View) -> tuple[Effect, ...]:
        """What falls first, then what is weaker, then what ends; each in order of time."""
        doubted = {claim.id for claim in view.claims.values() if self._is_meant(claim, view)}
        effects = [effect for entry in self.find_entries(view) if (effect := _weigh(entry, doubted, view))]
        effects += _find_ending(doubted, view)
        return tuple(sorted(effects, key=lambda effect: (("falls", "weaker", "ends").index(effect.what), effect.n_left)))

    def _is_meant(self, claim: Claim, view: View) -> bool:
        document = view.documents[claim.document]
        if self.id == document.outlet or self.id in _find_names(document.file):
            return True
        return len(self.id) >= SHORTEST and (claim.id.startswith(self.id) or document.id.startswith(self.id))


def _find_names(file: str) -> set[str]:
    """What a file is called: its path or the last part of it, as screens show it, and of an article the same of its collection."""
    collection = file.partition("#")[0]
    return {file, collection, *(name.replace("\\", "/").rpartition("/")[2] for name in (file, collection))}


def _weigh(entry: Entry, doubted: set[str], view: View) -> Effect | None:
    """What becomes of an entry; `None` where it does not rest on what is doubted."""
    left = [claim for claim in entry.support if claim not in doubted]
    if len(left) == len(entry.support):
        return None
    what: Literal["falls", "weaker"] = "weaker" if left else "falls"
    return Effect(what=what, id=entry.id, kind=entry.claim.kind, n_reports=len(entry.support), n_left=len(left), reports=view.reports(entry.support))


def _find_ending(doubted: set[str], view: View) -> Iterator[Effect]:
    """Conflicts of which fewer than two sides would be left."""
    for conflict in view.conflicts:
        sides = [{report.claim for report in side.reports} - doubted for side in conflict.sides]
        if doubted.intersection(find_claims(conflict)) and sum(map(bool, sides)) < 2:
            claims = find_claims(conflict)
            reports = tuple(report for side in conflict.sides for report in side.reports)
            yield Effect(what="ends", id=conflict.id, kind=f"conflict of {conflict.type}", n_reports=len(claims), n_left=sum(map(len, sides)), reports=reports)
