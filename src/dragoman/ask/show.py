"""One line of the record by the id of any claim in it."""

from dataclasses import dataclass

from dragoman.ask.chronology import Line
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.model import Entry
from dragoman.reconcile.known import Known
from dragoman.reconcile.origins import find_origins


@dataclass(frozen=True, slots=True)
class Show(Asked):
    """The entry that a claim belongs to, with all its reports; after a merge or a split an old id leads to where its claim is now."""

    id: str = ask_for("the id of an entry or claim, or how it begins", argument=True)

    def answer(self, view: View) -> tuple[Line, ...]:
        """The entries with such a claim; several only where several ids begin so."""
        entries = [entry for entry in self.find_entries(view) if any(claim.startswith(self.id) for claim in (entry.id, *entry.support, *entry.against))]
        exact = [entry for entry in entries if self.id in (entry.id, *entry.support)]
        return tuple(_make_line(entry, view) for entry in exact or entries)


def _make_line(entry: Entry, view: View) -> Line:
    """The entry with its words, and which of them go back to one source and why."""
    origins = find_origins([view.claims[name] for name in entry.support], Known(view.documents))
    return Line(entry=entry, reports=view.reports((*entry.support, *entry.against)), origins=origins)
