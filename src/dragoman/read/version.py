"""The reader's version: what a reading is named after."""

import hashlib
from functools import cache
from pathlib import Path

from dragoman.model import ReadOptions

VERSION = "0.1.0"
HOME = Path(__file__).parent.parent
ROOMS = ("read", "know", "model")


@cache
def fingerprint() -> str:
    """Eight hexadecimal digits of the reader's code, knowledge and weights: any change makes another version."""
    digest = hashlib.sha256()
    for path in sorted(path for room in ROOMS for path in (HOME / room).rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        digest.update(path.relative_to(HOME).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def reader_version(options: ReadOptions) -> str:
    """The reader's version and options, for example `0.1.0+3f9c02aa date=2025-03-01`."""
    words = [f"{VERSION}+{fingerprint()}"]
    if options.date is not None:
        words.append(f"date={options.date.isoformat()}")
    if options.language is not None:
        words.append(f"language={options.language}")
    return " ".join(words)
