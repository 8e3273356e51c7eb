"""Posts: who holds which office, as the text names people with their titles."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from dragoman.know.offices import TIMES, load_offices
from dragoman.model import Actor, Evidence, Flag, Office, Post, PostState, When
from dragoman.read.cast import find_all_people
from dragoman.read.english_titles import MONARCHS, find_titles
from dragoman.read.namesakes import family_name
from dragoman.read.page import Page
from dragoman.read.people import Person, find_people, title_for
from dragoman.read.successions import find_successions
from dragoman.read.tenures import BARE, NEVER, find_tenures
from dragoman.read.tenures_told import find_told_tenures, is_left
from dragoman.read.timing import find_when
from dragoman.read.words import Sentence

LONGEST = 500
"""A sentence up to this length is quoted whole."""
FORMER = ("former", "ex-", "late")
SHORTENED = ("minister", "secretary")
"""Titles that later namings cut from longer ones."""
PAST = "then"
RECENT = timedelta(days=60)
"""Days before its document's own up to which a dated mention still tells who holds the office."""
DESIGNATE = re.compile(r"\b(?:when|once|after|until|before) (?:he|she|[A-Z]\w+) (?:takes|assumes|is sworn|enters) ")
"""An office that is still to be taken."""


NOW = re.compile(r"[,(] (?:now|currently) (?=the |an? |[A-Z])|[,(] (?:now|currently) $")
"""Words at a title that say that the office is held today, whatever else the clause dates."""


def find_posts(page: Page) -> Iterator[Post]:
    """One post for each person and office of the document, at its first naming, and what is said of coming to power."""
    names = [mention for mention in page.mentions if mention.kind != "person"]
    seen: set[tuple[str, str]] = set()
    told = list(find_told_tenures(page))
    tenures = list(find_tenures(page))
    people = find_all_people(page.document, page.paragraphs, names)
    full = {(family_name(p.actor.name), p.actor.role.split(" ")[-1]) for p in people if p.actor.role and " " in p.actor.role}
    for person in people:
        if person.actor.role in SHORTENED and (family_name(person.actor.name), person.actor.role) in full:
            continue  # "Minister Ruiz" of whom the page tells which
        post = _as_appointed(read_post(page, person), tenures)
        if post is not None and is_left(post, told):
            continue
        if post is not None and post.person is not None and (post.person.name, post.office.title) not in seen:
            seen.add((post.person.name, post.office.title))
            yield post
            yield from _second(page, person, post, seen)
    yield from tenures
    yield from find_successions(page)
    yield from told


def _as_appointed(post: Post | None, tenures: Sequence[Post]) -> Post | None:
    """The post of no state with that for which its holder comes into an office in the same sentence: "Chad named [Name], a former senator, its ambassador"."""
    if post is None or post.person is None or post.office.of is not None or post.office.title in MONARCHS:
        return post
    alike = [t for t in tenures if t.person is not None and t.person.name == post.person.name and t.office.of and t.span.overlaps(post.span)]
    if not alike:
        return post
    state = alike[0].office.of
    person = msgspec.structs.replace(post.person, country=state)
    return msgspec.structs.replace(post, person=person, office=msgspec.structs.replace(post.office, of=state))


def _second(page: Page, person: Person, post: Post, seen: set[tuple[str, str]]) -> Iterator[Post]:
    """The other of two offices that stand side by side before a name: "Foreign Minister and Deputy Prime Minister [Name]"."""
    if post.language != "en" or person.office is None or post.person is None or post.office.to is not None:
        return
    words = page.text_at(person.office)
    for match in find_titles(words)[1:] if person.office.stop <= person.name.start else ():
        if words[: match.start()].endswith((" to the ", " of the ", " for the ")):
            continue  # whom he serves
        title = _without_time(title_for(match["title"], post.person.country))
        if title not in NEVER and (post.person.name, title) not in seen:
            seen.add((post.person.name, title))
            yield msgspec.structs.replace(post, office=Office(title=title, of=post.office.of), person=msgspec.structs.replace(post.person, role=title))


def read_post(page: Page, person: Person) -> Post | None:
    """The post of one naming; `None` where the words are no office of a state."""
    sentence = next((s for s in page.sentences if s.span.start <= person.name.start < s.span.stop), None)
    if person.office is None or sentence is None or page.document.zone_at(person.name.start) == "headline":
        return None
    actor = _full(page, person)
    evidence = [Evidence(field="office", span=person.office, text=page.text_at(person.office), rule="title with a name")]
    title, flags, other = _title(page, sentence, person, actor)
    if other is not None and other.office is not None:
        evidence.append(Evidence(field="office", span=other.office, text=page.text_at(other.office), rule=person.title.lower()))
        if person.title.lower().endswith("predecessor") and actor.country is None and other.owner is not None:
            actor = msgspec.structs.replace(actor, country=other.actor.country)
            evidence.append(Evidence(field="office", span=other.owner, text=page.text_at(other.owner), rule="predecessor"))
    body = actor.country or person.body
    if title is None or title in NEVER or (title in BARE and body is None):
        return None
    to, inferred = _accredited(page, sentence, msgspec.structs.replace(actor, role=title), person.to)
    span = sentence.span.join(person.office) if len(sentence.span) <= LONGEST else person.name.join(person.office)
    when = _observed(page, person, sentence)
    return Post(
        document=page.document.id,
        span=span,
        text=page.text_at(span),
        evidence=(*evidence, *_told_when(page, sentence, when)),
        language=sentence.language,
        when=when,
        flags=(*flags, *inferred),
        rule="title with a name",
        person=actor,
        office=Office(title=_without_time(title), of=body, to=to),
        state="designate" if DESIGNATE.search(page.text_at(sentence.span)) else _state(person.title, when),
    )


