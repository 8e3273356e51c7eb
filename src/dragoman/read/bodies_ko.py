"""Korean bodies that stand without their state: "외교부" alone is the one named before, else that of the text's own country."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model import Actor, Document, Mention, Span
from dragoman.read.page import Paragraph

HOME = "KOR"
"""Whose bodies a Korean text names without a state: the North says 외무성 and 국방성."""
BODIES = "외교부|외교통상부|국방부|통일부|대통령실|청와대|산업통상자원부|산업통상부|기획재정부|농림축산식품부|국가안보실|합동참모본부|합참"
BODY = re.compile(rf"(?<![가-힣])(?:우리 )?(?P<body>{BODIES}|(?<=우리 )정부)(?=(?:은|는|이|가|을|를|과|와|의|도|에|에서|에게|측)?(?![가-힣]))")

SHARED = re.compile(r"(?:양국|양측|각국|상대국|두 나라) ?$")
"""Words before a body that several states have, each its own."""


def find_bare_bodies(document: Document, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> Iterator[Mention]:
    """A mention of each body without a state beside it; `names` are the states and bodies already found."""
    agencies = [mention for mention in names if mention.kind == "agency" and mention.actor is not None]
    for paragraph in paragraphs:
        if paragraph.language != "ko":
            continue
        for match in BODY.finditer(document.text, paragraph.span.start, paragraph.span.stop):
            span = Span(match.start("body"), match.end("body"))
            if any(mention.span.overlaps(span) for mention in names) or SHARED.search(document.text, max(0, span.start - 4), span.start):
                continue
            before = [mention for mention in agencies if mention.span.start < span.start and mention.text.endswith(match["body"])]
            known = before[-1] if before else None
            country = known.actor.country if known is not None and known.actor is not None else HOME
            chain = (known.span,) if known is not None else ()
            actor = Actor(name=match["body"], type="agency", country=country)
            yield Mention(kind="agency", span=span, text=match["body"], actor=actor, rule="body of the text's own country or named before", chain=chain)
