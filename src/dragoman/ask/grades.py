"""The digit that a line of the record deserves, proposed with its arithmetic: people set it, and 1 only with two independent origins."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model import BadInput, Entry

Digit = Literal["1", "2", "3", "4", "5", "6"]
CONFIRMED = 2
"""Independent origins without which nothing is confirmed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A digit of the usual scale (1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged) and why."""

    digit: Digit
    why: str


def propose_digit(entry: Entry) -> Proposal:
    """What the counts of the entry propose; nobody's judgement enters it."""
    origins = f"{entry.n_origins} origin{'' if entry.n_origins == 1 else 's'}, {entry.n_reports} report{'' if entry.n_reports == 1 else 's'}"
    doubts = [flag.flag for flag in entry.claim.flags]
    if entry.against or entry.status == "disputed":
        return Proposal("4", f"disputed; {origins}")
    if entry.claim.modality == "alleged":
        return Proposal("4", f"only alleged; {origins}")
    if entry.n_origins >= CONFIRMED:
        return Proposal("2" if doubts else "1", f"{origins}, undisputed" + (f", but {', '.join(doubts)}" if doubts else ""))
    return Proposal("6", f"{origins}; doubts of the reader: {', '.join(doubts)}") if doubts else Proposal("3", f"{origins}, undisputed")


def check_digit(digit: str, entry: Entry | None) -> None:
    """Refuse, as BadInput, to call confirmed what fewer than two independent origins tell."""
    if digit == "1" and (entry is None or entry.n_origins < CONFIRMED):
        raise BadInput("a claim is confirmed (1) only by two independent origins; this one has fewer")
