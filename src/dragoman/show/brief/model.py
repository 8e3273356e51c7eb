"""What a briefing note is made of: sections of sentences, each with the numbers of its citations."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Basis = Literal["words", "record"]


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
class Section:
    """A heading and its sentences, in their order."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A note on two sides; `made` is the day on which it was made."""

    title: str
    made: date
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
