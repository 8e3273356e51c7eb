"""Where claims disagree: typed, with the reason in words and a weight by what hangs on it.

A finer date, another scope or measure, a change over time and two papers with one source are no disagreements.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from dragoman.know.states import load_ledger
from dragoman.model import Actor, Channel, Claim, ConflictType, Dispute, Entry, Event, Figure, Instrument, Post, Rival, When
from dragoman.model.sides import find_actors
from dragoman.reconcile.joining import bounds_of, share_words
from dragoman.reconcile.known import Known
from dragoman.reconcile.origins import share_origin
from dragoman.reconcile.people import near_name, same_name
from dragoman.reconcile.times import contradict, is_day
from dragoman.reconcile.wording import say_number, say_when

ONCE = frozenset({"established", "ended", "absent"})
"""States that a link enters once, until it leaves them."""
SINGLE = ("president", "prime minister", "foreign minister", "defence minister", "interior minister", "finance minister", "ambassador", "king", "chancellor")
"""Offices that one person holds at a time."""
SPANNED = 3 * 365
"""Days between two mentions within which two like names in one office are more likely one holder than two."""
HELD = frozenset({"incumbent", "acting", "elected", "appointed"})
Finder = Callable[[Sequence[Entry], Mapping[str, Claim], Known], Iterator[Dispute]]


def find_conflicts(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> tuple[Dispute, ...]:
    """The disagreements within one block, each once, sorted by id; settled ones say how they were."""
    found = join_conflicts(conflict for finder in FINDERS for conflict in finder(entries, claims, known))
    return tuple(_settle(conflict, known) for conflict in found)


def join_conflicts(conflicts: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """The same disagreement found twice is one, with the claims of both."""
    by_id: dict[str, Dispute] = {}
    for conflict in conflicts:
        twin = by_id.get(conflict.id)
        if twin is None:
            by_id[conflict.id] = conflict
            continue
        claims = {side.value: set(side.claims) for side in twin.rivals}
        for side in conflict.rivals:
            claims.setdefault(side.value, set()).update(side.claims)
        sides = tuple(Rival(value=value, claims=tuple(sorted(ids))) for value, ids in sorted(claims.items()))
        by_id[conflict.id] = structs.replace(twin, rivals=sides)
    return tuple(by_id[name] for name in sorted(by_id))


def _settle(conflict: Dispute, known: Known) -> Dispute:
    verdict = known.resolved.get(conflict.id)
    return structs.replace(conflict, status="resolved", verdict=verdict) if verdict else conflict


def _make(kind: ConflictType, why: str, severity: float, sides: Mapping[str, Iterable[str]], key: str = "") -> Dispute:
    """A conflict whose id comes from its type and what disagrees: the claims, or `key` where it is found in several blocks."""
    ordered = tuple(Rival(value=value, claims=tuple(sorted(set(ids)))) for value, ids in sorted(sides.items()))
    named = key or "|".join(",".join(side.claims) for side in ordered)
    return Dispute(id="k" + hashlib.sha256(f"{kind}|{named}".encode()).hexdigest()[:16], type=kind, why=why, severity=severity, rivals=ordered)


def find_translations(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """The reader took a name for another state than its words say: both readings stand side by side."""
    del entries, known
    for claim in sorted(claims.values(), key=lambda one: one.id):
        for actor in _named(claim):
            if actor.literal is None or actor.literal.country == actor.country:
                continue
            literal, read = actor.literal.country or actor.literal.id or "?", actor.side or "?"
            why = next((flag.why for flag in claim.flags if flag.flag.startswith("suspect")), "the words name another state than the text is about")
            rivals = [other.id for other in claims.values() if other.id != claim.id and other.document == claim.document and _reads(other, actor)]
            key = f"{claim.document}|{actor.name}|{literal}|{read}"
            yield _make("translation", why, 0.9, {f"{actor.name}: {literal}": [claim.id], f"{actor.name}: {read}": rivals or [claim.id]}, key)


def _named(claim: Claim) -> Iterator[Actor]:
    yield from find_actors(claim)
    yield from claim.said_by


def _reads(claim: Claim, actor: Actor) -> bool:
    return any(other.side == actor.side and other.literal is None for other in _named(claim))


def find_attributions(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """One source tells as a fact what another only alleges or denies."""
    for entry in entries:
        told = [claims[name] for name in (*entry.support, *entry.against)]
        facts = [claim for claim in told if claim.modality in ("actual", "agreed")]
        for modality, word in (("alleged", "alleged"), ("denied", "denied"), ("negated", "said not to be so")):
            doubts = [claim for claim in told if claim.modality == modality and not any(share_origin(claim, fact, known) for fact in facts)]
            if facts and doubts:
                why = f"told as a fact by one source, {word} by another"
                yield _make("attribution", why, 0.6, {"told as a fact": [c.id for c in facts], word: [c.id for c in doubts]})


def find_dates(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """What can only happen once is given times that cannot both be right, by two sources or by one document against itself."""
    for rivals in _once(entries, claims):
        for place, one in enumerate(rivals):
            for other in rivals[place + 1 :]:
                mine, theirs = time_of(one.claim), time_of(other.claim)
                within = one.claim.document == other.claim.document
                if not contradict(mine, theirs) or _lapsed_between(one.claim, other.claim) or (not within and share_origin(one.claim, other.claim, known)):
                    continue
                why = f"this happens once, and the times given exclude each other: {say_when(mine)} against {say_when(theirs)}"
                yield _make("internal" if within else "date", why, 0.8, {say_when(mine): one.support, say_when(theirs): other.support})


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


def _once(entries: Sequence[Entry], claims: Mapping[str, Claim]) -> Iterator[list[Entry]]:
    """The entries of each thing that happens once: a link set up, an instrument signed, an office taken up."""
    rows: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    ended = any(isinstance(e.claim, Channel) and e.claim.state in ("ended", "suspended", "resumed") and e.claim.modality == "actual" for e in entries)
    for entry in entries:
        claim = entry.claim
        if time_of(claim) is None or claim.modality not in ("actual", "agreed"):
            continue
        if isinstance(claim, Channel) and claim.state in ONCE and not ended and claim.channel in ("diplomatic_relations", "defence_pact"):
            rows[("channel", "established" if claim.state == "absent" else claim.state)].append(entry)
        elif isinstance(claim, Instrument) and claim.state in ("signed", "ratified", "in_force"):
            known = next((key for key, row in rows.items() if key[0] == "instrument" and _one_instrument(row[0].claim, claim)), None)
            rows[known or ("instrument", entry.id)].append(entry)
        elif isinstance(claim, Post) and claim.state in ("appointed", "elected") and claim.person is not None:
            rows[("post", claim.state, claim.person.name.casefold())].append(entry)
    del claims
    yield from rows.values()


def _one_instrument(one: Claim, other: Instrument) -> bool:
    """Whether two titles are so alike that only one instrument can bear them; "an agreement" alone is no title."""
    if not isinstance(one, Instrument) or one.state != other.state:
        return False
    mine, theirs = ({word for word in claim.title.casefold().split() if len(word) > 3} for claim in (one, other))
    return min(len(mine), len(theirs)) > 2 and len(mine & theirs) >= 0.8 * max(len(mine), len(theirs))


def find_holders(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Two people in one office at one time, or one holder under two names that are no spellings of each other."""
    held = [e for e in entries if isinstance(e.claim, Post) and e.claim.person is not None and e.claim.office.title.startswith(SINGLE)]
    for place, one in enumerate(held):
        for other in held[place + 1 :]:
            mine, theirs = _post(one.claim), _post(other.claim)
            if mine.person is None or theirs.person is None or same_name(mine.person.name, theirs.person.name) or not mine.office.of:
                continue
            sides = {mine.person.name: one.support, theirs.person.name: other.support}
            if near_name(mine.person.name, theirs.person.name) and _within(mine, theirs, known):
                why = "one office, one family name, two names that are no spellings of each other: one person misspelt, or two"
                yield _make("office-holder", why, 0.5, sides)
            elif mine.state in HELD and theirs.state in HELD and _on_one_day(one, other, claims):
                yield _make("office-holder", "two people are named in one office on the same day", 0.9, sides)


