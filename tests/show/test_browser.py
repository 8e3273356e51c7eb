"""The desk in a real browser: the words in view, the keys, nothing from outside, nobody kept out."""

import os
import shutil
import threading
from contextlib import contextmanager

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from dragoman.desk import Desk, Parts
from dragoman.record.memory import MemoryStore
from dragoman.show.web.app import make_app
from dragoman.show.web.server import Address
from tests.ask.builders import FakeLedger
from tests.show.library import PAGES, make_library
from tests.show.many import make_many
from tests.show.test_judging import DisputedDesk

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DYAD = "dyad=NOR-PER"
SCREENS = (*PAGES, "/board?dyad=CHL-FJI", "/nowhere")
LONG = (*(f"/{name}?{DYAD}" for name in ("chronology", "agreements", "visits", "figures")), "/entity?name=NOR", "/positions?actor=NOR", "/documents")
"""Screens of several pages."""
KEPT_BYTES = 200_000
ASKED = "[...document.querySelectorAll('mark.asked')]"
IS_IN_VIEW = f"{ASKED}.every(mark => {{ const box = mark.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight }})"

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(BROWSER is None and "CI" not in os.environ, reason="no chromium here; .ci/run installs it"),
]


@contextmanager
def served(desk):
    config = uvicorn.Config(make_app(desk, Address(port=0).door), "127.0.0.1", 0, log_level="error", lifespan="off")
    server, listening = uvicorn.Server(config), config.bind_socket()
    listening.listen()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture(scope="module")
def desk():
    return make_library()


