"""Sentences of news that a parser cuts in two, put together again: "X said | Monday it will …", "…," | the minister said."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.read.lang.ports import Word

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_TITLE = 3


def join_pieces(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a new sentence taken back where none begins: behind a verb of saying, behind a bare title, behind a quotation that goes on."""
    mended = list(words)
    for first, second in _pieces(words):
        stop = next((i for i in range(second + 1, len(words)) if mended[i].opens), len(words))
        root, other = _root(mended, first, second), _root(mended, second, stop)
        if root is None or other is None or mended[second - 1].text == ".":
            continue
        if _is_frame(mended, root, second):
            mended[other] = replace(mended[other], relation="ccomp", head=root)
            if mended[second].text in DAYS and other != second:
                mended[second] = replace(mended[second], relation="obl:unmarked", head=root)
        elif _is_title(mended, first, second):
            mended[root] = replace(mended[root], relation="compound", head=second)
        elif _is_row(mended, first, second) and mended[other].pos == "VERB" and mended[second].relation.startswith("nsubj"):
            mended[root] = replace(mended[root], relation=mended[second].relation, head=other)
            mended[second] = replace(mended[second], relation="appos", head=second - 1)
        elif _goes_on(mended, second) and mended[other].pos == "VERB":
            mended[root] = replace(mended[root], relation="ccomp", head=other)
        else:
            continue
        mended[second] = replace(mended[second], opens=False)
    return tuple(mended)


def _pieces(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Where each piece begins and where the next begins; the last first."""
    opens = [index for index, word in enumerate(words) if word.opens or index == 0]
    yield from reversed(list(pairwise(opens)))


def _root(words: list[Word], start: int, stop: int) -> int | None:
    return next((i for i in range(start, stop) if words[i].relation == "root"), None)


def _is_frame(words: list[Word], root: int, stop: int) -> bool:
    """Whether a piece is a subject and a verb that lacks what it says: it ends with its verb, and a day comes next."""
    return root == stop - 1 and words[root].pos == "VERB" and words[stop].text in DAYS


def _is_title(words: list[Word], start: int, stop: int) -> bool:
    """Whether a piece is but a title before a name."""
    row = words[start:stop]
    return len(row) <= LONGEST_TITLE and all(word.pos in ("NOUN", "PROPN", "ADJ", "DET") for word in row) and words[stop].pos == "PROPN"


def _is_row(words: list[Word], start: int, stop: int) -> bool:
    """Whether a piece is a phrase without a verb that ends with a title, and the name of its holder comes next."""
    row = words[start:stop]
    return words[stop - 1].pos == "NOUN" and words[stop].pos == "PROPN" and not any(word.pos in ("VERB", "AUX") for word in row)


def _goes_on(words: list[Word], stop: int) -> bool:
    """Whether a quotation ends with a comma, so that its frame follows."""
    return stop > 1 and words[stop - 1].text in ('"', "''", "”") and words[stop - 2].text == ","
