"""English deeds told inside or beside what somebody asks for, which his asking leaves as done: a relative clause in the past, an occasion."""

from dragoman.model import Span
from dragoman.read.clauses import case_of
from dragoman.read.words import Sentence, Token

OCCASIONS = ("during", "at", "in", "on", "after", "following", "amid", "despite")
"""Prepositions of what surrounds the saying itself, before its verb."""


def is_outside(sentence: Sentence, head: Token, verb: Span) -> bool:
    """Whether the verb of saying lends nothing to a deed: "urged Chad to keep the treaty that it [signed]", "during a [meeting] she urged"."""
    below = head
    for word in (head, *sentence.ancestors(head)):
        if word.span == verb:
            early = below.base_relation == "obl" and below.span.stop <= verb.start
            return early and case_of(sentence, below) in OCCASIONS
        if _is_past_clause(sentence, word):
            return True
        below = word
    return False


def _is_past_clause(sentence: Sentence, word: Token) -> bool:
    """Whether a clause tells of a noun what was done to it or by it."""
    if word.base_relation != "acl" or sentence.child(word, "mark") is not None:
        return False
    if word.relation == "acl:relcl":
        marks = (word, *sentence.children(word, "aux", "aux:pass", "cop"))
        return any(mark.has("Tense=Past") and mark.has("VerbForm=Fin") for mark in marks)
    return word.has("VerbForm=Part") and word.has("Tense=Past") and sentence.child(word, "aux", "aux:pass") is None
