"""Long titles, titles side by side, and names behind a comma: what the office is, whose, and who holds it."""

import pytest

from dragoman.model import Document, Post, ReadOptions
from dragoman.read.reader import read_document

CASES = [
    (
        "Chile's Legal, Political and Security Affairs Coordinating Minister Ana Soto met Peruvian officials.",
        {("Ana Soto", "legal, political and security affairs coordinating minister", "CHL")},
    ),
    ("Chile's Minister for Monitoring and Evaluation Ana Soto signed the deal with Peru.", {("Ana Soto", "monitoring and evaluation minister", "CHL")}),
    ("Uganda's State Minister for Regional Affairs Okello Otim was in Chad.", {("Okello Otim", "state minister for regional affairs", "UGA")}),
    ("Qatar's Minister of State for Foreign Affairs Sultan Al Kuwari went to Chile.", {("Sultan Al Kuwari", "minister of state for foreign affairs", "QAT")}),
    (
        "Chilean Deputy Prime Minister and Defence Minister, Ana Soto says that Peru is a friend.",
        {("Ana Soto", "deputy prime minister", "CHL"), ("Ana Soto", "defence minister", "CHL")},
    ),
    ("Chile's Minister of Foreign Affairs and Foreign Trade, Senator Ana Soto says that Peru is a friend.", {("Ana Soto", "foreign minister", "CHL")}),
    ("He held talks in Lima with his Chilean counterpart Ana Soto, Minister of Foreign Affairs and Worship.", {("Ana Soto", "foreign minister", "CHL")}),
    (
        "Chilean President Rosa Diaz met her Chadian counterpart, President Idris Osman.",
        {("Rosa Diaz", "president", "CHL"), ("Idris Osman", "president", "TCD")},
    ),
    ("Peru's Director General of Political Affairs Luis Paz flew to Chile.", {("Luis Paz", "director general of political affairs", "PER")}),
    (
        "Chad was represented at the talks by Deputy Prime Minister Idris Osman.",
        {("Idris Osman", "deputy prime minister", "TCD")},
    ),
    (
        "The Permanent Secretary of the Ministry of Foreign Affairs of the Federal Government of Somalia Omar Jama went to Kenya.",
        {("Omar Jama", "secretary of the ministry of foreign affairs", "SOM")},
    ),
    (
        "The minister was accompanied by Luis Paz, Justice Minister of Peru, Ana Soto, a deputy, and Rosa Diaz, Peru's ambassador to Chad.",
        {("Luis Paz", "justice minister", "PER"), ("Rosa Diaz", "ambassador", "PER")},
    ),
    (
        "Chile appointed Ana Soto, a former foreign minister, as its ambassador to Peru.",
        {("Ana Soto", "ambassador", "CHL"), ("Ana Soto", "foreign minister", "CHL")},
    ),
    ("The report quoted his Chilean colleague, Ana Soto, on trade with Peru.", set()),  # a colleague is no office
    ("Deputy Prime Minister Idris Osman went home.", set()),  # a post of no state is none
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_titles_are_read_whole(text, told):
    claims = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims
    posts = [claim for claim in claims if isinstance(claim, Post) and claim.person is not None]
    assert {(post.person.name, post.office.title, post.office.of) for post in posts} == told
