"""Links that are told to be open and shut at once."""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model import Channel, Claim, ConflictType, Dispute, Entry
from dragoman.reconcile.disputes import are_rivals, gather_rivals, is_internal, lay_sides, make_dispute, sort_by_key
from dragoman.reconcile.known import Known
from dragoman.reconcile.times import is_day

SHUT = frozenset({"suspended", "ended", "absent"})


def find_states(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """A link is said to be open and shut on the same day."""
    del claims
    for row in sort_by_key(entries, _question_of):
        for group in gather_rivals(row, lambda one, other: _exclude(one.claim, other.claim, known)):
            sides = lay_sides(group, lambda claim: claim.state if isinstance(claim, Channel) else "")
            kind: ConflictType = "internal" if is_internal(group) else "state"
            yield make_dispute(kind, "the link is told to be open and shut on the same day", 0.8, sides)


def _question_of(claim: Claim) -> tuple[object, ...] | None:
    """The day and the seat of a link that is told to be open or shut."""
    if not isinstance(claim, Channel) or claim.modality != "actual" or claim.when is None or not is_day(claim.when) or claim.when.bound != "at":
        return None
    return (claim.when.start, claim.at) if claim.state == "open" or claim.state in SHUT else None


def _exclude(one: Claim, other: Claim, known: Known) -> bool:
    if not (isinstance(one, Channel) and isinstance(other, Channel)):
        return False
    return {one.state, other.state} & SHUT != set() and "open" in (one.state, other.state) and are_rivals(one, other, known)
