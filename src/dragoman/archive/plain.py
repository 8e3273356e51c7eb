"""Plain text: the decoded characters, newlines untouched."""

from collections.abc import Iterator

from dragoman.archive.build import build_document
from dragoman.archive.decode import decode_bytes
from dragoman.archive.source import Archived, Converted, Source
from dragoman.model import Trouble

EDITION = "text-2"


def convert(source: Source) -> Iterator[Archived | Trouble]:
    """One document whose text is exactly what the bytes say (without a byte-order mark)."""
    decoded = decode_bytes(source.raw, source.name)
    yield build_document(Converted(name=source.name, raw=source.raw, text=decoded.text, edition=EDITION, encoding=decoded.encoding))
