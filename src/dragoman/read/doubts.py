"""Doubts: states that a translator or a slip of the pen probably took for one another, told by the whole document.

Evidence is never a single sentence: a state must be named next to nothing but an office, in a text that is otherwise
about another state whose name or abbreviation is easily taken for it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from msgspec import structs

from dragoman.know.ambiguous import load_ambiguous
from dragoman.know.languages import name_language
from dragoman.know.states import load_ledger
from dragoman.model import Claim, Document, Figure, Flag, LiteralReading, Mention, Post
from dragoman.read.english_titles import FAMILY_FIRST, TITLE
from dragoman.read.evidence import actors_of
from dragoman.read.page import Doubt, Page
from dragoman.read.people import Person

RARE = 2
"""Namings up to which a state may be a slip."""
FREQUENT = 4
"""How many times more often the other state must be named."""
ALIKE = 0.72
"""Likeness of two names from which a reader takes one for the other."""
NEARLY = 0.8
SINGLE = frozenset({"president", "prime minister", "foreign minister", "defence minister", "interior minister", "finance minister", "chancellor", "king"})
"""Offices that one person holds at a time."""
FAMILY_FIRST_STATES = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM"})
OFFICIAL = ("Republic", "Kingdom", "Республика", "Королевство", "공화국", "왕국")
REACH = 60
OFFICE = re.compile(rf"\W(?:{TITLE.replace('?P<title>', '?:')}|[Dd]elegation|[Ee]mbassy|[Ss]ide|[Gg]overnment|[Mm]inistry)")
"""What follows an adjective that stands beside an office."""
SHAPES = (
    (re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])"), "the point may part thousands in the language that the page is translated from"),
    (re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,])"), "the comma may be a decimal point in the language that the page is translated from"),
    (
        re.compile(r"(?i:thousand (?:million|billion)|hundred million|ten thousand|million thousand)"),
        "numbers counted so are often carried over wrongly in translation",
    ),
)
"""Shapes of numbers that a translation is likely to have broken."""
SCRIPTS = (("ru", "а", "я"), ("ko", "가", "힣"), ("en", "a", "z"))


def find_doubts(document: Document, mentions: Sequence[Mention], people: Sequence[Person]) -> tuple[Doubt, ...]:
    """At most one doubt for each state of a document."""
    counts = Counter(m.actor.country for m in mentions if m.actor is not None and m.actor.country and m.kind != "person")
    found: dict[str, Doubt] = {}
    for code, times in counts.items():
        if code is None or times > RARE:
            continue
        for other, often in counts.most_common():
            if other is None or other == code or often < max(FREQUENT, FREQUENT * times):
                continue
            doubt = _same_person(document, people, code, other) or _of_translation(document, mentions, people, code, other)
            if doubt is not None:
                found.setdefault(code, doubt)
    return tuple(found.values())


def _same_person(document: Document, people: Sequence[Person], code: str, other: str) -> Doubt | None:
    """One person of one office is given to both states, whose names are alike."""
    names = alike(document.translated_from or document.language, code, other)
    if names is None and shared_abbreviation(document.translated_from or document.language, code, other) is None:
        return None
    for person in people:
        twin = next((p for p in people if p.actor.name == person.actor.name and p.actor.country == other and p.actor.role == person.actor.role), None)
        if person.actor.country == code and twin is not None:
            alike_words = f", and {names[0]} and {names[1]} are alike" if names else ""
            return Doubt(code, other, f"{person.actor.name} is {person.actor.role} of {_name(other)} elsewhere in this text{alike_words}")
    return None


def _of_translation(document: Document, mentions: Sequence[Mention], people: Sequence[Person], code: str, other: str) -> Doubt | None:
    """A translated page whose language has one abbreviation, or names that are alike, for both states; the rare one stands but beside offices."""
    source = document.translated_from
    named = [m for m in mentions if m.actor is not None and m.actor.country == code and m.kind != "person"]
    if source is None or source == document.language or not all(_is_beside_office(document, mention) for mention in named):
        return None
    if any(not _fits(person.actor.name, other) for person in people if person.actor.country == code):
        return None
    often = sum(1 for m in mentions if m.actor is not None and m.actor.country == other)
    about = f"the text names {_name(other)} {often} times, and {_name(code)} only beside an office or in full form"
    short = shared_abbreviation(source, code, other)
    if short is not None:
        both = f"{short} stands for both {_name(code)} and {_name(other)}"
        return Doubt(code, other, f"the page is translated from {name_language(source)}, where {both}; {about}")
    names = alike(source, code, other)
    if names is None:
        return None
    return Doubt(code, None, f"the page is translated from {name_language(source)}, where {names[0]} and {names[1]} are alike; {about}")


def _is_beside_office(document: Document, mention: Mention) -> bool:
    """Whether a naming is a full official name, or the adjective or body of an office; no capital, people or plain name."""
    if mention.rule == "name of a state":
        return any(word in mention.text or document.text[: mention.span.start].rstrip().endswith(f"{word} of") for word in OFFICIAL)
    after = document.text[mention.span.stop : mention.span.stop + REACH]
    return mention.kind == "agency" or (mention.kind == "demonym" and OFFICE.match(after) is not None)


def _fits(name: str, code: str) -> bool:
    """Whether a name is fashioned as those of the state, where one can tell: family name first."""
    return code in FAMILY_FIRST_STATES and name.split(" ", maxsplit=1)[0] in FAMILY_FIRST


def shared_abbreviation(language: str | None, code: str, other: str) -> str | None:
    """An abbreviation of the language that stands for both states."""
    for word, ambiguity in load_ambiguous().words.items():
        if word.isupper() and language == _language_of(word) and {code, other} <= set(ambiguity.codes):
            return word
    return None


@cache
def _name(code: str) -> str:
    """The usual English name of a state."""
    return next((word for word, name in load_ledger().names.items() if name.kind == "state" and name.code == code and word.isascii()), code)


@cache
def alike(language: str, code: str, other: str) -> tuple[str, str] | None:
    """The names of two states in a language, where they are easily taken for one another."""
    names = load_ledger().names
    mine = [word for word, name in names.items() if name.kind == "state" and name.code == code and _language_of(word) == language]
    theirs = [word for word, name in names.items() if name.kind == "state" and name.code == other and _language_of(word) == language]
    for one in mine:
        for two in theirs:
            if not one.isupper() and (one in two or two in one or SequenceMatcher(None, one.casefold(), two.casefold()).ratio() >= ALIKE):
                return one, two
    return None


def _language_of(word: str) -> str:
    """The language of a name of the ledger, by its letters."""
    letter = next((letter for letter in word.casefold() if letter.isalpha()), "a")
    return next((language for language, first, last in SCRIPTS if first <= letter <= last), "en")


def correct_mentions(mentions: Sequence[Mention], doubts: Sequence[Doubt]) -> tuple[Mention, ...]:
    """The mentions with the better reading where there is one; the literal one stays beside it."""
    better = {doubt.code: doubt.better for doubt in doubts if doubt.better is not None}
    return tuple(_corrected(mention, better) for mention in mentions) if better else tuple(mentions)


def _corrected(mention: Mention, better: dict[str, str]) -> Mention:
    actor = mention.actor
    if actor is None or actor.country is None or actor.country not in better:
        return mention
    literal = LiteralReading(country=actor.country, id=actor.id)
    country = better[actor.country]
    return structs.replace(mention, actor=structs.replace(actor, country=country, id=country if actor.id else None, literal=literal))


def flag_doubts(page: Page, claim: Claim) -> Claim:
    """The claim with the reasons to doubt who is meant, one for each doubtful state that it names."""
    flags: list[Flag] = list(_doubt_numbers(page, claim)) if isinstance(claim, Figure) else []
    for doubt in page.doubts:
        told = (actor.literal.country if actor.literal is not None else actor.country for _, actor in actors_of(claim))
        if doubt.code in told:
            flags.append(Flag(flag="suspect-identity", why=doubt.why))
    return structs.replace(claim, flags=(*claim.flags, *flags)) if flags else claim


def _doubt_numbers(page: Page, claim: Figure) -> Iterator[Flag]:
    """Of a translated page, numbers in a shape that translation breaks."""
    if page.document.translated_from in (None, claim.language):
        return
    for evidence in claim.evidence:
        for shape, why in SHAPES:
            if evidence.field == "value" and shape.search(evidence.text):
                yield Flag(flag="suspect-translation", why=f"{evidence.text!r}: {why}")


def _same_name(one: str, other: str) -> bool:
    """Whether one name is a shorter form of the other, or in another script."""
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return mine <= theirs or theirs <= mine or _language_of(one) != _language_of(other)


def flag_rivals(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; of two people who hold one office on one day the one named later is doubtful, more so where their names are alike."""
    holders: dict[tuple[object, ...], str] = {}
    found: list[Claim] = []
    for claim in claims:
        rival = None
        if isinstance(claim, Post) and claim.person is not None and claim.state == "incumbent" and claim.when is not None and claim.office.title in SINGLE:
            key = (claim.office.title, claim.office.of, claim.when.start, claim.when.end)
            rival = holders.setdefault(key, claim.person.name) if claim.office.of is not None else None
        if rival is not None and isinstance(claim, Post) and claim.person is not None and not _same_name(rival, claim.person.name):
            likeness = SequenceMatcher(None, rival.casefold(), claim.person.name.casefold()).ratio()
            told = "whose name is nearly the same" if likeness >= NEARLY else "on the same day"
            why = f"the text also names {rival} as {claim.office.title} of {_name(claim.office.of or '')}, {told}"
            found.append(structs.replace(claim, flags=(*claim.flags, Flag(flag="suspect-identity", why=why))))
        else:
            found.append(claim)
    return tuple(found)
