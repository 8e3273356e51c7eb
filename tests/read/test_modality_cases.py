"""Marked acts of our own: how many are meant as the cases say, above a floor."""

import sys
import tomllib
from pathlib import Path

from dragoman.model import Document, ReadOptions
from dragoman.read.modality import find_mood
from dragoman.read.reader import lay_out

CASES = Path(__file__).parents[1] / "cases" / "modality_en.toml"
FLOOR = 0.9
LEAST = 80


def read_mood(marked: str) -> str:
    """The modality of the word in brackets."""
    start, stop = marked.index("["), marked.index("]")
    word, text = marked[start + 1 : stop], marked.replace("[", "").replace("]", "")
    page, _ = lay_out(Document(id="0" * 64 + ".text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    sentence, token = next((s, t) for s in page.sentences for t in s.tokens if t.span.start == start and t.text == word)
    return find_mood(sentence, token).modality


def test_marked_acts_are_meant_as_they_say_above_the_floor() -> None:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["cases"]
    wrong = [f"{marked!r}: {expected} but read {read}" for marked, expected in cases.items() if (read := read_mood(marked)) != expected]
    sys.stdout.write("\n  ".join([f"{len(cases) - len(wrong)} of {len(cases)} right ({1 - len(wrong) / len(cases):.3f})", *wrong]) + "\n")
    assert len(cases) >= LEAST
    assert len(wrong) <= (1 - FLOOR) * len(cases)
