"""Computed blocks that live as long as the process."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.model import Claim
from dragoman.model.digests import NO_CLAIMS, change_digest, hash_claim
from dragoman.model.ports import Clocks, KeptBlock, KeptDocument
from dragoman.model.sides import Scope, find_sides

NOW = Clocks()
ALL = Scope()
Active = Callable[[Clocks], Iterator[tuple[KeptDocument, tuple[Claim, ...]]]]


@dataclass(slots=True)
class MemoryBlocks:
    """Blocks over the active readings that `active` yields under the clocks."""

    active: Active
    _name: Callable[[Claim], str] = field(default=lambda _: "")
    _version: str = ""
    _kept: dict[str, KeptBlock] = field(default_factory=dict)
    _sides: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def fold(self, version: str, name: Callable[[Claim], str]) -> None:
        """Take in what the record learned since the last time."""
        if version != self._version:
            self.clear()
        self._version, self._name = version, name
        hashes: dict[str, list[int]] = {block: [] for block in self._kept}
        for document, claims in self.active(NOW):
            for claim in claims:
                block = name(claim)
                told = hash_claim(claim.id, document.version, document.said.isoformat(), is_bound=document.said_is_bound)
                hashes.setdefault(block, []).append(told)
                self._sides[block].update(find_sides(claim))
        for block, found in hashes.items():
            self._kept[block] = replace(self._kept.get(block, KeptBlock(block, NO_CLAIMS)), digest=change_digest(NO_CLAIMS, found))

    def find(self, scope: Scope = ALL, also: Iterable[str] = (), *, bodies: bool = True) -> list[KeptBlock]:
        """Blocks of the kinds and sides of a scope, and those named; by name."""
        named = set(also)
        found = [name for name in sorted(self._kept) if name in named or scope.may_hold(name, self._sides[name])]
        return [self._kept[name] if bodies else replace(self._kept[name], body=None) for name in found]

    def claims(self, names: Iterable[str], clocks: Clocks = NOW) -> Iterator[tuple[str, Claim]]:
        """Claims of active readings in the blocks of these names, each with its block."""
        wanted = set(names)
        placed = ((self._name(claim), claim) for _, claims in self.active(clocks) for claim in claims)
        return ((block, claim) for block, claim in placed if block in wanted)

    def keep(self, blocks: Iterable[KeptBlock]) -> None:
        """Put what was computed in the place of what was kept; the digest of the claims stays as it is."""
        for block in blocks:
            known = self._kept.get(block.name, KeptBlock(block.name, NO_CLAIMS))
            self._kept[block.name] = replace(known, made=block.made, body=block.body)

    def clear(self) -> None:
        """Forget everything that was computed."""
        self._kept.clear()
        self._sides.clear()
