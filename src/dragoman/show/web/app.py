"""The desk as a web application: which address leads to which screen."""

from collections.abc import Callable
from functools import partial

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dragoman.desk import Desk
from dragoman.model import BadInput, DragomanError, NothingFound
from dragoman.show.web.answering import answer_screen
from dragoman.show.web.catalogue import SCREENS
from dragoman.show.web.door import Door
from dragoman.show.web.forms import Take, take_form
from dragoman.show.web.frame import make_frame
from dragoman.show.web.guard import Guard
from dragoman.show.web.pages import get_desk, load_static, render_page
from dragoman.show.web.screen import Screen
from dragoman.show.web.screens.briefing import send_brief, show_brief
from dragoman.show.web.screens.claims import show_claim, show_entry
from dragoman.show.web.screens.documents import show_documents, show_home, show_troubles
from dragoman.show.web.screens.handing import send_case, send_entry
from dragoman.show.web.screens.judging import show_addition, take_addition, take_judgement, take_undo
from dragoman.show.web.screens.reviewing import show_judgements, show_review
from dragoman.show.web.screens.sources import show_source

Show = Callable[[Request, str | None], Response]
"""A screen: the request, and the form that is asked for (`json`, `csv`, or `None` for the page)."""
SHOWN: tuple[tuple[str, Show], ...] = (
    ("/brief", show_brief),
    ("/documents", show_documents),
    ("/troubles", show_troubles),
    ("/source/{id}", show_source),
    ("/claim/{id}", show_claim),
    ("/entry/{id}", show_entry),
    ("/review", show_review),
    ("/judgements", show_judgements),
)
TAKEN: tuple[tuple[str, Take], ...] = (("/judge", take_judgement), ("/undo", take_undo), ("/add/{id}", take_addition))
STATUS: dict[type[Exception], int] = {BadInput: 400, NothingFound: 404}


def make_app(desk: Desk, door: Door) -> Starlette:
    """The application for one desk."""
    routes = [Route("/", in_form(show_home, None)), Route("/pairs.json", in_form(show_home, "json")), Route("/pairs.csv", in_form(show_home, "csv"))]
    routes.append(Route("/add/{id}", in_form(show_addition, None), methods=["GET"]))
    shown: list[tuple[str, Show]] = [*SHOWN, *((f"/{screen.name}", partial(_answer, screen)) for screen in SCREENS)]
    routes += [Route(path + ending, in_form(show, form)) for path, show in shown for ending, form in ((".json", "json"), (".csv", "csv"), ("", None))]
    routes += [Route(path, take_form(take), methods=["POST"]) for path, take in TAKEN]
    routes.append(Route("/brief.{form}", send_brief))
    routes += [Route("/entry/{id}/export/{format}", send_entry), Route("/case/{id}.json", send_case)]
    routes.append(Route("/static/{name}", send_static))
    handlers = {DragomanError: show_error, 404: show_missing, 405: show_missing, 500: show_failure}
    app = Starlette(routes=routes, middleware=[Middleware(Guard, door=door)], exception_handlers=handlers)
    app.state.desk, app.state.door = desk, door
    return app


def in_form(show: Show, form: str | None) -> Callable[[Request], Response]:
    """A screen in one form, as the router calls it (in a thread of its own)."""

    def endpoint(request: Request) -> Response:
        return show(request, form)

    return endpoint


def _answer(screen: Screen, request: Request, form: str | None) -> Response:
    return answer_screen(request, screen, form)


def send_static(request: Request) -> Response:
    """One of the few files that go with the pages; its address changes when it does."""
    found = load_static().get(request.path_params["name"])
    if found is None:
        return show_missing(request, None)
    return Response(found.body, media_type=found.type, headers={"cache-control": "public, max-age=31536000, immutable"})


def show_error(request: Request, error: Exception) -> Response:
    """An error of the desk as one line that says what to do."""
    status = STATUS.get(type(error), 500)
    if request.url.path.endswith((".json", ".csv")):
        return PlainTextResponse(f"{error}\n", status)
    return render_page(request, "refused.html", {**make_frame(get_desk(request), None, {}), "title": "Not in the record", "why": str(error)}, status)


def show_failure(_request: Request, error: Exception) -> Response:
    """A mistake of the program: said so, and told in full to whoever started the desk."""
    return PlainTextResponse(f"The desk failed at this ({type(error).__name__}); the terminal in which it runs says where. Other screens still work.\n", 500)


def show_missing(request: Request, _error: Exception | None) -> Response:
    """There is no such screen."""
    if request.url.path.endswith((".json", ".csv")):
        return PlainTextResponse("there is no such screen\n", 404)
    values = {"title": "No such screen", "why": "This desk has no screen at that address; the list of screens is on every page."}
    return render_page(request, "refused.html", {**make_frame(get_desk(request), None, {}), **values}, 404)
