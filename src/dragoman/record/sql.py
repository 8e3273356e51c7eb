"""A store of claims in a relational database: the same statements for SQLite and PostgreSQL."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, Engine, Row, and_, func, insert, select, update

from dragoman.model import Claim, Document, DragomanError, Judgement, Reading, ReadOptions, Trouble
from dragoman.model.ports import ArchivedDocument, BlockStore, Clocks, Hit, KeptDocument
from dragoman.model.sides import ALL, Scope, find_sides
from dragoman.record.active import find_active
from dragoman.record.clocks import find_said, parse_stamp, write_stamp
from dragoman.record.schema import ACTIVATIONS, BLOBS, CLAIMS, DOCUMENTS, JUDGEMENTS, READINGS, SIDES, TROUBLES
from dragoman.record.scoping import in_scope
from dragoman.record.sql_blocks import SqlBlocks
from dragoman.record.words import index_claims, index_document, search_words

NOW = Clocks()
CHUNK = 500
"""Rows per statement, far below the limits of either database."""


class SqlStore:
    """Documents, readings, claims, judgements and troubles behind one engine; each method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine | None = None) -> None:
        self._engine = engine
        self._writer = writer or engine.execution_options(write=True)
        self.blocks: BlockStore = SqlBlocks(self._engine, self._writer)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def keep(self, archived: ArchivedDocument, reading: Reading, options: ReadOptions, at: datetime) -> bool:
        """Whether anything was new: bytes, document and reading kept and the reading made active, all or nothing."""
        document, stamp = archived.document, write_stamp(at)
        with self._writer.begin() as connection:
            new_document = _write_document(connection, document, archived.raw, stamp)
            new_reading = _write_reading(connection, reading, options, stamp)
            switched = _switch(connection, reading.document, reading.version, stamp)
        return new_document or new_reading or switched

    def keep_reading(self, reading: Reading, options: ReadOptions, at: datetime) -> bool:
        """Whether it was new: one more reading of a kept document, not yet active."""
        with self._writer.begin() as connection:
            return _write_reading(connection, reading, options, write_stamp(at))

    def activate(self, readings: Sequence[tuple[str, str]], at: datetime) -> int:
        """How many documents switched to the reading named by (document, version), all or none."""
        with self._writer.begin() as connection:
            return sum(_switch(connection, document, version, write_stamp(at)) for document, version in readings)

    def keep_troubles(self, troubles: Iterable[Trouble], at: datetime) -> int:
        """How many troubles were new."""
        kept = 0
        with self._writer.begin() as connection:
            for trouble in troubles:
                row = {"document": trouble.document, "stage": trouble.stage, "why": trouble.why}
                known = select(TROUBLES.c.seq).where(*(TROUBLES.c[name] == value for name, value in row.items()))
                if connection.execute(known).first() is None:
                    connection.execute(insert(TROUBLES), row | {"body": _dump(trouble), "added_at": write_stamp(at)})
                    kept += 1
        return kept

    def keep_judgement(self, judgement: Judgement) -> bool:
        """Whether it was new."""
        with self._writer.begin() as connection:
            if connection.execute(select(JUDGEMENTS.c.seq).where(JUDGEMENTS.c.id == judgement.id)).first():
                return False
            row = {"id": judgement.id, "verdict": judgement.verdict, "by": judgement.by, "at": write_stamp(judgement.at), "body": _dump(judgement)}
            connection.execute(insert(JUDGEMENTS), row)
            return True

    def documents(self, clocks: Clocks = NOW, scope: Scope = ALL, ids: Iterable[str] = ()) -> list[KeptDocument]:
        """Documents that have an active reading, in the order in which they came; of a scope those with such claims, of `ids` those named."""
        query, named = find_active(clocks), sorted(set(ids))
        if scope != ALL:
            query = query.where(READINGS.c.seq.in_(select(CLAIMS.c.reading).where(*in_scope(scope, CLAIMS, SIDES, "claim"))))
        queries = [query.where(DOCUMENTS.c.id.in_(named[start : start + CHUNK])) for start in range(0, len(named), CHUNK)] or [query]
        with self._engine.begin() as connection:
            return [_kept_document(row) for query in queries for row in connection.execute(query)]

    def claims(self, clocks: Clocks = NOW, scope: Scope = ALL) -> Iterator[Claim]:
        """Claims of active readings that are in the scope, by document and place."""
        active = find_active(clocks).with_only_columns(READINGS.c.seq, BLOBS.c.added_at, DOCUMENTS.c.seq.label("number")).order_by(None).subquery()
        query = select(CLAIMS.c.body).join(active, CLAIMS.c.reading == active.c.seq).where(*in_scope(scope, CLAIMS, SIDES, "claim"))
        query = query.order_by(active.c.added_at, active.c.number, CLAIMS.c.position).execution_options(yield_per=2 * CHUNK)
        with self._engine.begin() as connection, connection.execute(query) as rows:
            for body in rows.scalars():
                yield _load_claim(body)

    def revision(self) -> tuple[int, ...]:
        """Numbers that grow with everything that may change an answer."""
        with self._engine.begin() as connection:
            return tuple(connection.execute(select(func.max(table.c.seq))).scalar() or 0 for table in (ACTIVATIONS, JUDGEMENTS))

    def find_claim(self, id: str) -> list[Claim]:
        """Claims of active readings whose id begins with `id`; of former readings where no active one has it."""
        query = select(CLAIMS.c.body, READINGS.c.active).join(READINGS, CLAIMS.c.reading == READINGS.c.seq)
        query = query.where(*_begins(CLAIMS.c.id, id)).order_by(CLAIMS.c.seq)
        with self._engine.begin() as connection:
            rows = connection.execute(query).all()
        bodies = [body for body, active in rows if active] or [body for body, _ in rows]
        return list({claim.id: claim for claim in map(_load_claim, bodies)}.values())

    def find_document(self, id: str) -> list[str]:
        """Ids of the documents that begin with `id`."""
        query = select(DOCUMENTS.c.id).where(*_begins(DOCUMENTS.c.id, id)).order_by(DOCUMENTS.c.seq)
        with self._engine.begin() as connection:
            return list(connection.execute(query).scalars())

    def load_document(self, id: str) -> Document | None:
        """The document with its text."""
        with self._engine.begin() as connection:
            body = connection.execute(select(DOCUMENTS.c.body).where(DOCUMENTS.c.id == id)).scalar()
        return None if body is None else msgspec.json.decode(body, type=Document)

    def load_raw(self, sha256: str) -> bytes | None:
        """The archived bytes."""
        with self._engine.begin() as connection:
            raw = connection.execute(select(BLOBS.c.raw).where(BLOBS.c.sha256 == sha256)).scalar()
        return None if raw is None else zlib.decompress(raw)

    def load_reading(self, document: str, version: str) -> Reading | None:
        """A reading, active or not."""
        with self._engine.begin() as connection:
            where = and_(READINGS.c.document == document, READINGS.c.version == version)
            row = connection.execute(select(READINGS.c.seq, READINGS.c.rest).where(where)).first()
            if row is None:
                return None
            bodies = connection.execute(select(CLAIMS.c.body).where(CLAIMS.c.reading == row.seq).order_by(CLAIMS.c.position)).scalars()
            claims = tuple(_load_claim(body) for body in bodies)
        return msgspec.structs.replace(msgspec.json.decode(row.rest, type=Reading), claims=claims)

    def search(self, terms: Sequence[str], most: int) -> list[Hit]:
        """Sentences and claims that hold any of the terms, the likeliest first; a term that ends in `*` is a beginning."""
        with self._engine.begin() as connection:
            return search_words(connection, terms, most)

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""
        with self._engine.begin() as connection:
            bodies = connection.execute(select(JUDGEMENTS.c.body).order_by(JUDGEMENTS.c.seq)).scalars()
            return [msgspec.json.decode(body, type=Judgement) for body in bodies]

    def troubles(self) -> list[Trouble]:
        """All troubles, those of active readings included."""
        with self._engine.begin() as connection:
            own = [msgspec.json.decode(body, type=Trouble) for body in connection.execute(select(TROUBLES.c.body).order_by(TROUBLES.c.seq)).scalars()]
            rests = connection.execute(select(READINGS.c.rest).where(READINGS.c.active).order_by(READINGS.c.seq)).scalars()
            return own + [trouble for rest in rests for trouble in msgspec.json.decode(rest, type=Reading).troubles]

    def blobs(self) -> Iterator[tuple[str, bytes | None]]:
        """Each archived file: the digest it goes by and its bytes (`None`: they cannot be unpacked)."""
        with self._engine.begin() as connection:
            names = list(connection.execute(select(BLOBS.c.sha256).order_by(BLOBS.c.sha256)).scalars())
        for name in names:
            try:
                yield name, self.load_raw(name)
            except zlib.error:
                yield name, None

    def editions(self) -> Iterator[str]:
        """Ids of all documents, superseded editions included."""
        with self._engine.begin() as connection:
            yield from list(connection.execute(select(DOCUMENTS.c.id).order_by(DOCUMENTS.c.seq)).scalars())


