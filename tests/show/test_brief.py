"""Briefing notes over documents of our own: every rule is broken once, and every form is opened again."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import msgspec
import pypdf
import pytest
from starlette.testclient import TestClient

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.ask.who import Who
from dragoman.desk import Desk
from dragoman.model import BadInput, Channel, NothingFound, When, claim_id
from dragoman.show.brief.citing import Citing
from dragoman.show.brief.forms import render_brief
from dragoman.show.brief.gaps import find_empty_months
from dragoman.show.brief.lint import TELLERS, lint
from dragoman.show.brief.model import Brief, Citation, Row, Section, Sentence, Table
from dragoman.show.brief.outline import Asked, make_brief
from dragoman.show.brief.reading import read_brief
from dragoman.show.brief.tables import tabulate_offices
from dragoman.show.web.app import make_app
from dragoman.show.web.door import Door
from tests.ask.builders import post, view
from tests.show.library import make_library
from tests.show.test_judging import DisputedDesk

CITED = Citation(1, "a.txt", date(2024, 3, 4), "Полёты возобновлены. 항공편을 재개했다 #[*x*]", "ru", "c1")
GOOD = Sentence("2024: according to a.txt, flights resumed.", (1,), n_origins=1, attributed=True)


def note(sentence, section="Chronology"):
    return Brief("Norway and Peru", date(2025, 1, 1), (Section(section, (sentence,)),), (CITED,))


@pytest.fixture(scope="module")
def brief():
    return make_brief(make_library(), Asked(Dyad("NOR", "PER")))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("War is likely.", "without its number"),
        ("War is likely (100 %).", "0 or 100"),
        ("War is almost certain (0 %).", "0 or 100"),
        ("War is unlikely (60–70 %).", "outside"),
        ("War is likely (55–80 %), with high confidence.", "confidence and likelihood"),
    ],
)
def test_probability_words_carry_their_numbers(text, fault):
    assert any(fault in found for found in lint(note(replace(GOOD, text=text))))


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        (replace(GOOD, cites=()), "no citation"),
        (replace(GOOD, cites=(7,)), "not listed"),
        (replace(GOOD, attributed=False), "one origin told as fact"),
        (Sentence("Nothing.", basis="record"), "no citation"),
    ],
)
def test_a_sentence_without_support_is_refused(sentence, fault):
    assert any(fault in found for found in lint(note(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        GOOD,
        replace(GOOD, attributed=False, n_origins=2),
        replace(GOOD, text="War is very likely (80–95 %)."),
        replace(GOOD, text="According to a.txt, it is “likely”."),
    ],
)
def test_a_sound_sentence_is_let_through(sentence):
    assert lint(note(sentence)) == []


def test_what_is_not_in_the_record_cites_nothing():
    assert lint(note(Sentence("No document speaks of visas.", basis="record"), section="Not in the record")) == []


def test_a_note_keeps_its_own_rules(brief):
    assert lint(brief) == []
    titles = [section.title for section in brief.sections]
    assert titles[0] == "Bottom line"
    assert titles[-2:] == ["Sources", "How this note was made"]
    assert "Not in the record" in titles
    quotes = {citation.quote for citation in brief.citations}
    texts = {" ".join(claim.text.split()) for claim in make_library().claims()}
    assert quotes
    assert quotes <= texts


def test_background_says_so_and_is_no_bottom_line():
    desk = make_library()
    (visit,) = (claim for claim in desk.claims() if claim.kind == "event" and claim.mode == "visit")
    before = make_brief(desk, Asked(Dyad("NOR", "PER")))
    desk.judge("background", [visit.id], by="Ana Ruiz", why="told as a setting")
    after = make_brief(desk, Asked(Dyad("NOR", "PER")))
    marked = [sentence.text for section in after.sections for sentence in section.sentences if "background" in sentence.text]
    assert len(marked) == 1
    assert "(background)" in marked[0]
    assert len(after.sections[0].sentences) == len(before.sections[0].sentences) - 1


def test_a_quotation_that_ends_a_sentence_ends_the_one_around_it(brief):
    texts = [sentence.text for section in brief.sections for sentence in section.sentences]
    assert not [text for text in texts if text.endswith((".”.", "!”.", "..")) or "last evidence –" in text or ("according to" in text and ", Air link" in text)]


def test_nobody_is_briefed_on_sides_that_the_record_does_not_know():
    with pytest.raises(NothingFound):
        make_brief(make_library(), Asked(Dyad("CHL", "TCD")))


def test_months_without_a_line_are_told_in_runs():
    times = [When.in_month(2020, 1), When.in_month(2020, 4), None]
    assert find_empty_months(times, None, None) == ["February 2020 – March 2020"]
    assert find_empty_months(times, date(2019, 12, 1), date(2020, 5, 1)) == ["December 2019", "February 2020 – March 2020", "May 2020"]


def test_html_escapes_what_documents_hold_and_names_languages(brief):
    page = render_brief(brief, ".html").decode()
    assert "<script" not in page
    assert 'lang="ru"' in page
    assert set(re.findall(r'href="#(c\d+)"', page)) == set(re.findall(r'id="(c\d+)"', page))


def test_html_tells_the_language_of_what_stands_in_a_sentence_in_another_script():
    told = replace(GOOD, text="2024: according to “정부, 항공편 재개” & «Полёты, рейсы», Olsen speaks.")
    page = render_brief(note(told), ".html").decode()
    assert '“<span lang="ko">정부, 항공편 재개</span>” &amp; «<span lang="ru">Полёты, рейсы</span>», Olsen' in page


def test_markdown_shows_no_markup_of_documents():
    text = render_brief(note(GOOD), ".md").decode()
    assert r"\#\[\*x\*\]" in text


def test_word_has_endnotes_of_its_own_and_a_reference_for_every_number(brief):
    with ZipFile(BytesIO(render_brief(brief, ".docx"))) as packed:
        body, notes = (packed.read(f"word/{name}.xml").decode() for name in ("document", "endnotes"))
        kinds, links = packed.read("[Content_Types].xml").decode(), packed.read("word/_rels/document.xml.rels").decode()
    numbers = [str(citation.number) for citation in brief.citations]
    assert re.findall(r'<w:endnoteReference w:id="(\d+)"', body) == numbers
    assert re.findall(r'<w:endnote w:id="(\d+)"', notes) == numbers
    again = set(re.findall(r"NOTEREF (note\d+)", body))
    assert again
    assert again <= set(re.findall(r'w:bookmarkStart [^>]*w:name="(note\d+)"', body))
    assert '/word/endnotes.xml"' in kinds
    assert 'Target="endnotes.xml"' in links
    assert 'w:val="ru"' in notes or "ru-RU" in notes


def test_agreements_and_figures_are_tables(brief):
    tables = {section.title: section.table for section in brief.sections if section.table}
    assert set(tables) == {"Agreements", "Figures"}
    assert all(table.columns[-1] == TELLERS and all(row.cites and row.cells[-1] for row in table.rows) for table in tables.values())


def test_offices_are_a_table_with_a_row_for_a_vacancy():
    held = post("Dahl, ambassador", "Dahl", "ambassador", "NOR", "incumbent", When.on(date(2024, 3, 5)))
    vacant = post("The embassy has no ambassador.", None, "ambassador", "PER", "vacant", start=40)
    seen = view(held, vacant)
    table = tabulate_offices(Who().answer(seen), Citing(seen.documents))
    assert [row.cells for row in table.rows] == [
        ("ambassador of Norway", "Dahl", "incumbent", "observed 5 March 2024", "d1.txt"),
        ("ambassador of Peru", "nobody", "vacant", "undated", "d1.txt"),
    ]


@pytest.mark.parametrize("form", [".md", ".html", ".docx"])
def test_a_table_is_a_table_in_every_form(brief, form, tmp_path):
    (tmp_path / f"note{form}").write_bytes(render_brief(brief, form))
    again = read_brief(tmp_path / f"note{form}")
    assert [(one.title, one.table) for one in again.sections] == [(one.title, one.table) for one in brief.sections]
    assert [[sentence.cites for sentence in one.sentences] for one in again.sections] == [
        [sentence.cites for sentence in one.sentences] for one in brief.sections
    ]
    assert lint(again) == []


def test_pdf_holds_the_cells_of_tables(brief):
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(render_brief(brief, ".pdf"))).pages)
    cells = [cell for section in brief.sections if section.table for row in section.table.rows for cell in row.cells[:1]]
    assert cells
    assert all(cell.split()[0] in text for cell in cells)


TOLD = "2024: according to a.txt, flights resumed."


@pytest.mark.parametrize(
    ("edited", "fault"),
    [
        ("War is likely. According to a.txt.", "without its number"),
        (f"{TOLD[:-1]}, all of them.", None),
        ("Flights resumed.", "one origin told as fact"),
    ],
)
def test_an_edited_note_is_checked(edited, fault, tmp_path):
    path = tmp_path / "note.md"
    path.write_bytes(render_brief(note(replace(GOOD, text=TOLD)), ".md").replace(TOLD.encode(), edited.encode()))
    faults = lint(read_brief(path))
    assert any(fault in found for found in faults) if fault else faults == []


def test_a_citation_that_was_cut_out_is_missed(tmp_path):
    path = tmp_path / "note.html"
    path.write_bytes(re.sub(rb"<li id.*</li>", b"", render_brief(note(GOOD), ".html")))
    assert any("not listed" in found for found in lint(read_brief(path)))


@pytest.mark.parametrize(("name", "content"), [("a.pdf", b"%PDF"), ("a.docx", b"no zip"), ("a.md", b"words alone"), ("a.md", b"\xff\xfe"), ("a.html", b"")])
def test_what_is_no_note_is_refused(name, content, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput):
        read_brief(tmp_path / name)


def test_a_table_must_say_who_tells_it():
    told = Table(("Measure", TELLERS), (Row(("exports", ""), (1,)), Row(("imports", "a.txt"), ())))
    faults = lint(Brief("Norway and Peru", date(2025, 1, 1), (Section("Figures", (), told),), (CITED,)))
    assert [fault.split(": ")[1] for fault in faults] == ["one origin told as fact", "no citation"]


def test_pdf_shows_cyrillic_and_hangul():
    found = pypdf.PdfReader(BytesIO(render_brief(note(GOOD), ".pdf")))
    text = "".join(page.extract_text() for page in found.pages)
    assert "Полёты возобновлены" in text
    assert "항공편을" in text
    fonts = [font.get_object()["/BaseFont"] for page in found.pages for font in page["/Resources"]["/Font"].values()]
    assert any("NotoSerifKR" in name for name in fonts), "Hangul is set in the font that comes with the package, whatever this machine has"


def test_another_ending_is_refused():
    with pytest.raises(BadInput, match=r"\.docx"):
        render_brief(note(GOOD), ".odt")


@pytest.mark.parametrize(("form", "status"), [("md?dyad=NOR-PER", 200), ("docx?dyad=NOR-PER", 200), ("odt?dyad=NOR-PER", 400), ("md", 400)])
def test_the_desk_hands_out_notes(form, status):
    client = TestClient(make_app(make_library(), Door(frozenset({"desk.test"}), b"secret")), base_url="http://desk.test")
    found = client.get(f"/brief.{form}")
    assert found.status_code == status
    assert ("attachment" in found.headers.get("content-disposition", "")) == (status == 200)


def test_the_board_leads_to_its_note():
    client = TestClient(make_app(make_library(), Door(frozenset({"desk.test"}), b"secret")), base_url="http://desk.test")
    assert 'href="/brief.docx?dyad=NOR-PER"' in client.get("/board?dyad=NOR-PER").text


def texts_of(brief, title):
    return [sentence.text for section in brief.sections if section.title == title for sentence in section.sentences]


def test_a_note_from_a_day_on_says_what_it_leaves_out():
    desk = make_library()
    undated = sum(line.entry.claim.when is None for line in desk.answer(Chronology(dyad=Dyad("NOR", "PER"))))
    assert undated
    brief = make_brief(desk, Asked(Dyad("NOR", "PER"), since=date(2024, 1, 1)))
    assert texts_of(brief, "What changed") == []
    told = " ".join(texts_of(brief, "Not in the record"))
    assert f"{undated} line" in told
    assert "By the end of 1 January 2024 this record held nothing about the two" in told
    assert "no source gives a time" not in " ".join(texts_of(make_brief(desk, Asked(Dyad("NOR", "PER"))), "Not in the record"))


def test_a_change_is_told_with_names_and_what_the_record_had_before():
    early = make_library()
    later = early.parts.clock() + timedelta(days=10)
    desk = Desk(early.store, replace(early.parts, clock=lambda: later))
    asked = Asked(Dyad("NOR", "PER"), since=later.date() - timedelta(days=2))
    link = next(claim for claim in desk.claims() if isinstance(claim, Channel))
    corrected = msgspec.structs.replace(link, state="suspended", when=When.on(asked.since))
    desk.add_claim(msgspec.structs.replace(corrected, id=claim_id(corrected)), by="Vik", why="it stopped")
    (told,) = texts_of(make_brief(desk, asked), "What changed")
    assert told.startswith("According to ")
    assert "air link Norway – Peru: suspended; before, the record had: resumed" in told


def test_disagreements_stay_unless_all_their_claims_are_dated_outside_of_the_bounds():
    library = make_library()
    desk = DisputedDesk(library.store, library.parts)
    assert len(texts_of(make_brief(desk, Asked(Dyad("NOR", "PER"))), "Disagreements")) == 1
    assert len(texts_of(make_brief(desk, Asked(Dyad("NOR", "PER"), since=date(2024, 3, 1))), "Disagreements")) == 1
    assert texts_of(make_brief(desk, Asked(Dyad("NOR", "PER"), until=date(2023, 1, 1))), "Disagreements") == []
