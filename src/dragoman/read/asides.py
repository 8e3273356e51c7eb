"""Asides: times between a subject, its verb and its object, taken out before English is parsed and hung on the verb afterwards.

"[Oslo] on Monday summoned the envoy" is read as one long name by a parser that knows few such sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model import Document, Mention, Span
from dragoman.read.lang.en.lemmas import look_up
from dragoman.read.page import TimeMention
from dragoman.read.words import Token

LED = re.compile(r"(?:(?:[Ll]ate|[Ee]arly|[Ee]arlier) )?(?:on|in|during|since) (?:the )?$|(?:late|early|earlier) (?:on )?$")
"""What leads up to an expression of time and goes with it."""
AUXILIARIES = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would", "did", "also"})
ALIKE = frozenset({"cut", "hit", "set", "put", "shut", "let", "struck", "quit"})
"""Past forms that look like the verb itself."""
OBJECTS = frozenset({"the", "a", "an", "its", "his", "her", "their", "two", "three", "several", "that", "new", "all", "some"})
"""Words that open the object of a verb, beside names."""
SMALL = frozenset(
    {"of", "and", "or", "to", "by", "with", "for", "from", "at", "in", "on", "that", "who", "which", "as", "after", "before", "not", "but", "than"}
)
"""Words after which a time belongs to what comes, not to a verb."""
WORD = re.compile(r"\w+(?:[.'’-]\w+)*|[^\w\s]")


def find_asides(document: Document, span: Span, mentions: Sequence[Mention], times: Sequence[TimeMention]) -> tuple[Span, ...]:
    """The stretches of `span` to be taken out, each with the space behind it."""
    text = document.text
    found: list[Span] = []
    for time in times:
        if time.duration or not span.covers(time.span) or text[time.span.stop : time.span.stop + 1] != " ":
            continue
        led = LED.search(text, max(span.start, time.span.start - 20), time.span.start)
        aside = Span(led.start() if led is not None else time.span.start, time.span.stop + 1)
        if any(mention.span.overlaps(aside) for mention in mentions) or (found and found[-1].stop >= aside.start):
            continue
        if _stands_between(text, span, aside, mentions, is_day=time.when is not None and time.when.precision in ("day", "week")):
            found.append(aside)
    return tuple(found)


def _stands_between(text: str, span: Span, aside: Span, mentions: Sequence[Mention], *, is_day: bool) -> bool:
    """Whether a time stands right before the verb of a subject, or between a verb and its object."""
    before = re.search(r"([\w'’.-]+) $", text[span.start : aside.start])
    after = re.match(r"[\w'’-]+", text[aside.stop : span.stop])
    if before is None or after is None or before.group(1).endswith(".") or before.group(1).lower() in SMALL:
        return False
    names = {end for mention in mentions for end in (mention.span.stop, mention.span.stop + 1)}
    told = is_past(before.group(1)) and aside.start - 1 not in names
    if told:
        return after.group() in OBJECTS or any(mention.span.start == aside.stop for mention in mentions)
    follows = is_past(after.group()) or after.group() in AUXILIARIES
    return follows and not any(mention.span.start == aside.stop for mention in mentions) and (is_day or aside.start - 1 in names)


def is_past(word: str) -> bool:
    """Whether a word may be the past form of a verb."""
    if not word.islower() or word.endswith(("ing", "s")):
        return False
    return word in ALIKE or look_up(word, "VERB") != word


def put_back(document: Document, tokens: Sequence[Token], asides: Sequence[Span]) -> tuple[Token, ...]:
    """The tree with the words of the asides that lie within it, each hung on its verb."""
    whole = tuple(tokens)
    for aside in asides:
        place = next((token.index for token in whole if token.span.start >= aside.stop), None)
        if place:
            words = [Span(aside.start + m.start(), aside.start + m.end()) for m in WORD.finditer(document.quote(aside))]
            whole = _insert(document, whole, place, words)
    return whole


def _insert(document: Document, tokens: tuple[Token, ...], place: int, words: Sequence[Span]) -> tuple[Token, ...]:
    """The tree with `words` before the word at `place`."""
    shift = len(words)
    moved = [replace(t, index=_after(t.index, place, shift), head=_after(t.head, place, shift)) for t in tokens]
    verb = _after(_verb_beside(tokens, place).index, place, shift)
    top = place + shift - 1
    added = list(_phrase(document, words, place, top, verb))
    return (*moved[:place], *added, *moved[place:])


def _after(index: int, place: int, shift: int) -> int:
    return index + shift if index >= place else index


def _verb_beside(tokens: Sequence[Token], place: int) -> Token:
    """The verb that a time stands beside: the one before it, else the next, else what is above."""
    if tokens[place - 1].pos == "VERB":
        return tokens[place - 1]
    for token in tokens[place : place + 3]:
        if token.pos == "VERB" or token.head == token.index:
            return token
        if token.pos == "AUX":
            return tokens[token.head]
    return tokens[tokens[place].head]


def _phrase(document: Document, words: Sequence[Span], place: int, top: int, verb: int) -> Iterator[Token]:
    """The words of a time as one phrase whose last word hangs on the verb."""
    for offset, span in enumerate(words):
        text, index = document.quote(span), place + offset
        if index == top:
            yield Token(index, text, span, text, "NOUN", "obl:tmod", verb)
        elif text.lower() in ("on", "in", "during", "since"):
            yield Token(index, text, span, text.lower(), "ADP", "case", top)
        else:
            yield Token(index, text, span, text, "NOUN", "compound", top)
