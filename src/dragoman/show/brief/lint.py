"""What is wrong with a note: the rules that no sentence may break."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.show.brief.model import Brief, Sentence, Table

BANDS = Path(__file__).parent / "bands.toml"
QUOTED = re.compile(r"“[^”]*”")
PERCENT = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?\s?%")
CONFIDENCE = re.compile(r"\b(?:low|moderate|high) confidence\b", re.IGNORECASE)
TELLERS = "According to"
"""The column that says who tells a row."""
FREE = frozenset({"Not in the record", "Sources", "How this note was made"})
"""Sections that tell of the record itself and so cite nothing."""


@cache
def load_bands() -> dict[str, tuple[int, int]]:
    """The probability words with their bounds in percent, the longest first."""
    with BANDS.open("rb") as opened:
        found = {word: (low, high) for word, (low, high) in tomllib.load(opened)["bands"].items()}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def lint(brief: Brief) -> list[str]:
    """What is wrong, one line for each fault with its sentence; empty where nothing is."""
    known = {citation.number for citation in brief.citations}
    said = [
        f"{section.title}: {fault}: {sentence.text}"
        for section in brief.sections
        for sentence in section.sentences
        for fault in _find_faults(sentence, known, free=section.title in FREE)
    ]
    return said + [f"{section.title}: {fault}" for section in brief.sections if section.table for fault in _find_in_table(section.table, known)]


def _find_in_table(table: Table, known: set[int]) -> Iterator[str]:
    """A row is held to what a sentence is held to; who tells it stands in its last column."""
    if table.columns[-1] != TELLERS:
        yield f"a table whose last column is not “{TELLERS}”"
    for row in table.rows:
        sentence = Sentence(" · ".join(row.cells), row.cites, "words", 1, attributed=bool(row.cells[-1]))
        yield from (f"{fault}: {sentence.text}" for fault in _find_faults(sentence, known, free=False))


def _find_faults(sentence: Sentence, known: set[int], *, free: bool) -> Iterator[str]:
    if not sentence.cites and not (free and sentence.basis == "record"):
        yield "no citation"
    if not known.issuperset(sentence.cites):
        yield "a citation that is not listed"
    if sentence.cites and sentence.n_origins < 2 and not sentence.attributed:
        yield "one origin told as fact"
    yield from _find_odds(QUOTED.sub("", sentence.text))


def _find_odds(text: str) -> Iterator[str]:
    """Faults of probability words in what is not quoted."""
    words = list(_find_words(text))
    for word, after in words:
        low, high = load_bands()[word]
        found = PERCENT.match(after.lstrip(" ("))
        if found is None:
            yield f"“{word}” without its number ({low}–{high} %)"
        elif {0, 100} & {int(number) for number in found.groups() if number}:
            yield f"“{word}” with 0 or 100 %"
        elif not low <= int(found[1]) <= int(found[2] or found[1]) <= high:
            yield f"“{word}” with a number outside of {low}–{high} %"
    if words and CONFIDENCE.search(text):
        yield "confidence and likelihood in one sentence"


def _find_words(text: str) -> Iterator[tuple[str, str]]:
    """Each probability word with what follows it."""
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, load_bands()))})\b", re.IGNORECASE)
    for found in pattern.finditer(text):
        yield found[0].casefold(), text[found.end() :]
