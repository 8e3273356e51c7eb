"""The objects that the contract names, as JSON: exactly its fields, in its order."""

from collections.abc import Iterable
from typing import Any

import msgspec

from dragoman.ask.chronology import Line
from dragoman.ask.profile import Profile
from dragoman.model import Claim, Document, Zone

INTERNAL = ("rule",)
"""Fields of a claim that explain it (`--explain`) but are no part of the contract."""
AS_DATED = frozenset({"evidence_when", "told_when", "began_when", "ended_when", "seen_whens"})
"""Times as sources give them, for what is said in words; the contract has days there."""


def export_claim(claim: Claim) -> dict[str, Any]:
    """A claim with the fields that every claim has and those of its kind."""
    built: dict[str, Any] = msgspec.to_builtins(claim)
    for name in INTERNAL:
        built.pop(name, None)
    kind = built.pop("kind")
    exported: dict[str, Any] = _trim({"id": built.pop("id"), "kind": kind, **built})
    return exported


def export_line(line: Line) -> dict[str, Any]:
    """An entry: the fields of its kind, its counts, and the reports it rests on."""
    claim = export_claim(line.entry.claim)
    entry = line.entry
    for name in ("reading", "document", "span", "text", "evidence"):
        claim.pop(name)
    counts = {"n_reports": entry.n_reports, "n_origins": entry.n_origins, "status": entry.status, "conflicts": list(entry.conflicts)}
    counts |= {"background": True} if entry.background else {}
    counts |= {"origins": msgspec.to_builtins(line.origins)} if line.origins else {}
    return {**claim, "id": entry.id, **counts, "reports": msgspec.to_builtins(line.reports)}


def export_standing(lines: Iterable[Line]) -> dict[str, Any]:
    """The line that a claim stands in, by its id, with its counts and the sources behind it; nothing where it stands in none."""
    found = next(iter(lines), None)
    if found is None:
        return {}
    entry = found.entry
    standing = {"id": entry.id, "n_reports": entry.n_reports, "n_origins": entry.n_origins, "origins": msgspec.to_builtins(found.origins)}
    return {"entry": standing}


def export_zone(zone: Zone, document: Document) -> dict[str, Any]:
    """A zone with its text and language."""
    text = document.quote(zone.span)
    return {"kind": zone.kind, "span": [zone.span.start, zone.span.stop], "text": text, "language": document.language_at(zone.span.start)}


def export_object(value: Any) -> dict[str, Any]:  # noqa: ANN401 (any answer of a question)
    """Any object of the contract."""
    match value:
        case Line():
            return export_line(value)
        case Profile():
            about: dict[str, Any] = _trim(msgspec.to_builtins(msgspec.structs.replace(value, lines=())))
            return {**about, "lines": [export_line(line) for line in value.lines]}
        case msgspec.Struct() if hasattr(value, "kind") and hasattr(value, "span") and hasattr(value, "said_by"):
            return export_claim(value)  # type: ignore[arg-type]
        case _:
            built: dict[str, Any] = _trim(msgspec.to_builtins(value))
            return built


def write_json(values: Iterable[dict[str, Any]]) -> Iterable[str]:
    """One line per object."""
    return (msgspec.json.encode(value).decode() for value in values)


def make_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line of `dragoman read --json`, from the types."""
    schema = msgspec.json.schema(Claim)
    definitions = schema["$defs"]
    for definition in definitions.values():
        fields = definition.get("properties", {})
        if "said_by" in fields:
            for name in INTERNAL:
                fields.pop(name, None)
        if "properties" in definition:
            definition["required"] = [name for name in fields if name != "literal"]
            definition["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Claim", **schema}


def render_schema() -> str:
    """The schema as `dragoman schema` prints it and docs/claim.schema.json holds it."""
    return msgspec.json.format(msgspec.json.encode(make_schema()), indent=2).decode() + "\n"


def _trim(built: Any) -> Any:  # noqa: ANN401 (any part of an object)
    """Without `literal` where an actor is read as it is written, and without times that only words use."""
    if isinstance(built, dict):
        return {key: _trim(value) for key, value in built.items() if key not in AS_DATED and not (key == "literal" and value is None)}
    if isinstance(built, list | tuple):
        return [_trim(value) for value in built]
    return built
