"""Tenures in Russian and Korean: who is told to be appointed, elected, named for an office or to leave it, by verb, person and office."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Actor, Evidence, Office, Post, PostState
from dragoman.read.actors import find_actors, find_owners
from dragoman.read.clauses import case_of, lemma_of
from dragoman.read.frames import phrases_of
from dragoman.read.modality import find_mood
from dragoman.read.page import Page
from dragoman.read.people_ko import accredited, find_home, korean_title
from dragoman.read.people_ru import russian_title
from dragoman.read.roles import load_roles
from dragoman.read.subjects import is_passive, surface_subjects
from dragoman.read.timing import find_when
from dragoman.read.words import Sentence, Token

LANG = Path(__file__).parent / "lang"
LANGUAGES = ("ru", "ko")
SEATS = ("в", "во", "при")
"""Prepositions between a Russian envoy's title and the state that receives him."""
APART = frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "punct", "advcl", "parataxis"})
NEAR = 3
"""Words before a Korean office among which the one stands that tells where it is held: 주페루."""
TITLE_WORDS = 5
"""Words before a Korean noun of office among which its bearer's name stands."""
COMING = ("planned", "agreed")
"""Moods in which who is to be appointed is only named for the office."""


@dataclass(frozen=True, slots=True)
class Words:
    """The verbs of one language by the state that they tell, and the words around them."""

    verbs: dict[str, PostState]
    own: frozenset[str]
    posts: frozenset[str]
    markers: tuple[str, ...]
    bodies: dict[str, str]


@cache
def load_words(language: str) -> Words:
    """The words of `lang/<language>/tenures.toml`."""
    with (LANG / language / "tenures.toml").open("rb") as file:
        table = tomllib.load(file)
    verbs: dict[str, PostState] = {verb: state for state, row in table["verbs"].items() for verb in row}
    words = table["words"]
    bodies = {body: title for title, row in table["bodies"].items() for body in row}
    return Words(verbs, frozenset(words["own"]), frozenset(words["posts"]), tuple(words["markers"]), bodies)


def find_told_tenures(page: Page) -> Iterator[Post]:
    """One post for each such verb that has a person and an office."""
    for sentence in page.sentences:
        if sentence.language not in LANGUAGES:
            continue
        words = load_words(sentence.language)
        for verb in sentence.tokens:
            state = words.verbs.get(lemma_of(sentence, verb)) if verb.pos in ("VERB", "ADJ") else None
            post = _read(page, sentence, verb, state, words) if state is not None else None
            if post is not None:
                yield post


def _read(page: Page, sentence: Sentence, verb: Token, state: PostState, words: Words) -> Post | None:
    """The post that one verb tells; `None` without a person, an office and its state."""
    mood = find_mood(sentence, verb).modality
    if mood not in ("actual", *COMING) or (mood in COMING and state == "former"):
        return None
    named = _person(sentence, verb, words)
    office = _office(sentence, verb, words, named[1] if named is not None else None)
    if named is None or office is None:
        return None
    person, holder = named
    token, title = office
    country = next((a.country for a in find_owners(sentence, token) if a.country), None) or _appointing(sentence, verb) or person.country
    country = country or (find_home(person.name) if sentence.language == "ko" else None)
    to = _receiving(sentence, token)
    if country is None or (country == to and title == "ambassador"):
        return None
    return Post(
        document=page.document.id,
        span=sentence.span,
        text=page.text_at(sentence.span),
        evidence=(
            Evidence(field="office", span=token.span, text=page.text_at(token.span), rule="office in a clause"),
            Evidence(field="person", span=holder.span, text=page.text_at(holder.span), rule="person of the clause"),
            Evidence(field="state", span=verb.span, text=page.text_at(verb.span), rule=state),
        ),
        language=sentence.language,
        when=find_when(sentence, verb, [time for time in page.times if sentence.span.overlaps(time.span)], None).when,
        rule=f"tenure: {state}",
        person=person if person.country is not None else Actor(name=person.name, id=person.id, type="person", country=country, role=title),
        office=Office(title=title, of=country, to=to),
        state="designate" if mood in COMING else state,
    )


def _person(sentence: Sentence, verb: Token, words: Words) -> tuple[Actor, Token] | None:
    """Who comes or goes: the subject of a passive or of a verb of one's own coming, else the object."""
    own = lemma_of(sentence, verb) in words.own or is_passive(sentence, verb)
    tokens = [token for token, _ in surface_subjects(sentence, verb)] if own else list(sentence.children(verb, "obj", "iobj"))
    for token in tokens:
        for word in (token, *sentence.children(token, "appos", "flat", "compound", "nmod")):
            if word.mention is not None and word.mention.kind == "person" and word.mention.actor is not None:
                return word.mention.actor, token
        named = _untitled(sentence, token) or _titled_before(sentence, token)
        if named is not None:
            return named, token
    return None


