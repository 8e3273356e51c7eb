"""The note on two sides: bottom line, board, chronology, agreements, offices, positions, figures, gaps, disagreements, sources, how made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from dragoman.ask.agreements import Agreements
from dragoman.ask.board import Board, BoardRow
from dragoman.ask.changes import Changes
from dragoman.ask.chronology import Chronology, Line
from dragoman.ask.conflicts import Conflicts
from dragoman.ask.dyad import Dyad
from dragoman.ask.figures import Figures
from dragoman.ask.who import Who
from dragoman.model import Conflict, NothingFound, When
from dragoman.model.claim import ChannelType
from dragoman.show.brief.citing import Citing
from dragoman.show.brief.gaps import find_empty_months
from dragoman.show.brief.model import Brief, Section, Sentence
from dragoman.show.brief.saying import say_conflict, say_line, say_row
from dragoman.show.brief.sources import say_making, say_sources
from dragoman.show.brief.tables import tabulate_agreements, tabulate_figures, tabulate_offices
from dragoman.show.moments import say_day
from dragoman.show.sentences import name_channel, name_row, name_state

FIRST = 3
"""Lines of the bottom line of each sort."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Two sides and the days between which what is told may have been so; `None` is open."""

    dyad: Dyad
    since: date | None = None
    until: date | None = None


def make_brief(desk: Any, asked: Asked) -> Brief:  # noqa: ANN401 (any desk that answers)
    """The note, every sentence with its citations; NothingFound where the record has no line on the two."""
    lines: Sequence[Line] = desk.answer(Chronology(dyad=asked.dyad, since=asked.since, until=asked.until))
    rows: Sequence[BoardRow] = desk.answer(Board(dyad=asked.dyad, on=asked.until))
    if not lines and not rows:
        raise NothingFound("nothing in this record answers that")
    citing = Citing({kept.id: kept for kept in desk.documents()})
    made = desk.parts.clock().date()
    sections = [
        _start(rows, lines, citing, made),
        Section("What changed", tuple(_find_changes(desk, asked, citing))),
        Section("What is in force", tuple(say_row(row, citing) for row in rows)),
        Section("Chronology", _say_kinds(lines, ("event", "channel", "instrument"), citing)),
        Section("Agreements", (), tabulate_agreements(desk.answer(Agreements(dyad=asked.dyad, filter=_write_bounds(asked))), citing)),
        Section("Offices", (), tabulate_offices(desk.answer(Who(filter=_write_filter(asked))), citing)),
        Section("Positions", _say_kinds(lines, ("statement",), citing)),
        Section("Figures", (), tabulate_figures([point for point in desk.answer(Figures(dyad=asked.dyad)) if _is_asked(point.period, asked)], citing)),
        Section("Assessments by the sources", _say_kinds(lines, ("assessment",), citing)),
        Section("Not in the record", (*_find_gaps(rows, lines, asked), *_say_limits(desk, asked))),
        Section("Disagreements", tuple(say_conflict(found, citing) for found in _find_disputes(desk, asked))),
    ]
    cited = citing.listed()
    sections += [Section("Sources", tuple(say_sources(cited))), Section("How this note was made", tuple(say_making(asked.dyad, made)))]
    title = f"{name_state(asked.dyad.a)} and {name_state(asked.dyad.b)}"
    return Brief(title, made, tuple(section for section in sections if section.sentences or (section.table and section.table.rows)), cited)


def _start(rows: Sequence[BoardRow], lines: Sequence[Line], citing: Citing, made: date) -> Section:
    """The links that changed last, and the last dated events up to the day of the note."""
    changed = sorted((row for row in rows if row.state and row.since and row.since.start), key=lambda row: str(row.since.start if row.since else ""))
    news = [line for line in lines if line.entry.claim.kind == "event" and not line.entry.background]
    events = [line for line in news if line.entry.claim.modality == "actual" and (when := line.entry.claim.when) and (when.start or date.min) <= made]
    told = [say_row(row, citing) for row in reversed(changed[-FIRST:])] + [say_line(line, citing) for line in reversed(events[-FIRST:])]
    return Section("Bottom line", tuple(told))


