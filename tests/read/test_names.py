"""Names that a pipeline proposes stand where they stand in the archive, without particles."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Document, Span
from dragoman.read.page import Paragraph
from dragoman.read.syntax import find_sentences
from tests.read.marked import parse_marked

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


def find_named(marked: str, language: str) -> set[tuple[str, str]]:
    """The words and kinds of the names in a marked text."""
    document, mentions = parse_marked(marked, language)
    sentences, _ = find_sentences(document, [Paragraph(0, Span(0, len(document.text)), "body", language)], mentions)
    return {(document.quote(name.span), name.kind) for sentence in sentences for name in sentence.names}


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
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_names_are_characters_of_the_archive_and_never_overlap(language: str, text: str) -> None:
    document = Document(id="0.text-1", text=text, file="case", language=language)
    sentences, _ = find_sentences(document, [Paragraph(0, Span(0, len(text)), "body", language)], ())
    for sentence in sentences:
        spans = [name.span for name in sentence.names]
        assert all(document.quote(span).strip() for span in spans)
        assert all(sentence.span.start <= span.start < sentence.span.stop for span in spans)
        assert all(left.stop <= right.start for left, right in itertools.pairwise(spans))
