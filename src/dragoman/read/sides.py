"""Sides: between whom the relation is that a noun names, with the words that name them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model import Actor, Span
from dragoman.read.actors import OWNERS, marker_of
from dragoman.read.page import Page
from dragoman.read.pair import find_pair
from dragoman.read.subjects import surface_subjects
from dragoman.read.words import Sentence, Token

BETWEEN = {
    "en": ("between", "with", "to", "towards", "toward", "of", "among", "", "for"),
    "ru": ("между", "с", "со", "к", "", "у", "из"),
    "ko": ("", "와", "과", "의", "간", "이랑", "하고", "에", "은", "는", "이", "가"),
}
"""Markers of a phrase under a noun that names its sides."""
HELD = ("in", "on", "over", "at", "в", "на", "над")
"""Markers besides those under nouns such as "influence", whose other side is where it is felt."""
POSSESSIVE = ("its", "their", "his", "her", "our", "свой", "его", "её", "ее", "их", "наш")
NAMING = ("state", "demonym", "agency", "place", "organisation", "person", "people", "office")
FACING = ("with", "to", "towards", "toward", "for", "с", "со", "к")
"""Markers of the side that another one faces: two states after "with" are no relation between themselves."""
MUTUAL = ("bilateral", "mutual", "two-way", "двусторонний", "взаимный", "양국", "양자")
PAIRS = ("country", "nation", "neighbour", "neighbor", "state", "side", "government", "capital", "ally", "rival", "republic")
"""English nouns that, named without a state, stand for the two of the story ("ties between the neighbours")."""
BRANCHES = (*OWNERS, "conj", "appos")


@dataclass(frozen=True, slots=True)
class Side:
    """A side and the words that name it."""

    actor: Actor
    span: Span


def find_sides(page: Page, sentence: Sentence, noun: Token, *, held: bool = False) -> tuple[Side, ...]:
    """The sides of the relation that `noun` names: of its phrase, then of its verb; one side more, where its phrase has just one.

    Where the phrase has none, they are the only two states of the sentence, else of its paragraph up to there, else those
    that the document is about. `held` lets a place be a side ("influence in Peru").
    """
    named = [*((side, "") for side in sides_at(noun)), *_in_phrase(sentence, noun, held=held)]
    found = by_code(side for side, _ in named)
    one_end = all(marker in FACING for _, marker in named)
    if len(found) > 1 and not one_end:
        return tuple(found.values())
    around = {side: s for side, s in by_code(_around(sentence, noun)).items() if side not in found}
    if len(found) + len(around) > 1 and (around or not one_end):
        return tuple({**found, **around}.values())[:3]
    if len(found) > 1:
        return ()
    bilateral = any(child.lemma.lower() in MUTUAL for child in sentence.children(noun, "amod", "compound")) or _is_of_pair(sentence, noun)
    return tuple((by_code(_only_two(page, sentence, noun, found, bilateral=bilateral)) or found).values())


def _is_of_pair(sentence: Sentence, noun: Token) -> bool:
    """Whether a relation is told of "the two countries" or "the neighbours", in its phrase or as the subject of its verb."""
    if sentence.language != "en":
        return False
    owners = [child for child in sentence.children(noun, "nmod") if marker_of(sentence, child) == "between"]
    top = next((t for t in (noun, *sentence.ancestors(noun)) if t.base_relation != "nmod"), noun)
    head = sentence.head(top)
    subjects = [token for token, _ in surface_subjects(sentence, head)] if head is not None and top.base_relation == "obj" else []
    return any(_stands_for_pair(sentence, token) for token in owners) or any(
        _stands_for_pair(sentence, token) and _is_two(sentence, token) for token in subjects
    )


def _stands_for_pair(sentence: Sentence, token: Token) -> bool:
    """Whether a plural noun such as "countries" names no state itself."""
    named = any(True for word in (token, *sentence.children(token, "conj", "appos", "nmod")) for _ in sides_at(word))
    return token.lemma.lower() in PAIRS and token.text.lower() != token.lemma.lower() and not named


def _is_two(sentence: Sentence, token: Token) -> bool:
    return any(child.text.lower() in ("two", "both") for child in sentence.children(token, "nummod", "det"))


def by_code(sides: Iterator[Side]) -> dict[str, Side]:
    """By code, first namings first."""
    found: dict[str, Side] = {}
    for side in sides:
        if side.actor.side is not None:
            found.setdefault(side.actor.side, side)
    return found


def sides_at(token: Token) -> Iterator[Side]:
    """What one word names."""
    for mention in (token.mention, *token.others) if token.mention is not None else ():
        if mention.actor is not None and mention.actor.side is not None and mention.kind in NAMING:
            yield Side(mention.actor, mention.span)


def _in_phrase(sentence: Sentence, noun: Token, *, held: bool) -> Iterator[tuple[Side, str]]:
    """The sides that the phrase of a noun names, each with the marker of its branch; those of a coordinated noun stand for both."""
    markers = (*BETWEEN.get(sentence.language, BETWEEN["en"]), *(HELD if held else ()))
    head = sentence.head(noun)
    above = [head] if head is not None and noun.base_relation == "conj" and head.mention is None else []
    queue = [(child, m) for top in (noun, *above) for child in sentence.children(top, *OWNERS) if (m := marker_of(sentence, child)) in markers]
    if noun.index and sentence.language == "en":
        queue.extend((word, "") for word in _before_hyphen(sentence, noun))
    seen: set[int] = set()
    while queue:
        token, marker = queue.pop(0)
        if token.index in seen:
            continue
        seen.add(token.index)
        yield from ((side, marker) for side in sides_at(token))
        queue.extend((child, marker) for child in sentence.children(token, *BRANCHES) if not child.relation.startswith("acl") and child.pos != "VERB")


def _before_hyphen(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Names tied by a hyphen right before the noun ("Oslo-Lima ties"), whatever the tree makes of them."""
    here = noun.index - 1
    while here >= 0 and (sentence.tokens[here].mention is not None or sentence.tokens[here].text in "-–"):
        if sentence.tokens[here].mention is not None:
            yield sentence.tokens[here]
        here -= 1


