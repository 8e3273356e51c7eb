"""FollowTheMoney as JSON Lines: people, bodies, offices, events and notes, each with the words and the document that prove it."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from dragoman.ask.chronology import Line
from dragoman.model import Actor, Modality, Post, When
from dragoman.model.ports import KeptDocument
from dragoman.show.export.material import Material, find_all_actors, find_marks, say_marked
from dragoman.show.sentences import name_state, say_claim, say_office
from dragoman.show.text import render_when

CODES = Path(__file__).parent / "money.toml"
NOT_SO: frozenset[Modality] = frozenset({"negated", "denied"})
EVENTS = frozenset({"event", "channel", "instrument", "statement"})
SCHEMATA = {"state": "PublicBody", "agency": "PublicBody", "person": "Person", "firm": "Company", "organisation": "Organization"}
"""Actors that the format has a schema for; a people or a place is named in the sentence alone."""
LONGEST_NAME = 380
WHOLE_DAY, WHOLE_MONTH, YEAR = 10, 7, 4
"""Characters of a date in ISO 8601."""


class Codes(msgspec.Struct, frozen=True):
    """The format's own codes."""

    countries: dict[str, str]
    languages: dict[str, str]
    types: dict[str, str]


class Entity(msgspec.Struct, frozen=True):
    """One line of the file; values are lists of strings, as the format wants."""

    id: str
    schema: str
    properties: dict[str, list[str]]


@cache
def load_codes() -> Codes:
    """The tables of `money.toml`."""
    return msgspec.convert(tomllib.loads(CODES.read_text(encoding="utf-8")), Codes)


def export_money(material: Material) -> bytes:
    """One entity a line."""
    return b"".join(msgspec.json.encode(entity) + b"\n" for entity in find_entities(material))


def find_entities(material: Material) -> tuple[Entity, ...]:
    """Entities, each once, those that others point at first; what is denied is left out, as the format has no word for it."""
    entities = {entity.id: entity for kept in material.cited() for entity in [_make_document(kept)]}
    for line in material.lines:
        if line.entry.claim.modality in NOT_SO:
            continue
        for entity in _find_entities(line):
            known = entities.get(entity.id)
            entities[entity.id] = entity if known is None else _join(known, entity)
    return tuple(entities.values())


def _find_entities(line: Line) -> Iterator[Entity]:
    claim = line.entry.claim
    actors = [actor for actor in find_all_actors(line) if actor.type in SCHEMATA]
    yield from map(_make_actor, actors)
    if isinstance(claim, Post):
        yield from _make_office(line, claim)
        return
    name = say_marked(line)
    shared = {"name": [name[:LONGEST_NAME]], "keywords": [claim.kind, claim.modality, *(["background"] if line.entry.background else [])], **_prove(line)}
    if claim.kind in EVENTS:
        place: list[str] = [claim.where.name] if claim.where else []
        involved: list[str] = list(dict.fromkeys(map(_name_actor, actors)))
        yield _make("entry", line.entry.id, "Event", {**shared, **_say_time(claim.when), "involved": involved, "location": place, "recordId": [line.entry.id]})
    else:
        yield _make("entry", line.entry.id, "Note", {**shared, "entity": list(dict.fromkeys(map(_name_actor, actors)))})


def _make_office(line: Line, post: Post) -> Iterator[Entity]:
    """The office, and who holds it; of a vacant one only a note."""
    title = say_office(post.office)
    office = _make("office", _digest(title.casefold()), "Position", {"name": [title], "country": _find_country(post.office.of)})
    yield office
    if post.person is None:
        yield _make("entry", line.entry.id, "Note", {"name": [say_claim(post)], "entity": [office.id], **_prove(line)})
        return
    holder = _make_actor(post.person)
    yield holder
    held: dict[str, list[str]] = {
        "holder": [holder.id],
        "post": [office.id],
        "status": [post.state],
        **_say_time(post.when),
        **_prove(line),
        "recordId": [line.entry.id],
    }
    yield _make("entry", line.entry.id, "Occupancy", held)


def _make_actor(actor: Actor) -> Entity:
    """A state stands as its public body; a person with the offices that the sources name."""
    if actor.type == "state" and actor.side:
        return _make("state", actor.side, "PublicBody", {"name": [name_state(actor.side)], "country": _find_country(actor.side)})
    role = [actor.role] if actor.role and actor.type == "person" else []
    return Entity(
        _name_actor(actor), SCHEMATA[actor.type], _fill({"name": [actor.name[:LONGEST_NAME]], "country": _find_country(actor.country), "position": role})
    )


def _name_actor(actor: Actor) -> str:
    """The same for the same words and state; whether two names are one person is not decided here."""
    if actor.type == "state" and actor.side:
        return f"dragoman-state-{actor.side}"
    return f"dragoman-{actor.type}-{actor.id or _digest(f'{actor.name.casefold()} {actor.country}')}"


def _make_document(kept: KeptDocument) -> Entity:
    codes = load_codes()
    said = [] if kept.said_is_bound else [kept.said.isoformat()]
    language = [codes.languages[kept.language]] if kept.language in codes.languages else []
    named = {"fileName": [kept.file], "title": [kept.title] if kept.title else [], "publisher": [kept.outlet] if kept.outlet else []}
    return _make("document", _digest(kept.id), "Article", {**named, "name": [kept.title or kept.file], "publishedAt": said, "language": language})


def _prove(line: Line) -> dict[str, list[str]]:
    """The words, the documents they stand in, and how many tell it."""
    entry = line.entry
    marks = ", ".join(find_marks(line)) or "actual"
    told = f"Told for {render_when(entry.claim.when)}; {marks}; reports: {entry.n_reports}, independent origins: {entry.n_origins}"
    return {
        "description": list(dict.fromkeys(report.text for report in line.reports)),
        "proof": list(dict.fromkeys(f"dragoman-document-{_digest(report.document)}" for report in line.reports)),
        "summary": [told],
    }


def _say_time(when: When | None) -> dict[str, list[str]]:
    """`date` as fine as the source tells it, `startDate` and `endDate` of what is told to begin or end; never a made-up day."""
    if when is None or when.bound in ("before", "after"):
        return {}
    if when.bound == "since" and when.start:
        return {"startDate": [_cut_day(when.start.isoformat(), when)]}
    if when.bound == "until" and when.end:
        return {"endDate": [_cut_day(when.end.isoformat(), when)]}
    if when.start is None or when.end is None:
        return {}
    start, end = when.start.isoformat(), when.end.isoformat()
    shared = next((start[:length] for length in (WHOLE_DAY, WHOLE_MONTH, YEAR) if start[:length] == end[:length]), None)
    return {"date": [shared]} if shared else {}


def _cut_day(day: str, when: When) -> str:
    return day if when.precision == "day" else day[:WHOLE_MONTH] if when.precision in ("month", "week") else day[:YEAR]


def _find_country(code: str | None) -> list[str]:
    found = load_codes().countries.get(code or "")
    return [found] if found else []


def _make(kind: str, name: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    return Entity(f"dragoman-{kind}-{name}", schema, _fill(properties))


def _fill(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without what is empty."""
    return {name: values for name, values in properties.items() if values}


def _join(one: Entity, other: Entity) -> Entity:
    """Both say what they say of the same thing."""
    names = dict.fromkeys([*one.properties, *other.properties])
    return Entity(one.id, one.schema, {name: _each(one.properties.get(name, []), other.properties.get(name, [])) for name in names})


def _each(*lists: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for values in lists for value in values))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]
