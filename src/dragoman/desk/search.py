"""The search of a view: what the index of the record finds, and claims that people added or corrected, which no index knows."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.model import Claim, Judged
from dragoman.model.ports import ClaimStore, Hit


class Search:
    """Places that hold any of some terms, the likeliest first; those of people's own claims, which are few, come last, all of them."""

    def __init__(self, store: ClaimStore, claims: Mapping[str, Claim], judged: Iterable[Judged]) -> None:
        self._store = store
        told = (name for found in judged if found.judgement.verdict in ("add", "correct") for name in found.claims)
        self._told = tuple(Hit(claims[name].document, claims[name].span, name) for name in dict.fromkeys(told) if name in claims)

    def __call__(self, terms: Sequence[str], most: int) -> list[Hit]:
        """The places, at most so many of them from the index."""
        return [*self._store.search(terms, most), *self._told]
