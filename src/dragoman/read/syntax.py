"""Parsed sentences: paragraphs in, trees with offsets of the archived text out.

The parser reads a text in which each mention is replaced by a familiar word of its kind, and typographic marks by
plain ones; a table of pieces leads every word back to its place in the archived text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model import Document, Mention, Span, Trouble
from dragoman.read.asides import find_asides, put_back
from dragoman.read.lang import Parse, Pipeline, Word, load_pipeline
from dragoman.read.lang.ko.attach import attach as attach_korean
from dragoman.read.lang.ru.attach import attach as attach_russian
from dragoman.read.page import Paragraph, TimeMention
from dragoman.read.words import Sentence, Token

PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("\u00a0\u202f\u200b\r\t", " "),
        "–": "-",
    },
)
"""Marks that the parser knows in their plain form only; one code point for one code point."""
ACTING = (("и.о.", "врио"), ("И.о.", "Врио"), ("и. о.", "врио "))
"""Russian abbreviations that a parser cuts at their points, and a word as long that it knows."""
DASHES = "—–―-"
LINED = ("en",)
"""Languages whose pipelines want to know where a line ends."""
HEADINGS = ("headline", "subhead")
DOTS = re.compile(r"…+|\.{2,}|·{2,}")
"""What stands between the parts of a Korean headline."""
ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
LONGEST = 20_000
"""Code points of one paragraph that are parsed in one piece; longer ones are cut at white space."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the masked text and where it stands in the archive; `mention` where it is a mask, `phrase` where one word stands for it."""

    start: int
    span: Span
    mention: Mention | None
    phrase: str | None = None


@dataclass(frozen=True, slots=True)
class Masked:
    """The text that the parser sees, with the way back."""

    text: str
    pieces: tuple[Piece, ...]

    def original(self, start: int, stop: int) -> tuple[Span, Mention | None]:
        """The archived span of `[start, stop)` of the masked text, and the mention that it stands for."""
        first = self._at(start)
        if first.mention is not None or first.phrase is not None:
            return first.span, first.mention
        offset = first.span.start - first.start
        return Span(start + offset, max(start + offset, min(stop + offset, first.span.stop))), None

    def phrase_at(self, start: int) -> str | None:
        """The phrase for which one word stands there, in small letters."""
        return self._at(start).phrase

    def _at(self, start: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1]

    def archived(self, start: int, stop: int) -> Span:
        """The archived span of the words `[start, stop)` of the masked text, masks and what lies between them included."""
        first, _ = self.original(start, start + 1)
        last, _ = self.original(stop - 1, stop)
        return Span(first.start, max(first.stop, last.stop))


def mask_mentions(
    document: Document, span: Span, mentions: Sequence[Mention], pipeline: Pipeline, *, title: bool = False, asides: Sequence[Span] = ()
) -> Masked:
    """The text at `span` as the parser shall see it, without `asides`; `title`: capitals of a headline are made small outside of names."""
    plain = _plain(document.text[span.start : span.stop], pipeline)
    if title and is_title_case(plain):
        plain = "".join(lower if len(lower := char.lower()) == 1 else char for char in plain)
    built = _Building(plain, span.start, pipeline)
    here = span.start
    for mention in (m for m in mentions if not any(aside.covers(m.span) for aside in asides)):
        led = mention.text.startswith(ARTICLES) or document.text[max(0, mention.span.start - 4) : mention.span.start].endswith(ARTICLES)
        word = pipeline.mask(mention, after_article=led) if mention.span.start >= here else None
        if word is None:
            continue
        start = mention.span.start + next((len(a) for a in ARTICLES if mention.text.startswith(a)), 0)
        built.take_plain(_without(Span(here, start), asides))
        built.take(word, Span(start, mention.span.stop), mention)
        here = mention.span.stop
    built.take_plain(_without(Span(here, span.stop), asides))
    text = "".join(built.texts)
    if text[:1] in DASHES and text.count('"') % 2:
        text = '"' + text[1:]
    return Masked(text, tuple(built.pieces))


class _Building:
    """The masked text while it is put together."""

    def __init__(self, plain: str, start: int, pipeline: Pipeline) -> None:
        """`plain` is the text from the archived offset `start` on, as the parser knows its marks."""
        self.pieces: list[Piece] = []
        self.texts: list[str] = []
        self._length = 0
        self._plain, self._start, self._pipeline = plain, start, pipeline

    def take(self, text: str, of: Span, mention: Mention | None = None, phrase: str | None = None) -> None:
        """One piece, unless it is empty."""
        if text:
            self.pieces.append(Piece(self._length, of, mention, phrase))
            self.texts.append(text)
            self._length += len(text)

    def take_plain(self, parts: Iterable[Span]) -> None:
        """Stretches as they are written, but for set phrases."""
        for part in parts:
            begin, text = part.start, self._written(part)
            for first, last, word in self._pipeline.fuse(text):
                self.take(self._written(Span(begin, part.start + first)), Span(begin, part.start + first))
                self.take(word, Span(part.start + first, part.start + last), phrase=text[first:last].lower())
                begin = part.start + last
            self.take(self._written(Span(begin, part.stop)), Span(begin, part.stop))

    def _written(self, span: Span) -> str:
        return self._plain[span.start - self._start : span.stop - self._start]


