"""Judging in the browser's way: forms of the desk are taken, forms of others are not, and everything can be taken back."""

import re

import msgspec
import pytest
from starlette.testclient import TestClient

from dragoman.ask.conflicts import Conflicts
from dragoman.desk import Desk
from dragoman.model import BadInput, Conflict, ConflictSide, When
from dragoman.show.web.app import make_app
from dragoman.show.web.claimforms import FORMS, parse_actor, parse_when, read_fields, write_fields, write_when
from dragoman.show.web.door import Door
from tests.show.library import make_library

SELF = "http://desk.test"


@pytest.fixture
def desk():
    return make_library()


@pytest.fixture
def client(desk):
    return TestClient(make_app(desk, Door(frozenset({"desk.test"}), b"secret")), base_url=SELF, follow_redirects=False)


def find_claim(desk, kind, words=""):
    return next(claim for claim in desk.claims() if claim.kind == kind and words in claim.text)


def find_signature(page):
    return re.search(r'name="signature" value="([0-9a-f]+)"', page.text)[1]


def send(client, path, headers=None, **fields):  # noqa: ANN003 (fields of a form)
    page = client.get(f"/claim/{next(client.app.state.desk.claims()).id}")
    return client.post(path, data={"signature": find_signature(page), "by": "Ana Ruiz", "why": "so it says", "next": "/review", **fields}, headers=headers)


def test_a_claim_is_accepted_and_the_acceptance_taken_back(client, desk):
    claim = find_claim(desk, "event", "accused")
    sent = send(client, "/judge", claim=claim.id, verdict="accept")
    assert sent.status_code == 303
    (judged,) = desk.judged()
    assert (judged.judgement.verdict, judged.judgement.by, judged.judgement.why, judged.claims) == ("accept", "Ana Ruiz", "so it says", (claim.id,))
    back = client.get(sent.headers["location"])
    assert "Kept: accept" in back.text
    assert "Ana Ruiz" in client.get("/review").text
    send(client, "/undo", judgement=judged.judgement.id)
    assert desk.judged() == []


def test_a_quick_reason_rejects(client, desk):
    claim = find_claim(desk, "event", "accused")
    send(client, "/judge", claim=claim.id, verdict="reject:wrong actor", why="")
    assert desk.judged()[0].judgement.why == "wrong actor"
    assert claim.text not in str(client.get("/chronology.json?dyad=NOR-PER").json())


def test_a_correction_changes_the_line_and_not_the_claim(client, desk):
    claim = find_claim(desk, "channel", "3 March")
    sent = send(client, "/judge", claim=claim.id, verdict="correct", **{**write_fields(claim), "state": "suspended", "when": "2024-03"})
    assert sent.status_code == 303
    assert "suspended" in client.get(f"/claim/{claim.id}").text
    assert desk.claim(claim.id) == claim
    line = next(line for line in client.get("/chronology.json?dyad=NOR-PER&kind=channel").json()["answer"] if line["id"] == claim.id)
    assert (line["state"], line["when"]["precision"]) == ("suspended", "month")


def test_a_source_and_a_claim_are_graded(client, desk):
    claim = find_claim(desk, "event", "accused")
    assert "it counts as F" in client.get(f"/claim/{claim.id}").text
    send(client, "/judge", claim=claim.id, verdict="grade", letter="B", digit="2", source="english.txt", why="a paper of record")
    assert "Source B, set by Ana Ruiz: a paper of record." in client.get(f"/claim/{claim.id}").text
    assert send(client, "/judge", claim=claim.id, verdict="grade", letter="G").status_code == 400


def test_what_one_origin_tells_is_not_confirmed(client, desk):
    claim = find_claim(desk, "event", "resumed")
    assert "the counts propose 3: 1 origin" in client.get(f"/claim/{claim.id}").text
    assert send(client, "/judge", claim=claim.id, verdict="grade", digit="1").status_code == 400
    assert desk.judged() == []


