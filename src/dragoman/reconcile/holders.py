"""Who held an office, told with names that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dragoman.know.name_keys import find_keys
from dragoman.model import Claim, Dispute, Entry, Post
from dragoman.reconcile.disputes import gather_rivals, make_dispute
from dragoman.reconcile.known import Known
from dragoman.reconcile.people import near_name, same_name
from dragoman.reconcile.times import is_day

SINGLE = ("president", "prime minister", "foreign minister", "defence minister", "interior minister", "finance minister", "ambassador", "king", "chancellor")
"""Offices that one person holds at a time."""
SPANNED = 3 * 365
"""Days between two mentions within which two like names in one office are more likely one holder than two."""
HELD = frozenset({"incumbent", "acting", "elected", "appointed"})


def find_holders(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Two people in one office at one time, or one holder under two names that are no spellings of each other."""
    held = [e for e in entries if isinstance(e.claim, Post) and e.claim.person is not None and e.claim.office.of and e.claim.office.title.startswith(SINGLE)]
    if not held:
        return
    near = _find_near(held, known)
    yield from near
    misspelt = {frozenset(side.value for side in dispute.rivals) for dispute in near}
    for names, sides in _find_same_day(held, claims).items():
        if not any(names <= told for told in misspelt):
            yield make_dispute("office-holder", "two people are named in one office on the same day", 0.9, sides)


def _find_near(held: Sequence[Entry], known: Known) -> list[Dispute]:
    """Names with one family name and like given names, told of times that one holder may have spanned."""
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in held:
        by_name[_name_of(entry)].append(entry)
    found: list[Dispute] = []
    for names in _share_keys(sorted(by_name)):
        why = "one office, one family name, two names that are no spellings of each other: one person misspelt, or two"
        groups = gather_rivals(names, lambda one, other: near_name(one, other) and _meet(by_name[one], by_name[other], known))
        told = ({name: [claim for entry in by_name[name] for claim in entry.support] for name in group} for group in groups)
        found.extend(make_dispute("office-holder", why, 0.5, sides) for sides in told)
    return found


def _share_keys(names: Iterable[str]) -> Iterator[list[str]]:
    """Names tied by the sound of a word of theirs, so that only those are compared."""
    rows: list[tuple[set[str], list[str]]] = []
    for name in names:
        keys = {key for key in find_keys(name) if key.startswith("w")}
        tied = [row for row in rows if not row[0].isdisjoint(keys)]
        rows = [row for row in rows if row[0].isdisjoint(keys)]
        rows.append(({*keys, *(key for row in tied for key in row[0])}, [*(other for row in tied for other in row[1]), name]))
    yield from (sorted(row[1]) for row in rows if len(row[1]) > 1)


def _meet(ones: Iterable[Entry], others: Sequence[Entry], known: Known) -> bool:
    return any(_within(one.claim, other.claim, known) for one in ones for other in others)


def _within(one: Claim, other: Claim, known: Known) -> bool:
    """Whether two posts are told of times that one holder may have spanned; of the day they were published where they have none; no time excludes none."""
    days = [(claim.when.start or claim.when.end) if claim.when is not None else known.said_on(claim) for claim in (one, other)]
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= SPANNED


def _name_of(entry: Entry) -> str:
    return entry.claim.person.name if isinstance(entry.claim, Post) and entry.claim.person is not None else ""


def _find_same_day(held: Sequence[Entry], claims: Mapping[str, Claim]) -> dict[frozenset[str], dict[str, list[str]]]:
    """The names, with their claims, of each set of people who are told to hold the office on one day."""
    days: dict[date, list[Entry]] = defaultdict(list)
    for entry in held:
        if isinstance(entry.claim, Post) and entry.claim.state in HELD:
            told = (claims[name].when for name in entry.support)
            for day in {when.start for when in told if when is not None and is_day(when) and when.start is not None}:
                days[day].append(entry)
    found: dict[frozenset[str], dict[str, list[str]]] = {}
    for _, row in sorted(days.items()):
        by_name: dict[str, list[str]] = {}
        for entry in row:
            known = next((name for name in by_name if same_name(name, _name_of(entry))), _name_of(entry))
            by_name.setdefault(known, []).extend(entry.support)
        if len(by_name) > 1:
            sides = found.setdefault(frozenset(by_name), {})
            for name, ids in by_name.items():
                sides.setdefault(name, []).extend(ids)
    return found
