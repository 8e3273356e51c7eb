"""Headlines without a verb that their own article corrects: what it tells only as planned or agreed the headline tells as done."""

from collections.abc import Iterator, Sequence

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
