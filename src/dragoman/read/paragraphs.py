"""The readable paragraphs of a document: what is no furniture, in text order."""

import re
from collections.abc import Iterator

from dragoman.model import FURNITURE, Document, Span, Zone
from dragoman.read.datelines import end_of_dateline
from dragoman.read.page import Paragraph

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
RUSSIAN_DATELINE = re.compile(
    r"[А-ЯЁ][А-Яа-яЁё-]{2,25}[,.] \d{1,2} [а-я]{3,8}\.?(?: \d{4})?"
    r"(?:\.? ?[/(][^/()\n]{2,30}[/)]\.?|(?:\.|,| [–—-]) ?[A-ZА-ЯЁ](?:[\w«» -]|\.(?=\w)){1,28}?(?:\.| [–—-]))(?: [–—-])? (?=\S)"
)
"""«МОСКВА, 5 мая — Агентство.», «Астана. 10 апреля. АГЕНТСТВО - », «МИНСК, 5 мая /Агентство/.»."""
KOREAN_DATELINE = re.compile(r"(?:[(\[][^()\[\]\n]{2,20}=[^()\[\]\n]{2,15}[)\]](?: ?[가-힣· ]{2,25}(?:기자|특파원) ?=)?|\([A-Z]{3,12}\) -) ?(?=\S)")
"""「(서울=통신) 아무개 기자 =」, 「[서울=통신]」, 「(AGENCY) -」."""
DATELINES = (RUSSIAN_DATELINE, KOREAN_DATELINE)
HEADINGS = ("headline", "subhead")


def find_paragraphs(document: Document, language: str | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs that may make claims; each knows the heading above it. `language` overrides what was detected."""
    found: list[Paragraph] = []
    heading: int | None = None
    for zone in document.zones or (Zone("body", Span(0, len(document.text))),):
        if zone.kind in FURNITURE:
            continue
        for span in _blocks(document, zone):
            index = len(found)
            found.append(Paragraph(index, span, zone.kind, language or document.language_at(span.start), heading))
            if zone.kind in HEADINGS:
                heading = index
    return tuple(found)


def _blocks(document: Document, zone: Zone) -> Iterator[Span]:
    """A zone cut at blank lines, without the white space around and the datelines."""
    span = zone.span
    text = document.quote(span)
    starts = [0, *(match.end() for match in BLANK_LINE.finditer(text))]
    stops = [*(match.start() for match in BLANK_LINE.finditer(text)), len(text)]
    for start, stop in zip(starts, stops, strict=True):
        block = text[start:stop]
        inner = block.strip()
        if inner:
            first = span.start + start + len(block) - len(block.lstrip())
            dateline = next((match.end() for pattern in DATELINES if (match := pattern.match(inner)) is not None), 0)
            dateline = dateline or end_of_dateline(inner, body=zone.kind not in HEADINGS)
            yield Span(first + dateline, first + len(inner))
