"""Russian frames that stand within what they report: «торговля, как отметил посол, выросла»."""

from dragoman.model import Span
from dragoman.read.words import OPENING, Sentence, Token


def parenthesis_of(sentence: Sentence, verb: Token) -> Span | None:
    """The words of a frame between two commas, with these, where the clause that it reports goes on behind it; `None` of all others."""
    main = sentence.head(verb)
    inserted = verb.base_relation == "parataxis" or (verb.base_relation == "advcl" and any(m.lemma.lower() == "как" for m in sentence.children(verb, "mark")))
    if sentence.language != "ru" or main is None or main.index <= verb.index or not inserted or sentence.child(verb, "ccomp", "obj") is not None:
        return None
    span = sentence.span_of(verb)
    inside = sentence.within(span)
    first, last = inside[0], inside[-1]
    words = sentence.tokens
    opens = first if first.text == "," else words[first.index - 1] if first.index else first
    closes = last if last.text == "," else words[last.index + 1] if last.index + 1 < len(words) else last
    behind = words[closes.index + 1] if closes.index + 1 < len(words) else None
    if opens.text != "," or closes.text != "," or behind is None or behind.text in OPENING or behind.text in "—–-" or not closes.index < main.index:
        return None
    return Span(opens.span.start, closes.span.stop)
