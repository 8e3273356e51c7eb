"""Documents of a file or folder, whatever they are written in.

A converter is a module with `convert(source) -> Iterator[Archived | Trouble]`. `CONVERTERS` names the module of
each kind; it is imported when the first file of its kind comes, so that a plain text does not wait for the
libraries of HTML and PDF.
"""

import os
import re
import stat
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from dragoman.archive.folders import find_files
from dragoman.archive.source import MAX_BYTES, MAX_CONTAINER_BYTES, Archived, ArticleMapping, Source
from dragoman.model import BadInput, Trouble

CONVERTERS = {
    "text": "dragoman.archive.plain",
    "markdown": "dragoman.archive.markdown",
    "html": "dragoman.archive.html",
    "wikitext": "dragoman.archive.mediawiki",
    "pdf": "dragoman.archive.pdf",
    "articles": "dragoman.archive.articles",
}
KINDS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".wiki": "wikitext",
    ".wikitext": "wikitext",
    ".mediawiki": "wikitext",
    ".pdf": "pdf",
    ".json": "articles",
    ".jsonl": "articles",
    ".ndjson": "articles",
}
"""Kinds by the ending of the name; anything else is plain text unless its first bytes say otherwise."""
OTHERS = (
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
)
HTML_START = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)


def load_documents(path: Path, mapping: ArticleMapping | None = None) -> Iterator[Archived | Trouble]:
    """Documents of a file, or of every file of a folder in the order of names.

    A file that cannot be read raises `BadInput`; within a folder, or within a file of many articles, it becomes
    a `Trouble` and the rest goes on.
    """
    if not path.is_dir():
        yield from _load_file(path, mapping or ArticleMapping())
        return
    try:
        for file in find_files(path):
            yield from _load_within(file, mapping or ArticleMapping())
    except OSError as error:
        yield Trouble(document=str(path), stage="archive", why=f"{path}: {_say_error(error)}")


def load_document(path: Path) -> Archived:
    """The first document of a file; raises `BadInput` where there is none."""
    for found in load_documents(path):
        if isinstance(found, Archived):
            return found
        raise BadInput(found.why)
    raise BadInput(f"{path}: no document in it")


def _load_within(path: Path, mapping: ArticleMapping) -> Iterator[Archived | Trouble]:
    """Documents of one file of a folder, what is wrong with it as a trouble."""
    try:
        yield from _load_file(path, mapping)
    except BadInput as error:
        yield Trouble(document=str(path), stage="archive", why=str(error))


def _load_file(path: Path, mapping: ArticleMapping) -> Iterator[Archived | Trouble]:
    """Documents of one file."""
    raw = _load_bytes(path)
    kind = find_kind(path, raw)
    convert = import_module(CONVERTERS[kind]).convert
    try:
        yield from convert(Source(str(path), raw, mapping))
    except (RecursionError, MemoryError) as error:
        raise BadInput(f"{path}: nested too deeply or too large to read") from error


def find_kind(path: Path, raw: bytes) -> str:
    """The kind of a file: by its first bytes where they are plain, else by its name."""
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    for magic, what in OTHERS:
        if raw.startswith(magic):
            raise BadInput(f"{path}: {what}, not text")
    named = KINDS.get(path.suffix.lower(), "text")
    return "html" if named in {"text", "html"} and HTML_START.match(raw[:2000]) else named


def _load_bytes(path: Path) -> bytes:
    """The bytes of a regular file within the limits."""
    limit = MAX_CONTAINER_BYTES if KINDS.get(path.suffix.lower()) == "articles" else MAX_BYTES
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadInput(f"{path}: not a regular file")
        if status.st_size > limit:
            raise BadInput(f"{path}: larger than {limit // 1024 // 1024} MiB")
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise BadInput(f"{path}: {_say_error(error)}") from error
    except ValueError as error:
        raise BadInput(f"{str(path)!r}: not a file name") from error
    if len(raw) > limit:
        raise BadInput(f"{path}: larger than {limit // 1024 // 1024} MiB")
    if not raw:
        raise BadInput(f"{path}: the file is empty")
    return raw


def _say_error(error: OSError) -> str:
    """The system's reason in a few words."""
    return os.strerror(error.errno).lower() if error.errno else "cannot be read"
