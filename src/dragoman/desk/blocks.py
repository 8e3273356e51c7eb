"""Lines and disagreements as the record keeps them: computed once for each block, and again only where something it rests on changed."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.desk.bodies import Former, hash_kept, read_body, write_body
from dragoman.desk.corrections import Corrections
from dragoman.model import Claim
from dragoman.model.digests import NO_CLAIMS, change_digest
from dragoman.model.ports import ClaimStore, Clocks, Imprint, KeptBlock
from dragoman.model.sides import ALL, Scope
from dragoman.reconcile.blocks import find_block
from dragoman.reconcile.known import Known, Reconciled

NOW = Clocks()
HOME = Path(__file__).parent.parent
ROOMS = ("know", "model", "reconcile")
NOTHING = Scope(kinds=frozenset({"none"}))
MOST = 64
"""Blocks that are computed before they are written."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the blocks in a scope came to, with the claims in them; conflicts are as if nobody had settled any."""

    made: tuple[Reconciled, ...]
    claims: dict[str, Claim]
    imprints: dict[str, Imprint]


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
    """As `find_blocks`, of a moment in the past: shares that were the same then are taken over, the others computed now and not kept."""
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
    former = {block.name: block.body for block in store.blocks.find(NOTHING, names)}
    for name, claim in store.blocks.claims(names, clocks):
        blocks[name].append(claim)
    standing = {name: corrections.apply(name, blocks[name]) for name in names}
    ids = {claim.document for claims in (*blocks.values(), *standing.values()) for claim in claims}
    known = Known({kept.id: kept for kept in store.documents(clocks, ids=ids)} if ids else {})
    for name in names:
        hashes = [hash_kept(claim, known.documents) for claim in blocks[name]]
        told = [claim for claim in standing[name] if claim.document in known.documents]
        lines = (fingerprint(), *corrections.lines(name))
        body = write_body(told, known, lines, Former(former.get(name), {(c.id, c.reading): told_by for c, told_by in zip(blocks[name], hashes, strict=True)}))
        yield name, change_digest(NO_CLAIMS, hashes), body


def _gather(bodies: Iterable[tuple[str, bytes | None]], scope: Scope) -> Found:
    """The lines in the scope of these blocks, and their claims."""
    made: list[Reconciled] = []
    claims: dict[str, Claim] = {}
    imprints: dict[str, Imprint] = {}
    for name, raw in bodies:
        if raw is None:
            continue
        outcome, told, appeared = read_body(raw, name, scope)
        claims |= told
        imprints |= appeared
        if outcome.entries:
            made.append(outcome)
    return Found(tuple(made), claims, imprints)