@pytest.fixture(scope="module")
def address(desk):
    with served(desk) as found:
        yield found


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def make_page(browser, address):
    """Pages that fail the test where they ask for anything outside, raise an error or complain."""
    contexts, strange, errors = [], [], []

    def make(viewport=None, *, color_scheme="light", java_script_enabled=True):  # noqa: ANN202 (a page)
        context = browser.new_context(
            viewport=viewport or {"width": 1280, "height": 800}, base_url=address, color_scheme=color_scheme, java_script_enabled=java_script_enabled
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: None if request.url.startswith(address) else strange.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" and "status of 4" not in message.text else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert strange == []
    assert errors == []


def find_claims(desk):
    return sorted(desk.claims(), key=lambda claim: (claim.document, claim.span))


@pytest.mark.parametrize("scripts", [True, False])
def test_one_step_from_any_line_to_its_words_in_view(make_page, desk, scripts):
    page = make_page(java_script_enabled=scripts, viewport={"width": 1280, "height": 400})
    claims = {claim.id: claim for claim in find_claims(desk)}
    page.goto(f"/chronology?{DYAD}")
    links = [link.get_attribute("href") for link in page.locator("main .line a.to-source").all()]
    assert len(links) > 8
    for link in links:
        page.goto(link)
        claim = claims[link.partition("#")[2]]
        assert "".join(page.locator("mark.asked").all_text_contents()) == claim.text
        if scripts:
            assert page.evaluate(IS_IN_VIEW), claim.text
        else:
            boxes = [mark.bounding_box() for mark in page.locator("mark.asked").all()]
            assert boxes
            assert all(box["y"] >= 0 and box["y"] + box["height"] <= 400 for box in boxes), claim.text
        assert page.locator("mark.asked").first.get_attribute("lang") == claim.language


@pytest.mark.parametrize("scripts", [True, False])
def test_one_step_from_a_sentence_that_is_no_claim_to_its_words_in_view(make_page, scripts):
    page = make_page(java_script_enabled=scripts, viewport={"width": 1280, "height": 400})
    page.goto("/")
    page.fill(".question input", "Who served soup?")
    page.press(".question input", "Enter")
    page.wait_for_selector("main .line a.to-source")
    page.goto(page.locator("main .line a.to-source").get_attribute("href"))
    assert "".join(page.locator("mark.asked").all_text_contents()) == "Herring soup was served."
    box = page.locator("mark.asked").first.bounding_box()
    assert 0 <= box["y"] <= 400


def test_the_text_of_a_source_is_the_archived_text(make_page, desk):
    page = make_page()
    for kept in desk.documents():
        page.goto(f"/source/{kept.id}")
        shown = page.evaluate("document.querySelector('#text').textContent")
        assert shown == desk.document(kept.id).text


def test_words_of_a_document_run_no_script(make_page, desk):
    page = make_page()
    for claim in find_claims(desk):
        page.goto(f"/source/{claim.document}?claim={claim.id}")
        assert page.evaluate("window.harmed") is None


def test_a_source_says_what_is_missing_and_what_was_translated(make_page, desk):
    page = make_page()
    russian = next(kept for kept in desk.documents() if kept.language == "ru")
    page.goto(f"/source/{russian.id}")
    assert page.locator(".notice").all_text_contents()[0].startswith("Missing date.")
    assert "translated from Spanish" in page.locator(".notice").all_text_contents()[1]
    assert page.locator(".furniture").all_text_contents() == ["(переведено с испанского)"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", SCREENS)
def test_no_screen_keeps_anybody_out(make_page, path, scheme):
    page = make_page(color_scheme=scheme)
    page.goto(path)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_source_a_claim_and_an_entry_keep_nobody_out(make_page, desk, scheme):
    page = make_page(color_scheme=scheme)
    claim = find_claims(desk)[0]
    adding = f"/add/{claim.document}?start=0&stop=9&kind=post"
    for path in (f"/source/{claim.document}?claim={claim.id}", f"/claim/{claim.id}", f"/entry/{claim.id}", adding):
        page.goto(path)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [1280, 640])
def test_long_answers_keep_nobody_out(browser, width):
    desk = Desk(MemoryStore(), Parts(ledger=FakeLedger))
    make_many(desk.store, 1600)
    with served(desk) as address:
        page = browser.new_page(base_url=address, viewport={"width": width, "height": 800})
        for path in LONG:
            page.goto(path)
            assert page.locator(".pages").count() == 2, path
            found = Axe().run(page)
            assert found.violations_count == 0, (path, found.generate_report())
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        page.close()


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_fits_at_200_per_cent_and_on_a_phone(make_page, path):
    for width in (640, 360):
        page = make_page(viewport={"width": width, "height": 700})
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_is_light(make_page, path):
    page = make_page()
    sizes = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(path, wait_until="networkidle")
    assert 0 < sum(sizes) < KEPT_BYTES


def test_the_keys_move_and_open(make_page):
    page = make_page()
    page.goto(f"/chronology?{DYAD}")
    lines = page.locator("main .line")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    assert lines.nth(1).evaluate("line => line.classList.contains('current') && document.activeElement === line")
    wanted = lines.nth(1).locator("a.to-source").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "filter"
    page.keyboard.type("jk/?")
    assert page.evaluate("document.activeElement.value") == "jk/?"
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_url("**/board**")
    page.keyboard.press("?")
    assert page.evaluate("document.activeElement.id") == "keys"


def test_without_a_mouse_every_link_is_reached_and_seen(make_page):
    page = make_page(java_script_enabled=True)
    page.goto(f"/board?{DYAD}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    focusable = page.evaluate("[...document.querySelectorAll('a[href], button, input, select, summary')].filter(e => e.checkVisibility()).length")
    seen = 0
    for _ in range(focusable):
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        seen += style == "solid"
        page.keyboard.press("Tab")
    assert seen == focusable


def test_every_quote_has_its_language(make_page):
    page = make_page()
    page.goto(f"/chronology?{DYAD}")
    assert page.locator("q.quote:not([lang]), blockquote:not([lang])").count() == 0
    assert set(page.locator("q.quote").evaluate_all("quotes => quotes.map(quote => quote.lang)")) == {"en", "ru", "ko"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_conflicts_and_judgements_keep_nobody_out(browser, scheme):
    desk = make_library()
    disputed = DisputedDesk(desk.store, desk.parts)
    disputed.judge("reject", [next(claim.id for claim in find_claims(desk) if claim.kind == "figure")], by="Ana Ruiz", why="not said there")
    with served(disputed) as address:
        page = browser.new_page(base_url=address, color_scheme=scheme)
        for path in ("/conflicts", "/judgements", "/review"):
            page.goto(path)
            for details in page.locator("details").all():
                details.evaluate("found => { found.open = true }")
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
        page.close()


def test_a_claim_can_be_added_from_a_selection_however_long_the_list_of_claims_is(browser):
    desk = Desk(MemoryStore(), Parts(ledger=FakeLedger))
    make_many(desk.store, 20)
    (kept,) = desk.documents()
    with served(desk) as address:
        page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 800})
        page.goto(f"/source/{kept.id}")
        box = page.locator("#add-claim button").bounding_box()
        assert 0 <= box["y"] <= 800 - box["height"]
        page.close()


def test_all_reports_open_within_the_line(make_page):
    page = make_page()
    page.goto(f"/chronology?{DYAD}")
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")  # htmx takes links over in a timer that was set before this one
    page.keyboard.press("j")
    page.keyboard.press("o")
    report = page.locator("main .line").first.locator(".fold blockquote")
    report.wait_for()
    assert report.get_attribute("lang") in {"en", "ru", "ko"}
    assert page.url.endswith(f"/chronology?{DYAD}")


def test_review_takes_one_key_each(browser):
    desk = make_library()
    with served(desk) as address:
        page = browser.new_page(base_url=address)
        page.goto("/review")
        page.fill("form.card input[name=by]", "Ana Ruiz")
        page.keyboard.press("Escape")
        seen = []
        for key, verdict in (("a", "accept"), ("2", "reject"), ("z", None), ("a", "accept")):
            seen.append(page.locator("form.card input[name=claim]").first.get_attribute("value"))
            with page.expect_navigation():
                page.keyboard.press(key)
            standing = [(found.judgement.verdict, found.judgement.by) for found in desk.judged()]
            assert verdict is None or standing[-1] == (verdict, "Ana Ruiz")
        assert seen[1] == seen[3]
        assert len(set(seen)) == 3
        assert len(desk.judged()) == 2
        page.keyboard.press("x")
        assert page.evaluate("document.activeElement.name") == "why"
        page.close()


def test_a_selection_becomes_a_claim_counted_in_code_points(browser):
    desk = make_library()
    english = next(kept for kept in desk.documents() if kept.language == "en")
    with served(desk) as address:
        page = browser.new_page(base_url=address)
        page.goto(f"/source/{english.id}")
        page.evaluate(
            """() => {
              const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
              let node = walker.nextNode();
              while (!node.data.includes("accused")) node = walker.nextNode();
              const at = node.data.indexOf("accused");
              document.getSelection().setBaseAndExtent(node, at, node, at + 7);
            }"""
        )
        page.wait_for_function("document.querySelector('#add-quote').textContent === 'accused'")
        start, stop = (int(page.input_value(f"#add-claim input[name={name}]")) for name in ("start", "stop"))
        assert desk.document(english.id).text[start:stop] == "accused"
        page.select_option("#add-claim select", "assessment")
        page.click("#add-claim button")
        page.fill("input[name=between]", "NOR; PER")
        page.fill("input[name=value]", "accused")
        page.fill("input[name=polarity]", "-0.5")
        page.fill("input[name=by]", "Ana Ruiz")
        page.fill("input[name=why]", "the reader missed it")
        page.click("form[method=post] button")
        page.wait_for_selector("mark.asked")
        assert "".join(page.locator("mark.asked").all_text_contents()) == "accused"
        assert [found.added.text for found in desk.judged()] == ["accused"]
        page.close()
