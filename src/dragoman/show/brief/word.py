"""A note as a Word document: each number is an endnote of Word's own, and where it comes again a reference to the same endnote."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt
from lxml import etree

from dragoman.show.brief.model import Brief, Citation, Table
from dragoman.show.moments import say_day
from dragoman.show.text import render_quote

LOCALES = {"ko": "ko-KR", "ru": "ru-RU", "ja": "ja-JP", "zh": "zh-CN"}
EASTERN = frozenset({"ko", "ja", "zh"})
LATIN = "en-US"
"""What the digits and Latin letters of an East Asian quote are marked as, so that no line breaks within a number."""
ENDNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
SMALL, GAP, MARGIN, WIDTH = Pt(9), Pt(2), Cm(2.4), Cm(16.2)
"""Type and gaps of tables; the margins of a sheet of A4, and what they leave."""


def render_docx(brief: Brief) -> bytes:
    """The bytes of a .docx."""
    document = Document()
    document.core_properties.title = brief.title
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height, sheet.left_margin, sheet.right_margin = Cm(21), Cm(29.7), MARGIN, MARGIN
    document.add_heading(brief.title, 0)
    document.add_paragraph(f"Briefing note of {say_day(brief.made)}")
    noted: set[int] = set()
    for section in brief.sections:
        document.add_heading(section.title, 1)
        for sentence in section.sentences:
            _cite(document.add_paragraph(_plain(sentence.text)), sentence.cites, noted)
        if section.table:
            _tabulate(document, section.table, noted)
    document.add_heading("Citations", 1)
    notes = Part(PackURI("/word/endnotes.xml"), ENDNOTES, _write_notes(brief.citations), document.part.package)
    document.part.relate_to(notes, RELATIONSHIP_TYPE.ENDNOTES)
    sheet._sectPr.insert(0, _make("w:endnotePr", _make("w:numFmt", val="decimal")))  # noqa: SLF001 (the library knows no endnotes)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _tabulate(document: Any, table: Table, noted: set[int]) -> None:  # noqa: ANN401 (python-docx names no type for it)
    made = document.add_table(rows=1, cols=len(table.columns))
    made.autofit = False
    made._tbl.tblPr.append(_make("w:tblBorders", *(_make(f"w:{edge}", val="single", sz="4", color="BFC5CB") for edge in ("bottom", "insideH"))))  # noqa: SLF001
    made.rows[0]._tr.get_or_add_trPr().append(_make("w:tblHeader"))  # noqa: SLF001
    for cell, name in zip(made.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for told in table.rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, told.cells, strict=True):
            cell.text = _plain(text)
        _cite(cells[-1].paragraphs[0], told.cites, noted)
    for column, share in zip(made.columns, table.shares(), strict=True):
        column.width = Length(WIDTH * share // sum(table.shares()))
        for cell in column.cells:
            cell.width = column.width
    for row in made.rows:
        row._tr.get_or_add_trPr().append(_make("w:cantSplit"))  # noqa: SLF001
    for paragraph in (paragraph for row in made.rows for cell in row.cells for paragraph in cell.paragraphs):
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = GAP
        for run in paragraph.runs:
            run.font.size = SMALL


def _cite(paragraph: Any, numbers: Iterable[int], noted: set[int]) -> None:  # noqa: ANN401
    """Endnotes; a number that has one already becomes a field that leads to it, for Word takes each endnote once."""
    for place, number in enumerate(numbers):
        if place:
            paragraph.add_run(" ").font.superscript = True
        if number in noted:
            field = _make("w:fldSimple", instr=f" NOTEREF note{number} \\f \\h ")
            run = paragraph.add_run(str(number))
            field.append(run._r)  # noqa: SLF001
            paragraph._p.append(field)  # noqa: SLF001
        else:
            noted.add(number)
            paragraph._p.append(_make("w:bookmarkStart", id=str(number), name=f"note{number}"))  # noqa: SLF001
            run = paragraph.add_run()
            run._r.append(_make("w:endnoteReference", id=str(number)))  # noqa: SLF001
            paragraph._p.append(_make("w:bookmarkEnd", id=str(number)))  # noqa: SLF001
        run.font.superscript = True


def _write_notes(citations: Iterable[Citation]) -> bytes:
    """The part that holds the endnotes; the first two are the lines above them."""
    root = etree.fromstring(f"<w:endnotes {nsdecls('w')}/>")
    for name, kind, tag in (("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")):
        root.append(_make("w:endnote", _make("w:p", _make("w:r", _make(tag))), type=kind, id=name))
    for citation in citations:
        said = say_day(citation.said) if citation.said else "day of publication unknown"
        locale = LOCALES.get(citation.language, citation.language)
        mark = _make("w:r", _make("w:rPr", _make("w:vertAlign", val="superscript")), _make("w:endnoteRef"))
        source = _make("w:r", _say(f" {citation.file}, {said}: "))
        spoken = _make("w:lang", val=LATIN if citation.language in EASTERN else locale, eastAsia=locale)
        quote = _make("w:r", _make("w:rPr", spoken), _say(render_quote(citation.quote)))
        root.append(_make("w:endnote", _make("w:p", mark, source, quote), id=str(citation.number)))
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _make(tag: str, *children: Any, **attributes: str) -> Any:  # noqa: ANN401
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def _say(text: str) -> Any:  # noqa: ANN401
    made = _make("w:t")
    made.text = _plain(text)
    made.set(qn("xml:space"), "preserve")
    return made


def _plain(text: str) -> str:
    """Without control signs, which the format cannot hold."""
    return "".join(sign for sign in text if sign.isprintable())
