"""Events, channels and instruments: what the acts of a sentence yield."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import structs

from dragoman.know.places import load_places
from dragoman.know.plover import load_plover
from dragoman.model import Actor, Channel, ChannelType, Claim, Event, Evidence, Instrument, InstrumentType, Modality, Place, Span, When
from dragoman.read.actors import coordinated
from dragoman.read.clauses import case_of, find_clauses
from dragoman.read.facing import find_homes, find_hosts, find_other_side
from dragoman.read.frames import Match, channel_of, find_acts, load_classes, parties_of, phrases_of
from dragoman.read.modality import Mood, find_mood, find_negation, load_moods, own_mood
from dragoman.read.page import Page
from dragoman.read.sides import Side
from dragoman.read.timing import Dated, find_when
from dragoman.read.titles import is_named, title_span
from dragoman.read.words import Sentence, Token

BY_AGREEMENT: frozenset[ChannelType] = frozenset(
    {
        "visa_free",
        "trade_agreement",
        "defence_pact",
        "hotline",
        "space_cooperation",
        "science_cooperation",
        "cultural_exchange",
        "military_contacts",
        "air_link",
    }
)
"""Links that an agreement about them sets up; a treaty on a border makes no crossing."""
TALKED_OF = ("discussed", "proposed")
"""Modalities of what is only talked about: the time of the talk is not its time."""
LONGEST = 320
"""A sentence up to this length is quoted whole; of a longer one the clause."""
INSTRUMENT_TYPES: tuple[InstrumentType, ...] = (
    "treaty",
    "protocol",
    "memorandum",
    "declaration",
    "communique",
    "contract",
    "law",
    "decree",
    "list",
    "programme",
    "agreement",
)


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


def find_events(page: Page) -> Iterator[Claim]:
    """The events, channels and instruments of every sentence, in text order."""
    for sentence in page.sentences:
        seen: set[tuple[object, ...]] = set()
        for match in find_acts(find_clauses(sentence)):
            setting = read_setting(page, match)
            for claim in _claims(page, match, setting):
                key = _key(claim)
                if key not in seen:
                    seen.add(key)
                    yield claim


def _key(claim: Claim) -> tuple[object, ...]:
    """What makes two claims of one sentence the same."""
    match claim:
        case Event():
            return ("event", claim.type, claim.mode, _sides(claim.source), _sides(claim.target))
        case Channel():
            return ("channel", claim.channel, claim.state, claim.at, _sides(claim.between))
        case Instrument():
            return ("instrument", claim.title, claim.state)
        case _:
            return (claim.kind, claim.span)


def _sides(actors: tuple[Actor, ...]) -> frozenset[str | None]:
    return frozenset(actor.side for actor in actors)


def _claims(page: Page, match: Match, setting: Setting) -> Iterator[Claim]:
    """The bundle of one act."""
    event = read_event(page, match, setting)
    if event is not None:
        yield event
    yield from read_channels(page, match, setting)
    instrument = read_instrument(page, match, setting)
    if instrument is not None:
        yield instrument


def read_setting(page: Page, match: Match) -> Setting:
    """Span, time, place and modality of an act."""
    sentence, head = match.clause.sentence, match.clause.head
    span = claim_span(sentence, head)
    mood = find_mood(sentence, head)
    if (match.frame.asserts and mood.modality != "negated") or (match.act.declared and _is_declared(sentence, head, mood)):
        mood = Mood("actual")
    if mood.modality == "agreed" and head.pos == "NOUN" and head.base_relation == "obl" and case_of(sentence, head) in ("after", "following"):
        mood = Mood("actual")
    if match.act.modality is not None and mood.modality == "actual":
        mood = Mood(match.act.modality, head)
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    dated = find_when(sentence, head, times, page.today)
    if mood.token is not None and mood.modality in TALKED_OF and dated.rule == "time of the clause above" and _is_above(sentence, head, mood.token):
        dated = Dated(None, "the time of the talk about it")
    mood = _of_what_comes(page, sentence, head, mood, dated)
    evidence = [_evidence(page, "type", head.span, f"frame of {match.act.id}")]
    if mood.token is not None:
        evidence.append(_evidence(page, "modality", mood.token.span, mood.modality))
    if dated.when is not None and dated.when.text:
        stated = next((time for time in times if time.when == dated.when), None)
        if stated is not None:
            evidence.append(_evidence(page, "when", stated.span, dated.rule))
    evidence.extend(_antecedents(page, match, span))
    return Setting(span=span, text=page.text_at(span), mood=mood, dated=dated, where=find_place(match), evidence=tuple(evidence))


def _is_declared(sentence: Sentence, head: Token, mood: Mood) -> bool:
    """Whether an act is done by the word that announces it ("announced the severance of relations"), and not announced for later."""
    moods = load_moods(sentence.language)
    return mood.token is not None and mood.token.lemma.lower() in moods.performative and own_mood(sentence, head, moods) is None


def _is_above(sentence: Sentence, head: Token, token: Token) -> bool:
    """Whether a word governs another."""
    return any(above.index == token.index for above in sentence.ancestors(head))


def _of_what_comes(page: Page, sentence: Sentence, head: Token, mood: Mood, dated: Dated) -> Mood:
    """The mood of an act: planned where it is no more than that ("a planned meeting"), or lies behind the day of the page."""
    if mood.modality != "actual":
        return mood
    ahead = next((c for c in sentence.children(head, "amod") if c.lemma.lower() in load_moods(sentence.language).ahead), None)
    when = dated.when
    later = page.today is not None and when is not None and when.bound == "at" and when.start is not None and when.start > page.today
    return Mood("planned", ahead) if ahead is not None or later else mood


def _evidence(page: Page, field: str, span: Span, rule: str) -> Evidence:
    return Evidence(field=field, span=span, text=page.text_at(span), rule=rule)


def _antecedents(page: Page, match: Match, span: Span) -> Iterator[Evidence]:
    """Words outside the claim's span that decided who is meant."""
    for role, tokens in match.roles.items():
        for token in tokens:
            if token.mention is not None:
                for link in token.mention.chain[:2]:
                    if not span.covers(link):
                        yield _evidence(page, role, link, token.mention.rule)


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


