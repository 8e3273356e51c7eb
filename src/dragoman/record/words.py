"""The index of words: sentences of the texts and claims of the readings by their terms, derived, so that it can be made anew at will."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import DDL, Column, Connection, Engine, ForeignKey, Index, Integer, Table, delete, event, insert, inspect, select, text, update

from dragoman.know.stems import EDITION, find_terms
from dragoman.model import Claim, Document, Span
from dragoman.model.passage import find_passages
from dragoman.model.ports import Hit
from dragoman.record.schema import CLAIMS, DOCUMENTS, META, METADATA, READINGS
from dragoman.record.terms import find_claim_terms

PLACES = Table(
    "places",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", Integer, ForeignKey("documents.seq"), nullable=False),
    Column("claim", Integer, ForeignKey("claims.seq")),  # none: a sentence of the text
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Index("places_by_document", "document"),
)
"""What the index leads to; its rows have the numbers of these."""
MAKE = {
    "sqlite": ("CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5(words, content='', detail=none, tokenize=\"unicode61 remove_diacritics 0\")",),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS terms (place INTEGER PRIMARY KEY REFERENCES places (seq), words TSVECTOR NOT NULL)",
        "CREATE INDEX IF NOT EXISTS terms_by_word ON terms USING gin (words)",
    ),
}
FILL = {
    "sqlite": "INSERT INTO terms (rowid, words) VALUES (:place, :words)",
    "postgresql": "INSERT INTO terms (place, words) VALUES (:place, array_to_tsvector(string_to_array(:words, ' ')))",
}
FIND = {
    "sqlite": "SELECT rowid AS place FROM terms WHERE terms MATCH :query ORDER BY bm25(terms), rowid LIMIT :most",
    "postgresql": "SELECT place FROM terms, CAST(:query AS tsquery) query WHERE words @@ query ORDER BY ts_rank(words, query) DESC, place LIMIT :most",
}
KEY = "words"
"""The key of `meta` under which the edition of the stems stands."""

for _dialect, _statements in MAKE.items():
    for _statement in _statements:
        event.listen(PLACES, "after_create", DDL(_statement).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]


def index_document(connection: Connection, document: Document) -> None:
    """The sentences of a document into the index, in the transaction that keeps it."""
    number = connection.execute(select(DOCUMENTS.c.seq).where(DOCUMENTS.c.id == document.id)).scalar_one()
    passages = [passage.span for passage in find_passages(document)]
    _fill(connection, [(number, None, span, find_terms(document.quote(span))) for span in passages])


def index_claims(connection: Connection, document: str, claims: Iterable[tuple[int, Claim]]) -> None:
    """Claims with the numbers of their rows into the index, in the transaction that keeps their reading."""
    number = connection.execute(select(DOCUMENTS.c.seq).where(DOCUMENTS.c.id == document)).scalar_one()
    _fill(connection, [(number, seq, claim.span, find_claim_terms(claim)) for seq, claim in claims])


def search_words(connection: Connection, terms: Sequence[str], most: int) -> list[Hit]:
    """The places that hold any of the terms, those with more and rarer ones first; a term that ends in `*` is a beginning."""
    query = write_query(terms, connection.dialect.name)
    if not query:
        return []
    found = [row.place for row in connection.execute(text(FIND[connection.dialect.name]), {"query": query, "most": most})]
    rows = (
        select(PLACES, DOCUMENTS.c.id.label("name"), CLAIMS.c.id.label("claimed"))
        .join(DOCUMENTS, PLACES.c.document == DOCUMENTS.c.seq)
        .outerjoin(CLAIMS, PLACES.c.claim == CLAIMS.c.seq)
        .where(PLACES.c.seq.in_(found))
    )
    hits = {row.seq: Hit(document=row.name, span=Span(row.start, row.stop), claim=row.claimed) for row in connection.execute(rows)}
    return [hits[place] for place in found if place in hits]


def write_query(terms: Sequence[str], dialect: str) -> str:
    """The terms as the database asks for any of them; they hold letters and figures only."""
    clean = [(term.removesuffix("*"), term.endswith("*")) for term in dict.fromkeys(terms)]
    clean = [(word, begins) for word, begins in clean if word.isalnum()]
    if dialect == "sqlite":
        return " OR ".join(f'"{word}"{" *" if begins else ""}' for word, begins in clean)
    return " | ".join(f"'{word}'{':*' if begins else ''}" for word, begins in clean)


def refresh_words(engine: Engine) -> None:
    """Make the index anew where it was made with other stems than the present ones."""
    with engine.begin() as connection:
        if connection.execute(select(META.c.value).where(META.c.key == KEY)).scalar() == EDITION:
            return
    with engine.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS terms")
        if inspect(connection).has_table(PLACES.name):
            connection.execute(delete(PLACES))
        make_words(connection)


def make_words(connection: Connection) -> None:
    """The tables of the index, filled with everything that the record holds."""
    PLACES.create(connection, checkfirst=True)
    for statement in MAKE[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    for body in connection.execute(select(DOCUMENTS.c.body).order_by(DOCUMENTS.c.seq)).scalars().all():
        index_document(connection, msgspec.json.decode(body, type=Document))
    query = select(CLAIMS.c.seq, CLAIMS.c.body, READINGS.c.document).join(READINGS, CLAIMS.c.reading == READINGS.c.seq).order_by(CLAIMS.c.seq)
    for row in connection.execute(query).all():
        index_claims(connection, row.document, [(row.seq, msgspec.json.decode(row.body, type=Claim))])
    mark_edition(connection)


def mark_edition(connection: Connection) -> None:
    """Say in the record which stems its index was made with."""
    if connection.execute(update(META).where(META.c.key == KEY).values(value=EDITION)).rowcount == 0:
        connection.execute(insert(META), {"key": KEY, "value": EDITION})


def _fill(connection: Connection, found: Sequence[tuple[int, int | None, Span, Iterable[str]]]) -> None:
    rows = [{"document": document, "claim": claim, "start": span.start, "stop": span.stop} for document, claim, span, _ in found]
    if rows:
        numbers = connection.execute(insert(PLACES).returning(PLACES.c.seq, sort_by_parameter_order=True), rows).scalars()
        words = [" ".join(sorted(set(terms))) for _, _, _, terms in found]
        connection.execute(text(FILL[connection.dialect.name]), [{"place": number, "words": line} for number, line in zip(numbers, words, strict=True)])
