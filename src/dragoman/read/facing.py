"""The side that an act leaves unsaid: where an envoy serves, or the other state of the matter."""

from collections.abc import Iterator

from dragoman.model import Actor
from dragoman.read.actors import find_actors, find_owners
from dragoman.read.frames import Match, load_classes
from dragoman.read.page import Page
from dragoman.read.pair import find_pair
from dragoman.read.sides import Side, find_sides, sides_at
from dragoman.read.words import Sentence, Token

MISSIONS = frozenset({"embassy", "consulate", "mission", "commission"})
SERVES = ("to", "in", "в", "во", "при")
"""What stands between an envoy and the state that receives him."""


def find_hosts(match: Match) -> tuple[Actor, ...]:
    """The state that an envoy in the target is accredited to: it is who summons or expels him where nobody else is named."""
    found: dict[str, Actor] = {}
    for token in match.roles.get("target", ()):
        for side in find_accredited(match.clause.sentence, token):
            found.setdefault(side.country or "", side)
    return tuple(found.values())


def find_homes(match: Match) -> tuple[Actor, ...]:
    """The state whose envoy is called home; the envoy himself only where nothing beside him names it."""
    sentence = match.clause.sentence
    owners = [actor for token in match.roles.get("thing", ()) for actor in (*find_owners(sentence, token), *find_actors(sentence, token)) if actor.country]
    return tuple({actor.side: actor for actor in sorted(owners, key=lambda actor: actor.type != "person")}.values())


def find_accredited(sentence: Sentence, target: Token) -> Iterator[Actor]:
    """The states behind "to" or "in" right after the envoy's title."""
    nouns = load_classes(sentence.language).nouns
    envoys = nouns["envoy"] | nouns["diplomat"] if sentence.language == "ru" else nouns["envoy"]
    for word in sentence.subtree(target, without=frozenset({"acl", "acl:relcl", "advcl", "parataxis"})):
        ranked = f"{sentence.tokens[word.index - 1].lemma} {word.lemma}".lower() if word.index else ""
        serves = bool({word.lemma.lower(), ranked} & envoys) or _is_mission(sentence, word)
        after = word.index + (3 if sentence.tokens[word.index + 1 : word.index + 2] and sentence.tokens[word.index + 1].text.lower() == "of" else 1)
        if not serves or after + 1 >= len(sentence.tokens):
            continue
        link, place = _seat(sentence, word, after)
        actor = place.mention.actor if place.mention is not None and place.mention.kind in ("state", "place") else None
        if link.text.lower() in SERVES and actor is not None and actor.country is not None:
            yield Actor(name=place.text, id=actor.country, type="state", country=actor.country, role=None, literal=actor.literal)


def _is_mission(sentence: Sentence, word: Token) -> bool:
    """English: whether a word names a mission of a state, which is where its people serve: "the Kenyan embassy in Chad"."""
    named = word.mention is not None and word.mention.kind == "agency"
    return sentence.language == "en" and named and word.text.lower().split(" ")[-1] in MISSIONS


def _seat(sentence: Sentence, envoy: Token, after: int) -> tuple[Token, Token]:
    """The two words that may tell where an envoy serves: from `after` on; in Russian behind the words of his state and mission too."""
    behind = after
    if sentence.language == "ru":
        named = (word.index for word in sentence.tokens[envoy.index + 1 : -1] if not (word.has("Case=Gen") and word.pos in ("NOUN", "PROPN", "ADJ")))
        behind = next(named, behind)
    link, place = sentence.tokens[behind : behind + 2]
    return link, place


def find_other_side(page: Page, match: Match, known: tuple[Actor, ...]) -> Side | None:
    """The one state besides `known` that the act's own words, its sentence or the whole document are about; `None` where there are more."""
    sentence = match.clause.sentence
    nouns = [token for role in ("link", "thing", "target") for token in match.roles.get(role, ())]
    sides = {actor.side for actor in known}
    for noun in nouns or [match.clause.head]:
        others = [side for side in find_sides(page, sentence, noun) if side.actor.side not in sides]
        if len(others) == 1 and others[0].actor.country is not None:
            return others[0]
    return _other_of_pair(page, sentence, sides) if sentence.language == "en" else None


def _other_of_pair(page: Page, sentence: Sentence, known: set[str | None]) -> Side | None:
    """The other one of the two states that the whole document is about, where the sentence names no third."""
    named = {side.actor.side for token in sentence.tokens for side in sides_at(token)}
    pair = find_pair(page.mentions, least=2)
    if not known <= set(pair) or not named <= set(pair):
        return None
    others = [mention for code, mention in pair.items() if code not in known]
    return Side(others[0].actor, others[0].span) if len(others) == 1 and others[0].actor is not None else None
