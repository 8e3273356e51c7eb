"""Quotations: words between marks, and paragraphs that a dash opens, as in translated Russian pages."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model import Document, Span
from dragoman.read.page import Paragraph, Quote

OPENS = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』", '"': '"', "‘": "’"}
DASH = re.compile(r"[—–―-]\s+")
SHORTEST = 2


def find_quotes(document: Document, paragraphs: Sequence[Paragraph]) -> tuple[Quote, ...]:
    """The quotations of all paragraphs in text order; one that is never closed ends with its paragraph."""
    found: list[Quote] = []
    for paragraph in paragraphs:
        text = document.quote(paragraph.span)
        dash = DASH.match(text)
        if dash is not None:
            found.append(_led_by_dash(text, paragraph, dash.end()))
        else:
            found.extend(_between_marks(text, paragraph))
    return tuple(found)


def _led_by_dash(text: str, paragraph: Paragraph, start: int) -> Quote:
    """The words after the dash, up to a closing mark where the page has one."""
    close = max(text.rfind(mark) for mark in ('"', "”", "»"))
    stop = close if close > start else len(text)
    base = paragraph.span.start
    return Quote(Span(base, base + min(len(text), stop + 1)), Span(base + start, base + stop), "dash", paragraph.index)


def _between_marks(text: str, paragraph: Paragraph) -> Iterator[Quote]:
    """Each outermost pair of marks; an apostrophe within a word is none."""
    here = 0
    while here < len(text):
        close = OPENS.get(text[here])
        within_word = here > 0 and text[here - 1].isalnum()
        if close is None or (text[here] in '‘"' and within_word):
            here += 1
            continue
        stop = _closing(text, here + 1, close)
        base = paragraph.span.start
        inner = Span(base + here + 1, base + stop)
        if len(inner) >= SHORTEST:
            yield Quote(Span(base + here, base + min(stop + 1, len(text))), inner, "marks", paragraph.index, continues=stop == len(text))
        here = stop + 1


def _closing(text: str, start: int, close: str) -> int:
    """Where the quotation ends: its closing mark, else the end of the text."""
    here = start
    while True:
        here = text.find(close, here)
        if here < 0:
            return len(text)
        apostrophe = close == "’" and here + 1 < len(text) and text[here + 1].isalnum()
        if not apostrophe:
            return here
        here += 1
