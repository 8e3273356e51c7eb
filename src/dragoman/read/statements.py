"""Statements: who said what, one for each continuous quotation or reported clause with its frame."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model import Actor, Evidence, Span, Statement, StatementMode, When
from dragoman.read.actors import find_actors, marker_of
from dragoman.read.clauses import is_passive, surface_subjects
from dragoman.read.modality import load_moods, own_mood
from dragoman.read.page import Page, Paragraph, Quote
from dragoman.read.roles import load_roles
from dragoman.read.speech import Speech, load_speech
from dragoman.read.timing import find_when, is_present
from dragoman.read.words import Sentence, Token

LONGEST = 2000
QUOTED = 0.6
"""Share of a paragraph's words in quotation marks from which it is one direct statement."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of saying with its speakers, addressees and medium."""

    sentence: Sentence
    verb: Token
    speaker: tuple[Actor, ...]
    addressee: tuple[Actor, ...]
    medium: str | None
    subject: Token | None


def find_statements(page: Page) -> Iterator[Statement]:
    """The statements of all paragraphs, in text order; headings make none."""
    frames = {index: list(group) for index, group in _by_paragraph(page)}
    for paragraph in page.paragraphs:
        if paragraph.kind not in ("headline", "subhead", "infobox", "table"):
            yield from _of_paragraph(page, paragraph, frames.get(paragraph.index, []))


def _by_paragraph(page: Page) -> Iterator[tuple[int, Iterator[Frame]]]:
    """The frames of each paragraph."""
    groups: dict[int, list[Sentence]] = {}
    for sentence in page.sentences:
        groups.setdefault(sentence.paragraph, []).append(sentence)
    for index, sentences in groups.items():
        yield index, (frame for sentence in sentences for frame in find_frames(sentence))


def _of_paragraph(page: Page, paragraph: Paragraph, frames: list[Frame]) -> Iterator[Statement]:
    """One statement for a quoted paragraph, else one for each frame."""
    quotes = [quote for quote in page.quotes if quote.paragraph == paragraph.index]
    quoted = sum(len(quote.content) for quote in quotes)
    dash = next((quote for quote in quotes if quote.style == "dash"), None)
    if frames and (dash is not None or quoted > QUOTED * len(paragraph.span)):
        outside = [f for f in frames if not any(q.content.covers(f.verb.span) for q in quotes)] or frames
        yield make_statement(page, outside[-1], Span(paragraph.span.start, min(paragraph.span.stop, paragraph.span.start + LONGEST)), quotes, "direct")
        return
    for frame in frames:
        if not any(quote.content.covers(frame.verb.span) for quote in quotes):
            inside = [quote for quote in quotes if frame.sentence.span.overlaps(quote.span)]
            yield make_statement(page, frame, frame.sentence.span, inside, "mixed" if inside else "indirect")


def make_statement(page: Page, frame: Frame, span: Span, quotes: list[Quote], mode: StatementMode) -> Statement:
    """The statement that a frame makes over `span`."""
    content = content_of(page, frame, span, quotes, mode)
    evidence = [Evidence(field="speaker", span=frame.verb.span, text=page.text_at(frame.verb.span), rule="verb of saying")]
    if frame.subject is not None and frame.subject.mention is not None:
        evidence.extend(
            Evidence(field="speaker", span=link, text=page.text_at(link), rule=frame.subject.mention.rule) for link in frame.subject.mention.chain[:2]
        )
    moods = load_moods(frame.sentence.language)
    mood = own_mood(frame.sentence, frame.verb, moods)
    return Statement(
        document=page.document.id,
        span=span,
        text=page.text_at(span),
        evidence=tuple(evidence),
        language=frame.sentence.language,
        modality=mood.modality if mood is not None else "actual",
        when=_when(page, frame),
        rule="speech frame",
        speaker=frame.speaker,
        addressee=frame.addressee,
        medium=frame.medium,
        mode=mode,
        content=content,
    )


