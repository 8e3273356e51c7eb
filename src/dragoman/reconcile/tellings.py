"""How a thing is told: as a fact or not, of this state or of another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from dragoman.know.states import load_ledger
from dragoman.model import Actor, Claim, Dispute, Entry, Event
from dragoman.model.sides import find_actors
from dragoman.reconcile.disputes import make_dispute
from dragoman.reconcile.known import Known
from dragoman.reconcile.origins import share_origin

ASSERTED = frozenset({"actual", "agreed"})
LASTING = frozenset({"AID", "MOBILIZE"})
"""Types of deeds that go on for long: troops or arms that are sent."""
FEW = 3
"""Claims that stand for how the rest of a document reads a name: the nearest."""
LONG = timedelta(days=2 * 366)


def find_translations(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """The reader took a name for another state than its words say: both readings stand side by side."""
    del entries, known
    documents: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        documents[claim.document].append(claim)
    for claim in sorted(claims.values(), key=lambda one: one.id):
        for actor in _named(claim):
            if actor.literal is None or actor.literal.country == actor.country:
                continue
            literal, read = actor.literal.country or actor.literal.id or "?", actor.side or "?"
            why = next((flag.why for flag in claim.flags if flag.flag.startswith("suspect")), "the words name another state than the text is about")
            rivals = _find_rivals(claim, actor, documents[claim.document])
            words = _find_state_words(actor.name)
            key = f"{claim.document}|{words}|{literal}|{read}"
            yield make_dispute("translation", why, 0.9, {f"{words}: {literal}": [claim.id], f"{words}: {read}": rivals or [claim.id]}, key)


def _find_state_words(name: str) -> str:
    """The longest beginning of a name that names a state, so that a state's official is doubted together with it; else the whole name."""
    words = name.split()
    starts = (" ".join(words[:stop]) for stop in range(len(words), 0, -1))
    return next((start for start in starts if start in load_ledger().names), name)


def _named(claim: Claim) -> Iterator[Actor]:
    yield from find_actors(claim)
    yield from claim.said_by


def _find_rivals(claim: Claim, actor: Actor, told: Sequence[Claim]) -> list[str]:
    """The claims of the document that name the state as it was read: those with the same office or with somebody else of the claim, if there are such."""
    rivals = [other for other in told if other.id != claim.id and _reads(other, actor)]
    with_office = [other for other in rivals if _has_office_of(other, actor)]
    people = {one.name for one in _named(claim) if one.type == "person" and one.name != actor.name}
    with_people = [other for other in with_office or rivals if people & {one.name for one in _named(other)}]
    closest = with_people or with_office or rivals
    near = sorted(closest, key=lambda other: (other.kind != claim.kind, abs(other.span.start - claim.span.start), other.id))
    alike = [other.id for other in near if other.kind == claim.kind]
    return (alike or [other.id for other in near])[:FEW]


def _has_office_of(claim: Claim, actor: Actor) -> bool:
    """Whether somebody of the state holds the office that the words name."""
    return any(one.side == actor.side and one.literal is None and one.role is not None and one.role in actor.name.casefold() for one in _named(claim))


def _reads(claim: Claim, actor: Actor) -> bool:
    return any(other.side == actor.side and other.literal is None for other in _named(claim))


def find_attributions(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """One source tells as a fact what another only alleges or denies."""
    for entry in entries:
        told = [claims[name] for name in (*entry.support, *entry.against)]
        facts = [claim for claim in told if claim.modality in ASSERTED]
        if not facts or len(facts) == len(told):
            continue
        for modality, word in (("alleged", "alleged"), ("denied", "denied"), ("negated", "said not to be so")):
            doubts = [claim for claim in told if claim.modality == modality and not any(_speak_alike(claim, fact, known) for fact in facts)]
            if doubts:
                why = f"told as a fact by one source, {word} by another"
                yield make_dispute("attribution", why, 0.6, {"told as a fact": [c.id for c in facts], word: [c.id for c in doubts]})


def find_allegations(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """One source alleges a deed that goes on for long, and another tells as a fact, of other days or places, that the same side does it."""
    rows: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        claim = entry.claim
        if isinstance(claim, Event) and claim.type in LASTING and claim.mode is not None and claim.modality in (*ASSERTED, "alleged"):
            rows[(claim.mode, frozenset(actor.side for actor in claim.source))].append(entry)
    for row in rows.values():
        facts = [entry for entry in row if entry.claim.modality in ASSERTED]
        doubts = [entry for entry in row if entry.claim.modality == "alleged" and any(_may_meet_later(entry.claim, fact.claim) for fact in facts)]
        if doubts and not any(_speak_alike(one.claim, other.claim, known) for one in doubts for other in facts):
            met = [fact for fact in facts if any(_may_meet_later(doubt.claim, fact.claim) for doubt in doubts)]
            sides = {"told as a fact": [name for entry in met for name in entry.support], "alleged": [name for entry in doubts for name in entry.support]}
            yield make_dispute("attribution", "what one source only alleges, another one tells as a fact, maybe of another time or place", 0.5, sides)


def _may_meet_later(one: Claim, other: Claim) -> bool:
    """Whether two tellings may be of one long deed: a time is missing, or they lie within two years."""
    days = [day for when in (one.when, other.when) if when is not None and (day := when.start or when.end) is not None]
    return len(days) < 2 or abs(days[0] - days[1]) <= LONG


def _speak_alike(one: Claim, other: Claim, known: Known) -> bool:
    """Whether two claims are one source's; within a document each voice that it credits is a source of its own."""
    if one.document == other.document:
        return [actor.name for actor in one.said_by] == [actor.name for actor in other.said_by]
    return share_origin(one, other, known)


def find_opposites(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Within one document the same is asserted and denied in the text's own voice."""
    del known
    for entry in entries:
        against = {claims[name].document: name for name in entry.against if not claims[name].said_by and claims[name].modality == "negated"}
        for name in entry.support:
            claim = claims[name]
            if isinstance(claim, Event) and not claim.said_by and claim.document in against:
                sides = {"told as a fact": [name], "said not to be so": [against[claim.document]]}
                yield make_dispute("internal", "one document tells it both ways", 0.4, sides)
