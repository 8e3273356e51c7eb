"""Reads what every side writes and keeps one record of the relations between states, each line tied to the words it rests on.

The flow, from a folder to an answer:

>>> import dragoman
>>> desk = dragoman.create("example.desk")
>>> added = desk.add("examples")
>>> board = desk.board("RUS", "KOR")
>>> all(row.reports for row in board)
True
>>> desk.verify().misses
()
>>> desk.close()

Without a record, `dragoman.read("file.txt", date=…)` yields the `Reading` of one document. The rooms behind these names
are imported when a name is first used.
"""

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import dragoman.read as _room
from dragoman.model.ports import fill_port

if TYPE_CHECKING:
    from dragoman.ask.board import Board
    from dragoman.ask.chronology import Chronology
    from dragoman.ask.dyad import Dyad
    from dragoman.ask.who import Who
    from dragoman.desk import Desk, Parts, read
    from dragoman.desk import create_desk as create
    from dragoman.desk import open_desk as open  # noqa: A004 (dragoman.open, as one opens a file)

__version__ = "0.1.0"

__all__ = ["Board", "Chronology", "Desk", "Dyad", "Parts", "Who", "create", "open", "read"]

_NAMES = {
    "Board": "dragoman.ask.board:Board",
    "Chronology": "dragoman.ask.chronology:Chronology",
    "Desk": "dragoman.desk:Desk",
    "Dyad": "dragoman.ask.dyad:Dyad",
    "Parts": "dragoman.desk:Parts",
    "Who": "dragoman.ask.who:Who",
    "create": "dragoman.desk:create_desk",
    "open": "dragoman.desk:open_desk",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (any public name)
    """A public name, its room imported now."""
    if name not in _NAMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return fill_port(_NAMES[name])


class _ReadingRoom(ModuleType):
    """The room `read`, which is also the verb: `dragoman.read(path)`."""

    def __call__(self, path: str | Path, date: Any = None, language: str | None = None) -> Any:  # noqa: ANN401 (see desk.read)
        return fill_port("dragoman.desk:read")(path, date, language)


sys.modules[_room.__name__].__class__ = _ReadingRoom
