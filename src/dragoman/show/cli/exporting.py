"""The verb that writes the record in the formats of other tools: `export`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import parse_dyad
from dragoman.model import BadInput, NothingFound
from dragoman.model.ports import fill_port
from dragoman.show.cli.terminal import DeskOption, find_desk, parse_day, print_bytes, print_note
from dragoman.show.export.formats import FORMATS, find_format
from dragoman.show.export.material import Material
from dragoman.show.sentences import name_state


def add_verbs(app: typer.Typer) -> None:
    """Put this verb on the command line."""
    app.command("export", rich_help_panel="Ask the record", help=export_help())(export)


def export_help() -> str:
    """What the verb does, with every format that there is."""
    listed = "\n\n".join(f"{name}: {known.what}" for name, known in FORMATS.items())
    return f"The chronology of two sides in the format of another tool.\n\n{listed}"


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="One of the formats below.", show_default=False)],
    dyad: Annotated[str, typer.Argument(metavar="A-B", help="Two states or unions, e.g. RUS-KOR.", show_default=False)],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The file to write; by default standard output.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only what may have been so on or after that day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only what may have been so on or before that day.", show_default=False)] = None,
    desk: DeskOption = None,
) -> None:
    """Write one file; the words above are what users see."""
    chosen, pair = find_format(format), parse_dyad(dyad)
    if pair is None:
        raise BadInput(f"{dyad}: is no pair of states; write two codes, e.g. RUS-KOR")
    opened: Any = fill_port("dragoman.desk:open_desk")(find_desk(desk))
    try:
        lines = opened.answer(Chronology(dyad=pair, since=parse_day(since) if since else None, until=parse_day(until) if until else None))
        if not lines:
            raise NothingFound("nothing in this record answers that")
        documents = {kept.id: kept for kept in opened.documents()}
        title = f"{name_state(pair.a)} and {name_state(pair.b)}"
        content = chosen.export(Material(title, lines, documents, opened.parts.clock().date()))
    finally:
        opened.close()
    if out is None:
        print_bytes(content)
    else:
        out.write_bytes(content)
        print_note(f"{out}: {len(lines)} lines, {len(content):,} bytes")
