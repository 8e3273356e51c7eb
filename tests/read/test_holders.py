"""Who holds an office acts and speaks under his name, wherever the tree hangs it."""

import pytest

from dragoman.model import Document, Event, ReadOptions, Statement
from dragoman.read.reader import read_document

ACTING = [
    ("Chad's Permanent Secretary in the Ministry of Foreign Affairs, Amb. Dr. Ali Nour, received the ambassador of Peru.", "Ali Nour"),
    ("Ana Ruiz, the foreign minister of Peru, met with Assistant Minister of Foreign Affairs of Fiji, Mere Qalo, on Monday.", "Mere Qalo"),
    ("Peru's president Ana Ruiz will meet her Kenyan counterpart President Hon Peter Obi today.", "Peter Obi"),
    ("The Chief of Staff of Chad Army General Ali Nour visited Peru.", "Ali Nour"),
    ("Qatari Emir Ali bin Omar Al Saleh spoke. Chadian President Juma Deng and Sheikh Ali met in Lima.", "Ali bin Omar Al Saleh"),
    (
        "Guyana's foreign minister, Hugh Paz, spoke. The Honourable Hugh Juan Paz, Minister of Foreign Affairs, today met the ambassador of Peru.",
        "Hugh Juan Paz",
    ),
    ("The Chadian leader Ali Nour visited Peru.", "Ali Nour"),
]
SPEAKING = [
    ("The head of the Presidential Office of Chad, Ali Nour, said that Peru would agree.", "Ali Nour"),
    ("Chad's Minister for Foreign Affairs and East African Cooperation, Ali Nour said that Peru would agree.", "Ali Nour"),
    ("Chad's national security adviser, Lt Gen Ali Nour, told reporters that Peru would agree.", "Ali Nour"),
]


def read(text):
    return read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims


@pytest.mark.parametrize(("text", "name"), ACTING, ids=[text for text, _ in ACTING])
def test_holders_act(text, name):
    (event, *_) = [claim for claim in read(text) if isinstance(claim, Event)]
    named = [actor.name for actor in (*event.source, *event.target) if actor.type == "person"]
    assert name in named
    assert len(named) == len({actor.side for actor in (*event.source, *event.target) if actor.type == "person"})


@pytest.mark.parametrize(("text", "name"), SPEAKING, ids=[text for text, _ in SPEAKING])
def test_holders_speak(text, name):
    (statement, *_) = [claim for claim in read(text) if isinstance(claim, Statement)]
    assert [actor.name for actor in statement.speaker] == [name]


MEANT = [
    ("Chadian President Ali Nour spoke. Peru's foreign minister praised the Chadian president.", "Ali Nour"),
    ("Chadian President Ali Nour visited Peru. Peruvian President Ana Ruiz invited her Chadian counterpart to Lima again.", "Ali Nour"),
    ("The head of Chadian diplomacy, Ali Nour, was there. Peru's foreign minister received the head of Chadian diplomacy.", "Ali Nour"),
    ("The embassy is led by Chad's ambassador, Ali Nour. Peru's foreign minister summoned the Chadian diplomat.", "Ali Nour"),
    ("Chad's delegation was led by Foreign Secretary Ali Nour. Foreign Secretary met the ambassador of Peru on Tuesday.", "Ali Nour"),
]
NOT_MEANT = [
    "Chadian President Ali Nour spoke. Peru's foreign minister praised the former Chadian president.",
    "Chadian President Ali Nour spoke. Peru's foreign minister praised the Kenyan president.",
    "Chad's ambassador, Ali Nour, and Chad's envoy, Omar Jama, spoke. Peru's foreign minister summoned a Chadian diplomat.",
]
ISSUED = [
    ("According to a statement issued on Monday by Chad's Director of Presidential Communications, Ali Nour, Peru will send troops.", "Ali Nour"),
    ("A statement from Chad's presidency said that Peru would send troops.", "Chad's presidency"),
]


def sides_of(claim):
    return [actor.name for actor in (*claim.source, *claim.target)]


@pytest.mark.parametrize(("text", "name"), MEANT, ids=[text for text, _ in MEANT])
def test_an_office_means_its_holder_named_before(text, name):
    assert any(name in sides_of(claim) for claim in read(text) if isinstance(claim, Event) and claim.span.start > text.index("."))


@pytest.mark.parametrize("text", NOT_MEANT)
def test_an_office_means_nobody_else(text):
    events = [claim for claim in read(text) if isinstance(claim, Event) and claim.span.start > text.index(".")]
    assert events
    assert not any("Ali Nour" in sides_of(claim) for claim in events)


@pytest.mark.parametrize(("text", "name"), ISSUED, ids=[text for text, _ in ISSUED])
def test_a_paper_speaks_for_whoever_issued_it(text, name):
    (statement, *_) = [claim for claim in read(text) if isinstance(claim, Statement)]
    assert [(actor.name, actor.side is not None) for actor in statement.speaker] == [(name, True)]
