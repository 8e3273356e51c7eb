"""Pages made from templates: every value escaped, every quote with its language, the same frame around each."""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote as quote_url
from urllib.parse import unquote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dragoman.ask.answer import Found
from dragoman.desk import Desk
from dragoman.know.languages import name_language
from dragoman.model import Actor, Judgement, Report
from dragoman.show import moments, sentences, text
from dragoman.show.scripts import speak
from dragoman.show.web.door import Door

HERE = Path(__file__).parent
SESSION = "dragoman_session"
REVIEWER = "dragoman_reviewer"
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".LICENSE": "text/plain; charset=utf-8"}
PER_PAGE = 60
LONGEST_QUOTE = 320


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that goes with the pages."""

    body: bytes
    type: str
    digest: str


@cache
def load_static() -> dict[str, StaticFile]:
    """The files of `static/` by name: nothing else can be asked for."""
    files = {path.name: path.read_bytes() for path in sorted((HERE / "static").iterdir()) if path.suffix in TYPES}
    return {name: StaticFile(body, TYPES[Path(name).suffix], hashlib.sha256(body).hexdigest()[:12]) for name, body in files.items()}


@cache
def load_templates() -> Environment:
    """The templates, with the words that they use."""
    made = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(
        day=moments.say_day,
        when=moments.say_when,
        days_in=moments.say_days_in,
        since=moments.say_since,
        precision=moments.say_precision,
        speak=_spoken(str),
        say=_spoken(sentences.say_claim),
        actor=_spoken(sentences.say_actor),
        actors=_spoken(sentences.say_actors),
        entity_address=write_entity_address,
        office=sentences.say_office,
        state_name=sentences.name_state,
        channel=sentences.name_channel,
        shape=sentences.find_shape,
        voices=_spoken(sentences.say_voices),
        reporter=sentences.say_reporter,
        figure=text.render_figure,
        number=write_number,
        words=write_words,
        exact=write_exact,
        sides=sentences.say_sides,
        file=write_file,
        language=name_language,
        field=write_field,
        short=cut_quote,
        address=write_address,
    )
    made.globals.update(static=write_static, source=write_source_address, words_at=write_words_address, n_origins=count_origins, marks=text.MARKS)
    return made


def _spoken(say: Callable[[Any], str]) -> Callable[[Any], Markup]:
    """What a filter says, escaped, with the language of words in another script."""
    return lambda value: Markup(speak(say(value)))  # noqa: S704 (escaped by `speak`)


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of many; `items` are the lines of this one, and `address` leads to any other by its number."""

    items: tuple[Any, ...]
    number: int
    last: int
    total: int


def cut_page(found: tuple[Any, ...], given: str | None, size: int = PER_PAGE) -> Paging:
    """The page that an address asks for, the nearest there is."""
    last = max(1, -(-len(found) // size))
    number = min(max(int(given), 1), last) if given and given.isascii() and given.isdigit() and len(given) < 7 else 1
    return Paging(found[(number - 1) * size : number * size], number, last, len(found))


def get_desk(request: Request) -> Desk:
    """The desk that is served."""
    desk: Desk = request.app.state.desk
    return desk


def get_door(request: Request) -> Door:
    """Who may come in, and who signs forms."""
    door: Door = request.app.state.door
    return door


def render_page(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> Response:
    """A page; it gives the browser a session where it has none, so that its forms can be signed."""
    session = request.cookies.get(SESSION) or secrets.token_urlsafe(16)
    signature = get_door(request).sign(session)
    frame = {"signature": signature, "reviewer": unquote(request.cookies.get(REVIEWER, "")), "here": write_here(request), "done": find_done(request)}
    body = load_templates().get_template(template).render(**frame, **values)
    response = HTMLResponse(body, status)
    if SESSION not in request.cookies:
        response.set_cookie(SESSION, session, httponly=True, samesite="strict")
    return response


def find_done(request: Request) -> Judgement | None:
    """The judgement that was made just before, by the form that led here."""
    done = request.query_params.get("done")
    return next((found for found in get_desk(request).store.judgements() if found.id == done), None) if done else None


def remember_reviewer(response: Response, by: str) -> None:
    """Keep the name for the next form, in a cookie."""
    response.set_cookie(REVIEWER, quote_url(by[:100], safe=""), max_age=365 * 24 * 3600, samesite="strict", httponly=True)


def write_here(request: Request) -> str:
    """The address of this page without the host, and without what was done just before."""
    query = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "done"])
    return request.url.path + (f"?{query}" if query else "")


def write_static(name: str) -> str:
    """The address of a static file, which changes with its content."""
    return f"/static/{name}?v={load_static()[name].digest}"


def write_address(path: str, asked: Mapping[str, Any] | None = None, **more: Any) -> str:  # noqa: ANN401 (values of an address)
    """A path with its query; what is `None` is left out."""
    values = {name: value for name, value in {**(asked or {}), **more}.items() if value not in (None, "")}
    return path + (f"?{urlencode(values)}" if values else "")


def write_source_address(report: Report) -> str:
    """One step from a line to its words: the source, opened where they stand."""
    return f"/source/{quote_url(report.document, safe='')}?claim={report.claim}#{report.claim}"


def write_entity_address(actor: Actor) -> str:
    """The page of an actor: a state by its code, anybody else by name and side."""
    if actor.type == "state" and actor.side:
        return write_address("/entity", {"name": actor.side})
    return write_address("/entity", {"name": actor.name, "state": actor.side})


def write_words_address(found: Found) -> str:
    """One step from a sentence that is no claim to where it stands."""
    return f"/source/{quote_url(found.document, safe='')}?at={found.span.start}&to={found.span.stop}#words"


def count_origins(reports: Iterable[Report]) -> int:
    """How many documents the reports come from, each counted once."""
    return len({report.document for report in reports})


def write_number(value: float | None) -> str:
    """A number with its thousands apart; a dash where there is none."""
    return text.UNDATED if value is None else text.render_number(value)


def write_words(term: str) -> str:
    """A term of the vocabulary as words."""
    return term.replace("_", " ")


def write_exact(words: str) -> Markup:
    """A text whose every character a browser keeps: it would make one line break of the two that some systems write."""
    return Markup(str(escape(words)).replace("\r", "&#13;"))  # noqa: S704 (escaped just before)


def write_file(name: str) -> str:
    """The last part of a path: `news.html`, and of an article in a collection its place there."""
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2]


def write_field(value: Any) -> str:  # noqa: ANN401 (any field of the contract)
    """A field of a claim in words: an actor by name, role and code; a list by its parts."""
    match value:
        case {"name": name, **rest}:
            own = [str(rest[key]) for key in ("role", "country", "id") if rest.get(key)]
            return f"{name} ({', '.join(dict.fromkeys(own))})" if own else str(name)
        case dict():
            return " · ".join(f"{write_words(key)} {write_field(part)}" for key, part in value.items() if part not in (None, ""))
        case list() | tuple():
            return ", ".join(write_field(part) for part in value)
        case bool():
            return "yes" if value else "no"
        case float() | int():
            return write_number(value)
        case _:
            return write_words(str(value))


def cut_quote(words: str, longest: int = LONGEST_QUOTE) -> str:
    """The words on one line, cut with an ellipsis where they are very long."""
    joined = " ".join(words.split())
    return joined if len(joined) <= longest else joined[: longest - 1].rsplit(" ", 1)[0] + "…"
