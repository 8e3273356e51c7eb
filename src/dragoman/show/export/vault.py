"""Markdown: one page for reading, or a vault of notes that link to each other, as a ZIP file."""

import io
import zipfile

from dragoman.ask.chronology import Line
from dragoman.show.export.material import Material, name_document, say_counts, say_marked
from dragoman.show.text import render_quote, render_when

STILL = (1980, 1, 1, 0, 0, 0)
"""The day of every file in the archive, so that the same record makes the same bytes."""


def export_markdown(material: Material) -> bytes:
    """The lines by year, each with its quote and file."""
    parts = [f"# {material.title}\n"]
    year = ""
    for line in material.lines:
        when = line.entry.claim.when
        day = (when.start or when.end) if when else None
        here = str(day.year) if day else "Without a date"
        if here != year:
            parts.append(f"\n## {here}\n")
            year = here
        parts.append(_say_line(line))
    return "\n".join(parts).encode() + b"\n"


def _say_line(line: Line) -> str:
    claim, report = line.entry.claim, line.reports[0]
    counts = say_counts(line.entry)
    return f"- **{render_when(claim.when)}** {_plain(say_marked(line))}  \n  {_plain(render_quote(report.text))} ({_plain(report.file)}; {counts})"


def _plain(text: str) -> str:
    """Text that Markdown takes as it is."""
    return "".join("\\" + char if char in "\\`*_[]<>#|" else char for char in " ".join(text.split()))


def export_vault(material: Material) -> bytes:
    """One note for each line and each document; Obsidian and its kin follow the links."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as vault:
        for line in material.lines:
            links = "".join(f"- [[{_note(report.document)}]] {_plain(render_quote(report.text))}\n" for report in line.reports)
            note = f"# {_plain(say_marked(line))}\n\n{render_when(line.entry.claim.when)} · {line.entry.claim.modality}\n\n{links}"
            vault.writestr(zipfile.ZipInfo(f"lines/{line.entry.id}.md", STILL), note)
        for kept in material.cited():
            mine = [line for line in material.lines if any(report.document == kept.id for report in line.reports)]
            links = "".join(f"- [[{line.entry.id}]] {_plain(say_marked(line))}\n" for line in mine)
            note = f"# {_plain(name_document(kept))}\n\n{kept.said.isoformat()} · {kept.language}\n\n{links}"
            vault.writestr(zipfile.ZipInfo(f"documents/{_note(kept.id)}.md", STILL), note)
    return sink.getvalue()


def _note(document: str) -> str:
    return f"d{document[:12]}"
