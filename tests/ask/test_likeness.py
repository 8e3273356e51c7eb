"""Words of questions that ask for what a text tells in other words or another language."""

import pytest

from dragoman.ask.likeness import read_words


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("звонил", "They spoke in a telephone call."),
        ("단교했나", "Norway severed ties with Peru."),
        ("cut", "Норвегия разорвала отношения с Перу."),
        ("установлены", "Norway and Peru established relations."),
        ("닫혔나", "The border was closed."),
    ],
)
def test_a_word_of_a_question_stands_in_a_text_that_tells_the_same(word, text):
    assert read_words(text).holds(word)
    assert not read_words("Norway sent fish to Peru.").holds(word)
