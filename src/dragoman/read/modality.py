"""How a content is meant: done, planned, proposed, discussed, possible, negated, denied, alleged."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Modality
from dragoman.read.words import Sentence, Token

LANG = Path(__file__).parent / "lang"
CARRIES = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "nsubj", "nsubj:pass", "csubj", "iobj", "compound", "advcl")
"""Relations over which a governor says how its dependent is meant."""
CLAUSAL = ("xcomp", "ccomp", "acl", "advcl", "csubj")
HEIGHT = 5


@dataclass(frozen=True, slots=True)
class Moods:
    """The words of one language that say how a content is meant."""

    auxiliaries: dict[str, Modality]
    governors: dict[str, Modality]
    adverbs: dict[str, Modality]
    negations: frozenset[str]
    conditions: frozenset[str]
    implicative: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mood:
    """A modality with the word that decided it (`None`: nothing did, so it is actual)."""

    modality: Modality
    token: Token | None = None


@cache
def load_moods(language: str) -> Moods:
    """The words of `lang/<language>/modality.toml`."""
    with (LANG / language / "modality.toml").open("rb") as file:
        table = tomllib.load(file)
    moods = {name: {word: modality for modality, row in table[name].items() for word in row} for name in ("auxiliaries", "governors", "adverbs")}
    sets = {name: frozenset(table["words"][name]) for name in ("negations", "conditions", "implicative")}
    return Moods(moods["auxiliaries"], moods["governors"], moods["adverbs"], sets["negations"], sets["conditions"], sets["implicative"])


def find_mood(sentence: Sentence, token: Token) -> Mood:
    """The modality of the act that `token` tells: by its own auxiliaries and negation, then by what governs it."""
    moods = load_moods(sentence.language)
    own = own_mood(sentence, token, moods)
    if own is not None:
        return own
    below = token
    for _ in range(HEIGHT):
        above = sentence.head(below)
        if above is None or not _carries(below):
            break
        mood = _governed(sentence, below, above, moods)
        if mood is not None:
            return mood
        below = above
    return Mood("actual")


def own_mood(sentence: Sentence, token: Token, moods: Moods) -> Mood | None:
    """What the auxiliaries, adverbs, negation and condition of a predicate say of it."""
    negation = find_negation(sentence, token, moods)
    if negation is not None:
        return None if token.lemma.lower() in moods.implicative else Mood("negated", negation)
    for child in sentence.children(token):
        lemma = child.lemma.lower()
        if child.relation == "mark" and lemma in moods.conditions:
            return Mood("conditional", child)
        if child.base_relation == "aux" and lemma in moods.auxiliaries and not _is_past_be(child):
            return Mood(moods.auxiliaries[lemma], child)
        if child.base_relation == "advmod" and lemma in moods.adverbs:
            return Mood(moods.adverbs[lemma], child)
    return None


def _is_past_be(token: Token) -> bool:
    """Russian "быть" is an auxiliary of the future only in its future form."""
    return token.lemma == "быть" and not token.has("Tense=Fut")


def find_negation(sentence: Sentence, token: Token, moods: Moods | None = None) -> Token | None:
    """The word that negates a predicate or its noun ("no flights"), if there is one."""
    negations = (moods or load_moods(sentence.language)).negations
    return next((c for c in sentence.children(token, "advmod", "det", "aux", "cc") if c.lemma.lower() in negations or c.text.lower() in negations), None)


def _carries(token: Token) -> bool:
    if token.relation == "acl:relcl":
        return False
    if token.base_relation == "advcl":
        return token.has("VerbForm=Inf") or token.has("VerbForm=Part")
    return token.base_relation in CARRIES or token.relation in CARRIES or token.base_relation == "conj"


def _governed(sentence: Sentence, below: Token, above: Token, moods: Moods) -> Mood | None:
    """What the governor `above` says of `below`."""
    lemma = above.lemma.lower()
    if below.base_relation == "conj":
        return own_mood(sentence, above, moods) if sentence.child(below, "aux", "nsubj") is None else None
    if below.relation in ("nsubj", "obl") and above.pos == "VERB" and lemma not in moods.governors:
        return own_mood(sentence, above, moods) if below.relation == "nsubj" or below.pos == "NOUN" else None
    if lemma in moods.implicative and find_negation(sentence, above, moods) is not None:
        return None
    if below.base_relation == "advcl" and below.has("VerbForm=Inf"):
        return Mood("planned", above) if lemma not in moods.governors else Mood(moods.governors[lemma], above)
    if lemma in moods.governors and (below.base_relation in CLAUSAL or below.pos in ("NOUN", "PROPN") or below.has("VerbForm=Ger")):
        return Mood(moods.governors[lemma], above)
    if below.base_relation == "ccomp":
        return None
    return own_mood(sentence, above, moods)
