"""Events, channels and instruments: what the acts of a sentence yield."""

from collections.abc import Iterator

from dragoman.know.plover import load_plover
from dragoman.model import Actor, Channel, Claim, Event, Instrument, InstrumentType
from dragoman.read.actors import coordinated, find_actors, marker_of
from dragoman.read.facing import find_homes, find_hosts, find_other_side
from dragoman.read.frames import Match, acts_of, load_classes, phrases_of
from dragoman.read.likewise import find_likewise
from dragoman.read.links import read_channels
from dragoman.read.page import Page
from dragoman.read.pair import find_pair
from dragoman.read.parties import parties_of
from dragoman.read.setting import Setting, as_governments, common_fields, make_evidence, merge_actors, read_setting, with_side
from dragoman.read.sides import Side
from dragoman.read.titles import is_named, title_span
from dragoman.read.whereabouts import find_dateline_place
from dragoman.read.words import Sentence, Token

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


def find_events(page: Page) -> Iterator[Claim]:
    """The events, channels and instruments of every sentence, in text order."""
    before: list[tuple[Match, Claim]] = []
    for sentence in page.sentences:
        seen: dict[tuple[object, ...], list[Match]] = {}
        told: list[tuple[Match, Claim]] = []
        for match in acts_of(sentence):
            setting = read_setting(page, match)
            for claim in _claims(page, match, setting):
                same = seen.setdefault(_key(claim), [])
                if not any(_tell_one(match, other, claim) for other in same):
                    same.append(match)
                    told.append((match, claim))
                    yield claim
        yield from find_likewise(page, sentence, [*before, *told])
        before = told


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


def _tell_one(match: Match, other: Match, claim: Claim) -> bool:
    """Whether two matches with like claims tell one thing: one act, or one word; two verbs tell two deeds ("cut ties and closed the border")."""
    verbs = match.clause.head.pos == "VERB" and other.clause.head.pos == "VERB"
    return not isinstance(claim, Event) or not verbs or match.act.id == other.act.id or match.clause.head.index == other.clause.head.index


def _sides(actors: tuple[Actor, ...]) -> frozenset[str | None]:
    return frozenset(actor.side for actor in actors)


def _claims(page: Page, match: Match, setting: Setting) -> Iterator[Claim]:
    """The bundle of one act."""
    event = read_event(page, match, setting)
    if event is not None:
        yield event
    yield from read_channels(page, match, setting)
    yield from read_instruments(page, match, setting)


def read_event(page: Page, match: Match, setting: Setting) -> Event | None:
    """The event of an act; `None` where it has none or its sides are not told."""
    act = match.act
    if act.event is None or (act.id == "cooperate" and _in_general(match, setting)) or (act.id == "meet" and _is_called_off(match)):
        return None
    source, target = with_side(match.actors("source")), with_side(match.actors("target"))
    told = common_fields(page, match, setting)
    source, target = _across(match, source, target)
    if act.host and not source:
        source, target = _by_hosts(match, target)
    if act.home:
        source, target = _called_home(match, source, target)
    if target and not source and (doer := _unsaid_doer(page, match, target)) is not None:
        source = (doer.actor,)
        told["evidence"] = (*setting.evidence, make_evidence(page, "source", doer.span, "the other side of the matter"))
    if act.faces and source and not target and (other := _faced(page, match, source)) is not None:
        target = (other.actor,)
        told["evidence"] = (*setting.evidence, make_evidence(page, "target", other.span, "the other side of the matter"))
    mutual = act.symmetric or (act.event == "SANCTION" and not target and _is_each_other(page, match, source))
    if mutual:
        source, target = merge_actors(source, target, () if match.frame.asserts else with_side(parties_of(match))), ()
        if len(_sides(source)) < 2:
            return None
    elif source and len(_sides(target)) > 1 and _sides(source) <= _sides(target) and not any(actor.type == "organisation" for actor in target):
        source, target, mutual = merge_actors(source, target), (), True
    elif not source or (act.id == "visit-other" and not target) or (target and _sides(source) == _sides(target)):
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


def _is_each_other(page: Page, match: Match, source: tuple[Actor, ...]) -> bool:
    """Whether two who expel or recall envoys do it to each other: "the two countries", or those whom the whole document is about."""
    moved = match.clause.sentence.language == "en" and (match.act.home or match.act.host) and len(_sides(source)) > 1
    return any(token.others for token in match.roles.get("source", ())) or (moved and set(find_pair(page.mentions)) == _sides(source))


