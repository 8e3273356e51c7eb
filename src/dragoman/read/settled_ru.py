"""Russian deeds that were done whatever stands above them: what a participle tells of a noun, and what somebody is surprised at."""

from dragoman.read.words import Token

FELT = frozenset({"удивить", "удивиться", "удивлённый", "удивленный", "обеспокоить", "обеспокоенный", "возмутить", "возмущённый", "шокировать", "разочаровать"})
"""Words for what somebody feels at a deed, which was done whether he feels it or not."""


def is_done_already(below: Token, above: Token) -> bool:
    """Whether a deed under another word is told as done: «соглашения, подписанного в мае», «не удивлён вызовом посла»."""
    described = below.base_relation == "acl" and below.has("VerbForm=Part") and below.has("Tense=Past")
    return described or (below.pos == "NOUN" and above.lemma.lower() in FELT)


def is_past_be(token: Token) -> bool:
    """Russian "быть" is an auxiliary of the future only in its future form, which the tagger calls a present."""
    return token.lemma == "быть" and not token.has("Tense=Fut") and not token.text.lower().startswith("буд")
