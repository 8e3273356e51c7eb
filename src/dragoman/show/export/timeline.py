"""TimelineJS: the dated lines as slides, no more than a reader will click through."""

from html import escape
from typing import Any

import msgspec

from dragoman.ask.chronology import Line
from dragoman.model import When
from dragoman.show.export.material import Material, say_marked
from dragoman.show.text import render_when

MOST = 20
"""Slides: the format's own advice."""
KINDS = ("event", "channel", "instrument")


def export_timeline(material: Material) -> bytes:
    """The most reported dated events, links and instruments in order of time, each with its words and file."""
    dated = [line for line in material.lines if line.entry.claim.kind in KINDS and line.entry.claim.when and line.entry.claim.when.start]
    chosen = sorted(dated, key=lambda line: (-line.entry.n_origins, -line.entry.n_reports, line.entry.id))[:MOST]
    kept = {line.entry.id for line in chosen}
    slides = [_make_slide(line) for line in dated if line.entry.id in kept]
    return msgspec.json.format(msgspec.json.encode({"title": {"text": {"headline": material.title}}, "events": slides}), indent=1)


def _make_slide(line: Line) -> dict[str, Any]:
    claim, report = line.entry.claim, line.reports[0]
    words = f'<p lang="{report.language}">{escape(report.text)}</p><p>{escape(report.file)}</p>'
    text = {"headline": say_marked(line), "text": words}
    slide: dict[str, Any] = {"start_date": _make_date(claim.when, "start"), "text": text, "unique_id": line.entry.id, "display_date": render_when(claim.when)}
    if claim.when is not None and claim.when.end is not None and claim.when.end != claim.when.start:
        slide["end_date"] = _make_date(claim.when, "end")
    return slide


def _make_date(when: When | None, end: str) -> dict[str, int]:
    """Year, and month and day where the source tells them."""
    day = getattr(when, end) if when is not None else None
    if when is None or day is None:
        return {}
    if when.precision == "day":
        return {"year": day.year, "month": day.month, "day": day.day}
    return {"year": day.year, "month": day.month} if when.precision in ("month", "week") else {"year": day.year}
