"""What a desk works with: the rooms behind their ports, and the clock."""

import traceback
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
    """What the reader makes of a document; a document at which the reader itself fails is kept, without claims and with a trouble that says so.

    A fault of the reader must not keep the other documents of a folder from being read; a later version of the reader reads the document again.
    """
    return read_or_report(fill_port("dragoman.read.reader:read_document"), document, options)


def read_or_report(read: DocumentReader, document: Document, options: ReadOptions) -> Reading:
    """What `read` makes of a document, or a trouble with the fault that it died of."""
    try:
        return read(document, options)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 -- whatever is wrong with the reader, the document and all others are kept
        place = traceback.extract_tb(fault.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        why = f"the reader failed ({type(fault).__name__} in {where}), so that nothing was read: please report it with this document"
        trouble = Trouble(document=document.id, stage="read", why=why)
        return Reading(document=document.id, version=reader_version(options), troubles=(trouble,))


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
