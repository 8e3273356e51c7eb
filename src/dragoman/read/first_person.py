"""Whom "we" means in quoted words: the state for which the speaker speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model import Actor, Mention, Span, Statement
from dragoman.read.page import Page
from dragoman.read.words import Sentence, Token

WE = ("we", "us", "our")
PRIVATE = ("expert", "analyst", "professor", "researcher", "activist", "fellow", "director", "resident", "leader of the opposition")
"""Roles of people who speak for no state."""


def attach_first_person(page: Page, statements: Sequence[Statement]) -> Page:
    """The page with "we", "us" and "our" of English quotations as mentions of the speaker's state."""
    meant = dict(_meanings(page, statements))
    if not meant:
        return page
    sentences = tuple(_attach(sentence, meant) if sentence.language == "en" else sentence for sentence in page.sentences)
    return replace(page, sentences=sentences)


def _meanings(page: Page, statements: Sequence[Statement]) -> Iterator[tuple[Span, Mention]]:
    """Each quotation of one who speaks for a state, with the mention that "we" makes in it."""
    for quote in page.quotes:
        statement = next((s for s in statements if s.span.overlaps(quote.content) and s.mode != "indirect"), None)
        speaker = statement.speaker[0] if statement is not None and len(statement.speaker) == 1 else None
        if speaker is None or speaker.country is None or not _speaks_for_state(speaker):
            continue
        named = next((m for m in page.mentions if m.actor is not None and m.actor.country == speaker.country and m.kind in ("state", "demonym")), None)
        if named is None or named.actor is None:
            named = next((m for m in page.mentions if m.actor == speaker), None)
            actor = speaker
        else:
            actor = Actor(name=named.actor.name, id=speaker.country, type="state", country=speaker.country, role=None, literal=speaker.literal)
        if named is not None:
            yield quote.content, Mention(kind="state", span=quote.content, text="we", actor=actor, rule="we of the speaker's state", chain=(named.span,))


def _speaks_for_state(speaker: Actor) -> bool:
    """Whether a speaker is a state, a body or somebody in office."""
    return speaker.type in ("state", "agency") or (speaker.type == "person" and bool(speaker.role) and not any(w in (speaker.role or "") for w in PRIVATE))


def _attach(sentence: Sentence, meant: dict[Span, Mention]) -> Sentence:
    """A sentence with the mentions on its pronouns."""
    tokens = tuple(_meaning(token, meant) for token in sentence.tokens)
    return sentence if tokens == sentence.tokens else Sentence(sentence.span, sentence.language, tokens, sentence.paragraph)


def _meaning(token: Token, meant: dict[Span, Mention]) -> Token:
    """A pronoun with whom it means, any other word as it is."""
    if token.lemma.lower() not in WE and token.text.lower() not in WE:
        return token
    mention = next((mention for span, mention in meant.items() if span.covers(token.span)), None)
    if mention is None or token.mention is not None:
        return token
    return replace(token, mention=Mention(kind=mention.kind, span=token.span, text=token.text, actor=mention.actor, rule=mention.rule, chain=mention.chain))
