"""HTML pages: every visible block of text in page order, the article told from what surrounds it.

The text depends on the page's own blocks only; trafilatura says which of them are the article, so that a better
extractor changes zones and never the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from dragoman.archive.blocks import Block, find_blocks
from dragoman.archive.build import build_document, check_size
from dragoman.archive.decode import decode_bytes
from dragoman.archive.lexicon import load_lexicon
from dragoman.archive.pagedate import PageFacts, find_page_facts
from dragoman.archive.source import Archived, Converted, Source
from dragoman.archive.zones import Found, find_zones
from dragoman.model import BadInput, Trouble, Zone

EDITION = "html-2"
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
ALIASES = {"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "windows-1251": "cp1251", "iso-8859-1": "cp1252"}
MAX_ELEMENTS = 300_000
"""Elements of a page; more make no page that anybody wrote."""
MAX_DEPTH = 220
"""Levels of nesting; the parser itself gives up at 256."""
MAX_ATTRIBUTES = 1000
"""Attributes of one tag; the parser compares each with all others."""
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Article:
    """What trafilatura takes for the article: its lines without spaces, and all of it in one."""

    lines: frozenset[str]
    whole: str

    def holds(self, words: str) -> bool:
        """Whether a block belongs to the article."""
        bare = SPACE.sub("", words)
        return bare in self.lines or (len(bare) > 40 and bare in self.whole)


def convert(source: Source) -> Iterator[Archived | Trouble]:
    """One document: the page's blocks, one per paragraph, with a blank line between."""
    declared = CHARSET.search(source.raw[:4096])
    name = declared[1].decode("ascii").lower() if declared else None
    decoded = decode_bytes(source.raw, source.name, ALIASES.get(name or "", name))
    tree = parse_page(decoded.text, source.name)
    facts = find_page_facts(tree)
    blocks = find_blocks(tree)
    text = "\n\n".join(block.text for block in blocks)
    check_size(text, source.name)
    yield build_document(
        Converted(
            name=source.name,
            raw=source.raw,
            text=text,
            edition=EDITION,
            title=facts.title or _find_heading(blocks),
            outlet=facts.outlet,
            author=facts.author,
            url=facts.url,
            published=facts.published,
            published_rule=facts.rule,
            encoding=decoded.encoding,
            zones=_find_zones(text, blocks, _find_article(decoded.text), facts),
        )
    )


def parse_page(text: str, name: str) -> lxml_html.HtmlElement:
    """The page's tree; `BadInput` where there is none or it is beyond the limits."""
    if text.count("<") > MAX_ELEMENTS * 2:
        raise BadInput(f"{name}: more than {MAX_ELEMENTS} elements")
    if any(len(QUOTED.sub("", tag.group()).split()) > MAX_ATTRIBUTES for tag in LONG_TAG.finditer(text)):
        raise BadInput(f"{name}: a tag with more than {MAX_ATTRIBUTES} attributes")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise BadInput(f"{name}: no text in it") from error
    if _find_depth(tree) > MAX_DEPTH:
        raise BadInput(f"{name}: nested more than {MAX_DEPTH} levels deep")
    return tree


def _find_depth(tree: lxml_html.HtmlElement) -> int:
    """Levels of the tree, counted without recursion."""
    deepest, level = 0, 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def _find_article(page: str) -> Article:
    """The article by trafilatura; empty where it finds none."""
    try:
        found = trafilatura.extract(page, output_format="txt", include_comments=False, include_tables=True, favor_recall=True, with_metadata=False)
    except (ValueError, TypeError, AttributeError, etree.LxmlError):
        found = None
    lines = [SPACE.sub("", line.lstrip("-# ")) for line in (found or "").splitlines()]
    return Article(frozenset(line for line in lines if line), "".join(lines))


def _find_zones(text: str, blocks: tuple[Block, ...], article: Article, facts: PageFacts) -> tuple[Zone, ...]:
    """Zones of the blocks: the page's own marks first, then the rules for lines."""
    known: dict[int, Found] = {}
    members: set[int] = set()
    offset, offsets = 0, []
    for block in blocks:
        offsets.append(offset)
        if article.holds(block.text) and block.place not in {"caption", "navigation", "related"}:
            members.add(offset)
        offset += len(block.text) + 2
    headline = _find_headline(blocks, facts.title)
    inside = [index for index, start in enumerate(offsets) if start in members]
    first, last = (inside[0], inside[-1]) if sum(len(blocks[index].text) for index in inside) > 200 else (0, len(blocks))
    for index, block in enumerate(blocks):
        found = _mark_block(block, is_headline=index == headline, is_member=offsets[index] in members, is_within=first <= index <= last)
        if found is not None:
            known[offsets[index]] = found
    return find_zones(text, "plain", known, frozenset(members))


def _find_heading(blocks: tuple[Block, ...]) -> str | None:
    """The words of the first heading of the first rank."""
    return next((block.text for block in blocks if block.heading == 1), None)


def _find_headline(blocks: tuple[Block, ...], title: str | None) -> int | None:
    """The first heading of the first rank that the page's title holds, else the first one."""
    heads = [index for index, block in enumerate(blocks) if block.heading == 1]
    bare = SPACE.sub("", title or "")
    return next((index for index in heads if bare and SPACE.sub("", blocks[index].text) in bare), heads[0] if heads else None)


def _mark_block(block: Block, *, is_headline: bool, is_member: bool, is_within: bool) -> Found | None:
    """What the page's own marks say of a block."""
    if is_headline:
        return "headline", "html_heading"
    if block.place == "caption":
        return "caption", "html_figcaption"
    if block.place == "navigation" and not is_member:
        return "navigation", "html_navigation"
    if block.place == "related" or (block.linked and len(block.text.split()) > 4):  # noqa: PLR2004, RUF100
        return "related", "html_related" if block.place == "related" else "html_link_alone"
    if block.place == "table":
        return "table", "html_table"
    if block.heading and (is_member or is_within):
        other = next((part for part in ("related", "navigation", "appeal") if load_lexicon(part).is_whole(block.text)), None)
        return ("subhead", "html_heading") if other is None else ("related" if other == "related" else "navigation", "html_heading_words")
    if not is_within and not is_member and len(block.text) > 60:
        return "related", "html_outside"
    return None
