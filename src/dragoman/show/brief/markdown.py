"""A note as Markdown, with links from each sentence to its words."""

import re
from collections.abc import Iterable

from dragoman.show.brief.model import Brief, Citation, Table
from dragoman.show.moments import say_day
from dragoman.show.text import render_quote

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def render_markdown(brief: Brief) -> bytes:
    """UTF-8 text in CommonMark."""
    parts = [f"# {_plain(brief.title)}", f"Briefing note of {say_day(brief.made)}"]
    for section in brief.sections:
        parts.append(f"## {section.title}")
        parts += ["- " + _link(sentence.text, sentence.cites) for sentence in section.sentences]
        if section.table:
            parts.append(_tabulate(section.table))
    parts += ["## Citations", *map(_cite, brief.citations)]
    return ("\n\n".join(parts) + "\n").encode()


def _link(text: str, cites: Iterable[int]) -> str:
    return " ".join([_plain(text), *(f"[\\[{number}\\]](#c{number})" for number in cites)])


def _tabulate(table: Table) -> str:
    """A table as GitHub and Pandoc read it."""
    rows = [[*map(_plain, row.cells[:-1]), _link(row.cells[-1], row.cites)] for row in table.rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (table.columns, ["---"] * len(table.columns), *rows))


def _cite(citation: Citation) -> str:
    said = say_day(citation.said) if citation.said else "day of publication unknown"
    return f'<a id="c{citation.number}"></a>{citation.number}. {_plain(citation.file)}, {said}: {_plain(render_quote(citation.quote))} ({citation.language})'


def _plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", text)
