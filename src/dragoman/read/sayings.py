"""Sayings: each verb or noun of saying with its speakers and the stretch of words that it reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from dragoman.model import Actor, Span
from dragoman.read.actors import find_actors, marker_of
from dragoman.read.bare_titles import by_bare_title
from dragoman.read.clauses import lemma_of
from dragoman.read.contents import content_span
from dragoman.read.contents_ko import closes_report, is_quoted_before, stance_of
from dragoman.read.hearers import find_addressee, find_medium
from dragoman.read.modality import RULED_OUT, SENSES
from dragoman.read.negations import find_negation
from dragoman.read.page import Page
from dragoman.read.papers_en import issuers_of, paper_above
from dragoman.read.papers_ru import in_paper_of_nobody, is_impersonal, points_back, written
from dragoman.read.references import OFFICES
from dragoman.read.roles import load_roles
from dragoman.read.speakers import before_colon, find_sayers, find_subjects, holder_of_title, name_speaker, named_behind, passed_on, quoted_as_saying
from dragoman.read.speech import Speech, load_speech
from dragoman.read.subjects import SUBJECTS, is_passive
from dragoman.read.unsaid import HOLLOW, NO_SPEAKER, is_no_saying, is_only_asked, is_topic
from dragoman.read.words import CLOSING, QUOTES, Sentence, Token

IMPERSONAL = ("it", "they", "они", "statement", "заявление")
DASHES = ("-", "–", "—")
NEAR = 2
"""Paragraphs as far back as a Russian frame without a subject may go on."""
FAR = 4
"""Paragraphs as far back as "he" or "the minister" may mean one who spoke before."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of saying with its speakers, addressees and medium; `content` is what it reports in its sentence.

    `reporters` are the outer voices where the frame itself stands in somebody's words; `lead` is the piece with the
    subject where the parser cut the sentence behind it, `links` the words that named the speaker before.
    """

    sentence: Sentence
    verb: Token
    speaker: tuple[Actor, ...]
    addressee: tuple[Actor, ...]
    medium: str | None
    subject: Token | None
    content: Span
    reporters: tuple[Actor, ...] = ()
    lead: Span | None = None
    links: tuple[Span, ...] = ()


def find_sayings(page: Page) -> tuple[Frame, ...]:
    """The frames of the whole page in text order; a pronoun speaks for the last speaker that it can mean."""
    found: list[Frame] = []
    for place, sentence in enumerate(page.sentences):
        frames: list[Frame] = []
        torn = _torn_off(page, page.sentences[place - 1], sentence) if place else None
        for frame in [torn] if torn is not None else (*find_frames(sentence), *find_tail(page, place)):
            if _is_quoted(page, frame) and not _speaks_for_itself(frame):
                continue
            known = _recall(page, frame, found) if frame.speaker or frame.subject is not None else _go_on(frame, found)
            hollow = sentence.language == "en" and all(actor.side is None and actor.name.lower() in HOLLOW for actor in known.speaker)
            if not hollow and all(actor.type != "place" for actor in known.speaker):
                frames.append(known)
        found.extend(_report(frame, frames) for frame in frames if not _would_say(frame, frames))
    return tuple(found)


def _is_quoted(page: Page, frame: Frame) -> bool:
    """Whether a verb of saying stands in quoted words."""
    return any(quote.content.covers(frame.verb.span) and len(quote.content) > len(frame.verb.span) for quote in page.quotes if quote.style == "marks")


def _speaks_for_itself(frame: Frame) -> bool:
    """English: whether a state or ministry speaks in its own paper, in the present tense: "Chad condemns …" in words that nobody else is told to say."""
    sentence, verb = frame.sentence, frame.verb
    by_state = len(frame.speaker) == 1 and frame.speaker[0].side is not None and frame.speaker[0].type in ("state", "agency")
    present = verb.has("Tense=Pres") and verb.has("VerbForm=Fin") and verb.text.endswith("s")
    return (
        sentence.language == "en"
        and by_state
        and present
        and verb.relation in ("root", "conj")
        and frame.subject is not None
        and frame.subject.index < verb.index
    )


def _recall(page: Page, frame: Frame, before: Sequence[Frame]) -> Frame:
    """The frame with whom its pronoun means: a subject named earlier in the paragraph, else who spoke last."""
    subject, sentence = frame.subject, frame.sentence
    bare = subject is not None and all(actor.side is None for actor in frame.speaker)
    titled = by_bare_title(sentence, subject, [(f.sentence.paragraph, f.speaker) for f in before]) if bare and subject is not None else None
    if titled is not None:
        earlier = before[titled[0]]
        return replace(frame, speaker=(titled[1],), links=earlier.links or naming_of(earlier))
    if subject is not None and not any(actor.side for actor in frame.speaker) and sentence.language == "en":
        frame = _as_official_before(frame, subject, before)
    if subject is None or subject.lemma.lower() not in load_speech(sentence.language).pronouns:
        return frame
    if issuers_of(sentence, subject):
        return frame
    personal = subject.lemma.lower() not in IMPERSONAL
    if not personal and (any(actor.side or actor.type == "person" for actor in frame.speaker) or (frame.speaker and subject.mention is not None)):
        return frame
    single = subject.lemma.lower() in ("he", "she")
    nameless = _nameless_before(frame, before, quoted=any(q.span.start == sentence.span.start for q in page.quotes)) if single else None
    if nameless is not None:
        return replace(frame, speaker=nameless.speaker, links=nameless.links or naming_of(nameless))
    within = sentence.language != "en" or frame.content.start >= subject.span.start
    if personal and (named := _subject_before(page, sentence, subject, within=within)):
        return replace(frame, speaker=named[:1] if single else named)
    for earlier in reversed(before):
        if sentence.paragraph - earlier.sentence.paragraph > FAR:
            break
        if earlier.speaker and not (single and len(earlier.speaker) > 1) and (earlier.speaker[0].type == "person") == personal and earlier.verb.pos != "NOUN":
            return replace(frame, speaker=earlier.speaker, links=earlier.links or naming_of(earlier))
    return frame


def _nameless_before(frame: Frame, before: Sequence[Frame], *, quoted: bool) -> Frame | None:
    """English: the frame of the sentence right before, where a spokesman or minister without a name speaks: he is "he" then.

    Behind a quotation that opens the sentence he may be a source of no state, told of in the paragraph before.
    """
    earlier = before[-1] if before and frame.sentence.language == "en" else None
    if earlier is None or earlier.subject is None or len(earlier.speaker) != 1 or earlier.verb.relation not in ("root", "parataxis" if quoted else "root"):
        return None
    near = frame.sentence.paragraph - earlier.sentence.paragraph <= quoted and 0 <= frame.sentence.span.start - earlier.sentence.span.stop <= NEAR
    lemma = earlier.subject.lemma.lower()
    noun = earlier.subject.pos == "NOUN" and (load_roles("en").kind_of(lemma) == "person" or (quoted and lemma == "source"))
    return earlier if near and noun and (quoted or earlier.speaker[0].side is not None) else None


def _as_official_before(frame: Frame, subject: Token, before: Sequence[Frame]) -> Frame:
    """The frame of "the minister" or "the spokesman" with the last speaker who holds such an office."""
    article = frame.sentence.child(subject, "det")
    wanted = OFFICES.get(subject.lemma.lower(), (subject.lemma.lower().removesuffix("man").removesuffix("woman").removesuffix("person"),))
    other = frame.sentence.child(subject, "compound", "amod") is not None and subject.mention is None
    if other or article is None or article.lemma.lower() != "the" or load_roles("en").kind_of(subject.lemma.lower()) != "person":
        return frame
    for earlier in reversed(before):
        who = earlier.speaker[0] if len(earlier.speaker) == 1 else None
        if frame.sentence.paragraph - earlier.sentence.paragraph > FAR:
            break
        spokesman = who is not None and not who.role and wanted[0] == "spokes"
        if who is not None and who.type == "person" and (spokesman or any(word in (who.role or "") for word in wanted)):
            return replace(frame, speaker=earlier.speaker, links=earlier.links or naming_of(earlier))
    return frame


def _go_on(frame: Frame, before: Sequence[Frame]) -> Frame:
    """A frame without a subject ("그러면서 …고 덧붙였다"): who spoke last, in this paragraph or the one before."""
    for earlier in reversed(before):
        if frame.sentence.paragraph - earlier.sentence.paragraph > (NEAR if frame.sentence.language == "ru" else 1):
            break
        if frame.sentence.language == "ru" and all(actor.side is None for actor in earlier.speaker):
            continue
        if earlier.verb.lemma != "따르":
            return replace(frame, speaker=earlier.speaker, links=earlier.links or naming_of(earlier))
    return frame


def find_tail(page: Page, place: int) -> Iterator[Frame]:
    """The frame of «Об этом сообщил X» and «Об этом говорится в сообщении X»: what X says is the sentence before."""
    sentence = page.sentences[place]
    before = page.sentences[place - 1] if place else None
    if sentence.language != "ru" or before is None or sentence.paragraph - before.paragraph > 1:
        return
    speech = load_speech(sentence.language)
    yield from _closes_paragraph(page, sentence, before, speech)
    for token in sentence.tokens:
        if token.pos == "VERB" and points_back(sentence, token):
            says = lent_by(sentence, token, speech) in speech.verbs and not token.has("Voice=Pass")
            owner = written(sentence, token, speech)
            for subject in (find_subjects(sentence, token, speech)[:1] if says else []) or ([owner] if owner is not None else []):
                speaker = name_speaker(sentence, subject, speech)
                medium = find_medium(sentence, token, speech)
                named = (sentence.span_of(subject, without=frozenset({"acl", "acl:relcl", "parataxis"})),)
                yield Frame(sentence, token, speaker, find_addressee(sentence, token), medium, subject, before.span, lead=before.span, links=named)


def _closes_paragraph(page: Page, sentence: Sentence, before: Sentence, speech: Speech) -> Iterator[Frame]:
    """The frame of a paragraph that is nothing else («— заявил министр …»): what he says is the paragraph before."""
    verb = sentence.tokens[1] if len(sentence.tokens) > 1 and sentence.tokens[0].text in DASHES else None
    if verb is None or before.paragraph == sentence.paragraph or verb.pos != "VERB" or lent_by(sentence, verb, speech) not in speech.verbs:
        return
    for subject in find_subjects(sentence, verb, speech)[:1] if sentence.child(verb, "ccomp", "obj") is None else []:
        said = page.paragraphs[before.paragraph].span
        speaker = name_speaker(sentence, subject, speech)
        yield Frame(sentence, verb, speaker, (), find_medium(sentence, verb, speech), subject, said, lead=said, links=(sentence.span_of(subject),))


def naming_of(frame: Frame) -> tuple[Span, ...]:
    """The words that name the speaker of a frame."""
    if frame.subject is None:
        return () if frame.lead is None else (frame.lead,)
    return (frame.sentence.span_of(frame.subject, without=frozenset({"acl", "acl:relcl", "parataxis", "advcl", "obl"})),)


def _torn_off(page: Page, before: Sentence, sentence: Sentence) -> Frame | None:
    """The frame of a sentence that was cut behind its subject ("The envoy | , wrote on Monday that …")."""
    speech = load_speech(sentence.language)
    if sentence.language != "en" or before.paragraph != sentence.paragraph or page.text_at(before.span).rstrip()[-1:] in '.!?…:;"”»':
        return None
    verb = next((t for t in sentence.tokens[:4] if t.pos == "VERB"), None)
    root = next(before.roots(), None)
    if verb is None or root is None or root.pos not in ("PROPN", "NOUN") or not _says(sentence, verb, speech):
        return None
    own = sentence.child(verb, "nsubj")
    if own is not None and own.lemma.lower() not in NO_SPEAKER:
        return None
    content = content_span(sentence, verb, verb)
    return Frame(
        sentence, verb, name_speaker(before, root, speech), find_addressee(sentence, verb), find_medium(sentence, verb, speech), None, content, lead=before.span
    )


def _subject_before(page: Page, sentence: Sentence, pronoun: Token, *, within: bool) -> tuple[Actor, ...]:
    """The person who is the last named subject of the same paragraph before a pronoun, outside of quotations; `within` its sentence too.

    Whom a reported sentence names does not report it: ", he said" behind it goes back to who spoke before.
    """
    quoted = [quote.content for quote in page.quotes if quote.paragraph == sentence.paragraph]
    last = sentence.span.start if within else sentence.span.start - 1
    for other in reversed([s for s in page.sentences if s.paragraph == sentence.paragraph and s.span.start <= last]):
        for token in reversed(other.tokens):
            if any(span.covers(token.span) for span in quoted):
                continue
            person = token.mention is not None and token.mention.kind == "person" and token.lemma.lower() not in load_speech(sentence.language).pronouns
            named = person and (token.pos == "PROPN" or sentence.language == "ru")
            if named and token.relation in SUBJECTS and token.span.start < pronoun.span.start:
                return find_actors(other, token)
        called = holder_of_title(other, quoted) if other is not sentence and sentence.language == "ru" else None
        if called is not None:
            return find_actors(other, called)
        outside = [t for t in other.tokens if not any(span.covers(t.span) for span in quoted)]
        if other is not sentence and (people := [t for t in outside if t.mention is not None and t.mention.kind == "person" and t.pos == "PROPN"]):
            return find_actors(other, people[-1])
    return ()


def _report(frame: Frame, frames: list[Frame]) -> Frame:
    """The frame with the voices in whose words it stands, outermost first."""
    outer = (f for f in frames if f.verb.index != frame.verb.index and f.content.covers(frame.verb.span) and f.speaker != frame.speaker)
    around = sorted((f for f in outer if not frame.content.covers(f.verb.span)), key=lambda f: -len(f.content))
    return replace(frame, reporters=tuple(dict.fromkeys([*(actor for f in around for actor in f.speaker), *frame.reporters])))


def _would_say(frame: Frame, frames: Sequence[Frame]) -> bool:
    """English: whether somebody only tells what another "would say", whose words the sentence does not have."""
    verb, sentence = frame.verb, frame.sentence
    would = sentence.language == "en" and any(child.text.lower() == "would" for child in sentence.children(verb, "aux"))
    above = {token.index for token in sentence.ancestors(verb)} if would else set()
    return would and any(other.verb.index in above and frame.content.covers(other.verb.span) for other in frames)


def find_frames(sentence: Sentence) -> Iterator[Frame]:
    """The frames of one sentence in text order; the speaker is empty where only a pronoun stands."""
    speech = load_speech(sentence.language)
    led = before_colon(sentence)
    if led is not None:
        subject, colon = led
        yield Frame(sentence, colon, name_speaker(sentence, subject, speech), (), None, subject, Span(colon.span.stop, sentence.span.stop))
    for token in sentence.tokens:
        quoted = quoted_as_saying(sentence, token)
        paper = written(sentence, token, speech) if is_impersonal(sentence, token) else None
        if paper is not None:
            yield _frame(sentence, token, paper, speech)
        elif quoted is not None:
            frame = _frame(sentence, token, quoted[0], speech)
            yield replace(frame, reporters=name_speaker(sentence, quoted[1], speech) if quoted[1] is not None else ())
        elif _says(sentence, token, speech) or closes_report(sentence, token):
            if sentence.language == "ko" and not find_subjects(sentence, token, speech) and is_quoted_before(sentence, token):
                yield Frame(sentence, token, (), (), find_medium(sentence, token, speech), None, content_span(sentence, token, token))
            for subject in find_subjects(sentence, token, speech)[:1] or find_sayers(sentence, token, speech):
                yield _frame(sentence, token, subject, speech)
        elif not points_back(sentence, token):
            if in_paper_of_nobody(sentence, token, speech):
                yield Frame(sentence, token, (), (), find_medium(sentence, token, speech), None, content_span(sentence, token, token))
            credit = credited(sentence, token, speech) or written(sentence, token, speech) or _owner_of_saying(sentence, token, speech)
            if (passed := passed_on(sentence, token, speech)) is not None:
                yield replace(_frame(sentence, token, passed[0], speech), reporters=name_speaker(sentence, passed[1], speech) if passed[1] is not None else ())
            elif credit is not None:
                yield _frame(sentence, token, credit, speech)


def lent_by(sentence: Sentence, verb: Token, speech: Speech) -> str:
    """The key of a verb of saying: its lemma with its particle or preposition where the lexicon has that."""
    lemma = _lemma_known(sentence, verb, speech)
    joined = (f"{lemma} {child.lemma.lower()}" for child in sentence.children(verb, "compound:prt", "obl", "advmod") if child.base_relation != "obl")
    marked = (f"{lemma} {marker_of(sentence, child)}" for child in sentence.children(verb, "obl"))
    told = (f"{lemma} {child.lemma.lower()}" for child in sentence.children(verb, "obj")) if sentence.language == "ru" else ()
    known = next((key for key in (*joined, *marked, *told) if key in speech.verbs), None)
    return known or next((lemma_of(sentence, verb) for child in sentence.children(verb, "compound:prt") if child.lemma.lower() in SENSES), lemma)


def _lemma_known(sentence: Sentence, verb: Token, speech: Speech) -> str:
    """The lemma; an English one that the lemmatiser cut wrongly ("asserte", "indicat") by the endings of the word itself."""
    lemma, text = verb.lemma.lower(), verb.text.lower()
    if sentence.language != "en" or lemma in speech.verbs or verb.pos != "VERB":
        return lemma
    guesses = (text.removesuffix("ed"), text.removesuffix("d"), text.removesuffix("s"), text.removesuffix("es"), text.removesuffix("ing"))
    return next((guess for guess in guesses if guess in speech.verbs), lemma)


def _says(sentence: Sentence, token: Token, speech: Speech) -> bool:
    """Whether the word is a verb of saying that has something to say."""
    key = lent_by(sentence, token, speech)
    if key not in speech.verbs or token.pos in ("ADP", "DET", "PROPN") or is_passive(sentence, token) or points_back(sentence, token):
        return False
    last = all(word.pos == "PUNCT" for word in sentence.tokens[token.index + 1 :])
    adjoined = token.base_relation in ("amod", "acl", "compound") and token.relation != "acl:relcl" and paper_above(sentence, token) is None
    if adjoined and not (last and _closes(sentence, token)):
        return False
    negated = key not in RULED_OUT and find_negation(sentence, token) is not None
    adnominal = sentence.language == "ko" and token.particles[-1:] in (("ᆫ",), ("은",), ("는",)) and sentence.child(token, "ccomp") is None
    if negated or adnominal or any(child.lemma.lower() in ("if", "whether") for child in sentence.children(token, "mark")):
        return False
    head = sentence.head(token)
    if is_no_saying(sentence, token, key) or is_only_asked(sentence, token, speech):
        return False
    if key in speech.needs_topic:
        beside = token.base_relation == "advcl" and head is not None and head.lemma.lower() in speech.verbs
        russian = sentence.language == "ru" and (sentence.child(token, "ccomp") is not None or token.base_relation == "parataxis")
        return russian or (not beside and any(is_topic(sentence, child) for child in sentence.children(token, "obl", "nmod")))
    if token.pos == "NOUN" and not _closes(sentence, token):
        return False
    if " " in key or _closes(sentence, token):
        return True
    if key == "call" and sentence.child(token, "obj") is not None and any(word.text in QUOTES for word in sentence.tokens[token.index + 2 :]):
        return True
    if key in speech.needs_clause:
        told = sentence.language == "ko" and (is_quoted_before(sentence, token) or stance_of(sentence, token) is not None)
        raised = key == "claim" and sentence.child(token, "iobj") is not None and sentence.child(token, "xcomp") is not None
        return told or raised or sentence.child(token, "ccomp", *(("xcomp",) if key in ("call", "назвать") else ())) is not None
    return key not in speech.needs_content or sentence.child(token, "ccomp", "xcomp", "obj", "obl") is not None


def _closes(sentence: Sentence, token: Token) -> bool:
    """Whether the word and a speaker close the sentence after a comma or a closing mark."""
    before = [word for word in sentence.tokens[: token.index] if word.text in CLOSING or word.text == ","]
    if not before or token.index <= len(sentence.tokens) // 3 or sentence.child(token, "obj", "ccomp", "xcomp") is not None:
        return False
    if sentence.language == "ru" and token.relation == "acl:relcl":
        return False  # «…, разговор, который министр назвал дружеским»
    if sentence.language == "ru" and any(child.index > token.index for child in sentence.children(token, "iobj", "conj")):
        return False  # «…, посол передал министру привет и поздравил его»
    return token.pos != "NOUN" or (token.text != token.lemma and all(word.pos == "PUNCT" for word in sentence.tokens[token.index + 1 :]))


def credited(sentence: Sentence, token: Token, speech: Speech) -> Token | None:
    """Whom "according to X", «по словам X» or "X에 따르면" names, where `token` is its leading word."""
    lemma = token.lemma.lower()
    if sentence.language == "en" and token.text.lower() == "according":
        head = sentence.head(token)
        return head if head is not None and head.pos in ("NOUN", "PROPN") and head.index > token.index else None
    if sentence.language == "ru" and lemma in speech.credits and marker_of(sentence, token) in ("по", "согласно"):
        holder = sentence.child(token, "nmod")
        if holder is not None:
            return named_behind(sentence, holder)
        return next((child for child in sentence.children(token, "det") if child.lemma in speech.pronouns), None)
    if sentence.language == "ko" and lemma == "따르" and token.index and "에" in sentence.tokens[token.index - 1].particles:
        return sentence.tokens[token.index - 1]
    return None


def _owner_of_saying(sentence: Sentence, token: Token, speech: Speech) -> Token | None:
    """Whose "description of", "warning that" it is."""
    if token.pos != "NOUN" or token.lemma.lower() not in speech.nouns:
        return None
    told = sentence.child(token, "ccomp", "acl") is not None or any(marker_of(sentence, c) == "of" for c in sentence.children(token, "nmod"))
    return sentence.child(token, "nmod:poss") if told else None


def _frame(sentence: Sentence, verb: Token, subject: Token, speech: Speech) -> Frame:
    """The frame of one word of saying and its subject."""
    content = content_span(sentence, verb, subject)
    speaker = _of_state_told(sentence, verb, name_speaker(sentence, subject, speech), speech)
    return Frame(sentence, verb, speaker, find_addressee(sentence, verb), find_medium(sentence, verb, speech), subject, content)


def _of_state_told(sentence: Sentence, verb: Token, speaker: tuple[Actor, ...], speech: Speech) -> tuple[Actor, ...]:
    """English: a spokesman or ministry without a state is of that state whose mind it tells: "a spokesman said that Chad condemns …"."""
    clause = sentence.child(verb, "ccomp") if sentence.language == "en" and len(speaker) == 1 and speaker[0].side is None else None
    if clause is None or speaker[0].type != "agency" or clause.lemma.lower() not in speech.loaded:
        return speaker
    subject = sentence.child(clause, "nsubj")
    told = subject.mention.actor if subject is not None and subject.mention is not None and subject.mention.kind == "state" else None
    return (structs.replace(speaker[0], country=told.country),) if told is not None and told.country else speaker
