"""A note as a Word document, with links from each number to its words."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dragoman.show.brief.model import Brief, Citation
from dragoman.show.moments import say_day
from dragoman.show.text import render_quote

LOCALES = {"ko": "ko-KR", "ru": "ru-RU", "ja": "ja-JP", "zh": "zh-CN"}


def render_docx(brief: Brief) -> bytes:
    """The bytes of a .docx."""
    document = Document()
    document.core_properties.title = brief.title
    document.add_heading(brief.title, 0)
    document.add_paragraph(f"Briefing note of {say_day(brief.made)}")
    for section in brief.sections:
        document.add_heading(section.title, 1)
        for sentence in section.sentences:
            paragraph = document.add_paragraph(_plain(sentence.text))
            for number in sentence.cites:
                _link(paragraph, number)
    document.add_heading("Citations", 1)
    for citation in brief.citations:
        _cite(document.add_paragraph(), citation)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _link(paragraph: Any, number: int) -> None:  # noqa: ANN401 (python-docx names no type for it)
    """A number that leads to its bookmark."""
    paragraph.add_run(" ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"c{number}")
    run = paragraph.add_run(f"[{number}]")
    link.append(run._r)  # noqa: SLF001 (the library has no other way to a link within)
    paragraph._p.append(link)  # noqa: SLF001


def _cite(paragraph: Any, citation: Citation) -> None:  # noqa: ANN401
    """The bookmark, the file, the day, and the words in their language."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(citation.number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), f"c{citation.number}")
        paragraph._p.append(mark)  # noqa: SLF001
    said = say_day(citation.said) if citation.said else "day of publication unknown"
    paragraph.add_run(_plain(f"[{citation.number}] {citation.file}, {said}: "))
    quote = paragraph.add_run(_plain(render_quote(citation.quote)))
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), LOCALES.get(citation.language, citation.language))
    quote._r.get_or_add_rPr().append(language)  # noqa: SLF001


def _plain(text: str) -> str:
    """Without control signs, which the format cannot hold."""
    return "".join(sign for sign in text if sign.isprintable())
