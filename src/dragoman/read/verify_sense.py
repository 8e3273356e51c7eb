"""Whether a claim turns the sense of its words round: sides swapped, a "not" left out or put in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dragoman.model import Actor, Assessment, Channel, Claim, Event, Instrument, Span, Statement
from dragoman.read.actors import find_actors, find_owners
from dragoman.read.clauses import Clause, read_clause
from dragoman.read.frames import acts_of
from dragoman.read.modality import find_mood, own_mood
from dragoman.read.moods import load_moods
from dragoman.read.page import Page
from dragoman.read.verify_names import side_told
from dragoman.read.words import Sentence, Token

AGENTS = ("subject", "lightsubject", "possessor")
PATIENTS = ("object", "iobj")
TOWARDS = ("against", "on", "upon", "to", "towards", "toward", "at", "против", "к", "на", "Dat", "에", "에게", "에_대하", "를", "을")
"""Markers of those whom an act is aimed at."""
TRIGGERS = {"event": "type", "channel": "type", "instrument": "type", "statement": "speaker", "assessment": "value"}
"""The field of the evidence that holds the words which tell the act."""


def refuse_sense(claim: Claim, page: Page) -> str | None:
    """What is turned round, in words; `None` where nothing is."""
    told = find_trigger(claim, page)
    return _refuse_negation(claim, page, told) or _refuse_direction(claim, told)


def find_trigger(claim: Claim, page: Page) -> tuple[Sentence, tuple[Token, ...]] | None:
    """The sentence and the words that tell the act, by the claim's evidence; without any, all predicates of its first sentence."""
    field = TRIGGERS.get(claim.kind)
    if field is None:
        return None
    spot = next((e.span for e in claim.evidence if e.field == field), None)
    sentence = _sentence_at(page.sentences, spot or claim.span)
    if sentence is None:
        return None
    if spot is None:
        return sentence, tuple(token for token in sentence.tokens if token.pos == "VERB")
    return sentence, tuple(sentence.within(spot))


def _sentence_at(sentences: Sequence[Sentence], span: Span) -> Sentence | None:
    place = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[place] if place >= 0 and sentences[place].span.overlaps(span) else None


def _refuse_negation(claim: Claim, page: Page, told: tuple[Sentence, tuple[Token, ...]] | None) -> str | None:
    """A claim of what did not happen has a word that says so, and one of what did has none over its act."""
    if claim.modality == "negated" and isinstance(claim, Channel) and claim.state == "absent":
        return "what is absent is not negated once more"
    if claim.modality in ("negated", "denied"):
        return None if claim.modality == "denied" or _has_negation(claim, page, told) else "nothing in the claim's words negates it"
    if told is None or (isinstance(claim, Channel) and claim.state == "absent"):
        return None
    sentence, tokens = told
    negated = [token for token in tokens if _is_negated(claim, sentence, token)]
    return f"the text negates {negated[0].text!r}" if negated and len(negated) == len(tokens) else None


def _is_negated(claim: Claim, sentence: Sentence, token: Token) -> bool:
    if isinstance(claim, Statement):
        mood = own_mood(sentence, token, load_moods(sentence.language))
        return mood is not None and mood.modality == "negated"
    return find_mood(sentence, token).modality == "negated"


def _has_negation(claim: Claim, page: Page, told: tuple[Sentence, tuple[Token, ...]] | None) -> bool:
    """Whether a word beside the act, or beside what governs it, negates; the act's own verb does not ("rejected")."""
    if told is None:
        return any(_negates(s, token) for s in page.sentences if s.span.overlaps(claim.span) for token in s.within(claim.span))
    sentence, tokens = told
    if any(find_mood(sentence, token).modality == "negated" for token in tokens):
        return True
    own = {token.index for token in tokens}
    around = own | {above.index for token in tokens for above in sentence.ancestors(token)}
    around |= {child.index for token in tokens for child in sentence.children(token)}
    return any(_negates(sentence, token) and token.index not in own and (token.head in around or token.index in around) for token in sentence.tokens)


def _negates(sentence: Sentence, token: Token) -> bool:
    moods = load_moods(sentence.language)
    lemma = token.lemma.lower()
    return lemma in moods.negations or token.text.lower() in moods.negations or moods.governors.get(lemma) == "negated"


def _refuse_direction(claim: Claim, told: tuple[Sentence, tuple[Token, ...]] | None) -> str | None:
    """Who acts and who is acted upon stand where frame or syntax want them."""
    if told is None:
        return None
    match claim:
        case Event(symmetric=False):
            return _reversed(claim.type, (claim.source, claim.target), told)
        case Channel() if len(claim.between) > 1:
            return _reversed(None, (claim.between[:1], claim.between[1:]), told)
        case Statement() if claim.addressee:
            return _reversed_speech((claim.speaker, claim.addressee), told)
        case Event() | Channel() | Instrument() | Assessment() | _:
            return None


def _reversed(event: str | None, sides: tuple[Sequence[Actor], Sequence[Actor]], told: tuple[Sentence, tuple[Token, ...]]) -> str | None:
    """By the frames that know these words, else (of an event) by plain syntax."""
    sentence, tokens = told
    source, target = _sides(sides[0]), _sides(sides[1])
    here = {token.index for token in tokens}
    matches = [m for m in acts_of(sentence) if m.clause.head.index in here and event in (None, m.act.event) and not m.act.symmetric]
    directions = [(_sides(m.actors("source")), _sides(m.actors("target"))) for m in matches]
    if not directions and event is not None:
        directions = [tell_direction(read_clause(sentence, token)) for token in tokens]
    turned = [_is_turned(source, target, direction) for direction in directions]
    return "the sides stand the other way round in the text" if any(turned) and not any(turn is False for turn in turned) else None


def _is_turned(source: set[str], target: set[str], direction: tuple[set[str], set[str]]) -> bool | None:
    """Whether source and target stand in each other's place; `None` where the text does not tell."""
    agents, patients = direction
    if source & agents:
        return False
    if not (source & patients or target & agents):
        return None
    return not target or bool(target & agents) or not source <= patients


def tell_direction(clause: Clause) -> tuple[set[str], set[str]]:
    """The sides that act and those acted upon, by nothing but where they stand in the clause."""
    agents: set[str] = set()
    patients: set[str] = set()
    for argument in clause.arguments:
        if argument.role in AGENTS:
            agents |= _told(clause.sentence, argument.token)
        elif argument.role in PATIENTS or (argument.role == "oblique" and argument.marker in TOWARDS):
            patients |= _told(clause.sentence, argument.token)
    return agents, patients - agents


def _told(sentence: Sentence, token: Token) -> set[str]:
    return _sides(find_actors(sentence, token) or find_owners(sentence, token))


def _sides(actors: Iterable[Actor]) -> set[str]:
    return {side for actor in actors if (side := side_told(actor)) is not None}


def _reversed_speech(sides: tuple[Sequence[Actor], Sequence[Actor]], told: tuple[Sentence, tuple[Token, ...]]) -> str | None:
    """Whoever is told something does not stand where the speaker stands."""
    sentence, tokens = told
    for token in tokens:
        clause = read_clause(sentence, token)
        subjects = {actor.name for a in clause.arguments if a.role == "subject" for actor in find_actors(sentence, a.token)}
        speakers, heard = {a.name for a in sides[0]}, {a.name for a in sides[1]}
        objects = {actor.name for a in clause.arguments if a.role in PATIENTS for actor in find_actors(sentence, a.token)}
        if (heard & subjects or speakers & objects) and not speakers & subjects:
            return "speaker and addressee stand the other way round in the text"
    return None
