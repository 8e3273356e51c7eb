"""Origins: how many sources stand behind a line, however many papers printed it.

Copies and reprints share their words; what several papers took from one voice shares that voice. Neither is a second witness.
Words are compared within one language only, so a translation is known by the voice that it credits, else not at all.
"""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.model import Claim
from dragoman.reconcile.known import Known
from dragoman.reconcile.people import same_name

CONTAINED = 0.8
"""Share of the word pairs of the shorter quote that a copy has in common with the longer one."""
SHORTEST = 8
"""Words from which a shared wording is no accident."""


def count_origins(claims: Sequence[Claim], known: Known) -> int:
    """In how many groups of independent sources the claims fall."""
    heads = list(range(len(claims)))

    def find(place: int) -> int:
        while heads[place] != place:
            place = heads[place]
        return place

    for place, claim in enumerate(claims):
        for other in range(place):
            if find(place) != find(other) and share_origin(claim, claims[other], known):
                heads[find(place)] = find(other)
    return sum(find(place) == place for place in range(len(claims)))


def share_origin(one: Claim, other: Claim, known: Known) -> bool:
    """Whether two reports go back to one source: one document, one outlet's bytes, one wording, one voice."""
    if one.document == other.document or _digest(one) == _digest(other):
        return True
    return _same_voice(one, other, known) or (one.language == other.language and is_copy(one.text, other.text))


def _digest(claim: Claim) -> str:
    return claim.document.partition(".")[0]


def _same_voice(one: Claim, other: Claim, known: Known) -> bool:
    """Whether both credit the same outermost voice, said within the same few days."""
    if one.kind == "statement" or not one.said_by or not other.said_by:
        return False
    mine, theirs = one.said_by[0], other.said_by[0]
    days = [day for day in (known.said(one), known.said(other)) if day is not None]
    close = len(days) < 2 or abs((days[0] - days[1]).days) <= 3
    return close and mine.side == theirs.side and same_name(mine.name, theirs.name)


def is_copy(one: str, other: str) -> bool:
    """Whether the shorter text is contained in the longer one but for a few words."""
    ones, others = (_pairs(text) for text in (one, other))
    smaller = min(len(ones), len(others))
    return smaller + 1 >= SHORTEST and len(ones & others) >= CONTAINED * smaller


@lru_cache(maxsize=10_000)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(itertools.pairwise(words))
