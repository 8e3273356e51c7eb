"""Quotations that go on behind a sentence with its speaker: "The envoy said that the port was open. “We waited for years.”"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.read.page import Page, Quote
from dragoman.read.sayings import Frame, naming_of

SHORTEST = 30
"""Characters from which a quotation is a sentence of somebody's."""


def find_following(page: Page, quotes: Sequence[Quote], frames: Sequence[Frame]) -> Iterator[tuple[Frame, Quote]]:
    """Each English quotation that is sentences of its own right behind one with a frame, or behind another such quotation, with that frame."""
    last: Frame | None = None
    stop = -1
    for quote in quotes:
        before = [frame for frame in frames if frame.sentence.span.stop <= quote.span.start]
        if before and before[-1].sentence.span.stop > stop:
            last, stop = before[-1], max([before[-1].sentence.span.stop, *(q.span.stop for q in quotes if q.span.start < quote.span.start)])
        inside = [sentence for sentence in page.sentences if sentence.span.overlaps(quote.content)]
        whole = bool(inside) and inside[0].span.start >= quote.span.start - 1 and inside[-1].span.stop <= quote.span.stop + 1
        near = last is not None and not page.document.text[stop : quote.span.start].strip(' ”"')
        told = any(frame.sentence.span.overlaps(quote.span) for frame in frames)
        if last is None or not (whole and near) or told or len(quote.content) < SHORTEST or last.sentence.language != "en" or not last.speaker:
            continue
        stop = quote.span.stop
        yield replace(last, links=last.links or naming_of(last)), quote
