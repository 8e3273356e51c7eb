"""Assessments: the examples of each language's words."""

import pytest

from dragoman.model import Assessment, Document, ReadOptions
from dragoman.read.assessments import find_assessments
from dragoman.read.judging import load_judging
from dragoman.read.reader import lay_out

EXAMPLES = [(language, example) for language in ("en", "ru", "ko") for example in load_judging(language).examples]


def read_assessments(text: str, language: str = "en") -> list[Assessment]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language=language)
    page, _ = lay_out(document, ReadOptions(language=language))
    return list(find_assessments(page))


@pytest.mark.parametrize(("language", "example"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else value["text"][:40])
def test_an_example_is_read_as_it_says(language: str, example: dict[str, object]) -> None:
    found = read_assessments(str(example["text"]), language)
    assert [f"{a.value} {'+' if a.polarity > 0 else '-'}" for a in found] == ([example["gives"]] if example["gives"] else [])
    for assessment in found:
        assert {actor.side for actor in assessment.between} == set(example["sides"])  # type: ignore[call-overload]
