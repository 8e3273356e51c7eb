"""CSV with its codebook, and Parquet: one row for each line, the same columns in both."""

import csv
import io
from typing import Any

from dragoman.model import Assessment, Channel, Event, Figure, Instrument, Post, Statement
from dragoman.show.export.material import Material, first_day, last_day
from dragoman.show.sentences import say_claim

COLUMNS = {
    "id": "id of the line; it answers to the id of each of its claims",
    "kind": "event, channel, post, figure, statement, assessment or instrument",
    "from": "first day on which it may have been so, ISO 8601; empty where the sources leave it open",
    "to": "last day on which it may have been so, ISO 8601; empty where open",
    "precision": "of the time as told: day, week, month, season, quarter, half, year, decade, century",
    "bound": "at, since, until, before or after",
    "modality": "actual, agreed, planned, proposed, discussed, possible, conditional, negated, denied or alleged",
    "source": "codes of the acting sides (ISO 3166 alpha-3, historic states and unions as in the ledger), apart by spaces; all sides of a mutual act",
    "target": "codes of the sides acted upon",
    "type": "PLOVER type of an event; channel, office, measure or type of instrument of the other kinds",
    "mode": "PLOVER mode of an event; state of a channel, post or instrument",
    "quad": "PLOVER quad of an event: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    "value": "number of a figure in `unit`; empty where only bounds or a movement are told",
    "unit": "ISO 4217 for money, 1 for counts, %, else UCUM",
    "said_by": "voices that the text credits, outermost first",
    "sentence": "the line in English words of the vocabulary",
    "n_reports": "documents that report it",
    "n_origins": "independent sources behind them",
    "status": "undisputed, disputed or unreviewed",
    "background": "true where a person said that the line is told as a setting, not as news",
    "confidence": "lower bound of the precision that such claims had on judged documents, 0 to 1",
    "quote": "the words of the first report, in their own language",
    "language": "ISO 639-1 of the quote",
    "file": "the file that the quote stands in",
    "document": "id of the archived text",
    "start": "first code point of the quote in that text",
    "stop": "code point after the last one",
}
"""The codebook: each column and what it holds."""


def make_rows(material: Material) -> list[dict[str, Any]]:
    """One row for each line."""
    return [_make_row(line) for line in material.lines]


def _make_row(line: Any) -> dict[str, Any]:  # noqa: ANN401 (a Line)
    claim, entry, report = line.entry.claim, line.entry, line.reports[0]
    source, target, type_, mode = _describe(claim)
    return {
        "id": entry.id,
        "kind": claim.kind,
        "from": first_day(claim.when),
        "to": last_day(claim.when),
        "precision": claim.when.precision if claim.when else None,
        "bound": claim.when.bound if claim.when else None,
        "modality": claim.modality,
        "source": _codes(source),
        "target": _codes(target),
        "type": type_,
        "mode": mode,
        "quad": claim.quad if isinstance(claim, Event) else None,
        "value": claim.value if isinstance(claim, Figure) else None,
        "unit": claim.unit if isinstance(claim, Figure) else None,
        "said_by": " > ".join(actor.name for actor in claim.said_by),
        "sentence": say_claim(claim),
        "n_reports": entry.n_reports,
        "n_origins": entry.n_origins,
        "status": entry.status,
        "background": entry.background,
        "confidence": round(claim.confidence, 3),
        "quote": report.text,
        "language": report.language,
        "file": report.file,
        "document": report.document,
        "start": report.span.start,
        "stop": report.span.stop,
    }


def _describe(claim: Any) -> tuple[tuple[Any, ...], tuple[Any, ...], str, str | None]:  # noqa: ANN401 (a Claim)
    """Sides that act, sides acted upon, what it is, and in which mode or state."""
    match claim:
        case Event():
            return claim.source, claim.target, claim.type, claim.mode
        case Channel():
            return claim.between, (), claim.channel, claim.state
        case Post():
            return (claim.person,) if claim.person else (), (), claim.office.title, claim.state
        case Figure():
            return claim.about, (), claim.measure, claim.change.direction if claim.change else None
        case Statement():
            return claim.speaker, claim.addressee, "statement", claim.mode
        case Assessment():
            return claim.between, (), claim.value, f"{claim.polarity:+.1f}"
        case Instrument():
            return claim.parties, (), claim.type, claim.state
    message = f"{claim!r} is no claim"
    raise TypeError(message)


def _codes(actors: tuple[Any, ...]) -> str:
    return " ".join(dict.fromkeys(actor.side for actor in actors if actor.side))


def export_csv(material: Material) -> bytes:
    """Comma-separated values in UTF-8 with a byte order mark, so that spreadsheets see the letters."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(COLUMNS))
    writer.writeheader()
    writer.writerows(row | {"background": "true" if row["background"] else ""} for row in make_rows(material))
    return text.getvalue().encode("utf-8-sig")


def export_codebook(material: Material) -> bytes:
    """The columns of the table, in Markdown."""
    rows = "".join(f"| `{name}` | {words} |\n" for name, words in COLUMNS.items())
    return f"# Codebook: {material.title}\n\n| column | what it holds |\n|---|---|\n{rows}".encode()