def _title(page: Page, sentence: Sentence, person: Person, actor: Actor) -> tuple[str | None, tuple[Flag, ...], Person | None]:
    """The title of an actor's office, with the flag of one that is inferred from another official's, and that official."""
    if sentence.language != "en":
        return person.actor.role, (), None
    word = next((word for word in ("counterpart", "predecessor") if person.title.lower().endswith(word)), None)
    if word is None:
        spelled = actor.country is not None and person.title.lower() in load_offices().only
        return title_for(person.title, actor.country) if spelled else person.actor.role, (), None
    other = _counterpart(page, sentence, person)
    if other is None or other.actor.role is None:
        return None, (), None
    if person.actor.role and person.actor.role != other.actor.role and not person.actor.role.endswith(word):
        return person.actor.role, (), None
    return other.actor.role, (Flag(flag="inferred-office", why=f"called the {word} of {other.actor.name}, so of the same office"),), other


def _told_when(page: Page, sentence: Sentence, when: When | None) -> Iterator[Evidence]:
    """The words of a time that stands in the sentence."""
    for time in page.times:
        if when is not None and when.text and time.text == when.text and sentence.span.overlaps(time.span):
            yield Evidence(field="when", span=time.span, text=time.text, rule="time of its own clause")
            return


def _full(page: Page, person: Person) -> Actor:
    """The person as the whole document knows him."""
    mention = next((m for m in page.mentions if m.kind == "person" and m.span.overlaps(person.name)), None)
    known = mention.actor if mention is not None and mention.actor is not None else person.actor
    return msgspec.structs.replace(known, country=person.actor.country or known.country, literal=person.actor.literal or known.literal, role=person.actor.role)


def _without_time(title: str) -> str:
    """The title without the words that say when or how it is held."""
    found = True
    while found:
        word = next((word for word in TIMES if title.startswith((word + " ", word + "-"))), None)
        found = word is not None and len(title) > len(word or "") + 1
        title = title[len(word or "") + 1 :] if found else title
    return title


def _state(words: str, when: When | None) -> PostState:
    """What the rank words say of how the office is held; who held it "then" held it, where the text says when."""
    lower = words.lower()
    if lower.startswith(FORMER) or lower.endswith("predecessor"):
        return "former"
    if lower.startswith(PAST):
        return "incumbent" if when is not None else "former"
    if lower.startswith(("acting", "interim", "caretaker")):
        return "acting"
    if lower.startswith("incoming") or lower.endswith(("-designate", " designate", "(designate)")):
        return "designate"
    return "elected" if lower.endswith(("-elect", " elect")) or lower.startswith("elected ") else "incumbent"


def _observed(page: Page, person: Person, sentence: Sentence) -> When | None:
    """A mention is an observation: of a past that the clause dates, else of the day of a dated document."""
    lower = person.title.lower()
    if lower.startswith(FORMER) or lower.endswith("predecessor"):
        return None
    if page.today is not None and person.office is not None and NOW.search(page.document.text, sentence.span.start, person.office.start + len("currently ")):
        return When.on(page.today)
    told = _of_clause(page, person, sentence)
    if page.today is None:
        return told
    past = told is not None and told.text != "" and told.end is not None and told.end < page.today - RECENT and told.bound in ("at", "until")
    if past:
        return told
    return None if lower.startswith(PAST) else When.on(page.today)


def _of_clause(page: Page, person: Person, sentence: Sentence) -> When | None:
    """The time of the clause that names somebody."""
    token = next((t for t in sentence.tokens if t.span.overlaps(person.name)), None)
    verb = next((t for t in sentence.ancestors(token) if t.pos == "VERB"), token) if token is not None else None
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    return find_when(sentence, verb, times, None).when if verb is not None else None


def _counterpart(page: Page, sentence: Sentence, person: Person) -> Person | None:
    """The official named before in the same sentence or paragraph, whose counterpart a person is called."""
    names = [mention for mention in page.mentions if mention.kind != "person"]
    people = [p for p in find_people(page.document, page.paragraphs, names) if not p.title.lower().endswith(("counterpart", "predecessor"))]
    subjects = {m.actor.name for m in page.mentions if m.kind == "person" and m.actor is not None and sentence.span.start <= m.span.start < person.name.start}
    named = [p for p in people if p.actor.name.replace("—", "-") in subjects]
    return named[0] if named else None


def _accredited(page: Page, sentence: Sentence, envoy: Actor, told: str | None) -> tuple[str | None, tuple[Flag, ...]]:
    """The state that an ambassador is accredited to: as told, else the only other state of his sentence."""
    if told is not None or envoy.role != "ambassador":
        return told, ()
    others = [
        m.actor.country
        for m in page.mentions
        if sentence.span.covers(m.span) and m.actor is not None and m.kind in ("state", "agency", "demonym") and m.actor.country not in (None, envoy.country)
    ]
    if len(set(others)) != 1:
        return None, ()
    return others[0], (Flag(flag="inferred-office", why="accredited to the state that acts towards the ambassador in the same sentence"),)
