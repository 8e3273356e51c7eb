"""Turns of phrase that judge a relation, or two sides: on good terms, at an all-time low, in limbo."""

from dragoman.model import Span
from dragoman.read.actors import marker_of
from dragoman.read.judged import Judged, is_relation
from dragoman.read.judging import Judging
from dragoman.read.page import Page
from dragoman.read.sides import Side, find_sides
from dragoman.read.standings import by_side, named_in
from dragoman.read.words import Sentence, Token

CONTACTS = ("контакт", "диалог", "переговоры")
"""Russian nouns whose high level is that of who meets: «контакты на высоком уровне»."""


def turn_of_phrase(page: Page, sentence: Sentence, token: Token, judging: Judging) -> Judged | None:
    """A turn of phrase said of a relation, or of two sides: on good terms, at an all-time low, in limbo."""
    relation = is_relation(sentence, token, judging)
    side = token.mention is not None and token.base_relation in ("nsubj", "root", "dislocated", "conj")
    if not relation and not side:
        return None
    text = page.text_at(sentence.span)
    start = token.span.stop - sentence.span.start
    for pattern, value in judging.turns:
        match = pattern.search(text, start)
        if (
            match is None
            or (token.lemma.lower() in CONTACTS and "уровн" in match.group())
            or _other_clause(sentence, token, sentence.span.start + match.start(), judging)
        ):
            continue
        spot = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        predicate = next((w for w in sentence.within(spot) if w.head == w.index or not spot.start <= sentence.tokens[w.head].span.start < spot.stop), token)
        sides = find_sides(page, sentence, token) if relation else _partners(sentence, token, spot.stop)
        return Judged(token, (), value, sides, predicate, spot)
    return None


def _partners(sentence: Sentence, token: Token, stop: int) -> tuple[Side, ...]:
    """A subject of one or two sides, with whom "with" names."""
    near = [word for word in sentence.tokens if word.span.start < stop + 60]
    withs = [side for word in near if marker_of(sentence, word) == "with" for side in named_in(sentence, word)]
    withs.extend(side for word in near if word.span.start == stop + 1 for side in named_in(sentence, word))
    return tuple(by_side([*named_in(sentence, token), *withs]).values())


def _other_clause(sentence: Sentence, token: Token, start: int, judging: Judging) -> bool:
    """Whether a full clause, or another relation, stands between a noun and a turn of phrase."""
    between = [word for word in sentence.tokens[token.index + 1 :] if word.span.stop <= start]
    verbs = [word for word in between if word.pos == "VERB" and word.has("VerbForm=Fin")]
    marks = [word for word in between if word.text in ";:—" or (word.text == "," and verbs)]
    relative = any(_opens_other_clause(sentence, word, token) for word in between)
    return bool(marks) or relative or len(verbs) > 1 or any(is_relation(sentence, word, judging) for word in between)


def _opens_other_clause(sentence: Sentence, word: Token, token: Token) -> bool:
    """English: whether "which" or "that" opens a clause about something else than a noun: "ties with Peru over its conduct, [which] has reached"."""
    verb = sentence.head(word) if word.pos == "PRON" and word.base_relation == "nsubj" and sentence.language == "en" else None
    return verb is not None and verb.relation == "acl:relcl" and verb.head not in (token.index, token.head)
