"""What is claimed no longer: titles that run on, background meetings, bystanders as sides, nouns as names; and plans told from deeds."""

from datetime import date

import pytest

from dragoman.model import Assessment, Channel, Claim, Document, Event, Figure, Instrument, Post, ReadOptions
from dragoman.read.reader import read_document

TODAY = date(2024, 2, 4)
TITLES = [
    ("Norway and Chile signed a treaty on fishing that ends the row, on Monday.", "treaty on fishing"),
    ("Norway signed its long-delayed agreement with Chile on fishing rights signed in 2019.", "long-delayed agreement"),
    ("Norway ratified the Lima Protocol of 1998 with Chile on Friday.", "Lima Protocol of 1998"),
    ("Norway and Chile signed an agreement on the exchange of students after years of talks.", "agreement on the exchange of students"),
]
MOODS = [
    ("Norway announced that it had closed its embassy in Chile.", "actual"),
    ("Norway announced that it would close its embassy in Chile.", "planned"),
    ("Norway agreed that it would reopen its embassy in Chile.", "agreed"),
    ("The Norwegian foreign minister is to meet the Chilean president.", "planned"),
    ("The Norwegian foreign minister meets the Chilean president next Tuesday.", "planned"),
    ("The Norwegian foreign minister met the Chilean president on Friday.", "actual"),
]
NO_MEETING = [
    "Norway's prime minister met his finance minister over Chile.",
    "Norway's minister praised Chile's proposal at a meeting.",
    "Chile's meeting of governors heard of Norway's offer.",
]


def claims_of(text: str, language: str = "en") -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language=language)
    return read_document(document, ReadOptions(language=language, date=TODAY)).claims


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_ends_where_its_name_does(text: str, title: str) -> None:
    assert [claim.title for claim in claims_of(text) if isinstance(claim, Instrument)] == [title]


@pytest.mark.parametrize(("text", "modality"), MOODS)
def test_what_is_announced_is_done_or_planned_by_its_tense(text: str, modality: str) -> None:
    assert {claim.modality for claim in claims_of(text) if isinstance(claim, Channel | Event) and claim.rule != "agree"} == {modality}


@pytest.mark.parametrize("text", NO_MEETING)
def test_a_meeting_needs_two_sides_that_meet(text: str) -> None:
    assert not [claim for claim in claims_of(text) if isinstance(claim, Event) and claim.rule == "meet"]


def test_talks_between_two_sides_are_a_meeting() -> None:
    assert [claim for claim in claims_of("Talks between Norway and Chile resumed.") if isinstance(claim, Event) and claim.rule == "meet"]


def test_who_writes_of_tension_is_no_side_of_it() -> None:
    assert not [c for c in claims_of("Tensions are high in Norway after the vote, a Chilean paper wrote.") if isinstance(c, Assessment)]
    assert [c for c in claims_of("Tension between Norway and Chile is high.") if isinstance(c, Assessment)]


def test_a_budget_at_home_says_nothing_of_a_relation() -> None:
    assert not [c for c in claims_of("Norway has a budget of 5 billion dollars, Chile said.") if isinstance(c, Figure)]
    assert [c for c in claims_of("Norway's exports to Chile reached 5 billion dollars.") if isinstance(c, Figure)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("베트남 공산당 서기장이 오슬로를 방문했다.", "ko"),
        ("칠레 사회당 대표와 노르웨이 총리가 회담했다.", "ko"),
        ("Министр обороны Народной Армии Чили заявил, что порт закрыт.", "ru"),
    ],
)
def test_no_common_noun_is_a_name(text: str, language: str) -> None:
    assert not [claim for claim in claims_of(text, language) if isinstance(claim, Post)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met at a well that was closest to the border between Norway and Chile.", Channel),
        ("The legal foundation of relations between Norway and Chile was established by a law in 1839.", Channel),
        ("The minister will launch the celebration of the anniversary of diplomatic relations between Norway and Chile.", Channel),
        ("Chile started a trade war against Norway.", Event),
        ("The Norwegian president often traded public insults with the Chilean minister.", Event),
    ],
)
def test_words_beside_a_link_or_deed_tell_none(text, kind):
    document = Document(id="1.text-1", text=text, file="case", language="en")
    assert not [claim for claim in read_document(document, ReadOptions(date=TODAY)).claims if isinstance(claim, kind)]


@pytest.mark.parametrize("words", ["skipped a meeting with", "called off talks with", "blocked the start of negotiations with"])
def test_a_meeting_that_somebody_skips_or_blocks_is_not_held(words):
    document = Document(id="1.text-1", text=f"The Norwegian president {words} Chile.", file="case", language="en")
    claims = [claim for claim in read_document(document, ReadOptions(date=TODAY)).claims if isinstance(claim, Event) and claim.type == "CONSULT"]
    assert all(claim.modality == "negated" for claim in claims)


@pytest.mark.parametrize("words", ["said this on a public television debate in", "has warned several times of trouble in", "declared war on"])
def test_what_is_told_without_its_words_is_no_statement(words):
    document = Document(id="1.text-1", text=f"Norway {words} Chile.", file="case", language="en")
    told = [claim.content for claim in read_document(document, ReadOptions(date=TODAY)).claims if claim.kind == "statement"]
    assert not [content for content in told if content.startswith(("this", "several", "war"))]
