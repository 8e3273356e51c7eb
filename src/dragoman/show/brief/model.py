"""What a briefing note is made of: sections of sentences, each with the numbers of its citations."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Basis = Literal["words", "record"]
WIDEST = 30
"""Characters from which on a column of a table grows no wider."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of one document: `said` is its day of publication, `None` where only the day is known by which it must have been."""

    number: int
    file: str
    said: date | None
    quote: str
    language: str
    claim: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the numbers of its citations.

    `basis` is `words` where it tells what documents say, `record` where it tells of the record itself (a gap, a count) and cites
    nothing. `n_origins` is how many independent origins tell it; `attributed` whether the sentence says who does.
    """

    text: str
    cites: tuple[int, ...] = ()
    basis: Basis = "words"
    n_origins: int = 0
    attributed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table and the numbers of its citations."""

    cells: tuple[str, ...]
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headings; the last column says who tells it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def shares(self) -> list[int]:
        """The width of each column beside the others: by its longest cell within bounds, and never less than its longest word."""
        columns = list(zip(self.columns, *(row.cells for row in self.rows), strict=True))
        words = [max(len(word) for cell in cells for word in re.split(r"[\s/.-]", cell)) for cells in columns]
        return [max(min(WIDEST, max(map(len, cells))), 2 * word) for cells, word in zip(columns, words, strict=True)]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its sentences in their order, and a table beneath them where there is one."""

    title: str
    sentences: tuple[Sentence, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A note on two sides; `made` is the day on which it was made."""

    title: str
    made: date
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
