"""One screen in three forms, from the same answer: the page, `.json` and `.csv`."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk import Desk
from dragoman.model import BadInput
from dragoman.show.api.answers import write_answer, write_csv
from dragoman.show.contract import export_object
from dragoman.show.fields import find_fields, parse_question, write_question
from dragoman.show.web.conditions import fold_conditions
from dragoman.show.web.frame import make_frame
from dragoman.show.web.pages import get_desk, render_page, write_address
from dragoman.show.web.pairs import find_pairs
from dragoman.show.web.screen import Screen, Shown

WEEK = timedelta(days=7)
WORDS = "words"
FORMS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def answer_screen(request: Request, screen: Screen, form: str | None) -> Response:
    """The answer to the question that the address asks, in the form that it names."""
    desk, given = get_desk(request), read_query(request)
    if form is None and is_blank(screen, given):
        values = {"answer": (), "question": None, **screen.prepare(Shown(desk, None, (), given, {}, desk.parts.clock().date()))}
        return render_page(request, screen.template, {**make_frame(desk, screen, given), **values, "forms": {}})
    missing = find_missing(desk, screen, given)
    if missing is None:
        return render_page(request, "empty.html", {**make_frame(desk, screen, given), "subject": "", "forms": {}})
    if missing and form is None:
        return RedirectResponse(write_address(f"/{screen.name}", {**given, **missing}), 303)
    given = {**given, **missing}
    try:
        question = parse_question(screen.question, fold_conditions(given))
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


def is_blank(screen: Screen, given: Mapping[str, str]) -> bool:
    """Whether the screen asks for words that only its reader can give, and has none yet."""
    return any(field.required and field.name == WORDS and not given.get(WORDS, "").strip() for field in find_fields(screen.question))


def send_objects(objects: list[dict[str, Any]], asked: Mapping[str, str], form: str) -> Response:
    """Objects of the contract as JSON or CSV."""
    body = write_csv(objects) if form == "csv" else write_answer(objects, asked)
    return Response(body, media_type=FORMS[form])


def read_query(request: Request) -> dict[str, str]:
    """The query of an address; of a field given twice the last value."""
    return dict(request.query_params)


def find_missing(desk: Desk, screen: Screen, given: Mapping[str, str]) -> dict[str, str] | None:
    """What an address must say and does not, as the desk would: the pair that the record tells most of, its first side, a week ago.

    `None` where the record tells of no pair.
    """
    lacking = [field for field in find_fields(screen.question) if field.required and not given.get(field.name, "").strip()]
    found: dict[str, str] = {}
    for field in lacking:
        if field.kind == "date":
            found[field.name] = (desk.parts.clock().date() - WEEK).isoformat()
        elif field.kind == "dyad" or field.name in ("actor", "name"):
            pair = next(iter(find_pairs(desk)), None)
            if pair is None:
                return None
            found[field.name] = pair.dyad if field.kind == "dyad" else pair.a
        elif field.name == "id":
            first = next(desk.claims(), None)
            if first is None:
                return None
            found[field.name] = first.id
    return found
