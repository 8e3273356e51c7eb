"""English: deeds that stand outside what is asked for, several who are met, invitations, renewals, and embassies raided."""

from datetime import date

from dragoman.model import Claim, Document, Event, Instrument, ReadOptions
from dragoman.read.reader import read_document


def read(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="x", language="en")
    return read_document(document, ReadOptions(date=date(2024, 5, 2))).claims


def events(text: str, kind: str) -> list[tuple[str, list[str], list[str]]]:
    found = [c for c in read(text) if isinstance(c, Event) and c.type == kind]
    return [(e.modality, [a.name for a in e.source], [a.name for a in e.target]) for e in found]


def test_what_was_signed_is_signed_whoever_asks_to_keep_it():
    text = "Chad's foreign minister Ali Adoum urged Kenya and Peru to carry out the agreements signed during President Paul Wekesa of Kenya's visit to Lima."
    assert [m for m, *_ in events(text, "CONSULT")] == ["actual"]
    asked = "Chad's foreign minister Ali Adoum urged Kenya to sign the treaty with Peru."
    assert {c.modality for c in read(asked) if isinstance(c, Instrument)} == {"proposed"}


def test_a_meeting_during_which_somebody_asks_was_held():
    text = "During his meeting with Peruvian President Ana Ruiz, Kenyan Prime Minister John Otieno called for the reopening of the border of Chad."
    assert [m for m, *_ in events(text, "CONSULT")] == ["actual"]


def test_all_who_are_met_are_named():
    text = "Chad's foreign minister Ali Adoum met with Kenyan President Paul Wekesa and Prime Minister John Otieno in Nairobi."
    assert events(text, "CONSULT") == [("actual", ["Ali Adoum", "Paul Wekesa", "John Otieno"], [])]


def test_a_planned_visit_that_is_welcomed_is_planned():
    assert [m for m, *_ in events("Norway welcomed a planned visit by a Peruvian delegation to Oslo.", "CONSULT")] == ["planned"]


def test_who_comes_at_an_invitation_was_invited():
    text = "Kenyan Prime Minister John Otieno will visit Lima at the invitation of President Ana Ruiz of Peru."
    assert ("actual", ["Ana Ruiz"], ["John Otieno"]) in events(text, "REQUEST")
    assert events("Peru criticised an invitation by Norway to a summit.", "REQUEST") == []


def test_a_renewed_agreement_is_in_force():
    found = [c for c in read("Kenya and Chad formally renewed a memorandum on fishing on Tuesday.") if isinstance(c, Instrument)]
    assert [(c.state, c.type, len(c.parties)) for c in found] == [("in_force", "memorandum", 2)]


def test_police_who_break_into_an_embassy_are_those_of_the_place():
    assert events("Police broke into the Norwegian embassy in Lima on Friday.", "ASSAULT") == [("actual", ["Lima"], ["Norwegian embassy"])]
    assert events("Gunmen broke into the Norwegian embassy in Lima on Friday.", "ASSAULT") == []