def _within(one: Post, other: Post, known: Known) -> bool:
    """Whether two posts are told of times that one holder may have spanned; of the day they were published where they have none."""
    days = [(claim.when.start or claim.when.end) if claim.when is not None else known.said_on(claim) for claim in (one, other)]
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= SPANNED


def _post(claim: Claim) -> Post:
    if not isinstance(claim, Post):
        message = f"{claim.id} is no post"
        raise TypeError(message)
    return claim


def _on_one_day(one: Entry, other: Entry, claims: Mapping[str, Claim]) -> bool:
    mine, theirs = ([claims[name].when for name in entry.support] for entry in (one, other))
    days = {when.start for when in mine if when is not None and is_day(when)}
    return any(when is not None and is_day(when) and when.start in days for when in theirs)


def find_values(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Two numbers for the same measure of the same thing in the same time that cannot both be right."""
    del claims
    figures = [e for e in entries if isinstance(e.claim, Figure) and e.claim.modality == "actual" and bounds_of(e.claim) is not None]
    for place, one in enumerate(figures):
        for other in figures[place + 1 :]:
            mine, theirs = one.claim, other.claim
            if not (isinstance(mine, Figure) and isinstance(theirs, Figure)) or mine.unit != theirs.unit or mine.measure in ("count", "price"):
                continue
            same_time = mine.when is not None and theirs.when is not None and (mine.when.start, mine.when.end) == (theirs.when.start, theirs.when.end)
            if not same_time or share_origin(mine, theirs, known) or not _same_scope(mine, theirs):
                continue
            why = "two numbers for one measure of one time that cannot both be right"
            yield _make("value", why, 0.6, {say_number(mine): one.support, say_number(theirs): other.support})


def _same_scope(one: Figure, other: Figure) -> bool:
    """Whether what is counted is the same: other words mean another scope, which is no contradiction."""
    mine, theirs = {actor.side for actor in one.about}, {actor.side for actor in other.about}
    order = [actor.side for actor in one.about][:1] == [actor.side for actor in other.about][:1] or one.measure == "trade_turnover"
    return mine == theirs and order and (one.language != other.language or share_words(one.of, other.of) >= 0.5)


def find_states(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """A link is said to be open and shut on the same day."""
    del claims
    shut = {"suspended", "ended", "absent"}
    links = [e for e in entries if isinstance(e.claim, Channel) and e.claim.modality == "actual" and e.claim.when is not None and is_day(e.claim.when)]
    for place, one in enumerate(links):
        for other in links[place + 1 :]:
            mine, theirs = one.claim, other.claim
            if not (isinstance(mine, Channel) and isinstance(theirs, Channel)) or mine.when != theirs.when or mine.at != theirs.at:
                continue
            if {mine.state, theirs.state} & shut and "open" in (mine.state, theirs.state) and not share_origin(mine, theirs, known):
                yield _make("state", "the link is told to be open and shut on the same day", 0.8, {mine.state: one.support, theirs.state: other.support})


def find_opposites(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Within one document the same is asserted and denied in the text's own voice."""
    del known
    for entry in entries:
        against = {claims[name].document: name for name in entry.against if not claims[name].said_by and claims[name].modality == "negated"}
        for name in entry.support:
            claim = claims[name]
            if isinstance(claim, Event) and not claim.said_by and claim.document in against:
                sides = {"told as a fact": [name], "said not to be so": [against[claim.document]]}
                yield _make("internal", "one document tells it both ways", 0.4, sides)


FINDERS: tuple[Finder, ...] = (find_translations, find_attributions, find_dates, find_holders, find_values, find_states, find_opposites)
"""Each looks for one kind; its docstring is what the kind means."""