def test_a_flagged_claim_comes_last_in_review(client, desk):
    first = client.get("/review.json").json()["answer"][0]["id"]
    send(client, "/judge", claim=first, verdict="unsure", why="who is meant?")
    assert client.get("/review.json").json()["answer"][-1]["id"] == first


def test_two_lines_are_said_to_be_the_same(client, desk):
    one, other = find_claim(desk, "channel", "3 March"), find_claim(desk, "channel", "Норвегия")
    send(client, "/judge", verdict="same", claim=[one.id, other.id])
    assert desk.judged()[0].claims == (one.id, other.id)


def test_words_that_the_reader_missed_become_a_claim(client, desk):
    kept = next(kept for kept in desk.documents() if kept.language == "en")
    text = desk.document(kept.id).text
    start = text.index("Peace was toasted")
    form = client.get(f"/add/{kept.id}?start={start - 1}&stop={start + 17}&kind=assessment")
    assert "Peace was toasted" in form.text
    fields = {"kind": "assessment", "start": start, "stop": start + 17, "between": "NOR; PER", "value": "Peace", "polarity": "0.5", "when": "2024"}
    sent = send(client, f"/add/{kept.id}", **fields)
    assert sent.status_code == 303
    (added,) = [found.added for found in desk.judged()]
    assert (added.text, added.value, added.when.start.year) == ("Peace was toasted", "Peace", 2024)
    assert added.id in client.get(sent.headers["location"].partition("#")[0]).text
    assert send(client, f"/add/{kept.id}", **{**fields, "polarity": "very"}).status_code == 400
    assert send(client, f"/add/{kept.id}", **{**fields, "stop": start}).status_code == 400
    assert send(client, f"/add/{kept.id}", **{**fields, "kind": "event"}).status_code == 400


class DisputedDesk(Desk):
    """A desk on which the sources disagree about the day of one event."""

    def answer(self, question):
        if not isinstance(question, Conflicts):
            return super().answer(question)
        claims = [find_claim(self, "channel", words) for words in ("3 March", "Норвегия")]
        sides = tuple(
            ConflictSide(value=value, reports=self.view().reports([claim.id])) for value, claim in zip(("3 March", "<b>5 March</b>"), claims, strict=True)
        )
        return (Conflict(id="k1", type="date", why="two days for one event", severity=0.8, sides=sides),)


def test_a_conflict_shows_both_sides_and_is_settled_by_name(desk):
    disputed = DisputedDesk(desk.store, desk.parts)
    client = TestClient(make_app(disputed, Door(frozenset({"desk.test"}), b"secret")), base_url=SELF, follow_redirects=False)
    page = client.get("/conflicts").text
    assert "Two days for one event" in page
    assert "&lt;b&gt;5 March" in page
    assert page.count('class="to-source"') == 2
    claims = re.findall(r'name="claim" value="(c[0-9a-f]+)"', page)
    sent = send(client, "/judge", verdict="resolve", conflict="k1", claim=claims, wrong=[claims[1]], **{"as": "translation error"})
    assert sent.status_code == 303
    (judged,) = disputed.judged()
    assert (judged.judgement.fields["conflict"], judged.judgement.fields["as"], judged.judgement.fields["wrong"]) == ("k1", "translation error", [claims[1]])
    assert send(client, "/judge", verdict="resolve", conflict="k1", claim=claims, **{"as": "forget it"}).status_code == 400


class TwoDisputes(DisputedDesk):
    def answer(self, question):
        found = super().answer(question)
        if not isinstance(question, Conflicts):
            return found
        return (msgspec.structs.replace(found[0], id="k0", status="resolved", verdict="both true"), *found)


def test_what_is_settled_stands_behind_what_is_open_and_says_how_it_ended(desk):
    page = TestClient(make_app(TwoDisputes(desk.store, desk.parts), Door(frozenset({"desk.test"}), b"secret")), base_url=SELF).get("/conflicts").text
    assert page.index('id="k1"') < page.index('id="k0"')
    assert "resolved: both true" in page


