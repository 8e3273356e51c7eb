"""How the record writes down when it learned something, and when something was said."""

from datetime import UTC, date, datetime

from dragoman.model import Document, ReadOptions
from dragoman.model.errors import DragomanError


def write_stamp(at: datetime) -> str:
    """UTC to the microsecond, always of one length, so that stamps sort as text."""
    if at.tzinfo is None:
        raise DragomanError(f"a time without its zone cannot be kept: {at.isoformat()}; give it one, e.g. datetime.now(UTC)")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_stamp(stamp: str) -> datetime:
    """The moment that `write_stamp` wrote."""
    return datetime.fromisoformat(stamp)


def find_said(document: Document, options: ReadOptions) -> date | None:
    """The day the document was published: as the caller gave it, else as it says itself."""
    return options.date or document.published
