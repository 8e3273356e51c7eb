"""Lines of the record, computed from claims and judgements."""

from typing import Literal

import msgspec

from dragoman.model.claim import Claim
from dragoman.model.span import Span

ConflictType = Literal["date", "value", "actor", "state", "office-holder", "attribution", "translation", "duplicate", "scope", "internal"]
EntryStatus = Literal["undisputed", "disputed", "unreviewed"]


class Report(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One claim on which a line rests, with the words themselves."""

    claim: str
    document: str
    file: str
    span: Span
    text: str
    language: str


class ConflictSide(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One of the values that disagree, with its reports."""

    value: str
    reports: tuple[Report, ...]


class Conflict(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A typed disagreement: shown, never silently resolved. `severity` is 0 to 1 by consequence; `verdict` is how a person settled it."""

    id: str
    type: ConflictType
    why: str
    severity: float
    sides: tuple[ConflictSide, ...]
    status: Literal["open", "resolved"] = "open"
    verdict: str | None = None


class Rival(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One of the values that disagree, in words, and the ids of the claims that say so."""

    value: str
    claims: tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A disagreement as it is computed, before the words are laid beside it: what a `Conflict` is made of.

    The id is made of the type and of the claims that disagree, so that it stays as long as they do.
    """

    id: str
    type: ConflictType
    why: str
    severity: float
    rivals: tuple[Rival, ...]
    status: Literal["open", "resolved"] = "open"
    verdict: str | None = None


class Entry(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One line of the record: derived, never edited.

    `id` is the smallest id of its claims; `claim` is the one that speaks for the line.
    `background`: a person said that it is told as a setting, not as news.
    """

    id: str
    claim: Claim
    support: tuple[str, ...]
    against: tuple[str, ...] = ()
    n_reports: int
    n_origins: int
    status: EntryStatus = "unreviewed"
    conflicts: tuple[str, ...] = ()
    background: bool = False
