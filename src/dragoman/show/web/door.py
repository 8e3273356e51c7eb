"""Who may come in: the host that is asked for, the token, and proof that a form is the desk's own."""

import hashlib
import hmac
import ipaddress
import re
from dataclasses import dataclass

HOST = re.compile(r"(?:\[(?P<inner>[0-9a-fA-F:.]+)\]|(?P<plain>[^\s:,@/\[\]]+))(?::[0-9]{1,5})?", re.ASCII)
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Door:
    """What a request must show: a host among `hosts`, and `token` where there is one; `secret` signs forms.

    `by_address`: the desk listens on every address of the machine, so that any address will do as a host (a name must be listed:
    a name that a stranger made point here is how other sites reach a desk).
    """

    hosts: frozenset[str]
    secret: bytes
    token: str | None = None
    by_address: bool = False

    def knows_host(self, header: str) -> bool:
        """Whether the `Host` of a request is this desk's."""
        host = split_host(header)
        return host in self.hosts or (self.by_address and _is_address(host))

    def opens_to(self, token: str | None) -> bool:
        """Whether the token is the right one, or none is asked for."""
        return self.token is None or (token is not None and hmac.compare_digest(token.encode(), self.token.encode()))

    def sign(self, session: str) -> str:
        """What every form of this session must carry."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()

    def is_signed(self, session: str, signature: str) -> bool:
        """Whether a form was made by this desk for this session."""
        return bool(session) and hmac.compare_digest(signature.encode(), self.sign(session).encode())


def split_host(header: str) -> str:
    """The host of `host:port`, in small letters and without brackets; empty where the header is no such thing."""
    found = HOST.fullmatch(header)
    return (found["inner"] or found["plain"]).lower() if found else ""


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach `host`."""
    return host.lower() == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def is_everywhere(host: str) -> bool:
    """Whether `host` stands for every address of the machine."""
    return _is_address(host) and ipaddress.ip_address(host).is_unspecified


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
