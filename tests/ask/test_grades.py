"""Digits that counts propose, and the one that they forbid."""

import msgspec
import pytest

from dragoman.ask.grades import check_digit, propose_digit
from dragoman.model import BadInput, Flag
from tests.ask.builders import event, view

DOUBT = (Flag(flag="suspect-identity", why="a strange name"),)


def make_entry(n_origins=1, flags=(), modality="actual", **fields):  # noqa: ANN003 (fields of an entry)
    (entry,) = view(event("Talks.", ("NOR",), ("PER",), flags=flags, modality=modality)).entries
    return msgspec.structs.replace(entry, n_origins=n_origins, n_reports=n_origins, **fields)


@pytest.mark.parametrize(
    ("entry", "digit"),
    [
        (make_entry(2), "1"),
        (make_entry(2, DOUBT), "2"),
        (make_entry(1), "3"),
        (make_entry(3, modality="alleged"), "4"),
        (make_entry(3, status="disputed"), "4"),
        (make_entry(1, DOUBT), "6"),
    ],
)
def test_a_digit_is_proposed_with_its_reason(entry, digit):
    proposal = propose_digit(entry)
    assert proposal.digit == digit
    assert f"{entry.n_origins} origin" in proposal.why


def test_one_origin_confirms_nothing():
    check_digit("1", make_entry(2))
    check_digit("2", make_entry(1))
    with pytest.raises(BadInput):
        check_digit("1", make_entry(1))
    with pytest.raises(BadInput):
        check_digit("1", None)
