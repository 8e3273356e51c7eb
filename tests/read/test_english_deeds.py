"""English deeds told by nouns, by decisions and orders, and by the way."""

from datetime import date

import pytest

from dragoman.model import Channel, Document, Event, Modality, ReadOptions
from dragoman.read.reader import read_document

TODAY = date(2024, 5, 2)


def claims_of(text, kind):
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    return [claim for claim in read_document(document, ReadOptions(date=TODAY)).claims if isinstance(claim, kind)]


def sides(actors):
    return {actor.side for actor in actors}


TOLD: list[tuple[str, str, str | None, set[str], set[str], Modality]] = [
    ("Oman announced the severance of diplomatic relations with Chile.", "SANCTION", "discontinue", {"OMN"}, {"CHL"}, "actual"),
    ("Chile ordered the expulsion of two Peruvian diplomats.", "SANCTION", "expel", {"CHL"}, {"PER"}, "actual"),
    ("Chile has decided to declare two Peruvian diplomats personae non gratae.", "SANCTION", "expel", {"CHL"}, {"PER"}, "actual"),
    ("Chile may decide to expel two Peruvian diplomats.", "SANCTION", "expel", {"CHL"}, {"PER"}, "planned"),
    ("Peru regretted Chile's decision to expel two Peruvian diplomats.", "SANCTION", "expel", {"CHL"}, {"PER"}, "actual"),
    ("Peru will retaliate for the expulsion of its ambassador by Chile.", "SANCTION", "expel", {"CHL"}, {"PER"}, "actual"),
    ("The Peruvian ambassador to Chile has 48 hours to leave the country.", "SANCTION", "expel", {"CHL"}, {"PER"}, "actual"),
    ("Peru brought back its ambassador to Chile in March.", "SANCTION", "withdraw", {"PER"}, {"CHL"}, "actual"),
    ("The Peruvian ambassador to Santiago was summoned back to Lima for consultations.", "SANCTION", "withdraw", {"PER"}, {"CHL"}, "actual"),
    ("Kenya ordered the deportation of four Chadian traders.", "COERCE", "deport", {"KEN"}, {"TCD"}, "planned"),
    ("Kenya expelled at least 300 Chadians in 1983.", "COERCE", "deport", {"KEN"}, {"TCD"}, "actual"),
    ("Kenya is weighing a Togolese request to extend the loan.", "REQUEST", "change", {"TGO"}, {"KEN"}, "actual"),
    ("Kenya expelled two Togolese diplomats on Monday. Togo quickly retaliated.", "SANCTION", "discontinue", {"TGO"}, {"KEN"}, "actual"),
    ("Kenya expelled two Togolese diplomats on Monday. Togo responded in kind.", "SANCTION", "discontinue", {"TGO"}, {"KEN"}, "actual"),
    ("Kenya severed ties with Togo in 1965 and resumed them in 1968.", "SUPPORT", None, {"KEN", "TGO"}, set(), "actual"),
    ("Kenya and Togo ended the state of war between them and established diplomatic relations in 1994.", "SUPPORT", None, {"KEN", "TGO"}, set(), "actual"),
    ("The officials to be expelled from Togo have never spied for Kenya.", "SANCTION", "expel", {"TGO"}, set(), "planned"),
    ("Kenya has hit Togo with sanctions.", "SANCTION", "discontinue", {"KEN"}, {"TGO"}, "actual"),
    ("The Kenyan leader is open to meeting the Togolese president.", "CONSULT", None, {"KEN", "TGO"}, set(), "possible"),
    ("Kenya announced the conclusion of an agreement with Togo on water.", "SUPPORT", None, {"KEN", "TGO"}, set(), "actual"),
    ("Kenya asks Togo to stop selling weapons to Gabon.", "AID", None, {"TGO"}, {"GAB"}, "negated"),
    ("Kenya’s Prime Minister, Ali Odera, and Togo’s President, Luc Mensah, signed a treaty.", "SUPPORT", None, {"KEN", "TGO"}, set(), "actual"),
    ("Kenya charged that Togo was arming the rebels.", "ACCUSE", "allege", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya has held Togo responsible for the blast.", "ACCUSE", "allege", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya, Togo recall ambassadors from Gabon", "SANCTION", "withdraw", {"KEN", "TGO"}, {"GAB"}, "actual"),
    ("The talks ended after Kenya cut ties with Togo.", "SANCTION", "discontinue", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya deported over a thousand Togolese.", "COERCE", "deport", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya demanded the withdrawal of Togolese troops from Gabon.", "RETREAT", "withdraw", {"TGO"}, {"GAB"}, "proposed"),
    ("Kenya severs ties with Togo over fish", "SANCTION", "discontinue", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya announced the termination of diplomatic relations with Togo.", "SANCTION", "discontinue", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya has downgraded diplomatic relations, expelling the Togolese ambassador.", "SANCTION", "discontinue", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya and Togo reached an agreement to withdraw their troops from the border.", "RETREAT", "withdraw", {"KEN", "TGO"}, set(), "planned"),
    ("Kenya demanded that Togo release the crew.", "REQUEST", "change", {"KEN"}, {"TGO"}, "actual"),
    ("Kenya repeated its accusations against Togo.", "ACCUSE", "allege", {"KEN"}, {"TGO"}, "actual"),
    ("The Togolese minister said so during a visit to Kenya.", "CONSULT", "visit", {"TGO"}, {"KEN"}, "actual"),
    ("The Togolese minister held phone talks with the Kenyan minister.", "CONSULT", "phone", {"TGO", "KEN"}, set(), "actual"),
    ("The downing of a Togolese drone by Kenya led to a row.", "ASSAULT", "aerial", {"KEN"}, {"TGO"}, "actual"),
    ("Chile granted asylum to a former Peruvian minister.", "AID", None, {"CHL"}, {"PER"}, "actual"),
]


@pytest.mark.parametrize(("text", "kind", "mode", "source", "target", "modality"), TOLD)
def test_a_deed_is_read_however_it_is_told(text, kind, mode, source, target, modality):
    """By noun, participle or order: the type, the sides, and whether it was done."""
    found = [(e.type, e.mode, sides(e.source), sides(e.target), e.modality) for e in claims_of(text, Event)]
    assert (kind, mode, source, target, modality) in found


def test_an_envoy_called_home_is_neither_summoned_nor_called_by_another():
    assert not [e for e in claims_of("Peru called its ambassador to Chile back for consultations.", Event) if e.type == "ACCUSE"]
    assert not [e for e in claims_of("Peru instructed the Chilean ambassador to return the papers.", Event) if e.mode == "withdraw"]


def test_the_end_of_a_war_is_no_war():
    found = claims_of("The war between Peru and Chile was formally ended in 1987.", Event)
    assert [(e.type, e.when.start.year) for e in found] == [("CONCEDE", 1987)]


LINKS = [
    ("Chad announced the closure of its border with Niger.", "border_crossing", "suspended", {"TCD", "NER"}),
    ("Chad announced the closure of its airspace to planes of Niger.", "air_link", "suspended", {"TCD", "NER"}),
    ("Ties between Chad and Niger were re-established in 2018.", "diplomatic_relations", "resumed", {"TCD", "NER"}),
    ("Chad was the first African state that opened a mission in Fiji.", "embassy", "established", {"TCD", "FJI"}),
]


@pytest.mark.parametrize(("text", "channel", "state", "between"), LINKS)
def test_a_link_is_read_however_its_change_is_told(text, channel, state, between):
    """By noun, passive or relative clause."""
    assert (channel, state, between) in [(c.channel, c.state, sides(c.between)) for c in claims_of(text, Channel) if c.modality == "actual"]


@pytest.mark.parametrize(
    "text",
    [
        "The move comes amid a row following the downing of a Togolese drone by Kenya.",
        "The Kenyan ministry on Tuesday responded to the downing of a Kenyan drone by Togo.",
    ],
)
def test_an_earlier_deed_told_by_a_noun_does_not_take_the_day_of_the_verb(text):
    """What follows a deed or answers it came later."""
    assert [event.when for event in claims_of(text, Event) if event.type == "ASSAULT"] == [None]


WHO = [
    ("Police in Oslo have arrested a Chinese student.", "COERCE", {"NOR"}, {"CHN"}),
    ("US officials in Kabul criticised Pakistan.", "ACCUSE", {"USA"}, {"PAK"}),
    ("Iraqi warplanes attacked a factory inside Syria.", "ASSAULT", {"IRQ"}, {"SYR"}),
    ("Peru announced its recognition of Kosovo.", "SUPPORT", {"PER"}, {"XKX"}),
    ("Norway is the largest donor to Malawi.", "AID", {"NOR"}, {"MWI"}),
    ("Kenya agreed to lend up to $1 billion to Togo.", "AID", {"KEN"}, {"TGO"}),
    ("Chile ordered the expulsion on Monday of the Peruvian ambassador.", "SANCTION", {"CHL"}, {"PER"}),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), WHO)
