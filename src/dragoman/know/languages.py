"""The English name of a language by its code."""

import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "languages.toml"


@cache
def load_language_names() -> dict[str, str]:
    """The names by ISO 639-1 code."""
    with TABLE.open("rb") as file:
        names: dict[str, str] = tomllib.load(file)["languages"]
        return names


def name_language(code: str) -> str:
    """The English name; the code itself where the table has none."""
    return load_language_names().get(code, code)
