"""What is in force between two sides on a day: one row per standing link."""

# ruff: noqa: RUF009 (`ask_for…` yield dataclass fields)
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import msgspec

from dragoman.ask.dyad import Dyad, SidePair, find_pair
from dragoman.ask.missions import find_types, read_link, stand_for
from dragoman.ask.question import Asked, ask_for, ask_for_dyad
from dragoman.ask.view import View
from dragoman.model import Actor, Channel, Modality, Report, When
from dragoman.model.claim import OWNED, ChannelState, ChannelType
from dragoman.model.sides import find_sides

ON_THE_TABLE: frozenset[Modality] = frozenset({"agreed", "planned", "proposed", "discussed", "possible", "conditional"})
OBSERVED: frozenset[ChannelState] = frozenset({"open", "absent"})
"""States that are seen, not entered: they do not undo what a claim says has changed."""
MUTUAL: frozenset[ChannelType] = frozenset({"visa_free", "visa_regime"})
"""Links with an owner that two sides agree on together."""
FIRMNESS: tuple[Modality, ...] = ("agreed", "planned", "proposed", "discussed", "conditional", "possible")
AGAIN: frozenset[ChannelState] = frozenset({"upgraded", "eased", "restricted", "downgraded"})
"""Changes that may happen twice in a row; of the others a second report is the same change told again."""


class TableItem(msgspec.Struct, frozen=True, kw_only=True):
    """A change that is talked of, not made; `since` is the day on which it was first said, `told_when` the same as the source dates it."""

    state: ChannelState
    modality: Modality
    since: date | None
    told_when: When | None = None


class BoardRow(msgspec.Struct, frozen=True, kw_only=True):
    """One link between two sides: its latest actual state and what is on the table.

    `state` is `None` where the record knows only of plans. `last_evidence` is the last day for which, or on which,
    a source said something about it, and `evidence_when` the same as the source dates it.
    """

    channel: ChannelType
    between: tuple[Actor, ...]
    at: str | None
    state: ChannelState | None
    since: When | None
    on_the_table: tuple[TableItem, ...]
    last_evidence: date | None
    evidence_when: When | None = None
    conflicts: tuple[str, ...] = ()
    reports: tuple[Report, ...]

    @property
    def unreached(self) -> str:
        """What is said of a link of which nobody tells that it is in force: that it was agreed, or only planned."""
        return "agreed" if any(found.modality == "agreed" for found in self.on_the_table) else "only planned"


@dataclass(frozen=True, slots=True)
class Board(Asked):
    """What is in force between two sides: each standing link, its state, since when, and what is on the table."""

    kinds: ClassVar[frozenset[str]] = frozenset({"channel"})
    events: ClassVar[frozenset[str]] = find_types()
    dyad: Dyad = ask_for_dyad()
    strict: bool = ask_for("leave out the states that came before", default=False)

    def answer(self, view: View) -> tuple[BoardRow, ...]:
        """One row per channel, pair and seat, in the order of the list of channels."""
        pair = find_pair(self.dyad, view.ledger, strict=self.strict)
        day = self.day or view.today
        groups: dict[tuple[object, ...], list[Channel]] = {}
        keys: dict[tuple[object, ...], tuple[object, ...] | None] = {}
        disputed: dict[str, tuple[str, ...]] = {}
        for entry in self.find_entries(view):
            own = entry.claim if isinstance(entry.claim, Channel) else read_link(entry.claim)
            if own is None:
                continue
            link = (own.channel, own.at, *[actor.side for actor in own.between])
            if link not in keys:
                keys[link] = _key(own, pair)
            key = keys[link]
            if key is None:
                continue
            names = (*entry.support, *entry.against)
            told = [own] if len(names) == 1 else [claim for name in names if (claim := read_link(view.claims[name])) is not None]
            if entry.conflicts:
                disputed.update((claim.id, entry.conflicts) for claim in told)
            groups.setdefault(key, []).extend(told)
        groups = _gather_groups(groups)
        rows = (_row(claims, pair, view, day) for _, claims in sorted(groups.items(), key=lambda group: _key_order(group[0])))
        return tuple(_mark(row, disputed) for row in rows if row is not None)


def _mark(row: BoardRow, disputed: Mapping[str, tuple[str, ...]]) -> BoardRow:
    """The row with the conflicts of the claims that it rests on."""
    found = dict.fromkeys(name for report in row.reports for name in disputed.get(report.claim, ()))
    return msgspec.structs.replace(row, conflicts=tuple(found)) if found else row


