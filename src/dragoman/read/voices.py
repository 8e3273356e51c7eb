"""Voices: whose words a claim stands in, outermost first, and what their saying lends to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Actor, Modality, Span, Statement
from dragoman.read.page import Page
from dragoman.read.sayings import Frame, find_sayings, lent_by
from dragoman.read.speech import load_speech


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of words that somebody says; `text` and `span` are the verb of saying, the evidence of it.

    `links` are the words that named the speaker before.
    """

    content: Span
    actors: tuple[Actor, ...]
    span: Span
    text: str
    modality: Modality | None
    rule: str
    links: tuple[Span, ...] = ()


def find_voices(page: Page, statements: Sequence[Statement], sayings: Sequence[Frame] | None = None) -> tuple[Voice, ...]:
    """The voices of all statements: a quoted paragraph whole, a reported clause by its tree."""
    found: list[Voice] = []
    for statement in statements:
        if statement.mode == "direct" and statement.evidence:
            verb = statement.evidence[0]
            content = _quoted_at(page, statement, verb.span)
            links = tuple(e.span for e in statement.evidence[1:] if e.field == "speaker")
            found.append(Voice(content, statement.speaker, verb.span, verb.text, None, "quoted paragraph", links))
    direct = [voice.content for voice in found]
    for frame in find_sayings(page) if sayings is None else sayings:
        if any(span.covers(frame.verb.span) for span in direct):
            continue
        speech = load_speech(frame.sentence.language)
        lent = speech.verbs.get(lent_by(frame.sentence, frame.verb, speech))
        found.append(Voice(frame.content, frame.speaker, frame.verb.span, page.text_at(frame.verb.span), lent, "reported clause", frame.links))
    return tuple(found)


def _quoted_at(page: Page, statement: Statement, verb: Span) -> Span:
    """Where the quoted words stand: as the statement gives them, in English behind their verb, else before the verb that closes them."""
    place = page.document.text.find(statement.content, statement.span.start, statement.span.stop)
    alone = sum(1 for quote in page.quotes if quote.span.overlaps(statement.span)) == 1
    if place >= 0 and (statement.language == "ko" or (statement.language == "en" and (alone or verb.stop <= place))):
        return Span(place, place + len(statement.content))
    after = statement.span.start <= verb.start < statement.span.stop - len(statement.span) // 2
    return statement.span if after or not statement.span.covers(verb) else Span(statement.span.start, verb.start)


def voice_at(voices: Sequence[Voice], span: Span) -> Voice | None:
    """The voice in which the words at `span` stand; nested voices are joined, outermost first."""
    around = sorted((voice for voice in voices if voice.content.start <= span.start < voice.content.stop), key=lambda voice: -len(voice.content))
    if not around:
        return None
    actors: list[Actor] = []
    for voice in around:
        actors.extend(actor for actor in voice.actors if actor not in actors)
    inner = around[-1]
    modality = next((voice.modality for voice in reversed(around) if voice.modality is not None), None)
    links = tuple(dict.fromkeys(link for voice in around for link in voice.links))
    return Voice(inner.content, tuple(actors), inner.span, inner.text, modality, inner.rule, links)