def test_whoever_acts_for_a_state_is_known_by_where_he_sits_or_what_he_flies(text, kind, source, target):
    assert (kind, source, target) in [(e.type, sides(e.source), sides(e.target)) for e in claims_of(text, Event)]


def test_who_said_it_would_is_who_confirmed_and_her_government_is_her_state():
    text = "Chilean Foreign Minister Ana Ruiz confirmed the break and said it would close its embassy in Peru."
    assert [(sides(c.between), c.state, c.modality) for c in claims_of(text, Channel)] == [({"CHL", "PER"}, "suspended", "planned")]
    text = "Chilean President Ana Ruiz announced that her government will establish diplomatic relations with Fiji."
    assert {frozenset(sides(c.between)) for c in claims_of(text, Channel)} == {frozenset({"CHL", "FJI"})}


def test_what_a_relative_clause_names_owns_nobody():
    (event,) = [e for e in claims_of("Mexico granted asylum to the family of a Peruvian minister, who were in the Mexican embassy.", Event) if e.type == "AID"]
    assert (sides(event.source), sides(event.target)) == ({"MEX"}, {"PER"})


def test_a_war_of_words_is_no_war_and_warmer_ties_are_not_new_ones():
    assert not claims_of("The war of words between Kenya and Togo went on.", Event)
    assert not claims_of("Relations between Kenya and Togo began to improve in 2010.", Channel)
    assert not claims_of("The ministers spoke of the establishment of cordial ties between Kenya and Togo.", Channel)


