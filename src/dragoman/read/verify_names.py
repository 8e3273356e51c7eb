"""Whether everybody whom a claim names stands in its words or its evidence, with the state that he counts for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.know.outlets import load_firms
from dragoman.know.states import load_ledger
from dragoman.model import Actor, Channel, Claim, Instrument, Post, Span
from dragoman.read.evidence import actors_of, mentions_in
from dragoman.read.names import find_names
from dragoman.read.page import Page
from dragoman.read.people_ko import HOME, TITLED, accredited
from dragoman.read.people_ko import SHORT as SHORT_STATES
from dragoman.read.visits_ko import tells_visited

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
HANGUL = re.compile("[가-힣]")
CYRILLIC = re.compile("[а-яё]")
SENT = re.compile(r"\b(?:to|in|for|в|во|при|на)\s(?:the\s)?$|주$")
SENT_LETTER = re.compile(rf"주(?P<to>{'|'.join(SHORT_STATES)})")
SEAT = re.compile(r"(?<![가-힣])주[가-힣]{1,8}")
NEAR = 40
"""Letters after a title within which the state stands that its holder is sent to."""
ENDINGS = 3
"""Letters by which two cases of one Russian word may differ at the end."""
SHORT = 4
SMALL = frozenset({"the", "of", "and", "for", "to", "in", "a", "an"})


@dataclass(frozen=True, slots=True)
class Support:
    """What a claim may rest on: its own words and those of its evidence, and the sides that they name by themselves."""

    text: str
    words: frozenset[str]
    sides: frozenset[str]
    language: str


def find_support(claim: Claim, page: Page) -> Support:
    """The words and sides of a claim's span and evidence; persons and "the two countries" count by their evidence only."""
    spans = (claim.span, *(e.span for e in claim.evidence))
    sides: set[str] = set()
    for span in spans:
        sides.update(_sides_in(page, span))
    text = "\n".join(page.text_at(span) for span in spans)
    return Support(text, frozenset(_words(text)), frozenset(sides), claim.language)


@cache
def _heirs() -> dict[str, tuple[str, ...]]:
    """The states of the ledger that stand in the place of each one that ended."""
    ledger = load_ledger()
    heirs: dict[str, list[str]] = {}
    for code in {name.code for name in ledger.names.values()}:
        for before in ledger.predecessors(code):
            heirs.setdefault(before, []).append(code)
    return {code: tuple(later) for code, later in heirs.items()}


def _words(text: str) -> Iterator[str]:
    for match in WORD.finditer(text.replace("’", "'")):
        word = match.group().casefold()
        yield word.removesuffix("'s")


def _sides_in(page: Page, span: Span) -> Iterator[str]:
    """The states and unions named within a span, with those before and after them in time."""
    ledger = load_ledger()
    found = [m.actor for m in mentions_in(page.mentions, span) if m.actor is not None and m.kind not in ("person", "firm") and not m.chain]
    if not found:
        language = page.document.language_at(span.start)
        text = page.text_at(span)
        found = [m.actor for m in find_names(text.title() if text.isupper() else text, language, span.start) if m.actor is not None]
    for side in {side for actor in found if (side := side_told(actor)) is not None}:
        yield side
        yield from ledger.predecessors(side)
        yield from (later for later in _heirs().get(side, ()))


def refuse_names(claim: Claim, page: Page) -> str | None:
    """Who in the claim is told by nothing, in words; `None` where all are."""
    support = find_support(claim, page)
    for field, actor in actors_of(claim):
        if not is_named(actor.name, support):
            return f"{field}: neither the claim's words nor its evidence name {actor.name!r}"
        side = side_told(actor)
        if side is not None and not _is_of(actor, side, support):
            return f"{field}: neither the claim's words nor its evidence say that {actor.name!r} is of {side}"
    return _refuse_office(claim, page, support) or _refuse_titles(claim, support)


