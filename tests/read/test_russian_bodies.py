"""Names of bodies in Russian texts, as people write them."""

import pytest

from dragoman.read.lang.ru.pipeline import load


@pytest.fixture(scope="module")
def pipeline():
    return load()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Заявление сделало правительство Чили.", "правительство Чили"),
        ("Посла вызвали в министерство обороны Норвегии.", "министерство обороны Норвегии"),
        ("Об этом пишет норвежская газета «Утренний свет».", "норвежская газета «Утренний свет»"),
        ("Ответа от японского МИДа пока нет.", "японского МИДа"),
        ("Делегацию принял сенат Перу.", "сенат Перу"),
    ],
)
def test_a_body_goes_with_whose_it_is_and_with_what_it_is(pipeline, text, name):
    (parse,) = pipeline.parse([text])
    assert name in [text[found.start : found.stop] for found in parse.names if found.kind == "organisation"]


def test_a_short_form_in_brackets_is_a_name_of_its_own(pipeline):
    text = "Комитет защиты рыбаков (КЗР) провёл заседание в Осло."
    (parse,) = pipeline.parse([text])
    assert {text[found.start : found.stop] for found in parse.names} >= {"Комитет защиты рыбаков", "КЗР"}


def test_the_place_within_a_body_is_still_a_place_and_no_name_stands_twice(pipeline):
    text = "Правительство Чили и парламент Перу сделали заявление."
    (parse,) = pipeline.parse([text])
    told = [(text[found.start : found.stop], found.kind) for found in parse.names]
    assert ("Чили", "place") in told
    assert ("Правительство Чили", "organisation") in told
    assert len(told) == len(set(told))
