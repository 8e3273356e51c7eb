"""News outlets and firms by the state that they are based in."""

import tomllib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def load_outlets() -> dict[str, str]:
    """The code of the state of each outlet, from `data/outlets.toml`."""
    return _by_name("outlets")


@cache
def load_firms() -> dict[str, str]:
    """The code of the state of each firm, from `data/firms.toml`."""
    return _by_name("firms")


def _by_name(table: str) -> dict[str, str]:
    with (DATA / f"{table}.toml").open("rb") as opened:
        rows: dict[str, list[str]] = tomllib.load(opened)[table]
    return {name: code for code, names in rows.items() for name in names}
