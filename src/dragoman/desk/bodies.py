"""What a block came to, as bytes: in shares by time, each in parts by the sides that its lines name.

The bytes of a share depend on nothing but its claims and what is known of them, so that those of shares that nothing touched are taken over.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from dragoman.model import Claim, Dispute, Entry
from dragoman.model.digests import NO_CLAIMS, change_digest, hash_claim
from dragoman.model.ports import Imprint, KeptDocument
from dragoman.model.sides import Scope, find_sides
from dragoman.reconcile.disputes import join_conflicts
from dragoman.reconcile.entries import reconcile_block
from dragoman.reconcile.known import Known, Reconciled
from dragoman.reconcile.shares import find_shares


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a share that name these sides and no others; `rest` are their claims that do not speak for a line."""

    sides: tuple[str, ...]
    entries: msgspec.Raw
    rest: msgspec.Raw
    imprints: msgspec.Raw
    """Those of the documents of all these claims."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A share of a block, and a digest of what it was computed from."""

    made: str
    parts: msgspec.Raw
    disputes: msgspec.Raw


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A block as it is kept: a question decodes only the parts that it is about."""

    shares: tuple[Share, ...]


_BODY = msgspec.json.Decoder(Body)
_PARTS = msgspec.json.Decoder(tuple[Part, ...])
_DISPUTES = msgspec.json.Decoder(tuple[Dispute, ...])
_ENTRIES = msgspec.json.Decoder(tuple[Entry, ...])
_IMPRINTS = msgspec.json.Decoder(dict[str, Imprint])
_CLAIMS = msgspec.json.Decoder(tuple[Claim, ...])


@dataclass(frozen=True, slots=True)
class Former:
    """A block as it was kept before, and the hashes of its claims by id and reading, as far as they are at hand."""

    body: bytes | None = None
    hashes: Mapping[tuple[str, str], int] = field(default_factory=dict)


NO_FORMER = Former()


def write_body(claims: Iterable[Claim], known: Known, told: Sequence[str], former: Former = NO_FORMER) -> bytes:
    """The claims of one block reconciled; `told` is all that the outcome depends on beside them.

    The bytes are the same with and without what was kept.
    """
    by_id: dict[str, Claim] = {}
    for claim in claims:
        twin = by_id.get(claim.id)
        by_id[claim.id] = claim if twin is None else min(twin, claim, key=lambda one: (one.reading, one.confidence, one.rule))
    kept = {share.made: share for share in _BODY.decode(former.body).shares} if former.body else {}
    shares = []
    for share in find_shares(list(by_id.values()), known) if by_id else []:
        hashes = (former.hashes.get((claim.id, claim.reading)) or hash_kept(claim, known.documents) for claim in share)
        made = hashlib.blake2b("\n".join((change_digest(NO_CLAIMS, hashes), *told)).encode(), digest_size=16).hexdigest()
        shares.append(kept.get(made) or _write_share(made, share, known))
    return msgspec.json.encode(Body(shares=tuple(shares)))


def hash_kept(claim: Claim, documents: Mapping[str, KeptDocument]) -> int:
    """As the record hashes the claim; of one whose document changed or went since it was read, another one."""
    kept = documents.get(claim.document)
    return hash_claim(claim.id, claim.reading, kept.said.isoformat(), is_bound=kept.said_is_bound) if kept is not None else 0


def read_body(raw: bytes, kind: str, scope: Scope) -> tuple[Reconciled, dict[str, Claim], dict[str, Imprint]]:
    """The lines of a kept block that are in the scope, its disagreements, and the claims and documents of the lines."""
    shares = _BODY.decode(raw).shares
    parts = [part for share in shares for part in _PARTS.decode(share.parts) if scope.may_hold(kind, part.sides)]
    entries = tuple(entry for part in parts for entry in _ENTRIES.decode(part.entries))
    claims = {entry.claim.id: entry.claim for entry in entries}
    claims.update((claim.id, claim) for part in parts for claim in _CLAIMS.decode(part.rest))
    imprints: dict[str, Imprint] = {}
    for part in parts:
        imprints |= _IMPRINTS.decode(part.imprints)
    disputes = join_conflicts(dispute for share in shares for dispute in _DISPUTES.decode(share.disputes)) if entries else ()
    return Reconciled(entries, disputes), claims, imprints


def _write_share(made: str, claims: Sequence[Claim], known: Known) -> Share:
    by_id = {claim.id: claim for claim in claims}
    outcome = reconcile_block(claims, known)
    rows: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in outcome.entries:
        rows[_sides_of(entry, by_id)].append(entry)
    parts = [_write_part(sides, rows[sides], by_id, known) for sides in sorted(rows)]
    return Share(made=made, parts=msgspec.Raw(msgspec.json.encode(parts)), disputes=msgspec.Raw(msgspec.json.encode(outcome.disputes)))


def _sides_of(entry: Entry, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """All sides that any report of the line names."""
    return tuple(sorted({code for name in (*entry.support, *entry.against) for code in find_sides(claims[name])}))


def _write_part(sides: tuple[str, ...], entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Part:
    names = {name for entry in entries for name in (*entry.support, *entry.against)}
    rest = sorted(names - {entry.claim.id for entry in entries})
    others = msgspec.json.encode([claims[name] for name in rest])
    documents = [known.documents[document] for document in sorted({claims[name].document for name in names})]
    imprints = msgspec.json.encode({kept.id: Imprint(kept.file, kept.said, kept.said_is_bound) for kept in documents})
    return Part(sides=sides, entries=msgspec.Raw(msgspec.json.encode(entries)), rest=msgspec.Raw(others), imprints=msgspec.Raw(imprints))
