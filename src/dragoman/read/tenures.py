"""Tenures: who is said to come into an office, to hold it since when, to leave it, and which office stands empty."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Actor, Evidence, Modality, Office, Post, PostState, Span, When
from dragoman.read.english_titles import FACING, NAME, clean_name
from dragoman.read.evidence import mentions_in
from dragoman.read.modality import find_mood
from dragoman.read.page import Page, TimeMention
from dragoman.read.people import Person, find_offices
from dragoman.read.timing import WAITING, find_when
from dragoman.read.words import Sentence

LANG = Path(__file__).parent / "lang"
LEAD = re.compile(r"(?:\b(?:as|to be|to become|the|a|an|its|his|her|their|new|next|first|current|country's|interim|non-resident)\s+)*$")
SUBJECT = re.compile(rf"(?:^|[\s“\"'(])(?P<name>{NAME})(?:,[^,]{{2,60}},)?(?: \([^)]*\))?\s*$")
BEHIND = re.compile(rf",\s(?P<name>{NAME}),\s*$")
"""Who is named behind what he was: "the former envoy to Oslo, [Name], was appointed"."""
OBJECTS = tuple(re.compile(rf"\s(?:(?:Mr|Mrs|Ms|Dr|Ambassador|[a-z]+(?:-[a-z]+)?)\.? ){{{n}}}(?P<name>{NAME})\s*$") for n in range(5))
"""Who is appointed, behind so many words for what he was: "named [a] former senator [Name]"."""
ASIDE = re.compile(r",[^,;.]{2,70},\s*$")
"""What stands between a name and "as": "appointed [Name], a former senator, as ambassador"."""
BARE = frozenset({"secretary", "chief", "representative", "negotiator", "chairman", "chairwoman", "adviser", "advisor", "commissioner", "governor", "consul"})
"""Titles that are an office only of a state or body that the text names."""
NEVER = frozenset({*FACING, "leader", "opposition leader", "official", "senior official", "diplomat", "senior diplomat", "politician", "mayor"})
"""What people are called that is no office of a state."""
UNSURE = ("negated", "denied", "planned", "proposed", "discussed", "possible", "conditional", "alleged")


@dataclass(frozen=True, slots=True)
class Verbs:
    """Patterns of one language by the way in which they stand to person and office, each with the state that they tell."""

    object: tuple[tuple[PostState, re.Pattern[str]], ...]
    passive: tuple[tuple[PostState, re.Pattern[str]], ...]
    active: tuple[tuple[PostState, re.Pattern[str]], ...]
    vacant_behind: re.Pattern[str]
    vacant_before: re.Pattern[str]


@cache
def load_verbs(language: str) -> Verbs:
    """The patterns of `lang/<language>/tenures.toml`."""
    with (LANG / language / "tenures.toml").open("rb") as file:
        table = tomllib.load(file)
    by_way = {way: tuple((state, _ends_with(words)) for state, words in table[way].items()) for way in ("object", "passive", "active")}
    behind = re.compile(rf",?\s(?:[^.;]{{0,50}}?\s)?(?:{'|'.join(table['vacant']['behind'])})\b", re.IGNORECASE)
    return Verbs(by_way["object"], by_way["passive"], by_way["active"], behind, _ends_with(table["vacant"]["before"]))


def _ends_with(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<verb>{'|'.join(sorted(words, key=len, reverse=True))})\s*$", re.IGNORECASE)


def find_tenures(page: Page) -> Iterator[Post]:
    """The tenures that the sentences of English paragraphs tell by verbs; each where an office without a name stands."""
    for sentence in page.sentences:
        if sentence.language == "en" and page.document.zone_at(sentence.span.start) != "headline":
            text = page.text_at(sentence.span)
            names = [m for m in mentions_in(page.mentions, sentence.span) if m.kind != "person"]
            for office in find_offices(text, sentence.span.start, names):
                post = _read(page, sentence, text, office)
                if post is not None:
                    yield post


def _read(page: Page, sentence: Sentence, text: str, office: Person) -> Post | None:
    """The tenure that the words around one office tell."""
    if office.office is None or office.actor.role in NEVER or (office.actor.role in BARE and office.actor.country is None and office.body is None):
        return None
    start, stop = office.office.start - sentence.span.start, office.office.stop - sentence.span.start
    left = LEAD.sub("", text[:start])
    if re.search(r",\s+as\s+(?:(?:the|its|his|her|their|new|next)\s+)*$", text[:start]):
        left = ASIDE.sub("", left)
    verbs = load_verbs(sentence.language)
    if verbs.vacant_before.search(left) or verbs.vacant_behind.match(text, stop):
        return _make(page, sentence, office, (None, "vacant", office.office)) if _is_accredited(office) else None
    for way in (verbs.passive, verbs.active):
        for state, pattern in way:
            found = pattern.search(left)
            before = text[: found.start()] if found is not None else ""
            person = _person(page, sentence, before, SUBJECT) or _person(page, sentence, before, BEHIND)
            if found is not None and person is not None:
                return _make(page, sentence, office, (person, state, _span(sentence, found.span("verb"))))
    for named, behind in ((named, behind) for behind in OBJECTS if (named := behind.search(left)) is not None):
        for state, pattern in verbs.object:
            found = pattern.search(left[: named.start()])
            person = _person(page, sentence, left, behind) if found is not None else None
            if found is not None and person is not None:
                return _make(page, sentence, office, (person, state, _span(sentence, found.span("verb"))))
    return None


def _is_accredited(office: Person) -> bool:
    """Whether an empty office is that of a state at another, as far as one can tell: an envoy's."""
    return office.title.lower().endswith(("ambassador", "envoy", "consul", "chargé d'affaires")) and (office.to is not None or office.actor.country is not None)


