"""The main path of the room: one document in, one reading out. Pure: the same bytes, options and version give the same claims."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from dragoman.model import Assessment, Claim, Document, Dropped, Evidence, Flag, Mention, Reading, ReadOptions, Span, Statement, Trouble, claim_id
from dragoman.read.anchors import anchor_times
from dragoman.read.assessments import find_assessments
from dragoman.read.coming import turn_coming_days
from dragoman.read.confidence import rate_claim
from dragoman.read.dates import find_dates, resolve_times
from dragoman.read.doubts import correct_mentions, find_doubts, flag_doubts, flag_rivals
from dragoman.read.events import find_events
from dragoman.read.evidence import carry_evidence
from dragoman.read.figures import find_figures
from dragoman.read.first_person import attach_first_person
from dragoman.read.headlines import with_days_told, without_outrun
from dragoman.read.holders import attach_holders
from dragoman.read.inferred_sides import flag_inferred, infer_sides
from dragoman.read.journeys import find_journeys
from dragoman.read.mentions import find_named
from dragoman.read.moods import LENT
from dragoman.read.occasions import date_saying, date_sayings
from dragoman.read.outside_saying import is_outside
from dragoman.read.page import Page, Paragraph, Quantity, TimeMention
from dragoman.read.paragraphs import find_paragraphs
from dragoman.read.posts import find_posts
from dragoman.read.quantities import find_quantities
from dragoman.read.quotes import find_quotes
from dragoman.read.references import find_references
from dragoman.read.sayings import find_sayings
from dragoman.read.statements import find_statements
from dragoman.read.syntax import find_sentences
from dragoman.read.verify import refuse_claim
from dragoman.read.version import reader_version
from dragoman.read.voices import Voice, find_voices, voice_at
from dragoman.read.whereabouts import find_whereabouts
from dragoman.read.words import Sentence


def read_document(document: Document, options: ReadOptions) -> Reading:
    """What `document` claims, in text order, with what could not be read and what was refused."""
    page, troubles = lay_out(document, options)
    claims, dropped = seal_claims(page, propose_claims(page))
    return Reading(document=document.id, version=reader_version(options), claims=claims, troubles=troubles, dropped=dropped)


def propose_claims(page: Page) -> tuple[Claim, ...]:
    """What the finders make of a page, with its evidence, before the check."""
    sayings = find_sayings(page)
    dated = date_sayings(page, sayings)
    statements = tuple(find_statements(page, sayings, dated))
    voices = find_voices(page, statements, sayings)
    events = (date_saying(claim, dated) for claim in find_events(attach_first_person(page, statements)))
    proposed: list[Claim] = [*statements, *find_posts(page)]
    proposed.extend(give_voice(page, claim, voices) for claim in (*events, *find_figures(page), *find_assessments(page)))
    return flag_rivals(
        [flag_inferred(page, flag_doubts(page, carry_evidence(page, claim))) for claim in with_days_told(page, list(without_outrun(page, proposed)))]
    )


def lay_out(document: Document, options: ReadOptions) -> tuple[Page, tuple[Trouble, ...]]:
    """The document with its mentions, times, numbers, quotations and trees."""
    paragraphs = find_paragraphs(document, options.language)
    page = Page(document, options, paragraphs)
    literal, people = find_named(document, paragraphs)
    doubts = find_doubts(document, literal, people)
    mentions = correct_mentions(literal, doubts)
    times = find_times(page)
    quantities = tuple(_quantities(document, paragraphs, times))
    sentences, troubles = find_sentences(document, paragraphs, mentions, times)
    sentences = attach_holders(sentences, people, mentions)
    page = replace(page, mentions=mentions, times=times, quantities=quantities, quotes=find_quotes(document, paragraphs), sentences=sentences, doubts=doubts)
    page = turn_coming_days(replace(page, times=anchor_times(page)))
    references = find_references(page)
    if not page.paragraphs:
        troubles = (*troubles, Trouble(document=document.id, stage="read", why="no readable text"))
    page = infer_sides(_with_mentions(page, references))
    return _with_mentions(page, (*find_whereabouts(page), *find_journeys(page))), troubles


def _with_mentions(page: Page, found: Sequence[Mention]) -> Page:
    """The page with more mentions, also on the words of its sentences."""
    merged = tuple(sorted((*page.mentions, *found), key=lambda mention: mention.span))
    return replace(page, mentions=merged, sentences=attach_mentions(page.sentences, found))


def find_times(page: Page) -> tuple[TimeMention, ...]:
    """The times of all paragraphs, with those that wait for another one resolved within their section, language by language."""
    found: list[TimeMention] = []
    sections: dict[tuple[int | None, str], list[TimeMention]] = defaultdict(list)
    for paragraph in page.paragraphs:
        times = find_dates(page.text_at(paragraph.span), paragraph.language, page.today, paragraph.span.start)
        sections[paragraph.heading, paragraph.language].extend(times)
    for (_, language), section in sections.items():
        found.extend(resolve_times(section, page.document.text, language))
    return tuple(sorted(found, key=lambda time: time.span))


def _quantities(document: Document, paragraphs: Sequence[Paragraph], times: Sequence[TimeMention]) -> Iterable[Quantity]:
    """The numbers of all paragraphs that are no dates."""
    for paragraph in paragraphs:
        taken = tuple(time.span for time in times if paragraph.span.overlaps(time.span) and not time.duration)
        yield from find_quantities(document.quote(paragraph.span), paragraph.language, paragraph.span.start, taken)


def attach_mentions(sentences: Sequence[Sentence], references: Sequence[Mention]) -> tuple[Sentence, ...]:
    """The sentences with later mentions ("the minister", "he", "both sides") on the words that make them."""
    ordered = sorted(references, key=lambda mention: mention.span)
    starts = [mention.span.start for mention in ordered]
    return tuple(_attach(sentence, ordered[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.stop)]) for sentence in sentences)


def _attach(sentence: Sentence, references: Sequence[Mention]) -> Sentence:
    """One sentence with its later mentions; the head of each phrase carries them."""
    if not references:
        return sentence
    carried: dict[int, list[Mention]] = defaultdict(list)
    for mention in references:
        words = sentence.within(mention.span)
        outer = [w for w in words if w.head == w.index or not mention.span.start <= sentence.tokens[w.head].span.start < mention.span.stop]
        head = next((w for w in outer if len(outer) == 1 or (w.pos != "DET" and w.relation != "amod")), None)
        if head is not None and (head.mention is None or head.mention.actor is None):
            carried[head.index].append(mention)
    tokens = tuple(replace(t, mention=carried[t.index][0], others=tuple(carried[t.index][1:])) if t.index in carried else t for t in sentence.tokens)
    return Sentence(sentence.span, sentence.language, tokens, sentence.paragraph)


def give_voice(page: Page, claim: Claim, voices: Sequence[Voice]) -> Claim:
    """The claim with the voices that the text credits for it, and the modality that their saying lends."""
    voice = voice_at(voices, anchor_of(claim))
    if voice is None:
        return claim
    verb = Evidence(field="said_by", span=voice.span, text=voice.text, rule=voice.rule)
    named = (Evidence(field="said_by", span=link, text=page.text_at(link), rule="speaker named before") for link in voice.links)
    evidence = (*claim.evidence, verb, *named)
    lent = voice.modality is not None and claim.modality == "actual" and not _is_done_anyway(page, claim, voice)
    modality = voice.modality if lent and voice.modality is not None else claim.modality
    return msgspec.structs.replace(claim, said_by=voice.actors, evidence=evidence, modality=modality)


def _is_done_anyway(page: Page, claim: Claim, voice: Voice) -> bool:
    """Whether what an English sentence tells stands outside what is asked for or hoped in it."""
    anchor = anchor_of(claim)
    if claim.language != "en" or voice.modality not in LENT:
        return False
    sentence = next((s for s in page.sentences if s.span.covers(anchor)), None)
    words = sentence.within(anchor) if sentence is not None else []
    return sentence is not None and bool(words) and is_outside(sentence, words[0], voice.span)


def anchor_of(claim: Claim) -> Span:
    """The words of a claim that decide in whose speech it stands: what told its type, else its whole span."""
    return next((e.span for e in claim.evidence if e.field in ("type", "value")), claim.span)


def seal_claims(page: Page, proposed: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Dropped, ...]]:
    """The claims that the verifier lets stand, with confidence, version and id, in text order; and those refused."""
    kept: dict[str, Claim] = {}
    dropped: list[Dropped] = []
    version = reader_version(page.options)
    for claim in proposed:
        why = refuse_claim(claim, page)
        if why is not None:
            dropped.append(Dropped(kind=claim.kind, span=claim.span, why=why, rule=claim.rule))
            continue
        flagged = _flag_headline(page, claim)
        rated = msgspec.structs.replace(flagged, confidence=rate_claim(flagged), reading=version)
        sealed = msgspec.structs.replace(rated, id=claim_id(rated))
        kept.setdefault(sealed.id, sealed)
    return tuple(sorted(kept.values(), key=lambda c: (c.span, c.kind, c.id))), tuple(dropped)


def _flag_headline(page: Page, claim: Claim) -> Claim:
    """A claim of a headline is flagged: the body outranks it."""
    if page.document.zone_at(claim.span.start) != "headline" or isinstance(claim, Statement | Assessment):
        return claim
    flag = Flag(flag="headline", why="told by a headline, which the body outranks")
    return msgspec.structs.replace(claim, flags=(*claim.flags, flag))
