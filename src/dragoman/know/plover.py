"""PLOVER's types, modes, quads, intensities and contexts: the single source for its codes."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from dragoman.model import PloverType

TABLE = Path(__file__).parent / "data" / "plover.toml"


class TypeCode(msgspec.Struct, frozen=True, kw_only=True):
    """One type of event: its quad (1 verbal cooperation to 4 material conflict) and intensities (−10 to 10)."""

    code: PloverType
    quad: int
    intensity: float
    modes: dict[str, float]

    def intensity_of(self, mode: str | None) -> float:
        """The intensity of a mode, else of the type."""
        return self.modes.get(mode, self.intensity) if mode is not None else self.intensity


class Plover(msgspec.Struct, frozen=True):
    """The ontology as a table."""

    types: dict[PloverType, TypeCode]
    contexts: tuple[str, ...]

    def type_of(self, code: PloverType) -> TypeCode:
        """The entry of a type."""
        return self.types[code]


@cache
def load_plover() -> Plover:
    """The ontology from `data/plover.toml`."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    types = [msgspec.convert(row, TypeCode) for row in table["type"]]
    return Plover({row.code: row for row in types}, tuple(table["contexts"]["names"]))
