"""What a judgement holds on to, and the claim that it still fits after another reading or another edition of the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from dragoman.model import Anchor, Claim, Document, Span, Trouble

CONTEXT = 32
"""Code points of the text kept on either side of the quote."""
NOT_ANCHORED = frozenset({"id", "reading", "document", "span", "text", "evidence", "confidence", "flags", "rule", "kind"})
"""Fields that another reading or edition may change without saying anything else."""


def make_anchor(claim: Claim, document: Document) -> Anchor:
    """The anchor of a judgement on `claim`."""
    start, stop = claim.span.start, claim.span.stop
    return Anchor(
        sha256=document.sha256,
        quote=document.quote(claim.span),
        before=document.text[max(0, start - CONTEXT) : start],
        after=document.text[stop : stop + CONTEXT],
        kind=claim.kind,
        fields=find_content(claim),
    )


def find_content(claim: Claim) -> dict[str, object]:
    """The claim's own fields as JSON would hold them, without place, provenance and doubt."""
    built = msgspec.json.decode(msgspec.json.encode(claim))
    return {name: value for name, value in built.items() if name not in NOT_ANCHORED}


def find_anchored(anchor: Anchor, claims: Iterable[Claim], document: Document) -> Claim | Trouble:
    """The claim among those of `document` that the anchor means; a Trouble that says why where none or several fit.

    The quote is looked up by its words, not by offsets: another edition may set white space differently. Where the words
    stand more than once, the context decides. A claim fits if it is of the same kind, says the same and lies at that place.
    """
    places = find_quote(anchor, document)
    if not places:
        return _trouble(anchor, document, "the words it rests on are no longer in the text")
    here = [claim for claim in claims if claim.kind == anchor.kind and any(claim.span.overlaps(place) for place in places)]
    if not here:
        return _trouble(anchor, document, f"no {anchor.kind} is read there any more", places[0])
    same = [claim for claim in here if find_content(claim) == anchor.fields]
    if not same:
        return _trouble(anchor, document, f"the {anchor.kind} read there now says something else", places[0])
    exact = [claim for claim in same if claim.span in places]
    fitting = {claim.id: claim for claim in exact or same}
    if len(fitting) > 1:
        return _trouble(anchor, document, "several claims fit it equally well", places[0])
    return next(iter(fitting.values()))


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    score: int


def find_quote(anchor: Anchor, document: Document) -> list[Span]:
    """Where the anchor's words stand in the text: the places whose context fits best (several if equally well)."""
    words = anchor.quote.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    places = [_Place(Span(*match.span()), _match_context(anchor, document, *match.span())) for match in pattern.finditer(document.text)]
    best = max((place.score for place in places), default=0)
    return [place.span for place in places if place.score == best]


def _match_context(anchor: Anchor, document: Document, start: int, stop: int) -> int:
    """How many characters of context agree, white space apart, counted outwards from the quote."""
    before = "".join(document.text[max(0, start - 2 * CONTEXT) : start].split())[::-1]
    after = "".join(document.text[stop : stop + 2 * CONTEXT].split())
    wanted_before, wanted_after = "".join(anchor.before.split())[::-1], "".join(anchor.after.split())
    return _count_common(before, wanted_before) + _count_common(after, wanted_after)


def _count_common(left: str, right: str) -> int:
    return next((index for index, (one, two) in enumerate(zip(left, right, strict=False)) if one != two), min(len(left), len(right)))


def _trouble(anchor: Anchor, document: Document, why: str, span: Span | None = None) -> Trouble:
    quote = anchor.quote if len(anchor.quote) <= 60 else anchor.quote[:59] + "…"
    return Trouble(document=document.id, stage="judgement", why=f"a judgement on “{quote}” no longer fits: {why}", span=span)
