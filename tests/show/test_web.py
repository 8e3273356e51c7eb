"""The desk as it answers requests: screens, their other forms, and what it refuses."""

import csv
import html
import io
import re

import pytest
from starlette.testclient import TestClient

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.desk import Desk, Parts
from dragoman.model import Actor
from dragoman.model.ports import ClaimStore
from dragoman.record.memory import MemoryStore
from dragoman.show.api.answers import flatten, write_csv
from dragoman.show.web.app import make_app
from dragoman.show.web.catalogue import PLAIN, SCREENS
from dragoman.show.web.door import Door, is_loopback, split_host
from dragoman.show.web.pages import load_templates
from dragoman.show.web.server import Address
from tests.show.library import HARM, PAGES, make_library
from tests.show.many import make_many

DYAD = "dyad=NOR-PER"


@pytest.fixture(scope="module")
def desk():
    return make_library()


def make_client(desk, token=None, hosts=("desk.test",), *, by_address=False):
    door = Door(frozenset(hosts), b"secret", token, by_address=by_address)
    return TestClient(make_app(desk, door), base_url="http://desk.test", follow_redirects=False)


@pytest.fixture
def client(desk):
    return make_client(desk)


def find_claim(desk, words):
    return next(claim for claim in desk.claims() if words in claim.text)


def forms_of(address):
    path, _, query = address.partition("?")
    return [f"{'/pairs' if path == '/' else path}.{form}{'?' if query else ''}{query}" for form in ("json", "csv")]


@pytest.mark.parametrize("address", PAGES)
def test_every_screen_answers(client, address):
    page = client.get(address)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert page.text.count("<h1>") == 1


@pytest.mark.parametrize("address", PAGES)
def test_every_screen_is_also_json_and_csv_of_as_many_lines(client, address):
    as_json, as_csv = (client.get(form) for form in forms_of(address))
    rows = list(csv.DictReader(io.StringIO(as_csv.content.decode("utf-8-sig"))))
    assert len(rows) == as_json.json()["n"] == len(as_json.json()["answer"])


def test_no_screen_of_a_question_is_left_out():
    named = {page.partition("?")[0].strip("/") for page in PAGES}
    assert {screen.name for screen in (*SCREENS, *PLAIN)} <= named


def test_a_question_can_be_asked_from_every_screen_and_is_not_answered_before_it_is_asked(client):
    assert all('action="/ask"' in client.get(address).text for address in PAGES)
    page = client.get("/ask").text
    assert "Ask in plain words" in page
    assert "Not in the record" not in page
    assert client.get("/ask.json").status_code == 400
    assert client.get("/ask?words=what").status_code == 400


def test_an_answer_shows_lines_else_sentences_else_that_there_is_none(client):
    assert 'class="kind">channel' in client.get("/ask?words=When+did+Norway+and+Peru+resume+flights").text
    unread = client.get("/ask?words=Who+served+soup").text
    assert "Found in the text, not read as a claim" in unread
    assert client.get("/ask.json?words=Who+served+soup").json()["answer"][0]["text"] == "Herring soup was served."
    assert "Not in the record" in client.get("/ask?words=Did+Norway+bomb+Chile").text


def test_a_question_is_words_and_never_part_of_the_page(client):
    assert HARM not in client.get("/ask", params={"words": f"Norway {HARM}"}).text


def test_without_a_dyad_the_desk_opens_where_it_knows_most(client):
    assert client.get("/board").headers["location"] == f"/board?{DYAD}"


def test_the_filter_holds_what_the_address_asks(client):
    page = client.get(f"/board?{DYAD}&on=2024-04-01&strict=1").text
    assert 'name="on" value="2024-04-01"' in page
    assert re.search(r'name="strict" value="1" checked', page)
    assert "1 April 2024" in page


def test_a_question_that_cannot_be_asked_is_refused_with_its_reason(client):
    refused = client.get("/board?dyad=NOR")
    assert refused.status_code == 400
    assert "is no pair of states" in refused.text
    assert client.get("/board.json?dyad=NOR-PER&on=yesterday").status_code == 400


def test_nothing_in_the_record_is_an_answer(client):
    page = client.get("/chronology?dyad=CHL-FJI")
    assert page.status_code == 200
    assert "Not in the record" in page.text
    assert client.get("/chronology.json?dyad=CHL-FJI").json()["answer"] == []


