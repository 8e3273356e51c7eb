"""Pairs of sides that a record tells of, those with most claims first: where a desk opens when nobody says on whom."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from dragoman.desk import Desk
from dragoman.model.sides import find_sides


@dataclass(frozen=True, slots=True)
class Pair:
    """Two codes in order of the alphabet, and how many claims name both."""

    a: str
    b: str
    n_claims: int

    @property
    def dyad(self) -> str:
        """As it stands in an address."""
        return f"{self.a}-{self.b}"


def find_pairs(desk: Desk) -> list[Pair]:
    """All pairs of the record."""
    counts: Counter[tuple[str, str]] = Counter()
    for claim in desk.claims():
        counts.update(combinations(sorted(find_sides(claim)), 2))
    return [Pair(a, b, n) for (a, b), n in sorted(counts.items(), key=lambda found: (-found[1], found[0]))]
