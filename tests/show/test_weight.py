"""Every screen at 5,000 entries: under a second and, with all that goes with it, under 200 kB."""

import time
from contextlib import closing
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dragoman.desk import Desk, Parts
from dragoman.record.sqlite import create_desk
from dragoman.show.web.app import make_app
from dragoman.show.web.catalogue import PLAIN, SCREENS
from dragoman.show.web.door import Door
from dragoman.show.web.pages import load_static
from tests.ask.builders import FakeLedger
from tests.show.many import make_many
from tests.timing import find_quickest

N_CLAIMS = 7_000
N_ENTRIES = 5_000
SECONDS, BYTES = 1.0, 200_000
ASKED = (f"/{screen.name}?dyad=NOR-PER&actor=NOR&id=many/0004.txt&words=Which+agreements+are+in+force" for screen in SCREENS)
PAGES = ("/", "/brief?dyad=NOR-PER", "/entity?name=Norway", "/entity?name=Person+7", *ASKED, *(f"/{screen.name}" for screen in PLAIN))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A record whose lines are kept, as `add` leaves it."""
    with closing(create_desk(tmp_path_factory.mktemp("many") / "many.desk")) as made:
        make_many(made, N_CLAIMS)
        Desk(made, Parts(ledger=FakeLedger)).refresh()
        yield made


@pytest.fixture
def open_client(store):
    """Opens desks that have answered nothing yet."""

    def make() -> TestClient:
        desk = Desk(store, Parts(ledger=FakeLedger))
        return TestClient(make_app(desk, Door(frozenset({"desk.test"}), b"secret")), base_url="http://desk.test")

    return make


@pytest.fixture
def client(open_client):
    return open_client()


def ask(client, address):
    began = time.process_time()
    page = client.get(address)
    assert page.status_code == 200
    return len(page.content) + sum(len(found.body) for name, found in load_static().items() if not name.endswith("LICENSE")), time.process_time() - began


@pytest.mark.parametrize(
    "words",
    ["What did Norway and Peru say about fisheries in 2004?", "Что обсуждали Норвегия и Перу о рыболовстве?", "노르웨이와 페루의 항공편은?"],
)
def test_a_question_that_much_of_the_record_may_answer_is_quick(open_client, words):
    def measure() -> float:
        client = open_client()
        ask(client, "/ask?words=Did+Chile+bomb+Laos")
        size, seconds = ask(client, f"/ask?words={quote(words)}")
        assert size < BYTES
        return seconds

    assert find_quickest(measure, limit=SECONDS) < SECONDS


@pytest.mark.parametrize("address", PAGES)
def test_a_screen_of_many_entries_is_quick_and_light_from_the_first_time_on(open_client, address):
    def measure() -> float:
        size, seconds = ask(open_client(), address)
        assert size < BYTES
        return seconds

    assert find_quickest(measure, limit=SECONDS) < SECONDS


def test_the_words_of_a_line_are_one_quick_step_away(client):
    line = client.get("/chronology.json?dyad=NOR-PER").json()
    assert line["n"] >= N_ENTRIES
    report = line["answer"][len(line["answer"]) // 2]["reports"][0]
    for address in (f"/source/{report['document']}?claim={report['claim']}", f"/claim/{report['claim']}", f"/entry/{report['claim']}"):
        size, _ = ask(client, address)
        assert size < BYTES
        assert find_quickest(lambda address=address: ask(client, address)[1], limit=SECONDS) < SECONDS
