"""A note as Markdown, with links from each sentence to its words."""

import re

from dragoman.show.brief.model import Brief, Citation
from dragoman.show.moments import say_day
from dragoman.show.text import render_quote

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def render_markdown(brief: Brief) -> bytes:
    """UTF-8 text in CommonMark."""
    parts = [f"# {_plain(brief.title)}", f"Briefing note of {say_day(brief.made)}"]
    for section in brief.sections:
        parts.append(f"## {section.title}")
        parts += ["- " + " ".join([_plain(sentence.text), *(f"[\\[{number}\\]](#c{number})" for number in sentence.cites)]) for sentence in section.sentences]
    parts += ["## Citations", *map(_cite, brief.citations)]
    return ("\n\n".join(parts) + "\n").encode()


def _cite(citation: Citation) -> str:
    said = say_day(citation.said) if citation.said else "day of publication unknown"
    return f'<a id="c{citation.number}"></a>{citation.number}. {_plain(citation.file)}, {said}: {_plain(render_quote(citation.quote))} ({citation.language})'


def _plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", text)
