"""The verbs by which people decide: `judge`, `resolve`, `undo`, `judgements`; each decision is dated, signed and can be taken back."""

import getpass
import os
from collections.abc import Callable
from typing import Annotated, Any, get_args

import msgspec
import typer

from dragoman.model import BadInput, Judgement, NothingFound, Verdict
from dragoman.model.ports import fill_port
from dragoman.show.cli.terminal import DeskOption, JsonOption, find_desk, print_lines, print_note

DECIDED = tuple(verdict for verdict in get_args(Verdict) if verdict not in ("add", "resolve", "withdraw"))
ENDS = ("translation error", "wrong", "both true", "different scope", "cannot tell")
"""How a conflict ends."""
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, in words; it is kept.", show_default=False)]
ByOption = Annotated[
    str | None, typer.Option("--by", envvar="DRAGOMAN_BY", metavar="NAME", help="Who decides; by default whoever is logged in.", show_default=False)
]
Claims = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of claims, or how they begin.", show_default=False)]


def add_verbs(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    verbs: tuple[Callable[..., None], ...] = (judge, resolve, undo, judgements)
    for verb in verbs:
        app.command(verb.__name__, rich_help_panel="Decide")(verb)


def judge(  # noqa: PLR0913 (one parameter per flag)
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help=f"One of {', '.join(DECIDED)}.", show_default=False)],
    claims: Claims,
    why: WhyOption,
    by: ByOption = None,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="Of `correct` a field and its JSON, of `grade` letter=B or digit=2; may stand several times.",
            show_default=False,
        ),
    ] = None,
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """Decide about claims: accept, reject, correct or grade one; say that several tell of the same, or of something different.

    Views change, claims never; the judgement stands with your name until `undo`, and survives reading the document again.
    """
    if verdict not in DECIDED:
        raise BadInput(f"{verdict}: a verdict is one of {', '.join(DECIDED)}")
    _decide(desk, lambda opened: opened.judge(verdict, claims, by=_name(by), why=why, fields=parse_fields(set_ or ())), json=json)


def resolve(  # noqa: PLR0913 (one parameter per flag)
    conflict: Annotated[str, typer.Argument(metavar="CONFLICT", help="The id of the conflict, as `dragoman conflicts` prints it.", show_default=False)],
    how: Annotated[str, typer.Argument(metavar="HOW", help=f"One of {', '.join(ENDS)}.", show_default=False)],
    why: WhyOption,
    wrong: Annotated[
        list[str] | None, typer.Option("--wrong", metavar="ID", help="A claim of the side that loses; it stays visible.", show_default=False)
    ] = None,
    by: ByOption = None,
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """Say how a conflict ends; the losing reading stays visible, and `undo` opens the conflict again."""
    if how not in ENDS:
        raise BadInput(f"{how}: a conflict ends as one of {', '.join(ENDS)}")
    if how in ("translation error", "wrong") and not wrong:
        raise BadInput(f"{how}: say which claim with --wrong ID")

    def act(opened: Any) -> Judgement:  # noqa: ANN401 (a desk)
        found = next((one for one in opened.conflicts() if one.id.startswith(conflict)), None)
        if found is None:
            raise NothingFound(f"{conflict}: no conflict of this record has that id")
        claims = [report.claim for side in found.sides for report in side.reports]
        fields = {"conflict": found.id, "as": how, **({"wrong": [opened.claim(name).id for name in wrong]} if wrong else {})}
        judgement: Judgement = opened.judge("resolve", dict.fromkeys(claims), by=_name(by), why=why, fields=fields)
        return judgement

    _decide(desk, act, json=json)


def undo(
    judgement: Annotated[str, typer.Argument(metavar="ID", help="The id of a judgement, or how it begins.", show_default=False)],
    why: WhyOption,
    by: ByOption = None,
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """Take a judgement back; it stays in the record, and every view is as it was before it."""

    def act(opened: Any) -> Judgement:  # noqa: ANN401 (a desk)
        named = [found.id for found in opened.judgements() if found.id.startswith(judgement)]
        if len(named) > 1:
            raise BadInput(f"{judgement}: several judgements begin so: {', '.join(named[:5])}")
        taken: Judgement = opened.undo(named[0] if named else judgement, by=_name(by), why=why)
        return taken

    _decide(desk, act, json=json)


def judgements(desk: DeskOption = None, json: JsonOption = False) -> None:
    """All judgements in the order in which they came, those taken back too: which stand, by whom, when, why."""
    opened = fill_port("dragoman.desk:open_desk")(find_desk(desk))
    try:
        found, standing = opened.judgements(), {judged.judgement.id for judged in opened.judged()}
    finally:
        opened.close()
    if not found:
        raise NothingFound("no judgements yet; make one with: dragoman judge VERDICT ID --why WORDS")
    print_lines(msgspec.json.encode(one).decode() if json else _say(one, stands=one.id in standing) for one in found)


def parse_fields(given: "tuple[str, ...] | list[str]") -> dict[str, object]:
    """`field=value` with the value as JSON, else as it stands."""
    fields: dict[str, object] = {}
    for word in given:
        name, sign, value = word.partition("=")
        if not sign or not name:
            raise BadInput(f"{word}: write FIELD=VALUE, e.g. letter=B")
        try:
            fields[name] = msgspec.json.decode(value)
        except msgspec.DecodeError:
            fields[name] = value
    return fields


def _decide(desk: str | None, act: Callable[[Any], Judgement], *, json: bool) -> None:
    opened = fill_port("dragoman.desk:open_desk")(find_desk(desk))
    try:
        judgement = act(opened)
    finally:
        opened.close()
    if json:
        print_lines([msgspec.json.encode(judgement).decode()])
    else:
        print_lines([judgement.id])
        print_note(f"kept: {_say(judgement, stands=True)}; take it back with: dragoman undo {judgement.id} --why WORDS")


def _name(by: str | None) -> str:
    return by or os.environ.get("DRAGOMAN_BY") or getpass.getuser()


def _say(judgement: Judgement, *, stands: bool) -> str:
    """`j1f… accept c9a… by Ana Ruiz on 2025-01-02: so it says`."""
    claims = judgement.fields.get("claims")
    about = judgement.withdraws or " ".join(map(str, claims) if isinstance(claims, list | tuple) else ())
    ends = f" ({judgement.fields['as']})" if "as" in judgement.fields else ""
    state = "" if stands or judgement.withdraws else " [taken back]"
    return f"{judgement.id} {judgement.verdict}{ends} {about} by {judgement.by} on {judgement.at:%Y-%m-%d}: {judgement.why}{state}"
