"""Origins: how many sources stand behind a line, however many papers printed it.

Copies and reprints share their words; what several papers took from one voice shares that voice; an outlet is one source in all its
languages. None is a second witness. Words are compared within one language only, so a translation is known by its outlet or the voice
that it credits, else not at all.
"""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.model import Claim, Origin, Tie
from dragoman.reconcile.known import Known
from dragoman.reconcile.people import same_name

CONTAINED = 0.8
"""Share of the word pairs of the shorter quote that a copy has in common with the longer one."""
NEAR = 3
"""Days within which an outlet, or a voice, says one thing and not a second one."""
SHORTEST = 8
"""Words from which a shared wording is no accident."""


def count_origins(claims: Sequence[Claim], known: Known) -> int:
    """In how many groups of independent sources the claims fall."""
    return len(find_origins(claims, known))


def find_origins(claims: Sequence[Claim], known: Known) -> tuple[Origin, ...]:
    """The independent sources behind the claims, in the order of their first claims."""
    groups: list[tuple[list[Claim], set[Tie]]] = []
    for claim in claims:
        tied = [(group, tie) for group in groups if (tie := _tie_any(claim, group[0], known)) is not None]
        members = [member for group, _ in tied for member in group[0]]
        ties = {tie for group, found in tied for tie in (*group[1], found)}
        place = groups.index(tied[0][0]) if tied else len(groups)
        groups = [group for group in groups if not any(group is other for other, _ in tied)]
        groups.insert(place, ([*members, claim], ties))
    return tuple(
        Origin(claims=tuple(claim.id for claim in members), documents=tuple(dict.fromkeys(claim.document for claim in members)), ties=tuple(sorted(ties)))
        for members, ties in groups
    )


def _tie_any(claim: Claim, members: Sequence[Claim], known: Known) -> Tie | None:
    return next((tie for other in members if (tie := find_tie(claim, other, known)) is not None), None)


def share_origin(one: Claim, other: Claim, known: Known) -> bool:
    """Whether two reports go back to one source."""
    return find_tie(one, other, known) is not None


def find_tie(one: Claim, other: Claim, known: Known) -> Tie | None:
    """By what two reports go back to one source: one document, one outlet in a few days, one voice, one wording."""
    if one.document == other.document or _digest(one) == _digest(other):
        return "document"
    if _same_outlet(one, other, known):
        return "outlet"
    if _same_voice(one, other, known):
        return "voice"
    return "wording" if one.language == other.language and is_copy(one.text, other.text) else None


def _same_outlet(one: Claim, other: Claim, known: Known) -> bool:
    """Whether one outlet printed both within a few days: its editions in several languages, or its second report."""
    mine, theirs = known.documents.get(one.document), known.documents.get(other.document)
    if mine is None or theirs is None or not mine.outlet or not theirs.outlet:
        return False
    return mine.outlet.casefold() == theirs.outlet.casefold() and _said_near(one, other, known)


def _said_near(one: Claim, other: Claim, known: Known) -> bool:
    days = [day for day in (known.said(one), known.said(other)) if day is not None]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= NEAR


def _digest(claim: Claim) -> str:
    return claim.document.partition(".")[0]


def _same_voice(one: Claim, other: Claim, known: Known) -> bool:
    """Whether both credit the same outermost voice, said within the same few days."""
    if one.kind == "statement" or not one.said_by or not other.said_by:
        return False
    mine, theirs = one.said_by[0], other.said_by[0]
    return _said_near(one, other, known) and mine.side == theirs.side and same_name(mine.name, theirs.name)


def is_copy(one: str, other: str) -> bool:
    """Whether the shorter text is contained in the longer one but for a few words."""
    ones, others = (_pairs(text) for text in (one, other))
    smaller = min(len(ones), len(others))
    return smaller + 1 >= SHORTEST and len(ones & others) >= CONTAINED * smaller


@lru_cache(maxsize=10_000)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(itertools.pairwise(words))
