"""The digest of the claims of a block: another one as soon as a claim comes, goes, is read anew or is dated otherwise."""

import hashlib
from collections.abc import Iterable

SIZE = 16
"""Bytes of a digest."""
NO_CLAIMS = bytes(SIZE).hex()
"""The digest of a block without claims."""


def hash_claim(claim: str, version: str, said: str, *, is_bound: bool) -> int:
    """What a claim adds to its block: a reading never changes, so that the id and the version stand for all of its content."""
    line = f"{claim} {version} {said}{'<' if is_bound else ''}"
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=SIZE).digest(), "big")


def change_digest(digest: str, come: Iterable[int] = (), gone: Iterable[int] = ()) -> str:
    """The digest after these claims came and went: a sum, so that their order makes no difference and the others need not be looked at."""
    total = (int(digest, 16) + sum(come) - sum(gone)) % (1 << 8 * SIZE)
    return f"{total:0{2 * SIZE}x}"
