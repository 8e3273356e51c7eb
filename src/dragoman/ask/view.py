"""What a question is answered from: the entries and claims that stand under its clocks, and where each was said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model import Claim, Conflict, Entry, NothingFound, Report
from dragoman.model.ports import Clocks, KeptDocument, StateLedger


def _stay(clocks: Clocks) -> "View":
    raise NothingFound(f"this view cannot be turned back to {clocks.known}")


@dataclass(frozen=True, slots=True)
class View:
    """Entries with their claims and documents, and the ledger of states; `today` is the day that an open clock means.

    `rewind` yields the same view under other clocks.
    """

    entries: tuple[Entry, ...]
    claims: Mapping[str, Claim]
    documents: Mapping[str, KeptDocument]
    ledger: StateLedger
    today: date
    clocks: Clocks
    conflicts: tuple[Conflict, ...] = ()
    rewind: Callable[[Clocks], "View"] = _stay

    def reports(self, ids: Iterable[str]) -> tuple[Report, ...]:
        """The words of the claims `ids`, in that order, each once."""
        return tuple(self._report(self.claims[claim]) for claim in dict.fromkeys(ids))

    def _report(self, claim: Claim) -> Report:
        file = self.documents[claim.document].file
        return Report(claim=claim.id, document=claim.document, file=file, span=claim.span, text=claim.text, language=claim.language)

    def said_on(self, claim: Claim) -> date | None:
        """The day on which the claim was published; `None` where only the day is known by which it must have been."""
        document = self.documents[claim.document]
        return None if document.said_is_bound else document.said

    def said(self, claim: Claim) -> date:
        """The day on which the claim was published, or by which it must have been."""
        return self.documents[claim.document].said
