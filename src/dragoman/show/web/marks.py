"""A text cut where claims, zones and languages begin and end, so that overlapping claims can all be marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model import FURNITURE, Claim, Document, Span, ZoneKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims cover, in one zone and one language; `begins` are the claims that start here."""

    text: str
    claims: tuple[str, ...]
    begins: tuple[str, ...]
    language: str
    zone: ZoneKind | None
    evidence: bool = False
    chosen: bool = False

    @property
    def is_furniture(self) -> bool:
        """Whether it makes no claims."""
        return self.zone in FURNITURE


def cut_text(document: Document, window: Span, claims: Sequence[Claim], evidence: Iterable[Span] = (), chosen: Span | None = None) -> list[Piece]:
    """The pieces of `window`, in order: joined they are its text exactly; `chosen` are words to be shown that are no claim."""
    supports = list(evidence)
    spans = (
        [claim.span for claim in claims]
        + supports
        + ([chosen] if chosen else [])
        + [zone.span for zone in document.zones]
        + [run.span for run in document.runs]
    )
    inside = {point for span in spans for point in (span.start, span.stop) if window.start < point < window.stop}
    points = sorted({window.start, window.stop, *inside})
    starts = sorted(claims, key=lambda claim: claim.span.start)
    pieces, active, waiting = [], [], 0
    for start, stop in pairwise(points):
        while waiting < len(starts) and starts[waiting].span.start <= start:
            active.append(starts[waiting])
            waiting += 1
        active = [claim for claim in active if claim.span.stop > start]
        first = start == window.start
        pieces.append(
            Piece(
                text=document.text[start:stop],
                claims=tuple(claim.id for claim in active),
                begins=tuple(claim.id for claim in active if claim.span.start == start or (first and claim.span.start < start)),
                language=document.language_at(start),
                zone=document.zone_at(start),
                evidence=any(span.start <= start < span.stop for span in supports),
                chosen=chosen is not None and chosen.start <= start < chosen.stop,
            )
        )
    return pieces


def find_window(document: Document, start: int, size: int) -> Span:
    """The part of a long text that holds `start`: parts of about `size` code points that end where a line ends."""
    text, begin = document.text, 0
    while True:
        stop = len(text) if len(text) - begin <= size + size // 4 else _line_end(text, begin + size)
        if start < stop or stop == len(text):
            return Span(begin, stop)
        begin = stop


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found == -1 else found + 1
