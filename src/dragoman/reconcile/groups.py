"""Groups of claims that tell one thing: finely dated ones first, then those that fit just one of the groups.

Each member of a group may join each other one, so a chain A≈B≈C with A≉C is split. The order in which claims came makes
no difference: they are taken by time, fineness and id.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dragoman.model import Claim, Event
from dragoman.reconcile.joining import ALIKE, may_join, share_words
from dragoman.reconcile.known import Known
from dragoman.reconcile.people import share_person
from dragoman.reconcile.times import is_fine, length_of, start_of

FRESH = timedelta(days=10)
"""How long before its publication an event that a text gives no time may have happened."""
MOST_COMPARED = 24
"""Members of a group that a newcomer is compared with; the first of them in the fixed order."""


def find_groups(claims: Sequence[Claim], known: Known) -> list[list[Claim]]:
    """The claims of one block in groups, each sorted by the fixed order."""
    ordered = sorted(claims, key=lambda claim: (not is_fine(claim.when), length_of(claim.when), start_of(claim.when), claim.id))
    groups: list[list[Claim]] = []
    months: dict[tuple[int, int], list[int]] = defaultdict(list)
    for claim in ordered:
        place = _find_place(claim, groups, months, known)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(claim)
        for month in _months_of(claim):
            if place not in months[month]:
                months[month].append(place)
    return groups


def _find_place(claim: Claim, groups: list[list[Claim]], months: dict[tuple[int, int], list[int]], known: Known) -> int | None:
    """The group that a claim belongs to: the nearest that it may join; none if it fits several equally well."""
    fine = is_fine(claim.when)
    near = sorted({place for month in _months_of(claim) for place in months[month]}) if fine else range(len(groups))
    fits = [place for place in near if _fits(claim, groups[place], known)]
    if fine or len(fits) < 2:
        return fits[0] if fits else None
    same_document = [place for place in fits if any(other.document == claim.document for other in groups[place])]
    return same_document[0] if len(same_document) == 1 else None


def _fits(claim: Claim, group: Sequence[Claim], known: Known) -> bool:
    members = group[:MOST_COMPARED]
    return all(may_join(claim, other) and _fresh(claim, other, known) for other in members)


def _fresh(claim: Claim, other: Claim, known: Known) -> bool:
    """Whether a claim without a fine time may mean the event of another one: by what ties them, and by when they were published."""
    if claim.kind not in ("event", "statement") or (is_fine(claim.when) and is_fine(other.when)):
        return True
    if not _linked(claim, other):
        return False
    if claim.when is not None and other.when is not None:
        return True
    dated, undated = (other, claim) if claim.when is None else (claim, other)
    said = known.said(undated)
    if dated.when is None:
        also = known.said(dated)
        return dated.document == undated.document or (said is not None and also is not None and abs(said - also) <= FRESH)
    first, last = dated.when.start or date.min, dated.when.end or date.max
    return dated.document == undated.document or (said is not None and first <= said and last >= said - FRESH)


def _linked(one: Claim, other: Claim) -> bool:
    """Whether more than sides and type ties two claims of which one has no time: a person, a mode told by both papers, or common words."""
    if isinstance(one, Event) and isinstance(other, Event):
        if share_person((*one.source, *one.target), (*other.source, *other.target)):
            return True
        if one.document != other.document and one.mode is not None and one.mode == other.mode:
            return True
    return one.language == other.language and share_words(one.text, other.text) >= ALIKE


def _months_of(claim: Claim) -> Iterator[tuple[int, int]]:
    """The months in which a fine time lies, with those next to its ends within the slack."""
    if claim.when is None or claim.when.start is None or claim.when.end is None or not is_fine(claim.when):
        return
    day = claim.when.start - timedelta(days=1)
    seen = set()
    while day <= claim.when.end + timedelta(days=28):
        at = min(day, claim.when.end + timedelta(days=1))
        if (at.year, at.month) not in seen:
            seen.add((at.year, at.month))
            yield (at.year, at.month)
        day += timedelta(days=28)
