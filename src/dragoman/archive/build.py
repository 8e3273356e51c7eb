"""The document made of a converted text: zones, languages, title, date, source language."""

import hashlib
from collections import Counter

from dragoman.archive.bylines import find_line_facts
from dragoman.archive.language import find_language, find_runs, find_source_language
from dragoman.archive.lines import BREAK
from dragoman.archive.published import find_published
from dragoman.archive.source import MAX_CHARACTERS, MAX_LINE, MAX_LINES, Archived, Converted
from dragoman.archive.zones import find_zones
from dragoman.model import BadInput, Document, LanguageRun, Zone


def build_document(converted: Converted) -> Archived:
    """A document under `<SHA-256 of the bytes>.<edition>`.

    Raises `BadInput` where the text is empty, too long, or has a line longer than any writing.
    """
    text, name = converted.text, converted.name
    check_size(text, name)
    zones = find_zones(text, converted.markup) if converted.zones is None else converted.zones
    language = converted.language or find_language(_main_text(text, zones))
    runs = find_runs(text, zones, language)
    published = (converted.published, converted.published_rule) if converted.published else find_published(text, zones) or (None, None)
    heads = [text[zone.span.start : zone.span.stop] for kind in ("headline", "subhead") for zone in zones if zone.kind == kind]
    headline = heads[0] if heads else None
    facts = find_line_facts(text, zones)
    document = Document(
        id=f"{hashlib.sha256(converted.raw).hexdigest()}.{converted.edition}",
        text=text,
        file=name,
        language=language,
        title=converted.title or (headline.strip("=# ") if headline else None),
        outlet=converted.outlet or facts.outlet,
        author=converted.author or facts.author,
        url=converted.url or facts.url,
        published=published[0],
        published_rule=published[1],
        translated_from=_find_translated_from(text, zones, runs, language),
        encoding=converted.encoding,
        zones=zones,
        runs=runs,
        page_starts=converted.page_starts,
    )
    return Archived(document, converted.raw)


def check_size(text: str, name: str) -> None:
    """Raise `BadInput` where no reader could go on."""
    if not text.strip():
        raise BadInput(f"{name}: no text in it")
    if len(text) > MAX_CHARACTERS:
        raise BadInput(f"{name}: more than {MAX_CHARACTERS} characters of text")
    start, lines = 0, 1
    for match in BREAK.finditer(text):
        if match.start() - start > MAX_LINE or lines > MAX_LINES:
            break
        start, lines = match.end(), lines + 1
    if lines > MAX_LINES:
        raise BadInput(f"{name}: more than {MAX_LINES} lines")
    if len(text) - start > MAX_LINE:
        raise BadInput(f"{name}: a line of more than {MAX_LINE} characters")


def _main_text(text: str, zones: tuple[Zone, ...]) -> str:
    """The article's own words, or all of them where there are none."""
    body = "\n".join(text[zone.span.start : zone.span.stop] for zone in zones if zone.kind in {"body", "headline", "subhead"})
    return body or text


def _find_translated_from(text: str, zones: tuple[Zone, ...], runs: tuple[LanguageRun, ...], language: str) -> str | None:
    """The source language: as the notice names it, else the notice's own, else that of most foreign lines."""
    notices = [zone for zone in zones if zone.kind == "translator_notice"]
    for zone in notices:
        named = find_source_language(text[zone.span.start : zone.span.stop])
        if named and named != language:
            return named
    for zone in notices:
        own = next((run.language for run in runs if run.span.covers(zone.span)), language)
        if own != language:
            return own
    foreign: Counter[str] = Counter()
    for run in runs if notices else ():
        foreign[run.language] += len(run.span) if run.language != language else 0
    best = max(foreign, key=lambda code: (foreign[code], code), default=None)
    return best if best is not None and foreign[best] else None
