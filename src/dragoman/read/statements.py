"""Statements: who said what, one for each continuous quotation or reported clause with its frame."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from dragoman.model import Evidence, Span, Statement, StatementMode
from dragoman.read.contents import FURTHER
from dragoman.read.following import find_following
from dragoman.read.insertions_ru import parenthesis_of
from dragoman.read.leads_ko import without_lead
from dragoman.read.modality import own_mood
from dragoman.read.moods import load_moods
from dragoman.read.occasions import SayingTime, date_saying, date_sayings
from dragoman.read.page import Page, Paragraph, Quote
from dragoman.read.sayings import Frame, find_sayings, naming_of
from dragoman.read.speech import load_speech
from dragoman.read.topics import find_topics

LONGEST = 2000
QUOTED = 0.6
"""Share of a paragraph's words in quotation marks from which it is one direct statement."""
DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
LED = re.compile(
    rf"^(?:(?:up)?on (?=[A-Z]))?(?:(?:late |early )?(?:on )?{DAY}(?: (?:morning|afternoon|evening|night))?(?:,? |$))?"
    r"(?:(?:earlier )?(?:today|yesterday|tonight),? (?=(?:that|the|a|an|its|his|her|their) ))?(?:(?:saying|stating) (?:that )?)?"
    r"(?:(?:of|as) (?=the |a |an ))?"
)
"""A day between the verb of saying and what is said, which is no part of it."""
MEDIUM = re.compile(
    r"^(?:in|during|at|through|via) (?:an?|the|its|his|her) (?:[\w-]+ ){0,3}"
    r"(?:statement|interview|briefing|press conference|news conference|post|letter|note|release)(?:,| that) "
)
"""In what something was said, before what was said."""
WORD = re.compile(r"\w+")
ENDED = re.compile(r"[.!?:](?:\s|$)")
BETWEEN = 10
"""Words of a frame at most between two quotations of one sentence that it joins."""
DENYING = ("deny", "refute")
"""Verbs without which their content says the opposite."""
NOTHING = re.compile(r"|(?:the|a|this|that) (?:move|decision|news|measure|step|announcement|plan|visit)s?|it|this|that|so|them", re.IGNORECASE)
"""What is no content: nothing, or only a word for what is told beside it."""
TIMED = re.compile(r",? (?:(?:late |early |earlier )?(?:on|in|during) )?$")
"""What leads up to a time that closes a phrase."""
AGO = 4
"""Paragraphs of quotation at most between the words of a speaker and his frame."""
ALL = 0.9
PASSED = 0.4
"""Share of what follows "according to X" from which the words of somebody else are all that X tells."""
KOREAN_HOW = "공식|공식적으로|재차|거듭|다시|또다시|직접|강하게|강력히|즉각|각각|함께|전격"
KOREAN_TAIL = re.compile(rf"이라(?:고|며|면서|는)(?: (?:{KOREAN_HOW}))?$|(?P<end>[다라자냐])(?:고|며|면서|는)(?: (?:{KOREAN_HOW}))?$")
"""The ending by which Korean ties what is reported to its verb."""
KOREAN_LEAD = re.compile(r"^(?:오전|오후|특히|앞서|이에|또한?|한편|아울러|이어|다만),? ")
"""Words that tie a sentence to the one before, outside of what is reported."""
LEAD = 16
"""Characters of a reported clause before its quotation from which its words count too."""
CREDIT = re.compile(r"^(?:словам|данным|мнению|информации|оценке|оценкам|сведениям|утверждению), ")
"""The rest of «по его словам» before what he says."""
OUTLET = re.compile(
    r",? ?[—–-]? ?(?:сообщает|передает|передаёт|пишет|написал[аио]?|сообщил[аио]?|сообщают|отмечает) (?:[«А-ЯЁA-Z][^,.]*|"
    r"(?:агентство|газета|сайт|портал|издание|телеканал|журнал|радио)[^,.]*)$"
)
"""The outlet behind what somebody said, who only passes it on."""
BARE = ("이같이", "이 같이", "이와 같이", "이처럼", "이렇게", "이를", "이", "그것을", "이에", "이에 대해", "это", "этого", "об этом")
"""Pronouns that are no content by themselves."""
POINTING = ("이같이", "이 같이", "이와 같이", "이렇게", "다음과 같이")
"""Korean words at the end of what would be a content, which stand for what is told beside: "회견에서 이같이 밝혔다"."""
OPENED, CLOSED = 2, 10
"""Characters at most before and behind a Korean quotation that is all that a frame reports, whatever its verb adds ("…”고 이유를")."""
MARKS = 7
"""Marks and blanks at most around a quotation that is all that a frame reports."""
LINK = 12
"""Characters at most between two quotations that one frame joins ("…”면서 “…")."""
"""Share from which a paragraph without a frame goes on in the words of the last speaker."""


