"""The grammar of filters, the same on the command line, in Python and in an address: `kind:event lang:ru,ko -status:disputed flights`."""

import re
import shlex
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from dragoman.ask.dyad import PAIR, Dyad, find_pair, parse_dyad
from dragoman.ask.view import View
from dragoman.model import Actor, BadInput, Channel, Claim, Entry, Event, Modality, PloverType, Post
from dragoman.model.claim import ChannelType
from dragoman.model.entry import EntryStatus
from dragoman.model.sides import find_actors, find_sides

Kind = Literal["event", "channel", "post", "figure", "statement", "assessment", "instrument"]
KINDS: tuple[Kind, ...] = get_args(Kind)
CLOSED: dict[str, tuple[str, ...]] = {
    "kind": KINDS,
    "plover": get_args(PloverType),
    "channel": get_args(ChannelType),
    "modality": get_args(Modality),
    "status": (*get_args(EntryStatus), "background"),
}
"""Keys whose values are a closed list; capitals make no difference."""
OPEN = ("lang", "outlet", "actor", "office", "text")
"""Keys whose values are words of the sources."""
DAYS = ("from", "to", "on", "said-by", "known")
"""Keys whose value is a day, a month or a year: `from` and the clocks; `on`, `said-by` and `known` mean its last day, as `to` does."""
CODE = 3
"""Letters of a state's code; so short a Latin name is looked for whole."""
POINT = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
KEYS = ("dyad", *CLOSED, *OPEN, *DAYS)


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: an entry has one of `values` under `key`, or, if `negated`, none of them."""

    key: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """All conditions hold. `start` and `end` bound what may have been so; the clocks are `None` where the filter names none."""

    terms: tuple[Term, ...] = ()
    dyad: Dyad | None = None
    start: date | None = None
    end: date | None = None
    on: date | None = None
    said_by: date | None = None
    known: date | None = None

    def keeps(self, entry: Entry, view: View) -> bool:
        """Whether the entry is asked for."""
        return self == NOTHING or (
            self._is_in_time(entry) and self._is_between(entry, view) and all(_holds(term, entry, view) != term.negated for term in self.terms)
        )

    def _is_in_time(self, entry: Entry) -> bool:
        """Whether it may have been so within the bounds; what has no time is left out where there are any."""
        return may_fall(entry, self.start, min(filter(None, (self.end, self.on)), default=None))

    def _is_between(self, entry: Entry, view: View) -> bool:
        return self.dyad is None or find_pair(self.dyad, view.ledger, strict=False).holds(entry.claim)


NOTHING = Filter()


def may_fall(entry: Entry, start: date | None, end: date | None) -> bool:
    """Whether what the entry tells may have been so between two days, both included; `None` is open."""
    if start is None and end is None:
        return True
    when = entry.claim.when
    if when is None:
        return False
    return (start is None or when.end is None or when.end >= start) and (end is None or when.start is None or when.start <= end)


@lru_cache(maxsize=512)
def parse_filter(text: str | None) -> Filter:
    """The filter that `text` writes; BadInput, with what can be written, where it writes none.

    Words without a key are looked for in the sources, all of them, but for a pair of states in capitals (`RUS-KOR`), which is a dyad.
    Quotes keep several together; a comma is *or*; a minus is *not*.
    """
    try:
        words = shlex.split((text or "").replace("'", "\\'"))
    except ValueError:
        raise BadInput(f"{text}: a quotation mark is not closed") from None
    terms: list[Term] = []
    days: dict[str, date] = {}
    dyad = None
    for word in words:
        key, value, negated = _split(word)
        if key == "text" and not negated and PAIR.fullmatch(word):
            key = "dyad"
        if key == "dyad":
            dyad = parse_dyad(value)
            if dyad is None or negated:
                raise BadInput(f"{word}: is no pair of states; write two codes, e.g. dyad:RUS-KOR")
        elif key in DAYS:
            days[key] = parse_point(value, last=key != "from")
        else:
            terms.append(Term(key, _check_values(key, value), negated))
    start, end, on, said_by, known = (days.get(key) for key in DAYS)
    return Filter(tuple(terms), dyad, start, end, on, said_by, known)


def is_term(word: str) -> bool:
    """Whether a word has one of the keys before it (`kind:event`)."""
    return word.removeprefix("-").partition(":")[0].casefold() in KEYS and ":" in word


def parse_point(text: str, *, last: bool) -> date:
    """The first or last day of `2022`, `2022-02` or `2022-02-03`; BadInput where it is none."""
    if not POINT.fullmatch(text):
        raise BadInput(f"{text}: is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, *rest = map(int, text.split("-"))
    month = rest[0] if rest else 12 if last else 1
    try:
        day = rest[1] if len(rest) > 1 else monthrange(year, month)[1] if last else 1
        return date(year, month, day)
    except ValueError:
        raise BadInput(f"{text}: there is no such day") from None


def _split(word: str) -> tuple[str, str, bool]:
    """Key, value, and whether a minus stands before it; a word without a known key is full text."""
    bare = word.removeprefix("-")
    negated = bare != word and len(bare) > 0
    key, colon, value = bare.partition(":")
    if colon and value and key.casefold() in KEYS:
        return key.casefold(), value, negated
    if colon and key.isascii() and key.isalpha() and not value.startswith("//"):
        raise BadInput(f"{word}: no such filter; write one of {', '.join(f'{known}:' for known in KEYS)} or words of the text")
    return "text", bare, negated


def _check_values(key: str, value: str) -> tuple[str, ...]:
    if key == "text":
        return (fold(value),)
    values = tuple(fold(part) for part in value.split(",") if part)
    known = {fold(choice) for choice in CLOSED.get(key, ())}
    wrong = [part for part in values if known and part not in known]
    if wrong or not values:
        raise BadInput(f"{wrong[0] if wrong else value}: {key} is one of {', '.join(CLOSED.get(key, ('words of the sources',)))}")
    return values


def fold(text: str) -> str:
    """In small letters and one normal form, so that letters typed otherwise are found."""
    return unicodedata.normalize("NFKC", text).casefold()


def _holds(term: Term, entry: Entry, view: View) -> bool:
    match term.key:
        case "status":
            return entry.status in term.values or (entry.background and "background" in term.values)
        case "kind" | "modality" | "plover" | "channel":
            return CLOSED_VALUES[term.key](entry.claim) in term.values
        case _:
            return any(_matches(term, found) for claim in _claims(entry, view) for found in OPEN_VALUES[term.key](claim, view))


def _matches(term: Term, found: str) -> bool:
    """Whether a value is found: languages whole, codes of states whole, other words anywhere."""
    return any(
        value == found if term.key == "lang" or (term.key == "actor" and len(value) <= CODE and value.isascii()) else value in found for value in term.values
    )


def _claims(entry: Entry, view: View) -> Iterator[Claim]:
    return (view.claims[claim] for claim in (*entry.support, *entry.against) if claim in view.claims)


CLOSED_VALUES: dict[str, Callable[[Claim], str]] = {
    "kind": lambda claim: claim.kind,
    "modality": lambda claim: claim.modality,
    "plover": lambda claim: fold(claim.type) if isinstance(claim, Event) else "",
    "channel": lambda claim: claim.channel if isinstance(claim, Channel) else "",
}


def _find_outlets(claim: Claim, view: View) -> Iterator[str]:
    document = view.documents[claim.document]
    yield from (fold(name) for name in (document.outlet, document.file) if name)


def _find_names(claim: Claim, view: View) -> Iterator[str]:
    """Names, ids and codes of whoever acts or speaks."""
    yield from (fold(code) for code in find_sides(claim))
    for actor in _find_all_actors(claim):
        yield from (fold(name) for name in (actor.name, actor.id, actor.country) if name)


def _find_titles(claim: Claim, view: View) -> Iterator[str]:
    if isinstance(claim, Post):
        yield fold(claim.office.title)
    yield from (fold(actor.role) for actor in _find_all_actors(claim) if actor.role)


def _find_all_actors(claim: Claim) -> Iterator[Actor]:
    yield from find_actors(claim)
    yield from claim.said_by


OPEN_VALUES: dict[str, Callable[[Claim, View], Iterator[str]]] = {
    "lang": lambda claim, _: iter((claim.language,)),
    "outlet": _find_outlets,
    "actor": _find_names,
    "office": _find_titles,
    "text": lambda claim, _: iter((fold(claim.text),)),
}
