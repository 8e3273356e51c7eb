"""Whom and what the record names, whatever it is called; and where its reports come from."""

from typing import Literal

import msgspec

EntityType = Literal["state", "agency", "person", "firm", "organisation", "people", "place", "office", "instrument"]
Tie = Literal["document", "outlet", "voice", "wording", "translation"]


class NameInText(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which the sources write a name."""

    text: str
    language: str


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that claims name; it carries nothing that changes: an office held is a Post.

    `name` is the commonest of `names`; `side` is the state or union of states that it counts for; `claims` name it.
    """

    id: str
    type: EntityType
    name: str
    names: tuple[NameInText, ...]
    country: str | None
    side: str | None
    claims: tuple[str, ...]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """One source behind some reports, however many papers printed it; `ties` say by what they were found to be one."""

    claims: tuple[str, ...]
    documents: tuple[str, ...]
    ties: tuple[Tie, ...] = ()
