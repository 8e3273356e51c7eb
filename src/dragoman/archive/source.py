"""What passes between the files of this room: the bytes of a source, the text made of them, the archived document."""

from dataclasses import dataclass, field
from datetime import date

from dragoman.model import Document, Zone

MAX_BYTES = 32 * 1024 * 1024
"""Largest single document, in bytes; a longer file is refused before it is read."""
MAX_CONTAINER_BYTES = 256 * 1024 * 1024
"""Largest JSON or JSONL file of many articles, in bytes."""
MAX_CHARACTERS = 4_000_000
"""Longest text of one document, in code points."""
MAX_LINE = 1_000_000
"""Longest line of a text, in code points: no writing has longer ones, damaged files do."""
MAX_LINES = 100_000
"""Most lines of one text."""


@dataclass(frozen=True, slots=True)
class ArticleMapping:
    """Names of the fields of a JSON article, each a list in order of preference; dotted names go into objects.

    An empty list keeps the default names (`articles.DEFAULT_FIELDS`).
    """

    title: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    language: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file's bytes under the name that the user gave."""

    name: str
    raw: bytes
    mapping: ArticleMapping = field(default_factory=ArticleMapping)


@dataclass(frozen=True, slots=True)
class Converted:
    """The text that a converter made of some bytes, with what the source says of itself.

    `zones` is `None` where the lines alone must tell; `markup` names the dialect of their marks.
    """

    name: str
    raw: bytes
    text: str
    edition: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_rule: str | None = None
    encoding: str | None = None
    language: str | None = None
    zones: tuple[Zone, ...] | None = None
    page_starts: tuple[int, ...] = ()
    markup: str = "plain"


@dataclass(frozen=True, slots=True)
class Archived:
    """A document and the bytes it was made of."""

    document: Document
    raw: bytes
