"""Missions on a board: what an expulsion or a recall makes of the embassy that it is aimed at.

Source: `data/missions.toml`.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dragoman.know.levels import find_level
from dragoman.know.states import load_state_names
from dragoman.model import Actor, Channel, Claim, Event

TABLE = Path(__file__).parent / "data" / "missions.toml"


@cache
def _load_measures() -> tuple[dict[str, Any], ...]:
    with TABLE.open("rb") as opened:
        return tuple(tomllib.load(opened)["measure"])


@cache
def find_types() -> frozenset[str]:
    """The types of events that a board must know beside its links."""
    return frozenset(measure["type"] for measure in _load_measures())


def read_link(claim: Claim) -> Channel | None:
    """The link that a claim is about: its own, or the embassy whose people an event expels or calls home; `None` where it is about none.

    What stands for an event keeps its id, its words, its time and its modality.
    """
    if isinstance(claim, Channel):
        return claim
    if not isinstance(claim, Event):
        return None
    measure = next((found for found in _load_measures() if _is_measure(claim, found)), None)
    owners, hosts = (claim.target, claim.source) if measure is not None and measure["whose"] == "target" else (claim.source, claim.target)
    sides = [next((stand_for(actor) for actor in actors if actor.country), None) for actors in (owners, hosts)]
    if measure is None or sides[0] is None or sides[1] is None or sides[0].side == sides[1].side:
        return None
    is_envoy = any(actor.role is not None and find_level(actor.role) == "envoys" for actor in owners)
    fields = {field: getattr(claim, field) for field in Channel.__struct_fields__ if hasattr(claim, field)}
    return Channel(**fields, channel="embassy", between=(sides[0], sides[1]), state=measure["envoy" if is_envoy else "staff"])


def _is_measure(event: Event, measure: dict[str, Any]) -> bool:
    return (event.type, event.mode) == (measure["type"], measure["mode"]) and measure["context"] in event.contexts


def stand_for(actor: Actor) -> Actor:
    """The state for which somebody acts; who acts for none, a firm and an organisation stay themselves."""
    if actor.type in ("state", "firm", "organisation") or not actor.country:
        return actor
    return msgspec.structs.replace(actor, name=load_state_names().get(actor.country, actor.country), id=actor.side, type="state", role=None, literal=None)
