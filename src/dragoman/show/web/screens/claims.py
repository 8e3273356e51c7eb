"""A claim and an entry: their fields beside the words, who says so, through whom, and where they are used."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dragoman.ask.grades import propose_digit
from dragoman.desk import Desk
from dragoman.model import Actor, Claim, Document, NothingFound, Report, Span
from dragoman.model.sides import find_actors
from dragoman.show.contract import export_claim, export_standing
from dragoman.show.export.formats import FORMATS as FORMATS_OF_LINES
from dragoman.show.origins import say_origins
from dragoman.show.sources import find_around
from dragoman.show.web.answering import send_objects
from dragoman.show.web.claimforms import FORMS, write_fields
from dragoman.show.web.frame import make_frame
from dragoman.show.web.marks import cut_text
from dragoman.show.web.pages import get_desk, render_page
from dragoman.show.web.screens.judging import GRADES, QUICK_REASONS, list_history

CONTEXT = 320
COMMON = frozenset({"id", "kind", "reading", "document", "span", "text", "evidence", "language", "said_by", "when", "confidence", "flags", "modality"})
"""Fields that the screen shows in words of its own."""


def show_claim(request: Request, form: str | None) -> Response:
    """One claim."""
    desk = get_desk(request)
    claim = desk.claim(request.path_params["id"])
    lines = desk.show(claim.id)
    if form is not None:
        return send_objects([export_claim(claim) | export_standing(lines)], {"claim": claim.id}, form)
    document = desk.document(claim.document)
    entry = desk.entry(claim.id)
    standing = entry.claim if entry and entry.claim.id == claim.id else claim
    values = {
        "claim": standing,
        "document": document,
        "report": make_report(claim, document),
        "pieces": cut_around(claim, document),
        "page": sum(start <= claim.span.start for start in document.page_starts),
        "own": list_own_fields(claim),
        "actors": list_actors(standing),
        "entry": entry,
        "origins": say_origins(lines[0].origins) if lines else [],
        "others": [desk.claim(name) for name in (entry.support if entry else ()) if name != claim.id],
        "fields": FORMS[claim.kind],
        "filled": write_fields(standing),
        "grades": GRADES,
        "reasons": QUICK_REASONS,
        "grade": find_grade(desk, claim, document.outlet or document.file),
        "proposal": propose_digit(entry) if entry else None,
        "history": list_history(desk.store.judgements(), claim.id),
        "standing": frozenset(found.judgement.id for found in desk.judged()),
        "rivals": [desk.claim(name) for name in (entry.against if entry else ())],
    }
    frame = make_frame(desk, None, {}) | {"title": "Claim", "forms": {form: f"/claim/{claim.id}.{form}" for form in ("json", "csv")}}
    return render_page(request, "claim.html", {**frame, **values})


def make_report(claim: Claim, document: Document) -> Report:
    """The claim as a report."""
    return Report(claim=claim.id, document=claim.document, file=document.file, span=claim.span, text=claim.text, language=claim.language)


def cut_around(claim: Claim, document: Document) -> list[Any]:
    """The words of the claim with those around them."""
    around: Span = find_around(claim.span, document, CONTEXT)
    return cut_text(document, around, [claim], [evidence.span for evidence in claim.evidence])


def list_actors(claim: Claim) -> list[Actor]:
    """Whoever is in a claim, voices too, each once."""
    return list({(actor.type, actor.name, actor.side): actor for actor in (*find_actors(claim), *claim.said_by)}.values())


def list_own_fields(claim: Claim) -> list[tuple[str, Any]]:
    """The fields of the claim's kind, as the contract names them; empty ones are left out."""
    exported = export_claim(claim)
    return [(name, value) for name, value in exported.items() if name not in COMMON and value not in (None, [], "", {})]


def show_entry(request: Request, form: str | None) -> Response:
    """One line of the record with all its reports, in all languages side by side."""
    desk = get_desk(request)
    claim = desk.claim(request.path_params["id"])
    entry = desk.entry(claim.id)
    if entry is None:
        raise NothingFound(f"{claim.id}: no line of this record rests on that claim now")
    claims = [desk.claim(name) for name in (*entry.support, *entry.against)]
    origins = desk.show(claim.id)[0].origins
    if form is not None:
        sources = {name: place for place, origin in enumerate(origins, 1) for name in origin.claims}
        return send_objects([{"entry": entry.id, "origin": sources.get(found.id), **export_claim(found)} for found in claims], {"entry": entry.id}, form)
    kept = {document.id: document for document in desk.documents()}
    originals_first = sorted(claims, key=lambda found: (kept[found.document].said, found.span.start))
    values = {
        "entry": entry,
        "claim": entry.claim,
        "origins": say_origins(origins),
        "actors": list_actors(entry.claim),
        "formats": tuple(FORMATS_OF_LINES),
        "reports": [(found, desk.document(found.document), kept[found.document], found.id in entry.against) for found in originals_first],
    }
    frame = make_frame(desk, None, {}) | {"title": "Entry", "forms": {form: f"/entry/{entry.id}.{form}" for form in ("json", "csv")}}
    return render_page(request, "entry.html", {**frame, **values})


def find_grade(desk: Desk, claim: Claim, source: str) -> dict[str, str]:
    """The grades that stand: the letter of the source (F until somebody sets it) and the digit of the claim, with their words."""
    letter, digit, why = "F", "", "Nobody has graded the source: it counts as F, not to be judged."
    for found in desk.judged():
        fields = found.judgement.fields
        if found.judgement.verdict != "grade":
            continue
        if fields.get("source") == source:
            letter, why = str(fields["letter"]), f"Source {fields['letter']}, set by {found.judgement.by}: {found.judgement.why}."
        if claim.id in found.claims and fields.get("digit"):
            digit = str(fields["digit"])
    return {"letter": letter, "digit": digit, "words": why}
