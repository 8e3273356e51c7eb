"""Wordings: whether one text is a copy of another, and which texts of many may be, so that only those are compared."""

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

CONTAINED = 0.8
"""Share of the word pairs of the shorter quote that a copy has in common with the longer one."""
SHORTEST = 8
"""Words from which a shared wording is no accident."""
Pair = tuple[str, str]


def is_copy(one: str, other: str) -> bool:
    """Whether the shorter text is contained in the longer one but for a few words."""
    ones, others = find_pairs(one), find_pairs(other)
    smaller = min(len(ones), len(others))
    return smaller + 1 >= SHORTEST and len(ones & others) >= CONTAINED * smaller


@lru_cache(maxsize=10_000)
def find_pairs(text: str) -> frozenset[Pair]:
    """The pairs of words that follow each other."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(itertools.pairwise(words))


class Wordings:
    """Texts by their pairs of words: of a copy one of the rarest pairs of the shorter text stands in the longer one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts = Counter(pair for text in texts for pair in find_pairs(text))
        self._all: dict[Pair, list[int]] = defaultdict(list)
        self._rare: dict[Pair, list[int]] = defaultdict(list)

    def put(self, text: str, place: int) -> None:
        """The text is found by this place from now on."""
        for pair in find_pairs(text):
            self._all[pair].append(place)
        for pair in self._find_rare(text):
            self._rare[pair].append(place)

    def near(self, text: str) -> set[int]:
        """The places of all texts of which it may be a copy, or they of it; others may be among them."""
        rare = (place for pair in self._find_rare(text) for place in self._all.get(pair, ()))
        return {*rare, *(place for pair in find_pairs(text) for place in self._rare.get(pair, ()))}

    def _find_rare(self, text: str) -> list[Pair]:
        """As many of its rarest pairs as a copy cannot lack altogether; none of a text too short to be a copy."""
        pairs = sorted(find_pairs(text), key=lambda pair: (self._counts[pair], pair))
        return pairs[: len(pairs) - math.ceil(CONTAINED * len(pairs)) + 1] if len(pairs) + 1 >= SHORTEST else []
