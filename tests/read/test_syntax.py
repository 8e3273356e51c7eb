"""Parsed words stand where they stand in the archive, whatever was masked."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Document, Span
from dragoman.read.page import Paragraph
from dragoman.read.syntax import find_sentences
from tests.read.marked import parse_marked, read_marked

MIXED = st.text(alphabet=st.sampled_from(list("abc XYZ.,«»“”’—\u00a0\u200b\r\n\t가나다 б在e\u0301😀🇰🇷“")), max_size=80)


@pytest.mark.parametrize("language", ["en", "ru", "ko"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=MIXED)
def test_every_word_is_the_text_at_its_place(language: str, text: str) -> None:
    document = Document(id="0.text-1", text=text, file="case", language=language)
    sentences, _ = find_sentences(document, [Paragraph(0, Span(0, len(text)), "body", language)], ())
    words = [token for sentence in sentences for token in sentence.tokens]
    assert [word.text for word in words] == [document.quote(word.span) for word in words]
    assert all(left.span.stop <= right.span.start for left, right in itertools.pairwise(words))
    assert "".join(word.text for word in words) == "".join(document.quote(Span(w.span.start, w.span.stop)) for w in words)


def test_a_masked_mention_is_one_word_with_its_own_text() -> None:
    document, mentions = parse_marked("The [Papua New Guinean|demonym:PNG] envoy met [Sir Julius Chan-Okeke|person:PNG] in [Port Moresby|place:PNG].")
    (sentence,) = read_marked("The [Papua New Guinean|demonym:PNG] envoy met [Sir Julius Chan-Okeke|person:PNG] in [Port Moresby|place:PNG].")
    carried = [token for token in sentence.tokens if token.mention is not None]
    assert [token.text for token in carried] == [mention.text for mention in mentions]
    assert [token.span for token in carried] == [mention.span for mention in mentions]
    assert all(document.quote(token.span) == token.text for token in sentence.tokens)


def test_a_language_without_pipeline_is_a_trouble() -> None:
    document = Document(id="0.text-1", text="Bom dia, Lisboa.", file="case", language="pt")
    sentences, troubles = find_sentences(document, [Paragraph(0, Span(0, 16), "body", "pt")], ())
    assert sentences == ()
    assert [trouble.stage for trouble in troubles] == ["syntax"]
    assert "'pt'" in troubles[0].why