def _when(page: Page, frame: Frame) -> When | None:
    """The time of saying: its own, else the day of a news page whose frame is just reported."""
    times = [time for time in page.times if frame.sentence.span.overlaps(time.span)]
    dated = find_when(frame.sentence, frame.verb, times, page.today)
    if dated.when is not None or page.today is None:
        return dated.when
    reported = is_present(frame.sentence, frame.verb) or not times
    return When.on(page.today) if reported else None


def content_of(page: Page, frame: Frame, span: Span, quotes: list[Quote], mode: StatementMode) -> str:
    """The words said, without the frame."""
    if mode == "direct":
        return " ".join(page.text_at(quote.content).strip(' ,"”“') for quote in quotes)
    clause = frame.sentence.child(frame.verb, "ccomp", "xcomp", "obj")
    if clause is not None:
        return page.text_at(frame.sentence.span_of(clause)).strip(" ,.")
    before = page.text_at(Span(span.start, frame.verb.span.start)).rpartition(",")[0]
    return before.strip(" ,.") or page.text_at(span)


def find_frames(sentence: Sentence) -> Iterator[Frame]:
    """The verbs of saying of a sentence with a speaker who can be told."""
    speech = load_speech(sentence.language)
    for token in sentence.tokens:
        particle = sentence.child(token, "compound:prt")
        lemma = token.lemma.lower() if particle is None else f"{token.lemma.lower()} {particle.lemma.lower()}"
        if token.pos not in ("VERB", "AUX", "SCONJ") or lemma not in speech.verbs or is_passive(sentence, token):
            continue
        if token.base_relation in ("amod", "acl") and token.relation != "acl:relcl":
            continue
        if lemma in speech.needs_content and sentence.child(token, "ccomp", "xcomp", "obj", "obl") is None and not _closes(sentence, token):
            continue
        frame = _frame_of(sentence, token, speech)
        if frame is not None:
            yield frame


def _closes(sentence: Sentence, token: Token) -> bool:
    """Whether the verb stands near the end of its sentence, after what is said."""
    return token.index > len(sentence.tokens) // 2


def _frame_of(sentence: Sentence, verb: Token, speech: Speech) -> Frame | None:
    """The frame of one verb; `None` where nobody is said to speak."""
    for subject, _ in surface_subjects(sentence, verb):
        speaker = find_actors(sentence, subject) or unnamed_voice(sentence, subject, speech)
        if speaker and all(actor.type != "place" for actor in speaker):
            return Frame(sentence, verb, tuple(speaker), _addressee(sentence, verb), _medium(sentence, verb, speech), subject)
    return None


def unnamed_voice(sentence: Sentence, token: Token, speech: Speech) -> tuple[Actor, ...]:
    """Experts, analysts, media: voices that the text credits without a name."""
    lemma = token.lemma.lower()
    if lemma in speech.people or (load_roles(sentence.language).kind_of(lemma) == "people"):
        return (Actor(name=token.text.lower(), type="people"),)
    if lemma in speech.organisations:
        return (Actor(name=token.text.lower(), type="organisation"),)
    return ()


def _addressee(sentence: Sentence, verb: Token) -> tuple[Actor, ...]:
    """Whom the words are told."""
    if verb.lemma.lower() in ("tell", "inform", "ask", "urge", "assure", "warn"):
        for child in sentence.children(verb, "iobj", "obj"):
            if child.pos in ("PROPN", "NOUN"):
                named = find_actors(sentence, child)
                if named:
                    return named
                if child.pos == "PROPN":
                    return (Actor(name=child.text, type="organisation"),)
    return ()


def _medium(sentence: Sentence, verb: Token, speech: Speech) -> str | None:
    """In what it was said ("in a statement")."""
    for child in sentence.children(verb, "obl", "nmod"):
        if child.lemma.lower() in speech.media and marker_of(sentence, child) in ("in", "at", "during", "в", "на", "에서", "을"):
            return child.lemma.lower()
    return None
