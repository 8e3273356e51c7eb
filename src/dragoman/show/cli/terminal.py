"""Standard output for what was asked, standard error for everything else; and which desk is meant."""

import os
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, RenderableType

from dragoman.model import BadInput, DragomanError, Trouble

PIPED_WIDTH = 120
"""Columns of a table that goes into a file or another program, unless COLUMNS says otherwise."""

DeskOption = Annotated[
    str | None,
    typer.Option(
        "--desk",
        "--record",
        envvar=["DRAGOMAN_DESK", "DRAGOMAN_RECORD"],
        metavar="DESK",
        help="The record to use: a file, or postgresql://user@host/name; by default the only *.desk in this folder.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="A table for a spreadsheet; lists within a cell are JSON.")]
OnOption = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="What was so on that day.", show_default=False)]
SaidByOption = Annotated[str | None, typer.Option("--said-by", metavar="YYYY-MM-DD", help="Only what had been published by then.", show_default=False)]
KnownOption = Annotated[str | None, typer.Option("--known", metavar="YYYY-MM-DD", help="Only what this record had been told by then.", show_default=False)]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="When it was published, where the document does not say.", show_default=False)
]


def print_table(table: RenderableType) -> None:
    """A table on standard output."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    Console(width=width, highlight=False).print(table)


def print_lines(lines: Iterable[str]) -> None:
    """Lines on standard output, as they are."""
    for line in lines:
        sys.stdout.write(line + "\n")


def print_bytes(content: bytes) -> None:
    """Bytes on standard output, as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def print_note(text: str) -> None:
    """A note on standard error."""
    sys.stderr.write(text + "\n")


def print_troubles(troubles: Iterable[Trouble]) -> None:
    """What could not be read, on standard error, one line each."""
    for trouble in troubles:
        print_note(say_trouble(trouble))


def say_trouble(trouble: Trouble) -> str:
    """Where, what and why, on one line."""
    if trouble.document in trouble.why:
        return f"{trouble.stage}: {trouble.why}"
    where = f" [{trouble.span.start}–{trouble.span.stop}]" if trouble.span else ""
    return f"{trouble.stage}: {_name(trouble.document)}{where}: {trouble.why}"


def _name(document: str) -> str:
    """A document's id cut short; a path as it is."""
    digest = document.partition(".")[0]
    return digest[:12] if len(digest) == 64 else document


def stderr_console() -> Console:
    """For progress."""
    return Console(stderr=True, highlight=False)


def parse_day(text: str | None) -> date | None:
    """A day of the command line; BadInput where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text}: is no date; write YYYY-MM-DD") from None


def find_desk(given: str | None) -> str:
    """The desk that was named, else the only one in the working folder."""
    if given is not None:
        return given
    found = sorted(Path().glob("*.desk"))
    if not found:
        raise DragomanError("no desk here; make one with: dragoman init NAME.desk, or name one with --desk")
    if len(found) > 1:
        raise DragomanError(f"several desks here ({', '.join(path.name for path in found)}); name one with --desk")
    return str(found[0])


def name_desk(address: str) -> str:
    """The desk as a note may name it: without the password of a database."""
    return re.sub(r"(?<=://)([^/@:]*):[^/@]*@", r"\1:***@", address)


def finish(status: int) -> Any:  # noqa: ANN401 (never returns)
    """Leave with this exit status."""
    raise typer.Exit(status)
