"""Quotations: words between marks, and paragraphs that a dash opens, as in translated Russian pages."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model import Document, Span
from dragoman.read.page import Paragraph, Quote

OPENS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", '"': '"', "‘": "’", "″": "″"}
"""Each opening mark with the marks that close it."""
DAMAGED = '"”»″'
"""Marks that close a quotation whose own mark was lost, as machine translation loses them."""
DASH = re.compile(r"(?P<dash>[—–―-])\s+")
FRAME = re.compile(r"(?<=[,!?…])\s+[—–-]\s+")
"""Where the author speaks again in Russian dialogue: «— Да, — сказал он»."""
UNCLOSED = re.compile(r",(?= (?:the |The )?[\w.’'-]+(?: [\w.’'-]+){0,5} (?:said|added|stated|noted)[.:]?\s*$)")
"""Where the author speaks again behind a quotation whose closing mark was forgotten: "“We are ready[,] the envoy said."."""
SHORTEST = 2


def find_quotes(document: Document, paragraphs: Sequence[Paragraph]) -> tuple[Quote, ...]:
    """The quotations of all paragraphs in text order, outermost marks only; one that is never closed ends with its paragraph."""
    found: list[Quote] = []
    for paragraph in paragraphs:
        text = document.quote(paragraph.span)
        led = _led_by_dash(text, paragraph)
        found.extend([led] if led is not None else _between_marks(text, paragraph))
    return tuple(found)


def _led_by_dash(text: str, paragraph: Paragraph) -> Quote | None:
    """The words after the dash, up to a closing mark or the dash before the frame; a hyphen without either leads a list, a small letter another frame."""
    dash = DASH.match(text)
    if dash is None or text[dash.end() : dash.end() + 1].islower():
        return None
    close = max(text.rfind(mark) for mark in DAMAGED)
    frame = FRAME.search(text, dash.end())
    stop = close if close > dash.end() else frame.start() if frame is not None else len(text)
    if dash["dash"] == "-" and stop == len(text):
        return None
    base = paragraph.span.start
    return Quote(Span(base, base + min(len(text), stop + 1)), Span(base + dash.end(), base + stop), "dash", paragraph.index)


def _between_marks(text: str, paragraph: Paragraph) -> Iterator[Quote]:
    """Each outermost pair of marks; an apostrophe within a word is none."""
    here = 0
    while here < len(text):
        closing = OPENS.get(text[here])
        within_word = here > 0 and text[here - 1].isalnum()
        if closing is None or (text[here] in '‘"″' and within_word):
            here += 1
            continue
        stop = _stop_of(text, here, closing)
        base = paragraph.span.start
        inner = Span(base + here + 1, base + stop)
        if len(inner) >= SHORTEST:
            yield Quote(Span(base + here, base + min(stop + 1, len(text))), inner, "marks", paragraph.index, continues=stop == len(text))
        here = stop + 1


def _stop_of(text: str, start: int, closing: str) -> int:
    """Where the quotation ends: its own closing mark, else a damaged one, else where the author speaks again, else the end of the text."""
    depth, opening = 1, text[start]
    for here in range(start + 1, len(text)):
        mark = text[here]
        apostrophe = mark == "’" and here + 1 < len(text) and text[here + 1].isalnum()
        if mark in closing and not apostrophe:
            depth -= 1
            if depth == 0:
                return here
        elif mark == opening:
            depth += 1
    damaged = max(text.rfind(mark, start + 1) for mark in DAMAGED)
    if damaged > start and opening != "‘":
        return damaged
    forgotten = UNCLOSED.search(text, start) if opening in '“"' else None
    return forgotten.start() if forgotten is not None else len(text)
