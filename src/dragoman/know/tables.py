"""Tables of knowledge in TOML, each read once."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def load_table(path: Path) -> dict[str, dict[str, str]]:
    """The table in a file: sections of words."""
    with path.open("rb") as opened:
        table: dict[str, dict[str, str]] = tomllib.load(opened)
    return table
