"""Tables of the record: documents, readings, claims, judgements and troubles, none of which is ever overwritten; and the blocks computed from them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

VERSION = 5
"""Number of the schema below; `migrations` holds the way to it."""

METADATA = MetaData()

ASCII = String().with_variant(String(collation="C"), "postgresql")
"""Ids, digests and stamps: compared byte by byte in either database."""

META = Table("meta", METADATA, Column("key", String, primary_key=True), Column("value", String, nullable=False))

BLOBS = Table(
    "blobs",
    METADATA,
    Column("sha256", ASCII, primary_key=True),
    Column("raw", LargeBinary, nullable=False),  # zlib
    Column("size", Integer, nullable=False),  # bytes before compression
    Column("added_at", ASCII, nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", ASCII, nullable=False, unique=True),
    Column("sha256", ASCII, ForeignKey("blobs.sha256"), nullable=False, index=True),
    Column("file", String, nullable=False),
    Column("language", String, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", String),
    Column("translated_from", String),
    Column("body", Text, nullable=False),  # JSON of the Document, its text included
    Column("added_at", ASCII, nullable=False),
)

READINGS = Table(
    "readings",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", ASCII, ForeignKey("documents.id"), nullable=False),
    Column("sha256", ASCII, ForeignKey("blobs.sha256"), nullable=False, index=True),
    Column("version", String, nullable=False),
    Column("said", String),  # day of publication, given or read
    Column("options", Text, nullable=False),
    Column("rest", Text, nullable=False),  # JSON of the Reading without its claims
    Column("n_claims", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("added_at", ASCII, nullable=False),
    UniqueConstraint("document", "version"),
)

ACTIVATIONS = Table(
    "activations",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("reading", Integer, ForeignKey("readings.seq"), nullable=False),
    Column("sha256", ASCII, ForeignKey("blobs.sha256"), nullable=False, index=True),
    Column("at", ASCII, nullable=False),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", ASCII, nullable=False, index=True),
    Column("reading", Integer, ForeignKey("readings.seq"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("modality", String, nullable=False),
    Column("when_from", String),
    Column("when_to", String),
    Column("body", Text, nullable=False),  # JSON of the Claim
    UniqueConstraint("reading", "position"),
)

SIDES = Table(
    "sides",
    METADATA,
    Column("code", String, primary_key=True),
    Column("claim", Integer, ForeignKey("claims.seq"), primary_key=True),
    Index("sides_by_claim", "claim"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", ASCII, nullable=False, unique=True),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", ASCII, nullable=False),
    Column("body", Text, nullable=False),
)

TROUBLES = Table(
    "troubles",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("added_at", ASCII, nullable=False),
    UniqueConstraint("document", "stage", "why"),
)

BLOCKS = Table(
    "blocks",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("digest", ASCII, nullable=False),  # of its active claims
    Column("made", ASCII),  # digest of what the body was computed from
    Column("body", LargeBinary),  # zlib of JSON
)
"""Derived, as the two tables below: a cache that may be emptied at any time."""

BLOCK_CLAIMS = Table(
    "block_claims",
    METADATA,
    Column("claim", Integer, ForeignKey("claims.seq"), primary_key=True, autoincrement=False),
    Column("block", Integer, ForeignKey("blocks.seq"), nullable=False, index=True),
)

BLOCK_SIDES = Table(
    "block_sides",
    METADATA,
    Column("code", String, primary_key=True),
    Column("block", Integer, ForeignKey("blocks.seq"), primary_key=True),
)
