"""The query for the reading of each document that counts under the clocks."""

from sqlalchemy import Select, func, select

from dragoman.model.ports import Clocks
from dragoman.record.clocks import write_stamp
from dragoman.record.schema import ACTIVATIONS, BLOBS, DOCUMENTS, READINGS


def find_active(clocks: Clocks) -> Select[tuple[object, ...]]:
    """The reading of each document that is active now, or was at the moment `clocks.known`."""
    columns = (
        READINGS.c.seq.label("reading"),
        READINGS.c.version,
        READINGS.c.said,
        READINGS.c.options,
        READINGS.c.n_claims,
        *(DOCUMENTS.c[name] for name in ("id", "sha256", "file", "language", "title", "outlet", "translated_from")),
        BLOBS.c.added_at,
    )
    query = select(*columns).join(DOCUMENTS, READINGS.c.document == DOCUMENTS.c.id).join(BLOBS, READINGS.c.sha256 == BLOBS.c.sha256)
    if clocks.known is None:
        query = query.where(READINGS.c.active)
    else:
        last = select(func.max(ACTIVATIONS.c.seq)).where(ACTIVATIONS.c.at <= write_stamp(clocks.known)).group_by(ACTIVATIONS.c.sha256)
        query = query.where(READINGS.c.seq.in_(select(ACTIVATIONS.c.reading).where(ACTIVATIONS.c.seq.in_(last))))
    if clocks.said_by is not None:
        query = query.where(func.coalesce(READINGS.c.said, func.substr(BLOBS.c.added_at, 1, 10)) <= clocks.said_by.isoformat())
    return query.order_by(BLOBS.c.added_at, DOCUMENTS.c.seq)
