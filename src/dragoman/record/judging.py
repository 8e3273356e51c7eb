"""Judgements kept and found again: what was decided, on which claims it stands now, and what no longer fits."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from dragoman.model import BadInput, Claim, Document, Judged, Judgement, NothingFound, Reading, Trouble, Verdict, claim_id, correct_claim
from dragoman.model.ports import ClaimStore, Clocks
from dragoman.record.anchors import find_anchored, find_quote, make_anchor

NOW = Clocks()
CLAIMS = "claims"
"""The field of a judgement that names its claims by id: the short way to them while nobody has read the document anew."""
ADDED = "claim"
"""The field of a judgement that holds the claim which it adds."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides: the verdict, who and why; `fields` say more (corrected fields, a grade, how a conflict ends)."""

    verdict: Verdict
    by: str
    why: str
    fields: dict[str, object] = field(default_factory=dict)


def make_judgement(store: ClaimStore, decision: Decision, claims: Sequence[Claim], at: datetime) -> Judgement:
    """The judgement on `claims`, kept; BadInput where it has no name, no reason or no claim, or corrects what the claim does not have."""
    _check(decision)
    if not claims:
        raise BadInput("a judgement names the claims that it is about")
    if decision.verdict == "correct":
        for claim in claims:
            correct_claim(claim, decision.fields)
    anchors = tuple(make_anchor(claim, _load(store, claim.document)) for claim in claims)
    fields = {**decision.fields, CLAIMS: [claim.id for claim in claims]}
    if decision.verdict == "add":
        fields[ADDED] = msgspec.to_builtins(claims[0])
    return _keep(store, Judgement(id="", verdict=decision.verdict, anchors=anchors, by=decision.by.strip(), at=at, why=decision.why.strip(), fields=fields))


def withdraw(store: ClaimStore, id: str, decision: Decision, at: datetime) -> Judgement:
    """The judgement that takes back the one named `id`, kept; NothingFound where there is none, BadInput where it is taken back already."""
    _check(decision)
    judgements = store.judgements()
    former = next((found for found in judgements if found.id == id), None)
    if former is None:
        raise NothingFound(f"{id}: no judgement of this record has that id")
    if former.withdraws is None and id not in {found.id for found in find_standing(judgements)}:
        raise BadInput(f"{id}: is taken back already")
    return _keep(store, Judgement(id="", verdict="withdraw", anchors=former.anchors, by=decision.by.strip(), at=at, why=decision.why.strip(), withdraws=id))


def find_standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that nobody has taken back, oldest first; a withdrawal that was itself withdrawn takes nothing back."""
    standing: dict[str, Judgement] = {}
    taken: dict[str, Judgement] = {}
    order: dict[str, int] = {}
    for judgement in judgements:
        order[judgement.id] = len(order)
        if judgement.withdraws is None:
            standing[judgement.id] = judgement
        elif judgement.withdraws in standing:
            taken[judgement.id] = standing.pop(judgement.withdraws)
        elif judgement.withdraws in taken:
            restored = taken.pop(judgement.withdraws)
            standing[restored.id] = restored
    return sorted(standing.values(), key=lambda judgement: order[judgement.id])


def find_judged(store: ClaimStore, clocks: Clocks = NOW) -> tuple[list[Judged], list[Trouble]]:
    """What stands under the clocks, oldest first, and a Trouble for each judgement that fits no claim any more."""
    told = find_standing(judgement for judgement in store.judgements() if clocks.known is None or judgement.at <= clocks.known)
    finder = _Finder(store) if told else None
    standing: list[Judged] = []
    troubles: list[Trouble] = []
    for judgement in told:
        found = finder.find(judgement) if finder else ()
        troubles.extend(claim for claim in found if isinstance(claim, Trouble))
        claims = [claim for claim in found if not isinstance(claim, Trouble)]
        if claims:
            added = claims[0] if judgement.verdict == "add" else None
            standing.append(Judged(judgement=judgement, claims=tuple(claim.id for claim in claims), added=added))
    return standing, troubles


class _Finder:
    """Looks up the claims of judgements, each document loaded at most once."""

    def __init__(self, store: ClaimStore) -> None:
        self._store = store
        self._kept = {kept.sha256: kept for kept in store.documents()}
        self._readings: dict[str, Reading | None] = {}
        self._documents: dict[str, Document] = {}
        self._added: dict[str, Claim] = {}

    def find(self, judgement: Judgement) -> list[Claim | Trouble]:
        """The claims that it is about now, and a Trouble for each that is gone."""
        if judgement.verdict == "add":
            found = self._find_added(judgement)
            if not isinstance(found, Trouble):
                self._added[found.id] = found
            return [found]
        named = judgement.fields.get(CLAIMS)
        names = [str(name) for name in named] if isinstance(named, list | tuple) else []
        names += [""] * (len(judgement.anchors) - len(names))
        return [self._find_one(judgement, number, name) for number, name in enumerate(names[: len(judgement.anchors)])]

    def _find_one(self, judgement: Judgement, number: int, name: str) -> Claim | Trouble:
        """The claim by its id while the active reading has it, else by the words that the anchor holds."""
        anchor = judgement.anchors[number]
        reading = self._reading(anchor.sha256)
        if name in self._added:
            return self._added[name]
        if reading is None:
            return _trouble(anchor.sha256, judgement, "the record no longer has its document")
        known = next((claim for claim in reading.claims if claim.id == name), None)
        return known or find_anchored(anchor, reading.claims, self._document(reading.document))

    def _find_added(self, judgement: Judgement) -> Claim | Trouble:
        """The added claim, moved to where its words stand in the active edition of the text."""
        anchor = judgement.anchors[0]
        claim: Claim = msgspec.convert(judgement.fields[ADDED], Claim)
        kept = self._kept.get(anchor.sha256)
        if kept is None:
            return _trouble(anchor.sha256, judgement, "the record no longer has its document")
        if claim.document == kept.id:
            return claim
        document = self._document(kept.id)
        places = find_quote(anchor, document)
        if not places:
            return _trouble(kept.id, judgement, "the words that it quotes are no longer in the text")
        moved = msgspec.structs.replace(claim, document=kept.id, span=places[0], text=document.quote(places[0]))
        return msgspec.structs.replace(moved, id=claim_id(moved))

    def _reading(self, sha256: str) -> Reading | None:
        if sha256 not in self._readings:
            kept = self._kept.get(sha256)
            self._readings[sha256] = self._store.load_reading(kept.id, kept.version) if kept else None
        return self._readings[sha256]

    def _document(self, id: str) -> Document:
        if id not in self._documents:
            self._documents[id] = _load(self._store, id)
        return self._documents[id]


def _trouble(document: str, judgement: Judgement, why: str) -> Trouble:
    return Trouble(document=document, stage="judgement", why=f"the judgement {judgement.id} by {judgement.by} no longer fits: {why}")


def _check(decision: Decision) -> None:
    if not decision.by.strip():
        raise BadInput("a judgement has a name: say who decides")
    if not decision.why.strip():
        raise BadInput("a judgement has a reason: say why")


def _keep(store: ClaimStore, judgement: Judgement) -> Judgement:
    digest = hashlib.sha256(msgspec.json.encode(judgement, order="sorted")).hexdigest()
    sealed = msgspec.structs.replace(judgement, id="j" + digest[:20])
    store.keep_judgement(sealed)
    return sealed


def _load(store: ClaimStore, id: str) -> Document:
    document = store.load_document(id)
    if document is None:
        raise NothingFound(f"{id}: no document of this record has that id")
    return document
