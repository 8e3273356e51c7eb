"""The people of a document: who is named with which office of which state, before anything is parsed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from dragoman.know.offices import load_offices
from dragoman.model import Actor, Document, LiteralReading, Mention, Span
from dragoman.read.english_titles import (
    ALONE,
    APPOSED,
    BEFORE_TITLE,
    BODY_WORDS,
    CHAIRS,
    COMING,
    DEED,
    ENVOYS,
    FACING,
    FORM_BEHIND,
    GIVEN_MONTHS,
    HELD,
    IN_HOUSE,
    JOINED,
    LEARNED,
    LETTERS,
    LISTED,
    MISSION,
    MONTH_OF,
    NAMED,
    OF_HOUSE,
    OFFICE_NEXT,
    OFFICE_OF,
    OFFICIAL,
    OPENED,
    OUSTED,
    OWN_MINISTRY,
    PLACED,
    RELATIVE,
    SENT,
    SERVANTS,
    SERVING,
    SHORT,
    SPEAKS,
    TIMED,
    clean_name,
    find_titles,
)
from dragoman.read.evidence import mentions_in
from dragoman.read.page import Paragraph


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the document names: the actor, where his office stands, and what it says of it.

    `title` is the text's words; `to` the state that an envoy is accredited to; `office` the span of the title;
    `owner` the words that tell whose office it is; `body` the union of states whose it is.
    """

    actor: Actor
    name: Span
    office: Span | None
    title: str
    to: str | None
    owner: Span | None = None
    body: str | None = None


