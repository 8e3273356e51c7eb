"""A text cut for its marks: nothing lost, every claim whole."""

from itertools import pairwise

import pytest

from dragoman.model import Span
from dragoman.show.web.marks import cut_text, find_window
from tests.show.library import TEXTS, make_claims, make_document

FILES = pytest.mark.parametrize("file", sorted(TEXTS))


@FILES
def test_the_pieces_are_the_text_and_each_claim_its_quote(file):
    document = make_document(file)
    claims = make_claims(document)
    pieces = cut_text(document, Span(0, len(document.text)), claims)
    assert "".join(piece.text for piece in pieces) == document.text
    for claim in claims:
        assert "".join(piece.text for piece in pieces if claim.id in piece.claims) == claim.text
        assert sum(claim.id in piece.begins for piece in pieces) == 1


def test_claims_that_overlap_share_a_piece_and_keep_their_own():
    document = make_document("english.txt")
    first, second = make_claims(document)[:2]
    pieces = cut_text(document, Span(0, len(document.text)), [first, second])
    covered = [set(piece.claims) for piece in pieces if piece.claims]
    assert {first.id, second.id} in covered
    assert {first.id} in covered
    assert {second.id} in covered


def test_furniture_is_marked_and_kept():
    document = make_document("english.txt")
    pieces = cut_text(document, Span(0, len(document.text)), ())
    assert [piece.text for piece in pieces if piece.is_furniture] == ["Share this page"]


@pytest.mark.parametrize("size", [10, 60, 10_000])
def test_the_parts_of_a_text_are_the_text(size):
    document = make_document("english.txt")
    windows, start = [], 0
    while start < len(document.text):
        windows.append(find_window(document, start, size))
        start = windows[-1].stop
    assert "".join(document.quote(window) for window in windows) == document.text
    assert all(one.stop == other.start for one, other in pairwise(windows))
