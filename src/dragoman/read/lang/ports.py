"""What the reader asks of a language: texts in, syntactic words with true offsets out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.model import Mention


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of one parsed text; `start` and `stop` are offsets of that text, `head` an index in it.

    `opens` marks the first word of a sentence. Relations, parts of speech and features are those of
    Universal Dependencies.
    """

    text: str
    start: int
    stop: int
    lemma: str
    pos: str
    relation: str
    head: int
    features: frozenset[str]
    particles: tuple[str, ...] = ()
    opens: bool = False


class Pipeline(Protocol):
    """Syntax of one language, loaded once; it keeps no state between texts."""

    language: str

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """The familiar word that stands for `mention` while the sentence is parsed; `None` leaves it as it is."""

    def parse(self, texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        """The words of each text, in order."""
