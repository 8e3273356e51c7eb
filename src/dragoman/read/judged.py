"""What an assessment judges: a word that names a relation, and what a rule found about it."""

from dataclasses import dataclass

from dragoman.model import Span
from dragoman.read.judging import Judging
from dragoman.read.sides import Side
from dragoman.read.standings import NOUNS
from dragoman.read.words import Sentence, Token


@dataclass(frozen=True, slots=True)
class Judged:
    """What a rule found: the noun or side that is judged, the words that judge it, and how; `covers` is all that it speaks for."""

    anchor: Token
    words: tuple[Token, ...]
    polarity: float
    sides: tuple[Side, ...]
    predicate: Token
    span: Span | None = None
    covers: Span | None = None


def is_relation(sentence: Sentence, token: Token, judging: Judging) -> bool:
    """Whether a word names a relation, and is no part of the name of a body or treaty."""
    compound = sentence.language == "ko" and token.mention is not None and bool(token.others)
    return (
        (token.mention is None or compound)
        and token.pos in (*NOUNS, "ADJ" if sentence.language == "ko" else "NOUN")
        and judging.has(judging.relations, sentence, token)
        and ends_phrase(sentence, token)
        and not (sentence.language == "en" and token.text[:1].isupper() and token.index > 0 and token.pos == "PROPN")
    )


def ends_phrase(sentence: Sentence, token: Token) -> bool:
    """Whether no noun follows that the word only describes ("cooperation council", "row house")."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    joined = bool(after) and after[0].pos in NOUNS and after[0].mention is None and token.base_relation in ("compound", "amod") and token.head == after[0].index
    return not joined or sentence.language == "ko"


def container_of(sentence: Sentence, token: Token, judging: Judging) -> Token:
    """The noun that holds the relation ("the state of relations"), else the relation itself."""
    head = sentence.head(token)
    if head is not None and token.base_relation in ("nmod", "obl", "compound") and judging.has(judging.containers, sentence, head):
        return head
    return token
