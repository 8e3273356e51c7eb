"""What the reader knows of one document while it reads: each stage adds its part and changes none."""

from dataclasses import dataclass
from datetime import date

from dragoman.model import Bound, Document, Mention, Precision, ReadOptions, Span, When, ZoneKind
from dragoman.read.words import Sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of readable text without line breaks that matter: one line or block of one zone.

    `heading` is the index of the subhead (or headline) above it.
    """

    index: int
    span: Span
    kind: ZoneKind
    language: str
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How an open expression of time follows from the one that it waits for.

    `unit` is the stretch of calendar around the anchor ("that year"), `by` how many of them onwards (`None`: some,
    "a few days later"), `bound` whether it is the stretch itself or what lies before or after it. `month`, `day`
    and `weekday` name a day or month within the anchor's year or month, `more` how many days follow in a row ("3-5 May": 2).
    """

    unit: Precision = "day"
    by: int | None = 0
    bound: Bound = "at"
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time, or a word that dates by another event ("the day after", "that year").

    `when` is `None` while the expression is symbolic; `anchor` then says what it waits for
    (`previous` for the last time named before, `event` for the clause that follows) and `shift` by how many days;
    `base` marks what is only compared with ("than in 2019") and dates nothing.
    `duration` marks a length of time that dates nothing ("for 60 days"). `step` says the rest of what an open
    expression tells, for `resolve_times` and `with_tense`. `owner` is the word that it dates where the tree does not tell.
    """

    span: Span
    text: str
    when: When | None
    rule: str
    anchor: str | None = None
    shift: int = 0
    duration: bool = False
    step: Step | None = None
    owner: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with its bounds and unit; `unit` is ISO 4217, `1`, `%` or UCUM."""

    span: Span
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    approximate: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the page marks as somebody's own: between marks, or in a paragraph led by a dash.

    `span` holds the marks too, `content` the words only. `style` is `marks` or `dash`; a quotation that runs on
    in the next paragraph is one per paragraph, tied by `continues`.
    """

    span: Span
    content: Span
    style: str
    paragraph: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A state that the document names and probably does not mean; `better` is what it means, where that can be told."""

    code: str
    better: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """One document laid out for the finders. All spans are offsets of the archived text; all lists are in text order.

    `today` is the date that relative expressions count from; `None` leaves them open.
    """

    document: Document
    options: ReadOptions
    paragraphs: tuple[Paragraph, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def today(self) -> date | None:
        """The date given by the caller, else the document's own."""
        return self.options.date or self.document.published

    def text_at(self, span: Span) -> str:
        """The words at `span`."""
        return self.document.quote(span)