def _say_kinds(lines: Iterable[Line], kinds: tuple[str, ...], citing: Citing) -> tuple[Sentence, ...]:
    return tuple(say_line(line, citing) for line in lines if line.entry.claim.kind in kinds)


def _is_asked(period: When | None, asked: Asked) -> bool:
    if asked.since is None and asked.until is None:
        return True
    if period is None:
        return False
    return not ((asked.since and period.end and period.end < asked.since) or (asked.until and period.start and period.start > asked.until))


def _find_changes(desk: Any, asked: Asked, citing: Citing) -> Iterable[Sentence]:  # noqa: ANN401
    """What the record tells of links otherwise than it did by the end of the first day."""
    if asked.since is None or _is_younger(desk, asked):
        return
    for change in desk.answer(Changes(since=asked.since, dyad=asked.dyad)):
        if change.what == "board" and change.reports:
            now = change.after or "not in the record any more"
            was = f"before, the record had: {change.before}" if change.before else f"not in the record by the end of {say_day(asked.since)}"
            text = f"According to {citing.name_source(change.reports[0])}, {name_row(change.id)}: {now}; {was}."
            yield Sentence(text, citing.cite(change.reports), "words", 1, attributed=True)


def _is_younger(desk: Any, asked: Asked) -> bool:  # noqa: ANN401
    """Whether the record had nothing on the two by the end of the first day, so that no change since then can be told."""
    return asked.since is not None and not desk.answer(Chronology(dyad=asked.dyad, known=asked.since))


def _find_disputes(desk: Any, asked: Asked) -> Iterable[Conflict]:  # noqa: ANN401
    """Disagreements about the two, but those of which every claim is dated outside of the bounds."""
    for found in desk.answer(Conflicts(filter=f"dyad:{asked.dyad}")):
        times = [desk.claim(report.claim).when for side in found.sides for report in side.reports]
        if any(when is None or _is_asked(when, asked) for when in times):
            yield found


def _say_limits(desk: Any, asked: Asked) -> Iterable[Sentence]:  # noqa: ANN401
    """What a note between two days cannot tell: lines without a time, and changes in a record that is younger than its first day."""
    if asked.since is None and asked.until is None:
        return
    undated = sum(line.entry.claim.when is None for line in desk.answer(Chronology(dyad=asked.dyad)))
    if undated:
        told = "1 line" if undated == 1 else f"{undated} lines"
        yield Sentence(f"The record has {told} about the two to which no source gives a time; this note leaves them out.", basis="record")
    if asked.since and _is_younger(desk, asked):
        yield Sentence(
            f"By the end of {say_day(asked.since)} this record held nothing about the two, so that it cannot tell what changed since.", basis="record"
        )


def _find_gaps(rows: Iterable[BoardRow], lines: Iterable[Line], asked: Asked) -> Iterable[Sentence]:
    """Links on which no document speaks, and months between the bounds for which none does."""
    known = {row.channel for row in rows}
    missing = [name_channel(channel) for channel in get_args(ChannelType) if channel not in known]
    if missing:
        yield Sentence(f"This record has no claim on the state of: {', '.join(missing)}.", basis="record")
    empty = find_empty_months([line.entry.claim.when for line in lines], asked.since, asked.until)
    if empty:
        yield Sentence(f"No dated line falls in: {', '.join(empty)}; that is no evidence that nothing happened.", basis="record")


def _write_filter(asked: Asked) -> str:
    return f"dyad:{asked.dyad} {_write_bounds(asked)}".strip()


def _write_bounds(asked: Asked) -> str:
    bounds = [f"from:{asked.since}"] if asked.since else []
    bounds += [f"to:{asked.until}"] if asked.until else []
    return " ".join(bounds)
