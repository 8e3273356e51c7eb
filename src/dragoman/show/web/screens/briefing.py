"""The briefing note as a file to keep: `/brief.docx?dyad=NOR-PER`."""

from starlette.requests import Request
from starlette.responses import Response

from dragoman.ask.dyad import parse_dyad
from dragoman.ask.filters import parse_point
from dragoman.model import BadInput
from dragoman.show.brief.forms import render_brief
from dragoman.show.brief.lint import lint
from dragoman.show.brief.outline import Asked, make_brief
from dragoman.show.web.pages import get_desk

TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def send_brief(request: Request) -> Response:
    """The note in the form that the address names; BadInput where it names no pair, or where a rule of notes is broken."""
    form, given = request.path_params["form"], request.query_params
    pair = parse_dyad(given.get("dyad", ""))
    if pair is None or form not in TYPES:
        raise BadInput("a note is asked for as /brief.docx?dyad=A-B, with two codes of states, as md, html, docx or pdf")
    since, until = (parse_point(given[name], last=name == "until") if given.get(name) else None for name in ("since", "until"))
    note = make_brief(get_desk(request), Asked(pair, since, until))
    faults = lint(note)
    if faults:
        raise BadInput(faults[0])
    headers = {"content-disposition": f'attachment; filename="brief-{pair}.{form}"'}
    return Response(render_brief(note, f".{form}"), media_type=TYPES[form], headers=headers)
