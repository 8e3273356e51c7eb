"""What happens once, told with times that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dragoman.know.states import load_ledger
from dragoman.model import Channel, Claim, Dispute, Entry, Instrument, Post, When
from dragoman.reconcile.disputes import are_rivals, gather_rivals, is_internal, lay_sides, make_dispute
from dragoman.reconcile.known import Known
from dragoman.reconcile.times import contradict, length_of
from dragoman.reconcile.wording import say_when

SET_UP_ONCE = frozenset({"diplomatic_relations", "defence_pact"})
"""Links of which there is one between two sides."""
ONCE = frozenset({"established", "ended", "absent"})
"""States that a link enters once, until it leaves them."""
AGAIN = timedelta(days=366)
"""After this long somebody is appointed again; two nearer days are two tellings of one appointment."""


def find_dates(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """What can only happen once is given times that cannot both be right, by two sources or by one document against itself."""
    del claims
    for rivals in _find_once(entries):
        ordered = sorted(rivals, key=lambda entry: (length_of(time_of(entry.claim)), say_when(time_of(entry.claim)), entry.id))
        starts = [when.start or date.min for entry in ordered if (when := time_of(entry.claim))]
        ends = [when.end or date.max for entry in ordered if (when := time_of(entry.claim))]
        if max(starts) <= min(ends):
            continue
        for group in gather_rivals(ordered, lambda one, other: _exclude(one.claim, other.claim, known)):
            sides = lay_sides(group, lambda claim: say_when(time_of(claim)))
            why = f"this happens once, and the times given exclude each other: {' against '.join(sorted(sides))}"
            yield make_dispute("internal" if is_internal(group) else "date", why, 0.8, sides)


def _exclude(one: Claim, other: Claim, known: Known) -> bool:
    mine, theirs = time_of(one), time_of(other)
    if mine is None or theirs is None or not contradict(mine, theirs) or _lapsed_between(one, other):
        return False
    if isinstance(one, Post) and _gap(mine, theirs) > AGAIN:
        return False
    return are_rivals(one, other, known)


def _gap(one: When, other: When) -> timedelta:
    """Days between two times that do not meet."""
    early, late = sorted((one, other), key=lambda when: when.start or date.min)
    return (late.start or date.min) - (early.end or date.max)


def time_of(claim: Claim) -> When | None:
    """When it happened; a link that was absent until a day was set up on that day."""
    if isinstance(claim, Channel) and claim.state == "absent" and claim.when is not None and claim.when.end is not None:
        return When.on(claim.when.end) if claim.when.bound == "until" and claim.when.precision == "day" else None
    return claim.when


def _lapsed_between(one: Claim, other: Claim) -> bool:
    """Whether a state of a link came to an end between two days on which it was set up, so that it was set up twice."""
    days = [when.start or when.end for when in (time_of(one), time_of(other)) if when is not None]
    known = sorted(day for day in days if day is not None)
    if not (isinstance(one, Channel) and isinstance(other, Channel)) or len(known) < 2:
        return False
    sides = {actor.side for actor in (*one.between, *other.between) if actor.side}
    ends = [row for side in sides for row in load_ledger().successions(side) if row.fate_of(one.channel) != "continues"]
    return any(known[0] < row.on < known[-1] for row in ends)


def _find_once(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The entries of each thing that happens once: a link set up, an instrument signed, an office taken up."""
    rows: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    ended = any(isinstance(e.claim, Channel) and e.claim.state in ("ended", "suspended", "resumed") and e.claim.modality == "actual" for e in entries)
    titled: dict[tuple[object, ...], list[tuple[frozenset[str], tuple[object, ...]]]] = defaultdict(list)
    for entry in entries:
        claim = entry.claim
        if time_of(claim) is None or claim.modality not in ("actual", "agreed"):
            continue
        if isinstance(claim, Channel) and claim.state in ONCE and not ended and claim.channel in SET_UP_ONCE:
            rows[("channel", "established" if claim.state == "absent" else claim.state)].append(entry)
        elif isinstance(claim, Instrument) and claim.state in ("signed", "ratified", "in_force"):
            rows[_find_title(claim, entry.id, titled)].append(entry)
        elif isinstance(claim, Post) and claim.state in ("appointed", "elected") and claim.person is not None:
            rows[("post", claim.state, claim.person.name.casefold())].append(entry)
    yield from (row for row in rows.values() if len(row) > 1)


def _find_title(claim: Instrument, id: str, titled: dict[tuple[object, ...], list[tuple[frozenset[str], tuple[object, ...]]]]) -> tuple[object, ...]:
    """The row of the instrument that a title names; titles with other numbers in them name other instruments."""
    words = frozenset(word for word in claim.title.casefold().split() if len(word) > 3)
    numbers = frozenset(word for word in claim.title.split() if any(char.isdigit() for char in word))
    alike = titled[(claim.state, numbers)]
    known = next((key for others, key in alike if _one_title(words, others)), None)
    if known is None:
        known = ("instrument", id)
        alike.append((words, known))
    return known


def _one_title(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two titles are so alike that only one instrument can bear them; "an agreement" alone is no title."""
    return min(len(ones), len(others)) > 2 and len(ones & others) >= 0.8 * max(len(ones), len(others))
