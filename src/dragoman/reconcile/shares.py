"""Shares of a block: claims so far from all others in time that they can neither be one line with them nor disagree with them.

Each share is reconciled by itself, and all of them together are what the whole block gives. Claims are tied where their times may meet,
where a document ties them, and where one person is told to have met in one manner on days that lie close; what is tied lies in one share.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from dragoman.know.name_keys import find_keys
from dragoman.model import Channel, Claim, Event
from dragoman.model.sides import find_actors
from dragoman.reconcile.doubles import MET_AGAIN, TURNED_AGAIN, may_double
from dragoman.reconcile.known import Known
from dragoman.reconcile.once import SET_UP_ONCE
from dragoman.reconcile.shelf import FRESH, SLACK
from dragoman.reconcile.tellings import LASTING

PARTED = frozenset({"event", "statement", "channel"})
"""Kinds whose blocks are cut; whether something was set up, held or signed twice is asked of all times at once, and so is whether a deed goes on."""
SMALL = 400
"""Claims of a block that is not worth cutting."""
Days = tuple[int, int]
"""Days counted from the beginning of the calendar."""
NEVER, FOREVER = date.min.toordinal(), date.max.toordinal()


def find_shares(claims: Sequence[Claim], known: Known) -> list[list[Claim]]:
    """The claims of one block in shares, by the quarter in which their ties begin; a small block is one share."""
    if len(claims) <= SMALL or not _is_parted(claims[0]):
        return [list(claims)]
    reaches = [find_reach(claim, known) for claim in claims]
    clusters = _find_clusters(reaches)
    heads = list(range(max(clusters) + 1))
    for one, other in _find_ties(claims, clusters):
        mine, theirs = _find_head(heads, one), _find_head(heads, other)
        heads[max(mine, theirs)] = min(mine, theirs)
    heads = [_find_head(heads, cluster) for cluster in range(len(heads))]
    firsts: dict[int, int] = {}
    for cluster, reach in zip(clusters, reaches, strict=True):
        head, first = heads[cluster], reach[0] if reach is not None else FOREVER
        firsts[head] = min(firsts.get(head, FOREVER), first)
    quarters = {head: _name_quarter(first) for head, first in firsts.items()}
    shares: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim, cluster in zip(claims, clusters, strict=True):
        shares[quarters[heads[cluster]]].append(claim)
    return [shares[quarter] for quarter in sorted(shares)]


def _is_parted(claim: Claim) -> bool:
    if isinstance(claim, Event):
        return claim.type not in LASTING
    return claim.kind in PARTED and not (isinstance(claim, Channel) and claim.channel in SET_UP_ONCE)


def _name_quarter(day: int) -> tuple[int, int]:
    first = date.fromordinal(day)
    return (first.year, (first.month - 1) // 3)


def find_reach(claim: Claim, known: Known) -> Days | None:
    """The days on which the claim may meet another one, of a link without a time all; `None` of what else has none where nobody knows when it was said."""
    when = claim.when
    if when is not None:
        return (when.start.toordinal() if when.start else NEVER, when.end.toordinal() + SLACK.days if when.end else FOREVER)
    if isinstance(claim, Channel):
        return (NEVER, FOREVER)
    said = known.said(claim)
    return (said.toordinal() - FRESH.days, said.toordinal() + SLACK.days) if said is not None else None


def _find_clusters(reaches: Sequence[Days | None]) -> list[int]:
    """For each reach the number of its cluster: those that follow each other without a gap."""
    timed = sorted((reach, place) for place, reach in enumerate(reaches) if reach is not None)
    clusters = [0] * len(reaches)
    number, last = -1, 0
    for (start, end), place in timed:
        if number < 0 or start > last:
            number += 1
        clusters[place], last = number, max(last, end)
    for place, reach in enumerate(reaches):
        if reach is None:
            number += 1
            clusters[place] = number
    return clusters


def _find_ties(claims: Sequence[Claim], clusters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Clusters that a document ties, for a claim of it that has no time or a doubtful state, or a person on days that lie close."""
    loose = [claim.when is None or _is_doubted(claim) for claim in claims]
    tying = {claim.document for claim, is_loose in zip(claims, loose, strict=True) if is_loose}
    documents: dict[str, int] = {}
    days: dict[tuple[str | None, str | None], list[tuple[date, int]]] = defaultdict(list)
    for claim, cluster in zip(claims, clusters, strict=True):
        if claim.document in tying:
            yield (documents.setdefault(claim.document, cluster), cluster)
        when = claim.when
        if isinstance(claim, Event | Channel) and when is not None and when.start is not None and may_double(claim):
            for key in _find_doubled(claim):
                days[key].append((when.start, cluster))
    within = TURNED_AGAIN if isinstance(claims[0], Channel) else MET_AGAIN
    for row in days.values():
        yield from ((one, other) for (early, one), (late, other) in pairwise(sorted(row)) if late - early <= within and one != other)


def _is_doubted(claim: Claim) -> bool:
    return any(actor.literal is not None for actor in (*find_actors(claim), *claim.said_by))


def _find_doubled(claim: Event | Channel) -> list[tuple[str | None, str | None]]:
    """What two claims of near days share if they may be one thing: a person and the manner of a meeting, or the turn of a link at a seat."""
    if isinstance(claim, Channel):
        return [(claim.state, claim.at)]
    return [(claim.mode, key) for key in {key for actor in find_actors(claim) if actor.type == "person" for key in find_keys(actor.name)}]


def _find_head(heads: list[int], place: int) -> int:
    while heads[place] != place:
        heads[place] = heads[heads[place]]
        place = heads[place]
    return place