def _untitled(sentence: Sentence, token: Token) -> Actor | None:
    """A Korean name without a title: a proper noun that nothing else explains, with the proper nouns before it."""
    if sentence.language != "ko" or token.pos != "PROPN" or token.mention is not None:
        return None
    before = [w for w in sentence.children(token, "compound", "flat") if w.pos == "PROPN" and w.mention is None]
    name = " ".join([*(word.text for word in before), token.lemma])
    return Actor(name=name, type="person") if len(name) > 2 else None  # noqa: PLR2004, RUF100


def _titled_before(sentence: Sentence, token: Token) -> Actor | None:
    """A Korean name before the office that its bearer held, "former" and a body between them: the proper noun nearest to a noun of office."""
    if sentence.language != "ko" or load_roles("ko").kind_of(token.lemma) != "person":
        return None
    for word in reversed(sentence.tokens[max(0, token.index - TITLE_WORDS) : token.index]):
        if word.mention is not None and word.mention.kind == "person":
            return word.mention.actor
        if word.pos == "PROPN" and word.mention is None and find_home(word.text) is not None:
            return Actor(name=word.text, type="person")
        if word.pos not in ("PROPN", "NOUN", "DET") or case_of(sentence, word):
            return None
    return None


def _office(sentence: Sentence, verb: Token, words: Words, holder: Token | None) -> tuple[Token, str] | None:
    """The noun of the office and its title: in the case of what somebody becomes, behind "post of", as a body headed, else the holder's own."""
    for child in sentence.children(verb):
        if child.index == (holder.index if holder is not None else -1) or child.pos not in ("NOUN", "PROPN"):
            continue
        if child.lemma.lower() in words.posts:
            inner = next((owned for owned in sentence.children(child, "nmod") if _title(sentence, owned) is not None), None)
            if inner is not None:
                return inner, _title(sentence, inner) or ""
        heads = next((title for body, title in words.bodies.items() if body in phrases_of(sentence, child)), None)
        if child.base_relation == "obj" and heads is not None and lemma_of(sentence, verb) in words.own:
            return child, heads
        title = _title(sentence, child) if case_of(sentence, child) in words.markers and child.base_relation != "nsubj" else None
        if title is not None:
            return child, title
    lemma = lemma_of(sentence, verb)
    ends = sentence.language == "ko" and (words.verbs[lemma] == "former" or lemma in words.own)
    own = _title(sentence, holder) if holder is not None and ends else None
    return (holder, own) if holder is not None and own is not None else None


def _title(sentence: Sentence, token: Token) -> str | None:
    """The office that the noun with its own words names, in the terms of the vocabulary."""
    inside = sorted(sentence.subtree(token, without=APART), key=lambda word: word.index)
    if sentence.language == "ko":
        return korean_title(" ".join(word.lemma for word in inside if word.index <= token.index))
    return russian_title(" ".join(word.text for word in inside if word.index >= token.index))


def _appointing(sentence: Sentence, verb: Token) -> str | None:
    """The state that appoints: who sends "an ambassador to Chad" is the one whose ambassador it is."""
    for token, _ in surface_subjects(sentence, verb) if not is_passive(sentence, verb) else ():
        for actor in (*find_actors(sentence, token), *find_owners(sentence, token)):
            if actor.country is not None:
                return actor.country
    return None


def _receiving(sentence: Sentence, office: Token) -> str | None:
    """The state that receives an envoy."""
    if sentence.language == "ko":
        before = (accredited(word.text) for word in sentence.tokens[max(0, office.index - NEAR) : office.index])
        return next((found[0] for found in before if found is not None), None)
    for word in sentence.tokens[office.index + 1 :]:
        actor = word.mention.actor if word.mention is not None and word.mention.kind in ("state", "place") else None
        if actor is not None and actor.country is not None and case_of(sentence, word) in SEATS:
            return actor.country
        if word.pos == "VERB":
            return None
    return None


def is_left(post: Post, told: list[Post]) -> bool:
    """Whether a post that a title beside a name tells is told otherwise by a verb of the same sentence: the dismissed ambassador is no incumbent."""
    return any(
        other.person is not None
        and post.person is not None
        and other.person.name == post.person.name
        and other.span.overlaps(post.span)
        and other.state in ("former", "designate")
        for other in told
    )
