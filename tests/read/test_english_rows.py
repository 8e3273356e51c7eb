"""Who acts besides the first who is named: rows, companions, "so did", titles of several words, links of several pairs."""

import pytest

from dragoman.model import Channel, Document, Event, Instrument, Post, ReadOptions, Statement
from dragoman.read.reader import read_document


def claims_of(text, kind):
    """The claims of one kind in an English text."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    return [claim for claim in reading.claims if isinstance(claim, kind)]


def told(claim):
    """An event in short: who to whom, and the year."""
    year = claim.when.start.year if claim.when is not None and claim.when.start is not None else None
    return ("+".join(a.side for a in claim.source), "+".join(a.side for a in claim.target), year)


LIKEWISE = [
    ("Peru recognised Kosovo in 2008, and so did Chile in 2011.", ("CHL", "XKX", 2011)),
    ("Kenya recalled its ambassador from Mali in 2019; Togo did the same in 2020.", ("TGO", "MLI", 2020)),
    ("Kenya recalled its ambassador from Mali in 2019. Togo followed suit in 2021.", ("TGO", "MLI", 2021)),
    ("Jordan severed ties with Iran, and Bahrain and Sudan followed suit in 2016.", ("BHR+SDN", "IRN", 2016)),
    ("France expelled two Malian diplomats in March, with Latvia and Estonia doing the same in 2018.", ("LVA+EST", "MLI", 2018)),
    ("Oman recognised Kosovo in 2013; Qatar had done so in 2011.", ("QAT", "XKX", 2011)),
]


@pytest.mark.parametrize(("text", "repeated"), LIKEWISE)
def test_a_deed_that_others_repeat_is_theirs_too(text, repeated):
    """With their own time, and without the first doer."""
    assert repeated in [told(claim) for claim in claims_of(text, Event)]


def test_a_name_of_the_clause_before_does_not_follow_suit():
    """The object of the first deed is no doer of the second."""
    events = [told(claim) for claim in claims_of("Peru cut ties with Mali and Togo followed suit.", Event)]
    assert not any("MLI" in source for source, _, _ in events)


COMPANIONS = [
    ("Qatar – along with Oman and Yemen – severed ties with Somalia in 2017.", {"QAT", "OMN", "YEM"}),
    ("Peru, joined by Chile, condemned Bolivia's decision.", {"PER", "CHL"}),
    ("Oman, together with Kuwait, closed its border with Iraq in 1990.", {"OMN", "KWT"}),
    ("Qatar, unlike Oman, recognised Kosovo in 2010.", {"QAT"}),
]


@pytest.mark.parametrize(("text", "doers"), COMPANIONS)
def test_companions_between_subject_and_verb_take_part(text, doers):
    """Whoever is only compared does not."""
    (event,) = claims_of(text, Event)
    assert {actor.side for actor in event.source} == doers


def test_a_link_of_several_is_one_of_each_pair():
    """Those who act together are not parted from each other."""
    ended = claims_of("Qatar, along with Oman, severed ties with Somalia in 2017.", Channel)
    assert {frozenset(a.side for a in claim.between) for claim in ended} == {frozenset({"QAT", "SOM"}), frozenset({"OMN", "SOM"})}
    opened = claims_of("Peru has embassies in Nairobi and Accra.", Channel)
    assert {(claim.between[1].side, claim.at) for claim in opened} == {("KEN", "Nairobi"), ("GHA", "Accra")}


def test_two_holders_share_one_noun():
    """Each has his own state in his name."""
    (event,) = claims_of("The Norwegian and Chilean foreign ministers met in May.", Event)
    assert [(a.name, a.country) for a in event.source] == [("Norwegian foreign minister", "NOR"), ("Chilean foreign minister", "CHL")]
    (event,) = claims_of("Norwegian and Chilean foreign ministers Anna Berg and Luis Soto signed a treaty.", Event)
    assert [(a.name, a.country) for a in event.source] == [("Anna Berg", "NOR"), ("Luis Soto", "CHL")]


TITLES = [
    ("Malawi's Arts, Culture and Heritage Minister Grace Banda visited Zambia.", "Grace Banda", "MWI"),
    ("Malawi's Minister for Industry, Trade and Tourism Peter Moyo visited Zambia.", "Peter Moyo", "MWI"),
    ("Russian Ambassador-at-Large at the Foreign Ministry Pavel Orlov visited Zambia.", "Pavel Orlov", "RUS"),
    ("European Commission President Ana Smit visited Zambia.", "Ana Smit", "EU"),
]


@pytest.mark.parametrize(("text", "name", "side"), TITLES)
def test_long_titles_are_one_and_unions_have_officials(text, name, side):
    """The person acts alone, for his state or union."""
    (post,) = claims_of(text, Post)
    (event,) = claims_of(text, Event)
    assert (post.person.name, post.office.of, [(a.name, a.side) for a in event.source]) == (name, side, [(name, side)])


def test_a_minister_beside_his_president_is_of_the_same_state():
    """Also where a comma and a participle stand between them."""
    (event,) = claims_of("Kenyan President Peter Moyo, accompanied by Foreign Minister Ana Kibet, arrived in Lima.", Event)
    assert [(a.name, a.side) for a in event.source] == [("Peter Moyo", "KEN"), ("Ana Kibet", "KEN")]


EXPELLED = [
    ("Mali expels 10 Danish diplomats", "MLI", "DNK"),
    ("Two Malian diplomats were declared persona non grata by Denmark in 2022.", "DNK", "MLI"),
    ("The Danish ambassador was declared persona non grata, the foreign ministry of Mali said.", "MLI", "DNK"),
    ("The Danish ambassador was called to the foreign ministry in Bamako on Thursday.", "MLI", "DNK"),
    ("Denmark's chargé d'affaires was summoned to the Malian foreign ministry.", "MLI", "DNK"),
    ("Mali received a state visit from the Danish prime minister in 2015.", "DNK", "MLI"),
]


@pytest.mark.parametrize(("text", "source", "target"), EXPELLED)
def test_envoys_are_expelled_and_called_and_visitors_received(text, source, target):
    """In headlines, in the passive, and with the ministry for the state."""
    assert (source, target) in [told(claim)[:2] for claim in claims_of(text, Event)]


def test_it_and_them_are_the_thing_just_named():
    """The object of the second of two joined verbs."""
    links = claims_of("Niger closed its border with Benin in 2023 and reopened it in 2024.", Channel)
    assert [(claim.state, claim.when.start.year) for claim in links] == [("suspended", 2023), ("resumed", 2024)]


CONTENTS = [
    ("Peru said it would keep the border open while Chile threatened to close it.", ["it would keep the border open", "to close it"]),
    ("Chad condemned Sudan's raid on its border post on Monday.", ["condemned Sudan's raid on its border post"]),
    ("UN Secretary-General Ana Costa called on Chad and Sudan to withdraw their troops.", ["Chad and Sudan to withdraw their troops"]),
    ('Chad and Niger held talks. "We agreed on water," a joint statement read.', ["We agreed on water"]),
    ("Bolivia denounced the treaty with Chile in 1980.", []),
    ("Canada added three firms of Chile to a register.", []),
]


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_what_is_said_ends_where_it_ends(text, contents):
    """Without the time of the saying and the words of somebody else; deeds say nothing."""
    assert sorted(claim.content for claim in claims_of(text, Statement)) == sorted(contents)


def test_missions_of_one_row_have_a_seat_each():
    """Also where the tree joins the second mission to the verb."""
    text = "Chile has an embassy in Oslo and consulates in Bergen and Trondheim."
    assert {(claim.channel, claim.at) for claim in claims_of(text, Channel)} == {("embassy", "Oslo"), ("consulate", "Bergen"), ("consulate", "Trondheim")}


def test_whoever_is_only_traded_with_is_no_party_of_an_agreement():
    """A second deed within what the paper provides for has sides of its own."""
    (paper,) = claims_of("In May 1979, Peru signed an agreement obtaining Norwegian assistance in exporting to Chile.", Instrument)
    assert [actor.side for actor in paper.parties] == ["PER", "NOR"]


def test_likely_contacts_are_possible():
    """They were not held."""
    (meeting,) = claims_of("The most likely contacts between representatives of Peru and Norway are at the forum in Santiago.", Event)
    assert meeting.modality == "possible"


def test_what_an_agreement_is_to_bring_about_is_its_title():
    """A bare "agreement" tells nothing."""
    (paper,) = claims_of("On 28 August 2018 Peru and Norway reached an agreement to install a direct line.", Instrument)
    assert paper.title == "agreement to install a direct line"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Peru and Chile signed at least ten agreements in Lima on Monday.", "ten agreements"),
        ("Peru and Chile signed a number of transport documents in the field of safety in Lima.", "transport documents in the field of safety"),
        ("Peru and Chile signed a Memorandum of Understanding on Port Safety.", "Memorandum of Understanding on Port Safety"),
        ("The first agreement between Peru and Chile on trade was signed in 1923.", "first agreement between Peru and Chile on trade"),
        ("Peru and Chile signed the Joint Water Commission (JWC) Agreement, to be led by two judges.", "Joint Water Commission (JWC) Agreement"),
        ("An agreement on the end of visas between Peru and Chile entered into force.", "agreement on the end of visas between Peru and Chile"),
    ],
)
def test_a_title_is_the_whole_name_of_a_paper_and_nothing_else(text, title):
    """Not how many there are, nor where they were signed; whoever stands in it is a party."""
    (paper,) = claims_of(text, Instrument)
    assert paper.title == title
    assert {party.side for party in paper.parties} == {"PER", "CHL"}


def test_the_place_of_a_topic_is_no_place_of_the_talks():
    """Nobody went there."""
    (talks,) = claims_of("Peru and Norway are participants in the six-party talks on Chile's nuclear issue.", Event)
    assert talks.where is None


def test_the_first_visit_since_a_year_was_not_in_that_year():
    """The year only tells since when there was none."""
    (visit,) = claims_of("It was the first visit of a Chilean vice minister to Oslo since 2019.", Event)
    assert visit.when is None
    (talks,) = claims_of("The first round of talks between Peru and Norway since 2015 took place in Lima on 3 May 2019.", Event)
    assert talks.when is not None
    assert talks.when.start is not None
    assert talks.when.start.year == 2019
