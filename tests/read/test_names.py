"""Names that a pipeline proposes stand where they stand in the archive, without particles."""

from dragoman.model import Document, Span
from dragoman.read.page import Paragraph
from dragoman.read.syntax import find_sentences
from tests.read.marked import parse_marked


def find_named(marked: str, language: str) -> set[tuple[str, str]]:
    """The words and kinds of the names in a marked text."""
    document, mentions = parse_marked(marked, language)
    sentences, _ = find_sentences(document, [Paragraph(0, Span(0, len(document.text)), "body", language)], mentions)
    return {(document.quote(name.span), name.kind) for sentence in sentences for name in sentence.names}


def test_russian_people_bodies_and_places() -> None:
    found = find_named("В Кутаиси директор банка «Тетри» Гиорги Месхишвили принял делегацию.", "ru")
    assert ("Кутаиси", "place") in found
    assert ("Гиорги Месхишвили", "person") in found


def test_a_text_without_words_has_no_names() -> None:
    document = Document(id="0.text-1", text="\u00a0 \r\n", file="case", language="ru")
    assert find_sentences(document, [Paragraph(0, Span(0, 4), "body", "ru")], ()) == ((), ())
