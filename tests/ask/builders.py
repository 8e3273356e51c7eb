"""Claims of our own sentences, and views of them."""

# ruff: noqa: ANN002, ANN003 (builders of tests pass on whatever fields they are given)

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

import msgspec

from dragoman.ask.view import View
from dragoman.model import Actor, Channel, Event, Office, Post, ReadOptions, Span, When, claim_id
from dragoman.model.ports import Clocks, KeptDocument
from dragoman.reconcile.entries import find_entries

TODAY = date(2025, 6, 1)


@dataclass(frozen=True)
class FakeLedger:
    """The Soviet Union before Russia; undivided Korea before nobody."""

    def predecessors(self, code):
        return {"RUS": ("SUN",), "UKR": ("SUN",)}.get(code, ())

    def successions(self, code):  # noqa: ARG002 (nothing ends in this world)
        return ()


def state(code):
    return Actor(name=code, id=None, type="state", country=code)


def seal(claim):
    return msgspec.structs.replace(claim, id=claim_id(claim))


def place(text, start):
    return {"document": "d1", "span": Span(start, start + len(text)), "text": text, "language": "en"}


def channel(text, state_, between, when=None, *, start=0, document="d1", **fields):
    own = {"channel": "air_link", "state": state_, "between": tuple(state(code) for code in between), "when": when, **fields}
    return seal(Channel(**(place(text, start) | {"document": document}), **own))


def event(text, source, target, when=None, *, start=0, **fields):
    own = place(text, start) | {"type": "CONSULT", "quad": 1, "source": tuple(map(state, source)), "target": tuple(map(state, target)), "when": when, **fields}
    return seal(Event(**own))


def post(text, name, title, of, state_, when=None, *, start=0, **fields):  # noqa: PLR0913 (as short as the sentences it stands for)
    person = Actor(name=name, type="person", country=of) if name else None
    return seal(Post(**(place(text, start) | fields), person=person, office=Office(title=title, of=of), state=state_, when=when))


def document(id, said, *, is_bound=False):
    digest = hashlib.sha256(id.encode()).hexdigest()
    return KeptDocument(
        id=id,
        sha256=digest,
        file=f"{id}.txt",
        language="en",
        title=None,
        outlet=None,
        said=said,
        said_is_bound=is_bound,
        added_at=datetime(2025, 1, 1, tzinfo=UTC),
        version="1",
        options=ReadOptions(),
        n_claims=0,
    )


def view(*claims, said=None, bound=()):
    days = {"d1": date(2025, 5, 1), **(said or {})}
    documents = {name: document(name, day, is_bound=name in bound) for name, day in days.items()}
    return View(tuple(find_entries(claims)), {claim.id: claim for claim in claims}, documents, FakeLedger(), TODAY, Clocks())


def on(year, month=1, day=1):
    return When.on(date(year, month, day))
