"""What stands around every screen: the list of screens, the filter strip, and the other forms of the same answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dragoman.ask.chronology import Chronology
from dragoman.desk import Desk
from dragoman.show.fields import find_fields
from dragoman.show.sentences import name_state
from dragoman.show.web.catalogue import PLAIN, SCREENS
from dragoman.show.web.pages import write_address
from dragoman.show.web.screen import Plain, Screen
from dragoman.show.web.strip import make_strip, share


@dataclass(frozen=True, slots=True)
class Leaf:
    """A link in the list of screens."""

    title: str
    address: str
    key: str
    group: str
    is_here: bool


def make_frame(desk: Desk, screen: Screen | Plain | None, given: Mapping[str, str]) -> dict[str, Any]:
    """The values that `layout.html` needs; without a screen of its own the strip leads to the chronology."""
    asks = screen if isinstance(screen, Screen) else None
    name = asks.name if asks else screen.name if screen and isinstance(screen, Plain) and screen.shares else "chronology"
    forms = {form: write_address(f"/{screen.name}.{form}", given) for form in ("json", "csv")} if screen else {}
    return {
        "title": screen.title if screen else "",
        "about": asks.about if asks else "",
        "subject": say_subject(given) if asks and any(field.kind == "dyad" for field in find_fields(asks.question)) else "",
        "strip": make_strip(f"/{name}", asks.question if asks else Chronology, given),
        "groups_of_screens": list_screens(screen.name if screen else "", given),
        "forms": forms,
        "given": dict(given),
    }


def list_screens(here: str, given: Mapping[str, str]) -> list[tuple[str, list[Leaf]]]:
    """The screens by group; what their questions share with the present one goes along."""
    leaves = [Leaf(found.title, write_address(f"/{found.name}", share(given, found.question)), found.key, found.group, found.name == here) for found in SCREENS]
    leaves += [Leaf(found.title, write_address(f"/{found.name}", share(given, found.shares)), found.key, found.group, found.name == here) for found in PLAIN]
    order = list(dict.fromkeys(leaf.group for leaf in leaves))
    leaves.sort(key=lambda leaf: order.index(leaf.group))
    return [(group, list(found)) for group, found in groupby(leaves, key=lambda leaf: leaf.group)]


def say_subject(given: Mapping[str, str]) -> str:
    """The two sides by name."""
    a, dash, b = given.get("dyad", "").strip().upper().partition("-")
    return f"{name_state(a)} – {name_state(b)}" if dash and a and b else ""
