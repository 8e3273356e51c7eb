"""What is otherwise than it was known to be before."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from dragoman.ask.board import Board, BoardRow
from dragoman.ask.conflicts import find_claims
from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.question import Asked, ask_for, make_clocks
from dragoman.ask.view import View
from dragoman.model import Conflict, Entry, Report
from dragoman.model.claim import OWNED

USUAL = frozenset({"actual", "undisputed", "unreviewed", "1 reports"})
"""What need not be said of a line."""
What = Literal["board", "conflict", "new", "gone", "changed"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One line that came, went or changed: `before` and `after` in words; `joined` and `left` are ids of claims.

    `id` is that of the entry or conflict; of a row of the board it is the channel.
    """

    what: What
    id: str
    before: str | None
    after: str | None
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes(Asked):
    """What this record tells otherwise than it did by the end of a day: links, conflicts, and lines that came, went or changed."""

    since: date = ask_for("the day from whose end on changes count (YYYY-MM-DD)", argument=True)
    dyad: Dyad | None = ask_for("only between two states or unions, e.g. RUS-KOR; needed for changes of the board", default=None)
    strict: bool = ask_for("leave out the states that came before", default=False)

    def answer(self, view: View) -> tuple[Change, ...]:
        """Changes of the board, then of conflicts, then of entries, each in its own order."""
        earlier = view.rewind(make_clocks(self.clocks.said_by, self.since))
        return (*self._find_on_board(earlier, view), *_find_conflicts(earlier, view), *self._find_entries(earlier, view))

    def _find_on_board(self, earlier: View, view: View) -> Iterator[Change]:
        if self.pair is None:
            return
        board = Board(dyad=self.pair, strict=self.strict, on=self.on, filter=self.filter)
        before, after = ({_name_row(row): row for row in board.answer(when)} for when in (earlier, view))
        for name in sorted(before.keys() | after.keys()):
            old, new = before.get(name), after.get(name)
            said, says = (_say_row(row) if row else None for row in (old, new))
            if said != says:
                known = {report.claim for report in old.reports} if old else set()
                rest = new or old
                reports = tuple(report for report in rest.reports if report.claim not in known) if rest else ()
                yield Change(what="board", id=name, before=said, after=says, joined=tuple(report.claim for report in reports), reports=reports)

    def _find_entries(self, earlier: View, view: View) -> Iterator[Change]:
        pair = find_pair(self.pair, view.ledger, strict=self.strict) if self.pair else None
        before, after = ([entry for entry in self.find_entries(when) if pair is None or pair.holds(entry.claim)] for when in (earlier, view))
        old_by_claim = {claim: entry for entry in before for claim in entry.support}
        seen: set[str] = set()
        for entry in after:
            old = next((old_by_claim[claim] for claim in entry.support if claim in old_by_claim), None)
            seen.update([old.id] if old else [])
            change = _compare(old, entry, view)
            if change is not None:
                yield change
        kept = {claim for entry in after for claim in entry.support}
        for old in before:
            if old.id not in seen and not kept.intersection(old.support):
                yield Change(what="gone", id=old.id, before=_say_entry(old), after=None, left=old.support, reports=earlier.reports(old.support))


def _compare(old: Entry | None, entry: Entry, view: View) -> Change | None:
    """What became of one entry; `None` where it is as it was."""
    if old is None:
        return Change(what="new", id=entry.id, before=None, after=_say_entry(entry), joined=entry.support, reports=view.reports(entry.support))
    joined, left = (tuple(claim for claim in one if claim not in other) for one, other in ((entry.support, old.support), (old.support, entry.support)))
    said, says = _say_entry(old), _say_entry(entry)
    if not joined and not left and said == says:
        return None
    return Change(what="changed", id=entry.id, before=said, after=says, joined=joined, left=left, reports=view.reports(joined or entry.support))


def _find_conflicts(earlier: View, view: View) -> Iterator[Change]:
    before, after = ({conflict.id: conflict for conflict in when.conflicts} for when in (earlier, view))
    for name in sorted(before.keys() | after.keys()):
        said, says = (_say_conflict(found.get(name)) for found in (before, after))
        if said != says:
            conflict = after.get(name) or before[name]
            yield Change(what="conflict", id=name, before=said, after=says, joined=find_claims(conflict), reports=_reports(conflict))


def _reports(conflict: Conflict) -> tuple[Report, ...]:
    return tuple(report for side in conflict.sides for report in side.reports)


def _say_conflict(conflict: Conflict | None) -> str | None:
    return f"{conflict.type}, {conflict.status}: {' | '.join(side.value for side in conflict.sides)}" if conflict else None


def _name_row(row: BoardRow) -> str:
    sides: Iterable[str] = dict.fromkeys(actor.side or actor.name for actor in row.between)
    sides = sides if row.channel in OWNED else sorted(sides)
    return " ".join([row.channel, "-".join(sides), *([row.at] if row.at else [])])


def _say_row(row: BoardRow) -> str:
    """`suspended; on the table: resumed (discussed)`."""
    table = ", ".join(f"{found.state} ({found.modality})" for found in row.on_the_table if row.state or found.modality != "agreed")
    return (row.state or row.unreached) + (f"; on the table: {table}" if table else "")


def _say_entry(entry: Entry) -> str:
    """What speaks for the entry, and how well it is told where that is not as usual: `channel, planned, disputed, March 2022: …`."""
    claim = entry.claim
    when = claim.when.text or f"{claim.when.start}..{claim.when.end}" if claim.when else "undated"
    told = [claim.kind, claim.modality, entry.status, f"{entry.n_reports} reports", when]
    return f"{', '.join(word for word in told if word not in USUAL)}: {' '.join(claim.text.split())}"
