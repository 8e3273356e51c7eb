"""Names that a pipeline proposes stand where they stand in the archive, without particles."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Document, Span
from dragoman.read.lang import load_pipeline
from dragoman.read.page import Paragraph
from dragoman.read.syntax import find_sentences

PARTS = [
    "Anna Lindqvist",
    "Гиорги Месхишвили",
    "배민호가 ",
    "오슬로에서 ",
    "Tartu",
    " met ",
    " встретил ",
    "만났다. ",
    "e\u0301",
    "\u00a0",
    "\r\n",
    "👩‍👧",
    "🇫🇮",
    "“",
    "—",
    "\u200b",
    ". ",
]


def find_named(text: str, language: str) -> set[tuple[str, str]]:
    """The words and kinds of the names in a text."""
    pipeline = load_pipeline(language)
    assert pipeline is not None
    return {(text[name.start : name.stop], name.kind) for parse in pipeline.parse([text]) for name in parse.names}


def test_russian_people_bodies_and_places() -> None:
    found = find_named("В Кутаиси директор банка «Тетри» Гиорги Месхишвили принял делегацию.", "ru")
    assert ("Кутаиси", "place") in found
    assert ("Гиорги Месхишвили", "person") in found


def test_english_people_and_nationalities() -> None:
    found = find_named("Anna Lindqvist of the Nordic Council met Swedish officials in Tartu on Monday.", "en")
    assert {("Anna Lindqvist", "person"), ("Swedish", "nationality")} <= found


def test_korean_names_without_their_particles() -> None:
    assert ("오슬로", "place") in find_named("배민호 장관은 오슬로에서 회담했다.", "ko")


def test_a_text_without_words_has_no_names() -> None:
    document = Document(id="0.text-1", text="\u00a0 \r\n", file="case", language="ru")
    assert find_sentences(document, [Paragraph(0, Span(0, 4), "body", "ru")], ()) == ((), ())


@pytest.mark.parametrize("language", ["en", "ru", "ko"])
def test_names_that_nobody_asks_for_are_not_looked_for_and_the_words_are_the_same(language: str) -> None:
    pipeline = load_pipeline(language)
    assert pipeline is not None
    text = {"en": "Anna Lindqvist met officials in Tartu.", "ru": "Гиорги Месхишвили был в Кутаиси.", "ko": "배민호 장관은 오슬로에서 회담했다."}[language]
    (whole,), (bare,) = pipeline.parse([text]), pipeline.parse([text], names=False)
    assert whole.words == bare.words
    assert whole.names
    assert not bare.names


@pytest.mark.parametrize("language", ["en", "ru", "ko"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_names_and_words_are_characters_of_the_text_and_never_overlap(language: str, text: str) -> None:
    pipeline = load_pipeline(language)
    assert pipeline is not None
    (parse,) = pipeline.parse([text])
    spans = [(name.start, name.stop) for name in parse.names]
    assert all(text[start:stop].strip() for start, stop in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    assert all(text[word.start : word.stop].replace("\n", " ") == word.text for word in parse.words)
    assert all(0 <= word.head < len(parse.words) for word in parse.words)
