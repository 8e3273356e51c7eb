"""Lines and disagreements as the record keeps them: computed once for each block, and again only where something it rests on changed."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from dragoman.desk.corrections import Corrections
from dragoman.model import Claim, Dispute, Entry
from dragoman.model.digests import NO_CLAIMS, change_digest, hash_claim
from dragoman.model.ports import ClaimStore, Clocks, Imprint, KeptBlock, KeptDocument
from dragoman.model.sides import ALL, Scope, find_sides
from dragoman.reconcile.blocks import find_block
from dragoman.reconcile.entries import reconcile_block
from dragoman.reconcile.known import Known, Reconciled

NOW = Clocks()
HOME = Path(__file__).parent.parent
ROOMS = ("know", "model", "reconcile")
MOST = 64
"""Blocks that are computed before they are written."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a block that name these sides and no others; `rest` are their claims that do not speak for a line."""

    sides: tuple[str, ...]
    entries: msgspec.Raw
    rest: msgspec.Raw
    imprints: msgspec.Raw
    """Those of the documents of all these claims."""


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A block as it is kept: a question decodes only the parts that it is about."""

    parts: tuple[Part, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the blocks in a scope came to, with the claims in them; conflicts are as if nobody had settled any."""

    made: tuple[Reconciled, ...]
    claims: dict[str, Claim]
    imprints: dict[str, Imprint]


_BODY = msgspec.json.Decoder(Body)
_ENTRIES = msgspec.json.Decoder(tuple[Entry, ...])
_IMPRINTS = msgspec.json.Decoder(dict[str, Imprint])
_CLAIMS = msgspec.json.Decoder(tuple[Claim, ...])


