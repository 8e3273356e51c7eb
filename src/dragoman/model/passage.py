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
ENDS = '.!?…。;:”»"'
LINE_LENGTH = 45
"""Code points of a line that is no heading."""
LONGEST = 700
"""Code points that a passage that is no sentence (a table, a list) is cut at."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence; `paragraph` is where the block begins in which it stands."""

    span: Span
    paragraph: int


def find_passages(document: Document) -> Iterator[Passage]:
    """The sentences outside of furniture, in text order."""
    for whole in _find_readable(document):
        for start, stop in _cut(document.text, whole.start, whole.stop, BLANK_LINE):
            ends = KOREAN_STOP if document.language_at(start) == "ko" else STOP
            parts = _cut(document.text, start, stop, ends)
            for first, last in _join_lines(document.text, parts) if document.page_starts else parts:
                yield from (Passage(span, start) for span in _bound(document.text, first, last))


def _find_readable(document: Document) -> Iterator[Span]:
    """The zones that are no furniture; of a document set in pages, where every line may be a zone, neighbours are one."""
    waiting: Span | None = None
    for zone in document.zones or (Zone("body", Span(0, len(document.text))),):
        if zone.kind in FURNITURE:
            continue
        if waiting and document.page_starts and document.text[waiting.stop : zone.span.start] in ("", "\n"):
            waiting = Span(waiting.start, zone.span.stop)
            continue
        yield from [waiting] if waiting else []
        waiting = zone.span
    yield from [waiting] if waiting else []


def _cut(text: str, start: int, stop: int, ends: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The parts between ends, without white space around them; the marks before an end stay."""
    begin = start
    for match in ends.finditer(text, start, stop):
        if match.start() < begin:
            continue
        yield from _strip(text, begin, match.end())
        begin = match.end()
    yield from _strip(text, begin, stop)


def _join_lines(text: str, parts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a page that was set in lines: a long one that ends in no mark goes on in the next."""
    waiting: tuple[int, int] | None = None
    for start, stop in parts:
        begin = waiting[0] if waiting else start
        waiting = (begin, stop)
        last = text.rfind("\n", begin, stop) + 1
        if text[stop - 1] in ENDS or stop - max(last, begin) < LINE_LENGTH:
            yield waiting
            waiting = None
    if waiting:
        yield waiting


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
