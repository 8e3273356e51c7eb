"""The state of an official whose title names none, told by the rest of the page: a delegation, the headline, the ministry, the official's own words.

Each rule names people with the state, and with the words that tell it; the first with an opinion decides.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.know.levels import find_level
from dragoman.model import Mention, Span
from dragoman.read.actors import find_actors, find_owners
from dragoman.read.counterparts import is_gone
from dragoman.read.english_titles import either_case
from dragoman.read.facing import find_accredited
from dragoman.read.page import Page
from dragoman.read.pair import find_pair
from dragoman.read.people import find_offices
from dragoman.read.references import EXPERT
from dragoman.read.sayings import Frame, find_frames
from dragoman.read.speech import load_speech
from dragoman.read.subjects import SUBJECTS
from dragoman.read.words import Sentence, Token

TABLE = Path(__file__).parent / "lang" / "en" / "own_states.toml"
REPORTED = ("ccomp", "acl", "parataxis")
"""Relations of a reported clause, also where the parser hung it on a noun before it."""
WITHIN = 400
"""Code points behind a delegation within which its people are named."""
SPEAKING = ("spokes", "secretary", "adviser", "advisor", "director", "undersecretary", "head of")
"""Words of titles below the levels of which offices meet, whose holders act for a state all the same."""
BODY = re.compile(r"(?i:foreign ministry|ministry of (?:foreign|external) affairs|foreign affairs ministry)")
REPRESENTED = re.compile(r" (?:is|was|were|will be|has been)(?: [a-z]+ly)? represented (?:(?:at|in|there|here) [^.;,]{0,60}?)?by ")
TITLE = 60
"""Code points within which the name follows that represents a state, behind its title."""
UNTOLD = ("opposition", "party", "rebel")
"""Words of titles that are no office of a state."""
FEW = 2
"""Namings that a state needs to be one that the page is about."""
DELEGATION = "named as one of the delegation of a state"
HEADLINE = "whose office the headline names with that state"
MINISTRY = "who speaks for the ministry that is named just before with that state"
SENDER = "whom that state calls back or sends"
WORDS = "whose own words tell what that state does"
COMPANY = "who is in the company of an official of that state"
COLLEAGUE = "of whom an official of that state tells what he does"
HOST = "who meets an envoy accredited to that state"
MEETING = "who is met by an official of the other state of the page"


@dataclass(frozen=True, slots=True)
class Told:
    """The state of somebody, the rule that found it, and the words that name the state."""

    code: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of `lang/en/own_states.toml`."""

    own: frozenset[str]
    adverse: frozenset[str]
    deeds: frozenset[str]
    meeting: frozenset[str]
    calls: frozenset[str]
    demanding: frozenset[str]
    sending: frozenset[str]
    delegation: re.Pattern[str]


Lacking = Mapping[str, Mention]
"""The officials without a state, by name, with their first naming."""
Rule = Callable[[Page, Lacking], Iterator[tuple[str, Told]]]


@cache
def load_cues() -> Cues:
    """The cues, the delegation and its people as one pattern; its group `whose` is followed by what leads to them."""
    with TABLE.open("rb") as file:
        words = tomllib.load(file)["words"]
    led = either_case(words["led"])
    pattern = re.compile(rf"(?:['’]s?)? (?:[a-z-]+ )?(?:{either_case(words['delegations'])})(?:,| was| were| has been| is| will be|,? which was)? (?:{led})\b")
    names = ("own", "adverse", "deeds", "meeting", "calls", "demanding", "sending")
    own, adverse, deeds, meeting, calls, demanding, sending = (frozenset(words[name]) for name in names)
    return Cues(own, adverse, deeds, meeting, calls, demanding, sending, pattern)


def find_own_states(page: Page) -> dict[str, Told]:
    """For each official without a state the one that the first rule with an opinion tells."""
    lacking: dict[str, Mention] = {}
    for mention in page.mentions:
        if _is_lacking(mention):
            lacking.setdefault(mention.actor.name if mention.actor is not None else "", mention)
    found: dict[str, Told] = {}
    for rule in RULES if lacking else ():
        for name, told in rule(page, {name: mention for name, mention in lacking.items() if name not in found}):
            found.setdefault(name, told)
    return found