def find_statements(page: Page, sayings: Sequence[Frame] | None = None, times: Mapping[Span, SayingTime] | None = None) -> Iterator[Statement]:
    """The statements of all paragraphs, in text order; headings make none.

    `sayings` are those of the page and `times` say when each was, by the span of its verb; they are found if not given.
    """
    known = find_sayings(page) if sayings is None else sayings
    dated = date_sayings(page, known) if times is None else times
    frames: dict[int, list[Frame]] = defaultdict(list)
    for frame in known:
        frames[frame.sentence.paragraph].append(frame)
    for paragraph in page.paragraphs:
        if paragraph.kind not in ("headline", "subhead", "infobox", "table"):
            for statement in _of_paragraph(page, paragraph, frames[paragraph.index], _speaking_around(page, paragraph, frames)):
                yield date_saying(statement, dated, "speaker")


def _speaking_around(page: Page, paragraph: Paragraph, frames: Mapping[int, list[Frame]]) -> list[Frame]:
    """The frames whose speaker goes on in a paragraph that is all quotation: of the one before, and past others that are quotations too.

    Where the marks of one are never closed it is the first part of the next one that has a frame.
    """
    for index in range(paragraph.index - 1, max(-1, paragraph.index - AGO - 1), -1):
        if frames.get(index):
            return frames[index]
        if not _is_all_quoted(page, index):
            break
    for index in range(paragraph.index, min(paragraph.index + AGO, len(page.paragraphs) - 1)):
        if not any(quote.continues for quote in page.quotes if quote.paragraph == index):
            break
        if frames.get(index + 1) and any(quote.paragraph == index + 1 for quote in page.quotes):
            return frames[index + 1][:1]
    return []


def _is_all_quoted(page: Page, index: int) -> bool:
    """Whether a paragraph is nothing but a quotation."""
    quoted = sum(len(quote.content) for quote in page.quotes if quote.paragraph == index)
    return quoted > ALL * len(page.paragraphs[index].span)


