"""What a number measures: nouns, verbs and units of each language, in an ordered list of rules."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from dragoman.model import Measure
from dragoman.read.subjects import surface_subjects
from dragoman.read.words import Sentence, Token

LANG = Path(__file__).parent / "lang"
FALLBACK = "en"
Value = TypeVar("Value")
PEOPLE: tuple[Measure, ...] = ("travellers", "population", "students")
MONEY = re.compile(r"[A-Z]{3}")
NOUNS = ("NOUN", "PROPN")
PREDICATES = ("VERB", "AUX")
TIMES = frozenset({"h", "min", "d", "wk", "mo", "a"})
CAUSE = 4
"""How many words before a noun its cause may begin: "due to a fall in [prices]"."""
FLOWS: Mapping[str, Measure] = {"exports": "exports", "imports": "imports"}
"""English nouns behind which a number may stand alone ("imports about 5 million"), and which a parser takes for verbs there."""
LENGTHS = frozenset({"km", "[mi_i]", "m"})


@dataclass(frozen=True, slots=True)
class Measures:
    """The words of one language's `measures.toml`."""

    nouns: Mapping[str, Measure]
    verbs: Mapping[str, Measure]
    words: Mapping[str, frozenset[str]]
    change: Mapping[str, str]
    ratios: Mapping[str, float]
    markers: Mapping[str, re.Pattern[str]]
    rank: re.Pattern[str]
    rank_always: re.Pattern[str]
    ordinals: Mapping[str, int]
    agglutinative: bool
    multiples: tuple[tuple[re.Pattern[str], float | None], ...] = ()
    numbers: Mapping[str, float] = field(default_factory=dict)

    def multiple(self, text: str) -> float | None:
        """By how much something changed that is told in multiples: "sixfold" is 5, «вдвое» 1; `None` where none is told."""
        for pattern, ratio in self.multiples:
            match = pattern.search(text)
            if match is not None and ratio is not None:
                return ratio
            number = self._number(match["n"]) if match is not None else None
            if number is not None and number > 1:
                return round(number - 1, 4)
        return None

    def _number(self, form: str) -> float | None:
        plain = form.lower().replace(",", ".")
        return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else self.numbers.get(plain)

    def noun(self, lemma: str) -> Measure | None:
        """What a noun measures; in Korean by the end of a compound."""
        return self._find(self.nouns, lemma)

    def verb(self, lemma: str) -> Measure | None:
        """What a verb measures."""
        return self._find(self.verbs, lemma)

    def direction(self, lemma: str) -> str | None:
        """`up`, `down` or `flat`, where the verb says so."""
        found = self._find(self.change, lemma)
        if found is None and (ratio := self.ratio(lemma)) is not None:
            return "up" if ratio > 0 else "down"
        return found

    def ratio(self, lemma: str) -> float | None:
        """By how much a verb says that something changed ("double": 1)."""
        return self._find(self.ratios, lemma)

    def has(self, table: str, lemma: str) -> bool:
        """Whether a list of words has `lemma`."""
        return lemma.lower() in self.words.get(table, frozenset())

    def _find(self, table: Mapping[str, Value], lemma: str) -> Value | None:
        plain = lemma.lower()
        if plain in table or not self.agglutinative:
            return table.get(plain)
        return next((value for form, value in table.items() if plain.endswith(form)), None)


