"""The main path, and the only room where the others meet: archive, read, keep, reconcile, ask."""

from dragoman.desk.adding import Added, is_since, parse_version
from dragoman.desk.desk import Desk, create_desk, open_desk, read
from dragoman.desk.parts import Parts, load_document, load_documents, load_ledger, read_clock, read_document, reader_version
from dragoman.desk.rebuilding import Rebuilt
from dragoman.desk.verifying import Verified

__all__ = [
    "Added",
    "Desk",
    "Parts",
    "Rebuilt",
    "Verified",
    "create_desk",
    "is_since",
    "load_document",
    "load_documents",
    "load_ledger",
    "open_desk",
    "parse_version",
    "read",
    "read_clock",
    "read_document",
    "reader_version",
]
