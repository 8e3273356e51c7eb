"""The documents of a view: those of its claims at the first question for one, all others only if somebody asks for them."""

from collections.abc import Iterator, Mapping

from dragoman.model import Claim
from dragoman.model.ports import ClaimStore, Clocks, KeptDocument


class Documents(Mapping[str, KeptDocument]):
    """Documents by their ids, under the clocks; a desk of ten thousand need not load them all to answer about a hundred."""

    def __init__(self, store: ClaimStore, clocks: Clocks, claims: Mapping[str, Claim]) -> None:
        self._store = store
        self._clocks = clocks
        self._claims = claims
        self._is_begun = self._is_whole = False
        self._kept: dict[str, KeptDocument] = {}

    def __getitem__(self, id: str) -> KeptDocument:
        if id not in self._kept and not self._is_begun:
            named = {claim.document for claim in self._claims.values()}
            self._kept = {kept.id: kept for kept in self._store.documents(self._clocks, ids=named)} if named else {}
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
            self._is_begun = self._is_whole = True
        return self._kept
