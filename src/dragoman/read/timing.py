"""When: each claim takes the time of its own clause; background keeps its own, and an undated past stays open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import When
from dragoman.read.page import TimeMention
from dragoman.read.words import Sentence, Token

BLOCKING = ("ccomp", "parataxis", "acl:relcl", "discourse")
"""Relations over which a time does not pass down: the time of saying is not the time of what is said."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The time of a predicate and the rule that found it."""

    when: When | None
    rule: str


def find_when(sentence: Sentence, token: Token, times: Sequence[TimeMention], today: date | None) -> Dated:
    """The time of the act that `token` tells.

    `times` are the resolved times of the sentence. The plain present of a dated document is its day.
    """
    inside = [t for t in times if sentence.span.covers(t.span) and t.when is not None and not t.duration]
    owned = [(t, list(owners_of(sentence, t))) for t in inside]
    below = token
    for _ in range(len(sentence.tokens)):
        near = [t for t, owners in owned if owners and owners[0].index == below.index]
        if near:
            return Dated(_nearest(near, token).when, "time of its own clause" if below is token else "time of the clause above")
        above = sentence.head(below)
        if above is None or below.relation in BLOCKING or below.base_relation in ("ccomp", "parataxis"):
            break
        below = above
    if token.pos in ("NOUN", "PROPN"):
        inner = [t for t, owners in owned if any(o.index == token.index for o in owners)]
        if inner:
            return Dated(_nearest(inner, token).when, "time within its phrase")
    if today is not None and is_present(sentence, token):
        return Dated(When.on(today), "plain present of a dated document")
    return Dated(None, "no time given")


def owners_of(sentence: Sentence, time: TimeMention) -> Iterator[Token]:
    """The predicates above an expression of time, nearest first: verbs, and nouns of events on the way."""
    words = sentence.within(time.span)
    if not words:
        return
    top = next((w for w in words if sentence.head(w) is None or not time.span.start <= sentence.tokens[w.head].span.start < time.span.stop), words[0])
    if top.pos == "VERB":
        yield top
    for above in sentence.ancestors(top):
        yield above
        if above.pos == "VERB":
            return


def _nearest(times: Sequence[TimeMention], token: Token) -> TimeMention:
    """The time that stands closest to the predicate."""
    return min(times, key=lambda t: min(abs(t.span.start - token.span.stop), abs(token.span.start - t.span.stop)))


def is_present(sentence: Sentence, token: Token) -> bool:
    """Whether the finite verb that carries `token` is in the plain present (no perfect, no modal)."""
    for word in (token, *sentence.ancestors(token)):
        if word.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        marks = [word, *sentence.children(word, "aux", "aux:pass", "cop")]
        if any(m.has("VerbForm=Fin") or m.has("Tense=Past") for m in marks):
            return _is_plain_present(marks)
        if word.relation == "root":
            return False
    return False


def _is_plain_present(marks: Sequence[Token]) -> bool:
    """Whether a verb with its auxiliaries is present and finite."""
    finite = [mark for mark in marks if mark.has("VerbForm=Fin")]
    perfect = any(mark.lemma == "have" and mark.base_relation == "aux" for mark in marks)
    return any(mark.has("Tense=Pres") for mark in finite) and not perfect and not any(mark.has("Tense=Past") for mark in finite)
