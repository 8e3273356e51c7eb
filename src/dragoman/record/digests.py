"""The digest of the claims of a block: another one as soon as a claim comes, goes, is read anew or is dated otherwise."""

import hashlib
from collections.abc import Iterable

NO_CLAIMS = hashlib.blake2b(digest_size=16).hexdigest()
"""The digest of a block without claims."""


def write_line(claim: str, version: str, said: str, *, is_bound: bool) -> str:
    """What a claim adds to its block: a reading never changes, so that the id and the version stand for all of its content."""
    return f"{claim} {version} {said}{'<' if is_bound else ''}\n"


def hash_lines(lines: Iterable[str]) -> str:
    """The digest of these lines in any order."""
    return hashlib.blake2b("".join(sorted(lines)).encode(), digest_size=16).hexdigest()
