"""The verbs that ask: each made from the fields of its question, so that the faces cannot drift apart."""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from dragoman.ask.agreements import Agreements
from dragoman.ask.answer import Answer
from dragoman.ask.board import Board
from dragoman.ask.changes import Changes
from dragoman.ask.chronology import Chronology
from dragoman.ask.conflicts import Conflicts
from dragoman.ask.dyad import Dyad, parse_dyad
from dragoman.ask.figures import Figures
from dragoman.ask.filters import is_term
from dragoman.ask.impact import Impact
from dragoman.ask.index import Index
from dragoman.ask.people import People
from dragoman.ask.positions import Positions
from dragoman.ask.profile import About
from dragoman.ask.question import Question
from dragoman.ask.visits import Visits
from dragoman.ask.who import Who
from dragoman.model import BadInput, NothingFound
from dragoman.model.ports import fill_port
from dragoman.show.cli.terminal import CsvOption, DeskOption, JsonOption, find_desk, parse_day, print_bytes, print_lines, print_table

VERBS: tuple[tuple[str, type[Question], str], ...] = (
    ("board", Board, "tables:tabulate_board"),
    ("chronology", Chronology, "tables:tabulate_lines"),
    ("who", Who, "tables:tabulate_tenures"),
    ("people", People, "listings:tabulate_people"),
    ("entity", About, "listings:tabulate_profiles"),
    ("agreements", Agreements, "listings:tabulate_agreements"),
    ("visits", Visits, "listings:tabulate_visits"),
    ("positions", Positions, "tables:tabulate_lines"),
    ("figures", Figures, "listings:tabulate_points"),
    ("conflicts", Conflicts, "listings:tabulate_conflicts"),
    ("changes", Changes, "listings:tabulate_changes"),
    ("impact", Impact, "listings:tabulate_effects"),
    ("index", Index, "tables:tabulate_months"),
    ("ask", Answer, "tables:tabulate_answer"),
)
"""Name, question, and the function of `show` that draws its answer."""


class AskingVerb(TyperCommand):
    """A verb whose conditions may have a minus before them (`-status:disputed`), wherever they stand: they are no flags."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (the context of a library that typer hides)
        """The same words, with those conditions behind the flags."""
        end = args.index("--") if "--" in args else len(args)
        before, after = args[:end], args[end + 1 :]
        negated = [word for word in before if word.startswith("-") and is_term(word)]
        kept = [word for word in before if word not in negated]
        return super().parse_args(ctx, [*kept, "--", *negated, *after] if negated or after else kept)


def add_verbs(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    for name, question, table in VERBS:
        app.command(name, cls=AskingVerb, rich_help_panel="Ask the record")(make_verb(question, table))


def make_verb(question: type[Question], table: str) -> Callable[..., None]:
    """A command whose arguments and flags are the fields of `question`."""

    def verb(**given: Any) -> None:  # noqa: ANN401 (whatever the fields are)
        desk, form = given.pop("desk"), "csv" if given.pop("csv") else "json" if given["json"] else None
        given.pop("json")
        asked = question(**{name: _convert(question, name, value) for name, value in _move_terms(question, given).items()})
        opened = fill_port("dragoman.desk:open_desk")(find_desk(desk))
        try:
            answer = opened.answer(asked)
        finally:
            opened.close()
        if not answer:
            raise NothingFound("nothing in this record answers that")
        _print_answer(answer, table, form)

    fields = sorted(dataclasses.fields(question), key=lambda field: field.metadata.get("rest", False))  # type: ignore[arg-type]
    hints = typing.get_type_hints(question)
    parameters = [_make_parameter(field, hints[field.name]) for field in fields]
    parameters += [
        inspect.Parameter("desk", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=DeskOption),
        inspect.Parameter("json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=JsonOption),
        inspect.Parameter("csv", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=CsvOption),
    ]
    verb.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    verb.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    verb.__doc__ = question.__doc__
    return verb


def _make_parameter(field: "dataclasses.Field[Any]", hint: Any) -> inspect.Parameter:  # noqa: ANN401 (a type)
    """The argument or flag that asks for one field."""
    required = field.default is dataclasses.MISSING
    words = field.metadata["help"]
    explained = words[:1].upper() + words[1:] + "."
    base = next(kind for kind in (typing.get_args(hint) or (hint,)) if kind is not types.NoneType)
    typed: Any = str if base in (date, Dyad) or isinstance(base, str) else base
    metavar = {Dyad: "A-B", date: "YYYY-MM-DD"}.get(base)
    if field.metadata.get("rest"):
        rest = typer.Argument(help=explained, metavar=f"[{field.name.upper()}]…", show_default=False)
        return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[list[str] | None, rest])
    if field.metadata["argument"]:
        place: Any = typer.Argument(help=explained, metavar=metavar or field.name.upper(), show_default=False)
    else:
        flag = "--" + field.name.replace("_", "-")
        place = typer.Option(flag, help=explained, metavar=metavar, show_default=False)
    annotation: Any = Annotated[typed if required or base is bool else typed | None, place]
    default = inspect.Parameter.empty if required else field.default
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _move_terms(question: type[Question], given: dict[str, Any]) -> dict[str, Any]:
    """The same values, with conditions typed in the place of a word that may be left out (`who lang:ru`) put where they belong."""
    fields = {field.name: field for field in dataclasses.fields(question)}  # type: ignore[arg-type]
    words = list(given.get("filter") or [])
    moved = [
        name
        for name, value in given.items()
        if isinstance(value, str) and fields[name].metadata.get("argument") and fields[name].default is None and is_term(value)
    ]
    words = [*(given[name] for name in moved), *words]
    quoted = [word if is_term(word) and " " not in word else _quote(word) for word in words]
    return {**given, **dict.fromkeys(moved), "filter": " ".join(quoted) or None}


def _quote(word: str) -> str:
    """A word of several words as one word of the grammar."""
    key, colon, value = word.partition(":") if is_term(word) else ("", "", word)
    return f'{key}{colon}"{value}"' if " " in value else word


def _convert(question: type[Question], name: str, value: Any) -> Any:  # noqa: ANN401 (a value of the command line)
    """What the field wants, from what the command line gave."""
    hint = typing.get_type_hints(question)[name]
    kinds = typing.get_args(hint) or (hint,)
    if value is None:
        return None
    if typing.get_origin(hint) is typing.Literal and value not in kinds:
        raise BadInput(f"{value}: {name} is one of {', '.join(kinds)}")
    if date in kinds:
        return parse_day(value)
    if Dyad in kinds:
        dyad = parse_dyad(value)
        if dyad is None:
            raise BadInput(f"{value}: is no pair of states; write two codes, e.g. RUS-KOR")
        return dyad
    return value


def _print_answer(answer: Iterable[Any], table: str, form: str | None) -> None:
    """As JSON, as CSV, or as a table to be read."""
    contract = "dragoman.show.contract"
    if form is not None:
        objects = map(fill_port(f"{contract}:export_object"), answer)
        if form == "json":
            print_lines(fill_port(f"{contract}:write_json")(objects))
        else:
            print_bytes(fill_port("dragoman.show.api.answers:write_csv")(objects))
    else:
        print_table(fill_port(f"dragoman.show.{table}")(answer))
