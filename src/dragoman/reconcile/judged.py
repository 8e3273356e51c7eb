"""Claims and entries as people have judged them: the rejected left out, the corrected put right, the accepted marked."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.model import Claim, Entry, Judged, correct_claim

REVIEWED = frozenset({"accept", "correct", "add"})


def apply_judged(claims: Iterable[Claim], judged: Iterable[Judged]) -> Iterator[Claim]:
    """The claims as they stand: of several judgements on one claim the last decides whether it counts, and corrections add up."""
    rejected: set[str] = set()
    corrected: dict[str, dict[str, object]] = {}
    for found in judged:
        for claim in found.claims:
            if found.judgement.verdict == "reject":
                rejected.add(claim)
            elif found.judgement.verdict in REVIEWED:
                rejected.discard(claim)
            if found.judgement.verdict == "correct":
                corrected.setdefault(claim, {}).update(found.judgement.fields)
    return (correct_claim(claim, corrected[claim.id]) if claim.id in corrected else claim for claim in claims if claim.id not in rejected)


def mark_reviewed(entries: Iterable[Entry], judged: Iterable[Judged]) -> list[Entry]:
    """Entries that somebody has accepted in part or whole are reviewed; a dispute stays one."""
    reviewed = {claim for found in judged if found.judgement.verdict in REVIEWED for claim in found.claims}
    return [_mark(entry) if entry.status == "unreviewed" and reviewed.intersection(entry.support) else entry for entry in entries]


def _mark(entry: Entry) -> Entry:
    return msgspec.structs.replace(entry, status="undisputed")
