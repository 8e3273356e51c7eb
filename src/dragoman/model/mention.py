"""Words that name somebody or something."""

from typing import Literal

import msgspec

from dragoman.model.actor import Actor
from dragoman.model.span import Span

MentionKind = Literal["state", "demonym", "agency", "person", "firm", "organisation", "people", "place", "office", "instrument", "time", "quantity"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A span that names somebody or something, with the actor that it stands for where there is one.

    `kind` `demonym` is a state's adjective or possessive before a noun; `office` a title without a name
    ("the minister"). `chain` are the spans that decided who is meant, nearest first.
    """

    kind: MentionKind
    span: Span
    text: str
    actor: Actor | None = None
    rule: str = ""
    chain: tuple[Span, ...] = ()