def _around(sentence: Sentence, noun: Token) -> Iterator[Side]:
    """The sides beside the phrase: the subject of its verb, "between" and "with" hung on the verb, the owner of "its"."""
    owned = any(child.text.lower() in POSSESSIVE or child.lemma.lower() in POSSESSIVE for child in sentence.children(noun, "nmod:poss", "det"))
    head = sentence.head(noun)
    for _ in range(3):
        if head is None:
            break
        for child in sentence.children(head, "obl", "nmod"):
            if marker_of(sentence, child) in ("between", "with", "между", "с"):
                yield from _named_in(sentence, child)
        if noun.base_relation in ("obj", "obl", "xcomp", "ccomp", "acl", "root", "nmod", "conj", "appos") or owned:
            for subject, _ in surface_subjects(sentence, head):
                yield from _named_in(sentence, subject)
        if head.pos == "VERB":
            break
        head = sentence.head(head)
    if owned:
        for token in reversed(sentence.tokens[: noun.index]):
            yield from sides_at(token)


def _named_in(sentence: Sentence, token: Token) -> Iterator[Side]:
    """The sides of a phrase with its members."""
    for word in (token, *sentence.children(token, "conj", "nmod", "nmod:poss", "compound", "amod", "flat")):
        yield from sides_at(word)


def _only_two(page: Page, sentence: Sentence, noun: Token, known: dict[str, Side], *, bilateral: bool) -> Iterator[Side]:
    """The two states of the sentence, else of the paragraph up to its end, where there are just two."""
    for sentences in ([sentence], [s for s in page.sentences if s.paragraph == sentence.paragraph and s.span.start <= sentence.span.start]):
        pair = by_code(side for s in sentences for token in s.tokens for side in sides_at(token) if side.actor.type != "organisation")
        if len(pair) == 2 and set(known) <= set(pair):  # noqa: PLR2004, RUF100
            usual = {} if known else by_code(_of_document(page, known, bare=True))
            yield from (usual if usual and set(usual) != set(pair) else pair).values()
            return
    if sentence.language != "en":
        yield from _of_document(page, known, bare=True)
        return
    told = by_code(side for token in _cause_of(sentence, noun) for side in sides_at(token))
    if len(told) == 2 and not known:  # noqa: PLR2004, RUF100
        yield from told.values()
        return
    others = {side.actor.side for token in sentence.tokens for side in sides_at(token)}
    found = by_code(_of_document(page, known, bare=True))
    if not others or bilateral or known or (noun.relation.startswith("nsubj") and sentence.child(noun, "nmod") is None and others <= set(found)):
        yield from found.values()


def _cause_of(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The words of the clause that tells after or since what a relation became so ("grew tense after X imposed sanctions on Y")."""
    head = sentence.head(noun) if noun.relation.startswith("nsubj") and sentence.child(noun, "nmod") is None else None
    for clause in sentence.children(head, "advcl") if head is not None else ():
        if any(child.text.lower() in ("after", "since", "when", "as") for child in sentence.children(clause, "mark", "advmod")):
            yield from sentence.subtree(clause)


def _of_document(page: Page, known: dict[str, Side], *, bare: bool) -> Iterator[Side]:
    """The two states that the document is about, where two stand out; with one side known only as its other."""
    pair = find_pair(page.mentions, unions=True)
    if set(known) <= set(pair) and (bare or known):
        yield from (Side(mention.actor, mention.span) for mention in pair.values() if mention.actor is not None)


def mentions_outside(sides: Sequence[Side], span: Span) -> Iterator[Span]:
    """The namings that the words of a claim do not hold."""
    return (side.span for side in sides if not span.covers(side.span))
