"""Lines of the record, computed block by block: each group of claims that tell one thing becomes one line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import structs

from dragoman.model import Claim, ConflictType, Dispute, Entry, Modality
from dragoman.reconcile.blocks import find_block
from dragoman.reconcile.conflicts import find_conflicts
from dragoman.reconcile.disputes import join_conflicts
from dragoman.reconcile.groups import find_groups
from dragoman.reconcile.known import Known, Reconciled
from dragoman.reconcile.origins import count_origins
from dragoman.reconcile.times import length_of

AGAINST: frozenset[Modality] = frozenset({"denied", "negated"})
RANK: dict[Modality, int] = {"actual": 0, "agreed": 1, "alleged": 2}
QUESTIONS: frozenset[ConflictType] = frozenset({"scope", "duplicate"})
"""Types that ask how lines belong together; they do not dispute what the lines say."""
NOTHING = Known()


def reconcile(claims: Iterable[Claim], known: Known = NOTHING) -> Reconciled:
    """The lines and disagreements of all claims; the order of the claims makes no difference.

    Equal to what the blocks give one by one: `reconcile_block` for each, joined by `join_blocks`.
    """
    blocks: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        block = blocks[find_block(claim)]
        twin = block.get(claim.id)
        block[claim.id] = claim if twin is None else min(twin, claim, key=lambda one: (one.reading, one.confidence, one.rule))
    return join_blocks(reconcile_block(list(blocks[key].values()), known) for key in sorted(blocks))


def find_entries(claims: Iterable[Claim], known: Known = NOTHING) -> list[Entry]:
    """The lines alone."""
    return list(reconcile(claims, known).entries)


def reconcile_block(claims: Sequence[Claim], known: Known = NOTHING) -> Reconciled:
    """The lines of the claims of one block, and where they disagree."""
    groups = find_groups(claims, known)
    entries = [make_entry(group, known) for group in groups]
    conflicts = find_conflicts(entries, {claim.id: claim for claim in claims}, known)
    marked = mark_entries(entries, conflicts)
    return Reconciled(tuple(sorted(marked, key=sort_by_time)), tuple(conflicts))


def join_blocks(blocks: Iterable[Reconciled]) -> Reconciled:
    """The lines of all blocks in order of time; a disagreement found in several blocks is one."""
    found = list(blocks)
    conflicts = join_conflicts(conflict for block in found for conflict in block.disputes)
    return Reconciled(tuple(sorted((entry for block in found for entry in block.entries), key=sort_by_time)), conflicts)


def make_entry(group: Sequence[Claim], known: Known) -> Entry:
    """The line of one group: the claim that tells it best speaks for it."""
    ordered = sorted(group, key=_worth) if len(group) > 1 else group
    best = ordered[0]
    is_told_against = best.modality in AGAINST
    support = [claim for claim in ordered if (claim.modality in AGAINST) == is_told_against]
    against = [claim for claim in ordered if (claim.modality in AGAINST) != is_told_against]
    return Entry(
        id=min(claim.id for claim in group),
        claim=best,
        support=tuple(claim.id for claim in support),
        against=tuple(claim.id for claim in against),
        n_reports=len({claim.document for claim in support}),
        n_origins=count_origins(support, known),
    )


def _worth(claim: Claim) -> tuple[object, ...]:
    """What speaks for a line: told as a fact, in the body, without doubt, with the finest time."""
    flags = {flag.flag for flag in claim.flags}
    doubted = bool(flags & {"suspect-identity", "suspect-translation"})
    return (claim.modality in AGAINST, RANK.get(claim.modality, 3), "headline" in flags, doubted, length_of(claim.when), -claim.confidence, claim.id)


def mark_entries(entries: Iterable[Entry], conflicts: Iterable[Dispute]) -> list[Entry]:
    """The lines with the disagreements that any of their claims takes part in."""
    disputed: dict[str, dict[str, Dispute]] = defaultdict(dict)
    for conflict in conflicts:
        for side in conflict.rivals:
            for name in side.claims:
                disputed[name][conflict.id] = conflict
    return [_mark(entry, disputed) for entry in entries]


def _mark(entry: Entry, disputed: Mapping[str, Mapping[str, Dispute]]) -> Entry:
    mine = {name: conflict for claim in (*entry.support, *entry.against) for name, conflict in disputed.get(claim, {}).items()}
    if not mine:
        return entry
    status = "disputed" if any(conflict.status == "open" and conflict.type not in QUESTIONS for conflict in mine.values()) else entry.status
    return structs.replace(entry, conflicts=tuple(sorted(mine)), status=status)


def sort_by_time(entry: Entry) -> tuple[date, date, str, str]:
    """In order of time; what has none comes last."""
    when = entry.claim.when
    first = (when.start or when.end) if when else None
    last = (when.end or when.start) if when else None
    return (first or date.max, last or date.max, entry.claim.kind, entry.id)
