"""Numbers: the examples of each grammar, and what must hold for any text."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Span
from dragoman.read.page import Quantity
from dragoman.read.quantities import find_quantities, load_numbers, parse_sino

LANGUAGES = [language for language in ("en", "ru", "ko") if language == "en" or load_numbers(language) is not load_numbers("en")]
PIECES = ["$", "11", "billion", "млрд", "억", "3", "조", "%", "two", "more than", "-", " ", ",", ".", "dollars", "рублей", "원", "half"]


def show(quantity: Quantity) -> tuple[float | None, float | None, float | None, str, bool]:
    return quantity.value, quantity.low, quantity.high, quantity.unit, quantity.approximate


def parse(example: str) -> tuple[float | None, float | None, float | None, str, bool]:
    """`value low high unit ~`."""
    value, low, high, unit, *rest = example.split()
    numbers = [None if word == "-" else float(word) for word in (value, low, high)]
    return numbers[0], numbers[1], numbers[2], unit, rest == ["~"]


@pytest.mark.parametrize(("language", "text", "gives"), [(language, *row) for language in LANGUAGES for row in load_numbers(language).examples.items()])
def test_each_example_of_a_grammar_reads_as_it_says(language: str, text: str, gives: str):
    found = [show(quantity) for quantity in find_quantities(text, language)]
    assert found == ([] if gives == "none" else [parse(gives)])


@settings(deadline=None, max_examples=150)
@given(text=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)), language=st.sampled_from(["en", "ru", "ko", "xx"]))
def test_any_text_gives_true_spans_and_ordered_bounds(text: str, language: str):
    found = list(find_quantities(text, language, offset=3))
    assert all(q.text == text[q.span.start - 3 : q.span.stop - 3] for q in found)
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)
    assert all(a.span.stop <= b.span.start for a, b in itertools.pairwise(found))


@given(st.integers(min_value=1, max_value=10**15))
def test_grouped_digits_are_read_back(number: int):
    (quantity,) = find_quantities(f"It had {number:,} guests.", "en")
    assert quantity.value == number


def test_what_is_taken_by_a_date_is_no_number():
    assert list(find_quantities("in 1999 they", "en", 10, (Span(13, 17),))) == []


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "6. Peru bought 5 ships.", [5]),
        ("ko", "6. 2021년에 페루 국민 3만 명이 왔다.", [30000]),
        ("ru", "(6) Перу купило 5 судов.", [5]),
        ("en", "6 ships came.", [6]),
    ],
)
def test_the_number_of_a_point_in_a_list_counts_nothing(language: str, text: str, values: list[float]):
    year = text.find("2021")
    taken = (Span(year, year + 5),) if year >= 0 else ()
    assert [quantity.value for quantity in find_quantities(text, language, taken=taken)] == values


@pytest.mark.parametrize(("text", "value"), [("1조 2천억", 1.2e12), ("1만5천", 15000), ("110억", 1.1e10), ("3천", 3000), ("2백만", 2e6)])
def test_powers_of_ten_thousand_add_up(text: str, value: float):
    assert parse_sino(text) == value


def test_a_word_is_no_code_of_a_currency():
    found = find_quantities("All three must leave within two days. Try 10 times.", "en", 0, ())
    assert {quantity.unit for quantity in found} <= {"1", "d"}
