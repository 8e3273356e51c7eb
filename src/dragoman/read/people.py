"""The people of a document: who is named with which office of which state, before anything is parsed."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

from dragoman.know.offices import load_offices
from dragoman.model import Actor, Document, LiteralReading, Mention, Span
from dragoman.read.page import Paragraph

TABLE = Path(__file__).parent / "lang" / "en" / "people.toml"
with TABLE.open("rb") as opened:
    WORDS = tomllib.load(opened)["words"]
NO_NAME = frozenset(WORDS["no_name"])
FAMILY_FIRST = frozenset(WORDS["family_first"])
"""Family names that stand before the given names in Korean, Chinese and Vietnamese."""
CAPITALISED = r"[A-ZÀ-ÖØ-Ž][\wÀ-ž’']*"
HYPHENATED = r"(?:[-—][A-Za-zÀ-ž]+)*"
NAME = rf"{CAPITALISED}{HYPHENATED}(?: (?:(?:al|bin|ibn|de|da|van|von|der|el|ul) |al-|el-)?{CAPITALISED}{HYPHENATED}){{0,3}}"


def either_case(words: Sequence[str]) -> str:
    """A pattern of these words, each with a capital or a small first letter; `…` stands for capitalised words."""
    ordered = sorted(words, key=len, reverse=True)
    parts = (f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}" for word in ordered)
    return "|".join(part.replace(r"\ ", " ").replace("…", r"[A-Z]\w+") for part in parts)


RANK = rf"(?:(?:{either_case(WORDS['ranks'])})[ -])*"
HEADS = rf"(?:{either_case(WORDS['heads'])}|FM|PM)"
TITLE = rf"(?P<title>{RANK}(?:(?:{either_case(WORDS['fields'])}) )?{RANK}{HEADS})"
TITLED = re.compile(rf"(?<!\w){TITLE}(?P<to> (?:to|in|for) (?:the )?{CAPITALISED}(?: {CAPITALISED}){{0,2}})?(?P<comma>,)? (?P<name>{NAME})")
APPOSED = re.compile(rf"(?<!\w)(?P<name>{NAME}), (?:(?P<owner>{CAPITALISED}(?: {CAPITALISED})?)['’]s |(?:the|a|an) )?(?P<title>[^,.;]{{3,70}})")
OFFICIAL = re.compile(TITLE)
LEARNED = re.compile(rf"(?:{HEADS}|{either_case(WORDS['learned'])})\b")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the document names: the actor, where his office stands, and what it says of it.

    `title` is the text's words; `to` the state that an envoy is accredited to; `office` the span of the title;
    `owner` the words that tell whose office it is.
    """

    actor: Actor
    name: Span
    office: Span | None
    title: str
    to: str | None
    owner: Span | None = None


