"""What a rule or a person decided about claims: dated, signed, reversible."""

from datetime import datetime
from typing import Literal

import msgspec

Verdict = Literal["same", "different", "unsure", "accept", "reject", "correct", "grade", "resolve", "withdraw"]


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
