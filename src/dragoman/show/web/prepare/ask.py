"""The answer to a question: how many lines disagree, and whether it rests on lines of the record or on the text alone."""

from typing import Any

from dragoman.ask.answer import UNREAD, Found
from dragoman.show.web.screen import Shown

EXAMPLES = (("en", "When were direct flights suspended?"), ("ru", "Кто посол России в Южной Корее?"), ("ko", "지난해 한국과 러시아의 교역액은 얼마였는가?"))
"""What a question may look like, with its language."""


def prepare_ask(shown: Shown) -> dict[str, Any]:
    """What the answer rests on; with no question asked yet, how one may be asked."""
    unread = bool(shown.answer) and all(isinstance(found, Found) for found in shown.answer)
    n_disputed = 0 if unread else sum(bool(line.entry.conflicts) for line in shown.answer)
    is_none_read = unread and all(found.note == UNREAD for found in shown.answer)
    return {"unread": unread, "is_none_read": is_none_read, "n_disputed": n_disputed, "examples": EXAMPLES, "documents": shown.documents}
