"""Random documents and claims for the laws, and a reader that fills the port with them."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import get_args

import msgspec
from hypothesis import strategies as st

from dragoman.model import (
    Actor,
    Assessment,
    Change,
    Channel,
    Claim,
    Document,
    Event,
    Evidence,
    Figure,
    Flag,
    Instrument,
    LiteralReading,
    Office,
    Place,
    Post,
    Reading,
    ReadOptions,
    Span,
    Statement,
    Topic,
    When,
    claim_id,
)
from dragoman.model.actor import ActorType
from dragoman.model.claim import (
    ChannelState,
    ChannelType,
    FlagKind,
    InstrumentState,
    InstrumentType,
    Measure,
    Modality,
    PloverType,
    PostState,
    StatementMode,
)

WORDS = ["Oslo", "recalled", "envoy", "Лима", "отозвала", "посла", "리마는", "대사를", "소환했다", "\n", "«", "»", "2019", "—", "e\u0301", "🕊"]
CODES = ["NOR", "PER", "SWE", "CHL", "SUN", None]

words = st.lists(st.sampled_from(WORDS), min_size=4, max_size=40).map(" ".join)
short = st.sampled_from(["Oslo", "Лима", "리마", "the envoy"])
days = st.dates(date(1850, 1, 1), date(2030, 1, 1))
numbers = st.one_of(st.none(), st.floats(-1e12, 1e12, allow_nan=False))


def choose(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = sorted((draw(days), draw(days)))
    open_end = draw(st.sampled_from(["neither", "start", "end"]))
    return When(
        start=None if open_end == "start" else first,
        end=None if open_end == "end" else last,
        precision=draw(st.sampled_from(["day", "month", "year", "decade"])),
        bound=draw(st.sampled_from(["at", "since", "until", "before", "after"])),
        text=draw(short),
    )


actors = st.builds(
    Actor,
    name=short,
    id=st.sampled_from([None, "EU", "UN"]),
    type=choose(ActorType),
    country=st.sampled_from(CODES),
    role=st.one_of(st.none(), short),
    literal=st.one_of(st.none(), st.builds(LiteralReading, country=st.sampled_from(CODES), id=st.none())),
)
some_actors = st.lists(actors, max_size=3).map(tuple)
KINDS = (Event, Channel, Post, Figure, Statement, Assessment, Instrument)
OWN = {
    Event: {
        "type": choose(PloverType),
        "mode": st.none() | short,
        "contexts": st.lists(short, max_size=2).map(tuple),
        "quad": st.integers(1, 4),
        "intensity": numbers,
        "source": some_actors,
        "target": some_actors,
        "symmetric": st.booleans(),
    },
    Channel: {"channel": choose(ChannelType), "between": some_actors, "at": st.none() | short, "state": choose(ChannelState)},
    Post: {
        "person": st.none() | actors,
        "office": st.builds(Office, title=short, of=st.sampled_from(CODES), to=st.sampled_from(CODES)),
        "state": choose(PostState),
    },
    Figure: {
        "measure": choose(Measure),
        "of": short,
        "about": some_actors,
        "value": numbers,
        "low": numbers,
        "high": numbers,
        "unit": st.sampled_from(["1", "%", "USD"]),
        "approximate": st.booleans(),
        "change": st.none() | st.builds(Change, direction=st.sampled_from(["up", "down", "flat"]), ratio=numbers, amount=numbers, since=st.none() | short),
    },
    Statement: {
        "speaker": some_actors,
        "addressee": some_actors,
        "about": st.lists(st.builds(Topic, name=short, channel=st.none() | choose(ChannelType), actor=st.none() | actors), max_size=2).map(tuple),
        "medium": st.none() | short,
        "mode": choose(StatementMode),
        "content": short,
    },
    Assessment: {"between": some_actors, "value": short, "polarity": st.floats(-1, 1)},
    Instrument: {
        "title": short,
        "type": choose(InstrumentType),
        "parties": some_actors,
        "state": choose(InstrumentState),
        "supersedes": st.none() | short,
    },
}


@dataclass(frozen=True)
class FakeArchived:
    document: Document
    raw: bytes


@st.composite
def archived_documents(draw: st.DrawFn) -> FakeArchived:
    text = draw(words)
    published = draw(st.none() | days)
    raw = f"{published}\n{text}".encode()
    document = Document(
        id=f"{hashlib.sha256(raw).hexdigest()}.text-1",
        text=text,
        file=draw(st.sampled_from(["a.txt", "б.html", "다.txt"])),
        language=draw(st.sampled_from(["en", "ru", "ko"])),
        title=draw(st.none() | short),
        published=published,
    )
    return FakeArchived(document, raw)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def claims_of(draw: st.DrawFn, document: Document, version: str = "reader-1.0") -> Claim:
    kind = draw(st.sampled_from(KINDS))
    span, evidence = draw(spans(document.text)), draw(spans(document.text))
    claim = kind(
        document=document.id,
        reading=version,
        span=span,
        text=document.quote(span),
        evidence=(Evidence(field="when", span=evidence, text=document.quote(evidence), rule="find_dateline"),) if draw(st.booleans()) else (),
        language=document.language,
        modality=draw(choose(Modality)),
        said_by=draw(some_actors),
        when=draw(st.none() | whens()),
        where=draw(st.none() | st.builds(Place, name=short, country=st.sampled_from(CODES))),
        instrument=draw(st.none() | short),
        confidence=draw(st.floats(0, 1)),
        flags=draw(st.lists(st.builds(Flag, flag=choose(FlagKind), why=short), max_size=1).map(tuple)),
        rule=draw(short),
        **{name: draw(values) for name, values in OWN[kind].items()},
    )
    return msgspec.structs.replace(claim, id=claim_id(claim))


@st.composite
def documents_with_claims(draw: st.DrawFn, version: str = "reader-1.0") -> tuple[FakeArchived, Reading]:
    archived = draw(archived_documents())
    found = draw(st.lists(claims_of(archived.document, version), max_size=5, unique_by=lambda claim: claim.id))
    ordered = tuple(sorted(found, key=lambda claim: (claim.span, claim.id)))
    return archived, Reading(document=archived.document.id, version=version, claims=ordered)


NO_OPTIONS = ReadOptions()
