"""Parties: all sides that an act, its link or its instrument names, and whom the words around it name for it."""

from collections.abc import Iterator, Sequence

from dragoman.model import Actor
from dragoman.read.actors import find_actors, find_owners
from dragoman.read.clauses import Clause, case_of
from dragoman.read.frames import OFFICIAL, Match, load_classes, phrases_of
from dragoman.read.settled_ru import OUTCOMES
from dragoman.read.words import Sentence, Token

MEETING = ("meet", "talk", "confer", "negotiate", "visit")
OCCASION = ("during", "at", "on", "в ход", "в ходе", "во время", "в время", "в рамка", "в рамках", "на", "после")
BETWEEN = ("between", "with", "to", "from", "against", "между", "с", "와", "과")
ASIDE = frozenset({"acl:relcl", "advcl", "parataxis"})
"""Relations that lead from a noun into another clause."""
NOUNS = ("NOUN", "PROPN")


def parties_of(match: Match) -> tuple[Actor, ...]:
    """All sides that any role of the match names, owners of its link and of its noun among them.

    A second side that nothing names there is looked for in the words of the instrument itself.
    """
    sentence = match.clause.sentence
    found: list[Actor] = [*match.actors("source"), *match.actors("target")]
    for token in (*match.roles.get("link", ()), *match.roles.get("instrument", ()), *((match.clause.head,) if match.clause.head.pos in NOUNS else ())):
        _join(found, find_owners(sentence, token))
        if token.mention is not None and token.mention.kind == "agency" and token.mention.actor is not None:
            _join(found, [token.mention.actor])
    for argument in () if match.frame.asserts else match.clause.arguments:
        if argument.marker in BETWEEN and not _stands_by(sentence, argument.token):
            _join(found, find_actors(sentence, argument.token))
    if match.act.channel == "diplomatic_relations" and len({actor.side for actor in found if actor.side}) < 2:  # noqa: PLR2004, RUF100
        _join(found, [actor for token in match.roles.get("thing", ()) for actor in find_owners(sentence, token)])
    if not found:
        _join(found, [actor for argument in clause_occasions(match.clause) for actor in _sides_below(sentence, argument)])
    papers = match.roles.get("instrument", ())
    inner = [
        word for token in papers for word in sentence.subtree(token, without=ASIDE) if not _is_venue(sentence, word) and not _is_far(sentence, word, token)
    ]
    if len({actor.side for actor in found if actor.side}) == 1 and match.act.instrument == "signed":
        _join(found, list(_companions(match.clause)))
    if len({actor.side for actor in found if actor.side}) == 1:
        _join(found, [word.mention.actor for word in inner if word.mention is not None and word.mention.actor is not None])
    return tuple(found)


def clause_occasions(clause: Clause) -> Iterator[Token]:
    """The visits and meetings at which an act is told to have been done: "was signed during the visit of X to Y"."""
    nouns = load_classes(clause.sentence.language).nouns
    known = nouns.get("visit", frozenset()) | nouns.get("talks", frozenset())
    for argument in clause.arguments:
        results = clause.sentence.children(argument.token, "nmod") if argument.marker == "по" and argument.token.lemma.lower() in OUTCOMES else ()
        yield from (occasion for occasion in results if phrases_of(clause.sentence, occasion) & known)
        if argument.marker in OCCASION and phrases_of(clause.sentence, argument.token) & known:
            yield argument.token


def _sides_below(sentence: Sentence, token: Token) -> Iterator[Actor]:
    """Whoever a phrase names that counts for a side."""
    for word in sentence.subtree(token, without=ASIDE):
        place = sentence.language == "ru" and word.mention is not None and word.mention.kind == "place"
        if word.mention is not None and word.mention.actor is not None and word.mention.actor.side and not place:
            yield word.mention.actor


def _companions(clause: Clause) -> Iterator[Actor]:
    """With whom somebody met or talked in the clause before: "met with [Name] and signed an agreement"; in Korean too."""
    yield from _english_companions(clause) if clause.sentence.language == "en" else _korean_companions(clause)


def _english_companions(clause: Clause) -> Iterator[Actor]:
    """English: whom the verb that this one is joined to has for its partner."""
    above = clause.sentence.head(clause.head) if clause.head.base_relation in ("conj", "advcl") else None
    if above is None or above.lemma.lower() not in MEETING:
        return
    for child in clause.sentence.children(above, "obl", "obj"):
        if child.base_relation == "obj" or case_of(clause.sentence, child) == "with":
            yield from (actor for actor in find_actors(clause.sentence, child) if actor.type in OFFICIAL and actor.side)


def _korean_companions(clause: Clause) -> Iterator[Actor]:
    """Korean: with whom somebody met or talked in the clause before ("B 총리와 회담하고 협정에 서명했다")."""
    for linked in clause.sentence.children(clause.head, "conj", "advcl") if clause.sentence.language == "ko" else ():
        for child in clause.sentence.children(linked, "obl", "obj"):
            if case_of(clause.sentence, child) in ("와", "과") or (child.base_relation == "obj" and linked.lemma == "만나"):
                yield from (actor for actor in find_actors(clause.sentence, child) if actor.type in OFFICIAL)


def _stands_by(sentence: Sentence, token: Token) -> bool:
    """English: whether somebody is no party but whom another one goes along with: "in solidarity with [Name]", "in coordination with [Name]"."""
    case = next((child for child in sentence.children(token, "case") if child.text.lower() == "with"), None)
    before = sentence.tokens[case.index - 1] if case is not None and case.index else None
    return before is not None and before.lemma.lower() in ("solidarity", "coordination", "consultation", "line", "accordance", "conjunction")


def _is_venue(sentence: Sentence, word: Token) -> bool:
    """Whether a word is of a phrase that tells where: "a memorandum [in the Peruvian capital]"."""
    return sentence.language == "en" and any(case_of(sentence, above) in ("in", "at") for above in (word, *sentence.ancestors(word)) if above.pos != "VERB")


def _is_far(sentence: Sentence, word: Token, paper: Token) -> bool:
    """Whether a word is of a deed within what the paper provides for: "an agreement obtaining help in exporting [to Peru]" is none with Peru."""
    between: list[Token] = []
    for above in sentence.ancestors(word):
        if above is paper:
            break
        between.append(above)
    return sentence.language == "en" and sum(above.pos == "VERB" for above in between) > 1


def _join(found: list[Actor], more: Sequence[Actor]) -> None:
    """Adds the actors of sides that are not there yet."""
    for actor in more:
        if actor.side and actor.side not in {known.side for known in found}:
            found.append(actor)
