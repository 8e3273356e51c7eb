"""People named in a row behind one title: "Foreign Ministers Ana Ruiz of Chile and Luis Paz of Peru", "Presidents Ruiz and Paz"."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model import Actor, Mention, Span
from dragoman.read.english_titles import ENVOYS, FIELDS, NAME, PLACED, clean_name
from dragoman.read.people import Person, country_of, literal_of, owner_span, title_for

ROW = re.compile(rf"(?<![\w-])(?P<title>(?:{FIELDS})? ?(?:[Pp]residents|[Mm]inisters|[Pp]remiers|[Aa]mbassadors|[Cc]hancellors|[Ss]ecretaries)) (?=[A-Z])")
ROW_OF = re.compile(
    rf"(?<![\w-])(?P<title>(?:{FIELDS})? ?(?:[Pp]residents|[Mm]inisters|[Pp]remiers|[Aa]mbassadors|[Cc]hancellors|[Ll]eaders)) of (?:the )?(?=[A-Z])"
)
MEMBERS = re.compile(
    r" (?:delegation|team)(?:,? which)? (?:was |is |were )?(?:made up of|composed of|consist(?:ed|s|ing) of|compris(?:ed|es|ing)|includ(?:ed|es|ing)) "
)
ITEM = re.compile(r"(?:and )?(?:the )?(?P<title>[A-Z][^;]{3,120}), (?P<name>[^,;]+)")
"""A member of a delegation in a list parted by semicolons: title, comma, name."""
HINT = re.compile(r"(?:residents|inisters|remiers|mbassadors|hancellors|ecretaries|eaders) ")
"""Without one of these endings no title stands before several people."""
NEXT = re.compile(r",? and |, ")
NAMED = re.compile(NAME)
BETWEEN = re.compile(r",? and (?:the )?|, (?:the )?")
LONGEST = 6


def find_rows(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Each person of a row with the title in the singular, of the state behind his name where there is one; rows of at least two."""
    if HINT.search(text) is None:
        return
    for match in ROW.finditer(text):
        row = list(_row(text, offset, match, names))
        if len(row) > 1:
            yield from row
    for match in ROW_OF.finditer(text):
        yield from _named_behind(text, offset, match, names)


def find_delegates(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """The members of a state's delegation in a list parted by semicolons, each with whatever title stands before the comma."""
    for owner in names:
        led = MEMBERS.match(text, owner.span.stop - offset) if owner.kind in ("demonym", "state") else None
        here = led.end() if led is not None else len(text)
        listed = text[here:].split(".", 1)[0].split("; ")
        for item in listed if len(listed) > 1 else ():
            member = ITEM.fullmatch(item)
            name = clean_name(member["name"]) if member is not None and NAMED.fullmatch(member["name"]) else None
            envoy = member is not None and any(word in member["title"].lower() for word in ENVOYS)
            if member is not None and name is not None and " " in name and not envoy:  # an envoy's title is read with its place
                start, title = here + member.start("name") + offset, member["title"]
                role = title_for(title, country_of(owner))
                actor = Actor(name=name, type="person", country=country_of(owner), literal=literal_of(owner), role=role)
                begin = offset + here + member.start("title")
                yield Person(actor, Span(start, start + len(name)), Span(begin, begin + len(title)), title, None, owner_span(owner))
            here += len(item) + len("; ")


def _named_behind(text: str, offset: int, match: re.Match[str], names: Sequence[Mention]) -> Iterator[Person]:
    """The people behind a title with its states, one for each: "the foreign ministers of Chile and Peru, Ana Ruiz and Luis Paz"."""
    owners: list[Mention] = []
    here = match.end()
    while True:
        owner = next((m for m in names if m.kind == "state" and m.span.start == offset + here), None)
        if owner is None:
            break
        owners.append(owner)
        here = owner.span.stop - offset
        joined = BETWEEN.match(text, here)
        if joined is None or not any(m.kind == "state" and m.span.start == offset + joined.end() for m in names):
            break
        here = joined.end()
    behind = re.compile(r", (?=[A-Z])").match(text, here)
    if len(owners) < 2 or behind is None:  # noqa: PLR2004, RUF100
        return
    found: list[Person] = []
    title, here = _singular(match["title"].strip()), behind.end()
    for owner in owners:
        named = NAMED.match(text, here)
        name = clean_name(named.group()) if named is not None else None
        if name is None or any(m.span.start <= offset + here < m.span.stop for m in names):
            return
        country = country_of(owner)
        actor = Actor(name=name, type="person", country=country, literal=literal_of(owner), role=title_for(title, country))
        span = Span(offset + here, offset + here + len(name))
        found.append(Person(actor, span, Span(offset + match.start("title"), offset + match.end("title")), title, None, owner_span(owner)))
        following = NEXT.match(text, here + len(name))
        here = following.end() if following is not None else len(text)
    yield from found


def _row(text: str, offset: int, match: re.Match[str], names: Sequence[Mention]) -> Iterator[Person]:
    """The people behind one plural title, as far as names follow each other."""
    title = _singular(match["title"].strip())
    here = match.end()
    owners = _owners_before(text, offset, match.start("title"), names)
    for place in range(LONGEST):
        named = NAMED.match(text, here)
        name = clean_name(named.group()) if named is not None else None
        if name is None or any(mention.span.start <= offset + here < mention.span.stop for mention in names):
            return
        span = Span(offset + here, offset + here + len(name))
        here += len(name)
        link = PLACED.match(text, here)
        owner = next((m for m in names if link is not None and link["link"] == "of" and m.span.start == offset + link.end() and m.kind == "state"), None)
        here = owner.span.stop - offset if owner is not None else here
        owner = owner or (owners[min(place, len(owners) - 1)] if owners else None)
        country = country_of(owner)
        actor = Actor(name=name, type="person", country=country, literal=literal_of(owner), role=title_for(title, country))
        yield Person(actor, span, None, title, None, owner_span(owner))
        following = NEXT.match(text, here)
        if following is None:
            return
        here = following.end()


def _owners_before(text: str, offset: int, start: int, names: Sequence[Mention]) -> list[Mention]:
    """The states whose adjectives stand in a row right before a title, in their order: "the Norwegian and Chilean foreign ministers"."""
    found: list[Mention] = []
    here = start
    for mention in reversed([m for m in names if m.kind in ("demonym", "state") and offset <= m.span.start and m.span.stop <= offset + start]):
        gap = text[mention.span.stop - offset : here]
        if not (BETWEEN.fullmatch(gap) if found else gap.strip() in ("", "'s", "’s")):
            break
        found.insert(0, mention)
        here = mention.span.start - offset
    return found


def _singular(title: str) -> str:
    """The title of one of them."""
    return f"{title.removesuffix('ies')}y" if title.endswith("ies") else title.removesuffix("s")