def _called_home(match: Match, source: tuple[Actor, ...], target: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who calls an envoy home, and from where ("back to Lima" is home); nobody where an English adjective gives the envoy to another state."""
    sentence = match.clause.sentence
    things = match.roles.get("thing", ()) if sentence.language == "en" else ()
    named = [c.mention.actor for thing in things for c in sentence.children(thing, "amod") if c.mention is not None and c.mention.actor is not None]
    if source and named and not any(actor.side in _sides(source) for actor in named):
        return (), ()
    source = source or find_homes(match)
    return source, tuple(actor for actor in target if actor.side not in _sides(source))


def _by_hosts(match: Match, target: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The state where an envoy serves as who acts, and the envoy's own as whom it faces."""
    hosts = find_hosts(match)
    return hosts, tuple(actor for actor in target if actor.side not in _sides(hosts)) or target


def _across(match: Match, source: tuple[Actor, ...], target: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who visits or is invited, without those who are at home where the other side is."""
    if match.act.mode == "visit":
        return _guests(source, target), target
    return source, _guests(target, source) if match.act.id == "invite" else target


def _guests(source: tuple[Actor, ...], target: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those of the visitors who are not at home where they are told to go, unless all are."""
    return tuple(actor for actor in source if actor.side not in _sides(target)) or source


def _faced(page: Page, match: Match, source: tuple[Actor, ...]) -> Side | None:
    """Whom an act faces that names nobody: the other side of the matter; of a visit also the place from which the page is told."""
    other = find_other_side(page, match, source)
    home = find_dateline_place(page) if other is None and match.act.id == "visit-other" else None
    if home is not None and home.actor is not None and home.actor.side not in _sides(source):
        return Side(home.actor, home.span)
    return other


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


def _unsaid_doer(page: Page, match: Match, target: tuple[Actor, ...]) -> Side | None:
    """Who does what a host does unnamed, or what a Russian passive leaves without a doer: the one other side of the matter."""
    unsaid = match.act.host or (match.clause.passive and match.clause.sentence.language == "ru")
    return find_other_side(page, match, target) if unsaid else None


def read_instruments(page: Page, match: Match, setting: Setting) -> Iterator[Instrument]:
    """The instruments that an act makes or changes, each of a row: "signed a treaty and a protocol"."""
    tokens = match.roles.get("instrument", ())
    if match.act.instrument is None or not tokens:
        return
    sentence = match.clause.sentence
    parties = as_governments(merge_actors(with_side(parties_of(match) or _named_parties(sentence, tokens[0]))))
    row = [tokens[0], *(_papers_beside(sentence, tokens[0]) if sentence.language == "en" else ())]
    for token in row:
        title = page.text_at(title_span(sentence, token, [time.span for time in page.times]))
        english = sentence.language == "en"
        if len({actor.side for actor in parties}) < (2 if english else 1) and not (english and is_named(title, "en")):
            continue
        told = common_fields(page, match, setting) | {"instrument": title}
        yield Instrument(**told, title=title, type=_instrument_type(sentence, token), parties=parties, state=match.act.instrument)


def _named_parties(sentence: Sentence, token: Token) -> tuple[Actor, ...]:
    """English: the two sides that the name of a paper itself tells: "the agreement on the abolition of visas between [A and B]"."""
    inside = sentence.subtree(token, without=frozenset({"acl:relcl", "advcl", "parataxis"})) if sentence.language == "en" else []
    between = next((word for word in inside if marker_of(sentence, word) == "between"), None)
    return find_actors(sentence, between) if between is not None else ()


def _papers_beside(sentence: Sentence, token: Token) -> list[Token]:
    """The other papers of a row, also where the tree joins the next one to the matter of the first ("a treaty on fish and a protocol on ports")."""
    agreements = load_classes(sentence.language).nouns["agreement"]
    inner = [joined for matter in sentence.children(token, "nmod") for joined in sentence.children(matter, "conj")]
    return [other for other in (*coordinated(sentence, token), *inner) if other is not token and phrases_of(sentence, other) & agreements]


def _instrument_type(sentence: Sentence, token: Token) -> InstrumentType:
    """The type that the noun names by the language's classes; an agreement where it names none."""
    nouns = load_classes(sentence.language).nouns
    phrases = phrases_of(sentence, token)
    return next((kind for kind in INSTRUMENT_TYPES if phrases & nouns.get(kind, frozenset())), "agreement")
