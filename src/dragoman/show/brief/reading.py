"""A note read back from its file, as somebody may have edited it: sections, sentences, rows and the numbers that they cite."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.oxml.ns import qn
from lxml import etree, html

from dragoman.model import BadInput
from dragoman.show.brief.lint import FREE
from dragoman.show.brief.model import Brief, Citation, Row, Section, Sentence, Table

LINK = re.compile(r"\s*\[\\?\[(\d+)\\?\]\]\(#c\d+\)")
NUMBER = re.compile(r"\s*\[(\d+)\]")
ANCHOR = re.compile(r'<a id="c(\d+)"></a>')
ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|])")
CELL = re.compile(r"(?<!\\)\|")
NOTEREF = re.compile(r"NOTEREF note(\d+)")
ATTRIBUTED = re.compile(r"\baccording to\b", re.IGNORECASE)
CITATIONS = "Citations"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the file: a heading, a citation, a sentence or a row; `cells` holds one text for each but the row."""

    kind: str
    cells: tuple[str, ...]
    cites: tuple[int, ...] = ()


def read_brief(path: Path) -> Brief:
    """The note; BadInput where the file is of a form that cannot be read back, or is none."""
    readers = {".md": _read_markdown, ".html": _read_html, ".docx": _read_docx}
    if path.suffix.lower() not in readers:
        raise BadInput(f"{path}: only {', '.join(readers)} can be read back")
    try:
        blocks = list(readers[path.suffix.lower()](path.read_bytes()))
    except (OSError, BadZipFile, KeyError, ValueError, etree.LxmlError) as error:
        raise BadInput(f"{path}: is no note that can be read ({error})") from None
    found = tuple(_group(blocks))
    if not found:
        raise BadInput(f"{path}: has no section; a note has headings with sentences beneath them")
    citations = tuple(Citation(number, "", None, "", "", "") for block in blocks if block.kind == "citation" for number in block.cites)
    return Brief(path.stem, date.min, found, citations)


def _group(blocks: Iterable[Block]) -> Iterator[Section]:
    """Sections in order; what stands before the first heading is the title."""
    sections: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if block.kind == "heading":
            sections.append((block.cells[0], []))
        elif sections and block.kind in {"sentence", "row"}:
            sections[-1][1].append(block)
    for title, found in sections:
        if title != CITATIONS:
            rows = [block for block in found if block.kind == "row"]
            table = Table(rows[0].cells, tuple(Row(row.cells, row.cites) for row in rows[1:])) if rows else None
            yield Section(title, tuple(_say(block, title) for block in found if block.kind == "sentence"), table)


def _say(block: Block, title: str) -> Sentence:
    """A citation is one origin at most, so that two of them may be two."""
    free = title in FREE and not block.cites
    return Sentence(block.cells[0], block.cites, "record" if free else "words", len(block.cites), attributed=bool(ATTRIBUTED.search(block.cells[0])))


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, tuple[int, ...]]:
    """The text without its numbers, and the numbers."""
    return pattern.sub("", text).strip(), tuple(int(number) for number in pattern.findall(text))


def _read_markdown(content: bytes) -> Iterator[Block]:
    for line in filter(None, map(str.strip, content.decode().splitlines())):
        anchor = ANCHOR.match(line)
        if anchor:
            yield Block("citation", (line,), (int(anchor[1]),))
        elif line.startswith("## "):
            yield Block("heading", (_bare(line[3:]),))
        elif line.startswith("|"):
            text, cites = _cut(line, LINK)
            cells = tuple(_bare(cell.strip()) for cell in CELL.split(text)[1:-1])
            if set("".join(cells)) - set("-: "):
                yield Block("row", cells, cites)
        elif not line.startswith("# "):
            text, cites = _cut(line.removeprefix("- "), LINK)
            yield Block("sentence", (_bare(text),), cites)


def _bare(text: str) -> str:
    return ESCAPED.sub(r"\1", text)


def _read_html(content: bytes) -> Iterator[Block]:
    for node in html.fromstring(content).iter("h2", "p", "li", "tr"):
        if node.tag == "h2":
            yield Block("heading", (node.text_content().strip(),))
        elif node.tag == "li" and re.fullmatch(r"c\d+", node.get("id", "")):
            yield Block("citation", ("",), (int(node.get("id")[1:]),))
        elif node.tag == "tr":
            cells = [_cut(cell.text_content(), NUMBER) for cell in node.iter("th", "td")]
            yield Block("row", tuple(text for text, _ in cells), tuple(number for _, cites in cells for number in cites))
        elif node.tag == "p":
            yield Block("sentence", *_wrap(_cut(node.text_content(), NUMBER)))


def _wrap(found: tuple[str, tuple[int, ...]]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    return (found[0],), found[1]


def _read_docx(content: bytes) -> Iterator[Block]:
    document = Document(BytesIO(content))
    for child in document.element.body:
        if child.tag == qn("w:tbl"):
            for row in child.iter(qn("w:tr")):
                cells = [_read_runs(cell) for cell in row.iter(qn("w:tc"))]
                yield Block("row", tuple(text for text, _ in cells), tuple(number for _, cites in cells for number in cites))
        elif child.tag == qn("w:p"):
            style = child.find(f".//{qn('w:pStyle')}")
            text, cites = _read_runs(child)
            if style is not None and style.get(qn("w:val"), "").startswith("Heading"):
                yield Block("heading", (text,))
            elif text:
                yield Block("sentence", (text,), cites)
    notes = [part for part in document.part.package.iter_parts() if str(part.partname) == "/word/endnotes.xml"]
    for note in (note for part in notes for note in etree.fromstring(part.blob)):
        if note.get(qn("w:type")) is None:
            yield Block("citation", ("",), (int(note.get(qn("w:id"))),))


def _read_runs(node: Any) -> tuple[str, tuple[int, ...]]:  # noqa: ANN401 (python-docx names no type for it)
    """The text, without the numbers that fields show, and the endnotes that it leads to."""
    fields = [field for field in node.iter(qn("w:fldSimple")) if NOTEREF.search(field.get(qn("w:instr"), ""))]
    hidden = {text for field in fields for text in field.iter(qn("w:t"))}
    text = "".join(found.text or "" for found in node.iter(qn("w:t")) if found not in hidden)
    cites = [int(note.get(qn("w:id"))) for note in node.iter(qn("w:endnoteReference"))]
    return text.strip(), tuple(cites + [int(number) for field in fields for number in NOTEREF.findall(field.get(qn("w:instr"), ""))])
