"""English text is cut as the treebanks cut it, and names from Asia stay whole."""

import pytest
import spacy

from dragoman.read.lang.en.tokenizer import is_given_name, make_tokenizer

CUT = make_tokenizer(spacy.blank("en").vocab)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a U.S.-led mission", "a U.S. - led mission"),
        ("the Baku-based firm", "the Baku - based firm"),
        ("an F-16 and COVID-19", "an F - 16 and COVID - 19"),
        ("a ten-year plan, a 24-hour truce", "a ten - year plan , a 24 - hour truce"),
        ("co-operation on non-proliferation", "co-operation on non-proliferation"),
        ("—Did they sign?! —Yes.", "— Did they sign ?! — Yes ."),
        ("-Not yet, he said.", "- Not yet , he said ."),
        ("land and/or water", "land and / or water"),
        ("in 2010–2014", "in 2010 – 2014"),
        ("“Talks” failed", "“ Talks ” failed"),
        ("Col. Duran, et al.", "Col. Duran , et al."),
        ("Envoy Bae Min-ho met Gu Xiao-Ling", "Envoy Bae Min-ho met Gu Xiao-Ling"),
        ("Call 555-0182 or 212-555-0182", "Call 555-0182 or 212-555-0182"),
        ("signed 03-Mar-04, in '68", "signed 03-Mar-04 , in '68"),
        ("** Note ** in the 80's", "** Note ** in the 80's"),
        ("gone?Yes, for -$5", "gone ? Yes , for - $ 5"),
        ("the Al-Nahar daily", "the Al - Nahar daily"),
    ],
)
def test_words(text, words):
    assert [token.text for token in CUT(text)] == words.split()


@pytest.mark.parametrize("name", ["Min-ho", "Hye-kyung", "Xiao-Ling", "Tae-yul", "Jia-bao"])
def test_given_names_of_two_syllables(name):
    assert is_given_name(name)


@pytest.mark.parametrize("word", ["Ten-year", "Long-run", "Al-Nahar", "min-ho", "Baku-based", "Two-way", "Min-ho-ri"])
def test_other_words_with_hyphen(word):
    assert not is_given_name(word)
