"""What a rule or a person decided about claims: dated, signed, reversible."""

from datetime import datetime
from typing import Literal

import msgspec

from dragoman.model.claim import Claim
from dragoman.model.errors import BadInput

Verdict = Literal["same", "different", "unsure", "accept", "reject", "correct", "add", "grade", "resolve", "background", "withdraw"]


NOT_CORRECTED = frozenset({"id", "kind", "document", "span", "text", "reading"})
"""What a correction cannot touch: where the claim stands and what it is called."""
OF_JUDGEMENTS = frozenset({"claims", "claim"})
"""Fields of a judgement that name its claims; the others of a correction are the corrected fields."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What a judgement holds on to, so that it survives re-reading and a new edition of the text.

    `before` and `after` are up to 32 characters on either side of `quote`; `fields` are the claim's own fields.
    """

    sha256: str
    quote: str
    before: str
    after: str
    kind: str
    fields: dict[str, object]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict on one claim or between two, by whom, when and why.

    `withdraws` names the judgement that this one takes back; nothing is ever deleted.
    """

    id: str
    verdict: Verdict
    anchors: tuple[Anchor, ...]
    by: str
    at: datetime
    why: str
    fields: dict[str, object] = {}
    withdraws: str | None = None


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that stands, the claims that it is about now, and the claim that it adds where it adds one."""

    judgement: Judgement
    claims: tuple[str, ...]
    added: Claim | None = None


def correct_claim(claim: Claim, fields: dict[str, object]) -> Claim:
    """The claim with other fields, under its own id; BadInput where it has no such field or the value does not fit."""
    built = msgspec.to_builtins(claim)
    given = {name: value for name, value in fields.items() if name not in OF_JUDGEMENTS}
    unknown = [name for name in given if name not in built or name in NOT_CORRECTED]
    if unknown or not given:
        raise BadInput(f"a {claim.kind} has no field to correct named {', '.join(unknown)}" if unknown else "a correction says what is corrected")
    try:
        corrected: Claim = msgspec.convert({**built, **given}, Claim)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadInput(f"that does not fit a {claim.kind}: {error}") from None
    return corrected
