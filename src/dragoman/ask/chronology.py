"""The record of two sides in order of time."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from dataclasses import dataclass
from datetime import date

import msgspec

from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.question import ask_for, ask_for_dyad, ask_for_known, ask_for_said_by, make_clocks
from dragoman.ask.view import View
from dragoman.model import Entry, Report
from dragoman.model.ports import Clocks, StateLedger


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entry with the words it rests on."""

    entry: Entry
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """What the record holds about two sides, in order of time; what has no time comes last."""

    dyad: Dyad = ask_for_dyad()
    kind: str | None = ask_for("only this kind: event, channel, post, figure, statement, assessment, instrument", default=None)
    since: date | None = ask_for("only what may have been so on or after that day", default=None)
    until: date | None = ask_for("only what may have been so on or before that day", default=None)
    strict: bool = ask_for("leave out the states that came before", default=False)
    said_by: date | None = ask_for_said_by()
    known: date | None = ask_for_known()

    @property
    def clocks(self) -> Clocks:
        """What the answer may rest on."""
        return make_clocks(self.said_by, self.known)

    def sides(self, ledger: StateLedger) -> frozenset[str]:
        """The codes of both sides."""
        return find_pair(self.dyad, ledger, strict=self.strict).codes

    def answer(self, view: View) -> tuple[Line, ...]:
        """The entries in which both sides take part."""
        pair = find_pair(self.dyad, view.ledger, strict=self.strict)
        entries = [entry for entry in view.entries if pair.holds(entry.claim) and self._asks_for(entry)]
        return tuple(Line(entry=entry, reports=view.reports((*entry.support, *entry.against))) for entry in entries)

    def _asks_for(self, entry: Entry) -> bool:
        when = entry.claim.when
        if self.kind is not None and entry.claim.kind != self.kind:
            return False
        if self.since is None and self.until is None:
            return True
        if when is None:
            return False
        late = self.since is None or when.end is None or when.end >= self.since
        early = self.until is None or when.start is None or when.start <= self.until
        return late and early
