"""Where claims disagree: typed, with the reason in words and a weight by what hangs on it.

A finer date, another scope or measure, a change over time and two papers with one source are no disagreements.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import structs

from dragoman.model import Claim, Dispute, Entry
from dragoman.reconcile.disputes import join_conflicts
from dragoman.reconcile.doubles import find_duplicates, find_persons
from dragoman.reconcile.holders import find_holders
from dragoman.reconcile.known import Known
from dragoman.reconcile.links import find_states
from dragoman.reconcile.numbers import find_scopes, find_values
from dragoman.reconcile.once import find_dates
from dragoman.reconcile.tellings import find_allegations, find_attributions, find_opposites, find_translations

Finder = Callable[[Sequence[Entry], Mapping[str, Claim], Known], Iterator[Dispute]]
FINDERS: tuple[Finder, ...] = (
    find_translations,
    find_attributions,
    find_allegations,
    find_dates,
    find_holders,
    find_persons,
    find_values,
    find_scopes,
    find_states,
    find_opposites,
    find_duplicates,
)
"""Each looks for one kind; its docstring is what the kind means."""


def find_conflicts(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> tuple[Dispute, ...]:
    """The disagreements within one block, each once, sorted by id; settled ones say how they were."""
    found = join_conflicts(conflict for finder in FINDERS for conflict in finder(entries, claims, known))
    return tuple(_settle(conflict, known) for conflict in found)


def _settle(conflict: Dispute, known: Known) -> Dispute:
    verdict = known.resolved.get(conflict.id)
    return structs.replace(conflict, status="resolved", verdict=verdict) if verdict else conflict
