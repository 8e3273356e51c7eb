"""Lines of the record, computed from claims: for now one per claim, and one for claims of the same id."""

from collections.abc import Iterable
from datetime import date

from dragoman.model import Claim, Entry


def find_entries(claims: Iterable[Claim]) -> list[Entry]:
    """One entry per claim id, sorted by time, then kind and id: the order of the claims makes no difference.

    Claims of one id are the same words of the same document read alike; they count as one report of one origin.
    """
    by_id: dict[str, Claim] = {}
    for claim in claims:
        known = by_id.get(claim.id)
        by_id[claim.id] = claim if known is None else min(known, claim, key=lambda one: (one.reading, one.confidence, one.rule))
    entries = [Entry(id=claim.id, claim=claim, support=(claim.id,), n_reports=1, n_origins=1) for claim in by_id.values()]
    return sorted(entries, key=sort_by_time)


def sort_by_time(entry: Entry) -> tuple[date, date, str, str]:
    """By the first day on which it may have begun, then the last; what has no time comes last."""
    when = entry.claim.when
    first = (when.start or when.end or date.max) if when else date.max
    last = (when.end or when.start or date.max) if when else date.max
    return (first, last, entry.claim.kind, entry.id)