def test_not_only_denies_nothing():
    found = claims_of("Kenya not only recalled its ambassador from Togo but also closed the border.", Event)
    assert {event.modality for event in found} == {"actual"}


def test_links_that_stay_shut_are_no_deed():
    text = "The border between Kenya and Togo remains closed."
    assert [link.state for link in claims_of(text, Channel)] == ["suspended"]
    assert not claims_of(text, Event)


def test_a_change_of_recognition_ends_one_relation_and_begins_another():
    text = "Togo switched its recognition from Taiwan to China in 1979."
    assert [sides(link.between) for link in claims_of(text, Channel)] == [{"TGO", "TWN"}]
    assert {event.type for event in claims_of(text, Event)} == {"SUPPORT", "SANCTION"}


def test_dollars_are_no_state():
    assert not [e for e in claims_of("Kenya lent US$5 million to Togo.", Event) if "USA" in sides(e.target)]


def test_two_who_recall_their_envoys_recall_them_from_each_other():
    assert [event.symmetric for event in claims_of("Kenya and Togo recalled their ambassadors.", Event)] == [True]


def test_a_side_that_a_deed_leaves_unsaid_is_the_other_of_the_two_of_the_story():
    text = "Kenya and Togo quarrel over fish. Togo says that Kenya is to blame.\n\nKenya condemned the decision.\n\nGabon condemned the decision."
    found = {actor.side: sides(event.target) for event in claims_of(text, Event) if event.type == "ACCUSE" for actor in event.source}
    assert found["KEN"] == {"TGO"}
    assert not found["GAB"]
