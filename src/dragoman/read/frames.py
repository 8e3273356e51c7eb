"""Acts found in sentences: frames say how a language tells an act, one matcher runs them all.

A frame names its triggers (`verbs`, `nouns`) and, for each role, where the participant stands and what it must be:
`"object:envoy"` is an object whose head is of the class `envoy`; `"?with:side"` may be missing. Positions are
`subject object iobj possessor modifier complement`, `withsubject` (who acts "in a call"), `said` (of whom something is said), `within`
(what an infinitive is to act on), `guest` (who is "visiting"), `self` (the state within the trigger: 방중), else the
marker of an oblique. Classes are `side` (somebody of a state), `official` (one who acts for a state), `about` (a side or something of it),
`place`, `anybody` (a name, of whatever state), `link` (a phrase that names a channel), or a list of nouns in the language's `classes.toml`.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import msgspec

from dragoman.know.acts import Act, load_acts
from dragoman.model import Actor, ChannelType
from dragoman.read.actors import coordinated, find_actor, find_actors, find_owners
from dragoman.read.clauses import Clause, case_of, find_clauses
from dragoman.read.subjects import meant_by
from dragoman.read.visits_ko import find_visited
from dragoman.read.words import Sentence, Token

LANG = Path(__file__).parent / "lang"
ANEW = frozenset({"вновь", "снова", "заново", "повторно"})
"""Russian adverbs by which what opens is what was open before."""
POSITIONS = ("subject", "object", "iobj", "possessor", "modifier", "complement", "withsubject", "said", "within", "guest")
ROLES = ("link", "thing", "instrument", "source", "target", "where")
"""The roles in the order in which they are filled: what fills one is where the next is looked for."""
AGAIN = ("다시", "재차")
"""Korean adverbs with which opening is reopening."""
OTHERWISE = (
    "break down",
    "break out",
    "break up",
    "work out",
    "work up",
    "carry on",
    "go on",
    "come about",
    "hand in",
    "summon back",
    "call back",
    "call home",
    "call off",
)
"""English verbs that with their particle mean something else than without it."""
UNDOES = {"resume-link": "suspend-link", "end-war": "wage-war"}
"""Acts that end what another act began: the end of a war is told, not a war."""
ANSWERS = ("retaliate",)
"""Acts that are no more than what they are done by."""
ANYBODY = ("인", "사람", "국민")
OFFICIAL = ("state", "agency", "person", "organisation")


class Frame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to tell an act; `examples` are sentences of our own that run as tests.

    `asserts`: the act is told as done whatever it is about ("agreed to open"), and its sides are in its roles alone.
    """

    act: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    thing: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    asserts: bool = False


class FrameFile(msgspec.Struct, frozen=True):
    """One file of frames with its source and licence."""

    meta: dict[str, str]
    frame: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Classes:
    """Nouns by class, and phrases by the channel that they name."""

    nouns: dict[str, frozenset[str]]
    links: dict[str, ChannelType]


@dataclass(frozen=True, slots=True)
class Match:
    """An act told by a clause: the tokens that fill its roles. `channel` is what the role `link` names."""

    act: Act
    frame: Frame
    clause: Clause
    roles: dict[str, tuple[Token, ...]]
    channel: ChannelType | None = None

    def actors(self, role: str) -> tuple[Actor, ...]:
        """The actors in a role."""
        found: list[Actor] = []
        for token in self.roles.get(role, ()):
            sentence, head = self.clause.sentence, self.clause.head
            if sentence.language == "ru" and head.relation == "acl" and head.has("Number=Sing") and token.index == head.head and find_actor(sentence, token):
                found.extend(actor for actor in find_actor(sentence, token) if actor not in found)
                continue  # "между А, прибывшим в Лиму, и Б"
            members = coordinated(sentence, token) if sentence.language == "ru" else (token,)
            named = find_visited(token) if token.index == head.index else ()
            named = named or find_actors(sentence, token) or tuple(owner for member in members for owner in find_owners(sentence, member))
            found.extend(actor for actor in named if actor not in found)
        return tuple(found)


