"""Two sides of a relation, each with the states that came before it."""

import re
from dataclasses import dataclass

from dragoman.know.states import load_state_names
from dragoman.model import Claim
from dragoman.model.ports import StateLedger
from dragoman.model.sides import find_sides

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]{1,11}")
PAIR = re.compile(r"[A-Z]{3}-[A-Z]{3}")
"""A pair as one types it among other words."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two codes of states or unions, in the order in which the user named them."""

    a: str
    b: str

    def __str__(self) -> str:
        """As it is typed: `RUS-KOR`."""
        return f"{self.a}-{self.b}"


@dataclass(frozen=True, slots=True)
class SidePair:
    """The codes that count for each side."""

    a: frozenset[str]
    b: frozenset[str]

    @property
    def codes(self) -> frozenset[str]:
        """All codes of both."""
        return self.a | self.b

    def has(self, codes: tuple[str, ...]) -> bool:
        """Whether both sides are among `codes`."""
        return not self.a.isdisjoint(codes) and not self.b.isdisjoint(codes)

    def holds(self, claim: Claim) -> bool:
        """Whether the claim is about both."""
        return self.has(find_sides(claim))


def parse_dyad(text: str) -> Dyad | None:
    """`RUS-KOR` or `dyad:RUS-KOR`, in any case; `None` where it is not two codes of states or unions."""
    first, dash, second = text.strip().removeprefix("dyad:").partition("-")
    if not dash or not CODE.fullmatch(first) or not CODE.fullmatch(second) or first.upper() == second.upper():
        return None
    pair = Dyad(first.upper(), second.upper())
    return pair if {pair.a, pair.b} <= load_state_names().keys() else None


def find_pair(dyad: Dyad, ledger: StateLedger, *, strict: bool) -> SidePair:
    """The codes of each side: with predecessors (the Soviet Union for Russia), unless `strict`.

    A code that would stand on both sides (undivided Korea, between its two successors) counts for the one that was named so.
    """
    if strict:
        return SidePair(frozenset({dyad.a}), frozenset({dyad.b}))
    first, second = {dyad.a, *ledger.predecessors(dyad.a)}, {dyad.b, *ledger.predecessors(dyad.b)}
    shared = first & second
    return SidePair(frozenset(first - shared | {dyad.a}), frozenset(second - shared | {dyad.b}))
