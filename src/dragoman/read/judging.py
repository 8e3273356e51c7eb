"""Words that judge a relation, by language: what can be judged, and by which words, verbs, standings and turns of phrase."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.read.words import Sentence, Token

LANG = Path(__file__).parent / "lang"
FALLBACK = "en"
Scale = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judging:
    """One language's `assessments.toml`. Each scale gives polarities from −1 (enmity) to 1 (alliance).

    What is judged: `relations`; `containers` hold one ("the restoration of relations"); the other side of `held` is where it
    is felt; `parting` are nouns that judge only whom
    "between" names. How: `adjectives` beside the noun or as its predicate, `moves` as verbs of which it is the subject, `acts` as verbs
    of which it is the object. `nouns` judge by themselves ("row"), `changes` only with a relation ("improvement in ties");
    `easing` are verbs of tension that ends, `aims` adjectives that as often tell what is wanted. `standings` say what one side
    is to the other, those in `qualified` only with an adjective of `ranking`,
    those in `bearing` as one of `adjectives` says; `views` are verbs of calling. `attitudes` say how
    one side feels about another, `effects` what something does to a relation; `turns` are turns of phrase.
    """

    relations: frozenset[str]
    containers: frozenset[str]
    held: frozenset[str]
    parting: frozenset[str]
    ranking: frozenset[str]
    bearing: frozenset[str]
    qualified: frozenset[str]
    views: frozenset[str]
    aims: frozenset[str]
    easing: frozenset[str]
    adjectives: Scale
    moves: Scale
    acts: Scale
    nouns: Scale
    changes: Scale
    standings: Scale
    attitudes: Scale
    effects: Scale
    turns: tuple[tuple[re.Pattern[str], float], ...]
    agglutinative: bool
    examples: tuple[Mapping[str, object], ...]

    def grade(self, scale: Scale, sentence: Sentence, token: Token) -> float | None:
        """The polarity that a scale gives a word."""
        form = self._form(scale, sentence, token)
        return scale[form] if form is not None else None

    def has(self, words: frozenset[str], sentence: Sentence, token: Token) -> bool:
        """Whether a list has a word."""
        return self._form(words, sentence, token) is not None

    def _form(self, words: frozenset[str] | Scale, sentence: Sentence, token: Token) -> str | None:
        for form in forms_of(sentence, token):
            if form in words:
                return form
            if self.agglutinative:
                longer = next((word for word in words if len(word) > 1 and form.endswith(word)), None)
                if longer is not None:
                    return longer
        return None


def forms_of(sentence: Sentence, token: Token) -> Iterator[str]:
    """The lemma, behind the word before it and alone, the word itself, and what English endings may hide where the lemmatiser cut wrongly."""
    text = token.text.lower()
    if sentence.language == "en" and token.pos == "NOUN" and token.index:
        yield f"{sentence.tokens[token.index - 1].text.lower()} {token.lemma.lower()}"
    yield token.lemma.lower()
    yield text
    if sentence.language == "en" and token.pos in ("VERB", "ADJ", "AUX"):
        for ending in ("ed", "d", "ing", "s", "es"):
            if text.endswith(ending):
                yield text.removesuffix(ending)
        if text.endswith("ing"):
            yield text.removesuffix("ing") + "e"
    if sentence.language == "en" and token.pos in ("NOUN", "PROPN") and text.endswith("s"):
        yield text.removesuffix("s")


@cache
def load_judging(language: str) -> Judging:
    """The words of `lang/<language>/assessments.toml`; English where there are none."""
    path = LANG / language / "assessments.toml"
    if not path.is_file():
        return load_judging(FALLBACK)
    with path.open("rb") as file:
        table = tomllib.load(file)
    words = {name: frozenset(row) for name, row in table["words"].items()}

    def scale(name: str) -> dict[str, float]:
        return {form: float(value) for value, row in table.get(name, {}).items() for form in row}

    return Judging(
        relations=words["relations"],
        containers=words.get("containers", frozenset()),
        held=words.get("held", frozenset()),
        parting=words.get("parting", frozenset()),
        ranking=words.get("ranking", frozenset()),
        bearing=words.get("bearing", frozenset()),
        qualified=words.get("qualified", frozenset()),
        views=words.get("views", frozenset()),
        aims=words.get("aims", frozenset()),
        easing=words.get("easing", frozenset()),
        adjectives=scale("adjectives"),
        moves=scale("moves"),
        acts=scale("acts"),
        nouns=scale("nouns"),
        changes=scale("changes"),
        standings=scale("standings"),
        attitudes=scale("attitudes"),
        effects=scale("effects"),
        turns=tuple((re.compile(pattern, re.IGNORECASE), value) for pattern, value in scale("turns").items()),
        agglutinative=table["meta"].get("agglutinative", False),
        examples=tuple(table.get("example", ())),
    )
