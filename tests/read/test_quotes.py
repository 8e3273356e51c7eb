"""Words that the page marks as somebody's own."""

import pytest

from dragoman.model import Document, Span
from dragoman.read.page import Paragraph, Quote
from dragoman.read.quotes import find_quotes

CASES = [
    ('"We will sign," Oslo said.', ["We will sign,"]),
    ("“We will ‘sign’ it,” Oslo said.", ["We will ‘sign’ it,"]),
    ("«Мы за «дорожную карту» мира», — сказал посол.", ["Мы за «дорожную карту» мира"]),
    ("Посол сказал: „Мы готовы“.", ["Мы готовы"]),
    ("대사는 「합의했다」라고 밝혔다.", ["합의했다"]),
    ("Chile’s envoy and Norway's navy opened a hotline.", []),
    ('The states opened a "hot line" in May.', ["hot line"]),
    ("“We never agreed to this.", ["We never agreed to this."]),
    ('"We are ready, the envoy of Chile said.', ["We are ready"]),
    ('"We are ready, and so they said it again to all.', ["We are ready, and so they said it again to all."]),
    ('«We are ready", the envoy said.', ["We are ready"]),
    ('— We are ready to talk," the envoy said.', ["We are ready to talk,"]),
    ("— Мы готовы, — сказал посол.", ["Мы готовы,"]),
    ("- Foreign relations of Chile", []),
]


def quote_all(text: str) -> tuple[Quote, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    return find_quotes(document, [Paragraph(0, Span(0, len(text)), "body", "en")])


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_the_words_between_the_marks(text: str, wanted: list[str]) -> None:
    assert [text[quote.content.start : quote.content.stop] for quote in quote_all(text)] == wanted


def test_a_quotation_that_is_not_closed_goes_on() -> None:
    (quote,) = quote_all("“We never agreed to this.")
    assert quote.continues


def test_a_paragraph_led_by_a_dash_says_so() -> None:
    (quote,) = quote_all('— We are ready to talk," the envoy said.')
    assert quote.style == "dash"
