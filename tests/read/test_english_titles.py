"""Long titles, titles side by side, and names behind a comma: what the office is, whose, and who holds it."""

import pytest

from dragoman.model import Document, Post, ReadOptions
from dragoman.read.reader import read_document

CASES = [
    ("Carla Diaz, president of the Chilean National Assembly, visited Peru.", {("Carla Diaz", "president of the national assembly", "CHL")}),
    ("The president of the Peruvian Supreme Court, Juan Mora, arrived in Chile.", {("Juan Mora", "president of the supreme court", "PER")}),
    ("Indian Foreign Secretary A. Kumar spoke in Kenya.", {("A. Kumar", "foreign secretary", "IND")}),
    ("The foreign minister of India, J. D. Patel, visited Kenya.", {("J. D. Patel", "foreign minister", "IND")}),
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
        {("Omar Jama", "permanent secretary of the ministry of foreign affairs", "SOM")},
    ),
    (
        "The minister was accompanied by Luis Paz, Justice Minister of Peru, Ana Soto, a deputy, and Rosa Diaz, Peru's ambassador to Chad.",
        {("Luis Paz", "justice minister", "PER"), ("Rosa Diaz", "ambassador", "PER")},
    ),
    (
        "Chile appointed Ana Soto, a former foreign minister, as its ambassador to Peru.",
        {("Ana Soto", "ambassador", "CHL"), ("Ana Soto", "foreign minister", "CHL")},
    ),
    (
        "Kenya's Cabinet Secretary for Ministry of Foreign and Diaspora Affairs, Peter Obi, flew to Chad.",
        {("Peter Obi", "foreign minister", "KEN")},
    ),
    (
        "Peter Obi, Kenya's Foreign Affairs and East African Cooperation deputy minister, told reporters that Chad would sign.",
        {("Peter Obi", "foreign affairs and east african cooperation deputy minister", "KEN")},
    ),
    ("Chad's ambassador Luis Paz met her Kenyan counterpart, April Obura.", {("Luis Paz", "ambassador", "TCD"), ("April Obura", "ambassador", "KEN")}),
    ("On 5 May Ruto, the president of Kenya, flew to Chad.", set()),  # a month is no first name behind a day
    ("Peru's national security adviser, Lt Gen (retd) KP Soto, flew to Chad.", {("KP Soto", "national security adviser", "PER")}),
    ("The head of the Presidential Office of Chad, Idris Osman, flew to Peru.", {("Idris Osman", "head of the presidential office", "TCD")}),
    ("Ecuador’s Charge d’Affaires, Luis Paz, will take up office in Chad.", {("Luis Paz", "chargé d'affaires", "ECU")}),
    ("The governor of the central bank of Chad, Dr Idris Osman, flew to Peru.", {("Idris Osman", "central bank governor", "TCD")}),
    ("Chief of Army Staff (COAS) of the Peruvian Army, General Luis Paz, went to Chad.", {("Luis Paz", "chief of army staff", "PER")}),
    ("She met Ana Soto, permanent secretary in Chile’s Ministry of Trade.", {("Ana Soto", "permanent secretary in the ministry of trade", "CHL")}),
    (
        "The spokesman for Chad's foreign ministry, Idris Osman, said the foreign minister, Omar Jama, was in Peru.",
        {("Idris Osman", "spokesperson of the foreign ministry", "TCD")},
    ),
    (
        "The Ambassador of Chile, Ana Soto, and the Ambassador of Chad, Idris Osman, met the envoys of Peru.",
        {("Ana Soto", "ambassador", "CHL"), ("Idris Osman", "ambassador", "TCD")},
    ),
    ("Chile's foreign minister, Ana Soto, flew to Chad. Minister Soto met the press.", {("Ana Soto", "foreign minister", "CHL")}),  # one office
    ("The report quoted his Chilean colleague, Ana Soto, on trade with Peru.", set()),  # a colleague is no office
    ("Deputy Prime Minister Idris Osman went home.", set()),  # a post of no state is none
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_titles_are_read_whole(text, told):
    claims = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims
    posts = [claim for claim in claims if isinstance(claim, Post) and claim.person is not None]
    assert {(post.person.name, post.office.title, post.office.of) for post in posts} == told


def test_who_stands_beside_a_counterpart_is_not_of_his_state():
    text = "At a meeting with his visiting Chilean counterpart Pedro Soto, external affairs minister S Kumar spoke first."
    document = Document(id="1.text-1", text=text, file="case", language="en")
    posts = [claim for claim in read_document(document, ReadOptions(language="en")).claims if isinstance(claim, Post)]
    assert [post.person.name for post in posts if post.person is not None and post.office.of == "CHL"] in ([], ["Pedro Soto"])
