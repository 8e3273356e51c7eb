"""States through time: who came after whom, and what becomes of a standing link at that."""

from datetime import date
from typing import Literal

import msgspec

from dragoman.model.claim import ChannelType

Fate = Literal["continues", "lapses", "renewed"]
"""`continues`: the link goes on under the new code. `lapses`: it ended that day, and nobody carries it on.
`renewed`: it ended that day, and another one began only with an act of both sides."""
Manner = Literal[
    "continuation",
    "government",
    "rupture",
    "separation",
    "dissolution",
    "merger",
    "absorption",
    "annexation",
    "protectorate",
    "restoration",
]


class Succession(msgspec.Struct, frozen=True, kw_only=True):
    """That `after` came in the place of `before`, or of a part of it, on its first day `on`.

    Both codes are equal where a state kept its code through a change of its government or name. A separation leaves
    the links of `before` with it; its fates say what the new state takes along.
    `fates` holds the channels that do not share the `usual` fate; `why` says in a clause what the manner means.
    """

    before: str
    after: str
    on: date
    manner: Manner
    usual: Fate
    fates: dict[ChannelType, Fate] = {}
    why: str = ""

    def fate_of(self, channel: ChannelType) -> Fate:
        """What becomes of a link that `before` had on that day."""
        return self.fates.get(channel, self.usual)


class Era(msgspec.Struct, frozen=True, kw_only=True):
    """A time of a state, by the name that it had then; `until` is its last day, `None` where it lasts."""

    code: str
    name: str | None
    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it was so on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