def test_review_goes_through_every_claim_once(client, desk):
    settled = set()
    while found := re.search(r'name="claim" value="(c[0-9a-f]+)"', client.get("/review").text):
        assert found[1] not in settled
        settled.add(found[1])
        send(client, "/judge", claim=found[1], verdict="accept")
    assert settled == {claim.id for claim in desk.claims()}
    assert "Nothing left here" in client.get("/review").text
    assert client.get("/review.json").json()["n"] == 0
    assert client.get("/judgements.json").json()["n"] == len(settled)
    assert "Ana Ruiz" in client.get("/judgements").text


def test_a_batch_is_its_claims(client, desk):
    assert client.get("/review.json?batch=kind:figure").json()["n"] == 1
    document = find_claim(desk, "figure").document
    assert client.get(f"/review.json?batch=document:{document}").json()["n"] == 4


def test_a_form_of_another_site_is_refused(client, desk):
    claim = find_claim(desk, "event")
    fields = {"claim": claim.id, "verdict": "accept"}
    assert send(client, "/judge", **fields, signature="0" * 64).status_code == 403
    assert send(client, "/judge", **fields, headers={"origin": "http://evil.test"}).status_code == 403
    assert send(client, "/judge", **fields, headers={"origin": "null"}).status_code == 403
    assert send(client, "/judge", **fields, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    signature = find_signature(client.get(f"/claim/{claim.id}"))
    client.cookies.clear()
    assert client.post("/judge", data={**fields, "signature": signature, "by": "Ana", "why": "so"}).status_code == 403
    assert desk.judged() == []
    assert send(client, "/judge", **fields, headers={"origin": SELF}).status_code == 303


@pytest.mark.parametrize("path", ["//evil.test/", "https://evil.test/", "/\\evil.test", "javascript:alert(1)", "/a\r\nb"])
def test_a_form_leads_back_to_this_desk_only(client, desk, path):
    assert send(client, "/judge", claim=find_claim(desk, "event").id, verdict="accept", next=path).status_code == 400
    assert desk.judged() == []


def test_what_is_no_judgement_is_refused(client, desk):
    claim = find_claim(desk, "event").id
    assert send(client, "/judge", claim=claim, verdict="add").status_code == 400
    assert send(client, "/judge", claim=claim, verdict="reject", why="").status_code == 400
    assert send(client, "/judge", claim=claim, verdict="accept", by=" ").status_code == 400
    assert send(client, "/judge", claim="cx", verdict="accept").status_code == 404
    assert send(client, "/judge", claim=claim, verdict="accept", why="x" * 300_000).status_code == 413
    assert client.get("/judge").status_code in (404, 405)


@pytest.mark.parametrize("text", ["2024", "2024-03", "2024-03-05", "2022/2024", "since 2022", "until 2024-03", "2024-03-05/2024-03-07"])
def test_a_time_is_written_as_it_is_read(text):
    assert write_when(parse_when(text)) == text


@pytest.mark.parametrize("text", ["soon", "2024-13", "2024/2022", "around 2024"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(BadInput):
        parse_when(text)


def test_no_time_is_no_time():
    assert parse_when(" ") is None
    assert write_when(None) == ""
    assert write_when(When(start=None, end=None, precision="day")) == ""


def test_actors_as_people_write_them():
    assert parse_actor("NOR").type == "state"
    assert (parse_actor("Olsen, foreign minister (NOR)").role, parse_actor("Olsen, foreign minister (NOR)").country) == ("foreign minister", "NOR")
    assert parse_actor("Fisheries Council").type == "organisation"
    with pytest.raises(BadInput):
        parse_actor("(")


def test_a_form_that_changes_nothing_corrects_nothing():
    desk = make_library()
    for claim in desk.claims():
        assert read_fields(claim.kind, write_fields(claim), claim) == {}
        assert set(write_fields(claim)) == {field.name for field in FORMS[claim.kind]}
