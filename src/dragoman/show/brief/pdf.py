"""A note as PDF, set by Typst; the font for Hangul comes with the package, so that a note shows it on every machine."""

import json
import lzma
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from dragoman.show.brief.model import Brief, Citation, Table
from dragoman.show.moments import say_day
from dragoman.show.text import render_quote

FONTS = ("Noto Serif", "DejaVu Serif", "Libertinus Serif", "Noto Serif KR", "Noto Serif CJK KR", "Noto Sans CJK KR", "NanumMyeongjo", "NanumGothic", "UnBatang")
"""Typst brings Libertinus; what stands behind Noto Serif KR is for Han characters, of which that has only the commonest."""
HANGUL_FONT = Path(__file__).parent / "fonts" / "NotoSerifKR-Hangul.ttf.xz"
"""Noto Serif KR of the syllables, a few Han characters of headlines and their marks."""
HANGUL = re.compile(r"[\uac00-\ud7a3]")
HEAD = '#set page(paper: "a4", margin: 2.4cm, numbering: "1")\n#set text(size: 10.5pt, lang: "en", font: {fonts})\n#show link: set text(fill: rgb("#0b5394"))\n'


def render_pdf(brief: Brief) -> bytes:
    """The bytes of a PDF."""
    with TemporaryDirectory() as folder:
        if HANGUL.search(_write(brief, [])):
            Path(folder, HANGUL_FONT.stem).write_bytes(lzma.decompress(HANGUL_FONT.read_bytes()))
        fonts = typst.Fonts(font_paths=[folder])
        installed = set(fonts.families())
        made: bytes = typst.compile(_write(brief, [name for name in FONTS if name in installed]).encode(), format="pdf", font_paths=fonts)
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