def find_place(match: Match) -> Place | None:
    """Where the act happened: its role `where`, the place that is visited, or an "in" of its clause."""
    sentence = match.clause.sentence
    roles = [token for role in ("where",) for token in match.roles.get(role, ())]
    obliques = [a.token for a in match.clause.arguments if a.role == "oblique" and a.marker in ("in", "at", "в", "на", "에서")]
    targets = list(match.roles.get("target", ())) if match.act.mode == "visit" else []
    for token in [*roles, *obliques, *targets]:
        inner = [token, *sentence.subtree(token, without=frozenset({"acl", "advcl", "conj", "acl:relcl"}))]
        for word in inner:
            mention = word.mention
            if mention is not None and mention.kind in ("place", "state") and mention.actor is not None:
                name = mention.actor.name if mention.kind == "place" else mention.text
                return load_places().find(name, mention.actor.country) or Place(name=name, country=mention.actor.country)
    return None


def read_event(page: Page, match: Match, setting: Setting) -> Event | None:
    """The event of an act; `None` where it has none or its sides are not told."""
    act = match.act
    if act.event is None or (act.id == "cooperate" and _in_general(match, setting)) or (act.id == "meet" and _is_called_off(match)):
        return None
    source, target = _with_side(match.actors("source")), _with_side(match.actors("target"))
    told = _common(page, match, setting)
    if act.host and not source:
        source = find_hosts(match)
        target = tuple(actor for actor in target if actor.side not in _sides(source)) or target
    source = find_homes(match) if act.home and not source else source
    if target and not source and (doer := _unsaid_doer(page, match, target)) is not None:
        source = (doer.actor,)
        told["evidence"] = (*setting.evidence, _evidence(page, "source", doer.span, "the other side of the matter"))
    if act.faces and source and not target and (other := find_other_side(page, match, source)) is not None:
        target = (other.actor,)
        told["evidence"] = (*setting.evidence, _evidence(page, "target", other.span, "the other side of the matter"))
    mutual = act.symmetric
    if act.symmetric:
        source, target = _merged(source, target, () if match.frame.asserts else _with_side(parties_of(match))), ()
        if len(_sides(source)) < 2:
            return None
    elif source and len(_sides(target)) > 1 and _sides(source) <= _sides(target) and not any(actor.type == "organisation" for actor in target):
        source, target, mutual = _merged(source, target), (), True
    elif not source or (target and _sides(source) == _sides(target)):
        return None
    plover = load_plover().type_of(act.event)
    return Event(
        **told,
        type=act.event,
        mode=act.mode,
        contexts=act.contexts,
        quad=plover.quad,
        intensity=plover.intensity_of(act.mode),
        source=source,
        target=target,
        symmetric=mutual,
    )


