"""One verifier decides, whoever proposed the claim."""

import json
import subprocess
import sys
import tomllib

import msgspec
import pytest

from dragoman.model import Actor, Channel, Document, Event, Evidence, Figure, LiteralReading, Post, ReadOptions, Span, Statement, When, Zone
from dragoman.read.reader import lay_out, propose_claims
from dragoman.read.verify import refuse_claim
from tests.house.tree import ROOT

TEXT = "Lima closed its consulate in Chile.\n\nSupport us with five dollars a month."
CLAIM = Channel(
    document="0.text-1",
    span=Span(0, 35),
    text=TEXT[:35],
    language="en",
    channel="consulate",
    between=(Actor(name="Lima", id="PER", type="state", country="PER"), Actor(name="Chile", id="CHL", type="state", country="CHL")),
    state="ended",
)
ZONES = (Zone("body", Span(0, 35)), Zone("appeal", Span(37, len(TEXT))))
PAGE, _ = lay_out(Document(id="0.text-1", text=TEXT, file="case", language="en", zones=ZONES), ReadOptions())


def test_a_right_claim_stands() -> None:
    assert refuse_claim(CLAIM, PAGE) is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": "Lima opened its consulate in Chile."}, "words"),
        ({"span": Span(37, 44), "text": "Support"}, "furniture"),
        ({"between": CLAIM.between[:1]}, "one end"),
        ({"evidence": (Evidence(field="type", span=Span(0, 4), text="Rome", rule="x"),)}, "evidence"),
    ],
)
def test_a_wrong_claim_is_refused_with_the_reason(change: dict[str, object], why: str) -> None:
    refused = refuse_claim(msgspec.structs.replace(CLAIM, **change), PAGE)
    assert refused is not None
    assert why in refused


def read(text, language="en"):
    page, _ = lay_out(Document(id="1.text-1", text=text, file="case", language=language), ReadOptions())
    return page, propose_claims(page)


def one(text, kind, language="en"):
    page, claims = read(text, language)
    claim = next(claim for claim in claims if isinstance(claim, kind))
    assert refuse_claim(claim, page) is None
    return page, claim


def change(claim, **fields: object):
    return msgspec.structs.replace(claim, **fields)


def test_sides_that_change_places_are_refused():
    page, claim = one("Nepal accused Bhutan of cutting off the water.", Event)
    assert "other way round" in (refuse_claim(change(claim, source=claim.target, target=claim.source), page) or "")


def test_sides_of_a_passive_stand_the_other_way_round():
    page, claim = one("Bhutan was accused by Nepal of cutting off the water.", Event)
    assert claim.source[0].country == "NPL"
    assert "other way round" in (refuse_claim(change(claim, source=claim.target, target=claim.source), page) or "")


def test_sides_are_told_by_syntax_where_no_frame_knows_the_verb():
    page, _ = read("Nepal flabbergasted Bhutan.")
    actors = {m.actor.country: m.actor for m in page.mentions}
    span = Span(0, len(page.document.text))
    proposed = {"document": "1.text-1", "span": span, "text": page.text_at(span), "language": "en", "type": "ACCUSE", "quad": 3}
    right = Event(**proposed, source=(actors["NPL"],), target=(actors["BTN"],))
    assert refuse_claim(right, page) is None
    assert "other way round" in (refuse_claim(change(right, source=right.target, target=right.source), page) or "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kenya has not recalled its ambassador from Tanzania.", "en"),
        ("Вьетнам не выслал камбоджийских дипломатов.", "ru"),
        ("핀란드 총리는 라트비아를 방문하지 않았다.", "ko"),
    ],
)
def test_a_not_can_be_neither_dropped_nor_put_in(text, language):
    page, claim = one(text, Event, language)
    assert claim.modality == "negated"
    dropped = change(claim, modality="actual", evidence=tuple(e for e in claim.evidence if e.field != "modality"))
    assert "negates" in (refuse_claim(dropped, page) or "")
    positive, done = one("Kenya recalled its ambassador from Tanzania.", Event)
    assert "negates" in (refuse_claim(change(done, modality="negated"), positive) or "")


def test_a_number_of_the_text_stands_and_another_does_not():
    page, claim = one("Trade between Peru and Chile rose by 12 percent to 3.4 billion dollars in 2024.", Figure)
    assert claim.value == 3.4e9
    assert "number" in (refuse_claim(change(claim, value=4.3e9), page) or "")
    assert "share" in (refuse_claim(change(claim, change=change(claim.change, ratio=0.21)), page) or "")
    assert "time" in (refuse_claim(change(claim, when=When.in_year(2014, text="2024")), page) or "")
    assert "words of the time" in (refuse_claim(change(claim, when=When.in_year(2014, text="2014")), page) or "")


def test_another_word_in_a_statement_is_refused():
    page, claim = one("The Finnish foreign minister said that forty ferries would sail again.", Statement)
    assert "forty" in claim.content
    assert "fifty" in (refuse_claim(change(claim, content=claim.content.replace("forty", "fifty")), page) or "")


def test_an_envoy_is_sent_where_the_text_sends_him():
    page, claim = one("Maria Oliveira, Brazil's ambassador to Angola, resigned in March.", Post)
    assert (claim.office.of, claim.office.to) == ("BRA", "AGO")
    assert "sent to AGO" in (refuse_claim(change(claim, office=change(claim.office, of="AGO", to="BRA")), page) or "")


def test_who_is_meant_by_a_later_word_is_carried_as_evidence():
    page, claims = read("Norwegian Foreign Minister Anders Berg visited Chad. The minister met Chadian officials.")
    later = [claim for claim in claims if isinstance(claim, Event) and "officials" in claim.text]
    assert later
    assert all(refuse_claim(claim, page) is None for claim in later)
    bare = change(later[0], evidence=tuple(e for e in later[0].evidence if e.field == "type"))
    assert "Anders" in (refuse_claim(bare, page) or "")


def test_the_literal_reading_is_what_must_be_told():
    page, claim = one("Guinean Foreign Minister Luis Mba visited Angola.", Event)
    corrected = change(claim.source[0], country="GNQ", literal=LiteralReading(country="GIN", id=None))
    assert refuse_claim(change(claim, source=(corrected,)), page) is None
    assert "Luis" in (refuse_claim(change(claim, source=(change(corrected, literal=None),)), page) or "")


def test_the_check_refuses_false_claims_and_lets_right_ones_stand():
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))["check"]
    ran = subprocess.run(  # noqa: S603 (our own script)
        [sys.executable, str(ROOT / "bench" / "verify.py")], capture_output=True, check=True, env={"PYTHONPATH": str(ROOT / "src")}
    )
    measured = json.loads(ran.stdout)
    assert measured["corpus"] == floors["corpus"], "other texts: measure anew and say why in docs/quality.md"
    assert measured["false_refused"] >= floors["false_refused"]
    assert measured["right_refused"] <= floors["right_refused"]
    assert all(measured[way]["share"] >= floors["each"] and measured[way]["of"] > 20 for way in ("number", "sides", "not", "name"))