@cache
def fingerprint() -> str:
    """Sixteen hexadecimal digits of the code and knowledge that lines are computed with: any change makes all blocks be computed again."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(path for room in ROOMS for path in (HOME / room).rglob("*") if path.suffix in (".py", ".toml")):
        digest.update(path.relative_to(HOME).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def find_blocks(store: ClaimStore, corrections: Corrections, scope: Scope = ALL) -> Found:
    """What the blocks in the scope came to, as kept; those that are missing or out of date are computed and kept first."""
    store.blocks.fold(fingerprint(), find_block)
    blocks = _list_blocks(store, corrections, scope, bodies=True)
    due = [block for block in blocks if block.made != name_inputs(block, corrections)]
    fresh = {block.name: block.body for block in refresh(store, corrections, due)}
    return _gather(((block.name, fresh.get(block.name, block.body)) for block in blocks), scope)


def compute_blocks(store: ClaimStore, corrections: Corrections, scope: Scope, clocks: Clocks) -> Found:
    """As `find_blocks`, of a moment in the past: computed now and not kept."""
    store.blocks.fold(fingerprint(), find_block)
    names = [block.name for block in _list_blocks(store, corrections, scope, bodies=False)]
    return _gather(((name, body) for name, _, body in _compute(store, corrections, names, clocks)), scope)


def refresh(store: ClaimStore, corrections: Corrections, due: Sequence[KeptBlock]) -> Iterator[KeptBlock]:
    """The blocks that are due, computed and kept; a stop in between loses only what was not reached.

    What another writer changed between the digest and the claims answers this question, but is not kept: it stays due.
    """
    for start in range(0, len(due), MOST):
        blocks = {block.name: block for block in due[start : start + MOST]}
        made = {name: (digest, body) for name, digest, body in _compute(store, corrections, list(blocks), NOW)}
        fresh = [KeptBlock(name, block.digest, name_inputs(block, corrections), made[name][1]) for name, block in blocks.items()]
        store.blocks.keep(block for block in fresh if block.digest == made[block.name][0])
        yield from fresh


def find_due(store: ClaimStore, corrections: Corrections) -> list[KeptBlock]:
    """The blocks of the whole record that are missing or out of date."""
    store.blocks.fold(fingerprint(), find_block)
    return [block for block in _list_blocks(store, corrections, ALL, bodies=False) if block.made != name_inputs(block, corrections)]


def name_inputs(block: KeptBlock, corrections: Corrections) -> str:
    """A digest of all that the outcome of the block depends on: its claims as read, what people made of them, and the code."""
    told = [block.digest, fingerprint(), *corrections.lines(block.name)]
    return hashlib.blake2b("\n".join(told).encode(), digest_size=16).hexdigest()


def _list_blocks(store: ClaimStore, corrections: Corrections, scope: Scope, *, bodies: bool) -> list[KeptBlock]:
    """The blocks of a scope, and those which a correction may have brought into it."""
    blocks = {block.name: block for block in store.blocks.find(scope, corrections.names, bodies=bodies)}
    missing = [name for name in corrections.names if name not in blocks]
    if missing:
        store.blocks.keep(KeptBlock(name, "") for name in missing)
        blocks |= {block.name: block for block in store.blocks.find(scope, missing, bodies=bodies)}
    return [blocks[name] for name in sorted(blocks)]


def _compute(store: ClaimStore, corrections: Corrections, names: Sequence[str], clocks: Clocks) -> Iterator[tuple[str, str, bytes]]:
    """Of each block the digest of the claims that were read and what they come to, with the documents of the claims for their days."""
    blocks: dict[str, list[Claim]] = {name: [] for name in names}
    for name, claim in store.blocks.claims(names, clocks):
        blocks[name].append(claim)
    standing = {name: corrections.apply(name, blocks[name]) for name in names}
    ids = {claim.document for claims in (*blocks.values(), *standing.values()) for claim in claims}
    known = Known({kept.id: kept for kept in store.documents(clocks, ids=ids)} if ids else {})
    for name in names:
        digest = change_digest(NO_CLAIMS, (_hash_claim(claim, known.documents) for claim in blocks[name]))
        yield name, digest, write_body([claim for claim in standing[name] if claim.document in known.documents], known)


def _hash_claim(claim: Claim, documents: Mapping[str, KeptDocument]) -> int:
    """As the record hashes it; of a claim whose document changed or went since it was read, another one."""
    kept = documents.get(claim.document)
    return hash_claim(claim.id, claim.reading, kept.said.isoformat(), is_bound=kept.said_is_bound) if kept is not None else 0


def write_body(claims: Iterable[Claim], known: Known) -> bytes:
    """The claims of one block reconciled, in bytes that depend on nothing but them and what is known."""
    by_id: dict[str, Claim] = {}
    for claim in claims:
        twin = by_id.get(claim.id)
        by_id[claim.id] = claim if twin is None else min(twin, claim, key=lambda one: (one.reading, one.confidence, one.rule))
    made = reconcile_block(list(by_id.values()), known)
    parts: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in made.entries:
        parts[_sides_of(entry, by_id)].append(entry)
    body = Body(parts=tuple(_write_part(sides, parts[sides], by_id, known) for sides in sorted(parts)), disputes=made.disputes)
    return msgspec.json.encode(body)


def _sides_of(entry: Entry, claims: dict[str, Claim]) -> tuple[str, ...]:
    """All sides that any report of the line names."""
    return tuple(sorted({code for name in (*entry.support, *entry.against) for code in find_sides(claims[name])}))


def _write_part(sides: tuple[str, ...], entries: list[Entry], claims: dict[str, Claim], known: Known) -> Part:
    names = {name for entry in entries for name in (*entry.support, *entry.against)}
    rest = sorted(names - {entry.claim.id for entry in entries})
    others = msgspec.json.encode([claims[name] for name in rest])
    documents = [known.documents[document] for document in sorted({claims[name].document for name in names})]
    imprints = msgspec.json.encode({kept.id: Imprint(kept.file, kept.said, kept.said_is_bound) for kept in documents})
    return Part(sides=sides, entries=msgspec.Raw(msgspec.json.encode(entries)), rest=msgspec.Raw(others), imprints=msgspec.Raw(imprints))


def _gather(bodies: Iterable[tuple[str, bytes | None]], scope: Scope) -> Found:
    """The lines in the scope of these blocks, and their claims."""
    made: list[Reconciled] = []
    claims: dict[str, Claim] = {}
    imprints: dict[str, Imprint] = {}
    for name, raw in bodies:
        if raw is None:
            continue
        body = _BODY.decode(raw)
        kind = name.partition("|")[0]
        parts = [part for part in body.parts if scope.may_hold(kind, part.sides)]
        entries = [entry for part in parts for entry in _ENTRIES.decode(part.entries)]
        claims.update((entry.claim.id, entry.claim) for entry in entries)
        claims.update((claim.id, claim) for part in parts for claim in _CLAIMS.decode(part.rest))
        for part in parts:
            imprints |= _IMPRINTS.decode(part.imprints)
        if entries:
            made.append(Reconciled(tuple(entries), body.disputes))
    return Found(tuple(made), claims, imprints)
