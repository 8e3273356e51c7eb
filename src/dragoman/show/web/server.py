"""The desk served: on this machine alone unless told otherwise, and then only to who has the token."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import uvicorn

from dragoman.desk import Desk
from dragoman.model import DragomanError
from dragoman.show.web.app import make_app
from dragoman.show.web.door import LOOPBACK, Door, is_everywhere, is_loopback

PORT = 8020


@dataclass(frozen=True, slots=True)
class Address:
    """Where the desk listens; port 0 takes any free one, `None` the usual one or, where that is taken, any free one.

    `names` are further hosts by which it may be asked for.
    """

    host: str = "127.0.0.1"
    port: int | None = None
    names: tuple[str, ...] = ()
    token: str | None = None

    @property
    def door(self) -> Door:
        """Who may come in there: beyond this machine only with a token, which is made up where none was given."""
        hosts = {self.host.lower(), *map(str.lower, self.names), *(LOOPBACK if is_loopback(self.host) or is_everywhere(self.host) else ())}
        token = self.token or (None if is_loopback(self.host) else secrets.token_urlsafe(24))
        return Door(frozenset(hosts), secrets.token_bytes(32), token, by_address=is_everywhere(self.host))


def serve(desk: Desk, address: Address, announce: Callable[[str], None]) -> None:
    """Serve the desk until it is interrupted; `announce` is told the address as soon as it can be opened."""
    door = address.door
    app = make_app(desk, door)
    ports = (PORT, 0) if address.port is None else (address.port,)
    listening = next((found for port in ports if (found := _listen(address.host, port))), None)
    if listening is None:
        raise DragomanError(f"{address.host}:{address.port} cannot be listened on (in use?); name another port with --port, or 0 for any free one")
    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="off")
    with listening:
        listening.listen()
        announce(write_address(address.host, listening.getsockname()[1], door.token))
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> Any:  # noqa: ANN401 (a socket, which no other room may know)
    """The open socket; `None` where the port is taken or the address is not this machine's."""
    try:
        return uvicorn.Config("", host, port, log_level="critical").bind_socket()
    except SystemExit:
        return None


def write_address(host: str, port: int, token: str | None) -> str:
    """What a person opens in the browser."""
    shown = "127.0.0.1" if is_everywhere(host) else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