def find_people(document: Document, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> tuple[Person, ...]:
    """Each naming of a person with an office, in text order; `names` are the states already found."""
    found: list[Person] = []
    for paragraph in paragraphs:
        if paragraph.language == "en":
            text = document.quote(paragraph.span)
            near = [mention for mention in names if paragraph.span.covers(mention.span)]
            found.extend(_titled(text, paragraph.span.start, near))
            found.extend(_apposed(text, paragraph.span.start, near))
    return tuple(sorted(found, key=lambda person: person.name))


def clean_name(words: str) -> str | None:
    """The name without words that no name has at its ends; `None` where nothing is left."""
    parts = words.split(" ")
    while parts and parts[-1] in NO_NAME:
        parts.pop()
    if not parts or parts[0] in NO_NAME or any(part.isupper() and len(part) > 1 for part in parts):
        return None
    return " ".join(parts).removesuffix("'s").removesuffix("’s")


def _titled(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Names after a title: "Norwegian Foreign Minister X", "the ambassador to Chile, X"."""
    for match in TITLED.finditer(text):
        name = clean_name(match["name"])
        if name is None or (match["comma"] and not match["to"]) or _is_place(match.start("name") + offset, names):
            continue
        title = match["title"]
        owner = _owner_before(offset + match.start(), names)
        to = next((m.actor.country for m in names if match["to"] and m.actor and offset + match.start("to") <= m.span.start < offset + match.end("to")), None)
        span = Span(offset + match.start("name"), offset + match.start("name") + len(name))
        actor = Actor(name=name, type="person", country=country_of(owner), literal=literal_of(owner), role=load_offices().title_of(title, "en") or title.lower())
        yield Person(actor, span, Span(offset + match.start("title"), offset + match.end("title")), title, to, span_of(owner))


def _is_place(start: int, names: Sequence[Mention]) -> bool:
    """Whether what looks like a name is a state or another name of the ledger."""
    return any(mention.span.start <= start < mention.span.stop for mention in names)


def country_of(owner: Mention | None) -> str | None:
    """The code of the state that a mention stands for."""
    return owner.actor.country if owner is not None and owner.actor is not None else None


def literal_of(owner: Mention | None) -> LiteralReading | None:
    """What a mention says literally, where its reading was corrected."""
    return owner.actor.literal if owner is not None and owner.actor is not None else None


def span_of(owner: Mention | None) -> Span | None:
    """Where a mention stands that tells a country."""
    return owner.span if country_of(owner) is not None and owner is not None else None


def _owner_before(start: int, names: Sequence[Mention]) -> Mention | None:
    """The state whose name or adjective stands right before a title."""
    near = [m for m in names if m.actor is not None and m.kind in ("demonym", "state", "place", "agency") and 0 <= start - m.span.stop <= 4]  # noqa: PLR2004, RUF100
    return near[-1] if near else None


def _apposed(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Names before a title: "X, Norway's deputy foreign minister", "X, head of the department of …"."""
    for match in APPOSED.finditer(text):
        name = clean_name(match["name"])
        title = re.split(r" (?:told|said|who|and|has|was|is) ", match["title"])[0]
        if name is None or not LEARNED.search(title) or _is_place(offset + match.start(), names):
            continue
        if " " not in name and not re.search(HEADS, title):
            continue
        spot = offset + match.start("title")
        owners = [m for m in names if m.actor is not None and m.kind in ("demonym", "state") and spot - 22 <= m.span.start <= spot + len(title)]
        official = OFFICIAL.search(title)
        words = official.group() if official else title
        role = load_offices().title_of(words, "en") or words.strip()
        owner = owners[0] if owners and official else None
        actor = Actor(name=name, type="person", country=country_of(owner), literal=literal_of(owner), role=role)
        span, office = Span(offset + match.start(), offset + match.start() + len(name)), Span(spot, spot + len(title)) if official else None
        yield Person(actor, span, office, words, None, span_of(owner))


def family_name(name: str) -> str:
    """The part of a name by which later mentions call the person."""
    parts = name.split(" ")
    if len(parts) == 1:
        return name
    given_last = parts[0] in FAMILY_FIRST and (
        (len(parts) == 2 and ("-" in parts[1] or "—" in parts[1] or parts[0] in ("Xi", "Wang", "Li", "Cho", "Qin"))) or len(parts) == 3
    )  # noqa: PLR2004, RUF100
    if given_last:
        return parts[0]
    lower = next((index for index, part in enumerate(parts[1:], 1) if part[0].islower()), None)
    return " ".join(parts[lower:]) if lower is not None else parts[-1]


def merge_people(people: Sequence[Person]) -> dict[str, Actor]:
    """One actor for each name of the document, its country from wherever the text tells it."""
    actors: dict[str, Actor] = {}
    for person in people:
        name = person.actor.name.replace("—", "-")
        known = actors.get(name)
        if known is None or (known.country is None and person.actor.country is not None):
            actors[name] = replace_name(person.actor, name)
    full = [name for name in actors if " " in name]
    for name in list(actors):
        owner = next((longer for longer in full if family_name(longer) == name), None)
        if " " not in name and owner is not None:
            if actors[owner].country is None and actors[name].country is not None:
                actors[owner] = replace_name(actors[name], owner)
            actors[name] = actors[owner]
    return actors


def owners_of(people: Sequence[Person]) -> dict[tuple[str, str], Span]:
    """For each person and country the first words that tell it: `(name, country)` to the span."""
    found: dict[tuple[str, str], Span] = {}
    for person in people:
        if person.owner is not None and person.actor.country is not None:
            for name in (person.actor.name.replace("—", "-"), family_name(person.actor.name)):
                found.setdefault((name, person.actor.country), person.owner)
    return found


def owner_of(actor: Actor, owners: dict[tuple[str, str], Span]) -> Span | None:
    """The words that tell a person's country, where some do."""
    spans = (owners.get((name, actor.country or "")) for name in (actor.name, family_name(actor.name)))
    return next((span for span in spans if span is not None), None)


def replace_name(actor: Actor, name: str) -> Actor:
    """The actor under another spelling of his name."""
    return structs.replace(actor, name=name)
