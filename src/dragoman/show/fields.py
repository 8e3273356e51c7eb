"""The fields of a question as text: what a form asks for, what an address holds, and the question they make."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dragoman.ask.dyad import Dyad, parse_dyad
from dragoman.ask.question import Question
from dragoman.model import BadInput

FieldKind = Literal["dyad", "date", "flag", "number", "choice", "text"]
FALSE = frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class AskedField:
    """One field: its name in an address, the words that explain it, and how it is typed; `choices` of a closed list."""

    name: str
    help: str
    kind: FieldKind
    required: bool
    choices: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name in words."""
        return self.name.replace("_", " ").capitalize()


def find_fields(question: type[Question]) -> tuple[AskedField, ...]:
    """The fields of a question, in their order."""
    hints = typing.get_type_hints(question)
    return tuple(_find_field(field, hints[field.name]) for field in dataclasses.fields(question))  # type: ignore[arg-type]


def _find_field(field: "dataclasses.Field[Any]", hint: Any) -> AskedField:  # noqa: ANN401 (a type)
    choices = tuple(str(value) for value in typing.get_args(hint) if isinstance(value, str))
    kind, found = _find_kind(hint)
    required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    return AskedField(field.name, field.metadata.get("help", field.name), kind, required, choices or found)


def _find_kind(hint: Any) -> tuple[FieldKind, tuple[str, ...]]:  # noqa: ANN401 (a type)
    """How a field of this type is typed, and its choices where it has some."""
    kinds = [kind for kind in (typing.get_args(hint) if _is_union(hint) else (hint,)) if kind is not types.NoneType]
    kind = kinds[0]
    if typing.get_origin(kind) is Literal:
        return "choice", tuple(map(str, typing.get_args(kind)))
    named: dict[Any, FieldKind] = {Dyad: "dyad", date: "date", bool: "flag", int: "number", float: "number"}
    return named.get(kind, "text"), ()


def _is_union(hint: Any) -> bool:  # noqa: ANN401 (a type)
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def parse_question(question: type[Question], given: Mapping[str, str]) -> Question:
    """The question that an address asks; BadInput where a value does not fit its field or a required one is missing."""
    values: dict[str, Any] = {}
    for field in find_fields(question):
        text = given.get(field.name, "").strip()
        if not text:
            if field.required:
                raise BadInput(f"{field.name} is missing: {field.help}")
            continue
        values[field.name] = parse_value(field, text)
    return question(**values)


def parse_value(field: AskedField, text: str) -> Any:  # noqa: ANN401 (a value of the field)
    """What the field wants, from its text."""
    match field.kind:
        case "dyad":
            dyad = parse_dyad(text)
            if dyad is None:
                raise BadInput(f"{text}: is no pair of states; write two codes, e.g. RUS-KOR")
            return dyad
        case "date":
            return _parse_day(text)
        case "flag":
            return text.casefold() not in FALSE
        case "number":
            return _parse_number(text)
        case "choice" if text not in field.choices:
            raise BadInput(f"{text}: {field.name} is one of {', '.join(field.choices)}")
        case _:
            return text


def write_question(question: Question) -> dict[str, str]:
    """What an address must hold to ask this question again; fields with their default are left out."""
    written = {}
    for field in dataclasses.fields(question):  # type: ignore[arg-type]
        value = getattr(question, field.name)
        if value is None or value is False or (field.default is not dataclasses.MISSING and value == field.default):
            continue
        written[field.name] = "1" if value is True else str(value)
    return written


def _parse_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text}: is no date; write YYYY-MM-DD") from None


def _parse_number(text: str) -> float:
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        raise BadInput(f"{text}: is no number") from None
