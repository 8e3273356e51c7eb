"""The readable paragraphs of a document: what is no furniture, in text order."""

import re
from collections.abc import Iterator

from dragoman.know.places import load_places
from dragoman.model import FURNITURE, Document, Span, Zone
from dragoman.read.page import Paragraph

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
DATELINE = re.compile(r"[A-Z][A-Z .’'-]{2,30}(?:, [\w ,./]{3,30})?(?: \([\w ./]{2,20}\))? [–—-]+ (?=\S)")
"""A place in capitals, perhaps a day and an agency, and a dash before the first sentence."""
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DAY = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:(?:,? |/)\d{{4}})?"
PLACE = r"[A-Z][\w.’'-]{2,20}(?: [A-Z][\w’'-]+){0,2}(?:, [A-Z]\w+)?"
DATED_LINE = re.compile(rf"{PLACE}, {DAY}(?: ?[(/][\w ./-]{{2,20}}[)/]|, [A-Z]{{2,8}}(?= ?[–—-]))?(?: ?[–—-]+ (?=\S)| ?: (?=\S)| (?=[A-Z][a-z]))")
"""A place, a day and a dash, a colon or no more than the first word: "Lima, 3 May 2020 (agency) – ", "Quito, May 3 : "."""
PLACED_LINE = re.compile(rf"(?P<place>{PLACE})(?: \([\w ./-]{{2,20}}\))?(?: ?[–—-]+|:) (?=[A-Z“\"])")
"""A place that is known, perhaps an agency, and a dash or colon: "Phnom Penh - ", "LIMA: ", "Quito (Agency) – "."""
RUSSIAN_DATELINE = re.compile(
    r"[А-ЯЁ][А-Яа-яЁё-]{2,25}[,.] \d{1,2} [а-я]{3,8}\.?(?: \d{4})?"
    r"(?:\.? ?[/(][^/()\n]{2,30}[/)]\.?|(?:\.|,| [–—-]) ?[A-ZА-ЯЁ](?:[\w«» -]|\.(?=\w)){1,28}?(?:\.| [–—-]))(?: [–—-])? (?=\S)"
)
"""«МОСКВА, 5 мая — Агентство.», «Астана. 10 апреля. АГЕНТСТВО - », «МИНСК, 5 мая /Агентство/.»."""
KOREAN_DATELINE = re.compile(r"(?:[(\[][^()\[\]\n]{2,20}=[^()\[\]\n]{2,15}[)\]](?: ?[가-힣· ]{2,25}(?:기자|특파원) ?=)?|\([A-Z]{3,12}\) -) ?(?=\S)")
"""「(서울=통신) 아무개 기자 =」, 「[서울=통신]」, 「(AGENCY) -」."""
DATELINES = (DATELINE, DATED_LINE, RUSSIAN_DATELINE, KOREAN_DATELINE)
SHORTEST = 80
"""Characters from which a paragraph may be a story that opens with its place."""
HEADINGS = ("headline", "subhead")


def find_paragraphs(document: Document, language: str | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs that may make claims; each knows the heading above it. `language` overrides what was detected."""
    found: list[Paragraph] = []
    heading: int | None = None
    for zone in document.zones or (Zone("body", Span(0, len(document.text))),):
        if zone.kind in FURNITURE:
            continue
        for span in _blocks(document, zone.span):
            index = len(found)
            found.append(Paragraph(index, span, zone.kind, language or document.language_at(span.start), heading))
            if zone.kind in HEADINGS:
                heading = index
    return tuple(found)


def _blocks(document: Document, span: Span) -> Iterator[Span]:
    """`span` cut at blank lines, without the white space around."""
    text = document.quote(span)
    starts = [0, *(match.end() for match in BLANK_LINE.finditer(text))]
    stops = [*(match.start() for match in BLANK_LINE.finditer(text)), len(text)]
    for start, stop in zip(starts, stops, strict=True):
        block = text[start:stop]
        inner = block.strip()
        if inner:
            first = span.start + start + len(block) - len(block.lstrip())
            dateline = next((match for pattern in DATELINES if (match := pattern.match(inner)) is not None), None) or _known_place(inner)
            yield Span(first + (dateline.end() if dateline else 0), first + len(inner))


def _known_place(text: str) -> re.Match[str] | None:
    """The place and the dash with which a story opens; the sentence behind them must not be a name joined to it."""
    match = PLACED_LINE.match(text)
    if match is None or len(text) <= SHORTEST:
        return None
    return match if load_places().find(match["place"].title() if match["place"].isupper() else match["place"]) is not None else None
