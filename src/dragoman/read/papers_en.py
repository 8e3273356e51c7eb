"""English papers in which somebody speaks: whose a statement is ("the ministry's statement", "a statement by"), and what it says by a participle."""

from dragoman.read.actors import marker_of
from dragoman.read.words import Sentence, Token

PAPERS = frozenset(
    {"statement", "communique", "communiqué", "release", "readout", "declaration", "letter", "note", "tweet", "post", "message", "memo", "report"}
)
ISSUED = ("by", "from", "of")
ISSUING = frozenset(
    {"issue", "release", "publish", "make", "give", "send", "post", "write", "sign", "put", "deliver", "circulate", "share", "author", "read", "issu", "releas"}
)
"""Verbs of who gives a paper out."""


def issuers_of(sentence: Sentence, paper: Token) -> list[Token]:
    """Whose paper it is, by possessive or behind "by" and "from"; nothing where the phrase does not tell."""
    if sentence.language != "en" or paper.lemma.lower() not in PAPERS or paper.mention is not None:
        return []
    behind = [child for child in sentence.children(paper, "nmod", "nmod:poss", "obl") if child.relation == "nmod:poss" or marker_of(sentence, child) in ISSUED]
    issued = [child for child in sentence.children(paper, "acl") if child.lemma.lower() in ISSUING]
    behind.extend(child for verb in issued for child in sentence.children(verb, "obl") if child.relation == "obl:agent" or marker_of(sentence, child) in ISSUED)
    return [child for child in behind if child.pos in ("NOUN", "PROPN")][:1]


def paper_above(sentence: Sentence, verb: Token) -> Token | None:
    """The paper that "saying" or "condemning" right behind it tells of, where its verb tells who gives it out: "issued a statement saying …"."""
    paper = sentence.head(verb)
    if sentence.language != "en" or verb.relation != "acl" or not verb.text.endswith("ing") or paper is None or paper.lemma.lower() not in PAPERS:
        return None
    above = sentence.head(paper)
    given = above is not None and above.lemma.lower() in ISSUING and paper.base_relation == "obj"
    return paper if given or issuers_of(sentence, paper) else None
