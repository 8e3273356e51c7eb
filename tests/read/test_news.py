"""Turns of news stories: a day behind the verb, ministers without their state, links that close and open."""

from datetime import date

import pytest

from dragoman.model import Assessment, Channel, Claim, Document, Instrument, Post, ReadOptions, Span, Statement, Zone
from dragoman.read.reader import read_document


def claims_of(text: str, headline: str = "") -> list[Claim]:
    whole = f"{headline}\n\n{text}" if headline else text
    zones = (Zone(span=Span(0, len(headline)), kind="headline"), Zone(span=Span(len(headline) + 2, len(whole)), kind="body")) if headline else ()
    document = Document(id="0" * 64 + ".text-1", text=whole, file="case", language="en", zones=zones)
    return list(read_document(document, ReadOptions(language="en", date=date(2021, 6, 15))).claims)


SAID = [
    ("Chile said Monday it will reopen its embassy in Oslo.", "Chile", "it will reopen its embassy in Oslo"),
    ("Chile announced on Friday the sale of the port to Peru.", "Chile", "the sale of the port to Peru"),
    ("Peru said Tuesday it will open the port, marking a thaw in its tense relations with Chile.", "Peru", "it will open the port"),
    ("The ships of Chile left the port on the river, reported the government of Peru.", "Peru", "The ships of Chile left the port on the river"),
    ("Peru described the decision of Chile as a mistake.", "Peru", "the decision of Chile as a mistake"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_a_day_behind_the_verb_is_no_part_of_what_is_said(text: str, speaker: str, content: str) -> None:
    found = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert [(claim.speaker[0].name, claim.content) for claim in found] == [(speaker, content)]


def test_a_quotation_and_its_frame_are_one_statement_although_the_frame_goes_on() -> None:
    found, *more = [
        c
        for c in claims_of("“We will open the port of the river to all ships of Chile this year,” PM Ruiz said, adding that the ships of Chile would return.")
        if isinstance(c, Statement)
    ]
    assert found.mode == "direct"
    assert found.content == "We will open the port of the river to all ships of Chile this year"
    assert [other.content for other in more] in ([], ["the ships of Chile would return"])


@pytest.mark.parametrize(
    "text",
    [
        "Peru declared the ambassador of Chile, Ana Ruiz, persona non grata on Tuesday.",
        "The minister of Peru called on Chile's president on Friday.",
        "Peru armed Chile, offering it a mine in exchange.",
        "The visit of Peru's minister was not intended to condemn Chile.",
        "The island, which Chile claims as its own, lies near Peru.",
        "Relations between Peru and Chile cooled after the fall of a minister, whom Ana Ruiz insists is innocent.",
    ],
)
def test_an_act_or_an_aside_is_no_statement(text: str) -> None:
    assert not [claim for claim in claims_of(text) if isinstance(claim, Statement)]


CHANNELS = [
    ("Ties between Peru and Chile were severed on 3 May.", "diplomatic_relations", "ended"),
    ("Chile closed its airspace to Peruvian aircraft.", "air_link", "suspended"),
    ("Chile reopened its airspace to Peruvian aircraft.", "air_link", "resumed"),
    ("Chile lifted the closure of its border with Peru.", "border_crossing", "resumed"),
    ("Peru and Chile broke diplomatic relations in 1978.", "diplomatic_relations", "ended"),
    ("Chile has a High Commission in Kenya.", "embassy", "open"),
]


@pytest.mark.parametrize(("text", "channel", "state"), CHANNELS)
def test_links_that_close_and_open(text: str, channel: str, state: str) -> None:
    assert [(c.channel, c.state) for c in claims_of(text) if isinstance(c, Channel)] == [(channel, state)]


def test_the_countries_between_which_something_is_are_the_two_of_the_story() -> None:
    found = [c for c in claims_of("Peru and Chile share a river. Ties between the countries were severed on 3 May.") if isinstance(c, Channel)]
    assert [{actor.country for actor in c.between} for c in found] == [{"PER", "CHL"}]


def test_an_act_on_relations_is_no_judgement_of_them_but_a_word_behind_grow_is() -> None:
    assert not [c for c in claims_of("Ties between Peru and Chile were severed on 3 May.") if isinstance(c, Assessment)]
    (found,) = [c for c in claims_of("Relations between Peru and Chile have grown tense in recent months.") if isinstance(c, Assessment)]
    assert (found.value, found.polarity) == ("tense", -0.6)


def test_an_agreement_of_one_party_without_a_name_is_none() -> None:
    assert not [c for c in claims_of("The move broke trade treaties signed under the African Union.") if isinstance(c, Instrument)]


def test_a_body_that_reports_a_deed_is_of_the_state_that_does_it() -> None:
    (found,) = [c for c in claims_of("Peru is opening its border with Chile, the government said.") if isinstance(c, Statement)]
    assert found.speaker[0].country == "PER"


def test_an_office_held_now_is_held_today() -> None:
    text = "The government fell in 2006 in a coup staged by Ana Ruiz, now Peru's Prime Minister."
    (found,) = [c for c in claims_of(text) if isinstance(c, Post)]
    assert found.when is not None
    assert found.when.start == date(2021, 6, 15)
