"""Lines that may be one and could not be joined: the same told of near days, and the same with another person in it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile

from dragoman.model import Actor, Channel, Claim, Dispute, Entry, Event
from dragoman.reconcile.disputes import gather_rivals, make_dispute, sort_by_key
from dragoman.reconcile.holders import SINGLE
from dragoman.reconcile.joining import MUTUAL
from dragoman.reconcile.known import Known
from dragoman.reconcile.origins import share_origin
from dragoman.reconcile.people import is_named, same_name, share_person
from dragoman.reconcile.times import is_day
from dragoman.reconcile.wording import say_when

MET_AGAIN = timedelta(days=3)
"""Days between two meetings of the same people, told by different papers, that may be one."""
TURNED_AGAIN = timedelta(days=10)
"""Days between two tellings of one turn of a link: announced, decided, in force."""
TURNS = frozenset({"established", "suspended", "resumed", "ended"})


def find_persons(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Two papers tell one event of one day, with two holders of one office in it."""
    for row in sort_by_key(entries, _event_of):
        holding = [entry for entry in row if _offices(entry.claim)] if len(row) > 1 else []
        for group in gather_rivals(holding, lambda one, other: _other_person(one, other, claims, known) is not None):
            office = next(role for one in group for other in group if (role := _other_person(one, other, claims, known)))
            sides: dict[str, list[str]] = {}
            for entry in group:
                sides.setdefault(_holder(entry.claim, office) or "", []).extend(entry.support)
            yield make_dispute("actor", f"one event of one day is told of two people as {office[1]}", 0.7, sides)


def _event_of(claim: Claim) -> tuple[object, ...] | None:
    """The mode and the day of an event that happened."""
    if not isinstance(claim, Event) or claim.modality not in ("actual", "agreed") or claim.when is None or not is_day(claim.when):
        return None
    return (claim.mode, claim.when.start)


def _offices(claim: Claim) -> dict[tuple[str | None, str], str]:
    """The names of those who hold an office of one holder, by their side and office."""
    actors = (*claim.source, *claim.target) if isinstance(claim, Event) else ()
    return {(actor.side, actor.role): actor.name for actor in actors if _is_holder(actor) and actor.role}


def _is_holder(actor: Actor) -> bool:
    return actor.type == "person" and actor.role is not None and actor.role.startswith(SINGLE) and is_named(actor)


def _holder(claim: Claim, office: tuple[str | None, str]) -> str | None:
    return _offices(claim).get(office)


def _other_person(one: Entry, other: Entry, claims: Mapping[str, Claim], known: Known) -> tuple[str | None, str] | None:
    """The office for which two events name two people, told by papers of which neither tells both."""
    mine, theirs = _offices(one.claim), _offices(other.claim)
    found = next((office for office in sorted(mine.keys() & theirs.keys(), key=str) if not same_name(mine[office], theirs[office])), None)
    return found if found is not None and one is not other and _are_apart(one, other, claims, known) else None


def _are_apart(one: Entry, other: Entry, claims: Mapping[str, Claim], known: Known) -> bool:
    """Whether no document tells both, and their sources are independent."""
    documents = [{claims[name].document for name in entry.support} for entry in (one, other)]
    return documents[0].isdisjoint(documents[1]) and not share_origin(one.claim, other.claim, known)


def find_duplicates(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """The same people met, or the same link turned, on days that lie close: one thing with two dates, or two things."""
    for row in sort_by_key(entries, _kind_of):
        ordered = sorted(row, key=lambda entry: (_day_of(entry), entry.id))
        pairs = ((one, other) for place, one in enumerate(ordered) for other in _soon_after(one, ordered[place + 1 :]))
        for group in _tie(pair for pair in pairs if _may_be_one(*pair) and _are_apart(*pair, claims, known)):
            sides: dict[str, list[str]] = {}
            for entry in group:
                sides.setdefault(say_when(entry.claim.when), []).extend(entry.support)
            yield make_dispute("duplicate", "told of days that lie close by papers none of which tells both: one thing, or two", 0.3, sides)


def may_double(claim: Claim) -> bool:
    """Whether a claim is looked at: what happened on a day that is told."""
    return _kind_of(claim) is not None


def _kind_of(claim: Claim) -> tuple[object, ...] | None:
    if claim.modality not in ("actual", "agreed") or claim.when is None or not is_day(claim.when):
        return None
    if isinstance(claim, Event):
        return ("event", claim.mode) if claim.type in MUTUAL and claim.mode is not None else None
    return ("channel", claim.state, claim.at) if isinstance(claim, Channel) and claim.state in TURNS else None


def _day_of(entry: Entry) -> date:
    return (entry.claim.when.start if entry.claim.when is not None else None) or date.max


def _soon_after(one: Entry, others: Sequence[Entry]) -> Iterator[Entry]:
    span = MET_AGAIN if isinstance(one.claim, Event) else TURNED_AGAIN
    yield from takewhile(lambda other: _day_of(other) - _day_of(one) <= span, others)


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Whether what is told of both is the same but for the day: the same people at the same place."""
    mine, theirs = one.claim, other.claim
    if _day_of(one) == _day_of(other):
        return False
    if isinstance(mine, Event) and isinstance(theirs, Event):
        places = {claim.where.country for claim in (mine, theirs) if claim.where is not None and claim.where.country}
        return len(places) < 2 and share_person((*mine.source, *mine.target), (*theirs.source, *theirs.target))
    return isinstance(mine, Channel) and isinstance(theirs, Channel)


def _tie(pairs: Iterator[tuple[Entry, Entry]]) -> list[list[Entry]]:
    """Entries that are tied by pairs, together, in the order of their days."""
    groups: dict[str, list[Entry]] = {}
    for one, other in pairs:
        first, second = groups.setdefault(one.id, [one]), groups.setdefault(other.id, [other])
        if first is not second:
            first.extend(second)
            groups.update((entry.id, first) for entry in second)
    return list({id(group): group for group in groups.values()}.values())
