"""Views and answers that were made already, kept while the record is as it was."""

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 32
"""Views and answers that are kept at a time."""


class Views:
    """The last views and answers by what they were made of; all are forgotten as soon as the record has another revision."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._revision: tuple[int, ...] = ()
        self._made: dict[Hashable, Any] = {}

    def fetch(self, key: Hashable, revision: tuple[int, ...], make: Callable[[], T]) -> T:
        """What was made of this before, else a new one."""
        with self._lock:
            if revision != self._revision:
                self._revision, self._made = revision, {}
            known: T | None = self._made.get(key)
        if known is not None:
            return known
        made = make()
        with self._lock:
            if revision == self._revision:
                self._made[key] = made
                while len(self._made) > MOST:
                    del self._made[next(iter(self._made))]
        return made
