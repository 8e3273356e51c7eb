"""The briefing note as a screen and as a file to keep: `/brief?dyad=NOR-PER`, `/brief.docx?dyad=NOR-PER`."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import parse_dyad
from dragoman.ask.filters import parse_point
from dragoman.model import BadInput
from dragoman.show.brief.forms import render_brief
from dragoman.show.brief.lint import lint
from dragoman.show.brief.model import Brief, Section
from dragoman.show.brief.outline import Asked, make_brief
from dragoman.show.web.answering import read_query, send_objects
from dragoman.show.web.frame import make_frame, say_subject
from dragoman.show.web.pages import get_desk, render_page, write_address
from dragoman.show.web.screen import Plain

BRIEF = Plain("brief", "Brief", "", "r", shares=Chronology)
MOST, FEW = 20, 5
"""Sentences or rows of a section, and numbers of each, that the screen shows; the files hold all."""
TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def send_brief(request: Request) -> Response:
    """The note in the form that the address names; BadInput where it names no pair, or where a rule of notes is broken."""
    form, given = request.path_params["form"], request.query_params
    asked = _read_asked(given)
    if asked is None or form not in TYPES:
        raise BadInput("a note is asked for as /brief.docx?dyad=A-B, with two codes of states, as md, html, docx or pdf")
    note, pair = make_brief(get_desk(request), asked), asked.dyad
    faults = lint(note)
    if faults:
        raise BadInput(faults[0])
    headers = {"content-disposition": f'attachment; filename="brief-{pair}.{form}"'}
    return Response(render_brief(note, f".{form}"), media_type=TYPES[form], headers=headers)


def show_brief(request: Request, form: str | None) -> Response:
    """The note as a screen, each number a link to its words; without a pair what to name."""
    desk, given = get_desk(request), read_query(request)
    asked = _read_asked(given)
    note = make_brief(desk, asked) if asked is not None else None
    if form is not None:
        return send_objects(_list_sentences(note) if note is not None else [], given, form)
    files = [(name, write_address(f"/brief.{ending}", given)) for ending, name in (("docx", "Word"), ("pdf", "PDF"), ("html", "HTML"), ("md", "Markdown"))]
    sections = [(one, one.sentences[:MOST], one.table.rows[:MOST] if one.table else (), _count_left(one)) for one in note.sections] if note is not None else []
    cited = {number for _, said, rows, _ in sections for cites in (*(one.cites for one in said), *(row.cites for row in rows)) for number in cites[:FEW]}
    shown = [one for one in note.citations if one.number in cited] if note is not None else []
    values = {"note": note, "sections": sections, "files": files, "few": FEW, "citations": shown, "claims": {one.number: one.claim for one in shown}}
    frame = {**make_frame(desk, BRIEF, given), "subject": say_subject(given)}
    return render_page(request, "brief.html", {**frame, **values})


def _read_asked(given: Mapping[str, str]) -> Asked | None:
    pair = parse_dyad(given.get("dyad", ""))
    since, until = (parse_point(given[name], last=name == "until") if given.get(name) else None for name in ("since", "until"))
    return Asked(pair, since, until) if pair is not None else None


def _count_left(section: Section) -> int:
    """How many sentences and rows of a section the screen leaves to the files."""
    return max(0, len(section.sentences) - MOST) + max(0, len(section.table.rows) - MOST if section.table else 0)


def _list_sentences(note: Brief) -> list[dict[str, object]]:
    """Each sentence and row with its section and the claims that it rests on."""
    claims = {cited.number: cited.claim for cited in note.citations}
    told = [(one.title, said.text, said.cites) for one in note.sections for said in one.sentences]
    told += [(one.title, " · ".join(row.cells), row.cites) for one in note.sections for row in (one.table.rows if one.table else ())]
    return [{"section": title, "text": text, "claims": [claims[number] for number in cites]} for title, text, cites in told]
