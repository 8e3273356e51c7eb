"""Sentences of a note: when, who says so where one origin does, what, and how sure the source itself is."""

from collections.abc import Sequence

from dragoman.ask.board import BoardRow
from dragoman.ask.chronology import Line
from dragoman.model import Conflict, Report, Statement
from dragoman.show.brief.citing import Citing
from dragoman.show.brief.model import Sentence
from dragoman.show.moments import say_day, say_when
from dragoman.show.sentences import name_channel, say_claim, say_sides, say_voices
from dragoman.show.text import render_quote

LONGEST = 240
"""Characters of what somebody says; the words in full are in the citation."""
CERTAIN = 2
"""Independent origins from which on a sentence is told without naming who tells it."""
MODALITIES = {
    "actual": "",
    "agreed": " – agreed, not yet done",
    "planned": " – planned",
    "proposed": " – proposed",
    "discussed": " – under discussion",
    "possible": " – held to be possible by the source, which gives no number",
    "conditional": " – under a condition",
    "negated": " – told not to be so",
    "denied": " – denied",
    "alleged": " – alleged",
}


def say_line(line: Line, citing: Citing) -> Sentence:
    """An entry of the chronology."""
    claim = line.entry.claim
    voices = say_voices(claim)
    content = f": {render_quote(_cut(claim.content))}" if isinstance(claim, Statement) else ""
    body = f"{say_claim(claim)}{content}{MODALITIES[claim.modality]}{' (disputed)' if line.entry.status == 'disputed' else ''}"
    single = line.entry.n_origins < CERTAIN
    teller = voices or citing.name_source(line.reports[0])
    when = say_when(claim.when)
    start = when[:1].upper() + when[1:]
    text = f"{start}: according to {teller}, {body}." if single or voices else f"{start}: {body}."
    return Sentence(text, citing.cite(line.reports), "words", line.entry.n_origins, attributed=single or bool(voices))


def say_row(row: BoardRow, citing: Citing) -> Sentence:
    """A standing link and what is on the table."""
    seat = f" at {row.at}" if row.at else ""
    name = f"{name_channel(row.channel)} {say_sides(row.between)}{seat}".strip()
    since = f" ({say_when(row.since)})" if row.state and row.since else ""
    table = "; ".join(f"{found.state}: {found.modality}" + (f" since {say_day(found.since)}" if found.since else "") for found in row.on_the_table)
    state = f"{row.state or 'no state on record'}{since}" + (f"; on the table: {table}" if table else "")
    tellers = name_tellers(row.reports, citing)
    text = f"According to {tellers}, {name}: {state}; last evidence {say_day(row.last_evidence)}."
    return Sentence(text, citing.cite(row.reports), "words", 1, attributed=True)


def say_conflict(conflict: Conflict, citing: Citing) -> Sentence:
    """A disagreement with every value, and who says which."""
    sides = "; ".join(f"{side.value}, according to {name_tellers(side.reports, citing)}" for side in conflict.sides if side.reports)
    reports = [report for side in conflict.sides for report in side.reports]
    ending = f" – settled: {conflict.verdict}" if conflict.verdict else ""
    return Sentence(f"Disagreement ({conflict.type}): {sides}{ending}.", citing.cite(reports), "words", len(conflict.sides), attributed=True)


def name_tellers(reports: Sequence[Report], citing: Citing) -> str:
    """The publications, each once; more than three are counted."""
    names = list(dict.fromkeys(citing.name_source(report) for report in reports))
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _cut(text: str) -> str:
    words = " ".join(text.split()).strip('“”"«»')
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
