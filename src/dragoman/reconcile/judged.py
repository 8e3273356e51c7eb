"""Claims and entries as people have judged them: the rejected left out, the corrected put right, the accepted marked."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dragoman.model import Claim, Entry, Judged, correct_claim
from dragoman.reconcile.entries import QUESTIONS, sort_by_time
from dragoman.reconcile.known import Reconciled
from dragoman.reconcile.times import length_of

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


def settle_disputes(made: Reconciled, resolved: Mapping[str, str]) -> Reconciled:
    """The lines and disagreements with those settled that people settled: a line is disputed while one of its conflicts is open."""
    met = {dispute.id for dispute in made.disputes} & resolved.keys()
    if not met:
        return made
    settle = msgspec.structs.replace
    disputes = tuple(settle(found, status="resolved", verdict=resolved[found.id]) if found.id in met else found for found in made.disputes)
    still = {found.id for found in disputes if found.status == "open" and found.type not in QUESTIONS}
    calm = (settle(entry, status="unreviewed") if met.intersection(entry.conflicts) and still.isdisjoint(entry.conflicts) else entry for entry in made.entries)
    return Reconciled(tuple(calm), disputes)


def judge_entries(entries: Iterable[Entry], judged: Iterable[Judged], claims: Mapping[str, Claim]) -> list[Entry]:
    """The entries as people see them: joined where said to be the same, parted where not, and marked where reviewed; a dispute stays one.

    Of several judgements the last decides. Entries of different kinds are never joined.
    """
    standing = list(judged)
    if not standing:
        return list(entries)
    reviewed = {claim for found in standing if found.judgement.verdict in REVIEWED for claim in found.claims}
    lines = list(entries)
    for found in standing:
        if found.judgement.verdict == "same":
            lines = _join(lines, frozenset(found.claims), claims)
        elif found.judgement.verdict == "different":
            lines = _part(lines, found.claims, claims)
    if any(found.judgement.verdict in ("same", "different") for found in standing):
        lines.sort(key=sort_by_time)
    settings = {claim for found in standing if found.judgement.verdict == "background" for claim in found.claims}
    lines = [msgspec.structs.replace(entry, background=True) if settings.intersection(entry.support) else entry for entry in lines]
    return [_mark(entry) if entry.status == "unreviewed" and reviewed.intersection(entry.support) else entry for entry in lines]


def _join(entries: list[Entry], names: frozenset[str], claims: Mapping[str, Claim]) -> list[Entry]:
    """The entries of these claims as one per kind."""
    joined: dict[str, list[Entry]] = {}
    for entry in entries:
        if names.intersection(entry.support):
            joined.setdefault(entry.claim.kind, []).append(entry)
    made = {group[0].id: _make_one(group, claims) for group in joined.values() if len(group) > 1}
    gone = {entry.id for group in joined.values() for entry in group[1:]}
    return [made.get(entry.id, entry) for entry in entries if entry.id not in gone]


def _make_one(entries: list[Entry], claims: Mapping[str, Claim]) -> Entry:
    """The finest time of those that are joined speaks for all; reports are documents, and origins add up to no more than them."""
    speaker = min(entries, key=lambda entry: (length_of(entry.claim.when), entry.id))
    support = tuple(sorted({claim for entry in entries for claim in entry.support}))
    documents = {claims[name].document for name in support}
    return msgspec.structs.replace(
        speaker,
        id=min(support),
        support=support,
        against=tuple(sorted({claim for entry in entries for claim in entry.against})),
        n_reports=len(documents),
        n_origins=min(len(documents), sum(entry.n_origins for entry in entries)),
        conflicts=tuple(dict.fromkeys(conflict for entry in entries for conflict in entry.conflicts)),
    )


def _part(entries: list[Entry], names: tuple[str, ...], claims: Mapping[str, Claim]) -> list[Entry]:
    """The first of the claims keeps its entry; the others that stand in it tell of something else from now on, together."""
    kept, others = names[0], frozenset(names[1:])
    parted = []
    for entry in entries:
        leaving = tuple(claim for claim in entry.support if claim in others)
        if kept not in entry.support or not leaving:
            parted.append(entry)
            continue
        staying = tuple(claim for claim in entry.support if claim not in others)
        parted += [_cut(entry, staying, claims), _cut(entry, leaving, claims)]
    return parted


def _cut(entry: Entry, support: tuple[str, ...], claims: Mapping[str, Claim]) -> Entry:
    """What is left of an entry with some of its claims; one of them speaks for it."""
    speaker = entry.claim if entry.claim.id in support else min((claims[name] for name in support), key=lambda claim: (length_of(claim.when), claim.id))
    documents = {claims[name].document for name in support}
    n_origins = min(entry.n_origins, len(documents))
    return msgspec.structs.replace(entry, id=min(support), claim=speaker, support=support, n_reports=len(documents), n_origins=n_origins)


def _mark(entry: Entry) -> Entry:
    return msgspec.structs.replace(entry, status="undisputed")
