"""A desk in a PostgreSQL database: any number may read, and several may write at the same time."""

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from dragoman.model import BadInput, DragomanError
from dragoman.record.migrations import make_schema, migrate, read_version
from dragoman.record.sql import SqlStore

TURN = 0x64726167
"""Key of the lock that writers take in turn, for the length of one transaction; it belongs to the database."""
OLDEST = 15
"""The oldest PostgreSQL that this is tested with."""


def create_desk(address: str) -> SqlStore:
    """A new, empty desk in the database at `postgresql://user@host/name`, which must hold no desk yet."""
    engine, name = _connect(address)
    with engine.begin() as connection:
        if read_version(connection) is not None:
            raise DragomanError(f"{name}: holds a desk already; add documents to it with: dragoman add PATHS --record {name}")
    make_schema(_write(engine))
    return SqlStore(engine, _write(engine))


def open_desk(address: str) -> SqlStore:
    """The desk in the database at `postgresql://user@host/name`, brought up to the present schema."""
    engine, name = _connect(address)
    migrate(_write(engine), name, make=f"dragoman init {name}")
    return SqlStore(engine, _write(engine))


def _connect(address: str) -> tuple[Engine, str]:
    """An engine that has reached the database, and its name without the password."""
    try:
        url = make_url(address)
        name = url.render_as_string(hide_password=True)
        engine = create_engine(_with_driver(url), isolation_level="REPEATABLE READ")  # a reader sees one moment
    except (ArgumentError, ValueError) as error:
        raise BadInput(f"{address.partition('?')[0]}: is no address of a database; write postgresql://user@host/name") from error
    except (NoSuchModuleError, ImportError) as error:
        raise DragomanError("PostgreSQL needs one more package: pip install 'dragoman[postgres]'") from error
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            version = connection.dialect.server_version_info or (0,)
    except DatabaseError as error:
        raise DragomanError(f"{name}: cannot be reached ({' '.join(str(error.orig).split())})") from error
    if int(version[0]) < OLDEST:
        raise DragomanError(f"{name}: is PostgreSQL {version[0]}; Dragoman needs {OLDEST} or newer")
    return engine, name


def _with_driver(url: URL) -> URL:
    return url.set(drivername="postgresql+psycopg")


def _write(engine: Engine) -> Engine:
    """The same engine for transactions that write: each statement sees what the writers before have kept."""
    return engine.execution_options(write=True, isolation_level="READ COMMITTED")


def _begin(connection: Connection) -> None:
    """A writer waits for its turn before it looks, so that two writers never add the same thing twice."""
    if connection.get_execution_options().get("write", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
