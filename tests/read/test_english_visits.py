"""English visits and meetings told within phrases, and whose they are."""

from datetime import date

import pytest

from dragoman.model import Assessment, Document, Event, Instrument, Post, ReadOptions
from dragoman.read.reader import read_document

TODAY = date(2024, 5, 2)


def claims_of(text, kind):
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    return [claim for claim in read_document(document, ReadOptions(date=TODAY)).claims if isinstance(claim, kind)]


def visits_of(text):
    return {(claim.source[0].side, claim.target[0].side) for claim in claims_of(text, Event) if claim.mode == "visit"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Kenyan president recalled the Chadian president's visit to Nairobi on 4 March and the Kenyan minister's visit to Chad on 19 July.",
            {("TCD", "KEN"), ("KEN", "TCD")},
        ),
        ("Chilean Foreign Minister Ana Soto says the purpose of her visit to Peru is to discuss trade.", {("CHL", "PER")}),
        ("The Kenyan ministry called Juma Obasi's visit to Chad a success.", set()),
        ("The Kenyan minister began a visit to Chad.", {("KEN", "TCD")}),
        ("The Kenyan minister returned from a visit to Chad.", {("KEN", "TCD")}),
        ("The Kenyan minister spoke to the press after his visit to Chad.", {("KEN", "TCD")}),
        ("They met on the first day of a visit to Chad by Kenyan Prime Minister Juma Obasi.", {("KEN", "TCD")}),
        ("Chad's Prime Minister Hon Ali Saleh will visit Kenya in May.", {("TCD", "KEN")}),
        ("The Kenyan minister was left out of the visit to Chad.", set()),
    ],
)
def test_a_visit_is_of_whom_its_phrase_names_before_who_speaks_of_it(text, told):
    assert visits_of(text) == told


@pytest.mark.parametrize("text", ["Envoys from Chad and Kenya met in Doha.", "Officials from Chad met with delegates from Kenya."])
def test_whoever_comes_from_a_state_acts_for_it(text):
    assert [{actor.side for actor in claim.source} for claim in claims_of(text, Event)] == [{"TCD", "KEN"}]


def test_diplomats_moved_from_a_state_are_not_its_own():
    assert not [e for e in claims_of("Togo withdrew two diplomats from Chad.", Event) if "TCD" in {actor.side for actor in e.source}]


def test_negotiations_of_an_agreement_make_it_one_that_is_negotiated():
    found = claims_of("Peru and Chile concluded negotiations on a free trade agreement.", Instrument)
    assert [(claim.title, claim.state) for claim in found] == [("free trade agreement", "negotiated")]


POSTS = [
    ("Chile's president Ana Soto appointed former senator Luis Rojas as Chile's ambassador to Lima.", ("Luis Rojas", "ambassador", "CHL", "PER", "appointed")),
    ("The former Chilean ambassador to Oslo, Luis Rojas, was appointed as Chile's special envoy.", ("Luis Rojas", "special envoy", "CHL", None, "appointed")),
    (
        "Chilean President Ana Soto appointed Eva Mora as ambassador extraordinary and plenipotentiary to Peru.",
        ("Eva Mora", "ambassador", "CHL", "PER", "appointed"),
    ),
]


@pytest.mark.parametrize(("text", "told"), POSTS)
def test_who_is_appointed_is_found_behind_what_he_was(text, told):
    """The office before the name, or the name behind the office, does not hide who comes into the new one."""
    assert told in [(p.person.name, p.office.title, p.office.of, p.office.to, p.state) for p in claims_of(text, Post) if p.person is not None]


def test_who_would_like_something_asks_for_it():
    found = [e for e in claims_of("Peru would like Chile to extradite the men.", Event) if e.type == "REQUEST"]
    assert [(e.source[0].side, e.target[0].side, e.modality) for e in found] == [("PER", "CHL", "actual")]


def test_an_envoy_is_asked_by_his_hosts_and_not_by_his_own():
    assert [e.target[0].side for e in claims_of("Peru asked the Chilean ambassador to explain the incident.", Event)] == ["CHL"]
    assert not claims_of("Peru asked its ambassador to Chile to explain the incident.", Event)


MET = [
    ("Peruvian President Luis Rojas spoke of trade after talks with his Chilean counterpart Ana Soto.", {"PER", "CHL"}),
    ("Following talks with the Chilean minister, Peruvian President Luis Rojas said the border would open.", {"PER", "CHL"}),
    ("The French minister said so after a meeting of the Greek and Turkish ministers.", {"GRC", "TUR"}),
]


@pytest.mark.parametrize(("text", "told"), MET)
def test_who_speaks_after_talks_with_somebody_held_them(text, told):
    assert [{actor.side for actor in e.source} for e in claims_of(text, Event) if e.type == "CONSULT"] == [told]


def test_a_neighbour_is_the_state_that_is_named_behind_it():
    found = claims_of("Chad and its northern neighbour Libya agreed to open the road.", Event)
    assert {actor.side for actor in found[0].source} == {"TCD", "LBY"}


def test_a_ministry_is_of_the_state_that_is_named_behind_it():
    text = "Peru's Foreign Ministry met the envoy. The Ministry of Foreign Affairs of Mali is recalling its ambassador from Algeria."
    assert [(e.source[0].side, e.target[0].side) for e in claims_of(text, Event) if e.mode == "withdraw"] == [("MLI", "DZA")]


def test_a_protest_is_lodged_with_an_envoy_by_his_hosts():
    found = claims_of("A protest was lodged with the Afghan ambassador to Pakistan over the firing.", Event)
    assert [(e.source[0].side, e.target[0].side) for e in found] == [("PAK", "AFG")]


def test_a_decision_is_carried_out_by_whom_it_is_taken():
    found = claims_of("Peru regretted a decision by the Chilean government to expel two Peruvian diplomats.", Event)
    assert [(e.source[0].side, e.target[0].side) for e in found if e.mode == "expel"] == [("CHL", "PER")]


def test_who_agrees_that_ties_are_good_finds_them_so():
    assert [(a.value, a.modality) for a in claims_of("The two ministers agreed that relations between Peru and Chile are good.", Assessment)] == [
        ("good", "actual")
    ]
    assert not claims_of("The two ministers agreed that relations between Peru and Chile should be good.", Assessment)


def test_one_of_the_partners_of_a_state_is_its_partner():
    found = claims_of("Chad is one of Kenya's key partners in the region.", Assessment)
    assert [{actor.side for actor in a.between} for a in found] == [{"TCD", "KEN"}]
