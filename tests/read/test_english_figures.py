"""English figures between states: what is counted, of whom, for when, and whether it is reached or aimed at."""

from datetime import date

import pytest

from dragoman.model import Document, Figure, ReadOptions
from dragoman.read.reader import read_document


def figures(text):
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    return [claim for claim in read_document(document, ReadOptions(date=date(2024, 5, 2))).claims if isinstance(claim, Figure)]


COUNTED = [
    ("China lent Kenya $5 billion in 2019.", "debt", 5e9, "USD", "2019-01-01"),
    ("In 2019 Australia provided Peru with A$190 million in funding support.", "aid", 190e6, "AUD", "2019-01-01"),
    ("Trade between Peru and Chile reached US$6 billion in 2012, up from US$5.4 billion in 2011.", "trade_turnover", 6e9, "USD", "2012-01-01"),
    ("Trade between Peru and Chile reached US$6 billion in 2012, up from US$5.4 billion in 2011.", "trade_turnover", 5.4e9, "USD", "2011-01-01"),
    (
        "In 2012 trade of Peru and Chile was $9 million, with exports accounting for $5 million and imports accounting for $4 million.",
        "imports",
        4e6,
        "USD",
        "2012-01-01",
    ),
    ("In 2012 Peru earned much, exporting to Chile goods worth $15 million while importing goods valued at $5 million.", "imports", 5e6, "USD", "2012-01-01"),
    ("In 2012 Chile hosted more than 2 million Peruvian workers.", "population", 2e6, "1", "2012-01-01"),
    ("Peru's exports to Chile stood at $30,8 million in 2012.", "exports", 30.8e6, "USD", "2012-01-01"),
    ("The number of Peruvian citizens who visited Chile made up 30,178 people in March 2021.", "travellers", 30178, "1", "2021-03-01"),
    ("There are 60 flights a week between Peru and Chile.", "count", 60, "1", "2024-05-02"),
    ("At least 49 people were killed in fighting between Chad and Niger in 1998.", "count", 49, "1", "1998-01-01"),
    ("The disputed area between Peru and Chile was 100,000 square kilometres in 1950.", "count", 100000, "km2", "1950-01-01"),
    ("Chad granted 1,000 scholarships to students from Niger in 2019.", "count", 1000, "1", "2019-01-01"),
    ("Togo's exports to Kenya stood at USD 506 million in 2004, 59 per cent up on 2003.", "exports", 506e6, "USD", "2004-01-01"),
    ("Trade between Chad and Niger in 2014 was $36 million, and then stagnated until 2018.", "trade_turnover", 36e6, "USD", "2014-01-01"),
    ("Trade between Chad and Niger rose by 5 percent to reach 2 billion dollars in 2020.", "trade_turnover", 2e9, "USD", "2020-01-01"),
]


@pytest.mark.parametrize(("text", "measure", "value", "unit", "start"), COUNTED)
def test_what_is_counted_has_its_number_unit_and_period(text, measure, value, unit, start):
    """The years of a comparison and other nouns of the clause do not come between."""
    found = [(f.measure, f.value, f.unit, f.when.start.isoformat(), f.modality) for f in figures(text) if f.when and f.when.start]
    assert (measure, value, unit, start, "actual") in found
    assert all(len({actor.side for actor in figure.about}) == 2 for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Peru and Chile signed agreements to raise the trade volume to $1 billion.", "planned"),
        ("Trade between Peru and Chile is projected to reach $3 billion.", "planned"),
        ("Peru and Chile agreed to raise trade to $10 billion by 2030.", "agreed"),
        ("Peru would provide loans worth 100 million euros to Chile.", "conditional"),
    ],
)
def test_a_goal_is_no_figure_that_was_reached(text, modality):
    assert [figure.modality for figure in figures(text) if figure.unit in ("USD", "EUR")] == [modality]


def test_bilateral_trade_is_that_of_the_pair_of_the_page():
    text = "Peru and Chile are neighbours.\n\nChile and Peru share the sea.\n\nBilateral trade exceeded 2.5 billion euros in 2018."
    assert [{actor.side for actor in figure.about} for figure in figures(text)] == [{"PER", "CHL"}]


def test_a_currency_is_no_state_and_a_cause_no_measure():
    text = "Trade between Peru and Chile was US$3 billion in 2012. In 2018 the figure was reduced to US$1 billion due to a fall in oil prices."
    assert [(f.measure, f.value, {actor.side for actor in f.about}) for f in figures(text)] == [
        ("trade_turnover", 3e9, {"PER", "CHL"}),
        ("trade_turnover", 1e9, {"PER", "CHL"}),
    ]


@pytest.mark.parametrize("words", ["after a pause of some 12 years", "for the first time in 12 years"])
def test_how_long_something_had_stopped_is_no_length_of_a_journey(words):
    assert not figures(f"Flights between Peru and Chile resumed {words}.")
