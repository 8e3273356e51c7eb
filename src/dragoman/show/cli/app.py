"""`dragoman`: the verbs of the command line, each in its file, and one way out for errors."""

import os
import sys
from typing import Annotated

import typer

import dragoman
from dragoman.model import DragomanError
from dragoman.show.cli import briefing, documents, exporting, judging, questions, reading, serving
from dragoman.show.cli.terminal import print_note

HELP = """
Read what every side writes and keep one record of the relations between states; every line points at the words it rests on.

Reading needs no record: dragoman read FILE. To keep one: dragoman init rk.desk, dragoman add FOLDER, then ask: dragoman board RUS-KOR.

What you asked for goes to standard output, notes and progress to standard error.
Exit status: 0 ok, 1 error, 2 bad input, 3 nothing found.
"""

app = typer.Typer(
    name="dragoman",
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None if "NO_COLOR" in os.environ else "rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
reading.add_verbs(app)
documents.add_verbs(app)
judging.add_verbs(app)
questions.add_verbs(app)
serving.add_verbs(app)
exporting.add_verbs(app)
briefing.add_verbs(app)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"dragoman {dragoman.__version__}\n")
        raise typer.Exit


@app.callback()
def set_up(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="The version of Dragoman.")] = False,
) -> None:
    """Take the options that belong to no verb; the text that users see is HELP."""


set_up.__doc__ = HELP


def main() -> None:
    """Run the command line; an error is one line on standard error and an exit status, never a traceback."""
    try:
        app()
    except DragomanError as error:
        print_note(f"dragoman: {error}")
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        print_note("dragoman: stopped; what was kept is kept")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if "DRAGOMAN_TRACEBACK" in os.environ:
            raise
        words = " ".join(str(error).split())
        print_note(f"dragoman: internal error: {type(error).__name__}: {words} (DRAGOMAN_TRACEBACK=1 shows where)")
        sys.exit(1)


if __name__ == "__main__":
    main()
