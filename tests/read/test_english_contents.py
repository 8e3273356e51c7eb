"""English: where the words that somebody is told to say begin and end."""

from datetime import date

import pytest

from dragoman.model import Document, ReadOptions, Statement
from dragoman.read.reader import read_document

CONTENTS = [
    ("As the Peruvian minister reminded the council on Monday, the port of Lima is open again.", ["the port of Lima is open again"]),
    ("The port of Lima is open again, the agency quoted Pedro Rojas, the Peruvian minister, as saying.", ["The port of Lima is open again"]),
    (
        'The Peruvian minister called in the envoy to demand that the "red list" decision be withdrawn, the ministry said.',
        ['the "red list" decision be withdrawn'],
    ),
    ("The Peruvian minister highlighted today the state of relations with Chile.", ["the state of relations with Chile"]),
    ("The Peruvian minister said that the “long war” blocks “all talks on the islands.”", ["the “long war” blocks “all talks on the islands.”"]),
    (
        "The Peruvian ministry announced the reopening of the border with Chile on 3 March and of the port on 9 March.",
        ["the reopening of the border with Chile on 3 March and of the port on 9 March"],
    ),
    ('"The border will open," the agency quoted the Peruvian minister as saying.', ["The border will open"]),
    ('"The border will open," the agency quoted Peru’s president as telling Defence Minister Ana Ruiz.', ["The border will open"]),
    ("The Peruvian minister said this month he would reopen the port.", ["he would reopen the port"]),
    (
        "The Peruvian minister said the port was open whilst the Chilean envoy said it was closed.",
        ["the port was open", "it was closed"],
    ),
    ("The Peruvian president welcomed the “kind messages” of Chile earlier this month.", ["welcomed the “kind messages” of Chile"]),
    ("The Chilean ambassador was summoned to express the protest of Peru.", []),
    ("The Peruvian minister reaffirmed the commitment to widening ties with Chile.", ["reaffirmed the commitment to widening ties with Chile"]),
    ("The Peruvian minister said talks with Chile would be held in May.", ["talks with Chile would be held in May"]),
    (
        "Lima - Peruvian Foreign Minister Ana Ruiz said on Monday that the border with Chile would stay open for the whole of the summer.",
        ["the border with Chile would stay open for the whole of the summer"],
    ),
    ("The Peruvian minister told the news portal the freeze could be lifted soon.", ["the freeze could be lifted soon"]),
    ("The Peruvian minister urged Chile to reopen the port.", ["Chile to reopen the port"]),
    (
        "The Peruvian minister said that the “bitter consequences of the long war” prevent “the chances of widening the relations with Chile.”",
        ["the “bitter consequences of the long war” prevent “the chances of widening the relations with Chile.”"],
    ),
    ("The Peruvian minister spoke over the phone with his Chilean counterpart on Monday.", []),
    ("Peru and Chile set up a committee to address concerns over the border.", []),
    ("The Peruvian president welcomed the ambassador of Chile in Lima.", []),
    ("The Peruvian minister met his Chilean counterpart and asked him to reopen the port.", ["asked him to reopen the port"]),
]


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_what_is_said_is_neither_cut_nor_too_much(text: str, contents: list[str]) -> None:
    document = Document(id="0" * 64 + ".text-1", text=text, file="x", language="en")
    claims = read_document(document, ReadOptions(date=date(2024, 5, 2))).claims
    assert [claim.content for claim in claims if isinstance(claim, Statement)] == contents
