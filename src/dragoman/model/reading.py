"""One document read once: its claims and its troubles."""

import datetime

import msgspec

from dragoman.model.claim import Claim
from dragoman.model.span import Span


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be read or kept, and why; the user sees it."""

    document: str
    stage: str
    why: str
    span: Span | None = None


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """A proposed claim that the verifier refused."""

    kind: str
    span: Span
    why: str
    rule: str


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller may tell the reader; part of the reading's name."""

    date: datetime.date | None = None
    language: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One document read by one version of the reader with its options; immutable.

    `version` names the reader's version and options and is the `reading` of each of its claims.
    """

    document: str
    version: str
    claims: tuple[Claim, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    dropped: tuple[Dropped, ...] = ()
