"""A source: the archived text with every claim marked, and one of them highlighted where the reader's eye falls."""

from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk import Desk
from dragoman.know.languages import name_language
from dragoman.model import Claim, Document, Span
from dragoman.model.ports import KeptDocument
from dragoman.show.contract import export_claim
from dragoman.show.web.answering import read_query, send_objects
from dragoman.show.web.claimforms import FORMS
from dragoman.show.web.frame import make_frame
from dragoman.show.web.marks import cut_text, find_window
from dragoman.show.web.pages import get_desk, render_page
from dragoman.show.web.screen import Plain

WINDOW = 12_000
"""Code points of text on one screen; a longer text is shown in parts."""
FACTS = ("file", "title", "outlet", "author", "url", "published", "language", "translated_from")
SCREEN = Plain("source", "Source", "", "")


def show_source(request: Request, form: str | None) -> Response:
    """The part of the text that holds the asked claim, or the one that begins at `at`."""
    desk, given = get_desk(request), read_query(request)
    document = desk.document(request.path_params["id"])
    claims = find_claims(desk, document)
    asked = next((claim for claim in claims if claim.id == given.get("claim")), None)
    if form is not None:
        return send_objects([export_claim(claim) for claim in claims], {"document": document.id}, form)
    chosen = None if asked else _parse_words(given, document)
    window = find_window(document, asked.span.start if asked else _parse_place(given.get("at"), document), WINDOW)
    here = [claim for claim in claims if claim.span.overlaps(window)]
    kept = next((kept for kept in desk.documents() if kept.id == document.id), None)
    values = {
        "document": document,
        "facts": list_facts(document, kept),
        "asked": asked,
        "claims": here,
        "n_claims": len(claims),
        "pieces": cut_text(document, window, here, [evidence.span for evidence in asked.evidence] if asked else (), chosen),
        "window": window,
        "kinds": tuple(FORMS),
        "undated": document.published is None and (kept is None or kept.said_is_bound),
        "added": kept.added_at.date() if kept else None,
    }
    frame = make_frame(desk, None, {}) | {"title": document.title or document.file, "forms": _forms(document)}
    return render_page(request, "source.html", {**frame, **values, **list_parts(document, window)})


def find_claims(desk: Desk, document: Document) -> list[Claim]:
    """The claims of the document's active reading, in text order; and those that people added; of a superseded edition none."""
    kept = next((kept for kept in desk.documents() if kept.id == document.id), None)
    reading = desk.store.load_reading(kept.id, kept.version) if kept else None
    added = [found.added for found in desk.judged() if found.added is not None and found.added.document == document.id]
    return sorted([*(reading.claims if reading else ()), *added], key=lambda claim: (claim.span, claim.id))


def list_facts(document: Document, kept: KeptDocument | None) -> list[tuple[str, Any]]:
    """What is known of the document, by name; what is not known is left out, but for the day."""
    built = msgspec.to_builtins({name: getattr(document, name) for name in FACTS})
    spoken = {name: name_language(built[name]) for name in ("language", "translated_from") if built[name] and built[name] != "und"}
    facts = [(name, spoken.get(name, value)) for name, value in built.items() if value and name not in ("published", "title")]
    published = document.published or (kept.said if kept and not kept.said_is_bound else None)
    return [*facts, ("published", published), ("bytes", document.sha256[:16]), ("edition", document.edition), ("read by", kept.version if kept else None)]


def list_parts(document: Document, window: Span) -> dict[str, Any]:
    """Where the parts before and after this one begin; `None` where there is none."""
    before = find_window(document, window.start - 1, WINDOW).start if window.start else None
    return {"before": before, "after": window.stop if window.stop < len(document.text) else None, "length": len(document.text)}


def _parse_place(given: str | None, document: Document) -> int:
    place = int(given) if given and given.isascii() and given.isdigit() and len(given) < 12 else 0
    return min(place, max(0, len(document.text) - 1))


def _parse_words(given: Mapping[str, str], document: Document) -> Span | None:
    """The words from `at` to `to`, where the address names both."""
    start, stop = _parse_place(given.get("at"), document), _parse_place(given.get("to"), document)
    return Span(start, stop) if "to" in given and start < stop else None


def _forms(document: Document) -> dict[str, str]:
    return {form: f"/source/{document.id}.{form}" for form in ("json", "csv")}
