"""Who does what, whatever the surface."""

import pytest

from dragoman.read.clauses import find_clauses
from tests.read.marked import read_marked

CASES = [
    ("[Norway|state:NOR] recalled its envoy.", "recall", {"subject": "Norway", "object": "envoy"}),
    ("The envoy was recalled by [Norway|state:NOR] in May.", "recall", {"subject": "Norway", "object": "envoy"}),
    ("[Norway|state:NOR] and [Chile|state:CHL] signed and ratified the treaty.", "ratify", {"object": "treaty"}),
    ("[Norway|state:NOR] urged [Chile|state:CHL] to release the crew.", "release", {"subject": "Chile", "object": "crew"}),
    ("The agreement signed by [Norway|state:NOR] entered into force in May.", "sign", {"subject": "Norway", "object": "agreement"}),
    ("[Norway|state:NOR], which closed its embassy, apologised.", "close", {"subject": "Norway", "object": "embassy"}),
]


@pytest.mark.parametrize(("text", "lemma", "wanted"), CASES)
def test_deep_arguments(text: str, lemma: str, wanted: dict[str, str]) -> None:
    (sentence,) = read_marked(text)
    clause = next(clause for clause in find_clauses(sentence) if clause.lemma == lemma)
    for role, word in wanted.items():
        assert word in [argument.token.text for argument in clause.at(role)]


def test_russian_passive_gives_the_object() -> None:
    (sentence,) = read_marked("Соглашение было подписано в [Осло|place:NOR].", "ru")
    clause = next(clause for clause in find_clauses(sentence) if clause.lemma == "подписать")
    assert [argument.token.lemma for argument in clause.at("object")] == ["соглашение"]


def test_korean_passive_gives_the_object() -> None:
    (sentence,) = read_marked("직항 노선이 지난해 중단됐다.", "ko")
    clause = next(clause for clause in find_clauses(sentence) if clause.lemma == "중단하")
    assert clause.passive
    assert [argument.token.text for argument in clause.at("object")] == ["노선이"]
