"""Korean bodies that stand without their state: "외교부" alone is the one named before, else that of the text's own country."""

import re
from collections.abc import Iterator, Sequence

from dragoman.know.places import load_places
from dragoman.model import Actor, Document, Mention, Span
from dragoman.read.page import Paragraph
from dragoman.read.people_ko import BOUND, FAMILIES, LINKS, NO_NAME

KOREAN_NAME = 3
"""Syllables of a Korean name at most."""
HOME = "KOR"
"""Whose bodies a Korean text names without a state: the North says 외무성 and 국방성."""
BODIES = "외교부|외교통상부|국방부|통일부|대통령실|청와대|산업통상자원부|산업통상부|기획재정부|농림축산식품부|국가안보실|합동참모본부|합참"
ABROAD = "외무부|외무성|국무부|국방성|재무부|상무부|내무부|중앙은행"
"""Bodies that another state may have: without a state they are those of the only state whose such body the text has named before."""
BODY = re.compile(
    rf"(?<![가-힣])(?:우리 )?(?P<body>{BODIES}|(?P<abroad>{ABROAD})|(?<=우리 )정부)(?=(?:은|는|이|가|을|를|과|와|의|도|에|에서|에게|측)?(?![가-힣]))"
)

NAMED = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,8})(?P<gloss>\([^()가-힣]{1,20}\))? ?$")
SPEAKING = re.compile(r" ?(?:부)?(?:대변인|부장)")
DATELINE = re.compile(r"\((?P<city>[가-힣]{2,8})=[가-힣A-Z]{2,6}\)")
"""Where a Korean reporter writes from: "(리마=안데스뉴스)"."""
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
            if match["abroad"] and len({mention.actor.country for mention in before if mention.actor is not None}) != 1:
                continue
            country = known.actor.country if known is not None and known.actor is not None else HOME
            if known is None and _is_of_foreigner(document.text, span):
                seat = DATELINE.search(document.text)
                place = load_places().find(seat["city"]) if seat is not None else None
                if seat is None or place is None:
                    continue
                country = place.country
                written = (Span(seat.start("city"), seat.end("city")),)
                actor = Actor(name=match["body"], type="agency", country=country)
                yield Mention(kind="agency", span=span, text=match["body"], actor=actor, rule="body of the country from which is written", chain=written)
                continue
            chain = (known.span,) if known is not None else ()
            actor = Actor(name=match["body"], type="agency", country=country)
            yield Mention(kind="agency", span=span, text=match["body"], actor=actor, rule="body of the text's own country or named before", chain=chain)


def _is_of_foreigner(text: str, body: Span) -> bool:
    """Whether a spokesman with a foreign name speaks for a body: "마오닝(毛寧) 외교부 대변인"."""
    before = NAMED.search(text, max(0, body.start - 32), body.start)
    if before is None or SPEAKING.match(text, body.stop) is None:
        return False
    plain = before["name"] in NO_NAME or before["name"].endswith(LINKS) or BOUND.search(before["name"]) is not None
    return before["gloss"] is not None or (not plain and (len(before["name"]) > KOREAN_NAME or before["name"][0] not in FAMILIES))