@cache
def load_frames(language: str) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """The frames of a language by `(verb or noun, lemma)`."""
    index: dict[tuple[str, str], list[Frame]] = {}
    for path in sorted((LANG / language / "frames").glob("*.toml")):
        for frame in msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), FrameFile).frame:
            if frame.act not in load_acts():
                message = f"{path.name}: no such act {frame.act!r}"
                raise ValueError(message)
            for kind, words in (("verb", frame.verbs), ("noun", frame.nouns)):
                for word in words:
                    index.setdefault((kind, word), []).append(frame)
    return {key: tuple(frames) for key, frames in index.items()}


@cache
def load_classes(language: str) -> Classes:
    """The noun classes and link phrases of a language."""
    with (LANG / language / "classes.toml").open("rb") as file:
        table = tomllib.load(file)
    nouns = {name: frozenset(words) for name, words in table["nouns"].items()}
    links: dict[str, ChannelType] = {phrase: channel for channel, phrases in table["links"].items() for phrase in phrases}
    return Classes(nouns, links)


def acts_of(sentence: Sentence) -> tuple[Match, ...]:
    """The acts of a sentence, in text order of what tells them."""
    return sentence.once(_acts_of)


def _acts_of(sentence: Sentence) -> tuple[Match, ...]:
    return tuple(find_acts(find_clauses(sentence)))


def find_acts(clauses: tuple[Clause, ...]) -> Iterator[Match]:
    """The acts of a sentence; one told in a participle turns to the target of the clause that it hangs on.

    A purpose of the same type as the act that it serves is no act of its own: talks are what a visit is for. Whom it is meant to help is the
    target of what is sent ("sent troops to support Chad").
    """
    matches = list(_matches(clauses))
    lifted = {(UNDOES.get(m.act.id), token.index) for m in matches for token in m.roles.get("thing", ())}
    matches = [m for m in matches if (m.act.id, m.clause.head.index) not in lifted]
    for match in matches:
        if match.act.id in ANSWERS and any(_hangs_on(m, match) for m in matches):
            continue  # "retaliated by closing the border" is one deed
        above = next((m for m in matches if _hangs_on(match, m)), None)
        served = next((m for m in matches if _hangs_on(m, match) and m.act.event in ("SUPPORT", "AID") and "target" in m.roles), None)
        if served is not None and match.frame.target and "target" not in match.roles and served.clause.head.has("VerbForm=Inf"):
            yield replace(match, roles={**match.roles, "target": served.roles["target"]})
        elif above is None:
            yield match
        elif match.clause.head.has("VerbForm=Inf"):
            if match.act.event != above.act.event:
                yield match
        elif "target" in above.roles and "target" not in match.roles and match.frame.target and above.roles["target"] != match.roles.get("source"):
            yield replace(match, roles={**match.roles, "target": above.roles["target"]})
        else:
            yield match


def _hangs_on(match: Match, above: Match) -> bool:
    """Whether an act is told in a participle or as the purpose of another ("visited X to discuss Y")."""
    head = match.clause.head
    return head.base_relation == "advcl" and above.clause.head.index == head.head and head.index != head.head


def _matches(clauses: tuple[Clause, ...]) -> Iterator[Match]:
    """Of each clause the fullest match of each act."""
    for clause in clauses:
        if clause.head.pos == "ADJ" and clause.head.base_relation == "xcomp" and clause.head.lemma == "open" and clause.sentence.language == "en":
            continue  # "kept the office open" opens nothing
        if clause.head.pos == "ADJ" and (clause.head.has("Degree=Sup") or clause.head.has("Degree=Cmp")):
            continue  # what is closest to a border closes none
        kind = "noun" if clause.head.pos in ("NOUN", "PROPN") and not clause.performed else "verb"
        frames = load_frames(clause.sentence.language)
        best: dict[str, Match] = {}
        for frame in (frame for lemma in _spellings(clause) for frame in frames.get((kind, lemma), ())):
            match = match_frame(frame, clause)
            if match is not None and (frame.act not in best or len(match.roles) > len(best[frame.act].roles)):
                best[frame.act] = match
        yield from (match for match in best.values() if not any(_says_more(other, match) for other in best.values()))