def _of_paragraph(page: Page, paragraph: Paragraph, frames: list[Frame], before: list[Frame]) -> Iterator[Statement]:
    """One statement for a quoted paragraph, else one for each speaker of each sentence."""
    quotes = [quote for quote in page.quotes if quote.paragraph == paragraph.index]
    quoted = sum(len(quote.content) for quote in quotes)
    whole = Span(paragraph.span.start, min(paragraph.span.stop, paragraph.span.start + LONGEST))
    dash = any(quote.style == "dash" for quote in quotes)
    if dash or quoted > QUOTED * len(paragraph.span):
        speaking = _frame_of_quotation(quotes, frames)
        several = {f.sentence.span.start for f in frames if not any(quote.content.covers(f.verb.span) for quote in quotes)}
        apart = not dash and len(several) > 1 and all(f.sentence.language != "en" for f in frames)
        if speaking is None and quoted > ALL * len(paragraph.span) and before:
            speaking = replace(before[-1], links=before[-1].links or naming_of(before[-1]))
        if speaking is None and frames and not before:
            apart = True  # a paper that speaks for itself
        if not apart and (speaking is None or dash or not _reports_around(speaking, quotes)):
            if speaking is not None:
                yield make_statement(page, speaking, whole, quotes, "direct")
            return
    told: dict[tuple[int, str], Span] = {}
    for frame in _fullest_first(frames):
        further = frame.verb.text if frame.verb.text in FURTHER else ""
        key = (frame.sentence.span.start, " ".join(actor.name for actor in frame.speaker) + further)
        joined = key in told and _opens_another(frame) and not told[key].overlaps(frame.content)
        if (key in told and not joined) or _only_passes_on(frame, frames):
            continue
        words = LED.sub("", page.text_at(frame.content).strip(" ,.:–—-"))
        if NOTHING.fullmatch(words) or _says_nothing(page, frame) or _is_lead(page, frame):
            continue
        told[key] = frame.content
        told_in = frame.sentence.span if frame.lead is None else frame.lead.join(frame.sentence.span)
        span = _widen(told_in, quotes)
        inside = [quote for quote in quotes if span.overlaps(quote.span)]
        yield make_statement(page, frame, span, inside, _mode(frame, inside))
    for frame, quote in find_following(page, quotes, frames):
        goes_on = make_statement(page, frame, quote.span, [quote], "direct")
        words = page.text_at(quote.content).strip(" ,")
        yield structs.replace(goes_on, content=words, about=find_topics(page, quote.content, frame.speaker))


def _is_lead(page: Page, frame: Frame) -> bool:
    """Whether words tell only when or at what: "On 3 May", "On the occasion" before subject and verb."""
    span = frame.content
    words = [token for token in frame.sentence.tokens if span.covers(token.span)]
    fronted = bool(words) and frame.sentence.language == "en" and words[0].index == 0 and words[0].pos == "ADP" and span.stop < frame.verb.span.start
    if fronted and not any(word.pos in ("VERB", "AUX") for word in words):
        return True
    return any(span.covers(time.span) and len(span) - len(time.span) <= len("earlier on ") for time in page.times if span.overlaps(time.span))


def _says_nothing(page: Page, frame: Frame) -> bool:
    """Whether a Russian or Korean frame has no words but its speaker or a pronoun («это подтвердил министр», "이를 부인하고")."""
    if frame.sentence.language == "en" or frame.subject is None:
        return False
    own = frame.content.covers(frame.subject.span) and frame.content.start >= frame.subject.span.start - LEAD
    behind = frame.sentence.language == "ru" and frame.subject.index > frame.verb.index and frame.content.start > frame.verb.span.start
    inside = [token for token in frame.sentence.tokens if frame.content.covers(token.span)]
    beside = frame.sentence.language == "ko" and frame.verb.base_relation in ("conj", "advcl") and frame.sentence.child(frame.verb, "ccomp") is None
    if beside and not any(quote.span.overlaps(frame.content) for quote in page.quotes):
        return True  # "철수를 약속했지만": a deed beside another
    phrase = frame.sentence.language == "ru" and bool(inside) and inside[0].pos == "ADP" and not any(t.pos in ("VERB", "AUX", "ADJ") for t in inside)
    words = page.text_at(frame.content)
    phrase = phrase and not any(quote.span.overlaps(frame.content) for quote in page.quotes)
    pointing = frame.sentence.language == "ko" and words.strip(" ,.").endswith(POINTING)
    return (own and behind) or phrase or pointing or words.strip(" ,.—–-").lower().startswith(("об этом ", "о том ")) or words.strip(" ,.") in BARE


def _opens_another(frame: Frame) -> bool:
    """Whether a verb joined to another opens a clause of its own ("condemned the raid and said that …"), or a Russian one tells what the other does not."""
    if frame.sentence.language == "ru":
        return True
    return frame.sentence.language == "en" and frame.verb.base_relation in ("conj", "advcl") and frame.sentence.child(frame.verb, "ccomp") is not None


