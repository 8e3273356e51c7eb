"""Tables for the terminal: each line with the words it rests on beneath it."""

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.ask.answer import Found
from dragoman.ask.board import BoardRow, TableItem
from dragoman.ask.chronology import Line
from dragoman.ask.index import IndexMonth
from dragoman.ask.who import Tenure
from dragoman.model import Actor, Claim, Document, Dropped, Report, When, Zone
from dragoman.show.moments import at_once
from dragoman.show.text import UNDATED, render_actor, render_office, render_quote, render_voices, render_what, render_when, render_who

COLOURS = {
    "event": "cyan",
    "channel": "green",
    "post": "magenta",
    "figure": "yellow",
    "statement": "blue",
    "assessment": "bright_magenta",
    "instrument": "bright_cyan",
}
QUOTED = 3
"""Reports quoted beneath a row; the others are counted and stand in `--json`."""


class Listing:
    """Rows of aligned cells, each with quotes beneath that run the full width."""

    def __init__(self, columns: Sequence[tuple[str, int | None]]) -> None:
        self._columns = columns
        self._rows: list[tuple[Sequence[str | Text], Sequence[RenderableType]]] = []

    def add(self, cells: Sequence[str | Text], beneath: Sequence[RenderableType]) -> None:
        """One row and what stands beneath it."""
        self._rows.append((cells, beneath))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """All rows in columns of one width, so that they align in spite of the quotes between them."""
        widths = self._find_widths(options.max_width)
        yield self._line([Text(title, style="bold") for title, _ in self._columns], widths)
        yield Text("─" * options.max_width, style="dim")
        for cells, beneath in self._rows:
            yield self._line(cells, widths)
            for part in beneath:
                yield Padding(part, (0, 0, 0, 2))
            if beneath:
                yield Text("")

    def _find_widths(self, total: int) -> list[int]:
        """Each column as wide as its widest cell, up to its share; the columns without a bound divide what is left."""
        natural = [
            max([len(title), *(Text(str(cells[index])).cell_len for cells, _ in self._rows)], default=0) for index, (title, _) in enumerate(self._columns)
        ]
        widths = [min(width, bound, max(total // 6, 10)) if bound else 0 for width, (_, bound) in zip(natural, self._columns, strict=True)]
        rest = max(total - sum(widths) - 2 * (len(widths) - 1), 0)
        open_columns = [index for index, (_, bound) in enumerate(self._columns) if bound is None]
        wanted = sum(natural[index] for index in open_columns) or 1
        for index in open_columns:
            widths[index] = max(min(natural[index], rest * natural[index] // wanted if wanted > rest else natural[index]), min(natural[index], 8))
        if open_columns:  # what the narrow ones were given beyond their share
            widest = max(open_columns, key=lambda index: widths[index])
            widths[widest] -= max(sum(widths) + 2 * (len(widths) - 1) - total, 0)
        return widths

    def _line(self, cells: Sequence[str | Text], widths: Sequence[int]) -> Table:
        grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
        for width in widths:
            grid.add_column(width=width, overflow="fold")
        grid.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in cells))
        return grid


def tabulate_claims(claims: Iterable[Claim], *, explain: bool = False) -> Listing:
    """Claims in their order, each with its quote; with `explain` also which rule decided each field."""
    listing = Listing([("kind", 10), ("when", 16), ("who", None), ("what", None), ("modality", 11), ("said by", 28)])
    for claim in claims:
        cells = (_kind(claim), render_when(claim.when), render_who(claim), render_what(claim), _modality(claim.modality), render_voices(claim))
        listing.add(cells, [_quote(claim.text), *_doubts(claim), *(_explain(claim) if explain else ())])
    return listing


def tabulate_lines(lines: Iterable[Line]) -> Listing:
    """A chronology."""
    listing = Listing([("when", 16), ("kind", 10), ("who", None), ("what", None), ("modality", 11), ("said by", 28)])
    for line in lines:
        claim = line.entry.claim
        when = f"by {line.published.isoformat()}" if line.published is not None else render_when(claim.when)
        cells = (when, _kind(claim), render_who(claim), render_what(claim), _modality(claim.modality), render_voices(claim))
        listing.add(cells, list_reports(line.reports))
    return listing


def tabulate_answer(lines: Iterable[Line | Found]) -> Listing:
    """Lines of the record; else sentences, each with the file and the day of publication."""
    answer = list(lines)
    read = [line for line in answer if isinstance(line, Line)]
    if len(read) == len(answer):
        return tabulate_lines(read)
    listing = Listing([("published", 14), ("file", None)])
    for found in answer:
        if isinstance(found, Found):
            said = f"by {found.said.isoformat()}" if found.said_is_bound else found.said.isoformat()
            listing.add((said, Text(found.file, style="bold")), [Text(render_quote(found.text)), Text(f"? {found.note}", style="yellow")])
    return listing


def tabulate_board(rows: Iterable[BoardRow]) -> Listing:
    """A state board; what is on the table stands beneath the state in force."""
    listing = Listing([("channel", 22), ("between", None), ("at", 18), ("state", 13), ("since", 16), ("last evidence", 13)])
    for row in rows:
        cells = (
            Text(row.channel.replace("_", " "), style="bold"),
            _between(row.between),
            row.at or "",
            Text(row.state or row.unreached, style="bold green" if row.state in ("established", "open", "resumed", "upgraded", "eased") else "bold yellow"),
            _since(row.since if row.state or len(row.on_the_table) != 1 else row.on_the_table[0].told_when),
            render_when(row.evidence_when),
        )
        table = [Text(f"on the table: {_say_talk(found)}", style="italic") for found in row.on_the_table if row.state or found.modality != "agreed"]
        listing.add(cells, [*table, *list_reports(row.reports)])
    return listing


def _say_talk(found: TableItem) -> str:
    """A change that is talked of, with the time since when it is."""
    return f"{found.state}, {found.modality}" + (f", since {render_when(found.told_when).removeprefix('since ')}" if found.told_when else "")


def tabulate_tenures(tenures: Iterable[Tenure]) -> Listing:
    """Who held which office."""
    listing = Listing([("person", None), ("office", None), ("state", 10), ("from", 10), ("to", 10), ("observed", 21)])
    for tenure in tenures:
        seen = " – ".join(dict.fromkeys(map(render_when, tenure.seen_whens)))
        cells = (
            Text(tenure.person.name if tenure.person else "nobody", style="bold"),
            render_office(tenure.office),
            tenure.state,
            render_when(at_once(tenure.began_when)),
            render_when(at_once(tenure.ended_when)),
            seen or UNDATED,
        )
        listing.add(cells, list_reports(tenure.reports))
    return listing


def tabulate_months(months: Iterable[IndexMonth]) -> Table:
    """Counts by month; a month that no source covers has none."""
    table = Table("month", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", box=SIMPLE_HEAD)
    for month in months:
        table.add_row(month.month or "no month", *("" if count is None else str(count) for count in month.quads))
    return table


def tabulate_zones(zones: Iterable[Zone], document: Document) -> Table:
    """The parts of the page in their order; furniture is dimmed."""
    table = Table("zone", "span", "language", "text", box=SIMPLE_HEAD, expand=True)
    for zone in zones:
        style = "" if zone.kind in ("body", "headline", "subhead", "infobox", "table") else "dim"
        words = " ".join(document.quote(zone.span).split())
        short = words if len(words) <= 200 else f"{words[:140]} … {words[-50:]}"
        table.add_row(zone.kind, f"{zone.span.start}–{zone.span.stop}", document.language_at(zone.span.start), Text(short), style=style)
    return table


def tabulate_dropped(dropped: Iterable[Dropped], document: Document) -> Listing:
    """Proposals that the verifier refused, and why."""
    listing = Listing([("refused", 10), ("rule", 36), ("why", None)])
    for proposal in dropped:
        listing.add((proposal.kind, proposal.rule, proposal.why), [_quote(document.quote(proposal.span))])
    return listing


def _kind(claim: Claim) -> Text:
    return Text(claim.kind, style=f"bold {COLOURS[claim.kind]}")


def _modality(modality: str) -> Text:
    return Text("" if modality == "actual" else modality, style="red" if modality in ("negated", "denied", "alleged") else "yellow")


def _quote(words: str) -> Text:
    return Text(render_quote(words), style="dim")


def list_reports(reports: Sequence[Report]) -> list[RenderableType]:
    """The words of the first reports, and how many more there are."""
    shown: list[RenderableType] = [
        Text.assemble((f"{report.claim} ", "cyan"), (f"{report.file}  ", ""), (render_quote(report.text), "dim")) for report in reports[:QUOTED]
    ]
    more = len(reports) - QUOTED
    return [*shown, Text(f"and {more} more", style="dim italic")] if more > 0 else shown


def _doubts(claim: Claim) -> list[RenderableType]:
    return [Text(f"? {flag.flag}: {flag.why}", style="yellow") for flag in claim.flags]


def _explain(claim: Claim) -> list[RenderableType]:
    rule = Text.assemble(("rule ", "dim"), claim.rule or "not named", (f"   confidence {claim.confidence:.2f}   {claim.id}", "dim"))
    reasons = [Text.assemble((f"{found.field} ", "dim"), found.rule, (f"  {render_quote(found.text)}", "dim")) for found in claim.evidence]
    return [rule, *reasons]


def _between(actors: Sequence[Actor]) -> str:
    return " – ".join(dict.fromkeys(render_actor(actor) for actor in actors))


def _since(when: When | None) -> str:
    return render_when(when).removeprefix("since ")