def _says_more(other: Match, match: Match) -> bool:
    """Whether another act of the same clause is of the same type as a mere event and tells more of it: a strike by air is an attack."""
    if other is match or other.act.event != match.act.event or match.act.channel is not None or match.act.instrument is not None:
        return False
    theirs, own = ((len(m.roles), m.act.mode is not None) for m in (other, match))
    return theirs > own


HARDER = ("전면", "잠정", "맹", "강력", "공식", "일시", "긴급", "전격", "즉각", "강제", "완전")
"""Korean words that only say how something is done, written as one with its verb: 전면중단하다, 맹비난하다."""


def _spellings(clause: Clause) -> tuple[str, ...]:
    """The lemma as given, without its particle, and as it would be where the lemmatiser cut a verb wrongly ("invad", "bann").

    A Korean compound is written as one word, and its end says what it is.
    """
    lemma = clause.head.lemma.lower()
    if clause.sentence.language == "ko":
        resolved = ("기로하",) if is_resolved(clause.sentence, clause.head) else ()
        again = f"다시 {clause.lemma}" if any(c.lemma in AGAIN for c in clause.sentence.children(clause.head, "advmod")) else ""
        return (
            again if ("verb", again) in load_frames("ko") else clause.lemma,
            *resolved,
            *(rest for rest in (lemma.removeprefix(word) for word in HARDER) if rest != lemma and ("verb", rest) in load_frames("ko")),
            *(lemma[-n:] for n in (2, 3, 4) if len(lemma) > n and clause.head.pos == "NOUN"),
        )
    if clause.sentence.language == "ru" and any(c.lemma.lower() in ANEW for c in clause.sentence.children(clause.head, "advmod")):
        return (f"вновь {lemma}",) if ("verb", f"вновь {lemma}") in load_frames("ru") else (lemma,)
    if clause.lemma in OTHERWISE:
        return (clause.lemma,)
    found = [clause.lemma, lemma, lemma + "e", lemma.removesuffix("e")]
    if lemma.endswith("ing"):
        found.extend([lemma.removesuffix("ing"), lemma.removesuffix("ing") + "e"])
    bare = lemma.removesuffix("e")
    if bare[-1:] == bare[-2:-1]:
        found.append(bare[:-1])
    return tuple(dict.fromkeys(found))


def is_resolved(sentence: Sentence, head: Token) -> bool:
    """Whether a Korean verb in -기로 하다 tells what was resolved or agreed."""
    words = (head, *sentence.children(head, "aux"))
    return any(word.particles[-2:] == ("기", "로") for word in words) and any(child.base_relation == "aux" for child in words[1:])


def match_frame(frame: Frame, clause: Clause) -> Match | None:
    """The act if every role that must be there is filled, else `None`."""
    if any(_fill(position, clause) for position in frame.unless):
        return None
    roles: dict[str, tuple[Token, ...]] = {}
    thing_first = bool(frame.thing) and "Gen:link" in frame.link  # "возобновление [работы [пунктов пропуска]]"
    for role in ("thing", "link", "instrument", "source", "target", "where") if thing_first else ROLES:
        patterns: tuple[str, ...] = getattr(frame, role)
        held = [token for of in ("link", "thing", "instrument") for token in roles.get(of, ())]
        filled = next((tokens for tokens in (_fill(pattern.lstrip("?"), clause, held) for pattern in patterns) if tokens), ())
        if filled:
            roles[role] = filled
        elif patterns and not all(pattern.startswith("?") for pattern in patterns):
            return None
    channel = next((c for token in roles.get("link", ()) if (c := channel_of(clause.sentence, token)) is not None), None)
    return Match(load_acts()[frame.act], frame, clause, roles, channel)


