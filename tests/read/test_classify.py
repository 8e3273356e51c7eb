"""PLOVER types of sentences whose source and target are given, with the words that decide."""

import pytest

from dragoman.know.plover import load_plover
from dragoman.read.classify import classify_sentence

CASES = [
    ("AGREE", "Latvia will meet the Maltese delegation in Riga next week.", "Latvia", "the Maltese delegation"),
    ("AGREE", "Ghana is willing to withdraw its soldiers from the Togolese border.", "Ghana", "the Togolese border"),
    ("CONSULT", "The Omani foreign minister held long talks with his Chilean colleague.", "The Omani foreign minister", "his Chilean colleague"),
    ("SUPPORT", "Peru and Nepal signed a cultural agreement in Kathmandu.", "Peru", "Nepal"),
    ("SUPPORT", "Both Norway and Iceland have welcomed the Fijian visit.", "Norway and Iceland", "the Fijian visit"),
    ("CONCEDE", "Bolivia lifted its ban on Uruguayan beef.", "Bolivia", "Uruguayan beef"),
    ("RETREAT", "Benin freed two Gambian fishermen who were arrested in May.", "Benin", "two Gambian fishermen"),
    ("RETREAT", "Two Gambian fishermen were released by Benin.", "Benin", "Two Gambian fishermen"),
    ("COOPERATE", "Spain shared intelligence with Tunisia.", "Spain", "Tunisia"),
    ("AID", "Denmark sent medical equipment to Lesotho.", "Denmark", "Lesotho"),
    ("AID", "Fiji deployed soldiers to the peacekeeping mission in Chad.", "Fiji", "Chad"),
    ("REQUEST", "Jamaica demanded that Belize return the trawler.", "Jamaica", "Belize"),
    ("ACCUSE", "Prosecutors in Lima have opened a fraud investigation into the Andean Bank.", "Prosecutors in Lima", "the Andean Bank"),
    ("REJECT", "Mongolia refused to lift the ban on Kazakh grain.", "Mongolia", "Kazakh grain"),
    ("REJECT", "Mongolia will not lift the ban on Kazakh grain.", "Mongolia", "Kazakh grain"),
    ("THREATEN", "Eritrea threatened to shell the port of Aseb.", "Eritrea", "the port of Aseb"),
    ("THREATEN", "The union said it will boycott the Madeiran vote.", "The union", "the Madeiran vote"),
    ("PROTEST", "Dockers in Turku went on strike against Baltic Lines.", "Dockers in Turku", "Baltic Lines"),
    ("SANCTION", "Sweden suspended aid to Burundi.", "Sweden", "Burundi"),
    ("MOBILIZE", "Bhutan massed troops near the valley of Haa.", "Bhutan", "the valley of Haa"),
    ("COERCE", "The police in Porto arrested a Cypriot banker.", "The police in Porto", "a Cypriot banker"),
    ("ASSAULT", "Rebels of the north killed nine Malian soldiers on Friday.", "Rebels of the north", "nine Malian soldiers"),
]


@pytest.mark.parametrize(("root", "text", "source", "target"), CASES)
def test_the_type_of_a_sentence(root, text, source, target):
    assert classify_sentence(text, source, target).root == root


def test_own_sentences_cover_every_type():
    assert {case[0] for case in CASES} == set(load_plover().types)


def test_a_type_says_on_which_words_it_rests():
    text = "Sweden has suspended food aid to Burundi."
    found = classify_sentence(text, "Sweden", "Burundi")
    assert [text[span.start : span.stop] for span in found.words] == ["suspended"]
    assert found.rule == "phrase"


def test_a_promise_rests_on_its_content_too():
    text = "Latvia has agreed to free the Maltese sailor."
    found = classify_sentence(text, "Latvia", "the Maltese sailor")
    assert found.root == "AGREE"
    assert [text[span.start : span.stop] for span in found.words] == ["agreed", "free"]


def test_where_nothing_is_known_no_words_are_named():
    found = classify_sentence("Peru is beside Chile.", "Peru", "Chile")
    assert found.rule == "nothing_known"
    assert found.words == ()


@pytest.mark.parametrize("text", ["", "Peru.", "…"])
def test_every_text_gets_a_type(text):
    assert classify_sentence(text, "Peru", "Chile").root in load_plover().types
