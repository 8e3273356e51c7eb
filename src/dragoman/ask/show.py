"""One line of the record by the id of any claim in it."""

from dataclasses import dataclass

from dragoman.ask.chronology import Line
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View


@dataclass(frozen=True, slots=True)
class Show(Asked):
    """The entry that a claim belongs to, with all its reports; after a merge or a split an old id leads to where its claim is now."""

    id: str = ask_for("the id of an entry or claim, or how it begins", argument=True)

    def answer(self, view: View) -> tuple[Line, ...]:
        """The entries with such a claim; several only where several ids begin so."""
        entries = [entry for entry in view.entries if any(claim.startswith(self.id) for claim in (entry.id, *entry.support, *entry.against))]
        exact = [entry for entry in entries if self.id in (entry.id, *entry.support)]
        return tuple(Line(entry=entry, reports=view.reports((*entry.support, *entry.against))) for entry in exact or entries)
