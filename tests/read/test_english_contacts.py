"""English visits, receptions and meetings: of whom, to whom, and whether they are told as done."""

from datetime import date

import pytest

from dragoman.model import Document, Event, ReadOptions
from dragoman.read.reader import read_document

TODAY = date(2024, 5, 2)


def events_of(text):
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    return [claim for claim in read_document(document, ReadOptions(date=TODAY)).claims if isinstance(claim, Event)]


def told(text):
    """Type with mode, modality and the sides of each event; the sides of a mutual one in their order."""
    return {
        (e.type + (f"/{e.mode}" if e.mode else ""), e.modality, *(sorted({a.side for a in e.source}) if e.symmetric else (e.source[0].side, e.target[0].side)))
        for e in events_of(text)
    }


VISIT, MEETING = "CONSULT/visit", "CONSULT"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omani Sultan Ali Said's visit to Iran follows his visit to Egypt.", {(VISIT, "actual", "OMN", "IRN"), (VISIT, "actual", "OMN", "EGY")}),
        ("Chadian President Ali Saleh flew to Peru. It is his first visit to Peru.", {(VISIT, "actual", "TCD", "PER")}),
        (
            "Chadian President Ali Saleh received Kenyan President Juma Obasi during his visit to Chad.",
            {(MEETING, "actual", "KEN", "TCD"), (VISIT, "actual", "KEN", "TCD")},
        ),
        ("During his visit to Peru, Chadian President Ali Saleh will meet farmers.", {(VISIT, "planned", "TCD", "PER")}),
        ("Peruvian ministers spoke of the arrival of Chadian President Ali Saleh for his visit to Lima.", {(VISIT, "actual", "TCD", "PER")}),
        ("His brother praised his visit to Peru.", set()),
    ],
)
def test_his_visit_is_of_who_can_have_made_it(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian Foreign Minister Ali Saleh met his Peruvian counterpart while on a visit to Chile.", {(VISIT, "actual", "TCD", "CHL")}),
        ("The Chadian president is expected to arrive for an official visit to Manila.", {(VISIT, "planned", "TCD", "PHL")}),
        ("Chadian President Ali Saleh to visit Peru, meet Peruvian President Ana Ruiz", {(VISIT, "planned", "TCD", "PER"), (MEETING, "planned", "PER", "TCD")}),
        ("At the invitation of the president of Peru, Chadian President Ali Saleh paid a visit to Peru.", {(VISIT, "actual", "TCD", "PER")}),
        ("LIMA: Chadian President Ali Saleh wrapped up a three-day visit on Monday, an aide said in the evening.", {(VISIT, "actual", "TCD", "PER")}),
        ("The Chadian president wrapped up a three-day visit.", set()),
    ],
)
def test_a_visit_is_told_beside_what_it_is_for(text, expected):
    assert expected <= told(text)
    assert expected or not told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan speaker will call on the Chadian leader on Monday.", {(MEETING, "planned", "KEN", "TCD")}),
        ("The Kenyan speaker called on the Chadian leader to resign.", {("REQUEST/change", "actual", "KEN", "TCD")}),
        ("The Chadian delegation was welcomed by the Peruvian foreign minister.", {(MEETING, "actual", "PER", "TCD")}),
        ("Peru's president officially welcomed the Omani ruler.", {(MEETING, "actual", "OMN", "PER")}),
        ("The Chadian minister held a joint press conference with the foreign minister of Peru.", {(MEETING, "actual", "PER", "TCD")}),
        ("The Chadian president met behind closed doors with the Peruvian president.", {(MEETING, "actual", "PER", "TCD")}),
        ("Kenyan and Chadian PMs talk by phone", {("CONSULT/phone", "actual", "KEN", "TCD")}),
        ("Foreign Minister Ana Ruiz received the High Commissioner of Ghana to Kenya, Kofi Badu.", {(MEETING, "actual", "GHA", "KEN")}),
        ("The Ambassador of Peru to Ghana, Luis Rojas, paid a courtesy call on Foreign Minister Esi Badu.", {(MEETING, "actual", "GHA", "PER")}),
    ],
)
def test_who_is_received_or_called_on_is_met(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A delegation led by Chadian Speaker Ali Saleh has arrived on a visit to Peru.", (VISIT, "actual", "TCD", "PER")),
        ("The Peruvian president welcomed the Chadian president on an official visit to Peru.", (VISIT, "actual", "TCD", "PER")),
        ("Lima, May 1 - Visiting Chadian President Ali Saleh praised the port.", (VISIT, "actual", "TCD", "PER")),
        ("Lima, May 1 - The talks with visiting Chadian President Ali Saleh went well.", (VISIT, "actual", "TCD", "PER")),
        ("The minister spoke of the Chadian president's departure for Nairobi.", (VISIT, "actual", "TCD", "KEN")),
        ("The Peruvian minister received a delegation from Chad.", (MEETING, "actual", "PER", "TCD")),
        ("The Peruvian envoy handed a letter to the Chadian president.", (MEETING, "actual", "PER", "TCD")),
        ("The Peruvian president accepted the credentials of the Chadian ambassador.", (MEETING, "actual", "TCD", "PER")),
        ("Consultations between the Ministries of Foreign Affairs of Peru and Chad took place in Lima.", (MEETING, "actual", "PER", "TCD")),
        ("The Chadian foreign minister, Ali Saleh, flew in. The Peruvian minister received the guest.", (MEETING, "actual", "PER", "TCD")),
    ],
)
def test_a_contact_is_found_in_the_words_beside_it(text, expected):
    assert expected in told(text)


def test_a_courtesy_call_is_none_by_telephone():
    assert told("The Chadian minister paid a courtesy call to the Peruvian president.") == {(MEETING, "actual", "PER", "TCD")}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Kenyan president will travel to Lima, Peru, from 8 to 9 September, to attend a meeting.", [("2024-09-08", "2024-09-09")]),
        (
            "The Kenyan president arrived in Lima, on May 1, and will visit Chad, from 11 to 12 May.",
            [("2024-05-01", "2024-05-01"), ("2024-05-11", "2024-05-12")],
        ),
    ],
)
def test_the_days_of_a_visit_are_those_of_its_verb(text, days):
    assert [(str(e.when.start), str(e.when.end)) for e in events_of(text)] == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In their meeting, the Chadian and Kenyan leaders are expected to discuss trade.", (MEETING, "planned", "KEN", "TCD")),
        ("Omani Sultan Ali Said expressed hope to visit Iran during a meeting with the Iranian minister.", (MEETING, "actual", "IRN", "OMN")),
        ("The Peruvian president plans to sign the treaty during a meeting with the Chilean president.", (MEETING, "planned", "CHL", "PER")),
    ],
)
def test_a_meeting_at_which_something_is_hoped_was_held(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian President Ali Saleh landed in Lima. The President met the Peruvian foreign minister.", (MEETING, "actual", "PER", "TCD")),
        ("Chadian Prime Minister Ali Saleh and Chief Minister Omar Abba spoke. The PM met the Peruvian foreign minister.", (MEETING, "actual", "PER", "TCD")),
    ],
)
def test_a_title_in_capitals_means_its_holder(text, expected):
    assert expected in told(text)


def test_a_title_in_capitals_of_two_holders_means_nobody():
    page = "Chadian President Ali Saleh met Kenyan President Juma Obasi. The President visited Peru."
    assert (VISIT, "actual", "KEN", "PER") not in told(page)
    assert (VISIT, "actual", "TCD", "PER") not in told(page)
