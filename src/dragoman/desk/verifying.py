"""What `verify` finds: every archived file hashed again, every span read again."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.model import Claim, Document, Trouble
from dragoman.model.ports import ClaimStore, Clocks

NOW = Clocks()


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` looked at and what did not hold."""

    n_files: int
    n_documents: int
    n_spans: int
    misses: tuple[Trouble, ...]


def verify_store(store: ClaimStore, clocks: Clocks = NOW, on: date | None = None) -> Verified:
    """Every archived file hashed again, and every span of every active claim read again in its text; texts are held one at a time.

    Under clocks only what a view under them rests on: the documents said and known by then and, with `on`, claims that may have been so by that day.
    """
    editions = list(store.editions()) if clocks == NOW else [kept.id for kept in store.documents(clocks)]
    wanted = {edition.partition(".")[0] for edition in editions}
    misses: list[Trouble] = []
    digests = set()
    for sha256, raw in store.blobs():
        if clocks != NOW and sha256 not in wanted:
            continue
        digests.add(sha256)
        if raw is None or hashlib.sha256(raw).hexdigest() != sha256:
            misses.append(Trouble(document=sha256, stage="verify", why="the archived bytes no longer have their digest"))
    gone = [edition for edition in editions if edition.partition(".")[0] not in digests]
    misses.extend(Trouble(document=edition, stage="verify", why="the archived bytes are gone") for edition in gone)
    n_spans = 0
    document: Document | None = None
    for claim in store.claims(clocks):
        if on is not None and claim.when is not None and claim.when.start is not None and claim.when.start > on:
            continue
        if document is None or document.id != claim.document:
            document = store.load_document(claim.document)
        n_spans += 1 + len(claim.evidence)
        misses.extend(_find_misses(claim, document))
    return Verified(len(digests), len(editions), n_spans, tuple(misses))


def _find_misses(claim: Claim, document: Document | None) -> Iterator[Trouble]:
    """The spans of a claim at which something else stands than it quotes."""
    quoted = [(claim.span, claim.text), *((evidence.span, evidence.text) for evidence in claim.evidence)]
    for span, text in quoted:
        if document is None or document.quote(span) != text:
            yield Trouble(document=claim.document, stage="verify", why=f"claim {claim.id} does not say what stands at its span", span=span)
