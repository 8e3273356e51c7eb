"""The PLOVER type of what one English sentence says that its source does to its target, with the words it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.know.plover_words import WIDEST, Phrase, load_phrases
from dragoman.model import Actor, Document, Mention, PloverType, Span
from dragoman.read.frames import acts_of
from dragoman.read.page import Paragraph
from dragoman.read.syntax import find_sentences
from dragoman.read.words import Sentence, Token

SOURCE, TARGET = "S", "T"
"""How phrases write the source and the target."""
SIDES = {SOURCE: "QSA", TARGET: "QTA"}
"""Codes that no state has, for sides that are only given as words."""
NEGATIONS = ("not", "never", "no", "nor", "n't", "neither", "without")
VERBAL: frozenset[PloverType] = frozenset({"ACCUSE", "REJECT", "THREATEN"})
HOSTILE: frozenset[PloverType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
PEACEKEEPING = ("peacekeeping", "peacekeeper", "peacekeepers")
"""Troops sent for it are AID."""
SCOPE = 14
"""Words within which a promise or demand holds its content."""


@dataclass(frozen=True, slots=True)
class Classified:
    """A type, the spans of the words that decide it (none where nothing is known), and the rule that decided."""

    root: PloverType
    words: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a sentence: its type and the indices of its words."""

    phrase: Phrase
    root: PloverType
    tokens: tuple[int, ...]

    @property
    def first(self) -> int:
        """Where it opens."""
        return self.tokens[0]


def classify_sentence(text: str, source: str, target: str) -> Classified:
    """The type of one English sentence; `source` and `target` are words of it. Every sentence gets a type."""
    sentences = parse_between(text, source, target)
    sentence = next((s for s in sentences if find_side(s, SOURCE)), None) or max(sentences, key=lambda s: len(s.tokens), default=None)
    if sentence is None:
        return Classified("CONSULT", (), "nothing_known")
    every = find_hits(sentence)
    hits = [hit for hit in every if not is_inside(sentence, hit)]
    for rule in (read_winner, read_lexicon, read_frame, read_anywhere):
        found = rule(sentence, hits)
        if found is not None:
            return found
    return read_anywhere(sentence, every) or read_weak(sentence, hits) or Classified("SUPPORT", (), "nothing_known")


def parse_between(text: str, source: str, target: str) -> tuple[Sentence, ...]:
    """The sentences of a text in which source and target are one word each."""
    mentions: list[Mention] = []
    for words, code in ((source, SOURCE), (target, TARGET)):
        start = find_words(text, words, [mention.span for mention in mentions])
        if start is not None:
            actor = Actor(name=code, id=SIDES[code], type="state", country=SIDES[code])
            mentions.append(Mention(kind="state", span=Span(start, start + len(words)), text=words, actor=actor))
    document = Document(id="0" * 64 + ".text-1", text=text, file="sentence", language="en")
    ordered = sorted(mentions, key=lambda mention: mention.span)
    return find_sentences(document, [Paragraph(0, Span(0, len(text)), "headline", "en")], ordered)[0]


def find_words(text: str, words: str, taken: Sequence[Span]) -> int | None:
    """Where `words` stand in the text for the first time outside of `taken`; as whole words if they can."""
    places: list[int] = []
    here = text.find(words)
    while words and here >= 0:
        if not any(span.overlaps(Span(here, here + len(words))) for span in taken):
            places.append(here)
        here = text.find(words, here + 1)
    whole = [p for p in places if not (text[p - 1 : p].isalnum() or text[p + len(words) : p + len(words) + 1].isalnum())]
    return next(iter(whole or places), None)


def find_side(sentence: Sentence, code: str) -> Token | None:
    """The word that stands for the source or the target."""
    return next((token for token in sentence.tokens if lemma_of(token) == code), None)


def lemma_of(token: Token) -> str:
    """The lemma as phrases write it."""
    actor = token.mention.actor if token.mention is not None else None
    return actor.name if actor is not None else token.lemma.lower()


def find_hits(sentence: Sentence) -> list[Hit]:
    """All phrases in a sentence that tell a type, earliest first, at one place the longest first."""
    lemmas = [lemma_of(token) for token in sentence.tokens]
    found = [
        (phrase, tokens) for here, lemma in enumerate(lemmas) for phrase in load_phrases().get(lemma, ()) if (tokens := match_phrase(lemmas, here, phrase))
    ]
    idle = {tokens[0] for phrase, tokens in found if phrase.root is None}
    hits = [Hit(phrase, phrase.root, tokens) for phrase, tokens in found if phrase.root is not None and tokens[0] not in idle]
    return sorted(hits, key=lambda hit: (hit.first, -hit.phrase.weight))


def match_phrase(lemmas: Sequence[str], here: int, phrase: Phrase) -> tuple[int, ...]:
    """The indices at which a phrase that opens at `here` stands; none where it does not."""
    found, gap = [here], False
    for place in phrase.places[1:]:
        if not place:
            gap = True
            continue
        reach = WIDEST + 1 if gap else 1
        after = range(found[-1] + 1, min(found[-1] + 1 + reach, len(lemmas)))
        index = next((i for i in after if lemmas[i] in place), None)
        if index is None:
            return ()
        found.append(index)
        gap = False
    return tuple(found)


