"""What people made of single claims – rejected, corrected, added – by the blocks that it changes."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.model import Claim, Judged
from dragoman.model.ports import ClaimStore
from dragoman.reconcile.blocks import find_block
from dragoman.reconcile.judged import apply_judged

CHANGES = frozenset({"reject", "accept", "correct", "add"})


class Corrections:
    """For each block the claims that people took from it and those that they brought into it."""

    def __init__(self, store: ClaimStore, judged: Sequence[Judged]) -> None:
        told = [found for found in judged if found.judgement.verdict in CHANGES]
        added = {found.added.id: found.added for found in told if found.added is not None}
        names = sorted({name for found in told for name in found.claims} - added.keys())
        read = {claim.id: claim for name in names for claim in store.find_claim(name) if claim.id == name}
        self._gone: set[str] = set()
        self._come: dict[str, list[Claim]] = defaultdict(list)
        self._lines: dict[str, list[str]] = defaultdict(list)
        standing = {claim.id: claim for claim in apply_judged([*read.values(), *added.values()], told)}
        documents = {claim.document for claim in standing.values()}
        self._documents = {kept.id: kept for kept in store.documents(ids=documents)} if documents else {}
        for name in sorted(read.keys() | added.keys()):
            self._note(read.get(name), standing.get(name))

    def _note(self, before: Claim | None, after: Claim | None) -> None:
        if before == after:
            return
        if before is not None:
            self._gone.add(before.id)
            self._lines[find_block(before)].append(f"-{before.id}")
        if after is not None:
            self._come[find_block(after)].append(after)
            kept = self._documents.get(after.document)
            said = f"{kept.said}{'<' if kept.said_is_bound else ''}" if kept is not None else "-"
            self._lines[find_block(after)].append(f"+{hashlib.blake2b(msgspec.json.encode(after), digest_size=16).hexdigest()} {said}")

    @property
    def names(self) -> list[str]:
        """The blocks that are otherwise than they were read."""
        return sorted(self._lines)

    def lines(self, block: str) -> tuple[str, ...]:
        """What was changed in a block, one word for each claim; nothing where nobody touched it."""
        return tuple(sorted(self._lines.get(block, ())))

    def apply(self, block: str, claims: Iterable[Claim]) -> list[Claim]:
        """The claims of a block as they stand."""
        return [*(claim for claim in claims if claim.id not in self._gone), *self._come.get(block, ())]