def _spell_began(claims: Sequence[Channel], pair: SidePair, view: View, day: date) -> date:
    """The first day of the spell that `day` lies in: links of this kind lapsed at the last rupture of either side before it."""
    rows = (row for code in pair.codes for row in view.ledger.successions(code) if row.before in pair.codes and row.after in pair.codes)
    return max((row.on for row in rows if row.on <= day and row.fate_of(claims[0].channel) != "continues"), default=date.min)


def _key(claim: Channel, pair: SidePair) -> tuple[object, ...] | None:
    """Channel, side by side, seat: a pair in the order named where the channel has an owner, else in any order; `None` of other states."""
    named = find_sides(claim)
    if not pair.has(named):
        return None
    sides = tuple(dict.fromkeys("a" if side in pair.a else "b" for side in named if side in pair.a or side in pair.b))
    if claim.channel not in OWNED:
        sides = tuple(sorted(sides))
    return (claim.channel, sides, claim.at.casefold() if claim.at else None)


def _gather_groups(groups: Mapping[tuple[object, ...], list[Channel]]) -> dict[tuple[object, ...], list[Channel]]:
    """The groups as rows: what is told of a mission without its seat goes to the only one with a seat, what is only talked of to the link that is told as made.

    Who will own a link that two sides only agree on, as a visa-free regime, nobody tells.
    """
    found: dict[tuple[object, ...], list[Channel]] = {}
    for key, claims in groups.items():
        channel, sides, seat = key
        seated = [other for other in groups if other[:2] == key[:2] and other[2] is not None] if channel in ("embassy", "trade_office") and seat is None else []
        turned = (channel, sides[::-1] if isinstance(sides, tuple) else sides, seat)
        is_talk = channel in MUTUAL and turned != key and all(claim.modality != "actual" for claim in claims)
        home = seated[0] if len(seated) == 1 else turned if is_talk and turned in groups else key
        found.setdefault(home, []).extend(claims)
    return found