def is_inside(sentence: Sentence, hit: Hit) -> bool:
    """Whether a phrase is no act: a lone noun or attribute, or a helping verb taken for "to have"."""
    token = sentence.tokens[hit.first]
    if token.pos == "AUX" and lemma_of(token) == "have":
        return True
    attribute = token.base_relation == "amod" and not token.has("VerbForm=Part")
    return hit.phrase.weight == 1 and not hit.phrase.weak and (token.pos in ("NOUN", "PROPN", "ADP") or attribute)


def open_of(sentence: Sentence) -> int:
    """Where the predicate begins: at the verb whose subject the source is, else behind whichever side comes first."""
    source, target = find_side(sentence, SOURCE), find_side(sentence, TARGET)
    if source is None:
        return 0
    for token in (source, *sentence.ancestors(source)):
        head = sentence.head(token)
        if token.base_relation == "nsubj" and head is not None and head.index > source.index:
            helpers = [child.index for child in sentence.children(head, "aux", "advmod", "cop") if child.index > source.index]
            return min([head.index, *helpers])
        if token.base_relation not in ("conj", "nmod", "compound", "appos", "flat"):
            break
    sides = [token.index for token in (source, target) if token is not None]
    return min(sides) + 1


def read_winner(sentence: Sentence, hits: Sequence[Hit]) -> Classified | None:
    """A phrase that decides wherever it stands."""
    return next((seal(sentence, hit.root, "winner", hit) for hit in hits if hit.phrase.wins), None)


def read_lexicon(sentence: Sentence, hits: Sequence[Hit]) -> Classified | None:
    """The first phrase of the source's predicate, shifted by what is promised, asked or denied."""
    start = open_of(sentence)
    return shift(sentence, [hit for hit in hits if hit.first >= start and not hit.phrase.weak])


def read_anywhere(sentence: Sentence, hits: Sequence[Hit]) -> Classified | None:
    """The first phrase of the sentence."""
    return shift(sentence, [hit for hit in hits if not hit.phrase.weak])


def read_frame(sentence: Sentence, _hits: Sequence[Hit]) -> Classified | None:
    """What a frame of the reader says of the source."""
    for match in acts_of(sentence):
        sides = {actor.side for actor in match.actors("source")}
        if match.act.event is not None and SIDES[SOURCE] in sides:
            return Classified(match.act.event, (match.clause.head.span,), f"frame of {match.act.id}")
    return None


def read_weak(sentence: Sentence, hits: Sequence[Hit]) -> Classified | None:
    """A noun that only hints at a type, behind the source if there is one."""
    start = open_of(sentence)
    weak = sorted((hit for hit in hits if hit.phrase.weak), key=lambda hit: (hit.first < start, hit.first))
    return next((seal(sentence, hit.root, "weak", hit) for hit in weak), None)


def shift(sentence: Sentence, hits: Sequence[Hit]) -> Classified | None:
    """The type of the first phrase as promise, demand and negation leave it."""
    if not hits:
        return None
    first = hits[0]
    content = next(content_of(first, hits), None)
    if is_denied(sentence, first) and first.root not in VERBAL | HOSTILE:
        return seal(sentence, "REJECT", "denied", first)
    if first.root == "MOBILIZE" and any(lemma_of(token) in PEACEKEEPING for token in sentence.tokens):
        return seal(sentence, "AID", "peacekeeping", first)
    if first.root != "AGREE" or content is None:
        return seal(sentence, first.root, "phrase", first)
    root = content.root
    if root in HOSTILE:
        return seal(sentence, "THREATEN", "announced conflict", first, content)
    if root in VERBAL:
        return seal(sentence, root, "phrase", content)
    return seal(sentence, "AGREE", "promised", first, content)


def content_of(first: Hit, hits: Sequence[Hit]) -> Iterator[Hit]:
    """What stands in the scope of a promise; another promise only passes it on."""
    for hit in hits:
        if first.tokens[-1] < hit.first <= first.first + SCOPE and hit.root != "AGREE":
            yield hit


def is_denied(sentence: Sentence, hit: Hit) -> bool:
    """Whether a negation stands at the phrase: on its verb, right before it, or right behind a helping verb."""
    token = sentence.tokens[hit.first]
    head = sentence.head(token)
    if any(lemma_of(child) in NEGATIONS for child in sentence.children(token, "advmod") if abs(child.index - token.index) <= 3):
        return True
    if token.pos == "AUX" and head is not None:
        return any(lemma_of(child) in NEGATIONS for child in sentence.children(head, "advmod") if child.index < head.index)
    return False


def seal(sentence: Sentence, root: PloverType, rule: str, *hits: Hit) -> Classified:
    """A type with the words of the phrases that decided it."""
    return Classified(root, tuple(sentence.tokens[index].span for hit in hits for index in hit.tokens), rule)
