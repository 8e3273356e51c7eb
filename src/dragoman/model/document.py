"""One archived document: its text for ever, and what was found out about it."""

from datetime import date
from typing import Literal

import msgspec

from dragoman.model.span import Span

ZoneKind = Literal[
    "headline",
    "subhead",
    "body",
    "caption",
    "credit",
    "navigation",
    "appeal",
    "translator_notice",
    "related",
    "infobox",
    "table",
    "byline",
    "dateline",
]

FURNITURE: frozenset[ZoneKind] = frozenset({"navigation", "appeal", "caption", "credit", "translator_notice", "related", "byline", "dateline"})
"""Zones that make no claims. Headlines, subheads, infobox and table rows are text like the body."""


class Zone(msgspec.Struct, frozen=True):
    """A stretch of the text and the part that it plays on the page; zones do not overlap."""

    kind: ZoneKind
    span: Span
    rule: str = ""


class LanguageRun(msgspec.Struct, frozen=True):
    """A stretch of the text in one language (ISO 639-1); runs do not overlap."""

    language: str
    span: Span


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An archived text with its zones; the text of an edition never changes.

    `id` is `<SHA-256 of the bytes>.<edition>`: the edition names the converter, and its version,
    that made `text` from the bytes. `page_starts` holds the offset of each page where the source has pages.
    """

    id: str
    text: str
    file: str
    language: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_rule: str | None = None
    translated_from: str | None = None
    encoding: str | None = None
    zones: tuple[Zone, ...] = ()
    runs: tuple[LanguageRun, ...] = ()
    page_starts: tuple[int, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at `span`, exactly."""
        return self.text[span.start : span.stop]

    def zone_at(self, offset: int) -> ZoneKind | None:
        """The kind of the zone that holds the code point at `offset`; `None` between zones."""
        return next((zone.kind for zone in self.zones if zone.span.start <= offset < zone.span.stop), None)

    def language_at(self, offset: int) -> str:
        """The language of the run that holds `offset`, else the document's."""
        return next((run.language for run in self.runs if run.span.start <= offset < run.span.stop), self.language)

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the archived bytes."""
        return self.id.partition(".")[0]

    @property
    def edition(self) -> str:
        """Name and version of the converter that made the text."""
        return self.id.partition(".")[2]
