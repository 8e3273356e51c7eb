"""How English news tells relations: words that judge them, links that stand, acts without an agent, states that are inferred."""

import pytest

from dragoman.model import Assessment, Channel, Document, Event, ReadOptions, Statement
from dragoman.read.reader import read_document


def claims_of(text, kind):
    """The claims of one kind in an English text."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    return [claim for claim in reading.claims if isinstance(claim, kind)]


STORY = " Togo and Benin share a border. Benin wants Togo to pay."

JUDGED = [
    ("Relations between the neighbours have been strained since a coup in Togo led ECOWAS to close the border." + STORY, "strained", {"TGO", "BEN"}),
    ("Because of the war in Ukraine, relations became very tense after Togo imposed sanctions on Benin.", "very tense", {"TGO", "BEN"}),
    ("Relations were soured following a palace coup in Togo in 2012." + STORY, "soured", {"TGO", "BEN"}),
    ("Togo has grown closer to Benin.", "grown closer to", {"TGO", "BEN"}),
    ("Togo has drifted away from Benin.", "drifted away from", {"TGO", "BEN"}),
    ("Togo and Benin have been locked in a bitter dispute over fishing rights.", "locked in a bitter dispute", {"TGO", "BEN"}),
    ("The islands have long been a flashpoint in relations between Peru and Chile.", "flashpoint", {"PER", "CHL"}),
    ("Ties between Peru and Chile are at their greatest in decades.", "at their greatest", {"PER", "CHL"}),
    ("The attack could strain ties between Peru and Chile.", "strain ties", {"PER", "CHL"}),
]


@pytest.mark.parametrize(("text", "value", "between"), JUDGED)
def test_a_relation_is_judged_between_its_two_sides(text, value, between):
    """Also where only "the neighbours" or the clause behind "after" names them."""
    (found,) = claims_of(text, Assessment)
    assert (found.value, {actor.country for actor in found.between}) == (value, between)


def test_ties_with_all_neighbours_are_ties_with_none():
    """A story on two states does not make every relation theirs."""
    assert not claims_of("Kenya has good relations with its neighbours. Kenya and Togo signed a deal. Togo will benefit.", Assessment)


LINKS = [
    ("Kenya banned imports of sugar from Uganda in 2020.", "sanctions", "established"),
    ("Kenya banned exports of maize to Uganda in 2020.", "export_controls", "established"),
    ("Togo has a 15 percent tariff on Kenyan tea.", "sanctions", "open"),
    ("Kenya Airways flies to Accra three times a week.", "air_link", "open"),
    ("Kenya abolished visa requirements for citizens of Togo.", "visa_regime", "eased"),
    ("Holders of Kenyan diplomatic passports can enter Togo without a visa.", "visa_free", "open"),
    ("Peru is represented in Kenya through its embassy in Nairobi.", "embassy", "open"),
    ("Kenya and Togo signed a military cooperation agreement.", "military_contacts", "established"),
    ("Serbia bought fighter jets from France.", "arms_transfers", "established"),
    ("Relations between Peru and Chile broke in 1978.", "diplomatic_relations", "ended"),
]


@pytest.mark.parametrize(("text", "channel", "state"), LINKS)
def test_links_that_stand_and_change(text, channel, state):
    """Trade, flights, visas, missions and arms."""
    assert [(claim.channel, claim.state, claim.modality) for claim in claims_of(text, Channel)] in ([(channel, state, "actual")], [(channel, state, "agreed")])


def test_talks_that_break_down_end_no_relations():
    """A verb with its particle is another verb."""
    assert not claims_of("Relations between Peru and Chile broke down in 1978.", Channel)


ACTS = [
    ("A protest note was handed over to the ambassador of Peru in Santiago.", "CHL", "PER"),
    ("The Peruvian ambassador was summoned to the Foreign Ministry in Santiago.", "CHL", "PER"),
    ("Two Peruvian diplomats were expelled from Chile in May 2014.", "CHL", "PER"),
    ("The ministry handed a protest note to the Peruvian ambassador to Chile.", "CHL", "PER"),
]


@pytest.mark.parametrize(("text", "source", "target"), ACTS)
def test_an_act_without_an_agent_is_done_where_the_envoy_serves(text, source, target):
    """The passive leaves out who everybody knows."""
    (event,) = claims_of(text, Event)
    assert ([actor.country for actor in event.source], [actor.country for actor in event.target]) == ([source], [target])


@pytest.mark.parametrize(
    "text",
    [
        "Deeper cooperation between Peru and Chile will help the region.",
        "Cooperation between Peru and Chile is important.",
        "Trade talks between Peru and Chile were postponed in May.",
    ],
)
def test_cooperation_in_general_and_talks_put_off_are_no_events(text):
    """What is only said of them tells of nothing that was done."""
    assert not claims_of(text, Event)


SAID = [
    ("On Friday, Peruvian Foreign Minister Ana Ruiz said the border with Chile would reopen.", "PER", "the border with Chile would reopen"),
    (
        "The Chilean Foreign Ministry said that it had recalled its ambassador, which came days after Peru had expelled him.",
        "CHL",
        "it had recalled its ambassador",
    ),
    ("Chile said that it had recalled its ambassador, a move that came days after Peru had expelled him.", "CHL", "it had recalled its ambassador"),
    ("Kenya's president said Togo had attacked a village, raising fears of a war.", "KEN", "Togo had attacked a village"),
    ("Kenyan Foreign Minister Amina Odhiambo responded to the Togolese remarks by saying that Kenya wanted peace.", "KEN", "Kenya wanted peace"),
    ("Asked about the Togolese remarks, Kenyan Foreign Minister Amina Odhiambo said Kenya wanted peace.", "KEN", "Kenya wanted peace"),
    ("Togolese President Kofi Mensah flew to Accra. Mensah's office said the two leaders discussed trade.", "TGO", "the two leaders discussed trade"),
]


@pytest.mark.parametrize(("text", "country", "content"), SAID)
def test_a_statement_has_its_speaker_and_no_more_than_his_words(text, country, content):
    """What a writer adds behind a comma is not said; a question is not the answer."""
    assert [([actor.country for actor in claim.speaker], claim.content) for claim in claims_of(text, Statement)] == [([country], content)]


@pytest.mark.parametrize("text", ["The office said the trip would last two days.", "Togo responded to the decision by expelling three diplomats."])
def test_a_voice_that_is_nobody_s_and_a_deed_are_no_statements(text):
    """An office of nobody knows, and an answer in deeds."""
    assert not claims_of(text, Statement)
