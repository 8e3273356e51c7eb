"""Links: what an act makes of the standing links between states, one claim for each link, seat and pair."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from dragoman.know.places import load_places
from dragoman.model import Actor, Channel, ChannelType
from dragoman.read.actors import coordinated
from dragoman.read.clauses import case_of
from dragoman.read.facing import find_other_side
from dragoman.read.frames import Match, channel_of, load_classes
from dragoman.read.moods import Mood
from dragoman.read.negations import find_negation
from dragoman.read.page import Page
from dragoman.read.parties import parties_of
from dragoman.read.setting import Setting, as_governments, common_fields, make_evidence, merge_actors, with_side
from dragoman.read.words import Sentence, Token

MISSIONS: frozenset[ChannelType] = frozenset({"embassy", "consulate", "trade_office"})
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


def read_channels(page: Page, match: Match, setting: Setting) -> Iterator[Channel]:
    """The channels that an act changes or shows, one for each link and seat that it names; none where not two sides are told.

    An agreement that is signed about a link has both agree on it.
    """
    act = match.act
    links = [(match.channel if act.channel == "@link" else act.channel, act.state)]
    if links[0][0] is None and act.instrument in ("signed", "in_force") and act.id != "renew-agreement":
        links = [(_channel_within(match), "established")]
        if setting.mood.modality == "actual" and act.instrument == "signed":
            setting = structs.replace(setting, mood=Mood("agreed", setting.mood.token))
    channel, state = links[0]
    if channel is None or state is None:
        return
    seen: dict[str | None, Actor] = {}
    for actor in as_governments(merge_actors(with_side(parties_of(match)))):
        seen.setdefault(actor.side, actor)
    told = common_fields(page, match, setting)
    language = match.clause.sentence.language
    unsaid = language == "ko" or (language == "en" and channel != "sanctions" and setting.mood.modality == "actual")
    if len(seen) == 1 and act.faces and unsaid and (other := find_other_side(page, match, tuple(seen.values()))) is not None:
        seen[other.actor.side] = other.actor
        told["evidence"] = (*setting.evidence, make_evidence(page, "between", other.span, "the other side of the matter"))
    if len(seen) < 2:
        return
    doers, others = (list(dict.fromkeys(actor.side for actor in with_side(match.actors(role)))) for role in ("source", "target"))
    apart = len(seen) > 2 and bool(others) and not set(doers) & set(others) and set(doers) | set(others) == set(seen)
    pairs = [(seen[one], seen[other]) for one in doers for other in others] if apart else [tuple(seen.values())]
    negated = setting.mood.modality == "negated" or any(find_negation(match.clause.sentence, token) is not None for token in match.roles.get("link", ()))
    if act.standing and negated:
        told, state = {**told, "modality": "actual"}, "absent"
    for named, seat in _links_and_seats(match, channel):
        home = load_places().find(seat) if seat is not None else None
        elsewhere = seat is not None and setting.where is not None and setting.where.name != seat
        own = {**told, "where": None} if elsewhere else told  # another one of the row
        for between in pairs:
            if not apart or home is None or home.country in {actor.side for actor in between[1:]}:
                owner = home.country if home is not None else None
                yield Channel(**own, channel=named, between=_owner_first(named, between, owner), at=seat, state=state)


def _owner_first(channel: ChannelType, between: tuple[Actor, ...], host: str | None) -> tuple[Actor, ...]:
    """The two sides of a mission with its owner first: it stands with the other one."""
    if channel not in MISSIONS or len(between) != 2 or between[0].side != host or between[1].side == host:
        return between
    return (between[1], between[0])


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
    """A link and those joined to it, also where the tree joins the next one to the place of the first ("an embassy in X and a consulate in Y") or the verb."""
    verb = sentence.head(token) if token.base_relation == "obj" else None
    for joined in sentence.children(verb, "conj") if verb is not None else ():
        if joined.pos == "NOUN" and sentence.child(joined, "nsubj") is None and channel_of(sentence, joined, alone=True) is not None:
            yield joined
    for member in coordinated(sentence, token):
        yield member
        for place in sentence.children(member, "nmod", "obl"):
            yield from (word for word in sentence.children(place, "conj") if word.mention is None and channel_of(sentence, word, alone=True) is not None)


def _links_and_seats(match: Match, channel: ChannelType) -> Iterator[tuple[ChannelType, str | None]]:
    """Each link of a coordinated row with each place that it stands at; the one channel with its seat where there is no row."""
    sentence = match.clause.sentence
    usual = next((t.mention.text for t in match.roles.get("where", ()) if t.mention is not None and t.mention.rule != "two sides"), None)
    members = [member for token in match.roles.get("link", ()) for member in _row(sentence, token)]
    rows = [(member, found) for member in members if (found := channel_of(sentence, member, alone=True)) is not None]
    if match.act.channel != "@link" or not rows:
        yield channel, usual
        return
    for member, found in rows:
        inside = (child for child in sentence.children(member, "nmod", "obl") if case_of(sentence, child) in ("in", "в", "во"))
        places = [place for child in inside for place in coordinated(sentence, child)]
        seats = [
            _name_of(sentence, place)
            for place in places
            if (place.mention is None and place.pos == "PROPN") or (place.mention is not None and place.mention.kind == "place")
        ]
        if not seats and found == channel:
            told = (place for token in match.roles.get("where", ()) for place in coordinated(sentence, token))
            seats = [_name_of(sentence, place) for place in told if place.mention is not None and place.mention.kind == "place"]
        stands_at: list[str | None] = [*seats] or [usual if found == channel else None]
        yield from ((found, seat) for seat in stands_at)


def _name_of(sentence: Sentence, place: Token) -> str:
    """A place by all the words of its name: "Eastern Province"."""
    if place.mention is not None:
        return place.text
    before = [
        word for word in sentence.children(place, "compound", "flat", "amod") if word.text[:1].isupper() and word.mention is None and word.index < place.index
    ]
    return " ".join(word.text for word in (*sorted(before, key=lambda word: word.index), place))
