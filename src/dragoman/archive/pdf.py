"""PDF: the text of each page in turn, with the offsets at which pages begin."""

import io
import logging
from collections.abc import Iterator

import pypdf
from pypdf.errors import PyPdfError

from dragoman.archive.build import build_document
from dragoman.archive.source import MAX_CHARACTERS, Archived, Converted, Source
from dragoman.model import BadInput, Trouble

EDITION = "pdf-2"
MAX_PAGES = 2000
"""Pages of one document."""
SPOILT = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, AssertionError, ArithmeticError, NotImplementedError, OSError)
"""What pypdf raises on damaged files."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings tell of repairs, not of losses


def convert(source: Source) -> Iterator[Archived | Trouble]:
    """One document; pages are apart by a blank line."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput(f"{source.name}: an encrypted PDF, it needs a password")
        pages = _find_pages(reader, source.name)
        title, author = _find_facts(reader)
    except SPOILT as error:
        raise BadInput(f"{source.name}: a damaged PDF") from error
    if not any(page.strip() for page in pages):
        raise BadInput(f"{source.name}: a PDF without text (a scan?)")
    starts, offset = [], 0
    for page in pages:
        starts.append(offset)
        offset += len(page) + 2
    text = "\n\n".join(pages)
    yield build_document(
        Converted(name=source.name, raw=source.raw, text=text, edition=EDITION, title=title, author=author, page_starts=tuple(starts)),
    )


def _find_pages(reader: pypdf.PdfReader, name: str) -> list[str]:
    """The text of each page; lone surrogates and NULs become U+FFFD."""
    if len(reader.pages) > MAX_PAGES:
        raise BadInput(f"{name}: more than {MAX_PAGES} pages")
    pages, total = [], 0
    for page in reader.pages:
        words = page.extract_text() or ""
        pages.append("".join("\ufffd" if character == "\x00" or "\ud800" <= character <= "\udfff" else character for character in words))
        total += len(words)
        if total > MAX_CHARACTERS:
            raise BadInput(f"{name}: more than {MAX_CHARACTERS} characters of text")
    return pages


def _find_facts(reader: pypdf.PdfReader) -> tuple[str | None, str | None]:
    """Title and author as the file's properties have them; its dates are those of the file, not of the text."""
    facts = reader.metadata
    title, author = (facts.title, facts.author) if facts else (None, None)
    return (str(title).strip() or None) if title else None, (str(author).strip() or None) if author else None
