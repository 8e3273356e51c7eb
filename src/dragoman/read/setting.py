"""Settings: what all claims of one act share: where they stand, when and where it was, how it is meant."""

from collections.abc import Iterator
from typing import Any

import msgspec

from dragoman.know.places import load_places
from dragoman.model import Actor, Evidence, Modality, Place, Span, When
from dragoman.read.clauses import case_of
from dragoman.read.frames import Match
from dragoman.read.modality import find_mood, own_mood
from dragoman.read.moods import LENT, Mood, load_moods
from dragoman.read.page import Page
from dragoman.read.settled_ru import is_weighed
from dragoman.read.subjects import is_passive
from dragoman.read.timing import PRESENT, Dated, find_when, is_perfect
from dragoman.read.visits_ko import find_visited
from dragoman.read.words import Sentence, Token

TALKED_OF = ("discussed", "proposed")
"""Modalities of what is only talked about: the time of the talk is not its time."""
AHEAD = ("planned", "agreed", "proposed", "conditional", "discussed")
"""Modalities of what is yet to come: that somebody speaks of it today does not date it."""
ABOVE = ("time of the clause above", "time that opens the sentence")
"""Rules by which an act takes the time of what stands around it."""
TOPICS = ("about", "over", "on", "regarding", "concerning", "о", "об", "по")
"""Prepositions before what is talked of."""
LONGEST = 320
"""A sentence up to this length is quoted whole; of a longer one the clause."""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What an act's claims share: where they stand, when it was, how it is meant."""

    span: Span
    text: str
    mood: Mood
    dated: Dated
    where: Place | None
    evidence: tuple[Evidence, ...]

    @property
    def when(self) -> When | None:
        """The time of the act."""
        return self.dated.when


def read_setting(page: Page, match: Match) -> Setting:
    """Span, time, place and modality of an act."""
    sentence, head = match.clause.sentence, match.clause.head
    span = claim_span(sentence, head)
    mood = _mood_told(match)
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    dated = find_when(sentence, head, times, page.today)
    if sentence.language == "ru" and match.frame.asserts and head.pos == "NOUN":
        dated = Dated(None, "the time of what follows upon it")
    if mood.token is not None and mood.modality in TALKED_OF and dated.rule == "time of the clause above" and _is_above(sentence, head, mood.token):
        dated = Dated(None, "the time of the talk about it")
    if mood.modality == "planned" and head.pos == "NOUN" and case_of(sentence, head) in ("after", "following", "follow") and _is_over(page, dated):
        mood = Mood("actual")
    for noun in (head, *(match.roles.get("thing", ()) if sentence.language == "en" else ())):
        mood = _of_what_comes(page, sentence, noun, mood, dated)
    if _is_only_thought(sentence, head, mood) and dated.rule in ABOVE and _is_over(page, dated):
        dated = Dated(None, "the time of who speaks of it")
    if dated.rule == PRESENT and (mood.modality in AHEAD or _is_quoted(page, head) or is_weighed(sentence, head)):
        dated = Dated(None, "no time given")
    evidence = [make_evidence(page, "type", head.span, f"frame of {match.act.id}")]
    if mood.token is not None:
        evidence.append(make_evidence(page, "modality", mood.token.span, mood.modality))
    if dated.when is not None and dated.when.text:
        stated = next((time for time in times if time.when == dated.when), None)
        if stated is not None:
            evidence.append(make_evidence(page, "when", stated.span, dated.rule))
    evidence.extend(_antecedents(page, match, span))
    return Setting(span=span, text=page.text_at(span), mood=mood, dated=dated, where=find_place(match), evidence=tuple(evidence))


def _mood_told(match: Match) -> Mood:
    """How an act is meant, as far as its sentence tells, whenever it was."""
    sentence, head = match.clause.sentence, match.clause.head
    mood = find_mood(sentence, head)
    if (match.frame.asserts and mood.modality != "negated") or (match.act.declared and _is_declared(sentence, head, mood)):
        mood = Mood("actual")
    if mood.modality == "agreed" and head.pos == "NOUN" and head.base_relation == "obl" and case_of(sentence, head) in ("after", "following"):
        mood = Mood("actual")
    if mood.token is not None and mood.modality in LENT and _is_occasion(match, mood.token):
        mood = Mood("actual")
    if match.act.modality is not None and mood.modality == "actual":
        return Mood(match.act.modality, head)
    expected = _expected(sentence, head) if mood.modality == "actual" else None
    return Mood("planned", expected) if expected is not None else mood


