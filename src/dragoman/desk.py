"""The main path, and the only file where the rooms meet: archive, read, keep, reconcile, ask."""

import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, Self

from dragoman.ask.board import Board, BoardRow
from dragoman.ask.chronology import Chronology, Line
from dragoman.ask.dyad import Dyad
from dragoman.ask.question import Question
from dragoman.ask.view import View
from dragoman.ask.who import Tenure, Who
from dragoman.model import BadInput, Claim, Document, DragomanError, Entry, Judged, Judgement, NothingFound, Reading, ReadOptions, Trouble, Verdict
from dragoman.model.ports import ArchivedDocument, ClaimStore, Clocks, DocumentReader, DocumentSource, KeptDocument, StateLedger, VersionOfReader, fill_port
from dragoman.model.sides import find_sides
from dragoman.reconcile.entries import find_entries
from dragoman.reconcile.judged import apply_judged, mark_reviewed
from dragoman.run.local import Engine, Job, LocalEngine

NOW = Clocks()
JUDGING = "dragoman.record.judging"
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


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: `new`, `known` (nothing to do) or `reread`."""

    document: str
    file: str
    status: Literal["new", "known", "reread"]
    n_claims: int
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` looked at and what did not hold."""

    n_files: int
    n_documents: int
    n_spans: int
    misses: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A record of documents and their claims, and the questions that it answers."""

    store: ClaimStore
    parts: Parts = field(default_factory=Parts)

    def add(self, paths: str | Path | Iterable[str | Path], date: date | None = None) -> tuple[Added | Trouble, ...]:
        """What became of each document under `paths`; a document already there adds nothing."""
        listed = [paths] if isinstance(paths, str | Path) else list(paths)
        return tuple(self.add_each([Path(path) for path in listed], ReadOptions(date=date)))

    def add_each(self, paths: Iterable[Path], options: ReadOptions) -> Iterator[Added | Trouble]:
        """As `add`, one by one as they are kept: each document in a transaction of its own, so that a stop loses nothing."""
        kept = {document.id: document for document in self.store.documents()}
        waiting: dict[str, ArchivedDocument] = {}
        done: deque[Added | Trouble] = deque()

        def find_jobs() -> Iterator[Job]:
            for found in (found for path in paths for found in self._load(path)):
                if isinstance(found, Trouble):
                    self.store.keep_troubles([found], self.parts.clock())
                    done.append(found)
                    continue
                document = found.document
                old = kept.get(document.id)
                if document.id in waiting or (old is not None and self._is_read(old, options)):
                    done.append(Added(document.id, document.file, "known", old.n_claims if old else 0))
                    continue
                waiting[document.id] = found
                yield Job(document, options)

        for job, reading in self.parts.engine(find_jobs(), self.parts.read):
            yield from _drain(done)
            yield self._keep(waiting[job.document.id], reading, options, is_known=job.document.id in kept)
        yield from _drain(done)

    def _load(self, path: Path) -> Iterator[ArchivedDocument | Trouble]:
        """The documents under `path`; what cannot be read is a Trouble, so that the paths after it are read all the same."""
        try:
            yield from self.parts.load(path)
        except BadInput as error:
            yield Trouble(document=str(path), stage="archive", why=str(error))

    def _is_read(self, old: KeptDocument, options: ReadOptions) -> bool:
        """Whether adding has nothing to add: no options were given, or the document was read with the same ones."""
        return options in (ReadOptions(), old.options)

    def _keep(self, archived: ArchivedDocument, reading: Reading | Trouble, options: ReadOptions, *, is_known: bool) -> Added | Trouble:
        at = self.parts.clock()
        if isinstance(reading, Trouble):
            self.store.keep_troubles([reading], at)
            return reading
        self.store.keep(archived, reading, options, at)
        status: Literal["new", "reread"] = "reread" if is_known else "new"
        return Added(archived.document.id, archived.document.file, status, len(reading.claims), reading.troubles)

    def reread(self, since: str | None = None) -> tuple[Added | Trouble, ...]:
        """What became of each document that the present reader had not read yet; all switch to the new readings at once.

        `since` leaves out documents that were read by that version or a later one.
        """
        return tuple(self.reread_each(since))

    def reread_each(self, since: str | None = None) -> Iterator[Added | Trouble]:
        """As `reread`, one by one; the switch comes at the end, in one transaction, and a stop before it changes nothing."""
        due = [kept for kept in self.store.documents() if kept.version != self.parts.version(kept.options)]
        due = [kept for kept in due if since is None or not is_since(kept.version, since)]
        switches: list[tuple[str, str]] = []
        for job, reading in self.parts.engine((Job(self.document(kept.id), kept.options) for kept in due), self.parts.read):
            if isinstance(reading, Trouble):
                self.store.keep_troubles([reading], self.parts.clock())
                yield reading
                continue
            self.store.keep_reading(reading, job.options, self.parts.clock())
            switches.append((reading.document, reading.version))
            yield Added(job.document.id, job.document.file, "reread", len(reading.claims), reading.troubles)
        self.store.activate(switches, self.parts.clock())

    def verify(self) -> Verified:
        """Every archived file hashed again, and every span of every active claim read again in its text."""
        misses: list[Trouble] = []
        digests = set()
        for sha256, raw in self.store.blobs():
            digests.add(sha256)
            if raw is None or hashlib.sha256(raw).hexdigest() != sha256:
                misses.append(Trouble(document=sha256, stage="verify", why="the archived bytes no longer have their digest"))
        texts = {}
        for edition in self.store.editions():
            texts[edition] = self.store.load_document(edition)
            if edition.partition(".")[0] not in digests:
                misses.append(Trouble(document=edition, stage="verify", why="the archived bytes are gone"))
        n_spans = 0
        for claim in self.store.claims():
            document = texts.get(claim.document)
            for span, text in [(claim.span, claim.text), *((evidence.span, evidence.text) for evidence in claim.evidence)]:
                n_spans += 1
                if document is None or document.quote(span) != text:
                    misses.append(Trouble(document=claim.document, stage="verify", why=f"claim {claim.id} does not say what stands at its span", span=span))
        return Verified(len(digests), len(texts), n_spans, tuple(misses))

    def documents(self, clocks: Clocks = NOW) -> list[KeptDocument]:
        """The documents in the record, in the order in which they came."""
        return self.store.documents(clocks)

    def document(self, id: str) -> Document:
        """The document with this id, or the only one whose id begins so."""
        found = self.store.find_document(id)
        if len(found) > 1 and id not in found:
            raise BadInput(f"{id}: several documents begin so: {', '.join(name[:12] for name in found[:5])}")
        document = self.store.load_document(id if id in found else found[0]) if found else None
        if document is None:
            raise NothingFound(f"{id}: no document of this record has that id")
        return document

    def claim(self, id: str) -> Claim:
        """The claim with this id, or the only one whose id begins so, as it was read; or as a person added it."""
        found = self.store.find_claim(id) or [judged.added for judged in self.judged() if judged.added is not None and judged.added.id.startswith(id)]
        exact = [claim for claim in found if claim.id == id] or found
        if len(exact) > 1:
            raise BadInput(f"{id}: several claims begin so: {', '.join(claim.id for claim in exact[:5])}")
        if not exact:
            raise NothingFound(f"{id}: no claim of this record has that id")
        return exact[0]

    def claims(self, clocks: Clocks = NOW, sides: Iterable[str] = ()) -> Iterator[Claim]:
        """Claims of active readings, by document and place; with `sides` only those that name one of them."""
        return self.store.claims(clocks, sides)

    def entries(self, clocks: Clocks = NOW, sides: Iterable[str] = ()) -> list[Entry]:
        """The lines of the record, in order of time, as people have judged them."""
        judged = self.judged(clocks)
        return mark_reviewed(find_entries(self._judged_claims(clocks, sides, judged)), judged)

    def judge(self, verdict: Verdict, claims: Iterable[str], *, by: str, why: str, fields: dict[str, object] | None = None) -> Judgement:
        """A judgement on the claims of these ids, kept; it changes views, never claims, and `undo` takes it back.

        `fields`: of `correct` the corrected fields, of `grade` a `letter` of the source or a `digit` of the claim, of `resolve`
        the `conflict` and how it ends.
        """
        decision = fill_port(f"{JUDGING}:Decision")(verdict, by, why, fields or {})
        judgement: Judgement = fill_port(f"{JUDGING}:make_judgement")(self.store, decision, [self.claim(name) for name in claims], self.parts.clock())
        return judgement

    def add_claim(self, claim: Claim, *, by: str, why: str) -> Judgement:
        """A claim that a person found where the reader did not, kept as a judgement; BadInput where it does not quote its document."""
        if self.document(claim.document).quote(claim.span) != claim.text or not claim.text.strip():
            raise BadInput("a claim quotes the words that it rests on")
        decision = fill_port(f"{JUDGING}:Decision")("add", by, why)
        judgement: Judgement = fill_port(f"{JUDGING}:make_judgement")(self.store, decision, [claim], self.parts.clock())
        return judgement

    def undo(self, judgement: str, *, by: str, why: str) -> Judgement:
        """The judgement that takes back the one of this id, kept; undoing that one brings it back."""
        decision = fill_port(f"{JUDGING}:Decision")("withdraw", by, why)
        withdrawal: Judgement = fill_port(f"{JUDGING}:withdraw")(self.store, judgement, decision, self.parts.clock())
        return withdrawal

    def judged(self, clocks: Clocks = NOW) -> list[Judged]:
        """The judgements that stand, oldest first, with the claims that each is about now."""
        standing: list[Judged] = fill_port(f"{JUDGING}:find_judged")(self.store, clocks)[0]
        return standing

    def troubles(self) -> list[Trouble]:
        """What could not be read or kept, and judgements that fit no claim any more."""
        return [*self.store.troubles(), *fill_port(f"{JUDGING}:find_judged")(self.store)[1]]

    def view(self, clocks: Clocks = NOW, sides: Iterable[str] = ()) -> View:
        """What a question is answered from."""
        codes = frozenset(sides)
        judged = self.judged(clocks)
        claims = list(self._judged_claims(clocks, codes, judged))
        documents = {kept.id: kept for kept in self.store.documents(clocks)}
        today = clocks.said_by or self.parts.clock().date()
        by_id = {claim.id: claim for claim in claims}
        return View(
            tuple(mark_reviewed(find_entries(claims), judged)),
            by_id,
            documents,
            self.parts.ledger(),
            today,
            clocks,
            rewind=lambda other: self.view(other, codes),
        )

    def _judged_claims(self, clocks: Clocks, sides: Iterable[str], judged: list[Judged]) -> Iterator[Claim]:
        """Claims as they stand; one that was added, or corrected to be about these sides, is among them."""
        codes = frozenset(sides)
        read = list(self.store.claims(clocks, codes))
        known = {claim.id for claim in read}
        moved = {name for found in judged if found.judgement.verdict == "correct" for name in found.claims if name not in known} if codes else ()
        more = [claim for name in sorted(moved) for claim in self.store.find_claim(name)]
        more += [found.added for found in judged if found.added is not None]
        kept = {document.id for document in self.store.documents(clocks)} if more else ()
        standing = apply_judged([*read, *(claim for claim in more if claim.document in kept)], judged)
        return (claim for claim in standing if not codes or codes.intersection(find_sides(claim)))

    def answer(self, question: Question) -> tuple[Any, ...]:
        """The answer to any question of `ask`."""
        return question.answer(self.view(question.clocks, question.sides(self.parts.ledger())))

    def board(self, a: str, b: str, **options: Any) -> tuple[BoardRow, ...]:  # noqa: ANN401 (the fields of Board)
        """What is in force between two sides; `options` are the other fields of `Board`."""
        return self.answer(Board(dyad=Dyad(a, b), **options))

    def chronology(self, a: str, b: str, **options: Any) -> tuple[Line, ...]:  # noqa: ANN401 (the fields of Chronology)
        """The record of two sides in order of time; `options` are the other fields of `Chronology`."""
        return self.answer(Chronology(dyad=Dyad(a, b), **options))

    def who(self, title: str | None = None, state: str | None = None, **options: Any) -> tuple[Tenure, ...]:  # noqa: ANN401 (the fields of Who)
        """Who held an office; `options` are the other fields of `Who`."""
        return self.answer(Who(title=title, state=state, **options))

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _drain(done: deque[Added | Trouble]) -> Iterator[Added | Trouble]:
    while done:
        yield done.popleft()


def is_since(version: str, since: str) -> bool:
    """Whether `version` is `since` or a later one; where `since` names a fingerprint (`0.1.0+3f9c02aa`), it counts too."""
    number, wanted = parse_version(version), parse_version(since)
    return number > wanted or (number == wanted and ("+" not in since or version.split(maxsplit=1)[0] == since.split(maxsplit=1)[0]))


def parse_version(version: str) -> tuple[int, ...]:
    """The numbers of a version, so that 0.10 comes after 0.9; a DragomanError where there are none."""
    found = re.search(r"\d+(?:\.\d+)*", version)
    if found is None:
        raise DragomanError(f"{version}: is no version; give one as `dragoman read FILE --json` names it in `reading`, or its number")
    return tuple(int(number) for number in found.group().split("."))


def open_desk(address: str | Path, parts: Parts | None = None) -> Desk:
    """The desk in a file, or in a database at `postgresql://user@host/name`."""
    store: ClaimStore = fill_port("dragoman.record.stores:open_store")(address)
    return Desk(store, parts or Parts())


def create_desk(address: str | Path, parts: Parts | None = None) -> Desk:
    """A new, empty desk in a file that does not exist yet, or in a database that holds none."""
    store: ClaimStore = fill_port("dragoman.record.stores:create_store")(address)
    return Desk(store, parts or Parts())


def read(path: str | Path, date: date | None = None, language: str | None = None) -> Reading:
    """The claims of one file, without any record; `date` is its day of publication where it does not say."""
    return read_document(load_document(Path(path)).document, ReadOptions(date=date, language=language))