def _fill(pattern: str, clause: Clause, held: Sequence[Token] = ()) -> tuple[Token, ...]:
    """The tokens that stand at a position and are of its class.

    A marker is looked for at the predicate, then below the nouns that already fill a role ("imposed [sanctions] against"), else below the object
    or the "of" of a noun ("a visit of [Name] to"): parsers err where a preposition hangs.
    """
    position, _, wanted = pattern.partition(":")
    sentence = clause.sentence
    if position == "self":
        return (clause.head,) if wanted in ("", "side") or is_of(sentence, clause.head, wanted) else ()
    found: list[Token] = []
    for argument in clause.arguments:
        here = argument.role if argument.role in POSITIONS else argument.marker
        if argument.role == "lightsubject":
            here = "subject"
        token = _named_place(sentence, argument.token) if wanted == "place" else argument.token
        if here == position and token not in found and (not wanted or is_of(sentence, token, wanted)):
            found.append(token)
    if not found and position not in POSITIONS:
        near = ("of", "to") if position == "by" else ("of",)  # "a visit to Chad by [Name]"
        owners = (argument.token for argument in clause.arguments if argument.marker in near and clause.head.pos == "NOUN")
        objects = [*(argument.token for argument in clause.arguments if argument.role == "object"), *owners]
        for anchors in (held, objects):
            depth = 3 if sentence.language == "ru" else 2  # "пункты пропуска на границе [с …]"
            inner = [meant_by(sentence, clause.head, c) for token in anchors for c in _below(sentence, token, depth) if case_of(sentence, c) == position]
            found = found or [child for child in inner if not wanted or is_of(sentence, child, wanted)]
    return tuple(found)


def _named_place(sentence: Sentence, token: Token) -> Token:
    """The name of a place behind its common noun: "the capital, [Lima]", "the port of [Callao]"."""
    if token.mention is not None:
        return token
    inner = (c for c in sentence.children(token, "appos", "nmod", "flat") if c.relation == "appos" or case_of(sentence, c) in ("of", "", "in"))
    return next((c for c in inner if c.mention is not None and c.mention.kind in ("state", "place")), token)


def _below(sentence: Sentence, token: Token, depth: int = 2) -> Iterator[Token]:
    """The nouns that hang on a noun, and those on them: "a ban [on maize [from Malawi]]"."""
    for child in sentence.children(token, "nmod", "obl", "iobj"):
        yield child
        if depth > 1:
            yield from _below(sentence, child, depth - 1)
            for joined in sentence.children(child, "conj") if sentence.language == "ru" and case_of(sentence, child) != "Gen" else ():
                yield from _below(sentence, joined, depth - 1)  # "договор о дружбе и торговле [между …]"


def _is_anybody(sentence: Sentence, token: Token) -> bool:
    """Whether a Korean noun names any people of a state ("한국인"), who do nothing for it."""
    return sentence.language == "ko" and token.mention is not None and token.text[token.mention.span.stop - token.span.start :].startswith(ANYBODY)