def side_told(actor: Actor) -> str | None:
    """The state or union that the words name: of a corrected reading the literal one."""
    return actor.side if actor.literal is None else actor.literal.country or actor.literal.id


def _is_of(actor: Actor, side: str, support: Support) -> bool:
    """Whether the words name the side; a firm of the list is known by its name, and Korean texts leave their own state unsaid."""
    home = support.language == "ko" and side == HOME and actor.type in ("person", "agency", "state")
    visited = support.language == "ko" and tells_visited(support.text, actor.name, side)
    return side in support.sides or load_firms().get(actor.name) == side or home or visited or side in _titled(support)


def _titled(support: Support) -> set[str]:
    """The states to which the Korean titles in the words belong, which no other state has."""
    return {code for title, code in TITLED.items() if title in support.text} if support.language == "ko" else set()


def is_named(name: str, support: Support) -> bool:
    """Whether every word of a name stands in the words that support a claim, in some grammatical form."""
    return all(_is_told(word, support) for word in _words(name) if word not in SMALL)


def _is_told(word: str, support: Support) -> bool:
    if word in support.words or f"{word}s" in support.words:
        return True
    if HANGUL.search(word):
        return word in support.text or any(word.startswith(other) and len(other) > 1 for other in support.words)
    if CYRILLIC.search(word):
        return any(_same_stem(word, other, ENDINGS) for other in support.words if other[:1] == word[:1])
    if any(other.startswith(word) and HANGUL.match(other[len(word) :]) for other in support.words):
        return True  # letters with a Korean particle: "EU의"
    return any(_same_stem(word, other, 1) for other in support.words if other[:2] == word[:2])


def _same_stem(word: str, other: str, ending: int) -> bool:
    """Whether two words differ only in their last letters; short ones must be alike but for what is added."""
    stem = max(min(len(word), len(other)) - ending, SHORT - 1, len(max(word, other, key=len)) - ending - 2)
    shorter = min(len(word), len(other))
    return word[:stem] == other[:stem] and stem <= shorter


def _refuse_office(claim: Claim, page: Page, support: Support) -> str | None:
    """The state of an office and the one that it is accredited to are named, and not the other way round."""
    if not isinstance(claim, Post):
        return None
    literal = side_told(claim.person) if claim.person is not None and claim.person.literal is not None else None
    for code in (claim.office.of if literal is None else literal, claim.office.to):
        home = support.language == "ko" and (code == HOME or (code == claim.office.to and code in _seats_in(support.text)))
        if code is not None and code not in support.sides | _titled(support) and not home:
            return f"office: neither the claim's words nor its evidence name {code}"
    away = set(_accredited(claim, page))
    turned = claim.office.to is not None and claim.office.of in away and claim.office.to not in away
    return f"office: the text has the envoy sent to {claim.office.of}" if turned else None


def _seats_in(text: str) -> set[str]:
    """The states that Korean words of a post abroad name: 주페루."""
    found = (accredited(match.group()) for match in SEAT.finditer(text))
    return {seat[0] for seat in found if seat is not None}


def _accredited(claim: Post, page: Page) -> Iterator[str]:
    """The states to which the words beside a title send its holder: "ambassador to", «посол в», 주한."""
    for office in (e.span for e in claim.evidence if e.field == "office"):
        for mention in mentions_in(page.mentions, Span(office.start, office.stop + NEAR)):
            if mention.actor is not None and mention.actor.side is not None and SENT.search(page.document.text[office.start : mention.span.start]):
                yield mention.actor.side
        letter = SENT_LETTER.search(page.text_at(office))
        if letter:
            yield SHORT_STATES[letter["to"]]


def _refuse_titles(claim: Claim, support: Support) -> str | None:
    """The name of an instrument and the seat or route of a channel stand in the words."""
    named = claim.title if isinstance(claim, Instrument) else claim.at if isinstance(claim, Channel) else None
    return f"neither the claim's words nor its evidence name {named!r}" if named is not None and not is_named(named, support) else None