def _begins(column: Column[str], start: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Ids that begin so, as a range, which both databases look up in the index; ids are ASCII."""
    return column >= start, column < start + "\x7f"


def _dump(value: object) -> str:
    return msgspec.json.encode(value).decode()


@lru_cache(maxsize=1024)
def _load_options(body: str) -> ReadOptions:
    return msgspec.json.decode(body, type=ReadOptions)


_CLAIMS = msgspec.json.Decoder(Claim)


def _load_claim(body: str) -> Claim:
    return _CLAIMS.decode(body)  # type: ignore[no-any-return]


def _write_document(connection: Connection, document: Document, raw: bytes, stamp: str) -> bool:
    """Whether the document was new."""
    if connection.execute(select(DOCUMENTS.c.seq).where(DOCUMENTS.c.id == document.id)).first():
        return False
    if hashlib.sha256(raw).hexdigest() != document.sha256:
        raise DragomanError(f"{document.file}: the bytes do not have the digest in the document's id; nothing was kept")
    if connection.execute(select(BLOBS.c.size).where(BLOBS.c.sha256 == document.sha256)).first() is None:
        blob = {"sha256": document.sha256, "raw": zlib.compress(raw, 6), "size": len(raw), "added_at": stamp}
        connection.execute(insert(BLOBS), blob)
    row = {
        "id": document.id,
        "sha256": document.sha256,
        "file": document.file,
        "language": document.language,
        "title": document.title,
        "outlet": document.outlet,
        "translated_from": document.translated_from,
        "published": document.published.isoformat() if document.published else None,
        "body": _dump(document),
        "added_at": stamp,
    }
    connection.execute(insert(DOCUMENTS), row)
    index_document(connection, document)
    return True


def _write_reading(connection: Connection, reading: Reading, options: ReadOptions, stamp: str) -> bool:
    """Whether the reading was new."""
    where = and_(READINGS.c.document == reading.document, READINGS.c.version == reading.version)
    if connection.execute(select(READINGS.c.seq).where(where)).first():
        return False
    body = connection.execute(select(DOCUMENTS.c.body).where(DOCUMENTS.c.id == reading.document)).scalar()
    if body is None:
        raise DragomanError(f"a reading of a document that the record does not have: {reading.document}")
    document = msgspec.json.decode(body, type=Document)
    said = find_said(document, options)
    row = {
        "document": reading.document,
        "sha256": document.sha256,
        "version": reading.version,
        "said": said.isoformat() if said else None,
        "options": _dump(options),
        "rest": _dump(msgspec.structs.replace(reading, claims=())),
        "n_claims": len(reading.claims),
        "active": False,
        "added_at": stamp,
    }
    seq = connection.execute(insert(READINGS).returning(READINGS.c.seq), row).scalar_one()
    rows = [_claim_row(claim, seq, position) for position, claim in enumerate(reading.claims)]
    if rows:
        numbers = connection.execute(insert(CLAIMS).returning(CLAIMS.c.seq, sort_by_parameter_order=True), rows).scalars().all()
        index_claims(connection, reading.document, zip(numbers, reading.claims, strict=True))
        sides = [{"code": code, "claim": number} for number, claim in zip(numbers, reading.claims, strict=True) for code in find_sides(claim)]
        if sides:
            connection.execute(insert(SIDES), sides)
    return True


def _claim_row(claim: Claim, reading: int, position: int) -> dict[str, object]:
    start, end = (claim.when.start, claim.when.end) if claim.when else (None, None)
    return {
        "id": claim.id,
        "reading": reading,
        "position": position,
        "kind": claim.kind,
        "start": claim.span.start,
        "stop": claim.span.stop,
        "modality": claim.modality,
        "when_from": start.isoformat() if start else None,
        "when_to": end.isoformat() if end else None,
        "body": _dump(claim),
    }


def _switch(connection: Connection, document: str, version: str, stamp: str) -> bool:
    """Whether the reading became active by this call; the former one of the same bytes stops being so."""
    where = and_(READINGS.c.document == document, READINGS.c.version == version)
    row = connection.execute(select(READINGS.c.seq, READINGS.c.sha256, READINGS.c.active).where(where)).first()
    if row is None:
        raise DragomanError(f"no reading {version} of {document} to make active")
    if row.active:
        return False
    connection.execute(update(READINGS).where(READINGS.c.sha256 == row.sha256, READINGS.c.active).values(active=False))
    connection.execute(update(READINGS).where(READINGS.c.seq == row.seq).values(active=True))
    connection.execute(insert(ACTIVATIONS), {"reading": row.seq, "sha256": row.sha256, "at": stamp})
    return True


def _said(said: str | None, added_at: str) -> tuple[date, bool]:
    """The day of publication, and whether it is only the day by which it must have been published."""
    return (date.fromisoformat(said), False) if said else (parse_stamp(added_at).date(), True)


def _kept_document(row: Row[Any]) -> KeptDocument:
    said, is_bound = _said(row.said, row.added_at)
    return KeptDocument(
        id=row.id,
        sha256=row.sha256,
        file=row.file,
        language=row.language,
        title=row.title,
        outlet=row.outlet,
        said=said,
        said_is_bound=is_bound,
        added_at=parse_stamp(row.added_at),
        version=row.version,
        options=_load_options(row.options),
        n_claims=row.n_claims,
        translated_from=row.translated_from,
    )
