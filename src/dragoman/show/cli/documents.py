"""The verbs that fill and check a record: `init`, `add`, `reread`, `verify`, `rebuild`, `documents`, `troubles`, `show`, `source`."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from dragoman.model import BadInput, NothingFound, ReadOptions, Trouble
from dragoman.model.ports import fill_port
from dragoman.show.cli.terminal import (
    DateOption,
    DeskOption,
    JsonOption,
    KnownOption,
    OnOption,
    SaidByOption,
    find_desk,
    finish,
    name_desk,
    parse_day,
    print_lines,
    print_note,
    print_table,
    print_troubles,
    say_trouble,
    stderr_console,
)

if TYPE_CHECKING:
    from dragoman.desk.rebuilding import Rebuilt
    from dragoman.desk.verifying import Verified

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, or how it begins.", show_default=False)]


def add_verbs(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    keep, look = "Keep a record", "Look at the sources"
    verbs: list[tuple[str, Callable[..., None]]] = [(keep, init), (keep, add), (keep, reread), (keep, verify), (keep, rebuild)]
    verbs += [(look, show), (look, source), (look, documents), (look, troubles)]
    for panel, verb in verbs:
        app.command(verb.__name__, rich_help_panel=panel)(verb)


def init(
    name: Annotated[str, typer.Argument(metavar="NAME.desk", help="The file to make, or an empty database: postgresql://user@host/name.", show_default=False)],
) -> None:
    """Make a new, empty record: one file, or one database, that holds the documents, their claims and your judgements."""
    address = name if "://" in name or name.endswith(".desk") else f"{name}.desk"
    fill_port("dragoman.desk:create_desk")(address).close()
    shown = name_desk(address)
    print_note(f"{shown}: made; add documents with: dragoman add PATHS --desk {shown}")


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS…", help="Files and folders.", show_default=False)],
    date: DateOption = None,
    processes: Annotated[int, typer.Option(min=1, help="How many processes read at the same time.")] = 1,
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """Read documents and keep them. The same file twice adds nothing; what cannot be read is named and the rest goes on."""
    options = ReadOptions(date=parse_day(date))
    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        raise BadInput(f"{missing}: there is no such file or folder")
    with _open(desk, processes) as opened:
        _report(opened.add_each(paths, options), json=json, total=count_files(paths))


def reread(
    since: Annotated[str | None, typer.Option(metavar="VERSION", help="Leave out what was read by that version or a later one.", show_default=False)] = None,
    processes: Annotated[int, typer.Option(min=1, help="How many processes read at the same time.")] = 1,
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """Read kept documents again with the present reader; all switch to the new readings at once, none is lost."""
    with _open(desk, processes) as opened:
        _report(opened.reread_each(since), json=json, total=None)


def verify(
    on: OnOption = None,
    said_by: SaidByOption = None,
    known: KnownOption = None,
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """Hash every archived file again and read every span again (under clocks, those that a view rests on); any miss is named and the exit status is 1."""
    with _open(desk) as opened:
        found = opened.verify(on=parse_day(on), said_by=parse_day(said_by), known=parse_day(known))
    state = "all hold" if not found.misses else f"{len(found.misses)} do not hold"
    _tell_check(found, f"{found.n_files} files hashed, {found.n_documents} texts, {found.n_spans} spans read again: {state}", json=json)


def rebuild(desk: DeskOption = None, json: JsonOption = False) -> None:
    """Compute all lines and conflicts again from the claims; a kept line that comes out otherwise is named and the exit status is 1."""
    with _open(desk) as opened:
        found = opened.rebuild()
    state = "all as they were kept" if not found.misses else f"{len(found.misses)} were kept otherwise"
    _tell_check(found, f"{found.n_blocks} blocks computed again, {found.n_kept} of them were kept and up to date: {state}", json=json)


def _tell_check(found: "Verified | Rebuilt", summary: str, *, json: bool) -> None:
    """What a check found, in one line and its misses; any of them makes the exit status 1."""
    print_lines([msgspec.json.encode(found).decode() if json else summary])
    print_troubles(found.misses)
    if found.misses:
        finish(1)


def documents(desk: DeskOption = None, json: JsonOption = False) -> None:
    """The documents in the record."""
    with _open(desk) as opened:
        kept = opened.documents()
    if not kept:
        raise NothingFound("no documents yet; add some with: dragoman add PATHS")
    if json:
        print_lines(msgspec.json.encode(asdict(document) | {"options": msgspec.to_builtins(document.options)}).decode() for document in kept)
    else:
        print_table(fill_port("dragoman.show.sources:tabulate_documents")(kept))


def troubles(desk: DeskOption = None, json: JsonOption = False) -> None:
    """What could not be read or kept, and why."""
    with _open(desk) as opened:
        found = opened.troubles()
    if not found:
        raise NothingFound("no troubles")
    if json:
        print_lines(msgspec.json.encode(trouble).decode() for trouble in found)
    else:
        print_lines(map(say_trouble, found))


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, a line or a conflict, or how it begins.", show_default=False)],
    on: OnOption = None,
    said_by: SaidByOption = None,
    known: KnownOption = None,
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """One claim: all its fields, its quote, the rules that decided it, the doubts about it, and its line; or one conflict with both sides."""
    clocks = {"on": parse_day(on), "said_by": parse_day(said_by), "known": parse_day(known)}
    contract = "dragoman.show.contract"
    with _open(desk) as opened:
        conflicts = [conflict for conflict in opened.conflicts(**clocks) if conflict.id.startswith(id)] if id.startswith("k") else []
        if conflicts:
            print_lines(fill_port(f"{contract}:write_json")(map(fill_port(f"{contract}:export_object"), conflicts))) if json else print_table(
                fill_port("dragoman.show.listings:tabulate_conflicts")(conflicts)
            )
            return
        claim, lines = _find_claim(opened, id, clocks)
        document = opened.document(claim.document)
    if json:
        exported = fill_port(f"{contract}:export_claim")(claim) | fill_port(f"{contract}:export_standing")(lines)
        print_lines(fill_port(f"{contract}:write_json")([exported]))
    else:
        print_table(fill_port("dragoman.show.sources:render_claim")(claim, document, lines))
        print_lines(sentence for line in lines for sentence in fill_port("dragoman.show.origins:say_origins")(line.origins))


def source(  # noqa: PLR0913 (the options of a verb)
    id: IdArgument,
    on: OnOption = None,
    said_by: SaidByOption = None,
    known: KnownOption = None,
    desk: DeskOption = None,
    json: JsonOption = False,
    context: Annotated[int, typer.Option(min=0, help="Characters of the text on either side.")] = 400,
) -> None:
    """The words of a claim in their place: highlighted in the text around them, with the facts of the document."""
    with _open(desk) as opened:
        claim, _ = _find_claim(opened, id, {"on": parse_day(on), "said_by": parse_day(said_by), "known": parse_day(known)})
        document = opened.document(claim.document)
        kept = next((kept for kept in opened.documents() if kept.id == document.id), None)
    sources = "dragoman.show.sources"
    if json:
        print_lines([msgspec.json.encode(fill_port(f"{sources}:export_source")(claim, document, context)).decode()])
    else:
        print_table(fill_port(f"{sources}:render_source")(claim, document, kept, context))


def _find_claim(opened: Any, id: str, clocks: dict[str, Any]) -> tuple[Any, Any]:  # noqa: ANN401 (a desk, behind its port)
    """The claim with the lines that it stands in under the clocks; where any is set it must stand in one."""
    claim = opened.claim(id)
    lines = opened.show(claim.id, **clocks)
    if not lines and any(clocks.values()):
        raise NothingFound(f"{id}: no line that rests on it had been so, said and known by then")
    return claim, lines


@contextmanager
def _open(desk: str | None, processes: int = 1) -> Iterator[Any]:
    address = find_desk(desk)
    parts = fill_port("dragoman.desk:Parts")(engine=fill_port("dragoman.run.local:LocalEngine")(processes))
    opened = fill_port("dragoman.desk:open_desk")(address, parts)
    try:
        yield opened
    finally:
        opened.close()


def count_files(paths: Iterable[Path]) -> int:
    """How many files there are to look at: as many steps as the bar has, for a file may hold several documents or none."""
    return sum(sum(found.is_file() for found in path.rglob("*")) if path.is_dir() else 1 for path in paths)


def _report(outcomes: Iterator[Any], *, json: bool, total: int | None) -> None:
    """Each document as it is done, then the sums; exit status 2 where something could not be read."""
    counts: dict[str, int] = {}
    n_claims = failed = 0
    found: list[Trouble] = []
    for outcome in _track(outcomes, total):
        if isinstance(outcome, Trouble):
            found.append(outcome)
            failed += 1
            continue
        counts[outcome.status] = counts.get(outcome.status, 0) + 1
        n_claims += outcome.n_claims if outcome.status != "known" else 0
        found.extend(outcome.troubles)
        if json:
            print_lines([msgspec.json.encode(outcome).decode()])
    print_troubles(found)
    words = {"new": "added", "known": "known already", "reread": "read again"}
    sums = " · ".join(f"{counts[status]} {words[status]}" for status in words if status in counts) or "nothing to do"
    print_note(f"{sums} · {n_claims} new claims" if n_claims else sums)
    if failed:
        finish(2)


def _track(outcomes: Iterator[Any], total: int | None) -> Iterator[Any]:
    """The outcomes, with a bar on standard error where somebody watches; without an end once there are more than was thought."""
    counted = TextColumn("{task.completed} documents")
    bar = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) if total else (SpinnerColumn(), counted)
    columns = (*bar, TimeElapsedColumn(), TextColumn("{task.description}", style="dim"))
    console = stderr_console()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        for outcome in outcomes:
            if not isinstance(outcome, Trouble):
                progress.update(task, description=Path(outcome.file).name)
            progress.advance(task)
            if total and progress.tasks[task].completed > total:
                progress.update(task, total=None)
            yield outcome
