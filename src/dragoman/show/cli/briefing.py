"""The verbs of notes: `brief` writes one, `brief-lint` checks one that is written."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.ask.dyad import parse_dyad
from dragoman.model import BadInput
from dragoman.model.ports import fill_port
from dragoman.show.brief.forms import FORMS, render_brief
from dragoman.show.brief.lint import lint
from dragoman.show.brief.outline import Asked, make_brief
from dragoman.show.cli.terminal import DeskOption, find_desk, finish, parse_day, print_bytes, print_lines, print_note


def add_verbs(app: typer.Typer) -> None:
    """Put this verb on the command line."""
    app.command("brief", rich_help_panel="Ask the record")(brief)
    app.command("brief-lint", rich_help_panel="Ask the record")(brief_lint)


def brief(
    dyad: Annotated[str, typer.Argument(metavar="A-B", help="Two states or unions, e.g. RUS-KOR.", show_default=False)],
    out: Annotated[Path | None, typer.Option("--out", "-o", help=f"The file to write, as {', '.join(FORMS)}; by default Markdown.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only what may have been so on or after that day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only what may have been so on or before that day.", show_default=False)] = None,
    lint_only: Annotated[bool, typer.Option("--lint", help="Only check the rules of a note; write nothing.")] = False,
    desk: DeskOption = None,
) -> None:
    """A briefing note on two sides: every sentence with the words that it rests on. It is checked before it is written."""
    pair = parse_dyad(dyad)
    if pair is None:
        raise BadInput(f"{dyad}: is no pair of states; write two codes, e.g. RUS-KOR")
    opened: Any = fill_port("dragoman.desk:open_desk")(find_desk(desk))
    try:
        note = make_brief(opened, Asked(pair, parse_day(since), parse_day(until)))
    finally:
        opened.close()
    faults = lint(note)
    for fault in faults:
        print_note(fault)
    if lint_only or faults:
        print_note(f"{sum(len(section.sentences) for section in note.sections)} sentences, {len(faults)} faults")
        finish(1 if faults else 0)
    content = render_brief(note, out.suffix.lower() if out else ".md")
    if out is None:
        print_bytes(content)
    else:
        out.write_bytes(content)
        print_note(f"{out}: {sum(len(section.sentences) for section in note.sections)} sentences, {len(note.citations)} citations")


def brief_lint(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A note as .md, .html or .docx, as it was written or edited.", show_default=False)],
) -> None:
    """Check a written note, also one that people have edited: every sentence and row with its words, probability words with their numbers."""
    try:
        read: Any = fill_port("dragoman.show.brief.reading:read_brief")
    except ImportError:
        raise BadInput("a library is missing; pip install 'dragoman[brief]'") from None
    note = read(file)
    faults = lint(note)
    print_lines(faults)
    said = sum(len(section.sentences) + (len(section.table.rows) if section.table else 0) for section in note.sections)
    print_note(f"{file}: {said} sentences and rows, {len(faults)} faults")
    finish(1 if faults else 0)