def test_what_is_not_there_says_so(client):
    assert client.get("/claim/nothing").status_code == 404
    assert client.get("/source/nothing").status_code == 404
    assert client.get("/nowhere").status_code == 404


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/..%5capp.py", "/source/..%2f..%2fetc%2fpasswd", "/static/desk.css%00"]
)
def test_no_path_leads_out_of_the_desk(client, path):
    assert client.get(path).status_code in (400, 404)


def test_words_of_a_document_never_become_part_of_the_page(client, desk):
    claim = find_claim(desk, "accused")
    for address in (f"/chronology?{DYAD}", f"/claim/{claim.id}", f"/entry/{claim.id}", f"/source/{claim.document}"):
        page = client.get(address).text
        assert "<img src=x" not in page
        assert "<script>window" not in page
    assert HARM in client.get(f"/claim/{claim.id}.json").json()["answer"][0]["text"]


def test_a_dispute_with_the_address_stays_words(client):
    page = client.get('/chronology?dyad=%22%3E%3Cscript%3E&kind="><script>').text
    assert "<script>" not in page


def test_a_page_may_load_nothing_but_its_own(client):
    rules = client.get("/").headers
    assert "default-src 'none'" in rules["content-security-policy"]
    assert "unsafe" not in rules["content-security-policy"]
    assert rules["x-content-type-options"] == "nosniff"
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', client.get(f"/chronology?{DYAD}").text)


def test_a_strange_host_is_turned_away(client):
    assert client.get("/", headers={"host": "evil.test"}).status_code == 421
    assert client.get("/", headers={"host": "desk.test:8020"}).status_code == 200
    assert client.get("/", headers={"host": ""}).status_code == 421


def test_a_form_of_too_many_fields_or_bytes_is_refused_before_it_is_read(client):
    assert client.post("/judge", content="a=1&" * 1500, headers={"content-type": "application/x-www-form-urlencoded"}).status_code == 413
    assert client.post("/judge", content="a" * 300_000, headers={"content-type": "application/x-www-form-urlencoded"}).status_code == 413


def test_any_address_will_do_where_the_desk_listens_on_all_but_no_strange_name(desk):
    client = make_client(desk, hosts=(), by_address=True)
    assert client.get("/", headers={"host": "192.0.2.7:8020"}).status_code == 200
    assert client.get("/", headers={"host": "rebound.test"}).status_code == 421


def test_beyond_this_machine_the_desk_asks_for_its_token(desk):
    assert Address("127.0.0.1").door.token is None
    assert Address("::1").door.token is None
    assert len(Address("0.0.0.0").door.token) >= 24  # noqa: S104 (asked about, not listened on)
    client = make_client(desk, token="right")  # noqa: S106
    assert client.get("/").status_code == 401
    assert client.get("/?token=wrong").status_code == 401
    assert client.get("/", headers={"authorization": "Bearer right"}).status_code == 200
    let_in = client.get("/board?token=right&dyad=NOR-PER")
    assert let_in.headers["location"] == f"/board?{DYAD}"
    assert "HttpOnly" in let_in.headers["set-cookie"]
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("desk.test", "desk.test"),
        ("DESK.test:80", "desk.test"),
        ("[::1]:8020", "::1"),
        ("[::1]", "::1"),
        ("", ""),
        ("desk.test:80, evil.test", ""),
        ("desk.test:evil", ""),
        ("a@desk.test", ""),
        ("[::1]evil", ""),
    ],
)
def test_the_host_of_a_header(header, host):
    assert split_host(header) == host


@pytest.mark.parametrize(("host", "alone"), [("localhost", True), ("127.8.0.1", True), ("::1", True), ("::", False), ("192.0.2.1", False), ("desk", False)])
def test_what_only_this_machine_reaches(host, alone):
    assert is_loopback(host) is alone


def test_a_table_runs_no_formula():
    rows = list(csv.reader(io.StringIO(write_csv([{"text": "=cmd()", "value": -3.5, "when": {"from": None}}]).decode("utf-8-sig"))))
    assert rows == [["text", "value", "when.from"], ["'=cmd()", "-3.5", ""]]
    assert flatten({"a": [1, {"b": "ж"}]}) == {"a": '[1,{"b":"ж"}]'}


def test_the_library_fills_a_store(desk):
    store: ClaimStore = desk.store
    assert len(store.documents()) == 3


@pytest.mark.parametrize("name", ["offices", "people", "review", "documents"])
def test_a_screen_that_is_not_about_two_sides_names_none(client, name):
    assert "Norway – Peru" in client.get("/board?dyad=NOR-PER").text
    head = client.get(f"/{name}?dyad=NOR-PER").text.partition("<h1>")[2].partition("</header>")[0]
    assert "Norway – Peru" not in head


