"""A page as the zone rules see it: its lines, what the lines alone told, and where the prose begins and ends."""

import re
from collections import Counter
from dataclasses import dataclass, field

from dragoman.archive.dates import is_date_line
from dragoman.archive.lines import SENTENCE_END, Line
from dragoman.model import ZoneKind

HEADLINE_WORDS = (3, 30)
STEM = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines with the kinds found so far (`None`: nobody knows yet).

    `first` and `last` are the indices of the first and last line of prose that is no furniture; without any
    prose `first` is the number of lines and `last` −1. `headline` is the index of the line that heads the page.
    """

    lines: tuple[Line, ...]
    markup: str = "plain"
    kinds: tuple[ZoneKind | None, ...] = ()
    blocks: dict[int, tuple[ZoneKind, str]] = field(default_factory=dict)
    script: str = "latin"
    first: int = 0
    last: int = -1
    headline: int | None = None
    related_from: int | None = None
    captions: frozenset[int] = frozenset()
    repeats: frozenset[str] = frozenset()

    @property
    def has_prose(self) -> bool:
        """Whether any line is a sentence of the article."""
        return self.last >= 0

    def in_body(self, line: Line) -> bool:
        """Whether it stands between the first and the last line of prose."""
        return self.first <= line.index <= self.last

    def kind_at(self, index: int) -> ZoneKind | None:
        """The kind of the line there, `None` off the page too."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else None


def lay_out(lines: tuple[Line, ...], kinds: tuple[ZoneKind | None, ...], markup: str) -> Layout:
    """The layout of a page whose lines have been looked at one by one."""
    prose = [line.index for line in lines if line.prose and kinds[line.index] is None]
    letters: Counter[str] = Counter()
    for line in lines:
        letters[line.script] += len(line.text) if kinds[line.index] is None else 0
    letters["none"] = 0
    script = max(letters, key=lambda name: (letters[name], name)) if letters else "latin"
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    related_from = _find_related_tail(lines, kinds, first)
    if related_from is not None:
        last = max((index for index in prose if index < related_from), default=last)
    captions = frozenset(_find_captions(lines, kinds, script))
    counts = Counter(line.text.casefold() for line in lines if line.words <= 12 and not line.ends)
    return Layout(
        lines=lines,
        markup=markup,
        kinds=kinds,
        script=script,
        first=first,
        last=last,
        headline=_find_headline(lines, kinds, first, captions),
        related_from=related_from,
        captions=captions,
        repeats=frozenset(words for words, count in counts.items() if count > 1),
    )


def count_sentences(words: str) -> int:
    """Number of sentence ends."""
    return len(SENTENCE_END.findall(words))


def _find_related_tail(lines: tuple[Line, ...], kinds: tuple[ZoneKind | None, ...], first: int) -> int | None:
    """Where a closing list of other articles begins: a heading of such lists after which nobody speaks at length."""
    total = sum(len(line.text) for line in lines if line.prose and kinds[line.index] is None)
    found, after = None, 0
    for line in reversed(lines):
        if line.index <= first:
            break
        if line.prose and kinds[line.index] is None:
            after += len(line.text)
            if count_sentences(line.text) > 2 or after > 0.25 * total:
                break
        if kinds[line.index] == "related" and not line.prose:
            found = line.index
    return found


def _find_headline(lines: tuple[Line, ...], kinds: tuple[ZoneKind | None, ...], first: int, captions: frozenset[int]) -> int | None:
    """The line above the prose that names what the prose is about.

    The first whose words the prose takes up for the most part, else the one with most such words, else the longest;
    a line over a credit only where nothing else is left.
    """
    if first >= len(lines):
        return None
    heads = [line for line in lines[:first] if kinds[line.index] is None and not line.bullet and not is_date_line(line.text, ())]
    body = [line for line in lines[first:] if kinds[line.index] is None][:8]
    stems = {stem for line in body for stem in _find_stems(line.text)}
    free = [line for line in heads if line.index not in captions]
    for some in (free, [line for line in heads if line.gap_after]):
        fit = [line for line in some if HEADLINE_WORDS[0] <= line.words <= HEADLINE_WORDS[1]]
        best = _choose_headline(fit, stems) or (fit[0] if len(some) == 1 and fit else None)
        if best is not None:
            return best.index
    return None


def _choose_headline(lines: list[Line], stems: set[str]) -> Line | None:
    """The line that the stems of the prose speak for."""
    shares = []
    for line in lines:
        own = _find_stems(line.text)
        shared = len(own & stems)
        enough = shared >= (1 if line.script == "hangul" else min(2, max(1, line.words // 2)))
        shares.append((line, shared if enough else 0, shared / max(1, len(own))))
    whole = next((line for line, shared, ratio in shares if shared and ratio >= 0.4 and line.words >= 4), None)
    most = max(shares, key=lambda share: share[1] + share[2], default=None)
    if whole is not None or (most is not None and most[1]):
        return whole or (most[0] if most else None)
    long = [line for line in lines if line.words >= (4 if line.script == "hangul" else 6)]
    return max(long, key=lambda line: line.words, default=None)


def _find_stems(words: str) -> set[str]:
    """Beginnings of the longer words: two syllables of Korean, four letters of Russian, five of others."""
    found = set()
    for word in STEM.findall(words.casefold()):
        if "가" <= word[0] <= "힣":
            found.add(word[:2])
        elif len(word) > 3:
            found.add(word[:4] if "а" <= word[0] <= "я" else word[:5])
    return found


LEAD_WORDS = 14
"""Words from which a whole sentence above a line that names a source is the lead of an article and no caption."""
NEWS_SOURCES = ("источник:", "джерело:", "source:", "출처:")


def _find_captions(lines: tuple[Line, ...], kinds: tuple[ZoneKind | None, ...], script: str) -> list[int]:
    """Lines right above a credit that describe its picture, and the same said in another script above them."""
    found = []
    for line in lines:
        if kinds[line.index] != "credit" or line.index == 0:
            continue
        above = lines[line.index - 1]
        if kinds[above.index] is not None or not _may_describe(above, line, script):
            continue
        found.append(above.index)
        higher = lines[above.index - 1] if above.index else None
        if higher and kinds[higher.index] is None and higher.script not in {script, "none"} and not higher.prose:
            found.append(higher.index)
    return found


def _may_describe(above: Line, credit: Line, script: str) -> bool:
    """Whether a line may be the caption of the credit under it."""
    if is_date_line(above.text, ()):
        return False
    if above.prose and credit.words <= 3 and ":" not in credit.text and not above.text.endswith(":"):
        return False  # the bare name of an agency closes an article as often as a caption
    if above.text[:1] in '—–-«“"':
        return False
    if above.prose and above.ends and above.words >= LEAD_WORDS and credit.text.lower().startswith(NEWS_SOURCES):
        return False  # a lead with the source of the news under it
    if above.script not in {script, "none"}:
        return len(above.text) < 300
    if not credit.gap_before:
        return above.words <= 60 and count_sentences(above.text) <= 3 and len(above.text) < 400
    return not above.ends and above.words <= 30