def _expected(sentence: Sentence, head: Token) -> Token | None:
    """English: the verb that tells what is planned for a meeting: "in their [meeting] the two are [expected] to …"."""
    verb = sentence.head(head)
    if sentence.language != "en" or head.pos != "NOUN" or head.base_relation != "obl" or verb is None or case_of(sentence, head) not in ("in", "at", "during"):
        return None
    ahead = load_moods("en").governors.get(verb.lemma.lower()) == "planned" and is_passive(sentence, verb)
    return verb if ahead and sentence.child(verb, "xcomp") is not None else None


def _is_occasion(match: Match, token: Token) -> bool:
    """English: whether talks are only when something was said that is no more than hoped or proposed: "proposed a treaty during a call with [Name]"."""
    sentence, head = match.clause.sentence, match.clause.head
    told = sentence.language == "en" and head.pos == "NOUN" and match.act.id in ("meet", "call") and case_of(sentence, head) == "during"
    return told and token.index < head.index and not token.has("VerbForm=Inf") and find_mood(sentence, token).modality == "actual"


def _is_only_thought(sentence: Sentence, head: Token, mood: Mood) -> bool:
    """Whether an act is no more than possible, conditional, or "future": who speaks of it does not date it."""
    return mood.modality in ("conditional", "possible") or (mood.token is not None and mood.token in sentence.children(head, "amod"))


def _is_over(page: Page, dated: Dated) -> bool:
    """Whether a time is a day or week up to that of the page, when what is yet to come cannot have been."""
    when = dated.when
    return page.today is not None and when is not None and when.precision in ("day", "week") and when.end is not None and when.end <= page.today


def _is_quoted(page: Page, head: Token) -> bool:
    """Whether a word stands in quotation marks, where the present is that of who spoke."""
    return any(quote.style == "marks" and quote.content.covers(head.span) for quote in page.quotes)


def _is_declared(sentence: Sentence, head: Token, mood: Mood) -> bool:
    """Whether an act is done by the word that announces it ("announced the severance of relations"), and not announced for later."""
    moods = load_moods(sentence.language)
    if mood.token is None or own_mood(sentence, head, moods) is not None:
        return False
    return mood.token.lemma.lower() in moods.performative or _is_decided(sentence, head, mood.token)


def _is_decided(sentence: Sentence, head: Token, token: Token) -> bool:
    """English: whether what is done by being announced is told as ordered or decided on, and the order or decision itself as made."""
    if sentence.language != "en":
        return False
    lemma = token.lemma.lower()
    ordered = lemma == "order" and head.pos == "NOUN" and head.head == token.index
    told = token.pos == "NOUN" or sentence.child(token, "aux") is None or is_perfect(sentence, token)
    decided = lemma in ("decision", "decide") and head.has("VerbForm=Inf") and told
    return (ordered or decided) and not token.has("VerbForm=Inf") and find_mood(sentence, token).modality == "actual"


def _is_above(sentence: Sentence, head: Token, token: Token) -> bool:
    """Whether a word governs another."""
    return any(above.index == token.index for above in sentence.ancestors(head))


def _of_what_comes(page: Page, sentence: Sentence, head: Token, mood: Mood, dated: Dated) -> Mood:
    """The mood of an act: planned where it is no more than that ("a planned meeting"), or lies behind the day of the page."""
    if mood.modality != "actual":
        return mood
    words = load_moods(sentence.language).ahead
    ahead = next((c for c in sentence.children(head, "amod") if c.lemma.lower() in words or c.text.lower() in words), None)
    when = dated.when
    later = page.today is not None and when is not None and when.bound == "at" and when.start is not None and when.start > page.today
    if ahead is not None and load_moods(sentence.language).governors.get(ahead.lemma.lower()) == "possible":
        return Mood("possible", ahead)
    return Mood("planned", ahead) if ahead is not None or later else mood


