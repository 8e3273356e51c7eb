"""What one room needs of another: protocols that `desk` fills, so that the rooms of one floor never import each other."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import msgspec

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.judgement import Judgement
from dragoman.model.reading import Reading, ReadOptions, Trouble
from dragoman.model.sides import Scope
from dragoman.model.span import Span
from dragoman.model.succession import Succession


@runtime_checkable
class ArchivedDocument(Protocol):
    """A document with the bytes it was made from."""

    @property
    def document(self) -> Document:
        """The text and what was found out about it."""

    @property
    def raw(self) -> bytes:
        """The bytes, as they were fetched."""


class DocumentSource(Protocol):
    """Yields the documents under a path; one that cannot be read is a Trouble."""

    def __call__(self, path: Path) -> Iterator[ArchivedDocument | Trouble]:
        """The documents of a file or folder, in the order of their names."""


class DocumentReader(Protocol):
    """Reads one document; pure."""

    def __call__(self, document: Document, options: ReadOptions) -> Reading:
        """The claims of the document and what could not be read."""


VersionOfReader = Callable[[ReadOptions], str]
"""The name that a reading with these options would bear."""


class StateLedger(Protocol):
    """What a question must know about states through time."""

    def predecessors(self, code: str) -> Iterable[str]:
        """Codes of the states that came before `code`, without itself."""

    def successions(self, code: str) -> Iterable[Succession]:
        """The successions at which links of `code` may end, in order of time, each with the fate of every channel."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Two of the three clocks, which decide what a view rests on; `None` is now.

    `said_by`: only what had been published by the end of that day. `known`: only what the record had been told by then.
    The third, `on`, moves the world and is a matter of each question.
    """

    said_by: date | None = None
    known: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document in the record without its text, and its active reading.

    `said` is the day it was published, as given or read; where neither says, the day it came into the record,
    before which it must have been published (`said_is_bound`). `translated_from` is the language that the page says it was translated from.
    """

    id: str
    sha256: str
    file: str
    language: str
    title: str | None
    outlet: str | None
    said: date
    said_is_bound: bool
    added_at: datetime
    version: str
    options: ReadOptions
    n_claims: int
    translated_from: str | None = None


class Imprint(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Where and when a document appeared, as `KeptDocument` has it: what most answers need of it."""

    file: str
    said: date
    said_is_bound: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a search has found: a claim, or where `claim` is `None` a sentence of the text."""

    document: str
    span: Span
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """What the claims of one block came to, as it was kept.

    `digest` is that of its active claims and of the days on which they were said; `made` names what `body` was computed from.
    """

    name: str
    digest: str
    made: str | None = None
    body: bytes | None = None


class BlockStore(Protocol):
    """Keeps what was computed block by block: a cache of claims, judgements and code, which may be emptied at any time."""

    def fold(self, version: str, name: Callable[[Claim], str]) -> None:
        """Take in what the record learned since the last time: the block of each new claim, the digest of each block that changed.

        `name` says in which block a claim is; what another `version` of it left behind is thrown away.
        """

    def find(self, scope: Scope = ..., also: Iterable[str] = (), *, bodies: bool = True) -> list[KeptBlock]:
        """Blocks of the kinds and sides of a scope, and those named; by name, and without their `bodies` where nobody needs them."""

    def claims(self, names: Iterable[str], clocks: Clocks = ...) -> Iterator[tuple[str, Claim]]:
        """Claims of active readings in the blocks of these names, each with its block."""

    def keep(self, blocks: Iterable[KeptBlock]) -> None:
        """Put what was computed in the place of what was kept; the digest of the claims stays as it is."""

    def clear(self) -> None:
        """Forget everything that was computed."""


class ClaimStore(Protocol):
    """Keeps documents, readings, judgements and troubles; adds, and never overwrites."""

    @property
    def blocks(self) -> BlockStore:
        """What was computed from them."""

    def keep(self, archived: ArchivedDocument, reading: Reading, options: ReadOptions, at: datetime) -> bool:
        """Whether anything was new: document and reading are kept, and the reading made active, all or nothing."""

    def keep_reading(self, reading: Reading, options: ReadOptions, at: datetime) -> bool:
        """Whether it was new: one more reading of a kept document, not yet active."""

    def activate(self, readings: Sequence[tuple[str, str]], at: datetime) -> int:
        """How many documents switched to the reading named by (document, version), all or none."""

    def keep_troubles(self, troubles: Iterable[Trouble], at: datetime) -> int:
        """How many troubles were new."""

    def keep_judgement(self, judgement: Judgement) -> bool:
        """Whether it was new."""

    def documents(self, clocks: Clocks = ..., scope: Scope = ..., ids: Iterable[str] = ...) -> list[KeptDocument]:
        """Documents that have an active reading, in the order in which they came; of a scope those with such claims, of `ids` those named."""

    def claims(self, clocks: Clocks = ..., scope: Scope = ...) -> Iterator[Claim]:
        """Claims of active readings that are in the scope, by document and place."""

    def revision(self) -> tuple[int, ...]:
        """Numbers that grow with everything that may change an answer: while they are the same, so are the answers."""

    def find_claim(self, id: str) -> list[Claim]:
        """Claims of active readings whose id begins with `id`; of former readings where no active one has it."""

    def find_document(self, id: str) -> list[str]:
        """Ids of the documents that begin with `id`."""

    def load_document(self, id: str) -> Document | None:
        """The document with its text."""

    def load_raw(self, sha256: str) -> bytes | None:
        """The archived bytes."""

    def load_reading(self, document: str, version: str) -> Reading | None:
        """A reading, active or not."""

    def search(self, terms: Sequence[str], most: int) -> list[Hit]:
        """Sentences and claims that hold any of the terms, the likeliest first; a term that ends in `*` is a beginning."""

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""

    def troubles(self) -> list[Trouble]:
        """All troubles, those of active readings included."""

    def blobs(self) -> Iterator[tuple[str, bytes | None]]:
        """Each archived file: the digest it goes by and its bytes (`None`: they cannot be unpacked)."""

    def editions(self) -> Iterator[str]:
        """Ids of all documents, superseded editions included."""

    def close(self) -> None:
        """Let go of the file."""


def fill_port(address: str) -> Any:  # noqa: ANN401 (whoever asks says which port it fills)
    """What stands at `package.module:name`, imported now.

    The only place that imports by name: rooms with heavy libraries (parsers, HTML, SQL) are loaded at first use,
    so that `dragoman --help` answers at once.
    """
    module, _, name = address.partition(":")
    return getattr(importlib.import_module(module), name)
