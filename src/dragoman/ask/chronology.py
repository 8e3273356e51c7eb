"""The record of two sides in order of time."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from dataclasses import dataclass
from datetime import date

import msgspec

from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.filters import Kind, may_fall
from dragoman.ask.question import Asked, ask_for, ask_for_dyad
from dragoman.ask.view import View
from dragoman.model import Entry, Origin, Report


class Line(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One entry with the words it rests on; where it is asked for by itself, with the sources behind them.

    `published` is the day on which it was published, where somebody's words are asked for and nothing else dates them.
    """

    entry: Entry
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...] = ()
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Chronology(Asked):
    """What the record holds about two sides, in order of time; what has no time comes last."""

    dyad: Dyad = ask_for_dyad()
    kind: Kind | None = ask_for("only this kind: event, channel, post, figure, statement, assessment, instrument", default=None)
    since: date | None = ask_for("only what may have been so on or after that day", default=None)
    until: date | None = ask_for("only what may have been so on or before that day", default=None)
    strict: bool = ask_for("leave out the states that came before", default=False)

    def answer(self, view: View) -> tuple[Line, ...]:
        """The entries in which both sides take part."""
        pair = find_pair(self.dyad, view.ledger, strict=self.strict)
        entries = [entry for entry in self.find_entries(view) if pair.holds(entry.claim) and self._asks_for(entry)]
        return tuple(Line(entry=entry, reports=view.reports((*entry.support, *entry.against))) for entry in entries)

    def _asks_for(self, entry: Entry) -> bool:
        return (self.kind is None or entry.claim.kind == self.kind) and may_fall(entry, self.since, self.until)