def _without(span: Span, asides: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch without the asides that lie in it."""
    here = span.start
    for aside in asides:
        if here <= aside.start and aside.stop <= span.stop:
            yield Span(here, aside.start)
            here = aside.stop
    yield Span(here, span.stop)


def _plain(text: str, pipeline: Pipeline) -> str:
    """The text with marks and abbreviations as the parser knows them, code point for code point."""
    plain = text.translate(PLAIN)
    if pipeline.language not in LINED:
        plain = plain.replace("\n", " ")
    for short, long in ACTING:
        plain = plain.replace(short, long)
    return plain


def is_title_case(text: str) -> bool:
    """Whether most longer words begin with a capital, as English headlines do."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 1 and sum(word[0].isupper() for word in words) > len(words) * 0.7


def find_sentences(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], times: Sequence[TimeMention] = ()
) -> tuple[tuple[Sentence, ...], tuple[Trouble, ...]]:
    """The sentences of all paragraphs in text order, and a trouble for each language that has no pipeline.

    Of `times` those that a parser stumbles over are set aside while it reads.
    """
    groups: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        groups[paragraph.language].append(paragraph)
    found: list[Sentence] = []
    troubles: list[Trouble] = []
    for language, members in groups.items():
        pipeline = load_pipeline(language)
        if pipeline is None:
            why = f"no pipeline for the language {language!r}: {len(members)} paragraphs were not parsed"
            troubles.append(Trouble(document=document.id, stage="syntax", why=why, span=members[0].span))
            continue
        found.extend(_parse(document, members, mentions, times, pipeline))
    return tuple(sorted(found, key=lambda sentence: sentence.span)), tuple(troubles)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one paragraph that is parsed in one piece."""

    paragraph: Paragraph
    masked: Masked
    mentions: Sequence[Mention]
    asides: Sequence[Span]


def _parse(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], times: Sequence[TimeMention], pipeline: Pipeline
) -> Iterator[Sentence]:
    """Sentences of the paragraphs of one language."""
    starts = [mention.span.start for mention in mentions]
    blocks: list[Block] = []
    for paragraph in paragraphs:
        for span in (part for half in _halves(document, paragraph) for part in _cut(document, half)):
            inside = list(mentions[bisect_right(starts, span.start - 1) : bisect_right(starts, span.stop - 1)])
            asides = find_asides(document, span, inside, times) if pipeline.language == "en" else ()
            masked = mask_mentions(document, span, inside, pipeline, title=paragraph.kind in HEADINGS, asides=asides)
            blocks.append(Block(paragraph, masked, inside, asides))
    parsed = pipeline.parse((block.masked.text for block in blocks), names=False)
    for block, parse in zip(blocks, parsed, strict=True):
        yield from _sentences(document, block, parse)


def _halves(document: Document, paragraph: Paragraph) -> Iterator[Span]:
    """The parts of a Korean headline at its dots, each of which tells something of its own ("…무역 중단…외교관 추방"); any other paragraph whole."""
    here = paragraph.span.start
    if paragraph.language == "ko" and paragraph.kind in HEADINGS:
        for dots in DOTS.finditer(document.text, paragraph.span.start, paragraph.span.stop):
            if dots.start() > here:
                yield Span(here, dots.start())
            here = dots.end()
    if here < paragraph.span.stop:
        yield Span(here, paragraph.span.stop)


def _cut(document: Document, span: Span) -> Iterator[Span]:
    """`span` in pieces that a parser can hold."""
    here = span.start
    while span.stop - here > LONGEST:
        space = document.text.rfind(" ", here + 1, here + LONGEST)
        stop = space if space > here else here + LONGEST
        yield Span(here, stop)
        here = stop
    yield Span(here, span.stop)


def _sentences(document: Document, block: Block, parse: Parse) -> Iterator[Sentence]:
    """Sentences of one parsed block."""
    words, paragraph, masked = parse.words, block.paragraph, block.masked
    opens = [index for index, word in enumerate(words) if word.opens or index == 0]
    for first, last in zip(opens, [*opens, len(words)][1:], strict=True):
        tokens = tuple(_token(document, masked, block.mentions, words[index], index - first, (first, last)) for index in range(first, last))
        if paragraph.language == "ko":
            tokens = attach_korean(tokens)
        elif paragraph.language == "ru":
            tokens = attach_russian(tokens)
        tokens = put_back(document, tokens, block.asides, block.mentions)
        if tokens:
            span = Span(tokens[0].span.start, max(t.span.stop for t in tokens))
            yield Sentence(span, paragraph.language, tokens, paragraph.index)


def mentions_at(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions, in text order and without overlaps, that hold the first letter of a word or lie within it."""
    place = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    found = [mentions[place - 1]] if place and mentions[place - 1].span.stop > span.start else []
    while place < len(mentions) and mentions[place].span.start < max(span.stop, span.start + 1):
        if mentions[place].span.start == span.start or span.covers(mentions[place].span):
            found.append(mentions[place])
        place += 1
    return found


def _token(document: Document, masked: Masked, mentions: Sequence[Mention], word: Word, index: int, bounds: tuple[int, int]) -> Token:
    """One word at its place in the archive; a head outside of the sentence makes it a root."""
    span, mention = masked.original(word.start, word.stop)
    others: tuple[Mention, ...] = ()
    if mention is None:
        inside = mentions_at(mentions, span)
        mention, others = next(iter(inside), None), tuple(inside[1:])
        text, lemma = document.quote(span), masked.phrase_at(word.start) or word.lemma
    else:
        text = document.quote(span)
        lemma = mention.actor.name if mention.actor else text
    head = word.head - bounds[0] if bounds[0] <= word.head < bounds[1] else index
    relation = word.relation if head != index else "root"
    return Token(index, text, span, lemma, word.pos, relation, head, word.features, word.particles, mention, others)
