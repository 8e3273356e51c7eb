"""What a question is answered from: the entries and claims that stand under its clocks, and where each was said."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.model import Claim, Conflict, ConflictSide, Dispute, Document, Entry, NothingFound, Report
from dragoman.model.ports import Clocks, Hit, Imprint, KeptDocument, StateLedger


def _stay(clocks: Clocks) -> "View":
    raise NothingFound(f"this view cannot be turned back to {clocks.known}")


def _find_nothing(terms: Sequence[str], most: int) -> list[Hit]:
    return []


def _load_nothing(id: str) -> Document | None:
    return None


@dataclass(frozen=True, slots=True)
class View:
    """Entries with their claims and documents, and the ledger of states; `today` is the day that an open clock means.

    `imprints` are those of the documents of its claims, as far as they are at hand.
    `rewind` yields the same view under other clocks, `search` the places that hold any of some terms, `load` a document with its text.
    """

    entries: tuple[Entry, ...]
    claims: Mapping[str, Claim]
    documents: Mapping[str, KeptDocument]
    ledger: StateLedger
    today: date
    clocks: Clocks
    disputes: tuple[Dispute, ...] = ()
    imprints: Mapping[str, Imprint] = field(default_factory=dict)
    rewind: Callable[[Clocks], "View"] = _stay
    search: Callable[[Sequence[str], int], list[Hit]] = _find_nothing
    load: Callable[[str], Document | None] = _load_nothing

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The disagreements with the words on each side; claims that the clocks or a person left out are not among them.

        Where only one side still stands, nobody disagrees.
        """
        found = (self._lay_out(dispute) for dispute in self.disputes)
        return tuple(conflict for conflict in found if sum(bool(side.reports) for side in conflict.sides) > 1)

    def _lay_out(self, dispute: Dispute) -> Conflict:
        sides = [(rival.value, [name for name in rival.claims if name in self.claims]) for rival in dispute.rivals]
        return Conflict(
            id=dispute.id,
            type=dispute.type,
            why=dispute.why,
            severity=dispute.severity,
            sides=tuple(ConflictSide(value=value, reports=self.reports(names)) for value, names in sides),
            status=dispute.status,
            verdict=dispute.verdict,
        )

    def reports(self, ids: Iterable[str]) -> tuple[Report, ...]:
        """The words of the claims `ids`, in that order, each once."""
        return tuple(self._report(self.claims[claim]) for claim in dict.fromkeys(ids))

    def _report(self, claim: Claim) -> Report:
        file = self._imprint(claim).file
        return Report(claim=claim.id, document=claim.document, file=file, span=claim.span, text=claim.text, language=claim.language)

    def said_on(self, claim: Claim) -> date | None:
        """The day on which the claim was published; `None` where only the day is known by which it must have been."""
        imprint = self._imprint(claim)
        return None if imprint.said_is_bound else imprint.said

    def said(self, claim: Claim) -> date:
        """The day on which the claim was published, or by which it must have been."""
        return self._imprint(claim).said

    def _imprint(self, claim: Claim) -> Imprint | KeptDocument:
        """That of the claim's document; one that was not kept beside the lines is looked up."""
        return self.imprints.get(claim.document) or self.documents[claim.document]
