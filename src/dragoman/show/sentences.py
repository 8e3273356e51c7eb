"""One plain English sentence for each claim, with states by their names; what is quoted stays in its own language."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import assert_never

import msgspec

from dragoman.know.states import load_ledger, load_state_names
from dragoman.model import Actor, Assessment, Channel, Claim, Event, Figure, Instrument, Office, Post, Statement
from dragoman.show.text import render_figure

WORDING = Path(__file__).parent / "wording.toml"
LONGEST_TITLE = 90
SINGULAR = ("ss", "us", "is", "affairs", "news")
"""Endings of words that are no plurals, though they end in s."""


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the terms of the vocabulary are called."""

    verbs: dict[str, tuple[str, str, str]]
    channels: dict[str, str]
    shapes: dict[str, str]
    ties: dict[str, str]


@cache
def load_wording() -> Wording:
    """The tables of `wording.toml`."""
    with WORDING.open("rb") as opened:
        return msgspec.convert({name: table for name, table in tomllib.load(opened).items() if name != "meta"}, Wording)


def name_state(code: str) -> str:
    """The English name of a state or union; the code itself where the ledger has none."""
    return load_state_names().get(code, code.replace("_", " "))


def name_channel(channel: str) -> str:
    """The English name of a kind of link."""
    return load_wording().channels.get(channel, channel.replace("_", " "))


def name_row(row: str) -> str:
    """A row of the board by its id: `air_link KOR-RUS Seoul` as `air link South Korea – Russia · Seoul`."""
    channel, sides, *seat = row.split(" ", 2)
    return " · ".join([f"{name_channel(channel)} {' – '.join(map(name_state, sides.split('-')))}", *seat])


def find_shape(state: str | None) -> str:
    """The shape beside the state of a link: `open up half down stopped closed`, or `none` where it is only planned."""
    return load_wording().shapes.get(state or "", "none")


def say_actor(actor: Actor) -> str:
    """A state by its English name; a person by name and office; anyone else by the document's words."""
    if actor.type == "state" and actor.side:
        return name_state(actor.side)
    if actor.role and actor.role.casefold() != actor.name.casefold() and actor.type == "person":
        return f"{actor.name} ({actor.role}{_of(actor)})"
    return actor.name + (f" ({name_state(actor.side)})" if actor.side and name_state(actor.side) not in actor.name else "")


def say_actors(actors: Iterable[Actor]) -> str:
    """All of them, each once: `Norway, Peru and Chile`."""
    return join_names(dict.fromkeys(map(say_actor, actors)))


def join_names(names: Iterable[str]) -> str:
    """`Norway`, `Norway and Peru`, `Norway, Peru and Chile`."""
    first, last = (listed := list(names))[:-1], listed[-1:]
    return " and ".join([", ".join(first), *last]) if first else "".join(last)


def are_several(actors: Iterable[Actor]) -> bool:
    """Whether a verb behind them is a plural: two or more, or one whom an English text calls `experts`, `Chinese troops`, `the two sides`."""
    named = list(dict.fromkeys(map(say_actor, actors)))
    word = named[0].partition(" (")[0].rpartition(" ")[2] if len(named) == 1 else ""
    return len(named) > 1 or (word.islower() and word.isascii() and word.endswith("s") and not word.endswith(SINGULAR))


def say_reporter(name: str) -> str:
    """Who reports a figure: a state by its English name, in whatever language it is called; anyone else as the text does."""
    found = load_ledger().names.get(name)
    return name_state(found.code) if found is not None and found.kind in ("state", "form") else name


def say_voices(claim: Claim) -> str:
    """The voices that the text credits, outermost first; empty where the publication speaks itself."""
    return " › ".join(map(say_actor, claim.said_by))


def say_sides(actors: Iterable[Actor]) -> str:
    """Those between whom a link stands: states by their names, whatever word the text has for them."""
    return " – ".join(dict.fromkeys(name_state(actor.side) if actor.side else actor.name for actor in actors))


def say_office(office: Office) -> str:
    """The title, whose it is, and where it is accredited."""
    to = f" to {name_state(office.to)}" if office.to else ""
    return office.title + (f" of {name_state(office.of)}" if office.of else "") + to


def say_claim(claim: Claim) -> str:
    """The sentence, without its time, its modality and who says it, and without a full stop."""
    match claim:
        case Event():
            return _say_event(claim)
        case Channel():
            seat = f" at {claim.at}" if claim.at else ""
            return _capital(f"{name_channel(claim.channel)} {say_sides(claim.between)}{seat}: {claim.state}")
        case Post():
            person = claim.person.name if claim.person else "Nobody"
            return f"{person}: {say_office(claim.office)}, {claim.state}"
        case Figure():
            about = " – ".join(dict.fromkeys(map(say_actor, claim.about)))
            return _capital(render_figure(claim)) + (f" · {about}" if about else "")
        case Statement():
            to = f" to {say_actors(claim.addressee)}" if claim.addressee else ""
            topics = ", ".join(topic.name for topic in claim.about)
            verb = "speak" if are_several(claim.speaker) else "speaks"
            return f"{say_actors(claim.speaker) or 'Somebody'} {verb}{to}" + (f" about {topics}" if topics else "")
        case Assessment():
            return f"{say_actors(claim.between) or 'The relation'}: “{claim.value}”"
        case Instrument():
            parties = say_actors(claim.parties)
            title = _cut(claim.title)
            kind = "" if claim.type.replace("_", " ") in title.casefold() else f" ({claim.type.replace('_', ' ')})"
            return f"{title}{kind} {claim.state.replace('_', ' ')}" + (f" · {parties}" if parties else "")
        case _:
            assert_never(claim)


def _say_event(claim: Event) -> str:
    verbs = load_wording().verbs
    one, several, to = verbs.get(f"{claim.type} {claim.mode}") or verbs[claim.type]
    subject, target = say_actors(claim.source) or "Somebody", say_actors(claim.target)
    if not target:
        return f"{subject} {several if len(claim.source) > 1 else one if not are_several(claim.source) else several.removesuffix(' each other')}"
    if to == "of" and all(actor.type in ("person", "people") or actor.role for actor in claim.target):
        one, several, to = one.removesuffix(" people"), several.removesuffix(" people"), ""
    verb = several.removesuffix(" each other") if are_several(claim.source) and " on a visit" not in several else one
    return " ".join(part for part in (subject, verb, to, target) if part)


def _of(actor: Actor) -> str:
    return f", {name_state(actor.side)}" if actor.side else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1] + "…"
