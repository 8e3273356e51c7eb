"""The way from each older schema to the present one: one named step per version, each in a transaction of its own."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, Engine, insert, inspect, select, text, update

from dragoman.model import Claim, Document, DragomanError
from dragoman.model.sides import find_sides
from dragoman.record.schema import BLOBS, BLOCK_CLAIMS, BLOCK_SIDES, BLOCKS, CLAIMS, DOCUMENTS, META, METADATA, SIDES, VERSION
from dragoman.record.words import make_words, mark_edition, refresh_words


def index_sides(connection: Connection) -> None:
    """Version 2: which states each claim is about, so that a question about two of them need not read all."""
    SIDES.create(connection)
    for seq, body in connection.execute(select(CLAIMS.c.seq, CLAIMS.c.body)).all():
        rows = [{"code": code, "claim": seq} for code in find_sides(msgspec.json.decode(body, type=Claim))]
        if rows:
            connection.execute(insert(SIDES), rows)


def add_blocks(connection: Connection) -> None:
    """Version 4: empty tables for computed lines; the next question or addition fills them."""
    METADATA.create_all(connection, [BLOCKS, BLOCK_CLAIMS, BLOCK_SIDES])


def add_translations(connection: Connection) -> None:
    """Version 5: from which language each document says that it was translated."""
    connection.execute(text("ALTER TABLE documents ADD COLUMN translated_from VARCHAR"))
    for seq, body in connection.execute(select(DOCUMENTS.c.seq, DOCUMENTS.c.body)).all():
        found = msgspec.json.decode(body, type=Document).translated_from
        if found is not None:
            connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.seq == seq).values(translated_from=found))


STEPS: dict[int, Callable[[Connection], None]] = {2: index_sides, 3: make_words, 4: add_blocks, 5: add_translations}
"""What makes each version from the one before."""


def read_version(connection: Connection) -> int | None:
    """The version of the schema in the file; `None` where there is none yet."""
    if not inspect(connection).has_table(META.name):
        return None
    value = connection.execute(select(META.c.value).where(META.c.key == "schema")).scalar()
    return None if value is None else int(value)


def make_schema(engine: Engine) -> None:
    """All tables of the present version, in an empty database."""
    with engine.execution_options(write=True).begin() as connection:
        if read_version(connection) is None:
            METADATA.create_all(connection)
            connection.execute(insert(META), {"key": "schema", "value": str(VERSION)})
            mark_edition(connection)


def migrate(engine: Engine, name: str, make: str = "dragoman init NAME.desk") -> None:
    """Bring the schema of the desk `name` up to date; a desk of a newer Dragoman is left alone and refused."""
    with engine.begin() as connection:
        version = read_version(connection)
        if version is None or not inspect(connection).has_table(BLOBS.name):
            raise DragomanError(f"{name}: is no desk; make one with: {make}")
    if version > VERSION:
        raise DragomanError(f"{name}: was written by a newer Dragoman (schema {version}, this one knows {VERSION}); update Dragoman")
    for step in range(version + 1, VERSION + 1):
        with engine.execution_options(write=True).begin() as connection:
            if read_version(connection) == step - 1:
                STEPS[step](connection)
                connection.execute(update(META).where(META.c.key == "schema").values(value=str(step)))
    refresh_words(engine)
