"""Deeds that share their words with others: a side, a time, a thing told beside them or in the sentence before."""

import pytest

from dragoman.model import Assessment, Channel, Document, Event, Figure, Instrument, Post, ReadOptions, Statement
from dragoman.read.reader import read_document


def claims_of(text, kind):
    """The claims of one kind in an English text."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    return [claim for claim in reading.claims if isinstance(claim, kind)]


def told(claim):
    """An event in short: its type, who to whom, and the year."""
    year = claim.when.start.year if claim.when is not None and claim.when.start is not None else None
    return (claim.type, "+".join(a.side for a in claim.source), "+".join(a.side for a in claim.target), year)


EVENTS = [
    ("Burundi accused Rwanda of lies. It also expelled two Rwandan diplomats in 2020.", ("SANCTION", "BDI", "RWA", 2020)),
    ("Peru and Kenya met in Lima. They agreed to open embassies.", ("AGREE", "PER+KEN", "", None)),
    ("Burundi closed its border with Rwanda amid a crisis, accusing it of supporting rebels.", ("ACCUSE", "BDI", "RWA", None)),
    ("Chile withdrew its ambassador and closed its embassy in Togo in March 1988.", ("SANCTION", "CHL", "TGO", 1988)),
    ("Peru recognised Ghana and established diplomatic relations with it on 5 May 1961.", ("SUPPORT", "PER", "GHA", 1961)),
    ("Fiji suspended military cooperation with Tonga in 1979.", ("SANCTION", "FJI", "TON", 1979)),
    ("The President of the Republic of Cyprus Ana Nikou arrived in Armenia.", ("CONSULT", "CYP", "ARM", None)),
]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("At a meeting held in Oslo in May, Chad, Peru and Kenya signed a treaty.", {"TCD", "PER", "KEN"}),
        ("As part of a forum held in Oslo in December 2021, Chad, Peru, and Kenya signed five agreements on fishing.", {"TCD", "PER", "KEN"}),
        ("In talks in Oslo and Lima, Chad and Kenya signed a treaty.", {"TCD", "KEN"}),
    ],
)
def test_a_row_of_states_behind_a_time_or_place_is_who_acts(text, sides):
    """The comma parts them from what stands in front."""
    (treaty,) = claims_of(text, Instrument)
    assert {party.side for party in treaty.parties} == sides


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_sides_and_times_told_beside_a_deed_are_its_own(text, event):
    """A pronoun for the last subject or the other state, a date behind the second of two deeds."""
    assert event in [told(claim) for claim in claims_of(text, Event)]


def test_a_deed_that_undoes_the_one_before_does_not_date_it():
    """Its time came later."""
    dated = {claim.state: claim.when for claim in claims_of("Niger closed its border with Benin and reopened it in 2024.", Channel)}
    assert dated["suspended"] is None
    assert dated["resumed"].start.year == 2024


def test_an_empty_it_is_nobody():
    """What "came" or "emerged" is no state."""
    assert len(claims_of("Peru expelled two Chilean diplomats. It emerged that Chile was angry.", Event)) == 1


def test_two_verbs_tell_two_deeds_of_one_type():
    """Ties that are cut and a border that is closed are two."""
    text = "Burundi said it had severed relations and closed its border with neighbouring Rwanda."
    assert len(claims_of(text, Event)) == 2
    assert {claim.channel for claim in claims_of(text, Channel)} == {"diplomatic_relations", "border_crossing"}


def test_a_link_of_the_sentence_before_is_opened_again():
    """By the state that closed it, with the other one of the story."""
    links = claims_of("Burundi closed its border with Rwanda in 2015. It reopened the border in 2022.", Channel)
    assert [(claim.state, {a.side for a in claim.between}, claim.when.start.year) for claim in links] == [
        ("suspended", {"BDI", "RWA"}, 2015),
        ("resumed", {"BDI", "RWA"}, 2022),
    ]


def test_a_measure_that_moves_between_two_years_has_two_values():
    """Each with its own year."""
    figures = claims_of("Trade between Peru and Kenya rose from $659 million in 2002 to $2.6 billion in 2011.", Figure)
    assert sorted((figure.value, figure.when.start.year) for figure in figures) == [(659e6, 2002), (2.6e9, 2011)]


def test_an_accusation_told_behind_a_comma_and_a_bare_move_are_no_content():
    """What the writer adds is none of what was said."""
    said = [claim.content for claim in claims_of("Burundi accused Rwanda of backing the group, an accusation Rwanda has denied.", Statement)]
    assert said == ["accused Rwanda of backing the group"]
    said = [claim.content for claim in claims_of("A Peruvian minister announced the move, saying it was an answer.", Statement)]
    assert said == ["it was an answer"]


def test_a_minister_of_another_sentence_is_no_counterpart():
    """A counterpart has the office of whom he faces in his own sentence."""
    text = "The pact was signed by Armenian culture minister Ana Gevorgyan. After a meeting with his Cypriot counterpart Nikos Pavlou, the president left."
    assert all(post.person.role != "culture minister" for post in claims_of(text, Post) if post.person.name == "Nikos Pavlou")


MORE = [
    ("Fiji and Tonga exchanged instruments of ratification of the border treaty.", ("SUPPORT", "FJI+TON", "", None)),
    ("The president of Fiji signed a law ratifying the treaty with Tonga.", ("SUPPORT", "FJI", "TON", None)),
    ("The foreign ministers of Fiji and Tonga, Ana Vula and Tomasi Fifita, initialed the treaty.", ("SUPPORT", "FJI+TON", "", None)),
    ("Fiji and the Kingdom of Tonga on 5 May 2020, signed a treaty.", ("SUPPORT", "FJI+TON", "", 2020)),
    ("Fiji and Tonga quarrelled over fish. Fiji rejected the demand.", ("REJECT", "FJI", "TON", None)),
    ("Fiji accused Tonga of supporting Samoa.", ("SUPPORT", "TON", "WSM", None)),
    ("Fiji stated it would consider supplying Tonga with military equipment.", ("AID", "FJI", "TON", None)),
    ("Fiji fired off a note verbale over the claim of Tonga.", ("ACCUSE", "FJI", "TON", None)),
    ("Fiji berated the Tongan minister for the words.", ("ACCUSE", "FJI", "TON", None)),
    ("The Fijian minister met with the Tongan king and reached an agreement on fish.", ("SUPPORT", "FJI+TON", "", None)),
]


@pytest.mark.parametrize(("text", "event"), MORE)
def test_deeds_behind_nouns_and_in_words_that_parsers_mistake(text, event):
    """Papers that ratify, offices of two states, forms in "-ing", a partner of the verb before."""
    assert event in [told(claim) for claim in claims_of(text, Event)]


def test_each_paper_of_a_row_is_signed():
    """A treaty and a protocol are two."""
    papers = claims_of("Fiji and Tonga signed a treaty on fish and a protocol on ports in 2001.", Instrument)
    assert {paper.type for paper in papers} == {"treaty", "protocol"}


def test_a_relation_that_worsens_after_a_deed_is_judged():
    """ "Relations worsened after X urged" is no clause about relations that somebody worsened."""
    (judged,) = claims_of("In 1976, Fijian-Tongan relations deteriorated after Tonga urged a change of their border.", Assessment)
    assert (judged.value, {actor.side for actor in judged.between}, judged.when.start.year) == ("deteriorated", {"FJI", "TON"}, 1976)


def test_what_is_told_as_part_of_a_visit_does_not_make_it_talk():
    """The visit was made."""
    events = claims_of("Fiji signed a treaty with Tonga at talks held as part of the Fijian president's visit to Tonga.", Event)
    assert [claim.modality for claim in events if claim.mode == "visit"] == ["actual"]


def test_bases_are_a_presence():
    """Also in the plural, whose dictionary form is that of another word."""
    assert [claim.channel for claim in claims_of("Fiji maintained military bases in Tonga.", Channel)] == ["military_presence"]


NOTHING = [
    "The Fijian foreign ministry advised its citizens against travelling to Tonga.",
    "Fiji hosts some 200,000 Tongans who fled the island.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_citizens_and_refugees_do_is_no_visit_of_state(text):
    """Nobody acts for his state there."""
    assert not claims_of(text, Event)


def test_an_aside_of_who_alleges_speaks_for_nobody_else():
    """ "Rebels it alleged were based in B" makes no statement of B, and the deed before it stays a fact."""
    text = "Chad broke diplomatic relations with Sudan on 15 April, one day after rebels it alleged were based in Sudan attacked."
    assert not claims_of(text, Statement)
    assert [claim.modality for claim in claims_of(text, Event)] == ["actual"]


NAMES = [
    ("The Ambassador of Kazakhstan to Mongolia, Zh. Adilov, met with the Deputy Prime Minister of Mongolia, U.Bat.", [("U.Bat", "MNG"), ("Zh. Adilov", "KAZ")]),
    ("Philippine Foreign Secretary Ana Cruz Jr. spoke. Cruz visited Fiji.", [("Ana Cruz Jr", "PHL")]),
]


@pytest.mark.parametrize(("text", "people"), NAMES)
def test_names_with_initials_of_two_letters_and_with_a_junior_behind(text, people):
    """Each keeps his own office and state."""
    assert sorted((post.person.name, post.office.of) for post in claims_of(text, Post)) == people
