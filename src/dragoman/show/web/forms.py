"""What a form of the desk sends: read once, of bounded size, and only where the desk itself made the form."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from dragoman.model import BadInput
from dragoman.show.web.pages import SESSION, get_door, remember_reviewer

LARGEST = 200_000
"""Bytes of a form."""
MOST_FIELDS = 1000
SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class SentForm:
    """The fields of a form, each with all its values."""

    fields: Mapping[str, list[str]]

    def one(self, name: str) -> str:
        """The last value of a field, without white space around it; empty where there is none."""
        return (self.fields.get(name) or [""])[-1].strip()

    def all(self, name: str) -> list[str]:
        """All values of a field that say something."""
        return [value.strip() for value in self.fields.get(name, ()) if value.strip()]


Take = Callable[[Request, SentForm], Response]
"""What is done with a form."""


def take_form(take: Take) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that hands the form on where it is signed, and refuses it where it is not."""

    async def endpoint(request: Request) -> Response:
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                return PlainTextResponse("That form is too large.\n", 413)
        try:
            form = SentForm(parse_qs(body.decode("utf-8", errors="replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS))
        except ValueError:
            return PlainTextResponse("That form has too many fields.\n", 413)
        if not get_door(request).is_signed(request.cookies.get(SESSION, ""), form.one(SIGNATURE)):
            return PlainTextResponse("This form is not of this desk, or the desk was started anew since: open the page again.\n", 403)
        return await run_in_threadpool(take, request, form)

    return endpoint


def go_back(form: SentForm, done: str, by: str) -> Response:
    """The page from which the form came, told what was done; the reviewer's name is remembered."""
    path = check_local(form.one("next") or "/")
    before, _, fragment = path.partition("#")
    response = RedirectResponse(f"{before}{'&' if '?' in before else '?'}done={done}" + (f"#{fragment}" if fragment else ""), 303)
    remember_reviewer(response, by)
    return response


def check_local(path: str) -> str:
    """The path, where it is one of this desk; BadInput where it leads elsewhere."""
    if not path.startswith("/") or path.startswith("//") or "\\" in path or any(ord(letter) < 32 for letter in path):
        raise BadInput("a form leads back to a page of this desk")
    return path
