"""Words that negate a predicate: not those that only say that there is more."""

from dragoman.read.moods import Moods, load_moods
from dragoman.read.words import Sentence, Token

ONLY = ("only", "just", "merely", "simply", "solely", "least")
"""Words behind "not" with which nothing is denied."""


def find_negation(sentence: Sentence, token: Token, moods: Moods | None = None) -> Token | None:
    """The word that negates a predicate or its noun ("no flights"), if there is one."""
    negations = (moods or load_moods(sentence.language)).negations
    denying = (c for c in sentence.children(token, "advmod", "det", "aux", "cc") if c.lemma.lower() in negations or c.text.lower() in negations)
    own = next((c for c in denying if not _is_not_only(sentence, c)), None)
    if own is not None or sentence.language != "en":
        return own
    before = sentence.tokens[token.index - 2 : token.index] if token.index > 1 else ()
    if [word.text.lower() for word in before] == ["no", "longer"]:
        return before[0]
    things = sentence.children(token, "nsubj", "obj") if token.pos == "VERB" else ()
    return next((c for thing in things for c in sentence.children(thing, "det") if c.text.lower() in ("no", "neither")), None)


def _is_not_only(sentence: Sentence, negation: Token) -> bool:
    """English: whether "not" denies only that this is all: "not only welcomed the accord but also"."""
    behind = sentence.tokens[negation.index + 1 : negation.index + 2]
    return sentence.language == "en" and any(word.text.lower() in ONLY for word in behind)
