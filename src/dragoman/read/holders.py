"""Holders: the words of an English title carry the person whom they name where the parser hung the name elsewhere.

"[Chad's] deputy minister of trade, [Name], told …" is one person, whichever of the two words the verb takes for its subject.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model import Mention, Span
from dragoman.read.people import Person
from dragoman.read.roles import load_roles
from dragoman.read.words import Sentence, Token

HOLDER = "office of whom it names"
BESIDE = ("flat", "appos", "compound", "nmod")
"""Relations by which a name under its title is found anyway."""
FACING = ("counterpart", "colleague", "opposite number")
REACH = 3
"""Words at most between "his counterpart" and the title behind it."""


def attach_holders(sentences: Sequence[Sentence], people: Sequence[Person], mentions: Sequence[Mention]) -> tuple[Sentence, ...]:
    """The sentences, each title that its name does not hang on with the mention of its holder."""
    named = {mention.span.start: mention for mention in mentions if mention.kind == "person"}
    starts = [sentence.span.start for sentence in sentences]
    held: dict[int, list[Person]] = defaultdict(list)
    for person in people:
        place = bisect_right(starts, person.name.start) - 1
        if person.office is not None and place >= 0 and sentences[place].language == "en" and sentences[place].span.covers(person.name.join(person.office)):
            held[place].append(person)
    shared = _shared(people)
    whole = list(sentences)
    for place, holders in held.items():
        for person in holders:
            mention = named.get(person.name.start)
            if mention is not None and person.office not in shared:
                whole[place] = _attach(whole[place], person, mention)
    return tuple(whole)


def _shared(people: Sequence[Person]) -> set[Span]:
    """The titles that several people share: "Foreign Ministers A and B"."""
    counted = Counter(person.office for person in people if person.office is not None)
    return {office for office, times in counted.items() if times > 1}


def _attach(sentence: Sentence, person: Person, mention: Mention) -> Sentence:
    """One sentence with the holder of one office on the head of its title."""
    name = next((token for token in sentence.tokens if token.span.overlaps(mention.span)), None)
    if name is None:
        return sentence
    heads = [token for token in _title_heads(sentence, person, name) if not _is_tied(sentence, token, name)]
    if not heads:
        return sentence
    known = {
        token.index: Mention(kind="person", span=token.span, text=token.text, actor=mention.actor, rule=HOLDER, chain=(mention.span, *mention.chain))
        for token in heads
    }
    tokens = tuple(replace(token, mention=known[token.index]) if token.index in known else token for token in sentence.tokens)
    return Sentence(sentence.span, sentence.language, tokens, sentence.paragraph)


def _title_heads(sentence: Sentence, person: Person, name: Token) -> Iterator[Token]:
    """The nouns of a title, and of "his counterpart" right before it, that hang on none of its other words and carry nobody yet."""
    if person.office is None:
        return
    words = [token for token in sentence.within(person.office) if token.index != name.index]
    if words and words[0].index < name.index:
        words = [*(t for t in sentence.tokens[max(0, words[0].index - REACH) : words[0].index] if t.lemma.lower() in FACING), *words]
    inside = {token.index for token in words}
    roles = load_roles(sentence.language)
    for token in words:
        if token.mention is None and token.pos in ("NOUN", "PROPN") and roles.kind_of(token.lemma.lower()) == "person" and not token.has("Number=Plur"):
            above = sentence.head(token)
            if above is None or above.index not in inside or above.mention is not None:
                yield token


def _is_tied(sentence: Sentence, title: Token, name: Token) -> bool:
    """Whether the tree ties a title to its name anyway."""
    under = any(child.index == name.index for child in sentence.children(title, *BESIDE))
    return under or any(above.index == name.index for above in sentence.ancestors(title))
