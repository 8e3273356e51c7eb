"""People whom an English text names without an office: a first name of the list and a family name, or a name behind an honour."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.model import Actor, Mention, Span
from dragoman.read.english_titles import FAMILY_FIRST, HONOURS, HYPHENATED, NAME, WORDS, clean_name
from dragoman.read.people import Person, country_of, literal_of, owner_behind, owner_span

TABLE = Path(__file__).parent / "lang" / "en" / "given_names.toml"
with TABLE.open("rb") as opened:
    GIVEN = tomllib.load(opened)["names"]["given"]
WORD = rf"[A-ZÀ-Ž][a-zà-ž’']+{HYPHENATED}"
FIRST_LAST = re.compile(rf"(?<![\w-])(?:{'|'.join(GIVEN)})(?: [A-Z]\.)?(?: (?:de|da|van|von|der|bin|ibn|al|el))*(?: (?:al-|el-)?{WORD}){{1,2}}")
FAMILY_GIVEN = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(FAMILY_FIRST, key=len, reverse=True))}) [A-Z][a-z]+[-—][a-z]+(?![\w-])")


HONOURED = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, WORDS['personal']))}),? {HONOURS}(?P<name>{NAME})")


def find_untitled_people(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Each such name, and each behind "H.E." or "Amb.", that covers no name of a state; without office, of the state right behind it: "[Name] of [State]"."""
    for pattern in (FIRST_LAST, FAMILY_GIVEN, HONOURED):
        for match in pattern.finditer(text):
            begin = match.start("name") if pattern is HONOURED else match.start()
            name = clean_name(text[begin : match.end()])
            if name is None or (" " not in name and pattern is not HONOURED):
                continue
            span = Span(offset + begin, offset + begin + len(name))
            if not any(mention.span.overlaps(span) for mention in names):
                owner = owner_behind(text, offset, begin + len(name), names) if " " in name else None
                actor = Actor(name=name, type="person", country=country_of(owner), literal=literal_of(owner))
                yield Person(actor, span, None, "", None, owner_span(owner))
