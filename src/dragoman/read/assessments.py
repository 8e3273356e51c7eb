"""Assessments: how the text characterises a relation or a side's position in it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Actor, Assessment, Evidence
from dragoman.read.actors import find_actors, find_owners, marker_of
from dragoman.read.events import claim_span
from dragoman.read.modality import find_mood
from dragoman.read.page import Page
from dragoman.read.timing import find_when
from dragoman.read.words import Sentence, Token

LANG = Path(__file__).parent / "lang"
PAIR = ("between", "with", "to", "towards", "toward", "между", "с", "к", "와", "과")


@dataclass(frozen=True, slots=True)
class Judging:
    """Nouns that name a relation, and words that judge it by their polarity (−1 to 1)."""

    relations: frozenset[str]
    polarity: dict[str, float]
    self_judging: dict[str, float]


@cache
def load_judging(language: str) -> Judging:
    """The words of `lang/<language>/assessments.toml`."""
    with (LANG / language / "assessments.toml").open("rb") as file:
        table = tomllib.load(file)
    polarity = {word: float(value) for value, words in table["polarity"].items() for word in words}
    own = {word: float(value) for value, words in table["self"].items() for word in words}
    return Judging(frozenset(table["words"]["relations"]), polarity, own)


def find_assessments(page: Page) -> Iterator[Assessment]:
    """One assessment for each noun of relation that is judged by an adjective, a verb or itself."""
    for sentence in page.sentences:
        judging = load_judging(sentence.language)
        for token in sentence.tokens:
            claim = read_assessment(page, sentence, token, judging)
            if claim is not None:
                yield claim


def read_assessment(page: Page, sentence: Sentence, token: Token, judging: Judging) -> Assessment | None:
    """The assessment that `token` makes; `None` without two sides or without a judging word."""
    lemma = token.lemma.lower()
    if token.mention is not None or (lemma not in judging.relations and lemma not in judging.self_judging):
        return None
    judged = _judging_words(sentence, token, judging)
    between = _sides_of(sentence, token)
    if not judged or len({actor.side for actor in between}) < 2:
        return None
    words = [word for word, _ in judged]
    polarity = max((value for _, value in judged), key=abs)
    first, last = min(w.span.start for w in words), max(w.span.stop for w in words)
    spot = type(token.span)(first, last)
    mood = find_mood(sentence, token)
    span = claim_span(sentence, token)
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    return Assessment(
        document=page.document.id,
        span=span,
        text=page.text_at(span),
        evidence=(Evidence(field="value", span=spot, text=page.text_at(spot), rule="a word that judges a relation"),),
        language=sentence.language,
        modality=mood.modality,
        when=find_when(sentence, token, times, page.today).when,
        rule="judged relation",
        between=between,
        value=page.text_at(spot),
        polarity=polarity,
    )


def _judging_words(sentence: Sentence, token: Token, judging: Judging) -> list[tuple[Token, float]]:
    """The words that judge the noun of relation, the noun among them, with their polarities."""
    found: list[tuple[Token, float]] = []
    if token.lemma.lower() in judging.self_judging:
        found.append((token, judging.self_judging[token.lemma.lower()]))
    near = [*sentence.children(token, "amod", "acl", "advcl"), *_predicates(sentence, token)]
    for word in near:
        for candidate in (word, *sentence.children(word, "conj", "xcomp", "amod", "obj")):
            value = judging.polarity.get(candidate.lemma.lower())
            if value is not None and candidate.mention is None:
                found.append((candidate, value))
    if found and token not in [word for word, _ in found] and any(word.relation == "amod" for word, _ in found):
        found.append((token, 0.0))
    return found


def _predicates(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The predicate of which the noun is subject, or the verb whose object it is."""
    head = sentence.head(token)
    if head is not None and (token.base_relation in ("nsubj", "obj") or token.relation == "nsubj:pass"):
        yield head


def _sides_of(sentence: Sentence, token: Token) -> tuple[Actor, ...]:
    """The sides of the relation: owners of the noun, what stands with "between" and "with", and the subject of its verb."""
    found: list[Actor] = [*find_owners(sentence, token)]
    for child in sentence.children(token, "nmod", "obl"):
        if marker_of(sentence, child) in PAIR:
            found.extend(find_actors(sentence, child))
    head = sentence.head(token)
    if head is not None and token.base_relation in ("obj", "obl") and len({a.side for a in found}) < 2:
        for child in sentence.children(head, "nsubj", "obl"):
            if child.relation == "nsubj" or marker_of(sentence, child) in PAIR:
                found.extend(find_actors(sentence, child))
    seen: dict[str, Actor] = {}
    for actor in found:
        if actor.side:
            seen.setdefault(actor.side, actor)
    return tuple(seen.values())
