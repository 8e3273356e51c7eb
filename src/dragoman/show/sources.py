"""One claim in full, and its words highlighted where they stand."""

from collections.abc import Iterable
from typing import Any

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.ask.chronology import Line
from dragoman.model import Claim, Document, Entry, Place, Span, Statement
from dragoman.model.ports import KeptDocument
from dragoman.show.contract import export_claim
from dragoman.show.text import render_quote, render_voices, render_what, render_when, render_who

SHOWN = ("id", "kind", "modality", "confidence", "language", "instrument", "where")


def render_claim(claim: Claim, document: Document, lines: Iterable[Line] = ()) -> RenderableType:
    """All fields of a claim, its quote, its evidence, its doubts, and the lines of the record that it stands in."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    built = export_claim(claim)
    grid.add_row("who", Text(render_who(claim), style="bold"))
    grid.add_row("what", Text(render_what(claim), style="bold"))
    grid.add_row("when", Text(render_when(claim.when) + (f"  {render_quote(claim.when.text)}" if claim.when and claim.when.text else "")))
    grid.add_row("said by", Text(render_voices(claim) or f"{document.outlet or document.title or document.file}, in its own voice"))
    if isinstance(claim, Statement):
        grid.add_row("content", Text(claim.content))
    for name in SHOWN:
        if built[name] not in (None, [], ""):
            grid.add_row(name, Text(_say_place(claim.where) if claim.where is not None and name == "where" else str(built[name])))
    for line in lines:
        grid.add_row("line", Text(_say_standing(line.entry)))
    grid.add_row("quote", Text(render_quote(claim.text), style="italic"))
    grid.add_row("source", Text(f"{document.file}  [{claim.span.start}–{claim.span.stop}]  {document.zone_at(claim.span.start) or 'no zone'}"))
    grid.add_row("read by", Text(f"{claim.reading}  rule {claim.rule or 'not named'}"))
    for evidence in claim.evidence:
        grid.add_row(f"evidence {evidence.field}", Text(f"{render_quote(evidence.text)}  {evidence.rule}"))
    for flag in claim.flags:
        grid.add_row("doubt", Text(f"{flag.flag}: {flag.why}", style="yellow"))
    return grid


def _say_place(place: Place) -> str:
    return f"{place.name} ({place.country})" if place.country and place.country != place.name else place.name


def _say_standing(entry: Entry) -> str:
    """How well a line is told: `c12 · disputed (k34) · 3 reports of 2 sources`."""
    against = f" ({', '.join(entry.conflicts)})" if entry.conflicts else ""
    reports = f"{entry.n_reports} report{'s' * (entry.n_reports != 1)} of {entry.n_origins} source{'s' * (entry.n_origins != 1)}"
    return f"{entry.id} · {entry.status}{against} · {reports}"


def render_source(claim: Claim, document: Document, kept: KeptDocument | None, context: int) -> RenderableType:
    """The facts of the document, and the claim's words highlighted in the text around them."""
    around = find_around(claim.span, document, context)
    text = Text(document.quote(around))
    text.stylize("dim")
    for evidence in claim.evidence:
        _mark(text, evidence.span, around, "not dim underline")
    _mark(text, claim.span, around, "not dim bold reverse")
    for before, mark in ((around.start > 0, True), (around.stop < len(document.text), False)):
        if before:
            text = Text.assemble(("… ", "dim"), text) if mark else Text.assemble(text, (" …", "dim"))
    return Group(Text(_facts(document, kept)), Rule(style="dim"), text, Rule(style="dim"), Text(_place(claim, document), style="dim"))


def export_source(claim: Claim, document: Document, context: int) -> dict[str, Any]:
    """The words of a claim with those around them and the facts of the document."""
    around = find_around(claim.span, document, context)
    facts = {name: getattr(document, name) for name in ("file", "title", "outlet", "author", "url", "published", "language", "translated_from")}
    return {
        "claim": claim.id,
        "document": document.id,
        **msgspec.to_builtins(facts),
        "zone": document.zone_at(claim.span.start),
        "span": [claim.span.start, claim.span.stop],
        "before": document.text[around.start : claim.span.start],
        "text": claim.text,
        "after": document.text[claim.span.stop : around.stop],
    }


def tabulate_documents(kept: Iterable[KeptDocument]) -> Table:
    """The documents of a record."""
    table = Table("document", "published", "language", "claims", "file", "title", box=SIMPLE_HEAD)
    for document in kept:
        said = f"by {document.said}" if document.said_is_bound else str(document.said)
        table.add_row(document.id[:12], said, document.language, str(document.n_claims), Text(document.file), Text(document.title or ""))
    return table


def find_around(span: Span, document: Document, context: int) -> Span:
    """`context` characters on either side, shortened to the ends of words."""
    start, stop = max(0, span.start - context), min(len(document.text), span.stop + context)
    while 0 < start < span.start and not document.text[start - 1].isspace():
        start += 1
    while span.stop < stop < len(document.text) and not document.text[stop].isspace():
        stop -= 1
    return Span(start, stop)


def _mark(text: Text, span: Span, around: Span, style: str) -> None:
    if span.overlaps(around):
        text.stylize(style, max(span.start, around.start) - around.start, min(span.stop, around.stop) - around.start)


def _facts(document: Document, kept: KeptDocument | None) -> str:
    published = document.published or (kept.said if kept and not kept.said_is_bound else None)
    facts = [
        document.title or document.file,
        document.outlet,
        f"published {published}" if published else "undated",
        f"in {document.language}" + (f", translated from {document.translated_from}" if document.translated_from else ""),
        document.url or (document.file if document.title else None),
    ]
    return " · ".join(fact for fact in facts if fact)


def _place(claim: Claim, document: Document) -> str:
    page = sum(start <= claim.span.start for start in document.page_starts)
    parts = [claim.id, document.zone_at(claim.span.start) or "no zone", f"characters {claim.span.start}–{claim.span.stop}"]
    return " · ".join([*parts, *([f"page {page}"] if page else []), f"bytes {document.sha256[:12]}", f"edition {document.edition}"])
