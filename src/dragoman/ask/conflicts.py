"""Where sources disagree, the gravest first."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from dataclasses import dataclass
from typing import Literal

from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.model import Conflict, ConflictType

Open = Literal["open", "resolved"]


@dataclass(frozen=True, slots=True)
class Conflicts(Asked):
    """Disagreements between sources, or of one with itself, the gravest first; `dyad:RUS-KOR` and all other conditions hold for their entries."""

    type: ConflictType | None = ask_for(
        "only this type: date, value, actor, state, office-holder, attribution, translation, duplicate, scope, internal", default=None
    )
    status: Open | None = ask_for("only open or only resolved ones", default=None)

    def answer(self, view: View) -> tuple[Conflict, ...]:
        """Conflicts between claims of entries that the filter keeps."""
        kept = {claim for entry in self.find_entries(view) for claim in (*entry.support, *entry.against)}
        found = [conflict for conflict in view.conflicts if self._asks_for(conflict) and kept.intersection(find_claims(conflict))]
        return tuple(sorted(found, key=lambda conflict: (-conflict.severity, conflict.type, conflict.id)))

    def _asks_for(self, conflict: Conflict) -> bool:
        return self.type in (None, conflict.type) and self.status in (None, conflict.status)


def find_claims(conflict: Conflict) -> tuple[str, ...]:
    """Ids of the claims that disagree."""
    return tuple(report.claim for side in conflict.sides for report in side.reports)