def _span(sentence: Sentence, place: tuple[int, int]) -> Span:
    return Span(sentence.span.start + place[0], sentence.span.start + place[1])


def _person(page: Page, sentence: Sentence, left: str, pattern: re.Pattern[str]) -> Actor | None:
    """The person who stands right before a place: whom the document knows, else by the name."""
    found = pattern.search(left)
    if found is None:
        pronoun = re.search(r"(?:^|\s)(?P<word>[Hh]e|[Ss]he|who)\s*$", left)
        if pronoun is not None and pronoun["word"] == "who":
            return _person(page, sentence, left[: pronoun.start()].rstrip(" ,"), SUBJECT)
        return _meant(page, sentence, pronoun.start("word")) if pronoun is not None and pattern is SUBJECT else None
    span = _span(sentence, found.span("name"))
    known = [m for m in mentions_in(page.mentions, span) if m.kind == "person" and m.actor is not None]
    if known:
        return known[-1].actor
    name = clean_name(found["name"])
    taken = any(mention.span.overlaps(span) for mention in mentions_in(page.mentions, sentence.span))
    return Actor(name=name, type="person") if name is not None and " " in name and not taken else None


def _meant(page: Page, sentence: Sentence, place: int) -> Actor | None:
    """Whom a pronoun means: as the references have it."""
    here = sentence.span.start + place
    near = [m for m in mentions_in(page.mentions, Span(max(sentence.span.start, here - 60), here + 3)) if m.kind == "person" and m.actor is not None]
    return near[-1].actor if near else None


def _make(page: Page, sentence: Sentence, office: Person, told: tuple[Actor | None, PostState, Span]) -> Post | None:
    """The claim."""
    person, state, verb = told
    token = next((t for t in sentence.tokens if t.span.overlaps(verb) and t.pos in ("VERB", "AUX")), None)
    modality: Modality = find_mood(sentence, token).modality if token is not None and state != "vacant" else "actual"
    if modality in UNSURE and state != "designate":
        return None
    dated = find_when(sentence, token, [t for t in page.times if sentence.span.overlaps(t.span)], None) if token is not None else None
    own = dated is not None and (dated.when is not None or dated.rule == WAITING) and state != "former"
    when = dated.when if dated is not None and own else _when(page, sentence, verb, state)
    evidence = [Evidence(field="office", span=span, text=page.text_at(span), rule="office in a clause") for span in (office.office,) if span is not None]
    evidence.append(Evidence(field="state", span=verb, text=page.text_at(verb), rule=state))
    if office.owner is not None and not sentence.span.covers(office.owner):
        evidence.append(Evidence(field="office", span=office.owner, text=page.text_at(office.owner), rule="state of an office"))
    country = office.actor.country or _appointing(page, sentence, office, verb) or (person.country if person is not None else None)
    return Post(
        document=page.document.id,
        span=sentence.span,
        text=page.text_at(sentence.span),
        evidence=tuple(evidence),
        language=sentence.language,
        when=when,
        rule=f"tenure: {state}",
        person=person if person is None or person.country is not None or country is None else _of(person, country),
        office=Office(title=office.actor.role or office.title.lower(), of=country or office.body, to=office.to),
        state=state,
    )


def _appointing(page: Page, sentence: Sentence, office: Person, verb: Span) -> str | None:
    """The state before the verb: who appoints "its ambassador" is the one whose ambassador it is."""
    before = [m for m in mentions_in(page.mentions, Span(sentence.span.start, verb.start)) if m.kind in ("state", "agency", "demonym") and m.actor is not None]
    is_its = office.office is not None and re.search(r"\b(?:its|their)\s(?:\w+\s)?$", page.document.text[sentence.span.start : office.office.start])
    return before[-1].actor.country if before and before[-1].actor is not None and (is_its or office.to is not None) else None


def _of(person: Actor, country: str) -> Actor:
    """The person, who acts for the state of the office."""
    return Actor(name=person.name, id=person.id, type="person", country=country, role=person.role, literal=person.literal)


def _when(page: Page, sentence: Sentence, verb: Span, state: PostState) -> When | None:
    """The time nearest behind the verb, else nearest to it; what somebody left, he held until then."""
    times = [t for t in page.times if sentence.span.covers(t.span) and t.when is not None and not t.duration]
    behind: list[TimeMention] = [t for t in times if t.span.start >= verb.stop]
    near = min(behind or times, key=lambda t: abs(t.span.start - verb.stop), default=None)
    if near is not None and near.when is not None:
        is_end = state == "former" and near.when.bound == "at" and page.text_at(verb).lower().startswith(("resign", "has resign", "step", "quit", "retire"))
        return near.when.until() if is_end else near.when
    return When.on(page.today) if page.today is not None and state in ("incumbent", "vacant") else None