def _fullest_first(frames: Sequence[Frame]) -> list[Frame]:
    """Of two verbs of one speaker in a sentence: the main one in English, in Russian that with a clause, in Korean the outer one."""
    return sorted(
        frames,
        key=lambda f: (
            f.sentence.span.start,
            (f.sentence.language == "ru" and f.sentence.child(f.verb, "ccomp") is None)
            or (f.sentence.language == "ko" and f.verb.base_relation != "root")
            or (f.sentence.language == "en" and f.verb.base_relation == "advcl" and f.verb.index < f.verb.head),
        ),
    )


def _only_passes_on(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether a Korean "X에 따르면" opens the frame of somebody else, whose voice X only passes on."""
    if frame.verb.lemma != "따르":
        return False
    inner = [other for other in frames if other is not frame and other.sentence is frame.sentence and frame.content.covers(other.verb.span)]
    return any(other.verb.base_relation == "root" or len(other.content) > PASSED * len(frame.content) for other in inner)


def _reports_around(frame: Frame, quotes: Sequence[Quote]) -> bool:
    """Whether the only quotation is but a part of the clause that a frame reports ("noted that the envoy confirmed “…”")."""
    first = quotes[0]
    if frame.sentence.language == "en" and len(quotes) > 1 and _joins_by_verb(frame, quotes):
        return True
    return len(quotes) == 1 and frame.content.covers(first.content) and first.content.start - frame.content.start > LEAD


def _frame_of_quotation(quotes: Sequence[Quote], frames: Sequence[Frame]) -> Frame | None:
    """The frame outside the quoted words; in a paragraph led by a dash the last one."""
    outside = [f for f in frames if not any(quote.content.covers(f.verb.span) for quote in quotes)]
    told = [frame for frame in outside if frame.verb.lemma != "따르"]  # a Korean "X에 따르면" only passes on
    outside = told or outside
    if outside:
        return outside[0] if quotes[0].style == "marks" else outside[-1]
    return frames[-1] if frames and quotes[0].style == "dash" else None


def _widen(span: Span, quotes: Sequence[Quote]) -> Span:
    """The sentence with the rest of a quotation that begins or ends outside it."""
    wide = span
    for quote in quotes:
        if quote.span.overlaps(span):
            wide = wide.join(quote.span)
    return wide if len(wide) <= LONGEST else span


def _mode(frame: Frame, inside: Sequence[Quote]) -> StatementMode:
    """Direct where the reported words are quoted whole, mixed where a part of them is."""
    if not inside:
        return "indirect"
    first = next((token for token in frame.sentence.tokens if frame.content.covers(token.span)), None)
    if frame.sentence.language == "ru" and first is not None and first.pos == "ADP" and inside[0].span.start > first.span.start:
        return "mixed"  # «заявил о “провокации”»
    if (
        frame.sentence.language == "ko"
        and len(inside) == 1
        and inside[0].span.start - frame.content.start < OPENED
        and frame.content.stop - inside[0].span.stop < CLOSED
    ):
        return "direct"  # "“…”고 이유를 밝혔다"
    shared = sum(min(q.content.stop, frame.content.stop) - max(q.content.start, frame.content.start) for q in inside if q.content.overlaps(frame.content))
    if frame.sentence.language == "en" and len(inside) > 1 and _joins_by_words(frame, inside):
        return "mixed"  # "said that “the text” blocks “all talks”"
    linked = MARKS + LINK * (len(inside) - 1)
    return "direct" if shared > min(ALL * len(frame.content), len(frame.content) - linked) else "mixed"


def _joins_by_verb(frame: Frame, inside: Sequence[Quote]) -> bool:
    """Whether a verb of what is reported stands between its quotations, and not that of the frame."""
    between = Span(inside[0].span.stop, max(inside[-1].span.start, inside[0].span.stop))
    words = [t for t in frame.sentence.tokens if between.covers(t.span) and not any(quote.span.covers(t.span) for quote in inside)]
    return frame.content.covers(between) and any(t.pos == "VERB" for t in words) and frame.verb not in words


def _joins_by_words(frame: Frame, inside: Sequence[Quote]) -> bool:
    """Whether a word of what is reported stands between its first two quotations, and not the frame: "“impetus” to “our ties”"."""
    between = Span(inside[0].span.stop, max(inside[1].span.start, inside[0].span.stop))
    words = [t for t in frame.sentence.tokens if between.covers(t.span) and t.pos != "PUNCT"]
    return frame.content.covers(between) and bool(words) and not between.covers(frame.verb.span)


def make_statement(page: Page, frame: Frame, span: Span, quotes: Sequence[Quote], mode: StatementMode) -> Statement:
    """The statement that a frame makes over `span`."""
    evidence = [Evidence(field="speaker", span=frame.verb.span, text=page.text_at(frame.verb.span), rule="verb of saying")]
    if frame.subject is not None and frame.subject.mention is not None:
        evidence.extend(
            Evidence(field="speaker", span=link, text=page.text_at(link), rule=frame.subject.mention.rule) for link in frame.subject.mention.chain[:2]
        )
    links = [*frame.links, *_owner_links(frame)]
    evidence.extend(Evidence(field="speaker", span=link, text=page.text_at(link), rule="speaker named before") for link in links)
    mood = own_mood(frame.sentence, frame.verb, load_moods(frame.sentence.language))
    return Statement(
        document=page.document.id,
        span=span,
        text=page.text_at(span),
        evidence=tuple(evidence),
        language=frame.sentence.language,
        modality=mood.modality if mood is not None else "actual",
        said_by=frame.reporters,
        rule="speech frame",
        speaker=frame.speaker,
        addressee=frame.addressee,
        about=find_topics(page, span if mode == "direct" else frame.content, frame.speaker),
        medium=frame.medium,
        mode=mode,
        content=content_of(page, frame, quotes, mode),
    )


def _owner_links(frame: Frame) -> Iterator[Span]:
    """The words before that tell whose office speaks ("[Name]'s office said")."""
    if frame.subject is not None and frame.sentence.language == "en":
        for owner in frame.sentence.children(frame.subject, "nmod:poss"):
            yield from owner.mention.chain[:2] if owner.mention is not None and owner.mention.kind == "person" else ()


def content_of(page: Page, frame: Frame, quotes: Sequence[Quote], mode: StatementMode) -> str:
    """The words said, without the frame."""
    led = _subject_led(page, frame)
    if led is not None:
        return f"{page.text_at(led)} {page.text_at(frame.content).strip(' ,')}"
    if mode == "direct" and quotes:
        return " ".join(page.text_at(quote.content).strip(' ,"”“«»') for quote in _told_by(page, frame, quotes))
    inserted = parenthesis_of(frame.sentence, frame.verb)
    if inserted is not None:
        parts = (Span(frame.content.start, inserted.start), Span(inserted.stop, frame.content.stop))
        return " ".join(page.text_at(part).strip(" .,") for part in parts)
    content = _without_time(page, frame) if frame.sentence.language == "en" and frame.verb.index < frame.sentence.tokens[-1].index else frame.content
    if means_by_verb(frame):
        content = Span(frame.verb.span.start, content.stop)
    words = MEDIUM.sub("", LED.sub("", page.text_at(content).strip(" ,.:–—-"))).removeprefix("that ").removeprefix("that, ").removeprefix("что ")
    if frame.sentence.language == "ru":
        words = OUTLET.sub("", CREDIT.sub("", words))
    if frame.sentence.language == "ko":
        words = KOREAN_LEAD.sub("", KOREAN_TAIL.sub(lambda match: match["end"] or "", words))
        words = without_lead(words) if frame.subject is not None and frame.subject.span.start < frame.content.start else words
    return words or page.text_at(frame.sentence.span)


def _subject_led(page: Page, frame: Frame) -> Span | None:
    """English: the subject of what is reported, which the frame parts from the rest: "[The decision], the minister said, “is a mistake”"."""
    sentence, subject = frame.sentence, frame.subject
    if sentence.language != "en" or subject is None or subject.index > frame.verb.index or frame.content.start < frame.verb.span.stop:
        return None
    first = sentence.subtree(subject, without=frozenset({"acl:relcl", "parataxis", "ccomp"}))[0]
    before = sentence.tokens[: first.index]
    led = before[-1:] and before[-1].text == "," and any(t.relation.startswith("nsubj") and frame.content.covers(sentence.tokens[t.head].span) for t in before)
    closed = any(quote.span.overlaps(sentence.span) and quote.span.start < subject.span.start for quote in page.quotes)
    return Span(sentence.span.start, before[-1].span.start) if led and not closed else None


def means_by_verb(frame: Frame) -> bool:
    """English: whether only the verb tells what is meant of its object: "condemned the raid", "demanded their release", not "said a word"."""
    verb, sentence = frame.verb, frame.sentence
    if sentence.language != "en" or verb.pos != "VERB" or verb.lemma.lower() not in load_speech("en").loaded:
        return False
    thing = sentence.child(verb, "obj") or next((c for c in sentence.children(verb, "iobj") if c.pos == "PRON"), None)
    if verb.lemma.lower() in DENYING and frame.content.start > verb.span.start:
        return True
    behind = next((token for token in sentence.tokens if token.span.start >= frame.content.start), None)
    return thing is not None and behind is not None and behind.index == verb.index + 1 and sentence.child(verb, "ccomp") is None


def _says_again(frame: Frame, start: int, stop: int) -> bool:
    """Whether another verb of saying than that of the frame stands between two places of its sentence."""
    speech = load_speech(frame.sentence.language)
    return any(
        t.pos == "VERB" and t.index != frame.verb.index and t.lemma.lower() in speech.verbs and start <= t.span.start < stop for t in frame.sentence.tokens
    )


def _without_time(page: Page, frame: Frame) -> Span:
    """A reported noun phrase without the time that closes it, which is that of the saying: "condemned the raid [on Monday]"."""
    words = [token for token in frame.sentence.tokens if frame.content.covers(token.span)]
    if frame.content.start < frame.verb.span.start or any(token.pos in ("VERB", "AUX") for token in words):
        return frame.content
    end = frame.content.start + len(page.text_at(frame.content).rstrip(" .,"))
    time = next((t for t in page.times if t.span.stop == end and t.span.start > frame.content.start and not t.duration), None)
    if time is None or any(frame.content.covers(t.span) and t is not time for t in page.times):
        return frame.content  # of two times the last is that of its own noun
    led = TIMED.search(page.document.text, frame.content.start, time.span.start)
    return Span(frame.content.start, led.start()) if led is not None else frame.content


def _told_by(page: Page, frame: Frame, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotations that a frame tells: those up to it, further sentences, and what hardly a word but the frame parts from them."""
    told = [quote for quote in quotes if quote.content.overlaps(frame.content)] if frame.sentence.language == "en" else []
    found = told or [quote for quote in quotes if quote.span.start < frame.verb.span.start] or list(quotes[:1])
    for quote in (q for q in quotes if q not in found and q.span.start > found[-1].span.start):
        gap = page.document.text[found[-1].span.stop : quote.span.start]
        english = frame.sentence.language == "en"
        if english and not ENDED.search(gap) and (len(WORD.findall(gap)) > BETWEEN or _says_again(frame, found[-1].span.stop, quote.span.start)):
            break
        found.append(quote)
    return found