def test_changes_are_told_in_sentences(client):
    page = client.get("/changes?dyad=NOR-PER&since=1900-01-01").text
    told = re.findall(r'<a href="/entry/[^"]*">([^<]*)</a></strong>', page)
    assert told
    assert not {"entry"} & set(told)
    assert "NOR-PER</strong>" not in page
    assert re.search(r"air link (Norway – Peru|Peru – Norway)", page)


def test_every_value_of_a_narrow_table_says_what_it_is(client):
    for name in ("agreements", "visits", "documents", "offices", "people", "board", "figures"):
        rows = re.findall(r"<tr[ >].*?</tr>", client.get(f"/{name}?dyad=NOR-PER").text, re.DOTALL)
        cells = [cell for row in rows if 'class="beneath"' not in row for cell in re.findall(r"<td[^>]*>", row)[:-1]]
        assert cells
        assert [cell for cell in cells if "data-label=" not in cell] == [], name


def test_a_long_chronology_leads_to_each_of_its_years():
    desk = Desk(MemoryStore(), Parts())
    make_many(desk.store, 400)
    client = make_client(desk)
    years = re.findall(r'href="(/chronology[^"]*?)#y(\w+)"', client.get("/chronology?dyad=NOR-PER").text)
    whens = [line.entry.claim.when for line in desk.answer(Chronology(dyad=Dyad("NOR", "PER")))]
    assert [year for _, year in years] == list(dict.fromkeys(str((when.start or when.end).year) if when else "Undated" for when in whens))
    for address, year in years[:: len(years) // 4]:
        assert f'id="y{year}"' in client.get(html.unescape(address)).text


def test_a_chronology_of_one_page_needs_no_list_of_years(client):
    assert 'aria-label="Years"' not in client.get("/chronology?dyad=NOR-PER").text


@pytest.mark.parametrize(
    ("field", "term"),
    [
        ("only_lang=ru", "lang:ru"),
        ("only_plover=ACCUSE", "plover:ACCUSE"),
        ("only_modality=alleged", "modality:alleged"),
        ("only_status=undisputed", "status:undisputed"),
        ("only_actor=Olsen", "actor:Olsen"),
        ("only_office=foreign+minister", 'office:"foreign minister"'),
        ("only_lang=en&only_kind=event&filter=delay", "lang:en kind:event delay"),
    ],
)
def test_a_field_of_the_strip_is_a_term_of_the_filter(client, field, term):
    as_term = client.get("/chronology.json", params={"dyad": "NOR-PER", "filter": term}).json()
    as_field = client.get(f"/chronology.json?{DYAD}&{field}").json()
    assert as_field["answer"] == as_term["answer"]
    assert as_field["n"] < client.get(f"/chronology.json?{DYAD}").json()["n"]


def test_a_field_of_the_strip_keeps_quotation_marks_and_goes_along(client):
    page = client.get(f'/board?{DYAD}&only_outlet=a"b\\c&only_lang=ru')
    assert page.status_code == 200
    assert "a&#34;b\\c" in page.text
    assert '<option value="ru" selected>Russian</option>' in page.text
    assert re.search(r'href="/visits\?[^"]*only_lang=ru', page.text)
    assert re.search(r'href="/board\.json\?[^"]*only_lang=ru', page.text)


def test_a_condition_that_cannot_be_is_refused(client):
    assert client.get(f"/chronology?{DYAD}&only_plover=DANCE").status_code == 400


def test_a_name_in_another_script_tells_its_language_and_stays_words(client):
    template = load_templates().from_string("{{ actor|actor }} {{ name|speak }}")
    said = template.render(actor=Actor(name="외교부 <b>", type="agency", country="KOR"), name="Лима")
    assert said == '<span lang="ko">외교부</span> &lt;b&gt; (South Korea) <span lang="ru">Лима</span>'


def test_the_note_is_a_screen_whose_numbers_lead_to_their_claims(client):
    page = client.get("/brief?dyad=NOR-PER")
    told = client.get("/brief.json?dyad=NOR-PER").json()["answer"]
    cited = [claim for line in told for claim in line["claims"]]
    assert page.status_code == 200
    assert cited
    assert all(f'href="/claim/{claim}"' in page.text for claim in cited)
    assert client.get(f"/claim/{cited[0]}").status_code == 200
    assert "A note on which two?" in client.get("/brief").text
