"""The verb that opens the desk in a browser: `serve`."""

import sys
from typing import Annotated, Any

import typer

from dragoman.model.ports import fill_port
from dragoman.show.cli.terminal import DeskOption, find_desk, name_desk, print_lines, print_note


def add_verbs(app: typer.Typer) -> None:
    """Put this verb on the command line."""
    app.command("serve", rich_help_panel="Ask the record")(serve)


def serve(
    desk: DeskOption = None,
    host: Annotated[str, typer.Option(help="The address to listen on; beyond this machine a token is asked for.")] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port; by default 8020, or any free one where that is taken.", show_default=False)
    ] = None,
    token: Annotated[
        str | None, typer.Option(envvar="DRAGOMAN_TOKEN", help="Ask for this token, on loopback too; else one is made up.", show_default=False)
    ] = None,
    name: Annotated[list[str] | None, typer.Option(help="A further host name by which the desk may be opened.", show_default=False)] = None,
) -> None:
    """The desk in a browser: board, chronology, sources and all other screens, until it is interrupted (Ctrl-C).

    The address goes to standard output as soon as it can be opened.
    """
    address = find_desk(desk)
    opened: Any = fill_port("dragoman.desk:open_desk")(address)
    server = "dragoman.show.web.server"
    door = fill_port(f"{server}:Address")(host, port, tuple(name or ()), token or None)
    try:
        print_note(f"{name_desk(address)}: served until Ctrl-C")
        fill_port(f"{server}:serve")(opened, door, _announce)
    finally:
        opened.close()


def _announce(address: str) -> None:
    """Tell the address at once, also to a program that reads it through a pipe."""
    print_lines([address])
    sys.stdout.flush()
