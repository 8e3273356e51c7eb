"""Where the ambassador is posted that a question asks for: "of Norway to Peru", «посол Норвегии в Перу», "주페루 노르웨이 대사"."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from dragoman.ask.asking import WORD, take_sides
from dragoman.know.ambiguous import load_ambiguous
from dragoman.model import Claim, Post

DATA = Path(__file__).parent / "data" / "posted.toml"
SENT = "주"
"""What Korean writes before the state that an envoy is sent to."""
LONGEST = 6
"""Words of the longest name of a state that is looked for."""


class Posted(msgspec.Struct, frozen=True):
    """The words of `posted.toml`."""

    before: frozenset[str]
    behind: tuple[str, ...]


@cache
def load_posted() -> Posted:
    """The table of `posted.toml`."""
    with DATA.open("rb") as opened:
        tables = tomllib.load(opened)
    return msgspec.convert(tables["posted"], Posted)


def find_seat(text: str) -> str | None:
    """The state to which an ambassador is accredited, where the question says so."""
    known, words = load_posted(), WORD.findall(text)
    for place, word in enumerate(words):
        if word.casefold() in known.before and (found := _read_name(words[place + 1 :])):
            return found
        if word.startswith(known.behind) and place and (found := _read_side(words[place - 1])):
            return found
        if word[:1] == SENT and (found := load_ambiguous().seats.get(word[1:]) or _read_side(word[1:])):
            return found
    return None


def is_posted_elsewhere(claim: Claim, seat: str | None, sides: frozenset[str]) -> bool:
    """Whether a post is the other way round: accredited to another state than the one asked for, or of the state in which the one asked for sits."""
    if seat is None or not isinstance(claim, Post):
        return False
    office = claim.office
    return (office.to is not None and office.to != seat) or (office.of is not None and bool(sides - {seat}) and office.of not in sides - {seat})


def _read_name(words: list[str]) -> str | None:
    """The state whose name these words begin with, the longest that is one."""
    found = (take_sides(" ".join(words[:size]))[0] for size in range(1, min(LONGEST, len(words)) + 1))
    single = [sides for sides in found if sides]
    first = next((place for place, sides in enumerate(single) if len(sides) > 1), len(single))
    return next(iter(single[first - 1])) if first else None


def _read_side(word: str) -> str | None:
    return next(iter(take_sides(word)[0]), None) if word else None
