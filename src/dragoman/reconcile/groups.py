"""Groups of claims that tell one thing: finely dated ones first, then those that fit just one of the groups.

Each member of a group may join each other one, so a chain A≈B≈C with A≉C is split. The order in which claims came makes
no difference: they are taken by time, fineness and id.
"""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from dragoman.model import Claim, Event
from dragoman.reconcile.joining import ALIKE, may_join, share_words
from dragoman.reconcile.known import Known
from dragoman.reconcile.people import share_offices, share_person
from dragoman.reconcile.shelf import FRESH, Shelf
from dragoman.reconcile.times import is_fine, length_of, start_of

NEARBY = 600
"""Code points within which a page still speaks of the talks that it named."""
MOST_COMPARED = 24
"""Members of a group that a newcomer is compared with; the first of them in the fixed order."""


def find_groups(claims: Sequence[Claim], known: Known) -> list[list[Claim]]:
    """The claims of one block in groups, each sorted by the fixed order."""
    ordered = sorted(claims, key=lambda claim: (not is_fine(claim.when), length_of(claim.when), start_of(claim.when), claim.id))
    groups: list[list[Claim]] = []
    shelf = Shelf(known)
    for claim in ordered:
        place = _find_place(claim, groups, shelf, known)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(claim)
        shelf.put(claim, place)
    return groups


def _find_place(claim: Claim, groups: list[list[Claim]], shelf: Shelf, known: Known) -> int | None:
    """The group that a claim belongs to: the nearest that it may join; none if it fits several equally well."""
    near = shelf.near(claim)
    if is_fine(claim.when):
        return next((place for place in near if _fits(claim, groups[place], known)), None)
    own = shelf.of_document(claim)
    fits = [place for place in near if place in own and _fits(claim, groups[place], known)]
    if not fits:
        others = (place for place in near if place not in own and _fits(claim, groups[place], known))
        fits = list(islice(others, 2))
    return fits[0] if len(fits) == 1 else None


def _fits(claim: Claim, group: Sequence[Claim], known: Known) -> bool:
    for other in group[:MOST_COMPARED]:  # noqa: SIM110 (this is where the time goes: a loop takes half of what `all` does)
        if not (may_join(claim, other) and _fresh(claim, other, known)):
            return False
    return True


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


def _go_on(one: Event, other: Event) -> bool:
    """Whether a few lines further on a page only goes on about the talks that it told of: "during the talks the two sides discussed …"."""
    is_bare = any(all(actor.type == "state" for actor in (*event.source, *event.target)) for event in (one, other))
    return is_bare and one.type == other.type == "CONSULT" and abs(one.span.start - other.span.start) <= NEARBY


def _linked(one: Claim, other: Claim) -> bool:
    """Whether more than sides and type ties two claims of which one has no time: a person, a mode told by both papers, or common words."""
    if isinstance(one, Event) and isinstance(other, Event):
        ones, others = (*one.source, *one.target), (*other.source, *other.target)
        if share_person(ones, others) or (one.document == other.document and (share_offices(ones, others) or _go_on(one, other))):
            return True
        if one.document != other.document and one.mode is not None and one.mode == other.mode:
            return True
    return one.language == other.language and share_words(one.text, other.text) >= ALIKE
