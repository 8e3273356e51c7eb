"""A desk in one SQLite file: several may read while one writes, and a killed writer leaves nothing half-written."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from dragoman.model import BadInput, DragomanError
from dragoman.record.migrations import make_schema, migrate
from dragoman.record.sql import SqlStore

APPLICATION = 0x44524147
"""`DRAG`: how a file says that it is a desk."""
PATIENCE = 30
"""Seconds to wait for another writer."""


def create_desk(path: Path) -> SqlStore:
    """A new, empty desk in the file `path`, which must not exist."""
    if path.exists():
        raise DragomanError(f"{path}: exists already; add documents to it with: dragoman add PATHS --desk {path}")
    if not path.parent.is_dir():
        raise BadInput(f"{path}: there is no folder {path.parent}")
    engine = _connect(path)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    make_schema(engine)
    return SqlStore(engine)


def open_desk(path: Path) -> SqlStore:
    """The desk in the file `path`, brought up to the present schema."""
    if not path.is_file():
        raise BadInput(f"{path}: there is no such desk; make one with: dragoman init {path}")
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\x00":
            raise BadInput(f"{path}: is no desk")
    engine = _connect(path)
    try:
        migrate(engine, str(path))
    except DatabaseError as error:
        raise BadInput(f"{path}: cannot be opened as a desk ({error.orig})") from error
    return SqlStore(engine)


def _connect(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 (SQLAlchemy's own record of the connection)
    """Write-ahead log (readers never wait), foreign keys, and a commit that survives loss of power."""
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin for real: a writer takes its lock at once instead of failing half-way."""
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
