"""Topics: what a statement is about, in the text's words: channels, agreements, states."""

from collections.abc import Iterator

from dragoman.model import Actor, Span, Topic
from dragoman.read.frames import channel_of
from dragoman.read.page import Page
from dragoman.read.words import Sentence, Token

MOST = 5
NOUNS = ("NOUN", "PROPN")


def find_topics(page: Page, content: Span, speaker: tuple[Actor, ...]) -> tuple[Topic, ...]:
    """What the words of a statement name, first namings first: links between states, instruments, other sides than the speaker's."""
    found: dict[str, Topic] = {}
    own = {actor.side for actor in speaker}
    for sentence in page.sentences:
        if not sentence.span.overlaps(content):
            continue
        for token in sentence.within(content):
            for topic in _topics_at(page, sentence, token):
                if topic.actor is None or topic.actor.side not in own:
                    found.setdefault(topic.channel or (topic.actor.side if topic.actor else None) or topic.name, topic)
    return tuple(found.values())[:MOST]


def _topics_at(page: Page, sentence: Sentence, token: Token) -> Iterator[Topic]:
    """What one word with its modifiers names."""
    if token.mention is None and token.pos in NOUNS:
        channel = channel_of(sentence, token)
        if channel is not None:
            yield Topic(name=page.text_at(_phrase_span(sentence, token)), channel=channel)
        return
    for mention in (token.mention, *token.others):
        if mention is None or mention.actor is None:
            continue
        if mention.kind == "instrument":
            yield Topic(name=mention.text)
        elif mention.kind in ("state", "demonym", "organisation") and mention.actor.side:
            yield Topic(name=mention.actor.name, actor=mention.actor)


def _phrase_span(sentence: Sentence, token: Token) -> Span:
    """A noun with the words right before it that describe it."""
    words = [child for child in sentence.children(token, "amod", "compound") if child.index < token.index]
    start = min((word.span.start for word in words), default=token.span.start)
    return Span(start, token.span.stop)