def _is_lacking(mention: Mention) -> bool:
    """Whether a mention names an official for whom no state is told."""
    actor = mention.actor
    return mention.kind == "person" and actor is not None and actor.side is None and not mention.chain and is_official(actor.role)


def is_official(role: str | None) -> bool:
    """Whether the holder of an office acts for a state."""
    if not role or any(word in role for word in (*EXPERT, *UNTOLD)):
        return False
    return find_level(role) not in ("officials", "governors") or any(word in role for word in SPEAKING)


def by_delegation(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who is named as a member or head of the delegation of a state."""
    cue = load_cues().delegation
    for mention in page.mentions:
        code = mention.actor.country if mention.actor is not None and mention.kind in ("demonym", "state", "agency") else None
        begin = mention.span.stop if mention.kind != "agency" else mention.span.start
        led = cue.match(page.document.text, begin) or cue.search(page.document.text, mention.span.start, mention.span.stop + WITHIN // 4)
        if code is None or led is None or led.start() > mention.span.stop:
            continue
        sentence = _sentence_at(page, mention.span.start)
        stop = min(led.end() + WITHIN, sentence.span.stop if sentence is not None else led.end())
        for name, person in lacking.items():
            if led.end() <= person.span.start < stop:
                yield name, Told(code, DELEGATION, mention.span)
    yield from _represented(page, lacking)


def _represented(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who represents a state: "Chad was represented at the talks by [Name]"."""
    for mention in page.mentions:
        code = mention.actor.country if mention.actor is not None and mention.kind == "state" else None
        led = REPRESENTED.match(page.document.text, mention.span.stop) if code is not None else None
        for name, person in lacking.items() if led is not None else ():
            if code is not None and led is not None and led.end() <= person.span.start < led.end() + TITLE:
                yield name, Told(code, DELEGATION, mention.span)


def by_headline(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who holds the office of which the headline names a holder, with state and without a name, as its subject."""
    for paragraph in page.paragraphs:
        if paragraph.kind != "headline" or paragraph.language != "en":
            continue
        near = [mention for mention in page.mentions if paragraph.span.covers(mention.span) and mention.kind != "person"]
        for office in find_offices(page.text_at(paragraph.span), paragraph.span.start, near):
            code, owner = office.actor.country, office.owner
            if code is None or owner is None or owner.start - paragraph.span.start > FEW:
                continue
            for name, person in lacking.items():
                if person.actor is not None and person.actor.role == office.actor.role:
                    yield name, Told(code, HEADLINE, owner)


def by_ministry(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who speaks for the foreign ministry, where the one sentence before that names such a ministry tells whose it is."""
    for name, person in lacking.items():
        role = person.actor.role if person.actor is not None and person.actor.role else ""
        place = next((i for i, s in enumerate(page.sentences) if s.span.start <= person.span.start < s.span.stop), None)
        if "spokes" not in role or not place:
            continue
        sentence, before = page.sentences[place], page.sentences[place - 1]
        bodies = [m for m in page.mentions if m.kind == "agency" and before.span.covers(m.span) and BODY.search(m.text)]
        states = {m.actor.country for m in bodies if m.actor is not None and m.actor.country}
        if BODY.search(page.text_at(sentence.span)) and len(states) == 1:
            yield name, Told(next(iter(states)), MINISTRY, bodies[0].span)


def by_sender(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """The envoy whom a state or its ministry calls back, instructs or sends; one without more where a single state of the page calls back "its" own."""
    sending = load_cues().sending
    own = {code: span for sentence in page.sentences if sentence.language == "en" for code, span in _calling_back(sentence)}
    for name, person in lacking.items():
        if len(own) == 1 and person.actor is not None and person.actor.role == "ambassador":
            yield name, Told(next(iter(own)), SENDER, next(iter(own.values())))
    for sentence, token in _named(page, lacking):
        verb = sentence.head(token) if token.base_relation == "obj" else None
        actor = token.mention.actor if token.mention is not None else None
        if verb is None or actor is None or verb.lemma.lower() not in sending or find_level(actor.role or "") != "envoys":
            continue
        subject = next((child for child in sentence.children(verb) if child.relation in SUBJECTS), None)
        above = sentence.head(verb)
        if subject is not None and subject.pos == "PRON" and above is not None:
            subject = next((child for child in sentence.children(above) if child.relation in SUBJECTS), subject)
        states = [a.country for a in find_actors(sentence, subject) if a.country] if subject is not None else []
        if len(set(states)) == 1 and states[0] is not None and subject is not None:
            yield actor.name, Told(states[0], SENDER, subject.span)


def _calling_back(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """The state that calls back "its" ambassador, with the words that name it."""
    for token in sentence.tokens:
        verb = sentence.head(token)
        owner = sentence.child(token, "nmod:poss")
        if token.lemma.lower() != "ambassador" or token.base_relation != "obj" or verb is None or owner is None or owner.lemma.lower() not in ("its", "it"):
            continue
        subject = next((child for child in sentence.children(verb) if child.relation in SUBJECTS), None)
        codes = {actor.country for actor in find_actors(sentence, subject) if actor.country} if subject is not None else set()
        if verb.lemma.lower() in load_cues().sending and len(codes) == 1 and subject is not None:
            yield str(next(iter(codes))), subject.span


def by_words(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who says what one state does or holds, more often of it than of any other."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], Span] = {}
    for sentence in {id(s): s for s, _ in _named(page, lacking)}.values():
        for frame in find_frames(sentence):
            name = frame.speaker[0].name if len(frame.speaker) == 1 else ""
            actor = lacking[name].actor if name in lacking and not is_gone(page.document, lacking[name]) else None
            for code, span in _told_of_own(frame, of_people="spokes" in (actor.role or "")) if actor is not None else ():
                seen[name][code] += 1
                first.setdefault((name, code), span)
                break
    for name, counts in seen.items():
        ranked = counts.most_common(2)
        if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            yield name, Told(ranked[0][0], WORDS, first[name, ranked[0][0]])


def _told_of_own(frame: Frame, *, of_people: bool) -> Iterator[tuple[str, Span]]:
    """The state that does something in what a frame reports, or has a stance or claim there, with the words that name it."""
    cues, sentence = load_cues(), frame.sentence
    hoped = any(token.lemma.lower() in ("hope", "wish") for token in sentence.tokens)  # one hopes that others do something
    if hoped or load_speech("en").verbs.get(frame.verb.lemma.lower(), "alleged") in ("alleged", "proposed", "possible"):
        return
    inside = [token for token in sentence.tokens if frame.content.covers(token.span)]
    subject = next((token for token in inside if token.relation in SUBJECTS), None)
    verb = sentence.head(subject) if subject is not None else None
    if subject is not None and verb is not None and verb.lemma.lower() not in cues.adverse and subject.lemma.lower() not in cues.deeds:
        demanded = any(child.lemma.lower() in cues.demanding for child in sentence.children(verb, "aux"))
        codes = {actor.country for actor in find_actors(sentence, subject) if (of_people or actor.type != "person") and actor.country}
        if len(codes) == 1 and not demanded:
            yield str(next(iter(codes))), subject.span
    for token in inside:
        owners = find_owners(sentence, token) if token.lemma.lower() in cues.own and token.pos == "NOUN" else []
        if len(owners) == 1 and owners[0].country is not None:
            yield owners[0].country, token.span


def by_company(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who accompanies an official of a state, or is accompanied by one, where the sentence names officials of that state alone."""
    for sentence in {id(s): s for s, _ in _named(page, lacking)}.values():
        people = [t.mention for t in sentence.tokens if t.mention is not None and t.mention.kind == "person"]
        known = {m.actor.country: m for m in people if m.actor is not None and m.actor.country}
        if len(known) == 1 and any(token.lemma.lower() == "accompany" for token in sentence.tokens):
            code, owner = next(iter(known.items()))
            yield from ((m.actor.name, Told(str(code), COMPANY, _words_of(owner))) for m in people if m.actor is not None and m.actor.name in lacking)


def by_colleague(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """The head of whom an official of a state tells what he does."""
    for sentence, token in _named(page, lacking):
        name = token.mention.actor.name if token.mention is not None and token.mention.actor is not None else ""
        verb = sentence.head(token) if token.relation in SUBJECTS else None
        if verb is None or verb.base_relation not in REPORTED or verb.lemma.lower() in load_cues().adverse:
            continue
        for frame in find_frames(sentence):
            speaker = frame.speaker[0] if len(frame.speaker) == 1 else None
            named = frame.subject.mention if frame.subject is not None else None
            if speaker is not None and speaker.type == "person" and speaker.country and frame.content.covers(token.span) and named is not None:
                yield name, Told(speaker.country, COLLEAGUE, _words_of(named))


def by_meeting(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who receives, or is met by, an official of one of the two states of the page, and is of the other one."""
    pair = find_pair(page.mentions, least=FEW, standing_out=1)
    for sentence, token in _named(page, lacking) if pair else ():
        actor = token.mention.actor if token.mention is not None else None
        verb = sentence.head(token) if token.base_relation in ("obj", "obl") else None
        if (
            verb is None
            or actor is None
            or verb.lemma.lower() not in load_cues().meeting
            or sentence.child(token, "case") not in _meeting_cases(sentence, token)
        ):
            continue
        subject = next((child for child in sentence.children(verb) if child.relation in SUBJECTS), None)
        faced = {a.country for a in find_actors(sentence, subject) if a.country} if subject is not None else set()
        if len(faced) == 1 and faced <= set(pair):
            code = next(code for code in pair if code not in faced)
            yield actor.name, Told(code, MEETING, pair[code].span)


def by_accreditation(page: Page, lacking: Lacking) -> Iterator[tuple[str, Told]]:
    """Who receives, or is met by, the envoy of one state to another: an official of the state where he serves."""
    for sentence, token in _named(page, lacking):
        noun = sentence.head(token)
        verb = sentence.head(noun) if noun is not None and noun.lemma.lower() in load_cues().calls else noun
        name = token.mention.actor.name if token.mention is not None and token.mention.actor is not None else ""
        if verb is None or verb.pos != "VERB" or not {verb.lemma.lower(), noun.lemma.lower() if noun is not None else ""} & load_cues().meeting:
            continue
        partners = sentence.children(verb, "obj", "obl", "nsubj") if token.relation in SUBJECTS else sentence.children(verb, *SUBJECTS)
        hosts = {actor.country for partner in partners if partner is not token for actor in find_accredited(sentence, partner) if actor.country}
        naming = next(
            (t.mention for t in sentence.tokens if t.mention is not None and t.mention.actor is not None and {t.mention.actor.country} == hosts), None
        )
        if len(hosts) == 1 and naming is not None and sentence.child(token, "case") in _meeting_cases(sentence, token):
            yield name, Told(str(next(iter(hosts))), HOST, naming.span)


def _meeting_cases(sentence: Sentence, token: Token) -> tuple[Token | None, ...]:
    """The prepositions behind which somebody is met: none, "with", "by" and "on"."""
    case = sentence.child(token, "case")
    return (case,) if case is None or case.lemma.lower() in ("with", "by", "on") else ()


def _words_of(mention: Mention) -> Span:
    """The words that tell the state of whom a mention names, else the mention itself."""
    return mention.chain[-1] if mention.chain else mention.span


def _named(page: Page, lacking: Lacking) -> Iterator[tuple[Sentence, Token]]:
    """The words of English sentences that name one of these people, by name or later."""
    for sentence in page.sentences:
        for token in sentence.tokens if sentence.language == "en" else ():
            if token.mention is not None and token.mention.kind == "person" and token.mention.actor is not None and token.mention.actor.name in lacking:
                yield sentence, token


def _sentence_at(page: Page, place: int) -> Sentence | None:
    """The sentence in which a place stands."""
    return next((sentence for sentence in page.sentences if sentence.span.start <= place < sentence.span.stop), None)


RULES: tuple[Rule, ...] = (by_delegation, by_headline, by_ministry, by_sender, by_words, by_company, by_colleague, by_accreditation, by_meeting)