def find_people(document: Document, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> tuple[Person, ...]:
    """Each naming of a person with an office, in text order; `names` are the states already found."""
    found: list[Person] = []
    for paragraph in paragraphs:
        if paragraph.language == "en":
            text = document.quote(paragraph.span)
            near = mentions_in(names, paragraph.span)
            found.extend(_titled(text, paragraph.span.start, near))
            found.extend(_apposed(text, paragraph.span.start, near))
    return tuple(sorted(found, key=lambda person: person.name))


def _titled(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Names after a title: "Norwegian Foreign Minister X", "the ambassador to Chile, X", "President of Kenya X"."""
    before: Person | None = None
    first: Person | None = None
    for match in find_titles(text):
        office = _joined(text, offset, first, _shared(text, offset, _office(text, offset, match, names), before))
        named = _name_of(text, offset, office, names)
        first = office if named is None else None
        if named is None or office.office is None:
            continue
        name, begin = named
        owner = owner_behind(text, offset, begin + len(name), names) if office.owner is None else None
        country = office.actor.country or country_of(owner)
        actor = structs.replace(office.actor, name=name, country=country, role=office.actor.role if owner is None else title_for(office.title, country))
        before = replace(office, actor=actor, name=Span(offset + begin, offset + begin + len(name)), owner=office.owner or owner_span(owner))
        yield before


def _joined(text: str, offset: int, first: Person | None, second: Person) -> Person:
    """The first of two offices of one holder with the place of both, where they stand side by side: "Deputy Prime Minister and Defence Minister [Name]"."""
    if first is None or first.office is None or second.office is None:
        return second
    if second.owner is not None:
        return _served(text, offset, first, second)
    gap = text[first.office.stop - offset : second.office.start - offset]
    if first.title.endswith(RELATIVE):
        faced = first.owner is not None and gap.strip() == "," and first.title.endswith(("counterpart", "colleague"))
        country = first.actor.country
        told = structs.replace(second.actor, country=country, literal=first.actor.literal, role=title_for(second.title, country))
        return replace(second, actor=told, owner=first.owner, body=first.body) if faced else second
    if not JOINED.fullmatch(gap) or _name_of(text, offset, first, ()) is not None:
        return second
    return replace(first, office=first.office.join(second.office), name=first.name.join(second.office))


def _served(text: str, offset: int, first: Person, second: Person) -> Person:
    """The office of who serves another one's holder, whose state stands behind both: "Foreign Policy Adviser to the President of [State] [Name]"."""
    if first.office is None or second.office is None or second.owner is None or second.owner.start < second.office.start:
        return second
    gap = text[first.office.stop - offset : second.office.start - offset]
    if not SERVING.fullmatch(gap) or not first.title.lower().endswith(SERVANTS):
        return second
    title = f"{first.title}{gap}{second.title}"
    told = structs.replace(second.actor, role=title_for(title, second.actor.country))
    return replace(second, actor=told, title=title, office=first.office.join(second.office), name=first.office.join(second.name))


def _shared(text: str, offset: int, office: Person, before: Person | None) -> Person:
    """The office with the state of the one listed before it: "Vietnamese President X, Prime Minister Y and …"."""
    if before is None or office.owner is not None or before.owner is None or office.title == before.title:
        return office
    if office.title.endswith(RELATIVE) or before.title.endswith(FACING):
        return office  # "his Chilean counterpart X, foreign minister Y" are of two states
    if not LISTED.fullmatch(text[before.name.stop - offset : office.name.start - offset]):
        return office
    country = before.actor.country
    actor = structs.replace(office.actor, country=country, literal=before.actor.literal, role=title_for(office.title, country))
    return replace(office, actor=actor, owner=before.owner, body=before.body)


def _office(text: str, offset: int, match: re.Match[str], names: Sequence[Mention]) -> Person:
    """The office that a title names, without its holder: whose it is, and where it is accredited."""
    start, stop = match.span("title")
    owner = _owner_within(offset + start, offset + stop, names) or _owner_before(text, offset, start, names)
    places, end = _places_after(text, offset, stop, names)
    owner = owner or next((mention for link, mention in places if link in ("of", "from")), None)
    house = OF_HOUSE.match(text, stop) if CHAIRS.search(match["title"]) else None
    owner = owner or next((m for m in names if house is not None and m.span.start == offset + house.start("whose") and m.actor is not None), None)
    to = next((mention for link, mention in places if link in SENT and mention is not owner), None)
    if to is not None and owner is None and not _is_envoy(match["title"]):
        owner, to = to, None
    title = _rank_before(text, offset, owner) + (match["title"].removeprefix("then ") if text[:start].endswith("and ") else match["title"])
    title = with_house(text, stop, title, owner)
    if OUSTED.search(text[:start]):
        title = f"former {title}"
    country = country_of(owner)
    role = title_for(_body_words(owner, title) + title, country)
    actor = Actor(name="", id=body_of(owner), type="person", country=country, literal=literal_of(owner), role=role)
    span = Span(offset + start, offset + (house.end() if house is not None else end if places else stop))
    return Person(actor, span, span, title, country_of(to), owner_span(owner), body_of(owner))


def find_offices(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Offices that stand without a name: "its ambassador to Chile"; the person has an empty name."""
    for match in find_titles(text):
        office = _office(text, offset, match, names)
        if _name_of(text, offset, office, names) is None and office.office is not None:
            first = office.owner.start if office.owner is not None and office.owner.start < office.office.start else office.office.start
            yield replace(office, office=Span(max(first, offset), office.office.stop))


def _name_of(text: str, offset: int, office: Person, names: Sequence[Mention]) -> tuple[str, int] | None:
    """The name of an office's holder right behind it and where it begins in the text: behind a comma only where state and closing comma tell so."""
    end = office.name.stop - offset
    named = NAMED.match(text, end)
    name = clean_name(named["name"]) if named is not None else None
    if named is None or name is None or _is_place(named.start("name") + offset, names):
        return None
    begin = named.start("name")
    if not named["comma"]:
        return name, begin
    if OFFICE_NEXT.match(text, begin + len(name)):
        return None  # "the president of [State], [Name], president of [State]" are two
    if HELD.search(text[: office.office.start - offset]) if office.office is not None else False:
        return None  # "[Name], minister of [State], [Name], …" is a row
    if office.owner is None and " " in name and (text[begin + len(name) :][:1] in (",", ".", ";") or ALONE.search(text[: end - len(office.title)])):
        return name, begin  # "The foreign minister, [Name] [Name], said"
    closed = text[begin + len(name) :][:1] in (",", ".", ";", "") or (office.owner is not None and SPEAKS.match(text, begin + len(name)) is not None)
    placed = end > office.name.start - offset + len(office.title) or office.to is not None
    return (name, begin) if placed or (office.owner is not None and closed and " " in name) else None


def owner_behind(text: str, offset: int, stop: int, names: Sequence[Mention]) -> Mention | None:
    """The state behind a name in a text that begins at `offset`: "President X of Cameroon"."""
    return next((m for link, m in _places_after(text, offset, stop, names)[0][:1] if m.kind == "state" and link == "of"), None)


def _rank_before(text: str, offset: int, owner: Mention | None) -> str:
    """The rank that stands before the state of an office: "former Norwegian", "the late Cuban"."""
    found = TIMED.search(text[: owner.span.start - offset]) if owner is not None and owner.span.start >= offset else None
    return f"{found['rank'].lower()} " if found else ""


def with_house(text: str, stop: int, title: str, owner: Mention | None) -> str:
    """The title with the house, court or bank that its holder heads: "president of the national assembly", "Bundestag president"."""
    if CHAIRS.search(title) is None:
        return title
    behind = OF_HOUSE.match(text, stop)
    if behind is not None:
        return f"{title} of the {behind['house'].lower()}"
    before = IN_HOUSE.search(owner.text) if owner is not None and owner.kind in ("agency", "organisation") else None
    return f"{before.group()} {title}" if before is not None else title


def _places_after(text: str, offset: int, stop: int, names: Sequence[Mention]) -> tuple[list[tuple[str, Mention]], int]:
    """The states or bodies behind a title with the words that tie them to it, and where they end."""
    found: list[tuple[str, Mention]] = []
    while len(found) < 2:
        link = PLACED.match(text, stop)
        spot = offset + link.end() if link is not None else -1  # within "Republic of Peru" too, if all of that is the name
        mention = next(
            (m for m in names if m.span.start <= spot < m.span.stop and m.span.start > offset + stop and m.actor is not None and m.kind != "firm"), None
        )
        if link is None or mention is None or mention.kind == "demonym":
            break
        found.append((link["link"], mention))
        stop = mention.span.stop - offset
        stop += len(FORM_BEHIND) if text.startswith(FORM_BEHIND, stop) else 0
    return found, stop


def _body_words(owner: Mention | None, title: str) -> str:
    """The ministry or house of an official whose title does not name it: "spokesman for the Iranian Foreign Ministry"."""
    found = BODY_WORDS.search(owner.text) if owner is not None and not BODY_WORDS.search(title) else None
    return f"{found.group()} " if found else ""


def title_for(words: str, country: str | None) -> str:
    """The vocabulary's title of these words in a state, else the words in small letters."""
    words = COMING.sub("", words)
    if words.endswith("diplomacy"):
        return "foreign minister"
    for short, long in SHORT.items():
        words = f"{words.removesuffix(short)}{long}" if words.endswith(short) else words
    known = load_offices().title_of(words, "en", country)
    if known is None and BODY_WORDS.match(words):
        known = load_offices().title_of(BODY_WORDS.sub("", words).strip(), "en", country)
    words = MISSION.sub("head of ", words)
    return known or LETTERS.sub("", OWN_MINISTRY.sub(r"\1the ministry", words)).lower().replace("’", "'")


def _is_envoy(title: str) -> bool:
    """Whether a title is that of somebody who is sent to a state."""
    return COMING.sub("", title).lower().endswith(ENVOYS)


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


def owner_span(owner: Mention | None) -> Span | None:
    """Where the state or union stands whose office it is."""
    return owner.span if owner is not None and owner.actor is not None and owner.actor.side is not None else None


def body_of(owner: Mention | None) -> str | None:
    """The union of states whose office it is."""
    return owner.actor.id if owner is not None and owner.actor is not None and owner.actor.country is None else None


def _owner_within(start: int, stop: int, names: Sequence[Mention]) -> Mention | None:
    """The body or seat of power that is part of a title: "Iranian Foreign Ministry spokesman", "Kremlin spokesman"."""
    kinds = ("agency", "state", "demonym")
    return next((m for m in names if m.actor is not None and m.kind in kinds and m.span.start < stop and start < m.span.stop), None)


def _owner_before(text: str, offset: int, start: int, names: Sequence[Mention]) -> Mention | None:
    """The state or body whose name or adjective stands before a title, at most two small words away."""
    kinds = ("demonym", "state", "place", "agency", "organisation")
    for mention in reversed([m for m in names if m.actor is not None and m.kind in kinds and m.span.stop <= offset + start]):
        if mention.span.stop >= offset:
            gap = text[mention.span.stop - offset : start]
            return mention if OFFICE_OF.fullmatch(gap) and (mention.kind == "demonym" or gap.strip() in ("", "'s", "’s", "'", "’") or gap[0] in "'’") else None
    return None


def _apposed(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Names before a title: "X, Norway's deputy foreign minister", "X, head of the department of …"."""
    for match in APPOSED.finditer(text):
        name = clean_name(match["name"])
        title = _words_of_title(match["title"])
        if (
            name is None
            or OPENED.search(text[: match.start()])
            or _is_month(text, match.start("name"))
            or not LEARNED.search(title)
            or _is_place(offset + match.start(), names)
        ):
            continue
        official = OFFICIAL.search(title)
        if official is not None and (len(title[: official.start()].split()) > BEFORE_TITLE or _has_holder(title, official)):
            continue
        if not official and (" " not in name or not LEARNED.match(title)):
            continue
        spot = offset + match.start("title")
        near = [m for m in names if m.actor is not None and spot - 22 <= m.span.start <= spot + len(title)]
        to = _sent_to(text, offset, (spot, official), near) if official is not None else None
        owners = [m for m in near if m.kind in ("demonym", "state", "agency", "organisation") and m is not to]
        words = _rank_before(text, offset, owners[0] if owners else None) + official.group() if official else title
        words = with_house(title, official.end(), words, None) if official else words
        owner = owners[0] if owners and official else None
        role = title_for(words, country_of(owner)) if official else words.strip()
        actor = Actor(name=name, id=body_of(owner), type="person", country=country_of(owner), literal=literal_of(owner), role=role)
        span, office = Span(offset + match.start(), offset + match.start() + len(name)), Span(spot, spot + len(title)) if official else None
        yield Person(actor, span, office, words, country_of(to), owner_span(owner), body_of(owner))


def _is_month(text: str, start: int) -> bool:
    """Whether what looks like a name begins with the month of a date: "on 5 May Ruiz, …"."""
    return text.startswith(tuple(GIVEN_MONTHS), start) and MONTH_OF.search(text[:start]) is not None


def _words_of_title(words: str) -> str:
    """The words behind a name up to a verb or "and", unless that stands within a title: "Foreign Affairs and Trade deputy minister"."""
    title = DEED.split(words)[0]
    official = OFFICIAL.search(words)
    if official is None or not official.start() < len(title) < official.end():
        return title
    return words[: official.end()] + DEED.split(words[official.end() :])[0]


def _has_holder(title: str, official: re.Match[str]) -> bool:
    """Whether a title leads to a name of its own: "with Ruiz, President Diaz said"."""
    named = NAMED.match(title, official.end())
    return named is not None and not named["comma"] and clean_name(named["name"]) is not None


def _sent_to(text: str, offset: int, title: tuple[int, re.Match[str]], near: Sequence[Mention]) -> Mention | None:
    """The state that an envoy is sent to, right behind his title."""
    spot, official = title
    link = PLACED.match(text, spot - offset + official.end())
    if link is None or link["link"] not in SENT or not _is_envoy(official.group()):
        return None
    return next((m for m in near if m.span.start == offset + link.end()), None)
