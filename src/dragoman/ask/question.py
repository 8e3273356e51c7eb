"""What every question has: its clocks, and how each field is asked for on the command line and in the browser."""

from dataclasses import field
from datetime import UTC, date, datetime, time
from typing import Any, Protocol

from dragoman.ask.dyad import Dyad
from dragoman.ask.view import View
from dragoman.model.ports import Clocks, StateLedger


class Question(Protocol):
    """A frozen dataclass that can be answered from a view."""

    @property
    def clocks(self) -> Clocks:
        """What the answer may rest on."""

    def sides(self, ledger: StateLedger) -> frozenset[str]:
        """Codes of which a claim must name one to matter here; empty: all claims do."""

    def answer(self, view: View) -> tuple[Any, ...]:
        """The objects that the contract names, in their order."""


def ask_for(help: str, *, default: Any = ..., argument: bool = False) -> Any:  # noqa: ANN401 (a field of any type)
    """A field of a question with the words that explain it; `argument` is a place on the command line, else a flag."""
    metadata = {"help": help, "argument": argument}
    return field(metadata=metadata) if default is ... else field(default=default, metadata=metadata)


def ask_for_dyad() -> Dyad:
    """The field that names the two sides."""
    found: Dyad = ask_for("two states or unions, e.g. RUS-KOR", argument=True)
    return found


def ask_for_on() -> date | None:
    """The first clock."""
    found: date | None = ask_for("what was so on that day (YYYY-MM-DD)", default=None)
    return found


def ask_for_said_by() -> date | None:
    """The second clock."""
    found: date | None = ask_for("only what had been published by then", default=None)
    return found


def ask_for_known() -> date | None:
    """The third clock."""
    found: date | None = ask_for("only what this record had been told by then", default=None)
    return found


def make_clocks(said_by: date | None, known: date | None) -> Clocks:
    """The clocks of a view; a day is known to its end, in UTC."""
    return Clocks(said_by=said_by, known=datetime.combine(known, time.max, UTC) if known else None)
