"""A desk by its address: a file of SQLite, or a database of PostgreSQL."""

from pathlib import Path

from dragoman.model.ports import ClaimStore, fill_port

SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


def is_database(address: str | Path) -> bool:
    """Whether the address names a database and no file."""
    return str(address).startswith(SCHEMES)


def create_store(address: str | Path) -> ClaimStore:
    """A new, empty desk; a DragomanError where there is one already."""
    return _fill(address, "create_desk")


def open_store(address: str | Path) -> ClaimStore:
    """The desk there, brought up to the present schema; a BadInput where there is none."""
    return _fill(address, "open_desk")


def _fill(address: str | Path, verb: str) -> ClaimStore:
    opened: ClaimStore = (
        fill_port(f"dragoman.record.postgres:{verb}")("postgresql://" + str(address).partition("://")[2])
        if is_database(address)
        else fill_port(f"dragoman.record.sqlite:{verb}")(Path(address))
    )
    return opened
