"""A store of claims that lives as long as the process: for trials and tests, bound by the same suite as the files."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dragoman.know.stems import find_terms
from dragoman.model import Claim, Document, DragomanError, Judgement, Reading, ReadOptions, Trouble
from dragoman.model.passage import find_passages
from dragoman.model.ports import ArchivedDocument, Clocks, Hit, KeptDocument
from dragoman.model.sides import ALL, Scope
from dragoman.record.clocks import find_said, write_stamp
from dragoman.record.memory_blocks import MemoryBlocks
from dragoman.record.terms import find_claim_terms

NOW = Clocks()


@dataclass(frozen=True, slots=True)
class _KeptReading:
    reading: Reading
    options: ReadOptions


@dataclass(slots=True)
class MemoryStore:
    """Documents, readings, claims, judgements and troubles in plain dictionaries."""

    _raw: dict[str, tuple[bytes, datetime]] = field(default_factory=dict)
    _documents: dict[str, Document] = field(default_factory=dict)
    _readings: dict[tuple[str, str], _KeptReading] = field(default_factory=dict)
    _active: dict[str, list[tuple[datetime, tuple[str, str]]]] = field(default_factory=dict)
    _judgements: dict[str, Judgement] = field(default_factory=dict)
    _troubles: dict[tuple[str, str, str], Trouble] = field(default_factory=dict)

    blocks: MemoryBlocks = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Computed blocks look at what is kept here."""
        self.blocks = MemoryBlocks(self._active_claims)

    def close(self) -> None:
        """Nothing to let go of."""

    def keep(self, archived: ArchivedDocument, reading: Reading, options: ReadOptions, at: datetime) -> bool:
        """Whether anything was new: bytes, document and reading kept and the reading made active."""
        document = archived.document
        write_stamp(at)
        new = document.id not in self._documents
        if hashlib.sha256(archived.raw).hexdigest() != document.sha256:
            raise DragomanError(f"{document.file}: the bytes do not have the digest in the document's id; nothing was kept")
        if new and reading.document != document.id:
            raise DragomanError(f"a reading of a document that the record does not have: {reading.document}")
        self._raw.setdefault(document.sha256, (archived.raw, at))
        self._documents.setdefault(document.id, document)
        new_reading = self.keep_reading(reading, options, at)
        return bool(self.activate([(reading.document, reading.version)], at)) or new or new_reading

    def keep_reading(self, reading: Reading, options: ReadOptions, at: datetime) -> bool:
        """Whether it was new: one more reading of a kept document, not yet active."""
        write_stamp(at)
        if reading.document not in self._documents:
            raise DragomanError(f"a reading of a document that the record does not have: {reading.document}")
        key = (reading.document, reading.version)
        if key in self._readings:
            return False
        self._readings[key] = _KeptReading(reading, options)
        return True

    def activate(self, readings: Sequence[tuple[str, str]], at: datetime) -> int:
        """How many documents switched to the reading named by (document, version), all or none."""
        missing = next((key for key in readings if key not in self._readings), None)
        if missing:
            raise DragomanError(f"no reading {missing[1]} of {missing[0]} to make active")
        switched = 0
        for key in readings:
            history = self._active.setdefault(self._documents[key[0]].sha256, [])
            if not history or history[-1][1] != key:
                history.append((at, key))
                switched += 1
        return switched

    def keep_troubles(self, troubles: Iterable[Trouble], at: datetime) -> int:
        """How many troubles were new."""
        write_stamp(at)
        before = len(self._troubles)
        for trouble in troubles:
            self._troubles.setdefault((trouble.document, trouble.stage, trouble.why), trouble)
        return len(self._troubles) - before

    def keep_judgement(self, judgement: Judgement) -> bool:
        """Whether it was new."""
        new = judgement.id not in self._judgements
        self._judgements.setdefault(judgement.id, judgement)
        return new

    def documents(self, clocks: Clocks = NOW, scope: Scope = ALL, ids: Iterable[str] = ()) -> list[KeptDocument]:
        """Documents that have an active reading, in the order in which they came; of a scope those with such claims, of `ids` those named."""
        named = set(ids)
        kept = [self._kept_document(key) for key in self._active_keys(clocks) if self._is_asked_for(key, scope, named)]
        kept = [document for document in kept if clocks.said_by is None or document.said <= clocks.said_by]
        order = list(self._documents)
        return sorted(kept, key=lambda document: (document.added_at, order.index(document.id)))

    def claims(self, clocks: Clocks = NOW, scope: Scope = ALL) -> Iterator[Claim]:
        """Claims of active readings that are in the scope, by document and place."""
        for document in self.documents(clocks):
            yield from filter(scope.holds, self._readings[document.id, document.version].reading.claims)

    def revision(self) -> tuple[int, ...]:
        """Numbers that grow with everything that may change an answer."""
        return (sum(map(len, self._active.values())), len(self._judgements))

    def find_claim(self, id: str) -> list[Claim]:
        """Claims of active readings whose id begins with `id`; of former readings where no active one has it."""
        active = [claim for claim in self.claims() if claim.id.startswith(id)]
        former = (claim for kept in self._readings.values() for claim in kept.reading.claims if claim.id.startswith(id))
        return list({claim.id: claim for claim in (active or former)}.values())

    def find_document(self, id: str) -> list[str]:
        """Ids of the documents that begin with `id`."""
        return [name for name in self._documents if name.startswith(id)]

    def load_document(self, id: str) -> Document | None:
        """The document with its text."""
        return self._documents.get(id)

    def load_raw(self, sha256: str) -> bytes | None:
        """The archived bytes."""
        return self._raw[sha256][0] if sha256 in self._raw else None

    def load_reading(self, document: str, version: str) -> Reading | None:
        """A reading, active or not."""
        kept = self._readings.get((document, version))
        return kept.reading if kept else None

    def search(self, terms: Sequence[str], most: int) -> list[Hit]:
        """Sentences and claims that hold any of the terms, those with more of them first: every text is looked through."""
        whole = {term for term in terms if not term.endswith("*")}
        beginnings = tuple(term.removesuffix("*") for term in terms if term.endswith("*"))
        found: list[tuple[int, Hit]] = []
        for hit, words in self._places():
            count = len(words & whole) + sum(any(word.startswith(beginning) for word in words) for beginning in beginnings)
            found.extend([(count, hit)] if count else [])
        return [hit for _, hit in sorted(found, key=lambda pair: -pair[0])[:most]]

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""
        return list(self._judgements.values())

    def troubles(self) -> list[Trouble]:
        """All troubles, those of active readings included."""
        active = set(self._active_keys(NOW))
        of_readings = [trouble for key, kept in self._readings.items() if key in active for trouble in kept.reading.troubles]
        return [*self._troubles.values(), *of_readings]

    def blobs(self) -> Iterator[tuple[str, bytes | None]]:
        """Each archived file: the digest it goes by and its bytes."""
        return ((sha256, raw) for sha256, (raw, _) in sorted(self._raw.items()))

    def editions(self) -> Iterator[str]:
        """Ids of all documents, superseded editions included."""
        return iter(list(self._documents))

    def _places(self) -> Iterator[tuple[Hit, set[str]]]:
        """Every sentence and every claim with its terms."""
        for document in self._documents.values():
            for passage in find_passages(document):
                yield Hit(document.id, passage.span), set(find_terms(document.quote(passage.span)))
        for kept in self._readings.values():
            for claim in kept.reading.claims:
                yield Hit(claim.document, claim.span, claim.id), set(find_claim_terms(claim))

    def _is_asked_for(self, key: tuple[str, str], scope: Scope, named: set[str]) -> bool:
        return (not named or key[0] in named) and (scope == ALL or any(map(scope.holds, self._readings[key].reading.claims)))

    def _active_claims(self, clocks: Clocks) -> Iterator[tuple[KeptDocument, tuple[Claim, ...]]]:
        return ((document, self._readings[document.id, document.version].reading.claims) for document in self.documents(clocks))

    def _active_keys(self, clocks: Clocks) -> list[tuple[str, str]]:
        found = []
        for history in self._active.values():
            keys = [key for at, key in history if clocks.known is None or at <= clocks.known]
            found.extend(keys[-1:])
        return found

    def _kept_document(self, key: tuple[str, str]) -> KeptDocument:
        document, kept = self._documents[key[0]], self._readings[key]
        added_at = self._raw[document.sha256][1]
        said = find_said(document, kept.options)
        return KeptDocument(
            id=document.id,
            sha256=document.sha256,
            file=document.file,
            language=document.language,
            title=document.title,
            outlet=document.outlet,
            said=said or added_at.date(),
            said_is_bound=said is None,
            added_at=added_at,
            version=key[1],
            options=kept.options,
            n_claims=len(kept.reading.claims),
            translated_from=document.translated_from,
        )
