"""English nouns that mean a state named before: "its neighbour" is the other one of the story, "the country" that of whoever speaks of it."""

from collections.abc import Iterator, Sequence

from dragoman.model import Actor, Mention, Span
from dragoman.read.actors import find_actors
from dragoman.read.page import Page
from dragoman.read.pair import rank_states
from dragoman.read.words import Sentence, Token

NEIGHBOURS = frozenset({"neighbour", "neighbor"})
OWNERS = frozenset({"its", "their"})
COUNTRIES = frozenset({"country", "nation", "government", "kingdom", "republic"})
STANDING = ("state", "demonym", "agency", "person")
"""Kinds of names that stand for a state."""
SPEECH = ("ccomp", "parataxis")
NEIGHBOUR, SPOKEN_OF = "neighbour of the state named before", "state of whoever speaks"
"""Rules of such mentions."""


def find_states_meant(page: Page) -> Iterator[Mention]:
    """The states that such nouns mean, where only one can be meant."""
    pair = [mention for mention, _ in rank_states(page.mentions)[:2]]
    for sentence in page.sentences:
        if sentence.language != "en":
            continue
        for token in sentence.tokens:
            if token.mention is not None:
                continue
            if token.lemma.lower() in NEIGHBOURS:
                yield from _neighbour(page, sentence, token, pair)
            elif token.lemma.lower() in COUNTRIES and token.relation in ("nsubj", "nsubj:pass", "nmod:poss"):
                yield from _spoken_of(page, sentence, token)


def _neighbour(page: Page, sentence: Sentence, token: Token, pair: Sequence[Mention]) -> Iterator[Mention]:
    """For "its neighbour" the other one of the two states that a page is about."""
    owner = sentence.child(token, "nmod:poss")
    behind = page.text_at(Span(token.span.stop, token.span.stop + 3)).lstrip(" ,")
    named = behind[:1].isupper() or any(child.mention is not None for child in sentence.subtree(token))
    if owner is None or owner.text.lower() not in OWNERS or named or token.has("Number=Plur"):
        return
    before = _states_of(sentence.tokens[: token.index])
    other = [m for m in pair if _code(m) not in {_code(mention) for mention in before}]
    if len({_code(mention) for mention in before}) == len(other) == 1 and len(pair) == len({_code(m) for m in pair} | {_code(m) for m in before}):
        yield _meaning(page, Span(owner.span.start, token.span.stop), other[0], NEIGHBOUR)


def _spoken_of(page: Page, sentence: Sentence, token: Token) -> Iterator[Mention]:
    """For "the country" in reported words that of the speaker, where no other state is named before it in the sentence."""
    article = sentence.tokens[token.index - 1] if token.index else None
    if (
        article is None
        or article.text.lower() != "the"
        or any(child.index != article.index and child.text not in ("'s", "’s") for child in sentence.children(token))
    ):
        return
    verb = sentence.head(token)
    if token.relation == "nmod:poss" and verb is not None:
        verb = sentence.head(verb) if verb.relation in ("nsubj", "nsubj:pass") else None
    above = sentence.head(verb) if verb is not None and verb.base_relation in SPEECH else None
    speaker = sentence.child(above, "nsubj") if above is not None and above.pos == "VERB" else None
    sides = {actor.country for actor in find_actors(sentence, speaker)} if speaker is not None else set()
    before = _states_of(sentence.tokens[: token.index])
    if before and len(sides) == 1 and sides == {_code(mention) for mention in before}:
        yield _meaning(page, Span(article.span.start, token.span.stop), before[-1], SPOKEN_OF)


def _states_of(tokens: Sequence[Token]) -> list[Mention]:
    """Whoever some words name that counts for a state."""
    return [m for token in tokens for m in (token.mention, *token.others) if m is not None and m.kind in STANDING and _code(m) is not None]


def _code(mention: Mention) -> str | None:
    return mention.actor.country if mention.actor is not None else None


def _meaning(page: Page, span: Span, meant: Mention, rule: str) -> Mention:
    """A mention of the state for which somebody named before counts."""
    code = _code(meant)
    state = next((m for m in page.mentions if m.kind == "state" and _code(m) == code and m.actor is not None), meant)
    name = state.actor.name if state.actor is not None else state.text
    actor = Actor(name=name, id=code, type="state", country=code)
    return Mention(kind="state", span=span, text=page.text_at(span), actor=actor, rule=rule, chain=(meant.span, *meant.chain))
