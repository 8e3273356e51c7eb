"""Whose "his visit" or "her trip" is in English: of the subject before it, but of nobody from the state that is visited."""

from collections.abc import Iterator, Sequence

from dragoman.model import Mention
from dragoman.read.page import Page
from dragoman.read.subjects import SUBJECTS, surface_subjects
from dragoman.read.words import Sentence, Token

JOURNEYS = frozenset({"visit", "trip", "tour", "stay", "arrival", "stopover"})
OWN = ("his", "her")
WHOSE = "who is named before a visit of his own"


def find_journeys(page: Page) -> Iterator[Mention]:
    """The people whom "his" and "her" mean before a visit."""
    before: Sequence[Mention] = ()
    for sentence in page.sentences:
        for token in sentence.tokens if sentence.language == "en" else ():
            if token.text.lower() in OWN and token.mention is None and token.relation == "nmod:poss":
                visit = sentence.tokens[token.head]
                if visit.lemma.lower() in JOURNEYS:
                    near = [*_nearest(sentence, visit), *_people(sentence, sentence.tokens[: token.index])]
                    yield from _whose(sentence, token, visit, [*near, *before])
        before = _people(sentence, sentence.tokens)


def _nearest(sentence: Sentence, visit: Token) -> list[Mention]:
    """Who is named in the phrase that a visit is part of ("the arrival of [Name] for his visit"), else the subject of its verb, also behind it."""
    case = sentence.child(visit, "case")
    before = sentence.tokens[case.index - 1 : case.index] if case is not None and case.index and case.text == "for" else ()
    if beside := _people(sentence, before):
        return beside
    phrase = visit
    for above in sentence.ancestors(visit):
        if above.pos == "VERB":
            subjects = [subject for subject, _ in surface_subjects(sentence, above)]
            return _people(sentence, [word for word in sentence.subtree(phrase) if word.index < visit.index]) or _people(sentence, subjects)
        phrase = above
    return []


def _people(sentence: Sentence, tokens: Sequence[Token]) -> list[Mention]:
    """The people of a side whom some words name, subjects first."""
    named = [t for t in tokens if t.mention is not None and t.mention.kind == "person" and t.mention.actor is not None and t.mention.actor.side]
    first = [token for token in named if token.relation in SUBJECTS or sentence.tokens[token.head].relation in SUBJECTS]
    return [token.mention for token in (*first, *(t for t in named if t not in first)) if token.mention is not None]


def _whose(sentence: Sentence, token: Token, visit: Token, people: Sequence[Mention]) -> Iterator[Mention]:
    """The first of the people who does not come from where the visit leads."""
    named = (word.mention.actor for word in sentence.subtree(visit) if word.index > visit.index and word.mention is not None)
    visited = {actor.country for actor in named if actor is not None and actor.type in ("state", "place")}
    guest = next((m for m in people if m.actor is not None and m.actor.country not in visited), None)
    if guest is not None:
        yield Mention(kind="person", span=token.span, text=token.text, actor=guest.actor, rule=WHOSE, chain=(guest.span, *guest.chain[:1]))