def _in_general(match: Match, setting: Setting) -> bool:
    """Whether a noun of working together is only the subject of what is said of it ("closer cooperation will help …")."""
    sentence, head = match.clause.sentence, match.clause.head
    verb = sentence.head(head)
    if sentence.language != "en" or head.pos != "NOUN" or verb is None or not head.relation.startswith("nsubj"):
        return False
    told = verb.lemma.lower() in load_classes("en").nouns["starting"]
    return not told or setting.mood.modality in ("planned", "possible", "conditional")


def _is_called_off(match: Match) -> bool:
    """Whether talks are told of as suspended, cancelled or put off, and so as not held."""
    sentence, head = match.clause.sentence, match.clause.head
    verb = sentence.head(head)
    if sentence.language != "en" or head.pos != "NOUN" or verb is None or head.base_relation not in ("nsubj", "obj"):
        return False
    return verb.lemma.lower() in load_classes("en").nouns["halting"]


def _with_side(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if actor.side)


def _merged(*groups: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """All actors once; of further groups only those of a side that is not there yet."""
    found: list[Actor] = list(dict.fromkeys(groups[0]))
    for group in groups[1:]:
        found.extend(actor for actor in group if actor.side not in {a.side for a in found})
    return tuple(found)


def read_channels(page: Page, match: Match, setting: Setting) -> Iterator[Channel]:
    """The channels that an act changes or shows, one for each link and seat that it names; none where not two sides are told.

    An agreement that is signed about a link has both agree on it.
    """
    act = match.act
    links = [(match.channel if act.channel == "@link" else act.channel, act.state)]
    if links[0][0] is None and act.instrument in ("signed", "in_force"):
        links = [(_channel_within(match), "established")]
        if setting.mood.modality == "actual" and act.instrument == "signed":
            setting = structs.replace(setting, mood=Mood("agreed", setting.mood.token))
    channel, state = links[0]
    if channel is None or state is None:
        return
    seen: dict[str | None, Actor] = {}
    for actor in _merged(_with_side(parties_of(match))):
        seen.setdefault(actor.side, actor)
    told = _common(page, match, setting)
    if len(seen) == 1 and act.faces and match.clause.sentence.language == "ko" and (other := find_other_side(page, match, tuple(seen.values()))) is not None:
        seen[other.actor.side] = other.actor
        told["evidence"] = (*setting.evidence, _evidence(page, "between", other.span, "the other side of the matter"))
    if len(seen) < 2:
        return
    negated = setting.mood.modality == "negated" or any(find_negation(match.clause.sentence, token) is not None for token in match.roles.get("link", ()))
    if act.standing and negated:
        told, state = {**told, "modality": "actual"}, "absent"
    for named, seat in _links_and_seats(match, channel):
        yield Channel(**told, channel=named, between=tuple(seen.values()), at=seat, state=state)


def _channel_within(match: Match) -> ChannelType | None:
    """The link that the words of an instrument name: "a visa-free travel agreement", "an agreement on space cooperation"."""
    sentence = match.clause.sentence
    for token in match.roles.get("instrument", ()):
        named = [word.lemma for word in sentence.children(token, "compound")] if sentence.language == "ko" else []
        joined = (load_classes("ko").links.get(f"{first} {second}") for first, second in pairwise(named))
        if (found := next((link for link in joined if link in BY_AGREEMENT), None)) is not None:
            return found
        for word in sentence.subtree(token, without=frozenset({"acl:relcl", "advcl", "parataxis", "conj"})):
            found = channel_of(sentence, word) if word.pos in ("NOUN", "PROPN", "ADJ") else None
            if found in BY_AGREEMENT:
                return found
    return None


def _row(sentence: Sentence, token: Token) -> Iterator[Token]:
    """A link and those joined to it, also where the tree joins the next one to the place of the first ("an embassy in X and a consulate in Y")."""
    for member in coordinated(sentence, token):
        yield member
        for place in sentence.children(member, "nmod", "obl"):
            yield from (word for word in sentence.children(place, "conj") if word.mention is None and channel_of(sentence, word, alone=True) is not None)


def _unsaid_doer(page: Page, match: Match, target: tuple[Actor, ...]) -> Side | None:
    """Who does what a host does unnamed, or what a Russian passive leaves without a doer: the one other side of the matter."""
    unsaid = match.act.host or (match.clause.passive and match.clause.sentence.language == "ru")
    return find_other_side(page, match, target) if unsaid else None


def _links_and_seats(match: Match, channel: ChannelType) -> Iterator[tuple[ChannelType, str | None]]:
    """Each link of a coordinated row with each place that it stands at; the one channel with its seat where there is no row."""
    sentence = match.clause.sentence
    usual = next((t.mention.text for t in match.roles.get("where", ()) if t.mention is not None), None)
    members = [member for token in match.roles.get("link", ()) for member in _row(sentence, token)]
    rows = [(member, found) for member in members if (found := channel_of(sentence, member, alone=True)) is not None]
    if match.act.channel != "@link" or not rows:
        yield channel, usual
        return
    for member, found in rows:
        inside = (child for child in sentence.children(member, "nmod", "obl") if case_of(sentence, child) in ("in", "в", "во"))
        places = [place for child in inside for place in coordinated(sentence, child)]
        seats = [
            place.text for place in places if (place.mention is None and place.pos == "PROPN") or (place.mention is not None and place.mention.kind == "place")
        ]
        stands_at: list[str | None] = [*seats] or [usual if found == channel else None]
        yield from ((found, seat) for seat in stands_at)


def read_instrument(page: Page, match: Match, setting: Setting) -> Instrument | None:
    """The instrument that an act makes or changes; `None` where it names none."""
    tokens = match.roles.get("instrument", ())
    if match.act.instrument is None or not tokens:
        return None
    sentence, token = match.clause.sentence, tokens[0]
    title = page.text_at(title_span(sentence, token, [time.span for time in page.times]))
    parties = _merged(_with_side(parties_of(match)))
    if len({actor.side for actor in parties}) < (2 if sentence.language == "en" else 1) and not is_named(title, sentence.language):
        return None
    return Instrument(
        **_common(page, match, setting) | {"instrument": title},
        title=title,
        type=_instrument_type(sentence, token),
        parties=parties,
        state=match.act.instrument,
    )


def _instrument_type(sentence: Sentence, token: Token) -> InstrumentType:
    """The type that the noun names by the language's classes; an agreement where it names none."""
    nouns = load_classes(sentence.language).nouns
    phrases = phrases_of(sentence, token)
    return next((kind for kind in INSTRUMENT_TYPES if phrases & nouns.get(kind, frozenset())), "agreement")


def _common(page: Page, match: Match, setting: Setting) -> dict[str, Any]:
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
