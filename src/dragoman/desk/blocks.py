"""Blocks that were reconciled already: after an addition or a judgement only those that it touches are computed again."""

import threading
from collections import defaultdict
from collections.abc import Iterable

from dragoman.model import Claim
from dragoman.reconcile.blocks import find_block
from dragoman.reconcile.entries import join_blocks, reconcile_block
from dragoman.reconcile.known import Known, Reconciled

MOST = 20_000
"""Blocks that are kept at a time."""


class Blocks:
    """What the blocks came to, by everything that it was computed from: claims, documents, settled conflicts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[tuple[str, int], Reconciled] = {}

    def reconcile(self, claims: Iterable[Claim], known: Known) -> Reconciled:
        """As `reconcile.entries.reconcile`, which it equals for any claims."""
        blocks: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in claims:
            block = blocks[find_block(claim)]
            twin = block.get(claim.id)
            block[claim.id] = claim if twin is None else min(twin, claim, key=lambda one: (one.reading, one.confidence, one.rule))
        settled = hash(frozenset(known.resolved.items()))
        return join_blocks(self._fetch(name, list(blocks[name].values()), known, settled) for name in sorted(blocks))

    def _fetch(self, name: str, claims: list[Claim], known: Known, settled: int) -> Reconciled:
        documents = {claim.document for claim in claims}
        key = (name, hash((settled, frozenset(claims), frozenset((document, known.documents.get(document)) for document in documents))))
        with self._lock:
            made = self._made.pop(key, None)
        if made is None:
            made = reconcile_block(claims, known)
        with self._lock:
            self._made[key] = made
            while len(self._made) > MOST:
                del self._made[next(iter(self._made))]
        return made
