"""Repairs of English trees: those that are left out for want of a sign would have changed nothing."""

from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.read.frames import load_frames
from dragoman.read.lang.en.mends import REPAIRS, shift
from dragoman.read.lang.en.pipeline import find_marks, load, make_words
from dragoman.read.lang.en.repairs import SIGNS, apply_repairs
from dragoman.read.lang.graph_read import parse_texts
from tests.read.marked import MARK

EXAMPLES = Path(__file__).parents[2] / "examples"


def gather_texts():
    """Paragraphs of the English examples, and the example sentences of all English frames, as a text without names."""
    files = [path for path in sorted(EXAMPLES.glob("*.txt")) if path.suffixes in ([".txt"], [".en", ".txt"])]
    yield from (line for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    told = dict.fromkeys(example for frames in load_frames("en").values() for frame in frames for example in frame.examples)
    yield from (MARK.sub(lambda match: match["words"], example) for example in told)


@pytest.fixture(scope="module")
def sentences():
    """Their words with the trees of the network, before any repair."""
    pipeline, found = load(), []
    cut = [(text, [(token.text, token.idx) for token in pipeline._cut(text) if not token.text.isspace()]) for text in gather_texts()]
    parsed = parse_texts(pipeline.network, [[word for word, _ in words] for _, words in cut], [find_marks(text, words) for text, words in cut])
    for (_, words), tree in zip(cut, parsed, strict=True):
        made = tuple(make_words(words, tree))
        starts = [index for index, word in enumerate(made) if word.opens or not index]
        found += [tuple(shift(made[start:stop], -start)) for start, stop in pairwise([*starts, len(made)])]
    return found


def test_a_repair_without_its_sign_changes_nothing(sentences):
    assert len(sentences) > 400
    for words in sentences:
        plain = words
        for repair in REPAIRS:
            plain = repair(plain)
        assert apply_repairs(words, REPAIRS) == plain


def test_every_sign_belongs_to_a_repair_that_is_made():
    assert set(SIGNS) <= set(REPAIRS)
