"""What a page states about itself in its head: title, outlet, author, address, and the explicit day of publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import htmldate
import msgspec
from lxml import html as lxml_html

from dragoman.archive.dates import make_day, parse_day

TITLES = ("og:title", "twitter:title", "dc.title", "headline")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright")
AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "dable:author")
DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "parsely-pub-date",
    "article.published",
    "mediator_published_time",
)
LATEST = "2200-01-01"
"""A fixed end of time for htmldate, which otherwise asks the clock."""
EARLIEST = "1990-01-01"
"""Saved pages are no older than the web."""
ISO_START = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts of a page's head; `rule` says where the date stood."""

    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: date | None
    rule: str | None


def find_page_facts(tree: lxml_html.HtmlElement) -> PageFacts:
    """What the page says of itself; a date only where it is written out."""
    metas = _find_metas(tree)
    linked = tuple(_find_linked(tree))
    named = tree.findtext(".//title") if tree.find(".//h1") is None else None
    published, rule = _find_day(tree, metas, linked)
    addresses = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    return PageFacts(
        title=_first(metas, TITLES) or _text_of(linked, "headline") or _clean(named),
        outlet=_first(metas, OUTLETS) or _name_of(linked, "publisher"),
        author=_first(metas, AUTHORS) or _name_of(linked, "author"),
        url=_clean(addresses[0] if addresses else None) or _first(metas, ("og:url",)),
        published=published,
        rule=rule,
    )


def parse_stamp(words: str) -> date | None:
    """The day of an ISO stamp, else of a written date; the day as the page's own clock has it."""
    found = ISO_START.match(words)
    return (make_day(int(found[1]), int(found[2]), int(found[3])) if found else None) or parse_day(words)


def _find_day(tree: lxml_html.HtmlElement, metas: dict[str, str], linked: tuple[dict[str, object], ...]) -> tuple[date | None, str | None]:
    """The day of publication and the place it stood in."""
    for name in DATES:
        day = parse_stamp(metas.get(name, ""))
        if day is not None:
            return day, f"meta {name}"
    day = parse_stamp(_text_of(linked, "datePublished") or "")
    if day is not None:
        return day, "json-ld datePublished"
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        day = parse_stamp(element.get("content") or element.get("datetime") or element.text_content())
        if day is not None:
            return day, "itemprop datePublished"
    for element in tree.iterfind(".//time[@datetime]"):
        day = parse_stamp(element.get("datetime"))
        if day is not None:
            return day, "time element"
    found = _ask_htmldate(tree)
    return (found, "htmldate") if found else (None, None)


def _ask_htmldate(tree: lxml_html.HtmlElement) -> date | None:
    """The day that htmldate finds without guessing."""
    try:
        found = htmldate.find_date(tree, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    return parse_stamp(found) if found else None


def _find_metas(tree: lxml_html.HtmlElement) -> dict[str, str]:
    """Contents of the meta elements by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in tree.iterfind(".//meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = _clean(meta.get("content"))
        if name and content:
            metas.setdefault(name, content)
    return metas


def _find_linked(tree: lxml_html.HtmlElement) -> Iterator[dict[str, object]]:
    """Objects of the JSON-LD scripts, those within `@graph` too."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            found = msgspec.json.decode((script.text or "").strip().encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        rows = found if isinstance(found, list) else [found]
        for row in rows:
            if isinstance(row, dict):
                yield row
                graph = row.get("@graph")
                yield from (part for part in (graph if isinstance(graph, list) else ()) if isinstance(part, dict))


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first of several meta elements."""
    return next((metas[name] for name in names if name in metas), None)


def _text_of(linked: tuple[dict[str, object], ...], field: str) -> str | None:
    """The first string under a name."""
    return next((value for row in linked if isinstance(value := row.get(field), str)), None)


def _name_of(linked: tuple[dict[str, object], ...], field: str) -> str | None:
    """The name of the first object, or of the first of a list, under a field."""
    for row in linked:
        value = row.get(field)
        first = value[0] if isinstance(value, list) and value else value
        name = first.get("name") if isinstance(first, dict) else first
        if isinstance(name, str):
            return _clean(name)
    return None


def _clean(words: str | None) -> str | None:
    """Words with single blanks; `None` for none."""
    return " ".join(words.split()) or None if words else None
