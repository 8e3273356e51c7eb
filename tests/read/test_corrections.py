"""Corrections that people made, kept as cases: each must hold for ever; `bench/cases.py` says what is wrong with others."""

from pathlib import Path

import msgspec
import pytest

from bench.cases import find_faults, load_case

FILES = sorted((Path(__file__).parents[1] / "cases" / "corrections").glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_what_was_corrected_is_read_as_corrected(file):
    assert list(find_faults(load_case(file))) == []


def test_a_case_that_does_not_hold_says_in_which_field():
    case = next(case for case in map(load_case, FILES) if case.wanted is not None)
    other = msgspec.structs.replace(case, wanted={**case.wanted, "modality": "denied"})
    assert list(find_faults(other)) == [f"no {case.kind} as wanted: the closest differs in modality"]
    rejected = msgspec.structs.replace(case, read=case.wanted, wanted=None)
    assert list(find_faults(rejected)) == ["read again as it was rejected"]
    assert list(find_faults(msgspec.structs.replace(case, quote="nowhere"))) == ["the quote does not stand in the text"]
