"""Verbs of saying, voices without a name, and media, by language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Modality

LANG = Path(__file__).parent / "lang"


@dataclass(frozen=True, slots=True)
class Speech:
    """`verbs` gives the modality that a verb lends to its content; `needs_content` those that say nothing without one."""

    verbs: dict[str, Modality | None]
    people: frozenset[str]
    organisations: frozenset[str]
    media: tuple[str, ...]
    needs_content: frozenset[str]


@cache
def load_speech(language: str) -> Speech:
    """The words of `lang/<language>/speech.toml`."""
    with (LANG / language / "speech.toml").open("rb") as file:
        table = tomllib.load(file)
    verbs: dict[str, Modality | None] = {verb: None if lent == "plain" else lent for lent, row in table["verbs"].items() for verb in row}
    words = table["words"]
    return Speech(verbs, frozenset(words["people"]), frozenset(words["organisation"]), tuple(words["medium"]), frozenset(words["content_required"]))
