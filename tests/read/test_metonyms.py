"""Capitals as places and as governments: each rule's examples, read by the rules of their language."""

import tomllib

import pytest

from dragoman.read.metonyms import LANG, read_metonym

EXAMPLES = [
    (path.parent.name, example, rule["means"], rule["name"])
    for path in sorted(LANG.glob("*/metonyms.toml"))
    for rule in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    for example in rule["examples"]
]


@pytest.mark.parametrize(("language", "example", "means", "rule"), EXAMPLES)
def test_examples_of_the_rules(language: str, example: str, means: str, rule: str) -> None:
    start, stop = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    assert read_metonym(text, start, stop, language) == (means, rule)


@pytest.mark.parametrize(
    ("language", "example"),
    [
        ("en", "[Oslo] accused Madrid of breaking the accord."),
        ("en", "Relations between [Oslo] and Madrid have cooled."),
        ("en", "The row has strained ties with [Oslo]."),
        ("ru", "[Осло] обвинил соседей в нарушении договора."),
        ("ru", "Отношения с [Осло] охладели."),
        ("ko", "[오슬로]는 협정 위반이라고 비판했다."),
    ],
)
def test_a_government_is_meant_where_no_rule_speaks_for_a_place(language: str, example: str) -> None:
    start, stop = example.index("["), example.index("]") - 1
    assert read_metonym(example.replace("[", "").replace("]", ""), start, stop, language)[0] == "government"
