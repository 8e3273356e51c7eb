"""Stands before every screen: refuses strange hosts, strangers without the token and forms of other sites; sets the rules of the page."""

from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.show.web.door import Door

KEY = "dragoman_key"
"""The cookie that holds the token."""
RULES = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """An ASGI application around another one."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the application where the request may not come in; else let it through and add the rules."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_rules(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in RULES.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._refuse(scope)
        await (refusal or self._app)(scope, receive, send_with_rules)

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._door.knows_host(headers.get("host", "")):
            return PlainTextResponse("This desk does not go by that name. Open it under the address that `dragoman serve` printed.\n", 421)
        return self._ask_for_token(scope, headers) or _refuse_other_sites(scope, headers)

    def _ask_for_token(self, scope: Scope, headers: Headers) -> Response | None:
        if self._door.token is None:
            return None
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        given = asked.pop("token", [""])[0]
        if given and self._door.opens_to(given):
            rest = urlencode(asked, doseq=True)
            response = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
            response.set_cookie(KEY, given, httponly=True, samesite="strict")
            return response
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if self._door.opens_to(bearer) or self._door.opens_to(cookie_parser(headers.get("cookie", "")).get(KEY)):
            return None
        return PlainTextResponse("This desk asks for its token: open the whole address that `dragoman serve` printed.\n", 401)


def _refuse_other_sites(scope: Scope, headers: Headers) -> Response | None:
    """A form sent by a page of another origin, as the browser tells it; the form's own signature is checked where it is read."""
    if scope["method"] in ("GET", "HEAD"):
        return None
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    strange = origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
    return PlainTextResponse("This form was sent by another site.\n", 403) if strange or site not in ("same-origin", "none") else None
