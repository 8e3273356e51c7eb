"""What the reader asks of a language: texts in, syntactic words and names with true offsets out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

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


NameKind = Literal["person", "organisation", "place", "nationality", "law", "event"]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name of one parsed text, `[start, stop)`, without title, article and particles.

    A proposal of a statistical model: "law" covers agreements too, "nationality" creeds and peoples.
    """

    start: int
    stop: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Parse:
    """The words of one text in order, and the names among them, which never overlap."""

    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()


class Pipeline(Protocol):
    """Syntax of one language, loaded once; it keeps no state between texts."""

    language: str

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """The familiar word that stands for `mention` while the sentence is parsed; `None` leaves it as it is."""

    def fuse(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Set phrases of `text` from `[start, stop)`, each with the one word that is parsed in its place."""

    def parse(self, texts: Iterable[str], *, names: bool = True) -> Iterator[Parse]:
        """The words and names of each text, in order; without `names` none are looked for, where that saves time."""
