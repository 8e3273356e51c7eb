"""What every export is made of: the lines that were asked for, with their words and documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.ask.chronology import Line
from dragoman.model import Actor, Entry, When
from dragoman.model.ports import KeptDocument
from dragoman.model.sides import find_actors
from dragoman.show.sentences import say_claim


@dataclass(frozen=True, slots=True)
class Material:
    """Lines in order of time and their documents by id; `title` names what was asked for, `made` is the day of the export."""

    title: str
    lines: Sequence[Line]
    documents: Mapping[str, KeptDocument]
    made: date

    def cited(self) -> list[KeptDocument]:
        """The documents that the lines rest on, by day and file."""
        ids = {report.document for line in self.lines for report in line.reports}
        return sorted((self.documents[name] for name in ids), key=lambda kept: (kept.said, kept.file))


def first_day(when: When | None) -> date | None:
    """The first day that a time can mean; `None` where it has no beginning."""
    return when.start if when is not None else None


def last_day(when: When | None) -> date | None:
    """The last day that a time can mean; `None` where it has no end."""
    return when.end if when is not None else None


def is_one_day(when: When | None) -> bool:
    """Whether it is one day, so that a calendar may show it without pretending."""
    return when is not None and when.start is not None and when.start == when.end


def find_marks(line: Line) -> list[str]:
    """What a reader must know of a line before believing it: that it is not told as a fact, that it is disputed, that it is only background."""
    entry = line.entry
    marks = [] if entry.claim.modality == "actual" else [entry.claim.modality]
    return marks + (["disputed"] if entry.status == "disputed" else []) + (["background"] if entry.background else [])


def say_marked(line: Line) -> str:
    """The sentence of a line with its marks: `Norway gives aid to Peru (planned, background)`."""
    marks = find_marks(line)
    return f"{say_claim(line.entry.claim)} ({', '.join(marks)})" if marks else say_claim(line.entry.claim)


def say_counts(entry: Entry) -> str:
    """Reports and the independent sources behind them: `2 reports, 1 origin`."""
    named = ((entry.n_reports, "report"), (entry.n_origins, "origin"))
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in named)


def name_document(kept: KeptDocument) -> str:
    """The title, else the file."""
    return kept.title or kept.file


def find_all_actors(line: Line) -> Iterator[Actor]:
    """The actors of a line, each once."""
    yield from dict.fromkeys(find_actors(line.entry.claim))
