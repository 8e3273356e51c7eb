"""What a change is measured against: the words of its base as a time.

Source: `data/comparisons.toml`.
"""

import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "comparisons.toml"


@cache
def _year_before() -> tuple[str, ...]:
    with TABLE.open("rb") as opened:
        return tuple(word for words in tomllib.load(opened)["year_before"].values() for word in words)


def is_year_before(base: str) -> bool:
    """Whether the words of a base mean the same time of the year before."""
    return any(word in base.casefold() for word in _year_before())
