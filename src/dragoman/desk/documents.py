"""The documents of a view: those of its claims at once, all others only if somebody asks for them."""

from collections.abc import Iterator, Mapping

from dragoman.model.ports import ClaimStore, Clocks, KeptDocument
from dragoman.model.sides import ALL, Scope


class Documents(Mapping[str, KeptDocument]):
    """Documents by their ids, under the clocks; a desk of ten thousand need not load them all to answer about a hundred."""

    def __init__(self, store: ClaimStore, clocks: Clocks, scope: Scope) -> None:
        self._store = store
        self._clocks = clocks
        self._scope = scope
        self._is_whole = self._is_begun = False
        self._kept: dict[str, KeptDocument] = {}

    def __getitem__(self, id: str) -> KeptDocument:
        if not self._is_begun and self._scope != ALL:
            self._kept = {kept.id: kept for kept in self._store.documents(self._clocks, self._scope)}
            self._is_begun = True
        return self._kept[id] if id in self._kept else self._load()[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._load())

    def __len__(self) -> int:
        return len(self._load())

    def _load(self) -> dict[str, KeptDocument]:
        """All of them, in the order in which they came."""
        if not self._is_whole:
            self._kept = {kept.id: kept for kept in self._store.documents(self._clocks)}
            self._is_whole = True
        return self._kept
