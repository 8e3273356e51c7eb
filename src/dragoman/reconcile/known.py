"""What the record knows beside the claims themselves when it makes lines of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.model import Claim, Dispute, Entry, Judged
from dragoman.model.ports import KeptDocument


@dataclass(frozen=True, slots=True)
class Known:
    """The documents by id, and how conflicts were settled, by their id."""

    documents: Mapping[str, KeptDocument] = field(default_factory=dict)
    resolved: Mapping[str, str] = field(default_factory=dict)

    def said(self, claim: Claim) -> date | None:
        """The day on which the claim was published, or by which it must have been."""
        document = self.documents.get(claim.document)
        return document.said if document is not None else None

    def said_on(self, claim: Claim) -> date | None:
        """The day on which the claim was published; `None` where only the day is known by which it must have been."""
        document = self.documents.get(claim.document)
        return document.said if document is not None and not document.said_is_bound else None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Lines and disagreements of some claims, in an order that does not depend on the order of the claims."""

    entries: tuple[Entry, ...] = ()
    disputes: tuple[Dispute, ...] = ()


def make_known(documents: Mapping[str, KeptDocument], judged: Iterable[Judged]) -> Known:
    """What the standing judgements say of conflicts; of several on one the last decides."""
    fields = [found.judgement.fields for found in judged if found.judgement.verdict == "resolve"]
    return Known(documents, {str(told["conflict"]): str(told.get("as", "settled")) for told in fields if "conflict" in told})