def is_of(sentence: Sentence, token: Token, wanted: str) -> bool:
    """Whether the noun phrase headed by `token` is of a class."""
    match wanted:
        case "side":
            return any(actor.side for actor in find_actors(sentence, token))
        case "official":
            counted = sentence.language == "en" and token.mention is not None and token.mention.kind == "demonym" and sentence.child(token, "nummod")
            return not counted and not _is_anybody(sentence, token) and any(actor.side and actor.type in OFFICIAL for actor in find_actors(sentence, token))
        case "about":
            return any(actor.side for actor in (*find_actors(sentence, token), *find_owners(sentence, token)))
        case "place":
            named = token.mention is not None and token.mention.kind in ("state", "place")
            return named or (token.lemma.lower() in ("capital", "столица") and bool(find_owners(sentence, token)))
        case "link":
            return channel_of(sentence, token) is not None
        case "firm":
            return any(actor.side and actor.type == "firm" for actor in find_actors(sentence, token))
        case "posted":
            own = any(c.mention is not None for c in sentence.children(token, "compound", "nmod"))
            return not own and any(c.lemma == "주재" for c in sentence.children(token, "acl")) and is_of(sentence, token, "envoy")
        case "anybody":
            return token.pos == "PROPN" and (token.mention is None or token.mention.kind == "person")
        case "person":
            return any(actor.type == "person" for actor in find_actors(sentence, token))
        case _:
            nouns = load_classes(sentence.language).nouns.get(wanted)
            if nouns is None:
                message = f"no class {wanted!r} in the classes of {sentence.language!r}"
                raise KeyError(message)
            return any(_names(sentence, unit) & nouns for member in coordinated(sentence, token) for unit in _units(sentence, member))


def _units(sentence: Sentence, token: Token) -> Iterator[Token]:
    """A noun, and what it is a set of: "a series of [agreements]"."""
    yield token
    if token.lemma.lower() in load_classes(sentence.language).nouns.get("sets", frozenset()):
        yield from (child for child in sentence.children(token, "nmod") if case_of(sentence, child) == "of")


def _names(sentence: Sentence, token: Token) -> set[str]:
    """The phrases of a noun; of a person also the office that stands before the name."""
    phrases = phrases_of(sentence, token)
    if token.mention is not None and token.mention.kind == "person":
        phrases |= {child.lemma.lower() for child in sentence.children(token, "compound", "nmod:desc", "flat", "appos", "amod")}
        phrases |= {phrase for child in sentence.children(token, "appos") if child.mention is None for phrase in phrases_of(sentence, child)}
        if token.mention.actor is not None and token.mention.actor.role is not None and sentence.language == "en":
            phrases.add(token.mention.actor.role.lower())
        head = sentence.head(token)
        if token.base_relation in ("flat", "appos") and head is not None:
            phrases.add(head.lemma.lower())
    return phrases


def phrases_of(sentence: Sentence, token: Token) -> set[str]:
    """The lemmas of a noun with its modifiers, from the noun alone to the whole compound."""
    before = [c for c in sentence.children(token, "amod", "compound", "nmod") if c.index < token.index]
    words = [c.text.lower().split(" ")[-1] if c.mention is not None and c.mention.kind == "agency" else c.lemma.lower() for c in before]
    head = token.lemma.lower()
    if token.mention is not None and token.mention.kind == "agency" and sentence.language == "en":
        named = token.mention.text.lower().split(" ")
        return {head, *(" ".join(named[start:]) for start in range(1, len(named)))}
    after = [f"{head} {c.lemma.lower().split(' ')[-1]}" for c in sentence.children(token, "nmod", "amod") if c.index > token.index]
    ends = [head[-n:] for n in (2, 3, 4) if len(head) > n] if sentence.language == "ko" else []
    ends.extend(f"{word[-n:]} {head}" for word in words for n in (2, 3) if sentence.language == "ko" and len(word) > n)  # "단기비자 발급"
    return {head, *ends, *(" ".join([*words[start:], head]) for start in range(len(words))), *(f"{word} {head}" for word in words), *after}


def channel_of(sentence: Sentence, token: Token, *, alone: bool = False) -> ChannelType | None:
    """The channel that a noun phrase names, by its longest known phrase; of a row of nouns the first that names one, unless `alone`."""
    links = load_classes(sentence.language).links
    for member in (token,) if alone else coordinated(sentence, token):
        known = sorted((p for p in phrases_of(sentence, member) if p in links), key=len)
        if known:
            return links[known[-1]]
    return None
