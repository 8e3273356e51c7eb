"""The verbs that need no record: `read`, `zones`, `schema`."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.model import BadInput, Document, NothingFound, Reading, ReadOptions, Trouble
from dragoman.model.ports import fill_port
from dragoman.show.cli.terminal import DateOption, JsonOption, parse_day, print_lines, print_note, print_table, print_troubles

CONTRACT = "dragoman.show.contract"
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A text, HTML, PDF or wiki page.", show_default=False)]


def add_verbs(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    panel = "Read one document"
    app.command("read", rich_help_panel=panel)(read)
    app.command("zones", rich_help_panel=panel)(zones)
    app.command("schema", rich_help_panel=panel)(schema)


def read(
    file: FileArgument,
    json: JsonOption = False,
    date: DateOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Which rule decided each field, and what the verifier refused.")] = False,
) -> None:
    """The claims of one document, each with its quote; no record is needed and nothing is kept.

    Relative dates ("on Friday") count from the document's own date or from --date; without either they stay open.
    """
    options = ReadOptions(date=parse_day(date))
    n_claims = 0
    for found in fill_port("dragoman.desk:load_documents")(_existing(file)):
        if isinstance(found, Trouble):
            print_troubles([found])
            continue
        reading = fill_port("dragoman.desk:read_document")(found.document, options)
        n_claims += len(reading.claims)
        if json:
            print_lines(fill_port(f"{CONTRACT}:write_json")(map(fill_port(f"{CONTRACT}:export_claim"), reading.claims)))
        else:
            _print_reading(found.document, reading, explain=explain)
            _print_summary(found.document, reading, options)
        print_troubles(reading.troubles)
    if not n_claims:
        print_note(f"{file}: read, and makes no claim about the relations of states")


def _print_reading(document: Document, reading: Reading, *, explain: bool) -> None:
    """The table of claims; with `explain` also what the verifier refused."""
    if reading.claims:
        print_table(fill_port("dragoman.show.tables:tabulate_claims")(reading.claims, explain=explain))
    if explain and reading.dropped:
        print_table(fill_port("dragoman.show.tables:tabulate_dropped")(reading.dropped, document))


def _print_summary(document: Document, reading: Reading, options: ReadOptions) -> None:
    """How much was read in what, as a note."""
    dated = options.date or document.published
    day = f"of {dated}" if dated else "undated: give its day with --date"
    print_note(f"{document.title or document.file}: {len(reading.claims)} claims · {document.language} · {day} · {reading.version}")


def zones(file: FileArgument, json: JsonOption = False) -> None:
    """The parts of a page: headline, body, captions, menus, appeals for money; only some of them make claims."""
    document = fill_port("dragoman.desk:load_document")(_existing(file)).document
    if json:
        export_zone = fill_port(f"{CONTRACT}:export_zone")
        print_lines(fill_port(f"{CONTRACT}:write_json")(export_zone(zone, document) for zone in document.zones))
    else:
        print_table(fill_port("dragoman.show.tables:tabulate_zones")(document.zones, document))
    if not document.zones:
        raise NothingFound(f"{file}: has no zones")


def schema() -> None:
    """The JSON Schema of what `read --json` prints, made from the types."""
    print_lines([fill_port("dragoman.show.contract:render_schema")().removesuffix("\n")])


def _existing(file: Path) -> Path:
    if not file.exists():
        raise BadInput(f"{file}: there is no such file")
    if file.is_dir():
        raise BadInput(f"{file}: is a folder; give one file, or keep them all with: dragoman add {file}")
    return file
