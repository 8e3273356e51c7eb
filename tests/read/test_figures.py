"""Figures: what is measured, of whom, how it changed, and what is no figure about relations."""

from datetime import date

import pytest

from dragoman.model import Figure, ReadOptions, Span
from dragoman.read.dates import find_dates, resolve_times
from dragoman.read.figures import find_figures
from dragoman.read.page import Page, Paragraph
from dragoman.read.quantities import find_quantities
from dragoman.read.syntax import find_sentences
from tests.read.marked import parse_marked


def read_figures(marked: str, language: str = "en", today: date | None = None) -> list[Figure]:
    """The figures of one marked paragraph."""
    document, mentions = parse_marked(marked, language)
    span = Span(0, len(document.text))
    paragraphs = (Paragraph(0, span, "body", language),)
    times = resolve_times(list(find_dates(document.text, language, today)))
    taken = tuple(time.span for time in times if not time.duration)
    quantities = tuple(find_quantities(document.text, language, 0, taken))
    sentences, _ = find_sentences(document, paragraphs, mentions)
    return list(find_figures(Page(document, ReadOptions(date=today), paragraphs, mentions, times, quantities, (), sentences)))


def sides(figure: Figure) -> set[str | None]:
    return {actor.side for actor in figure.about}


def test_what_a_number_fell_to_stands_behind_the_base_of_the_comparison():
    text = "Trade between [Norway|state:NOR] and [Chile|state:CHL] decreased in 2018 by a quarter compared to the previous year, to $3 billion."
    (figure,) = read_figures(text)
    assert (figure.value, figure.unit) == (3e9, "USD")
    assert figure.change is not None
    assert (figure.change.ratio, figure.change.since) == (0.25, "the previous year")


def test_trade_that_grew_and_what_it_reached_are_one_figure():
    text = "Trade between [Norway|state:NOR] and [Chile|state:CHL] grew by 12 percent in 2018 compared to 2017, reaching $3 billion."
    (figure,) = read_figures(text)
    assert (figure.measure, figure.value, figure.unit) == ("trade_turnover", 3e9, "USD")
    assert sides(figure) == {"NOR", "CHL"}
    assert figure.change is not None
    assert (figure.change.direction, figure.change.ratio, figure.change.since) == ("up", 0.12, "2017")
    assert figure.when is not None
    assert figure.when.start == date(2018, 1, 1)


def test_fell_to_is_not_fell_by():
    (figure,) = read_figures("Exports of [Chile|state:CHL] to [Norway|state:NOR] fell by a third to $2 billion.")
    assert (figure.measure, figure.value) == ("exports", 2e9)
    assert figure.change is not None
    assert (figure.change.direction, figure.change.ratio) == ("down", pytest.approx(1 / 3, abs=1e-3))


def test_it_measures_what_was_measured_before():
    text = "Trade between [Norway|state:NOR] and [Chile|state:CHL] is modest. In 2016, it amounted to $40 million."
    (figure,) = read_figures(text)
    assert (figure.measure, figure.value, sides(figure)) == ("trade_turnover", 4e7, {"NOR", "CHL"})


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("More than 5,000 [Chileans|people:CHL] visited [Norway|state:NOR] in 2017.", "travellers", 5000, "1"),
        ("[Norwegian|demonym:NOR] citizens may enter [Chile|state:CHL] without a visa for 90 days.", "duration", 90, "d"),
        ("[Chile|state:CHL] still owes [Norway|state:NOR] a debt of $300 million.", "debt", 3e8, "USD"),
        ("Some 800 [Chilean|demonym:CHL] students study in [Norway|state:NOR].", "students", 800, "1"),
        ("[Norway|state:NOR] is the second-largest trading partner of [Chile|state:CHL].", "rank", 2, "1"),
    ],
)
def test_measures_of_other_kinds(text: str, measure: str, value: float, unit: str):
    (figure,) = read_figures(text)
    assert (figure.measure, figure.value, figure.unit) == (measure, value, unit)
    assert sides(figure) == {"NOR", "CHL"}


def test_a_trend_needs_no_number():
    (figure,) = read_figures("Trade between [Norway|state:NOR] and [Chile|state:CHL] continues to fall.", today=date(2024, 2, 4))
    assert figure.value is None
    assert figure.change is not None
    assert figure.change.direction == "down"


@pytest.mark.parametrize(
    "text",
    [
        "The two met for 45 minutes in [Norway|state:NOR].",
        "[Norway|state:NOR] and [Chile|state:CHL] signed six agreements.",
        "The firm sold 300 cars for $9 million.",
        "Flight 402 from [Norway|state:NOR] landed in [Chile|state:CHL].",
        "[Norway|state:NOR] joined the six-party talks in 2004.",
    ],
)
def test_not_every_number_is_a_figure_about_relations(text: str):
    assert read_figures(text) == []


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "ratio"),
    [
        ("ru", "Товарооборот между [Норвегией|state:NOR] и [Чили|state:CHL] вырос на 12% и достиг 3 млрд долларов.", 3e9, "USD", 0.12),
        ("ko", "지난해 [한국|state:KOR]의 [칠레|state:CHL] 수출액은 62억 달러로 7.6% 증가했다.", 6.2e9, "USD", 0.076),
    ],
)
def test_other_languages_read_alike(language: str, text: str, value: float, unit: str, ratio: float):
    (figure,) = read_figures(text, language, date(2024, 2, 4))
    assert (figure.value, figure.unit) == (value, unit)
    assert figure.change is not None
    assert (figure.change.direction, figure.change.ratio) == ("up", ratio)


def test_the_words_of_a_figure_are_those_of_the_text():
    marked = "In 2019, imports of [Chile|state:CHL] from [Norway|state:NOR] rose to €4 million."
    document, _ = parse_marked(marked)
    (figure,) = read_figures(marked)
    assert figure.text == document.quote(figure.span)
    assert all(evidence.text == document.quote(evidence.span) for evidence in figure.evidence)


@pytest.mark.parametrize(
    ("language", "text", "ratio"),
    [
        ("en", "Trade between [Norway|state:NOR] and [Chile|state:CHL] has increased sixfold since 2010.", 5.0),
        ("ru", "Товарооборот [Норвегии|state:NOR] и [Чили|state:CHL] вырос вдвое.", 1.0),
        ("ru", "Товарооборот [Норвегии|state:NOR] и [Чили|state:CHL] вырос в 3,8 раза.", 2.8),
    ],
)
def test_a_multiple_is_a_movement(language: str, text: str, ratio: float):
    (figure,) = read_figures(text, language)
    assert figure.change is not None
    assert (figure.change.direction, figure.change.ratio) == ("up", ratio)


def test_a_flow_right_before_its_number_is_what_the_number_measures():
    text = "Trade between [Norway|state:NOR] and [Chile|state:CHL] was 3 billion USD (exports 1 billion USD, imports 2 billion USD) in 2018."
    found = {figure.measure: figure.value for figure in read_figures(text)}
    assert found == {"trade_turnover": 3e9, "exports": 1e9, "imports": 2e9}


def test_a_length_in_brackets_behind_another_is_the_same_length():
    (figure,) = read_figures("[Norway|state:NOR] ceded 20 km (12 miles) of coastline to [Chile|state:CHL].")
    assert (figure.value, figure.unit) == (20.0, "km")
