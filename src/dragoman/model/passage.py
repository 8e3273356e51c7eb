"""Passages: the sentences of a document that may be read, each with what stands before it in its paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.document import FURNITURE, Document, Zone
from dragoman.model.span import Span

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE = r"\n+(?![a-zа-яё])"
"""An end of a line, unless the sentence visibly goes on in the next."""
STOP = re.compile(
    r"(?<![A-ZА-ЯЁ])(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\b[A-Z][a-z]{2})(?:(?<!\d)|(?<=\d{4}))"
    rf"[.!?…。][»”\"’)]*\s+(?=[«“\"‘(–—-]*\s*[^\W_a-zа-яё])|{LINE}"
)
"""Where a sentence ends; a dot behind a capital, a figure or a short word is none for sure, and two sentences then stay one passage."""
KOREAN_STOP = re.compile(rf"(?<=[\uac00-\ud7a3][.!?…])[\"”’]?\s+|{LINE}")
LONGEST = 700
"""Code points that a passage that is no sentence (a table, a list) is cut at."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence; `paragraph` is where the block begins in which it stands."""

    span: Span
    paragraph: int


def find_passages(document: Document) -> Iterator[Passage]:
    """The sentences outside of furniture, in text order."""
    for zone in document.zones or (Zone("body", Span(0, len(document.text))),):
        if zone.kind in FURNITURE:
            continue
        for start, stop in _cut(document.text, zone.span.start, zone.span.stop, BLANK_LINE):
            ends = KOREAN_STOP if document.language_at(start) == "ko" else STOP
            for first, last in _cut(document.text, start, stop, ends):
                yield from (Passage(span, start) for span in _bound(document.text, first, last))


def _cut(text: str, start: int, stop: int, ends: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The parts between ends, without white space around them; the marks before an end stay."""
    begin = start
    for match in ends.finditer(text, start, stop):
        if match.start() < begin:
            continue
        yield from _strip(text, begin, match.end())
        begin = match.end()
    yield from _strip(text, begin, stop)


def _strip(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    part = text[start:stop]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _bound(text: str, start: int, stop: int) -> Iterator[Span]:
    """The span, cut where a word ends as long as it is too long."""
    while stop - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        yield Span(start, cut)
        start = cut + 1 if space > start else cut
    yield Span(start, stop)
