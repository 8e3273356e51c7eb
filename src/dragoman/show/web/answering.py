"""One screen in three forms, from the same answer: the page, `.json` and `.csv`."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk import Desk
from dragoman.model import BadInput
from dragoman.show.api.answers import write_answer, write_csv
from dragoman.show.contract import export_object
from dragoman.show.fields import find_fields, parse_question, write_question
from dragoman.show.web.frame import make_frame
from dragoman.show.web.pages import get_desk, render_page, write_address
from dragoman.show.web.pairs import find_pairs
from dragoman.show.web.screen import Screen, Shown

FORMS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def answer_screen(request: Request, screen: Screen, form: str | None) -> Response:
    """The answer to the question that the address asks, in the form that it names."""
    desk, given = get_desk(request), read_query(request)
    if _lacks_dyad(screen, given):
        dyad = find_dyad(desk)
        if dyad is None:
            return render_page(request, "empty.html", make_frame(desk, screen, given))
        if form is None:
            return RedirectResponse(write_address(f"/{screen.name}", given, dyad=dyad), 303)
        given = {**given, "dyad": dyad}
    try:
        question = parse_question(screen.question, given)
        answer = desk.answer(question)
    except BadInput as error:
        if form is not None:
            raise
        return render_page(request, "refused.html", {**make_frame(desk, screen, given), "why": str(error)}, 400)
    if form is not None:
        return send_objects([export_object(found) for found in answer], write_question(question), form)
    shown = Shown(desk, question, answer, given, {kept.id: kept for kept in desk.documents()}, desk.parts.clock().date())
    values = {**make_frame(desk, screen, given), "answer": answer, "question": question, **screen.prepare(shown)}
    return render_page(request, screen.template, values)


def send_objects(objects: list[dict[str, Any]], asked: Mapping[str, str], form: str) -> Response:
    """Objects of the contract as JSON or CSV."""
    body = write_csv(objects) if form == "csv" else write_answer(objects, asked)
    return Response(body, media_type=FORMS[form])


def read_query(request: Request) -> dict[str, str]:
    """The query of an address; of a field given twice the last value."""
    return dict(request.query_params)


def find_dyad(desk: Desk) -> str | None:
    """The pair that the record tells most of."""
    return next((pair.dyad for pair in find_pairs(desk)), None)


def _lacks_dyad(screen: Screen, given: Mapping[str, str]) -> bool:
    required = any(field.kind == "dyad" and field.required for field in find_fields(screen.question))
    return required and not given.get("dyad", "").strip()
