"""Words and sentences as every language's pipeline yields them: Universal Dependencies over true offsets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dragoman.model import Mention, Span

T = TypeVar("T")
QUOTES = frozenset('"“”')
OPENING, CLOSING = frozenset("“«„″\"'‘"), frozenset('"”»″')
"""Marks that may open a quotation, and that may close one."""


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word; `head` is the index of its head in the sentence, its own index at the root.

    `span` is exact in the archived text. `relation` is the UD relation with its subtype (`nsubj:pass`),
    `features` the UD features as `Key=Value`, `case` the particles or endings cut off (Korean). A mention that
    was parsed as one word is one token and carries it; `others` are further mentions of the same words ("the two countries").
    """

    index: int
    text: str
    span: Span
    lemma: str
    pos: str
    relation: str
    head: int
    features: frozenset[str] = frozenset()
    particles: tuple[str, ...] = ()
    mention: Mention | None = None
    others: tuple[Mention, ...] = ()

    def has(self, feature: str) -> bool:
        """Whether the word has `Key=Value`."""
        return feature in self.features

    @property
    def base_relation(self) -> str:
        """The relation without its subtype."""
        return self.relation.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one paragraph with its tree."""

    span: Span
    language: str
    tokens: tuple[Token, ...]
    paragraph: int
    _children: tuple[tuple[int, ...], ...] = field(default=(), compare=False, repr=False)
    _bases: tuple[str, ...] = field(default=(), compare=False, repr=False)
    _made: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the children of each word once."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        object.__setattr__(self, "_children", tuple(tuple(row) for row in children))
        object.__setattr__(self, "_bases", tuple(token.base_relation for token in self.tokens))

    def once(self, make: Callable[["Sentence"], T]) -> T:
        """What a function makes of the sentence, made once: a sentence never changes."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def children(self, token: Token, *relations: str) -> Iterator[Token]:
        """The dependents of `token` in text order; of the given relations only (`obl` takes its subtypes too)."""
        for index in self._children[token.index]:
            if not relations or self._bases[index] in relations or self.tokens[index].relation in relations:
                yield self.tokens[index]

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first dependent of one of these relations."""
        return next(self.children(token, *relations), None)

    def head(self, token: Token) -> Token | None:
        """The head of `token`; `None` at the root."""
        return None if token.head == token.index else self.tokens[token.head]

    def roots(self) -> Iterator[Token]:
        """The roots of the tree (one, but for broken parses)."""
        return (token for token in self.tokens if token.head == token.index)

    def subtree(self, token: Token, *, without: frozenset[str] = frozenset()) -> list[Token]:
        """`token` and all below it in text order, without the branches of the given relations."""
        found, queue, seen = [], [token], set()
        while queue:
            word = queue.pop()
            if word.index in seen:
                continue
            seen.add(word.index)
            found.append(word)
            queue.extend(child for child in self.children(word) if child.relation not in without and child.base_relation not in without)
        return sorted(found, key=lambda word: word.index)

    def span_of(self, token: Token, *, without: frozenset[str] = frozenset()) -> Span:
        """The shortest span that covers the subtree of `token`."""
        words = self.subtree(token, without=without)
        return Span(words[0].span.start, max(word.span.stop for word in words))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above `token`, nearest first."""
        seen = {token.index}
        head = self.head(token)
        while head is not None and head.index not in seen:
            seen.add(head.index)
            yield head
            head = self.head(head)

    def within(self, span: Span) -> list[Token]:
        """The words that begin within `span`."""
        return [token for token in self.tokens if span.start <= token.span.start < span.stop]
