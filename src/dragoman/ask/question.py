"""What every question has: its clocks, and how each field is asked for on the command line and in the browser."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, ClassVar, Protocol

from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.filters import NOTHING, Filter, may_fall, parse_filter
from dragoman.ask.view import View
from dragoman.model import Entry
from dragoman.model.ports import Clocks, StateLedger
from dragoman.model.sides import Scope


class Question(Protocol):
    """A frozen dataclass that can be answered from a view."""

    @property
    def clocks(self) -> Clocks:
        """What the answer may rest on."""

    def scope(self, ledger: StateLedger) -> Scope:
        """Which claims matter to the answer."""

    def answer(self, view: View) -> tuple[Any, ...]:
        """The objects that the contract names, in their order."""


def ask_for(help: str, *, default: Any = ..., argument: bool = False, rest: bool = False) -> Any:  # noqa: ANN401 (a field of any type)
    """A field of a question with the words that explain it.

    `argument` is a place on the command line, else it is a flag; `rest` takes all the words that are left there.
    """
    metadata = {"help": help, "argument": argument or rest, "rest": rest}
    return field(metadata=metadata) if default is ... else field(default=default, metadata=metadata)


def ask_for_dyad() -> Dyad:
    """The field that names the two sides."""
    found: Dyad = ask_for("two states or unions, e.g. RUS-KOR", argument=True)
    return found


def make_clocks(said_by: date | None, known: date | None) -> Clocks:
    """The clocks of a view; a day is known to its end, in UTC."""
    return Clocks(said_by=said_by, known=datetime.combine(known, time.max, UTC) if known else None)


LOOSE = frozenset({"statement", "post"})
"""Kinds whose lines are made of claims that may name only one side of a pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every question takes: a filter and the three clocks; a clock of its own goes before one in the filter."""

    kinds: ClassVar[frozenset[str]] = frozenset()
    """Kinds of claims that the answer rests on; none: on all."""
    events: ClassVar[frozenset[str]] = frozenset()
    """Types of events that it rests on beside these kinds."""

    filter: str | None = ask_for(
        "conditions such as kind:event plover:CONSULT from:2022-02 lang:ru -status:disputed, and words of the text", default=None, rest=True
    )
    on: date | None = ask_for("what was so on that day (YYYY-MM-DD)", default=None)
    said_by: date | None = ask_for("only what had been published by then", default=None)
    known: date | None = ask_for("only what this record had been told by then", default=None)

    def __post_init__(self) -> None:
        """Refuse a filter that cannot be read."""
        parse_filter(self.filter)

    @property
    def conditions(self) -> Filter:
        """The filter, read."""
        return parse_filter(self.filter)

    @property
    def day(self) -> date | None:
        """The first clock: the day on which it was so; `None` is now."""
        return self.on or self.conditions.on

    @property
    def clocks(self) -> Clocks:
        """What the answer may rest on."""
        return make_clocks(self.said_by or self.conditions.said_by, self.known or self.conditions.known)

    @property
    def pair(self) -> Dyad | None:
        """The two sides that are named, in a field of their own or in the filter."""
        own: Dyad | None = getattr(self, "dyad", None)
        return own or self.conditions.dyad

    def scope(self, ledger: StateLedger) -> Scope:
        """Claims of the kinds that the question is about, and of the pair if one is named, its predecessors among them."""
        if self.pair is None:
            return Scope(kinds=self.kinds, events=self.events)
        pair = find_pair(self.pair, ledger, strict=False)
        return Scope(pair.a, pair.b, self.kinds, LOOSE, self.events)

    def find_entries(self, view: View) -> Iterator[Entry]:
        """The entries of the view that the filter keeps and that had begun by the day asked for."""
        conditions, day = self.conditions, self.day
        asked = (entry for entry in view.entries if conditions.keeps(entry, view)) if conditions != NOTHING else iter(view.entries)
        return (entry for entry in asked if entry.claim.when is None or may_fall(entry, None, day)) if day is not None else asked
