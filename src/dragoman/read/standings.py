"""Standings: who is called an ally, a partner or an enemy, and whose; the adjectives that rank them."""

from collections.abc import Iterable, Iterator

from dragoman.model import Modality
from dragoman.read.actors import marker_of
from dragoman.read.judging import Judging
from dragoman.read.sides import Side, sides_at
from dragoman.read.subjects import surface_subjects
from dragoman.read.words import Sentence, Token

NOUNS = ("NOUN", "PROPN")
WIDE = 4
"""How many words before its noun an adjective may stand."""
TOWARDS = ("to", "of", "toward", "towards", "with", "over", "about", "for", "by", "at", "к", "с", "в", "의", "")
VIEWED = ("obj", "xcomp", "obl", "advcl", "ccomp", "iobj")
COPULAS = ("remain", "become", "stay", "оставаться", "остаться", "стать", "являться", "становиться")
AS = ("as", "as a", "an", "как", "")


def adjectives_before(sentence: Sentence, token: Token) -> list[Token]:
    """The adjectives right before a noun with their adverbs."""
    found: list[Token] = []
    here = token.index - 1
    while here >= max(0, token.index - WIDE):
        word = sentence.tokens[here]
        if word.mention is not None and word.base_relation in ("compound", "amod") and here > 0:
            here -= 1
            continue
        if word.mention is not None or word.pos not in ("ADJ", "ADV", "VERB", "NOUN", "PUNCT", "CCONJ") or (word.pos == "PUNCT" and word.text not in '-,“"'):
            break
        bare = sentence.language == "ko" and not word.particles
        if word.pos in ("NOUN", "VERB") and word.base_relation not in ("compound", "amod") and not bare:
            break
        found.insert(0, word)
        here -= 1
    while found and found[0].pos in ("PUNCT", "CCONJ"):
        found.pop(0)
    while found and found[-1].pos == "PUNCT":
        found.pop()
    if not found and token.base_relation == "conj" and (head := sentence.head(token)) is not None and head.pos in NOUNS and token.index - head.index < WIDE:
        return adjectives_before(sentence, head)
    return found


def find_equated(sentence: Sentence, token: Token, judging: Judging) -> Iterator[Side]:
    """Who stands so: the subject of the copula, the noun beside, the object of "consider", the names after "allies"."""
    shared = any(marker_of(sentence, child) in ("of", "to", "for") for child in sentence.children(token, "nmod"))
    for child in sentence.children(token, "nsubj", "appos", "flat", "dislocated"):
        yield from list(named_in(sentence, child))[: 1 if shared and child.base_relation == "nsubj" else None]
    yield from _before_comma(sentence, token)
    for child in sentence.children(token, "nmod", "obl"):
        if marker_of(sentence, child) in ("include", "including", "such as", "like"):
            yield from named_in(sentence, child)
    head = sentence.head(token)
    if head is None:
        return
    yield from _one_of(sentence, token, head)
    if token.base_relation in ("appos", "nmod", "flat", "conj", "compound") and head.mention is not None:
        yield from sides_at(head)
    if is_viewed(sentence, token, judging):
        for child in (*(t for t, _ in surface_subjects(sentence, head)), *sentence.children(head, "obj", "iobj")):
            yield from named_in(sentence, child)
    elif (token.base_relation in ("xcomp", "obj", "obl") and head.lemma.lower() in COPULAS) or (
        token.base_relation in ("xcomp", "obl") and marker_of(sentence, token) in AS
    ):
        for subject, _ in surface_subjects(sentence, head):
            yield from named_in(sentence, subject)


def is_viewed(sentence: Sentence, token: Token, judging: Judging) -> bool:
    """Whether a noun is what somebody is called or held to be: "considers Peru [a partner]", "sees Peru as [a threat]"."""
    head = sentence.head(token)
    if head is None or not judging.has(judging.views, sentence, head) or token.base_relation not in VIEWED:
        return False
    return token.base_relation != "obl" or marker_of(sentence, token) in AS


def _one_of(sentence: Sentence, token: Token, head: Token) -> Iterator[Side]:
    """Who "is one of" those that are called so: "[Kenya] is one of Chad's key partners"."""
    if sentence.language == "en" and head.lemma.lower() == "one" and marker_of(sentence, token) == "of":
        for child in sentence.children(head, "nsubj"):
            yield from list(named_in(sentence, child))[:1]


def _before_comma(sentence: Sentence, token: Token) -> Iterator[Side]:
    """The name that stands right before a phrase between commas: "Lima, its key ally"."""
    start = min((word.index for word in (*adjectives_before(sentence, token), *sentence.children(token, "nmod:poss", "det"), token)), default=token.index)
    if start > 1 and sentence.tokens[start - 1].text == ",":
        yield from sides_at(sentence.tokens[start - 2])


def find_holders(sentence: Sentence, token: Token, *, within: bool = True) -> Iterator[Side]:
    """Whose ally it is: by possessive, adjective, or "of", "to", "for"; "its" is the last side named before."""
    tops = [token, *(adjectives_before(sentence, token) if sentence.language == "ko" else ())]
    relations = ("nmod:poss", "amod", "compound", *(("nmod", "obl") if within else ()))
    for child in (c for top in tops for c in sentence.children(top, *relations)):
        if child.base_relation in ("nmod", "obl") and child.relation != "nmod:poss" and marker_of(sentence, child) not in (*TOWARDS, "of"):
            continue
        named = list(named_in(sentence, child))
        yield from named
        if not named and child.relation == "nmod:poss" and child.pos == "PRON":
            before = [side for word in reversed(sentence.tokens[: token.index]) for side in sides_at(word)]
            states = [side for side in before if side.actor.type != "person"]
            yield from states or before


def named_in(sentence: Sentence, token: Token) -> Iterator[Side]:
    """The sides that a phrase names by its head, its members or its owner."""
    for word in (token, *sentence.children(token, "conj", "nmod:poss", "amod", "compound")):
        yield from sides_at(word)


def is_found_so(sentence: Sentence, predicate: Token, modality: Modality) -> bool:
    """English: who agrees that ties are good finds them so; that they "should" or "will" be is another matter."""
    return sentence.language == "en" and modality == "agreed" and predicate.base_relation == "ccomp" and sentence.child(predicate, "aux") is None


def by_side(sides: Iterable[Side]) -> dict[str, Side]:
    """First namings by code of the side."""
    found: dict[str, Side] = {}
    for side in sides:
        if side.actor.side is not None:
            found.setdefault(side.actor.side, side)
    return found
