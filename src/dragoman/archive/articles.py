"""Articles in JSON or JSONL: each object a document of its own, under the digest of its own bytes.

`DEFAULT_FIELDS` is the default mapping: the first of these names that an object has. A dotted name goes into
objects (`source.name`). An `ArticleMapping` puts other names in their place, field by field.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import msgspec

from dragoman.archive.build import build_document, check_size
from dragoman.archive.dates import make_day, parse_day
from dragoman.archive.decode import decode_bytes
from dragoman.archive.source import MAX_BYTES, Archived, ArticleMapping, Converted, Source
from dragoman.archive.zones import Found, find_zones
from dragoman.model import BadInput, Trouble

EDITION = "article-2"
DEFAULT_FIELDS = ArticleMapping(
    title=("title", "headline", "heading", "name", "subject", "제목", "заголовок"),
    text=(
        *("text", "body", "content", "article", "full_text", "fulltext", "maintext", "article_text", "story"),
        *("articleBody", "description", "본문", "текст"),
    ),
    url=("url", "link", "uri", "source_url", "canonical_url", "permalink", "href"),
    date=(
        *("date", "published", "publishedAt", "published_at", "date_published", "datePublished", "date_publish"),
        *("publication_date", "pub_date", "pubDate", "created_at", "timestamp", "날짜", "дата"),
    ),
    outlet=(
        *("outlet", "source.name", "publisher.name", "source", "publisher", "site", "sitename", "site_name", "newspaper"),
        *("media", "source_domain", "hostname", "domain"),
    ),
    author=("author", "authors", "byline", "creator", "writer"),
    language=("language", "lang", "language_code", "locale"),
)
LISTS = ("articles", "items", "documents", "docs", "data", "results", "records", "news", "entries")
"""Names under which an object may hold the list of articles."""


def convert(source: Source) -> Iterator[Archived | Trouble]:
    """A document per article; one without text, or broken, is a trouble and the rest goes on.

    A file that holds one object only, or no article at all, raises `BadInput`.
    """
    decoded = decode_bytes(source.raw, source.name)
    raw = source.raw if decoded.encoding == "utf-8" and not source.raw.startswith(b"\xef\xbb\xbf") else decoded.text.encode()
    rows = tuple(_find_rows(raw, source.name))
    for number, row in enumerate(rows, 1):
        name = source.name if len(rows) == 1 else f"{source.name}#{number}"
        try:
            yield _build_article(row, name, source.mapping)
        except BadInput as error:
            if len(rows) == 1:
                raise
            yield Trouble(document=name, stage="archive", why=str(error))


def _find_rows(raw: bytes, name: str) -> Iterator[bytes]:
    """The bytes of each article: of a list, of the list within an object, of one object, or of each line."""
    bare = raw.strip()
    try:
        if bare.startswith(b"["):
            yield from (bytes(row) for row in msgspec.json.decode(bare, type=list[msgspec.Raw]))
            return
        whole = msgspec.json.decode(bare, type=dict[str, msgspec.Raw])
    except msgspec.DecodeError as error:
        if b"\n" not in bare or not bare.startswith(b"{"):
            raise BadInput(f"{name}: not JSON ({str(error)[:80]})") from error
        yield from (line for line in bare.splitlines() if line.strip())
        return
    listed = next((bytes(whole[key]) for key in LISTS if key in whole and bytes(whole[key]).lstrip().startswith(b"[")), None)
    if listed is None:
        yield bare
    else:
        yield from (bytes(row) for row in msgspec.json.decode(listed, type=list[msgspec.Raw]))


def _build_article(raw: bytes, name: str, mapping: ArticleMapping) -> Archived:
    """One article's document: its title, where the text does not begin with it, above its text."""
    if len(raw) > MAX_BYTES:
        raise BadInput(f"{name}: larger than {MAX_BYTES // 1024 // 1024} MiB")
    try:
        row = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadInput(f"{name}: not JSON ({str(error)[:80]})") from error
    if not isinstance(row, dict):
        raise BadInput(f"{name}: not an article but a bare value")
    found = {field: _find_field(row, getattr(mapping, field) or getattr(DEFAULT_FIELDS, field)) for field in mapping.__slots__}
    body, title = _say(found["text"], "\n\n"), _say(found["title"])
    if not body or not body.strip():
        raise BadInput(f"{name}: no text in it (fields: {', '.join(list(row)[:8])})"[:300])
    titled = bool(title and title.strip()) and not body.lstrip().startswith((title or "").strip())
    text = f"{(title or '').strip()}\n\n{body}" if titled else body
    check_size(text, name)
    known: dict[int, Found] = {0: ("headline", "title_field")} if titled and "\n" not in (title or "").strip() else {}
    published = parse_moment(found["date"])
    language = _say(found["language"])
    return build_document(
        Converted(
            name=name,
            raw=raw,
            text=text,
            edition=EDITION,
            title=(title or "").strip() or None,
            outlet=_say(found["outlet"]),
            author=_say(found["author"]),
            url=_say(found["url"]),
            published=published,
            published_rule="date field" if published else None,
            encoding="utf-8",
            language=language[:2].lower() if language and (len(language) == 2 or language[2:3] in {"-", "_"}) else None,
            zones=find_zones(text, "plain", known),
        )
    )


def parse_moment(value: object) -> date | None:
    """The day of an ISO stamp, a written date, or seconds or milliseconds since 1970 (in UTC)."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        seconds = value / 1000 if abs(value) > 1e11 else value
        try:
            return datetime.fromtimestamp(seconds, UTC).date() if abs(seconds) > 1e8 else None
        except (ValueError, OverflowError, OSError):
            return None
    words = str(value).strip()
    if len(words) == 8 and words.isascii() and words.isdigit():
        return make_day(int(words[:4]), int(words[4:6]), int(words[6:]))
    return parse_day(words.replace("T", " ", 1) if words[:4].isdigit() else words)


def _find_field(row: dict[str, object], names: tuple[str, ...]) -> object:
    """The value of the first of some names that has one."""
    for name in names:
        value: object = row
        for part in [name] if name in row else name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if value not in (None, "", [], {}):
            return value
    return None


def _say(value: object, separator: str = ", ") -> str | None:
    """A string of a string, a list of them, or an object with a name."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, list):
        parts = [part for part in (_say(element) for element in value[:10_000]) if part]
        return separator.join(parts) or None
    if isinstance(value, dict):
        return _say(value.get("name") or value.get("title"))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
