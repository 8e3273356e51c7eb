"""Arcs of a Russian tree that cross others: a phrase with a preposition belongs to the noun right before it, an object to the verb right before it."""

from dataclasses import replace

from dragoman.read.words import Token


def uncross(tokens: list[Token], index: int, token: Token) -> None:
    """«Объявила об отзыве атташе из Лимы»: hung across another word's arc, «из Лимы» hangs on «атташе»."""
    if token.base_relation not in ("nmod", "obl") or token.pos not in ("NOUN", "PROPN") or not _crosses(tokens, token):
        return
    cases = [word.index for word in tokens if word.head == index and word.base_relation == "case"]
    start = min(cases, default=index)
    before = next((word for word in reversed(tokens[:start]) if word.pos not in ("PUNCT", "ADV", "PART")), None)
    if cases and before is not None and before.pos in ("NOUN", "PROPN") and before.index == start - 1:
        tokens[index] = replace(token, head=before.index, relation="nmod")
    elif not cases and token.relation == "nmod":
        _give_object(tokens, index, token)


def _give_object(tokens: list[Token], index: int, token: Token) -> None:
    """A noun without a preposition hung across the arc of a verb before it is the object of that verb, if it has none."""
    verb = next((word for word in reversed(tokens[token.head + 1 : index]) if word.pos == "VERB"), None) if token.head < index else None
    if verb is not None and not any(word.head == verb.index and word.base_relation in ("obj", "nsubj") for word in tokens):
        tokens[index] = replace(token, head=verb.index, relation="obj")


def _crosses(tokens: list[Token], token: Token) -> bool:
    """Whether a word between a word and its head hangs on one outside of the two."""
    low, high = sorted((token.index, token.head))
    return any(not low <= word.head <= high for word in tokens[low + 1 : high] if word.base_relation not in ("punct", "root"))
