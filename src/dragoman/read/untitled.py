"""People whom an English text names without an office: a first name of the list and a family name."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.model import Actor, Mention, Span
from dragoman.read.english_titles import FAMILY_FIRST, HYPHENATED, clean_name
from dragoman.read.people import Person

TABLE = Path(__file__).parent / "lang" / "en" / "given_names.toml"
with TABLE.open("rb") as opened:
    GIVEN = tomllib.load(opened)["names"]["given"]
WORD = rf"[A-ZÀ-Ž][a-zà-ž’']+{HYPHENATED}"
FIRST_LAST = re.compile(rf"(?<![\w-])(?:{'|'.join(GIVEN)})(?: [A-Z]\.)?(?: (?:de|da|van|von|der|bin|ibn|al|el))*(?: (?:al-|el-)?{WORD}){{1,2}}")
FAMILY_GIVEN = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(FAMILY_FIRST, key=len, reverse=True))}) [A-Z][a-z]+[-—][a-z]+(?![\w-])")


def find_untitled_people(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Each such name that covers no name of a state, without office or country: the text gives none here."""
    for pattern in (FIRST_LAST, FAMILY_GIVEN):
        for match in pattern.finditer(text):
            name = clean_name(match.group())
            if name is None or " " not in name:
                continue
            span = Span(offset + match.start(), offset + match.start() + len(name))
            if not any(mention.span.overlaps(span) for mention in names):
                yield Person(Actor(name=name, type="person"), span, None, "", None)
