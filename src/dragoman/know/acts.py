"""What acts mean: each is said once, in `acts/*.toml`, for every language."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.model import ChannelState, ChannelType, InstrumentState, Modality, PloverType

ACTS = Path(__file__).parent / "acts"


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bundle that one act yields: an event, a channel with its new state, an instrument with its.

    `channel` is a channel of the contract or `@link`, which takes the channel that the frame's role `link` names.
    `symmetric`: all its sides act alike. `owner`: the source owns the channel and stands first. `modality` is what
    the act says of its own content ("plans to"); `standing` marks a state that lasts ("has an embassy in"). `faces`: it is done
    to another side even where the words name none ("recalled its ambassador"); `host`: it is done to an envoy by the state where he serves; `declared`: it is
    done by being announced ("announced the expulsion of"); `home`: it is done by the state whose envoy it is, where nobody is named.
    """

    id: str
    meaning: str
    event: PloverType | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    symmetric: bool = False
    channel: ChannelType | Literal["@link"] | None = None
    state: ChannelState | None = None
    owner: bool = False
    instrument: InstrumentState | None = None
    modality: Modality | None = None
    standing: bool = False
    faces: bool = False
    host: bool = False
    declared: bool = False
    home: bool = False


class ActFile(msgspec.Struct, frozen=True):
    """One file of acts with its source and licence."""

    meta: dict[str, str]
    act: tuple[Act, ...]


@cache
def load_acts() -> dict[str, Act]:
    """All acts by id."""
    acts: dict[str, Act] = {}
    for path in sorted(ACTS.glob("*.toml")):
        for act in msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), ActFile).act:
            if act.id in acts:
                message = f"{path.name}: the act {act.id!r} is said twice"
                raise ValueError(message)
            acts[act.id] = act
    return acts
