"""A desk: a record with its parts, and everything that can be done with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

from dragoman.ask.question import Question, make_clocks
from dragoman.ask.view import View
from dragoman.desk.adding import Added, add_documents, reread_documents
from dragoman.desk.answers import Answers
from dragoman.desk.blocks import compute_blocks, find_blocks, find_due, refresh
from dragoman.desk.corrections import Corrections
from dragoman.desk.documents import Documents
from dragoman.desk.parts import Parts, load_document, read_document
from dragoman.desk.rebuilding import Rebuilt, rebuild_blocks
from dragoman.desk.search import Search
from dragoman.desk.verifying import Verified, verify_store
from dragoman.desk.views import Views
from dragoman.model import BadInput, Claim, Document, Entry, Judged, Judgement, NothingFound, Reading, ReadOptions, Trouble, Verdict
from dragoman.model.ports import ClaimStore, Clocks, KeptDocument, fill_port
from dragoman.model.sides import ALL, Scope, find_sides
from dragoman.reconcile.entries import join_blocks
from dragoman.reconcile.judged import judge_entries, settle_disputes
from dragoman.reconcile.known import make_known

NOW = Clocks()
JUDGING = "dragoman.record.judging"


@dataclass(frozen=True, slots=True)
class Desk(Answers):
    """A record of documents and their claims, and the questions that it answers."""

    store: ClaimStore
    parts: Parts = field(default_factory=Parts)
    views: Views = field(default_factory=Views, repr=False, compare=False)

    def add(self, paths: str | Path | Iterable[str | Path], date: date | None = None) -> tuple[Added | Trouble, ...]:
        """What became of each document under `paths`; a document already there adds nothing."""
        listed = [paths] if isinstance(paths, str | Path) else list(paths)
        return tuple(self.add_each([Path(path) for path in listed], ReadOptions(date=date)))

    def add_each(self, paths: Iterable[Path], options: ReadOptions) -> Iterator[Added | Trouble]:
        """As `add`, one by one as they are kept: each document in a transaction of its own, so that a stop loses nothing."""
        yield from add_documents(self.store, self.parts, paths, options)
        self.refresh()

    def reread(self, since: str | None = None) -> tuple[Added | Trouble, ...]:
        """What became of each document that the present reader had not read yet; all switch to the new readings at once.

        `since` leaves out documents that were read by that version or a later one.
        """
        return tuple(self.reread_each(since))

    def reread_each(self, since: str | None = None) -> Iterator[Added | Trouble]:
        """As `reread`, one by one; the switch comes at the end, in one transaction, and a stop before it changes nothing."""
        yield from reread_documents(self.store, self.parts, since)
        self.refresh()

    def verify(self, *, on: date | None = None, said_by: date | None = None, known: date | None = None) -> Verified:
        """Every archived file hashed again, and every span of every active claim read again in its text; under clocks only what a view under them rests on."""
        return verify_store(self.store, make_clocks(said_by, known), on)

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
        return self.store.claims(clocks, Scope(one=frozenset(sides)))

    def entries(self, clocks: Clocks = NOW, sides: Iterable[str] = ()) -> list[Entry]:
        """The lines of the record, in order of time, as people have judged them."""
        return list(self.view(clocks, sides).entries)

    def entry(self, claim: str) -> Entry | None:
        """The line of the record that rests on the claim of this id; `None` for one that is rejected or of a former reading."""
        moved = any(claim in found.claims for found in self.judged() if found.judgement.verdict == "correct")
        sides = () if moved else find_sides(self.claim(claim))
        return next((entry for entry in self.entries(sides=sides) if claim in (*entry.support, *entry.against)), None)

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

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first, those taken back and their withdrawals too."""
        return self.store.judgements()

    def judged(self, clocks: Clocks = NOW) -> list[Judged]:
        """The judgements that stand, oldest first, with the claims that each is about now."""
        standing: list[Judged] = fill_port(f"{JUDGING}:find_judged")(self.store, clocks)[0]
        return standing

    def troubles(self) -> list[Trouble]:
        """What could not be read or kept, and judgements that fit no claim any more."""
        return [*self.store.troubles(), *fill_port(f"{JUDGING}:find_judged")(self.store)[1]]

    def view(self, clocks: Clocks = NOW, sides: Iterable[str] = (), scope: Scope = ALL) -> View:
        """What a question is answered from; with `sides` only claims that name one of them, with `scope` only those in it.

        A view is made once for as long as nothing is added to the record.
        """
        wanted = Scope(one=frozenset(sides)) if scope == ALL else scope
        today = clocks.said_by or self.parts.clock().date()
        return self.views.fetch((clocks, wanted, today), self.store.revision(), lambda: self._make_view(clocks, wanted, today))

    def _make_view(self, clocks: Clocks, scope: Scope, today: date) -> View:
        judged = self.judged(clocks)
        corrections = Corrections(self.store, judged)
        found = find_blocks(self.store, corrections, scope) if clocks == NOW else compute_blocks(self.store, corrections, scope, clocks)
        documents = Documents(self.store, clocks, found.claims)
        made = settle_disputes(join_blocks(found.made), make_known(documents, judged).resolved)
        return View(
            tuple(judge_entries(made.entries, judged, found.claims)),
            found.claims,
            documents,
            self.parts.ledger(),
            today,
            clocks,
            disputes=made.disputes,
            imprints=found.imprints,
            rewind=lambda other: self.view(other, scope=scope),
            search=Search(self.store, found.claims, judged),
            load=self.store.load_document,
        )

    def refresh(self) -> int:
        """How many blocks were out of date and are computed and kept again, so that the next question need not."""
        corrections = Corrections(self.store, self.judged())
        return sum(1 for _ in refresh(self.store, corrections, find_due(self.store, corrections)))

    def rebuild(self) -> Rebuilt:
        """All lines computed anew from the claims, beside those that were kept."""
        return rebuild_blocks(self.store, Corrections(self.store, self.judged()))

    def answer(self, question: Question) -> tuple[Any, ...]:
        """The answer to any question of `ask`."""

        def make() -> tuple[Any, ...]:
            return question.answer(self.view(question.clocks, scope=question.scope(self.parts.ledger())))

        return self.views.fetch((question, self.parts.clock().date()), self.store.revision(), make)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


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
