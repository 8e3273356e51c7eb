"""The level at which somebody meets: leaders, ministers, deputies, parliament, envoys, military, governors, officials."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "levels.toml"
ORDER = ("leaders", "parliament", "ministers", "deputies", "envoys", "military", "governors", "officials")
"""From the highest down."""


@cache
def load_levels() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each level with the words of its titles, in the order in which they are tried."""
    with TABLE.open("rb") as file:
        return tuple((level["name"], tuple(level["words"])) for level in tomllib.load(file)["level"])


def find_level(title: str) -> str:
    """The level of one title; `officials` where the table does not know it."""
    words = title.casefold()
    return next((name for name, known in load_levels() if any(word in words for word in known)), "officials")


def is_counterpart(title: str) -> bool:
    """Whether an office deals with other states by what it is: that of a leader, or of whoever speaks abroad for a state."""
    return title.casefold() in load_counterparts()


@cache
def load_counterparts() -> frozenset[str]:
    """Titles of the vocabulary whose holders a board names."""
    with TABLE.open("rb") as file:
        return frozenset(tomllib.load(file)["counterparts"]["titles"])


def find_highest(titles: Iterable[str]) -> str | None:
    """The highest level among titles; `None` where there are none."""
    return min(map(find_level, titles), key=ORDER.index, default=None)
