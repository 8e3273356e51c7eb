"""A note as PDF, set by Typst with fonts of this machine."""

import json
import re
from collections.abc import Iterable

import typst

from dragoman.model import BadInput
from dragoman.show.brief.model import Brief, Citation, Table
from dragoman.show.moments import say_day
from dragoman.show.text import render_quote

FONTS = ("Noto Serif", "DejaVu Serif", "Libertinus Serif", "Noto Serif CJK KR", "Noto Sans CJK KR", "NanumMyeongjo", "NanumGothic", "UnBatang")
HANGUL_FONTS = frozenset(FONTS[3:])
HANGUL = re.compile(r"[\uac00-\ud7a3]")
HEAD = '#set page(paper: "a4", margin: 2.4cm, numbering: "1")\n#set text(size: 10.5pt, lang: "en", font: {fonts})\n#show link: set text(fill: rgb("#0b5394"))\n'


def render_pdf(brief: Brief) -> bytes:
    """The bytes of a PDF; BadInput where this machine has no font for Hangul that the note holds."""
    installed = set(typst.Fonts().families())
    source = _write(brief, [name for name in FONTS if name in installed])
    if HANGUL.search(source) and not HANGUL_FONTS & installed:
        raise BadInput("no font on this machine shows Hangul; install one (Debian: apt-get install fonts-noto-cjk) or write .docx or .html")
    made: bytes = typst.compile(source.encode(), format="pdf")
    return made


def _write(brief: Brief, fonts: list[str]) -> str:
    parts = [HEAD.replace("{fonts}", "(" + "".join(f"{_text(name)}, " for name in fonts) + ")")]
    parts.append(f"#set document(title: {_text(brief.title)})\n#text(size: 20pt, weight: 600, {_text(brief.title)})\n\nBriefing note of {say_day(brief.made)}")
    for section in brief.sections:
        parts.append(f"#heading({_text(section.title)})")
        parts += [f"#{_text(one.text)} {_link(one.cites)}" for one in section.sentences]
        if section.table:
            parts.append(_tabulate(section.table))
    return "\n\n".join([*parts, '#heading("Citations")', *map(_cite, brief.citations)])


def _link(cites: Iterable[int]) -> str:
    return " ".join(f"#link(<c{number}>, {_text(f'[{number}]')})" for number in cites)


def _tabulate(table: Table) -> str:
    """Rules between the rows alone; the headings come again on each page."""
    head = ", ".join(f"strong({_text(name)})" for name in table.columns)
    cells = [[*(f"[#{_text(cell)}]" for cell in row.cells[:-1]), f"[#{_text(row.cells[-1])} {_link(row.cites)}]"] for row in table.rows]
    rows = ", ".join(cell for row in cells for cell in row)
    widths = ", ".join(f"{share}fr" for share in table.shares())
    look = "stroke: (x, y) => (bottom: 0.4pt + luma(180)), inset: (x: 3pt, y: 4pt), align: left"
    return f"#text(size: 9pt, table(columns: ({widths}), {look}, table.header({head}), {rows}))"


def _cite(citation: Citation) -> str:
    said = say_day(citation.said) if citation.said else "day of publication unknown"
    start, quote = _text(f"[{citation.number}] {citation.file}, {said}: "), _text(render_quote(citation.quote))
    return f"#block[#{start}#text(lang: {_text(citation.language)}, {quote})] <c{citation.number}>"


def _text(text: str) -> str:
    """A string of Typst, in which no sign is a command."""
    return json.dumps("".join(sign for sign in text if sign.isprintable()), ensure_ascii=False)
