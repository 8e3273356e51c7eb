"""Documents of our own making for measuring the record: short notes about pairs of states, and the reader of their one sentence pattern.

The notes are written by a seeded generator, so that every run has the same bytes; no parser is needed to read them.
"""

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from dragoman.model import Actor, Channel, Claim, Document, Event, Post, Reading, ReadOptions, Span, When, claim_id
from dragoman.model.actor import ActorType
from dragoman.model.claim import Office

CODES = ("NOR", "PER", "CHL", "SWE", "FIN", "KEN", "GHA", "PRT", "NPL", "FJI", "LAO", "URY")
CHANNELS = ("embassy", "air_link", "visa_regime", "sanctions", "trade_agreement", "hotline", "military_contacts", "aid")
STATES = ("established", "suspended", "resumed", "open", "ended")
NAMES = ("Berg", "Dahl", "Rojas", "Mwangi", "Silva", "Thapa", "Lindqvist", "Owusu")
SENTENCE = re.compile(r"^(\d{4}-\d\d-\d\d) ([A-Z]{3}) ([A-Z]{3}) (\w+) (\w+)\.$", re.MULTILINE)
VERSION = "bench-1"


@dataclass(frozen=True)
class Made:
    """A document with its bytes."""

    document: Document
    raw: bytes


def make_texts(n: int, seed: int, *, n_sentences: int = 12) -> Iterator[str]:
    """`n` notes of `n_sentences` lines; a quarter of them are about one pair, as on a desk for one country."""
    chance = random.Random(seed)  # noqa: S311 (the same notes in every run)
    pairs = [(one, other) for index, one in enumerate(CODES) for other in CODES[index + 1 :]]
    for number in range(n):
        one, other = pairs[0] if chance.random() < 0.25 else chance.choice(pairs)
        lines = [f"Note {number}"]
        for _ in range(n_sentences):
            day = date(1990, 1, 1) + timedelta(days=chance.randrange(12_000))
            kind = chance.random()
            words = f"{chance.choice(CHANNELS)} {chance.choice(STATES)}" if kind < 0.25 else f"met {chance.choice(NAMES)}" if kind < 0.9 else "ambassador Berg"
            lines.append(f"{day} {one} {other} {words}.")
        yield "\n".join(lines) + "\n"


def make_document(text: str, file: str) -> Made:
    """The document of a note."""
    raw = text.encode()
    return Made(Document(id=f"{hashlib.sha256(raw).hexdigest()}.bench", text=text, file=file, language="en", published=date(2025, 1, 1)), raw)


def load_notes(path: Path) -> Iterator[Made]:
    """The notes of a folder, in the order of their names."""
    for file in sorted(path.iterdir()):
        yield make_document(file.read_text(encoding="utf-8"), file.name)


def name_version(options: ReadOptions) -> str:
    """The version of the reader of notes."""
    return VERSION if options == ReadOptions() else f"{VERSION} date={options.date}"


def read_note(document: Document, options: ReadOptions) -> Reading:
    """One claim per line: a link and its state, a post, or a meeting."""
    version = name_version(options)
    claims: list[Claim] = []
    for match in SENTENCE.finditer(document.text):
        day, one, other, *words = match.groups()
        what: Any = words[0]
        how: Any = words[1]
        shared: dict[str, Any] = {"document": document.id, "reading": version, "span": Span(*match.span()), "text": match.group(), "language": "en"}
        shared |= {"when": When.on(date.fromisoformat(day), day), "rule": "bench"}
        sides = (_name(one, "state", one), _name(other, "state", other))
        if what in CHANNELS:
            claims.append(Channel(**shared, channel=what, between=sides, state=how))
        elif what == "ambassador":
            claims.append(Post(**shared, person=_name(how, "person", one), office=Office(title=what, of=one, to=other), state="incumbent"))
        else:
            claims.append(Event(**shared, type="CONSULT", quad=1, source=(_name(how, "person", one),), target=sides[1:]))
    sealed = tuple(msgspec.structs.replace(claim, id=claim_id(claim)) for claim in claims)
    return Reading(document=document.id, version=version, claims=sealed)


def _name(name: str, type: ActorType, country: str) -> Actor:
    return Actor(name=name, type=type, country=country)
