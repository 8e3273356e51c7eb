"""What a desk works with: the rooms behind their ports, and the clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dragoman.model import Document, Reading, ReadOptions, Trouble
from dragoman.model.ports import ArchivedDocument, DocumentReader, DocumentSource, StateLedger, VersionOfReader, fill_port
from dragoman.run.local import Engine, LocalEngine

ONE_PROCESS = LocalEngine()


def load_documents(path: Path) -> Iterator[ArchivedDocument | Trouble]:
    """The documents of a file or folder."""
    found: Iterator[ArchivedDocument | Trouble] = fill_port("dragoman.archive.documents:load_documents")(path)
    return found


def load_document(path: Path) -> ArchivedDocument:
    """The document in a file; BadInput where it cannot be read."""
    archived: ArchivedDocument = fill_port("dragoman.archive.documents:load_document")(path)
    return archived


def read_document(document: Document, options: ReadOptions) -> Reading:
    """What the reader makes of a document."""
    reading: Reading = fill_port("dragoman.read.reader:read_document")(document, options)
    return reading


def reader_version(options: ReadOptions) -> str:
    """The name of a reading with these options by the present reader."""
    version: str = fill_port("dragoman.read.reader:reader_version")(options)
    return version


def load_ledger() -> StateLedger:
    """The ledger of states."""
    ledger: StateLedger = fill_port("dragoman.know.states:load_ledger")()
    return ledger


def read_clock() -> datetime:
    """Now, in UTC: the only place that asks what time it is."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a desk works with; tests and other engines put in their own."""

    load: DocumentSource = load_documents
    read: DocumentReader = read_document
    version: VersionOfReader = reader_version
    ledger: Callable[[], StateLedger] = load_ledger
    clock: Callable[[], datetime] = read_clock
    engine: Engine = ONE_PROCESS
