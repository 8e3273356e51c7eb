"""MediaWiki wikitext as readable text: headings kept as `== Heading ==`, infoboxes as lines `- key: value`."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

import mwparserfromhell
from mwparserfromhell.nodes import Argument, Comment, ExternalLink, Heading, HTMLEntity, Node, Tag, Template, Text, Wikilink
from mwparserfromhell.parser import ParserError
from mwparserfromhell.wikicode import Wikicode

from dragoman.archive.build import build_document
from dragoman.archive.decode import decode_bytes
from dragoman.archive.source import MAX_CHARACTERS, Archived, Converted, Source
from dragoman.model import BadInput, Trouble

EDITION = "wikitext-2"
MAX_TABLES = 1000
"""Tables of a page: each one that is never closed costs the parser a walk through the rest."""
MAX_NESTING = 30
"""Levels of markup within markup that are followed; what lies deeper is left out."""
CATEGORY_OR_LANGUAGE = re.compile(r"^\s*[^\W\d_][\w-]{1,14}\s*:(?!\s)")
SIZES = re.compile(r"^(?:upright.*|\d*x?\d+px|alt=.*|link=.*)$", re.IGNORECASE)
LINES = re.compile(r"\n{3,}")


def convert(source: Source) -> Iterator[Archived | Trouble]:
    """One document without markup; references and categories are left out, as they are not text."""
    decoded = decode_bytes(source.raw, source.name)
    if len(decoded.text) > MAX_CHARACTERS:
        raise BadInput(f"{source.name}: more than {MAX_CHARACTERS} characters of text")
    if decoded.text.count("{|") > MAX_TABLES:
        raise BadInput(f"{source.name}: more than {MAX_TABLES} tables")
    try:
        code = mwparserfromhell.parse(decoded.text)
    except ParserError as error:
        raise BadInput(f"{source.name}: not readable as wikitext") from error
    text = LINES.sub("\n\n", render_code(code, 0)).strip() + "\n"
    yield build_document(
        Converted(name=source.name, raw=source.raw, text=text, edition=EDITION, encoding=decoded.encoding, markup="wikitext"),
    )


@cache
def _load_names(kind: str) -> frozenset[str]:
    """Names of templates, pictures or options of pictures from data/wiki.toml."""
    table = tomllib.loads(resources.files("dragoman.archive").joinpath("data/wiki.toml").read_text("utf-8"))
    return frozenset(table["names"][kind])


def render_code(code: Wikicode | None, depth: int) -> str:
    """The readable text of some wikitext."""
    if code is None or depth > MAX_NESTING:
        return ""
    return "".join(_render_node(node, depth) for node in code.nodes)


def _render_node(node: Node, depth: int) -> str:
    """The readable text of one node."""
    match node:
        case Text():
            return str(node.value)
        case Heading():
            marks = "=" * node.level
            return f"{marks} {render_code(node.title, depth + 1).strip()} {marks}"
        case Wikilink():
            return _render_link(node, depth)
        case ExternalLink():
            return render_code(node.title, depth + 1) if node.title else str(node.url)
        case HTMLEntity():
            return str(node.normalize() or "")
        case Template():
            return _render_template(node, depth)
        case Tag():
            return _render_tag(node, depth)
        case Argument() | Comment():
            return ""
    return ""


def _render_link(link: Wikilink, depth: int) -> str:
    """The words of a link; of a picture its caption on a line of its own; nothing of a category."""
    title = str(link.title)
    if title.partition(":")[0].strip().lower() in _load_names("files"):
        options = _load_names("options")
        parts = render_code(link.text, depth + 1).split("|") if link.text else []
        caption = next((part.strip() for part in reversed(parts) if part.strip() and part.strip().lower() not in options and not SIZES.match(part.strip())), "")
        return f"\n▲ {caption}\n" if caption else ""
    if link.text is None and CATEGORY_OR_LANGUAGE.match(title):
        return ""
    return render_code(link.text, depth + 1) if link.text else title.lstrip(":")


def _render_template(template: Template, depth: int) -> str:
    """An infobox as lines; the words of templates that only dress words; nothing of others."""
    name = str(template.name).strip().lower()
    if any(word in name for word in _load_names("infobox")):
        rows = []
        for parameter in template.params:
            value = " ".join(render_code(parameter.value, depth + 1).split())
            if parameter.showkey and value:
                rows.append(f"- {str(parameter.name).strip()}: {value}")
        return "\nInfobox\n" + "\n".join(rows) + "\n\n" if rows else ""
    words = [parameter for parameter in template.params if not parameter.showkey]
    if name in _load_names("last_word") or name.startswith("lang-"):
        return render_code(words[-1].value, depth + 1) if words else ""
    if name in _load_names("first_word"):
        return " ".join(render_code(word.value, depth + 1) for word in words[: 2 if name in {"convert", "cvt"} else 1])
    return ""


def _render_tag(tag: Tag, depth: int) -> str:
    """The contents of a tag; a table row on one line, cells between bars."""
    name = str(tag.tag).strip().lower()
    if name in _load_names("silent_tags"):
        return ""
    if name == "br":
        return "\n"
    if name in {"li", "dd", "dt"} and tag.wiki_markup:
        return "-" if name == "li" else ""
    contents = render_code(tag.contents, depth + 1)
    if name in {"td", "th"}:
        return " " + " ".join(contents.split()) + " |"
    if name == "tr":
        cells = " ".join(contents.split())
        return f"\n| {cells}" if cells else ""
    if name == "table" and not contents.strip().startswith("|"):
        contents = "\n| " + contents.strip()
    return f"\n{contents}\n\n" if name in {"table", "p", "div", "blockquote"} else contents
