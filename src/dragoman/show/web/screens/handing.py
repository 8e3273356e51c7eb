"""What can be taken along: one line of the record in the format of another tool, and a correction as a case that a reader must pass."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.ask.chronology import Line
from dragoman.ask.show import Show
from dragoman.model import Document, Judgement, NothingFound, Span
from dragoman.show.export.formats import find_format
from dragoman.show.export.material import Material
from dragoman.show.sentences import say_claim
from dragoman.show.sources import find_around
from dragoman.show.web.pages import get_desk

CONTEXT = 320
CASES = frozenset({"correct", "reject", "add"})
"""Verdicts that say what a reader should have read."""


def send_entry(request: Request) -> Response:
    """The line as a file: `/entry/ID/export/csv`."""
    desk, chosen = get_desk(request), find_format(request.path_params["format"])
    entry = desk.entry(desk.claim(request.path_params["id"]).id)
    lines: tuple[Line, ...] = desk.answer(Show(id=entry.id)) if entry else ()
    if entry is None or not lines:
        raise NothingFound("no line of this record rests on that claim now")
    documents = {kept.id: kept for kept in desk.documents()}
    content = chosen.export(Material(say_claim(entry.claim), lines[:1], documents, desk.parts.clock().date()))
    if not content:
        raise NothingFound(f"that format has no words for a line of this kind ({entry.claim.kind})")
    return _send(content, f"{entry.id}{chosen.suffix}")


def send_case(request: Request) -> Response:
    """The correction as a regression case: `/case/JUDGEMENT.json`."""
    desk, name = get_desk(request), request.path_params["id"]
    judgement = next((found.judgement for found in desk.judged() if found.judgement.id == name and found.judgement.verdict in CASES), None)
    if judgement is None:
        raise NothingFound(f"{name}: no correction of this record that stands has that id")
    claim = desk.claim(next(found for found in desk.judged() if found.judgement.id == name).claims[0])
    return _send(make_case(judgement, desk.document(claim.document), claim.span), f"{name}.case.json")


def make_case(judgement: Judgement, document: Document, span: Span) -> bytes:
    """The words with those around them, what was read there, and what a reader must make of them (`null`: nothing of that kind)."""
    around = find_around(span, document, CONTEXT)
    anchor, fields = judgement.anchors[0], {name: value for name, value in judgement.fields.items() if name not in ("claims", "claim")}
    read = None if judgement.verdict == "add" else anchor.fields
    wanted = anchor.fields if judgement.verdict == "add" else {**anchor.fields, **fields} if judgement.verdict == "correct" else None
    case = {
        "id": judgement.id,
        "language": document.language_at(span.start),
        "published": document.published,
        "text": document.quote(around),
        "quote": anchor.quote,
        "kind": anchor.kind,
        "read": read,
        "wanted": wanted,
        "why": judgement.why,
        "by": judgement.by,
        "at": judgement.at,
    }
    return msgspec.json.format(msgspec.json.encode(case), indent=2) + b"\n"


def _send(content: bytes, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)