@dataclass(frozen=True, slots=True)
class Spot:
    """A number in its sentence: its words, their head, and the predicate of its clause."""

    sentence: Sentence
    words: tuple[Token, ...]
    top: Token
    verb: Token | None
    large: bool = False

    @property
    def following(self) -> Token | None:
        """The word right after the number, past adjectives."""
        after = self.sentence.tokens[self.words[-1].index + 1 :][:3]
        first = next((t for t in after if t.pos != "ADJ" or t.mention is not None), None)
        head = self.sentence.head(first) if first is not None and first.base_relation in ("compound", "amod") else None
        return head or first


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, the noun that names what is measured (`None`: only the verb does), and the rule that told."""

    measure: Measure
    noun: Token | None
    rule: str


@cache
def load_measures(language: str) -> Measures:
    """The words of `lang/<language>/measures.toml`; English where there are none."""
    path = LANG / language / "measures.toml"
    if not path.is_file():
        return load_measures(FALLBACK)
    with path.open("rb") as file:
        table = tomllib.load(file)
    ranks = table["ranks"]
    return Measures(
        nouns={lemma: cast("Measure", measure) for measure, lemmas in table["nouns"].items() for lemma in lemmas},
        verbs={lemma: cast("Measure", measure) for measure, lemmas in table["verbs"].items() for lemma in lemmas},
        words={name: frozenset(row) for name, row in table["words"].items()},
        change={lemma: direction for direction, lemmas in table["change"].items() for lemma in lemmas},
        ratios=table.get("ratios", {}),
        markers={name: re.compile(pattern, re.IGNORECASE) for name, pattern in table["markers"].items()},
        rank=re.compile(ranks["pattern"], re.IGNORECASE),
        rank_always=re.compile(ranks["always"], re.IGNORECASE),
        ordinals={form: int(value) for value, forms in ranks["ordinals"].items() for form in forms.split("|")},
        agglutinative=table["meta"].get("agglutinative", False),
        multiples=tuple((re.compile(pattern, re.IGNORECASE), ratio or None) for pattern, ratio in table.get("multiples", {}).items()),
        numbers=table.get("multiple_words", {}),
    )


def find_measured(spot: Spot, unit: str) -> Measured | None:
    """What a number measures; `None` where no rule has an opinion."""
    measures = load_measures(spot.sentence.language)
    if (unit == "1" and counts_something_else(spot, measures)) or is_worth_of_thing(spot, measures):
        return None
    for rule in (
        stay_or_journey,
        told_right_before,
        counted_noun,
        governing_noun,
        subject_of_clause,
        object_of_clause,
        people_there,
        noun_before,
        verb_of_clause,
    ):
        measured = rule(spot, measures)
        if measured is not None and fits_unit(measured.measure, unit):
            return measured
    return None


def counts_something_else(spot: Spot, measures: Measures) -> bool:
    """English: whether a number counts a thing that no measure is for, whatever else the clause names: "1,000 [sacks] for students"."""
    head = spot.sentence.head(spot.top) if spot.top.base_relation == "nummod" else None
    plain = head is not None and head.pos == "NOUN" and head.mention is None and spot.sentence.language == "en"
    return plain and head is not None and not is_people(head, measures) and measures.noun(head.lemma) is None and not measures.has("containers", head.lemma)


def is_worth_of_thing(spot: Spot, measures: Measures) -> bool:
    """Whether a number says what one thing is worth: "a $13 billion [contract]"."""
    head = spot.sentence.head(spot.top)
    return head is not None and spot.top.base_relation in ("compound", "nummod", "amod") and spot.top.index < head.index and measures.has("things", head.lemma)


def fits_unit(measure: Measure, unit: str) -> bool:
    """Whether a measure can be told in a unit."""
    if unit in TIMES:
        return measure == "duration"
    if unit in LENGTHS:
        return measure == "distance"
    if unit == "%":
        return measure not in ("duration", "distance", "rank", "price", "count")
    if MONEY.fullmatch(unit):
        return measure in ("trade_turnover", "exports", "imports", "investment", "debt", "aid", "spending", "price")
    if unit == "1":
        return measure in (*PEOPLE, "count")
    if unit == "km2":
        return measure == "count"
    return measure in ("exports", "imports", "trade_turnover", "aid")


def stay_or_journey(spot: Spot, measures: Measures) -> Measured | None:
    """A length of time beside a visa, stay or flight: how long one may stay or travels."""
    above, before = spot.sentence.head(spot.top), spot.sentence.tokens[: spot.words[0].index][-2:]
    if any(word is not None and measures.has("pauses", word.lemma) for word in (above, *before)):
        return None  # "resumed after a gap of 25 years", "for the first time in 25 years"
    scope = spot.sentence.subtree(spot.verb) if spot.verb is not None else list(spot.sentence.tokens)
    noun = next((t for t in scope if measures.has("stays", t.lemma) or measures.has("stays", t.text)), None)
    return Measured("duration", noun, "length of a stay or journey") if noun is not None else None


def told_right_before(spot: Spot, measures: Measures) -> Measured | None:
    """English: the noun of which a participle tells how much it is: "with [imports] accounting for", "exporting goods worth"."""
    words = list(spot.sentence.tokens[: spot.words[0].index])
    while words and words[-1].pos in ("ADP", "ADV", "SYM"):
        words.pop()
    if len(words) < 2:  # noqa: PLR2004, RUF100
        return None
    if words[-1].text.lower() in FLOWS and not words[-1].has("VerbForm=Inf"):
        return Measured(FLOWS[words[-1].text.lower()], words[-1], "flow right before its number")
    if not measures.has("telling", words.pop().text):
        return None
    told = words[-2] if len(words) > 1 and measures.has("goods", words[-1].text) else words[-1]
    measure = measures.noun(told.lemma) if told.mention is None else None
    return Measured(measure, told, "noun before a participle of amount") if measure is not None else None


def counted_noun(spot: Spot, measures: Measures) -> Measured | None:
    """The noun that the number counts or is."""
    head = spot.sentence.head(spot.top)
    counts = head is not None and spot.top.base_relation in ("nummod", "compound", "amod", "nmod", "det", "flat")
    candidates = [head if counts else None, spot.following, spot.top]
    for noun in candidates:
        if noun is None or (noun.pos not in (*NOUNS, "ADJ") and noun.mention is None):
            continue
        named = named_by(spot.sentence, noun, measures)
        if named is not None:
            return Measured(named, noun, "counted noun")
        if is_people(noun, measures):
            told = measures.verb(spot.verb.lemma) if spot.verb is not None else None
            return Measured(told, noun, "people counted with their verb") if told in (*PEOPLE, "count") else None
    return None


def is_people(noun: Token, measures: Measures) -> bool:
    """Whether a noun means people: a list, or citizens named by their state."""
    kind = noun.mention.kind if noun.mention is not None else ""
    alone = noun.base_relation not in ("amod", "compound", "det") and noun.relation != "nmod:poss"
    return kind == "people" or (kind == "demonym" and alone) or measures.has("people", noun.lemma)


def governing_noun(spot: Spot, measures: Measures) -> Measured | None:
    """A noun above the number: "exports of", "a community, estimated at"."""
    for above in spot.sentence.ancestors(spot.top):
        if (above.pos in PREDICATES and not above.relation.startswith("acl")) or measures.has("things", above.lemma):
            return None
        named = named_by(spot.sentence, above, measures)
        if named is not None:
            return Measured(named, above, "noun above the number")
    return None


def subject_of_clause(spot: Spot, measures: Measures) -> Measured | None:
    """The subject of the clause."""
    if spot.verb is None:
        return None
    for noun in subjects_of(spot.sentence, spot.verb):
        named = named_by(spot.sentence, noun, measures) or people_by_verb(spot.sentence, noun, measures)
        if named is not None:
            return Measured(named, noun, "subject of the clause")
    return None


def people_by_verb(sentence: Sentence, noun: Token, measures: Measures) -> Measure | None:
    """English: what people, or a number or share of them, are counted as, by the verb that tells what they did ("the citizens who visited")."""
    if sentence.language != "en":
        return None
    held = (c for c in sentence.children(noun, "nmod") if measures.has("containers", noun.lemma))
    people = next((word for word in (noun, *held) if is_people(word, measures)), None)
    if people is None:
        return None
    told = (measures.verb(verb.lemma) for verb in sentence.subtree(noun) if verb.base_relation == "acl")
    return next((measure for measure in told if measure in PEOPLE), None)


def subjects_of(sentence: Sentence, verb: Token) -> list[Token]:
    """All subjects that the tree gives to a predicate, its own first."""
    own = [child for child in sentence.children(verb, "nsubj", "csubj") if child.pos != "PRON"]
    return [*reversed(own), *(noun for noun, _ in surface_subjects(sentence, verb) if noun not in own)]


def object_of_clause(spot: Spot, measures: Measures) -> Measured | None:
    """The object of the clause, or what hangs on it as a supply: "provided Kabul with $5 million in aid"."""
    if spot.verb is None:
        return None
    for noun in spot.sentence.children(spot.verb, "obj", "obl"):
        if _is_cause(spot.sentence, noun, measures):
            continue
        named = named_by(spot.sentence, noun, measures)
        if named is not None and noun.index != spot.top.index:
            return Measured(named, noun, "object of the clause")
        inner = next((m for c in spot.sentence.children(noun, "nmod", "appos") if (m := named_by(spot.sentence, c, measures)) is not None), None)
        if inner is not None:
            return Measured(inner, noun, "object of the clause")
    return None


def _is_cause(sentence: Sentence, noun: Token, measures: Measures) -> bool:
    """Whether a noun only tells why or amid what: "due to a fall in [prices]"."""
    first = min(sentence.subtree(noun), key=lambda word: word.index).index
    return any(measures.has("causing", word.lemma) for word in sentence.tokens[max(0, first - CAUSE) : first + 1])


def people_there(spot: Spot, measures: Measures) -> Measured | None:
    """A great number of somebody with a name who live or are somewhere."""
    noun = spot.following
    there = spot.verb is not None and measures.verb(spot.verb.lemma) == "population"
    after = spot.sentence.tokens[spot.words[-1].index + 1 :][:1]
    named = noun is not None and any(token.text[:1].isupper() or token.mention is not None for token in (noun, *after))
    return Measured("population", noun, "people who are there") if there and named and spot.large else None


def noun_before(spot: Spot, measures: Measures) -> Measured | None:
    """The last noun before that measures something, where a verb only tells how much: "a community, estimated at"."""
    if spot.verb is None:
        return None
    moves = measures.direction(spot.verb.lemma) is not None and not surface_subjects(spot.sentence, spot.verb)
    if not moves and not measures.has("hows", spot.verb.lemma):
        return None
    for noun in reversed(spot.sentence.tokens[: spot.words[0].index]):
        named = named_by(spot.sentence, noun, measures) if noun.pos in NOUNS else None
        if named is not None:
            return Measured(named, noun, "noun before a verb of amount")
    return None


def verb_of_clause(spot: Spot, measures: Measures) -> Measured | None:
    """The verb itself: cost, invest, owe, spend."""
    told = measures.verb(spot.verb.lemma) if spot.verb is not None else None
    return Measured(told, None, "verb of the clause") if told is not None and told not in PEOPLE else None


def named_by(sentence: Sentence, noun: Token, measures: Measures) -> Measure | None:
    """The measure that a noun phrase names; "volume of trade" is trade, "tourist flow" travellers."""
    if noun.mention is not None:
        return None
    own = measures.noun(noun.lemma)
    if measures.has("containers", noun.lemma):
        inner = [measures.noun(t.lemma) for t in _within_phrase(sentence, noun) if t.mention is None]
        return next((m for m in inner if m is not None), own)
    return own


def _within_phrase(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """What a noun holds: its modifiers and their own, two levels down."""
    for child in sentence.children(noun, "compound", "amod", "nmod", "flat", "acl"):
        yield child
        yield from sentence.children(child, "compound", "amod", "nmod", "conj")


def find_trend(sentence: Sentence, verb: Token) -> str | None:
    """`up`, `down` or `flat`, where the verb or what it opens ("continues to fall") says so."""
    measures = load_measures(sentence.language)
    for word in (verb, *sentence.children(verb, "xcomp"), *_above_xcomp(sentence, verb)):
        direction = measures.direction(word.lemma)
        if direction is not None:
            return direction
    return None


def _above_xcomp(sentence: Sentence, verb: Token) -> Sequence[Token]:
    head = sentence.head(verb)
    return [head] if head is not None and verb.base_relation == "xcomp" else []
