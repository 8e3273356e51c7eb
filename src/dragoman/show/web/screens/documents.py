"""What the record is made of: documents with the days they were published, and troubles, which nothing drops in silence."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.model import Trouble
from dragoman.show.web.answering import read_query, send_objects
from dragoman.show.web.frame import make_frame
from dragoman.show.web.pages import cut_page, get_desk, render_page
from dragoman.show.web.pairs import find_pairs
from dragoman.show.web.screen import Plain
from dragoman.show.web.screens.reviewing import SETTLING

DOCUMENTS = Plain("documents", "Documents", "", "d")
TROUBLES = Plain("troubles", "Troubles", "", "t")
PAIRS = 24


def show_documents(request: Request, form: str | None) -> Response:
    """The documents, the latest published first."""
    desk, given = get_desk(request), read_query(request)
    kept = sorted(desk.documents(), key=lambda document: (document.said, document.id), reverse=True)
    if form is not None:
        return send_objects([msgspec.to_builtins(document) for document in kept], {}, form)
    values = {"paging": cut_page(tuple(kept), given.get("page")), "n_claims": sum(document.n_claims for document in kept)}
    return render_page(request, "documents.html", {**make_frame(desk, DOCUMENTS, given), **values})


def show_troubles(request: Request, form: str | None) -> Response:
    """What could not be read or kept, and why."""
    desk, given = get_desk(request), read_query(request)
    files = {document.id: document.file for document in desk.documents()}
    troubles = desk.troubles()
    if form is not None:
        return send_objects([msgspec.to_builtins(trouble) for trouble in troubles], {}, form)
    rows = tuple((trouble, _name(trouble, files), trouble.document in files) for trouble in troubles)
    return render_page(request, "troubles.html", {**make_frame(desk, TROUBLES, given), "paging": cut_page(rows, given.get("page"))})


def show_home(request: Request, form: str | None) -> Response:
    """The pairs of sides that the record tells of, each a way in."""
    desk = get_desk(request)
    pairs = find_pairs(desk)
    if form is not None:
        return send_objects([{"dyad": pair.dyad, "n_claims": pair.n_claims} for pair in pairs], {}, form)
    documents = desk.documents()
    if not documents:
        return render_page(request, "empty.html", {**make_frame(desk, None, {}), "title": "This desk is empty"})
    values = {"pairs": pairs[:PAIRS], "n_pairs": len(pairs), "n_documents": len(documents), "n_claims": sum(kept.n_claims for kept in documents)}
    judged = [found for found in desk.judged() if found.judgement.verdict in SETTLING]
    values |= {"n_troubles": len(desk.troubles()), "n_settled": len({claim for found in judged for claim in found.claims})}
    frame = {**make_frame(desk, None, {}), "title": "This desk", "forms": {form: f"/pairs.{form}" for form in ("json", "csv")}}
    return render_page(request, "home.html", {**frame, **values})


def _name(trouble: Trouble, files: dict[str, str]) -> str:
    return files.get(trouble.document, trouble.document)
