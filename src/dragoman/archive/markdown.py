"""Markdown: the decoded characters as they are, headings and front matter marked."""

import re
from collections.abc import Iterator

from dragoman.archive.build import build_document, check_size
from dragoman.archive.dates import parse_day
from dragoman.archive.decode import decode_bytes
from dragoman.archive.source import Archived, Converted, Source
from dragoman.archive.zones import Found, find_zones
from dragoman.model import Trouble

EDITION = "markdown-2"
FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,10000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
PAIR = re.compile(r"^(\w[\w ]*):\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
TITLE = re.compile(r"^# \S.*$", re.MULTILINE)
ROW = re.compile(r"^[^\r\n]*\S[^\r\n]*$", re.MULTILINE)


def convert(source: Source) -> Iterator[Archived | Trouble]:
    """One document whose text is exactly what the bytes say."""
    decoded = decode_bytes(source.raw, source.name)
    check_size(decoded.text, source.name)
    front = FRONT.match(decoded.text)
    facts = {pair[1].lower(): pair[2] for pair in PAIR.finditer(front[1])} if front else {}
    known: dict[int, Found] = {row.start(): ("navigation", "front_matter") for row in ROW.finditer(front[0])} if front else {}
    title = TITLE.search(decoded.text, front.end() if front else 0)
    if title:
        known[title.start()] = ("headline", "first_heading")
    published = parse_day(facts.get("date") or facts.get("published") or "")
    yield build_document(
        Converted(
            name=source.name,
            raw=source.raw,
            text=decoded.text,
            edition=EDITION,
            title=facts.get("title"),
            outlet=facts.get("outlet") or facts.get("source") or facts.get("publisher"),
            author=facts.get("author"),
            url=facts.get("url") or facts.get("link"),
            published=published,
            published_rule="front matter" if published else None,
            encoding=decoded.encoding,
            zones=find_zones(decoded.text, "markdown", known),
        )
    )
