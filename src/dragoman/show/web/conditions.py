"""Conditions of the filter as fields of the strip: each is a term of the grammar (`only_lang=ru` is `lang:ru`), and all of them join the filter."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.ask.filters import CLOSED
from dragoman.ask.question import Question
from dragoman.know.languages import name_language
from dragoman.show.fields import AskedField, find_fields

READ = ("en", "ru", "ko")
"""Languages of documents that are read."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One key of the grammar with its label and, of a closed list, what may be chosen: a value and its word."""

    key: str
    label: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """Its name in an address."""
        return f"only_{self.key}"

    @property
    def field(self) -> AskedField:
        """It as a field of a form."""
        return AskedField(self.name, self.help, "choice" if self.choices else "text", required=False, choices=tuple(value for value, _ in self.choices))


def _list(key: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, value.replace("_", " ")) for value in CLOSED[key])


CONDITIONS = (
    Condition("kind", "Kind", "only lines of this kind", _list("kind")),
    Condition("plover", "PLOVER type", "only events of this type", _list("plover")),
    Condition("modality", "Modality", "only what is told so", _list("modality")),
    Condition("status", "Status", "only lines with this status", _list("status")),
    Condition("lang", "Language", "only what documents in this language tell", tuple((code, name_language(code)) for code in READ)),
    Condition("outlet", "Outlet", "only what an outlet of that name tells"),
    Condition("actor", "Actor", "only lines that name them, by a part of the name or the code of a state"),
    Condition("office", "Office", "only lines in which somebody has that office"),
)
NAMES = tuple(condition.name for condition in CONDITIONS)
"""Their names in an address."""


def find_conditions(question: type[Question], given: Mapping[str, str]) -> tuple[Condition, ...]:
    """Those that the question has no field of its own for, and those that the address gives."""
    own = {field.name for field in find_fields(question)}
    return tuple(condition for condition in CONDITIONS if condition.key not in own or given.get(condition.name))


def fold_conditions(given: Mapping[str, str]) -> dict[str, str]:
    """What an address gives with its conditions written into the filter."""
    terms = [_write_term(condition.key, value) for condition in CONDITIONS if (value := given.get(condition.name, "").strip())]
    words = " ".join([*([given["filter"]] if given.get("filter") else []), *terms])
    rest = {name: value for name, value in given.items() if name not in NAMES}
    return {**rest, "filter": words} if terms else rest


def _write_term(key: str, value: str) -> str:
    """The term, with its value between quotation marks, so that blanks stay in it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{key}:"{escaped}"'
