"""The documents of examples/ stay read as they are: what they are, what is furniture in them, and what no reading may do to them."""

from datetime import date
from pathlib import Path

import pytest

import dragoman
from bench.make_pdf import make_pdf
from dragoman.archive.documents import load_documents
from dragoman.model import FURNITURE, Trouble

FOLDER = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())
EACH = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
KNOWN = {
    "communique-korea-russia.en.txt": ("en", None, None),
    "communique-korea-russia.ko.txt": ("ko", None, None),
    "encyclopaedia-japan-philippines.txt": ("en", None, None),
    "news-korea-russia.ko.txt": ("ko", date(2025, 9, 4), None),
    "news-russia-korea.ru.txt": ("ru", date(2025, 6, 18), None),
    "report-azerbaijan-georgia.pdf": ("en", None, None),
    "saved-page-india-china.html": ("en", date(2025, 8, 20), None),
    "shorts.jsonl": ("en", date(2025, 4, 2), None),
    "translated-page-russia-korea.txt": ("en", date(2025, 3, 12), "ru"),
    "wire-turkiye-armenia.txt": ("en", None, None),
}
UNDATED = {name for name, (_, published, _) in KNOWN.items() if published is None}
"""Where a date stands in the page and may one day be found."""
FURNISHED = {
    "saved-page-india-china.html": ("Read next", "Cookies", "Photo: Courier", "Ten walks in Sikkim"),
    "translated-page-russia-korea.txt": ("Озвучить текст", "Самолёт готовится", "Photo: RK News", "Translated by", "Live broadcast", "Read also"),
    "wire-turkiye-armenia.txt": ("Donate now", "Read more", "Two arrested"),
    "news-korea-russia.ko.txt": ("무단 전재", "baek@example.org"),
}


def first_document(path):
    found = list(load_documents(path))
    assert not any(isinstance(one, Trouble) for one in found)
    return found[0].document


@EACH
def test_each_is_archived_for_what_it_is(path):
    document = first_document(path)
    language, published, translated_from = KNOWN[path.name]
    assert document.language == language
    assert document.translated_from == translated_from
    assert path.name in UNDATED or document.published == published


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, listed in FURNISHED.items() for words in listed])
def test_furniture_is_marked_and_still_there(name, words):
    document = first_document(FOLDER / name)
    assert document.zone_at(document.text.index(words)) in FURNITURE


def test_a_file_of_articles_holds_six():
    articles = [found.document for found in load_documents(FOLDER / "shorts.jsonl")]
    assert [article.language for article in articles] == ["en", "en", "ru", "ru", "ko", "ko"]
    assert {article.outlet for article in articles} >= {"Steppe Bulletin", "Северный курьер", "초원일보"}


def test_the_pdf_is_what_its_script_makes(tmp_path):
    make_pdf(tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (FOLDER / "report-azerbaijan-georgia.pdf").read_bytes()


@EACH
def test_each_claim_is_its_span_and_never_furniture(path):
    document = first_document(path)
    reading = dragoman.read(path)
    assert reading.claims
    for claim in reading.claims:
        assert claim.text == document.quote(claim.span)
        assert document.zone_at(claim.span.start) not in FURNITURE


@EACH
def test_reading_twice_gives_the_same(path):
    assert dragoman.read(path) == dragoman.read(path)
