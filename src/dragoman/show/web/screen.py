"""A screen that shows the answer of one question: its name, its words, its template, and what the template needs beside the answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.ask.question import Question
from dragoman.desk import Desk
from dragoman.model.ports import KeptDocument


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer about to be shown, or none where nothing is asked yet; `given` is the address's query and `today` the day that an open clock means."""

    desk: Desk
    question: Question | None
    answer: tuple[Any, ...]
    given: Mapping[str, str]
    documents: Mapping[str, KeptDocument]
    today: date


@dataclass(frozen=True, slots=True)
class Screen:
    """`name` is its address, `key` the letter that opens it after `g`, `group` its place in the list of screens."""

    name: str
    title: str
    about: str
    group: str
    key: str
    question: type[Question]
    template: str
    prepare: Callable[[Shown], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Plain:
    """A screen that answers no question of `ask`; `shares` is the one whose fields an address keeps on the way to it."""

    name: str
    title: str
    group: str
    key: str
    shares: type[Question] | None = None
