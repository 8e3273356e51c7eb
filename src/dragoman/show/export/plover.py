"""PLOVER as JSON Lines: events in the ontology's own terms; what is only promised becomes AGREE, as the ontology wants."""

from typing import Any

import msgspec

from dragoman.ask.chronology import Line
from dragoman.know.plover import load_plover
from dragoman.know.sectors import sector_of
from dragoman.model import Actor, Event, Modality
from dragoman.show.export.material import Material, first_day, last_day

PROMISED: frozenset[Modality] = frozenset({"agreed", "planned", "proposed", "discussed", "possible", "conditional"})
TOLD_NOT: frozenset[Modality] = frozenset({"negated", "denied"})
COOPERATIVE = (1, 2)


def export_plover(material: Material) -> bytes:
    """One object for each event that a source tells as done, alleged or promised; what is denied is left out."""
    events = [line for line in material.lines if isinstance(line.entry.claim, Event) and line.entry.claim.modality not in TOLD_NOT]
    return b"".join(msgspec.json.encode(_make_event(line)) + b"\n" for line in events)


def _make_event(line: Line) -> dict[str, Any]:
    claim = line.entry.claim
    if not isinstance(claim, Event):
        message = f"{line.entry.id} is no event"
        raise TypeError(message)
    promised = claim.modality in PROMISED and claim.quad in COOPERATIVE
    type_, mode = ("AGREE", None) if promised else (claim.type, claim.mode)
    known = load_plover().type_of(type_)
    recipients = claim.target or (claim.source[1:] if claim.symmetric else ())
    background = {"background": True} if line.entry.background else {}
    return background | {
        "id": line.entry.id,
        "event_type": type_,
        "event_mode": mode,
        "context": list(claim.contexts),
        "quad_code": known.quad,
        "intensity": known.intensity_of(mode),
        "date_start": first_day(claim.when),
        "date_end": last_day(claim.when),
        "modality": claim.modality,
        "actors": [_make_actor(actor, claim.language) for actor in (claim.source[:1] if claim.symmetric else claim.source)],
        "recipients": [_make_actor(actor, claim.language) for actor in recipients],
        "location": msgspec.to_builtins(claim.where) if claim.where else None,
        "n_reports": line.entry.n_reports,
        "n_origins": line.entry.n_origins,
        "texts": [{"file": report.file, "language": report.language, "text": report.text} for report in line.reports],
    }


def _make_actor(actor: Actor, language: str) -> dict[str, Any]:
    sector = sector_of(actor, language)
    return {"text": actor.name, "country": actor.country, "id": actor.id, "type": actor.type, "sector": sector, "role": actor.role}
