"""A note as one page of HTML that needs nothing else."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from dragoman.show.brief.model import Brief, Citation, Sentence, Table
from dragoman.show.moments import say_day
from dragoman.show.scripts import speak
from dragoman.show.text import render_quote

STYLE = Path(__file__).parent / "brief.css"


def render_html(brief: Brief) -> bytes:
    """UTF-8 HTML with its style in it; each quote has its language."""
    sections = "".join(
        f"<section><h2>{escape(one.title)}</h2>{''.join(map(_say, one.sentences))}{_tabulate(one.table) if one.table else ''}</section>"
        for one in brief.sections
    )
    cited = "".join(map(_cite, brief.citations))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(brief.title)}</title><style>{STYLE.read_text(encoding='utf-8')}</style></head><body><main><h1>{escape(brief.title)}</h1>"
        f'<p class="made">Briefing note of {say_day(brief.made)}</p>{sections}<section><h2>Citations</h2><ol>{cited}</ol></section></main></body></html>\n'
    ).encode()


def _say(sentence: Sentence) -> str:
    return f"<p>{speak(sentence.text)} {_link(sentence.cites)}</p>"


def _link(cites: Iterable[int]) -> str:
    return " ".join(f'<a href="#c{number}">[{number}]</a>' for number in cites)


def _tabulate(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{speak(cell)}</td>' for cell in row.cells[:-1])}<td>{speak(row.cells[-1])} {_link(row.cites)}</td></tr>" for row in table.rows
    )
    return f'<div class="table" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _cite(citation: Citation) -> str:
    said = say_day(citation.said) if citation.said else "day of publication unknown"
    quote = f'<q lang="{escape(citation.language)}">{escape(render_quote(citation.quote))}</q>'
    return f'<li id="c{citation.number}"><cite>{escape(citation.file)}</cite>, {said}: {quote}</li>'
