"""The lines of a text with what each shows by its shape alone: words, script, sentence or not, blanks around."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model import Span

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
CITED = r"(?: ?\[[\w ]{1,12}\])*"
"""Marks of footnotes behind a sentence, as an encyclopaedia has them: "[6]", "[note 2]"."""
ENDING = re.compile(rf"""[.!?…。！？:;]["'»”’“)\]]*{CITED}$""")
STOPPED = re.compile(rf"""[.!?…。]["'»”’)\]]*{CITED}$""")
SENTENCE_END = re.compile(rf"""[.!?…。]["'»”’)\]]*{CITED}(?=\s|$)""")
BULLET = re.compile(r"^(?:[-*•·▪◦■□○●▶▷◆◇△▲※☞]|\d{1,2}[.)])\s")
LONG = 160
"""Characters from which a line counts as prose even without a full stop."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or lines wrapped at a column and taken as one; `span` leaves outer blanks out."""

    index: int
    span: Span
    text: str
    words: int
    script: str
    ends: bool
    prose: bool
    gap_before: bool
    gap_after: bool

    @property
    def bullet(self) -> bool:
        """Whether it opens with a list mark."""
        return BULLET.match(self.text) is not None


def find_lines(text: str) -> tuple[Line, ...]:
    """The non-blank lines of a text in order; wrapped paragraphs are one line each."""
    rows = list(_find_rows(text))
    groups: list[list[Span]] = []
    for block in _group_blocks(text, rows):
        groups.extend([block] if _is_wrapped(text, block) else [[span] for span in block])
    spans = [Span(group[0].start, group[-1].stop) for group in groups]
    return tuple(_make_line(text, spans, index) for index in range(len(spans)))


def script_of(text: str) -> str:
    """The script of most letters: `latin cyrillic hangul kana han other`, `none` without letters."""
    letters = Counter(text[:20_000])
    counts: Counter[str] = Counter()
    for letter, count in letters.items():
        if letter.isalpha():
            counts[_script_of_letter(letter)] += count
    if counts["kana"] > 0.1 * counts.total():
        return "kana"
    if counts["hangul"] and counts["hangul"] >= 0.3 * counts.total():
        return "hangul"
    return max(counts, key=lambda script: (counts[script], script)) if counts else "none"


def _script_of_letter(letter: str) -> str:
    """The script of one letter."""
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return "latin"
    if 0x400 <= code <= 0x52F:
        return "cyrillic"
    if 0xAC00 <= code <= 0xD7A3 or 0x1100 <= code <= 0x11FF or 0x3130 <= code <= 0x318F:
        return "hangul"
    if 0x3040 <= code <= 0x30FF:
        return "kana"
    return "han" if 0x4E00 <= code <= 0x9FFF else "other"


def _find_rows(text: str) -> Iterator[tuple[Span | None, int]]:
    """Each physical line without outer blanks (`None` for a blank one) and its number."""
    start, number = 0, 0
    for stop, following in [*((match.start(), match.end()) for match in BREAK.finditer(text)), (len(text), len(text))]:
        row = text[start:stop]
        first = start + len(row) - len(row.lstrip())
        last = start + len(row.rstrip())
        yield (Span(first, last) if first < last else None), number
        start, number = following, number + 1


def _group_blocks(text: str, rows: list[tuple[Span | None, int]]) -> Iterator[list[Span]]:
    """Runs of lines without a blank line between them; a list mark begins a new one."""
    block: list[Span] = []
    for span, _ in rows:
        if block and (span is None or BULLET.match(text, span.start, min(span.stop, span.start + 8))):
            yield from _split_paragraphs(text, block)
            block = []
        if span is not None:
            block.append(span)
    if block:
        yield from _split_paragraphs(text, block)


def _split_paragraphs(text: str, block: list[Span]) -> Iterator[list[Span]]:
    """Parts of a block of wrapped lines, cut after a sentence that ends well before the column."""
    width, part = max(len(span) for span in block), list[Span]()
    for span in block:
        part.append(span)
        if len(span) < 0.75 * width and SENTENCE_END.search(text[max(span.start, span.stop - 4) : span.stop]):
            yield part
            part = []
    if part:
        yield part


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Whether a block is one paragraph cut at a column: even long lines that break in mid-sentence."""
    if len(block) < 2:
        return False
    inner = [len(span) for span in block[:-1]]
    if min(inner) < 30 or max(inner) > 130 or max(inner) - min(inner) > 35 or len(block[-1]) > max(inner) + 25:
        return False
    open_ends = [not ENDING.search(text[span.stop - 3 : span.stop]) for span in block[:-1]]
    runs_on = [text[span.start].islower() or "가" <= text[span.start] <= "힣" for span in block[1:]]
    return sum(open_ends) >= 0.6 * len(open_ends) and any(runs_on) and (len(block) > 2 or (all(runs_on) and inner[0] >= 50))


def _make_line(text: str, spans: list[Span], index: int) -> Line:
    """A line with its features."""
    span = spans[index]
    words = text[span.start : span.stop]
    count = len(WORD.findall(words))
    ends = ENDING.search(words[-6:]) is not None
    before = text[spans[index - 1].stop : span.start] if index else "\n\n"
    after = text[span.stop : spans[index + 1].start] if index + 1 < len(spans) else "\n\n"
    script = script_of(words)
    least = 3 if script in {"hangul", "kana", "han"} else 5
    prose = (ends and (count >= least or script in {"kana", "han"}) and len(words) > 20) or len(words) >= LONG
    return Line(index, span, words, count, script, ends, prose, _is_gap(before), _is_gap(after))


def _is_gap(between: str) -> bool:
    """Whether a blank line lies between."""
    return len(BREAK.findall(between)) > 1
