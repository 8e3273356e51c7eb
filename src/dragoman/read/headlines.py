"""Headlines without a verb that their own article corrects: what it tells only as planned or agreed the headline tells as done."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from dragoman.model import Channel, Claim, Event
from dragoman.read.page import Page

AHEAD = frozenset({"planned", "agreed"})


def without_outrun(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without those of a Russian or Korean headline that the body has with the same sides, but only as planned or agreed."""
    meant: dict[tuple[object, ...], set[str]] = {}
    for claim in claims:
        key = _key(claim)
        if key is not None and not _is_headline(page, claim):
            meant.setdefault(key, set()).add(claim.modality)
    for claim in claims:
        told = meant.get(_key(claim) or (), set())
        outrun = claim.language in ("ru", "ko") and claim.modality == "actual" and bool(told) and told <= AHEAD
        if not (outrun and _is_headline(page, claim)):
            yield claim


def with_days_told(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; what an English headline tells in the present is of the day that its article gives to the same deed of the same sides."""
    told: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = _key(claim)
        day = claim.when is not None and claim.when.precision == "day" and claim.when.bound == "at" and bool(claim.when.text)
        if key is not None and day and claim.modality == "actual" and not _is_headline(page, claim):
            told.setdefault(key, claim)
    for claim in claims:
        known = told.get(_key(claim) or ())
        present = claim.language == "en" and claim.modality == "actual" and claim.when is not None and not claim.when.text
        if known is None or not present or not _is_headline(page, claim):
            yield claim
            continue
        days = tuple(structs.replace(e, rule="day told by the article") for e in known.evidence if e.field == "when")
        yield structs.replace(claim, when=known.when, evidence=(*claim.evidence, *days))


def _is_headline(page: Page, claim: Claim) -> bool:
    return page.document.zone_at(claim.span.start) == "headline"


def _key(claim: Claim) -> tuple[object, ...] | None:
    """What a headline and its article tell alike; `None` for other kinds."""
    match claim:
        case Event():
            return ("event", claim.type, claim.mode, frozenset(a.side for a in claim.source), frozenset(a.side for a in claim.target))
        case Channel():
            return ("channel", claim.channel, claim.state, frozenset(actor.side for actor in claim.between))
        case _:
            return None