def make_evidence(page: Page, field: str, span: Span, rule: str) -> Evidence:
    """Evidence of a field: the words at `span`, and the rule that read them."""
    return Evidence(field=field, span=span, text=page.text_at(span), rule=rule)


def _antecedents(page: Page, match: Match, span: Span) -> Iterator[Evidence]:
    """Words outside the claim's span that decided who is meant."""
    for role, tokens in match.roles.items():
        for token in tokens:
            if token.mention is not None:
                for link in token.mention.chain[:2]:
                    if not span.covers(link):
                        yield make_evidence(page, role, link, token.mention.rule)


def claim_span(sentence: Sentence, head: Token) -> Span:
    """The sentence, or of a long one the clause around `head`."""
    if len(sentence.span) <= LONGEST:
        return sentence.span
    verb = head
    for above in (head, *sentence.ancestors(head)):
        verb = above
        if above.pos == "VERB" and above.base_relation in ("root", "conj", "parataxis", "ccomp", "advcl", "acl"):
            break
    span = sentence.span_of(verb, without=frozenset({"parataxis"}))
    return span if len(span) <= 600 else Span(max(sentence.span.start, head.span.start - 200), min(sentence.span.stop, head.span.start + 300))


ANSWERS = ("ответ", "связь", "отношение", "интерес", "адрес", "польза", "знак", "честь")
"""Russian nouns behind «в» that tell of no place: «в ответ на действия [Лимы]»."""


def find_place(match: Match) -> Place | None:
    """Where the act happened: its role `where`, the place that is visited, or an "in" of its clause."""
    sentence = match.clause.sentence
    roles = [token for role in ("where",) for token in match.roles.get(role, ())]
    inside = (a.token for a in match.clause.arguments if a.role == "oblique" and a.marker in ("in", "at", "в", "на", "에서"))
    obliques = [token for token in inside if token.lemma.lower() not in ANSWERS]
    targets = [token for token in match.roles.get("target", ()) if not find_visited(token)] if match.act.mode == "visit" and match.act.id != "host" else []
    for token in [*roles, *obliques, *targets]:
        inner = [token, *sentence.subtree(token, without=frozenset({"acl", "advcl", "conj", "acl:relcl"}))]
        for word in inner:
            mention = word.mention
            if mention is not None and mention.kind in ("place", "state") and mention.actor is not None and not _is_of_topic(sentence, word, token):
                name = mention.text if mention.kind == "state" and not mention.chain else mention.actor.name
                return load_places().find(name, mention.actor.country) or Place(name=name, country=mention.actor.country)
    return None


def _is_of_topic(sentence: Sentence, word: Token, token: Token) -> bool:
    """Whether a word only tells what is talked of: "in the talks on the border of Chile" tells no place of the talks."""
    for above in (word, *sentence.ancestors(word)):
        if above.index == token.index:
            return False
        if case_of(sentence, above) in TOPICS:
            return True
    return False


def with_side(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors who count for a side."""
    return tuple(actor for actor in actors if actor.side)


def as_governments(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors with cities as what they stand for where states bind themselves: the party to an agreement signed in a capital is the state."""
    return tuple(msgspec.structs.replace(actor, type="state") if actor.type == "place" and actor.country else actor for actor in actors)


def merge_actors(*groups: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """All actors once; of further groups only those of a side that is not there yet, several where they are people."""
    found: list[Actor] = list(dict.fromkeys(groups[0]))
    for group in groups[1:]:
        sides = {actor.side for actor in found}
        new: dict[str | None, list[Actor]] = {}
        for actor in group:
            row = new.setdefault(actor.side, [])
            if actor.side not in sides and (not row or (actor.type == "person" and " " in actor.name and actor not in row and row[0].type == "person")):
                row.append(actor)
                found.append(actor)
    return tuple(found)


def common_fields(page: Page, match: Match, setting: Setting) -> dict[str, Any]:
    """The fields that every claim of an act has."""
    modality: Modality = setting.mood.modality
    return {
        "document": page.document.id,
        "span": setting.span,
        "text": setting.text,
        "evidence": setting.evidence,
        "language": match.clause.sentence.language,
        "modality": modality,
        "when": setting.when,
        "where": setting.where,
        "rule": match.act.id,
    }
