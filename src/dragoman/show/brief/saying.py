"""Sentences of a note: when, who says so where one origin does, what, and how sure the source itself is."""

from collections.abc import Sequence

from dragoman.ask.board import BoardRow, TableItem
from dragoman.ask.chronology import Line
from dragoman.model import Channel, Claim, Conflict, Figure, Report, Statement
from dragoman.show.brief.citing import Citing
from dragoman.show.brief.model import Sentence
from dragoman.show.moments import say_days_in, say_since, say_when
from dragoman.show.sentences import join_names, name_channel, say_claim, say_sides, say_voices
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
    marks = [word for word, holds in (("disputed", line.entry.status == "disputed"), ("background", line.entry.background)) if holds]
    single = line.entry.n_origins < CERTAIN
    said = _within(claim) if single or voices else say_claim(claim)
    body = f"{said}{content}{MODALITIES[claim.modality]}" + (f" ({', '.join(marks)})" if marks else "")
    teller = voices or citing.name_source(line.reports[0])
    when = say_when(claim.when)
    start = when[:1].upper() + when[1:]
    text = _end(f"{start}: according to {teller}, {body}" if single or voices else f"{start}: {body}")
    return Sentence(text, citing.cite(line.reports), "words", line.entry.n_origins, attributed=single or bool(voices))


def say_row(row: BoardRow, citing: Citing) -> Sentence:
    """A standing link and what is on the table."""
    seat = f" at {row.at}" if row.at else ""
    name = f"{name_channel(row.channel)} {say_sides(row.between)}{seat}".strip()
    since = f" ({say_when(row.since)})" if row.state and row.since else ""
    table = "; ".join(_say_talk(found) for found in row.on_the_table)
    state = f"{row.state or row.unreached}{since}" + (f"; on the table: {table}" if table else "")
    tellers = name_tellers(row.reports, citing)
    last = f"last evidence {say_when(row.evidence_when)}" if row.evidence_when else "no source dates it"
    text = f"According to {tellers}, {name}: {state}; {last}."
    return Sentence(text, citing.cite(row.reports), "words", 1, attributed=True)


def _say_talk(found: TableItem) -> str:
    """What is talked of, since when."""
    return f"{found.state}: {found.modality}" + (f" since {say_since(found.told_when)}" if found.told_when else "")


def say_conflict(conflict: Conflict, citing: Citing) -> Sentence:
    """A disagreement with every value, and who says which."""
    sides = "; ".join(f"{say_days_in(side.value)}, according to {name_tellers(side.reports, citing)}" for side in conflict.sides if side.reports)
    reports = [report for side in conflict.sides for report in side.reports]
    ending = f" – settled: {conflict.verdict}" if conflict.verdict else ""
    return Sentence(f"Disagreement ({conflict.type}): {sides}{ending}.", citing.cite(reports), "words", len(conflict.sides), attributed=True)


def name_tellers(reports: Sequence[Report], citing: Citing) -> str:
    """The publications, each once; more than three are counted."""
    names = list(dict.fromkeys(citing.name_source(report) for report in reports))
    more = [f"{len(names) - 3} more"] if len(names) > 3 else []
    return join_names([*names[:3], *more])


def _within(claim: Claim) -> str:
    """The sentence of a claim behind `according to …,`: a kind of link or of figure begins small there, a name as it does anywhere."""
    said = say_claim(claim)
    return said[:1].lower() + said[1:] if isinstance(claim, Channel | Figure) and not said[:2].isupper() else said


def _end(text: str) -> str:
    """With one full stop: a quotation that ends a sentence ends the one around it."""
    return text if text.endswith((".”", "!”", "?”", "…”")) else f"{text}."


def _cut(text: str) -> str:
    words = " ".join(text.split()).strip('“”"«»')
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
