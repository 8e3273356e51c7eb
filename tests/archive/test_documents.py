"""Files of every kind become documents, or one line that says why not."""

import hashlib
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from dragoman.archive.documents import load_document, load_documents
from dragoman.archive.source import MAX_BYTES, Archived, ArticleMapping
from dragoman.model import BadInput, Trouble

RUSSIAN = "Министр иностранных дел Норвегии принял посла Турции. Стороны обсудили торговлю и рыболовство.\n" * 5
KOREAN = "외교부는 주한 노르웨이 대사를 초치해 항의했다고 밝혔다. 정부는 이날 협정에 서명했다.\n" * 5
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Oslo and Ankara sign | Paper</title>
<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2024-03-05T23:30:00+03:00"></head>
<body><nav><a>World</a> <a>Politics</a></nav><article><h1>Oslo and Ankara sign</h1>
<figure><img><figcaption>Ministers shake hands</figcaption></figure>
<p>Norway and Turkey signed a trade agreement in Oslo on Monday after two years of talks, the ministry said in a statement.</p>
<p>The ministers discussed energy, shipping and the war in the region, and they agreed to meet again in the autumn.</p>
<h2>What comes next</h2><p>Parliaments of both countries must ratify the document before it may enter into force in the summer.</p>
<table><tr><td>Year</td><td>Trade</td></tr></table></article><footer>Contact the newsroom</footer></body></html>"""


def write(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def make_pdf(words: str, password: str | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None)
    for page in ("first", "second"):
        if words:
            canvas.drawString(72, 700, f"{words} on the {page} page.")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("text", ["One line.\r\n\r\nTwo lines.\r\n", "\tOdd  blanks \n\n\nstay.\n", "Тихо\rшифер\n"])
def test_utf8_text_is_archived_exactly(tmp_path: Path, text: str) -> None:
    raw = text.encode()
    for prefix in (b"", b"\xef\xbb\xbf"):
        document = load_document(write(tmp_path, "a.txt", prefix + raw)).document
        assert document.text == text
        assert document.id == f"{hashlib.sha256(prefix + raw).hexdigest()}.text-2"
        assert document.file == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        *[(RUSSIAN, encoding, "ru") for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866")],
        *[(KOREAN, encoding, "ko") for encoding in ("utf-8", "utf-16", "utf-16-le", "euc-kr", "cp949")],
    ],
)
def test_encodings_are_found(tmp_path: Path, text: str, encoding: str, language: str) -> None:
    document = load_document(write(tmp_path, "a.txt", text.encode(encoding))).document
    assert document.text == text
    assert document.language == language


@pytest.mark.parametrize(("said", "encoding"), [("windows-1251", "utf-8"), ("utf-8", "cp1251"), ("utf-8", "koi8-r"), ("euc-kr", "utf-8")])
def test_mislabelled_pages_are_read(tmp_path: Path, said: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{said}"></head><body><p>{RUSSIAN}</p></body></html>'
    assert "принял посла Турции" in load_document(write(tmp_path, "a.html", page.encode(encoding))).document.text


def test_damaged_utf8_keeps_its_text(tmp_path: Path) -> None:
    raw = RUSSIAN.encode()
    document = load_document(write(tmp_path, "a.txt", raw[:200] + b"\xff" + raw[200:])).document
    assert document.encoding == "utf-8"
    assert document.text.count("\ufffd") <= 3  # the byte, and the letter that it splits


def test_page_keeps_furniture_marked_in_page_order(tmp_path: Path) -> None:
    document = load_document(write(tmp_path, "a.html", PAGE.encode())).document
    found = [(zone.kind, document.quote(zone.span)) for zone in document.zones]
    assert [kind for kind, _ in found] == ["navigation", "headline", "caption", "body", "body", "subhead", "body", "table", "navigation"]
    assert found[1][1] == document.title == "Oslo and Ankara sign"
    assert (document.outlet, document.published, document.edition) == ("The Paper", date(2024, 3, 5), "html-2")


def test_page_without_a_stated_day_has_none(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2024-03-05T23:30:00+03:00">', "")
    assert load_document(write(tmp_path, "a.html", page.encode())).document.published is None


def test_day_of_a_flattened_page_comes_from_its_dateline_only(tmp_path: Path) -> None:
    story = "Norway signed the treaty on May 4, 2020 in Oslo, the ministry of foreign affairs said.\n"
    assert load_document(write(tmp_path, "a.txt", story.encode())).document.published is None
    dated = f"Norway signed the treaty in Oslo\nPublished: 6 May 2020, 10:15\n\n{story}"
    assert load_document(write(tmp_path, "b.txt", dated.encode())).document.published == date(2020, 5, 6)


def test_translated_page_names_its_source(tmp_path: Path) -> None:
    text = "Norway and Turkey signed a treaty on Monday in Oslo.\n\nПорт утром\nPhoto: TASS/Ivanov\n\nBoth parliaments will vote.\n\nПереведено автоматически\n"
    document = load_document(write(tmp_path, "a.txt", text.encode())).document
    assert (document.language, document.translated_from) == ("en", "ru")
    assert document.language_at(text.index("Порт")) == "ru"
    named = text.replace("Переведено автоматически", "This article was translated from Korean.")
    assert load_document(write(tmp_path, "b.txt", named.encode())).document.translated_from == "ko"


def test_wikitext_becomes_readable_text(tmp_path: Path) -> None:
    raw = "{{Infobox relations|mission1=[[Embassy of Norway, Ankara|Embassy]]}}\n'''Ties''' between {{flag|Norway}} and [[Turkey]] are old.<ref>x</ref>\n\n"
    raw += "== History ==\nThey began in 1926.\n[[Category:A]]\n"
    document = load_document(write(tmp_path, "a.wiki", raw.encode())).document
    assert document.text == "Infobox\n- mission1: Embassy\n\nTies between Norway and Turkey are old.\n\n== History ==\nThey began in 1926.\n"
    assert [zone.kind for zone in document.zones] == ["infobox", "infobox", "body", "subhead", "body"]


def test_markdown_text_is_untouched(tmp_path: Path) -> None:
    text = "---\ntitle: Treaty\ndate: 2024-01-02\n---\n# Treaty signed\n\nNorway and Turkey signed it.\n\n## Later\n\nBoth will vote on it.\n"
    document = load_document(write(tmp_path, "a.md", text.encode())).document
    assert (document.text, document.title, document.published) == (text, "Treaty", date(2024, 1, 2))
    assert [zone.kind for zone in document.zones][4:] == ["headline", "body", "subhead", "body"]


def test_pdf_keeps_page_starts(tmp_path: Path) -> None:
    document = load_document(write(tmp_path, "a.pdf", make_pdf("Norway and Turkey signed"))).document
    assert [document.text[start : start + 6] for start in document.page_starts] == ["Norway", "Norway"]


def test_articles_by_default_and_by_mapping(tmp_path: Path) -> None:
    raw = b'[{"headline":"Treaty","body":"Norway signed it.","publishedAt":"2024-05-06T10:00:00Z","source":{"name":"Paper"},"link":"u"},7,{"text":"Two."}]'
    first, second, third = load_documents(write(tmp_path, "a.json", raw))
    assert isinstance(first, Archived)
    assert isinstance(second, Trouble)
    assert isinstance(third, Archived)
    document = first.document
    assert (document.title, document.outlet, document.url, document.published) == ("Treaty", "Paper", "u", date(2024, 5, 6))
    assert [(zone.kind, document.quote(zone.span)) for zone in document.zones] == [("headline", "Treaty"), ("body", "Norway signed it.")]
    assert hashlib.sha256(first.raw).hexdigest() == document.sha256
    lines = write(tmp_path, "a.jsonl", b'{"kop":"A","inhoud":{"tekst":"Oslo agreed to it."}}\nbroken\n')
    found = list(load_documents(lines, ArticleMapping(title=("kop",), text=("inhoud.tekst",))))
    assert [type(one) for one in found] == [Archived, Trouble]


def test_bad_files_give_one_line_with_name_and_reason(tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "blank.txt": b" \n",
        "binary.txt": bytes(range(256)) * 50,
        "nul.txt": b"Seoul said\x00 that\n",
        "line.txt": b"word " * 300_000,
        "lines.txt": b"a\n" * 200_000,
        "archive.txt": b"PK\x03\x04rest",
        "deep.html": b"<html><body>" + b"<div>" * 50_000 + b"hello",
        "marks.html": b"<html>" + b"<" * 1_000_000,
        "deep.json": b"[" * 500_000,
        "deep.wiki": b"{{" * 50_000 + b"a" + b"}}" * 50_000,
        "tables.wiki": b"{|\n" * 20_000,
        "broken.pdf": b"%PDF-1.4\n" + bytes(range(256)) * 20,
        "scan.pdf": make_pdf(""),
        "locked.pdf": make_pdf("Secret", "password"),
    }
    for name, raw in bad.items():
        path = write(tmp_path, name, raw)
        with pytest.raises(BadInput) as caught:
            load_document(path)
        assert str(caught.value).startswith(f"{path}: "), name
        assert "\n" not in str(caught.value), name
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    found = list(load_documents(tmp_path))
    assert len(found) == len(bad) + 1
    assert all(isinstance(one, Trouble) and one.stage == "archive" for one in found)


def test_missing_file_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        load_document(tmp_path / "nothing.txt")


def test_folder_goes_on_past_loops_pipes_and_dead_links(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", b"Oslo agreed to the treaty.")
    write(tmp_path, "a.txt", b"")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "loop").symlink_to(tmp_path)
    (inner / "dead").symlink_to("nowhere")
    os.mkfifo(inner / "pipe")
    found = list(load_documents(tmp_path))
    assert [type(one) for one in found] == [Trouble, Archived, Trouble]
    assert [type(one) for one in load_documents(tmp_path)] == [type(one) for one in found]


def test_plain_text_waits_for_no_heavy_library(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", RUSSIAN.encode() + KOREAN.encode() + b"The envoy of Norway said that the talks with Turkey were over.")
    code = (
        "import sys; from pathlib import Path; from dragoman.archive.documents import load_document; load_document(Path(sys.argv[1]));"
        "print(sorted({'trafilatura', 'lxml', 'pypdf', 'py3langid', 'numpy', 'mwparserfromhell', 'htmldate'} & set(sys.modules)))"
    )
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, env=settings)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_day_below_the_title_goes_before_the_day_above_it(tmp_path: Path) -> None:
    text = "18.11.2025\nNorway and Turkey agree on fishing\n08.11.2022\n\nNorway and Turkey agreed on fishing rights in Oslo, the ministry said.\n"
    assert load_document(write(tmp_path, "a.txt", text.encode())).document.published == date(2022, 11, 8)


def test_page_of_cookies_teasers_comments_and_a_live_ticker_keeps_its_story(tmp_path: Path) -> None:
    story = [f"The envoys of Norway and Turkey met for the {number} time and spoke at length about fishing rights." for number in ("first", "second", "third")]
    page = (
        "<html><body><div class='cookie-consent'><p>We and our 800 partners store cookies on your device.</p></div><nav><a>World</a></nav>"
        f"<article><h1>Envoys meet</h1><p>{story[0]}</p>"
        "<aside class='related'><h3>Related</h3><a>Iceland raises its quota for the second time this year</a></aside>"
        f"<p>{story[1]}</p><p><a>How the quota war of the north began and who won it</a></p><h2>Read also</h2><p>{story[2]}</p></article>"
        "<section class='comments'><p>Never again should they meet, says my neighbour, who fishes there.</p></section></body></html>"
    )
    document = load_document(write(tmp_path, "a.html", page.encode())).document
    told = {document.quote(zone.span): zone.kind for zone in document.zones}
    assert [words for words, kind in told.items() if kind == "body"] == story
    assert [words for words, kind in told.items() if kind in {"headline", "subhead"}] == ["Envoys meet"]


def test_page_without_a_headline_goes_by_its_first_heading(tmp_path: Path) -> None:
    text = "Norway and Turkey signed the treaty in Oslo on Monday, officials said.\n\nWhat the treaty says\n\nBoth parliaments will vote on it in the autumn.\n"
    assert load_document(write(tmp_path, "a.txt", text.encode())).document.title == "What the treaty says"
