"""English: whom "its neighbour" and "the country" mean, and who decides what somebody else regrets."""

from datetime import date

from dragoman.model import Channel, Document, Event, ReadOptions
from dragoman.read.reader import read_document


def read(text: str) -> list[object]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="x", language="en")
    return list(read_document(document, ReadOptions(date=date(2024, 5, 2))).claims)


def events(text: str) -> set[tuple[str, str, frozenset[str | None], frozenset[str | None]]]:
    found = [claim for claim in read(text) if isinstance(claim, Event)]
    return {(e.type, e.modality, frozenset(a.side for a in e.source), frozenset(a.side for a in e.target)) for e in found}


def test_its_neighbour_is_the_other_state_of_the_story():
    text = "Chad and Sudan quarrelled again over the pasture near Adre.\n\nThe Chadian government had on Sunday condemned its neighbour for laying mines."
    assert ("ACCUSE", "actual", frozenset({"TCD"}), frozenset({"SDN"})) in events(text)


def test_of_three_states_none_is_meant():
    text = "Chad, Sudan and Libya quarrelled again over the pasture.\n\nFiji said that Tonga and its neighbour had agreed."
    assert not any(e[0] == "ACCUSE" for e in events(text))


def test_the_country_is_that_of_whoever_speaks():
    found = [c for c in read("The Chadian foreign minister said the country has downgraded diplomatic relations with Sudan.") if isinstance(c, Channel)]
    assert [(c.channel, c.state, {a.side for a in c.between}) for c in found] == [("diplomatic_relations", "downgraded", {"TCD", "SDN"})]


def test_what_is_regretted_is_the_deed_of_whoever_decided_it():
    found = events("The Sudanese foreign ministry regretted the decision of the President of Chad to withdraw his ambassador from Khartoum.")
    assert ("ACCUSE", "actual", frozenset({"SDN"}), frozenset({"TCD"})) in found
    assert ("SANCTION", "planned", frozenset({"TCD"}), frozenset({"SDN"})) in found


def test_a_recalled_envoy_is_no_doer():
    found = events("Chad and Sudan are at odds. The decision to recall the Chadian ambassador was a grave step for Sudan.")
    assert {e[2] for e in found if e[0] == "SANCTION"} == {frozenset({"TCD"})}