def _key_order(key: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(str(part or "") for part in key)


def _row(claims: list[Channel], pair: SidePair, view: View, day: date) -> BoardRow | None:
    """The row of one link on `day`; `None` where nothing about it was so or said by then."""
    began = _spell_began(claims, pair, view, day)
    claims = [claim for claim in claims if claim.when is None or claim.when.end is None or claim.when.end >= began]
    actual = [claim for claim in claims if claim.modality == "actual" and _had_begun(claim, day, view)]
    decisive, again = find_decisive(actual, view)
    table = _find_table(claims, decisive, view, day)
    support = [*again, *(claim for _, said in table for claim in said)]
    if not support:
        return None
    last = _find_last_evidence([*actual, *(claim for _, said in table for claim in said)], view, day)
    return BoardRow(
        channel=claims[0].channel,
        between=_find_between(decisive or support[0], pair),
        at=next((claim.at for claim in (*([decisive] if decisive else ()), *support, *claims) if claim.at), None),
        state=decisive.state if decisive else None,
        since=decisive.when if decisive and decisive.state not in OBSERVED else _since(decisive),
        on_the_table=tuple(found for found, _ in table),
        last_evidence=last[0] if last else None,
        evidence_when=last[1] if last else None,
        reports=view.reports(claim.id for claim in support),
    )


def _find_between(claim: Channel, pair: SidePair) -> tuple[Actor, ...]:
    """The states that the link is between, each once; a body or people of a state stand for it."""
    sides = {actor.side: stand_for(actor) for actor in reversed(claim.between) if actor.side in pair.codes}
    return tuple(reversed(sides.values()))


def _since(claim: Channel | None) -> When | None:
    """The beginning that an observed state has only where the text gives one ("has been open since 1990")."""
    return claim.when if claim and claim.when and claim.when.bound in ("since", "after") else None


def _had_begun(claim: Channel, day: date, view: View) -> bool:
    """Whether it was so by that day; what has no time is known to be so only from its publication on."""
    first = (claim.when.start or claim.when.end) if claim.when else None
    return (view.said(claim) if first is None else first) <= day


def find_decisive(claims: Iterable[Channel], view: View) -> tuple[Channel | None, list[Channel]]:
    """The claim that says which state holds, and all that say the same, it first.

    A state changes only by a claim that says that it changed: the last dated change decides, then a dated observation, then
    what has no date, the last published first. A change told again keeps the first of its dates, or the finest within it.
    """
    ranked = sorted(claims, key=lambda claim: _order(claim, view))
    if not ranked:
        return None, []
    last = ranked[-1]
    same = [last]
    for claim in reversed(ranked[:-1]):
        if claim.state != last.state or _rank(claim) != _rank(last) or last.state in AGAIN:
            break
        same.append(claim)
    first = same[-1]
    within = [claim for claim in same if first.when and claim.when and claim.when.overlaps(first.when)] or [first]
    decisive = min(within, key=lambda claim: (_length(claim), claim.id))
    rest = [claim for claim in ranked if claim.state == last.state and claim is not decisive]
    unplaced = [claim for claim in ranked if claim.state != last.state and (claim.state in OBSERVED or not _is_dated(claim))]
    return decisive, [decisive, *rest, *unplaced]


def _order(claim: Channel, view: View) -> tuple[int, date, date, int, str]:
    """What is dated after what is not, a change after an observation; then by its own time, its publication, its place."""
    when = claim.when
    first = (when.start or when.end) if when is not None else None
    rank = (2 if first is not None else 0) + (claim.state not in OBSERVED)
    return (rank, first or date.min, view.said(claim), claim.span.start, claim.id)


def _rank(claim: Channel) -> int:
    return (2 if _is_dated(claim) else 0) + (claim.state not in OBSERVED)


def _is_dated(claim: Channel) -> bool:
    return claim.when is not None and (claim.when.start or claim.when.end) is not None


def _first_day(claim: Channel) -> date:
    return (claim.when.start or claim.when.end or date.min) if claim.when else date.min


def _length(claim: Channel) -> int:
    if claim.when is None or claim.when.start is None:
        return 10**6
    return ((claim.when.end or claim.when.start) - claim.when.start).days


def _find_table(claims: list[Channel], decisive: Channel | None, view: View, day: date) -> list[tuple[TableItem, list[Channel]]]:
    """What was talked of by `day` and not yet overtaken by the state in force, by the state aimed at, each as firmly as it is told."""
    made = _first_day(decisive) if decisive and decisive.state not in OBSERVED else date.min
    groups: dict[ChannelState, list[Channel]] = {}
    for claim in claims:
        if decisive and claim.state == decisive.state and claim.state not in AGAIN:
            continue
        if claim.modality in ON_THE_TABLE and made <= _talked_on(claim, view) <= day:
            groups.setdefault(claim.state, []).append(claim)
    firmest = {state: min((claim.modality for claim in said), key=FIRMNESS.index) for state, said in groups.items()}
    return [(_table_item(state, firmest[state], said, view), said) for state, said in sorted(groups.items())]


def _table_item(state: ChannelState, modality: Modality, claims: list[Channel], view: View) -> TableItem:
    """The change with the first day on which it is known to have been talked of."""
    firm = [claim for claim in claims if claim.modality == modality]
    known = [claim for claim in firm if view.said_on(claim) or _talked_on(claim, view) != view.said(claim)]
    first = min(known, key=lambda claim: _talked_on(claim, view), default=None)
    if first is None:
        return TableItem(state=state, modality=modality, since=None)
    day = _talked_on(first, view)
    return TableItem(state=state, modality=modality, since=day, told_when=first.when if first.when and first.when.start == day else When.on(day))


def _talked_on(claim: Channel, view: View) -> date:
    """When it was talked of: the claim's own past day where it has one, else the day of publication."""
    said = view.said(claim)
    if claim.modality == "planned" or claim.when is None or claim.when.start is None:
        return said
    return min(claim.when.start, said)


def _find_last_evidence(claims: Iterable[Channel], view: View, day: date) -> tuple[date, When] | None:
    """The last day for which, or on which, any of the claims was said, also as the source dates it; what may be the latest is looked at first."""
    last: tuple[date, When] | None = None
    for claim in sorted(claims, key=lambda claim: _latest(claim, day), reverse=True):
        if last is not None and _latest(claim, day) <= last[0]:
            break
        found = _find_evidence(claim, view, day)
        if found is not None and (last is None or found[0] > last[0]):
            last = found
    return last


def _latest(claim: Channel, day: date) -> date:
    """No evidence of the claim is of a later day."""
    return min(claim.when.end, day) if claim.when and claim.when.end and claim.modality == "actual" else day


def _find_evidence(claim: Channel, view: View, day: date) -> tuple[date, When] | None:
    """The last day for which the claim speaks, at most the day asked for and the day it was said; `None` where neither is known.

    What is only talked of speaks for its own time where that is past: the day of an agreement, not that of what was agreed.
    """
    said = view.said_on(claim)
    speaks = claim.modality == "actual" or _talked_on(claim, view) < view.said(claim)
    last = claim.when.end if claim.when and speaks else None
    known = [found for found in (last, said) if found is not None]
    if not known:
        return None
    found = min(*known, day, view.said(claim))
    is_own = claim.when is not None and found != said and claim.when.contains(found)
    return found, claim.when if claim.when and is_own else When.on(found)
