"""English syntax and names: spaCy's rules cut words, our own network reads them, a spaCy pipeline finds names (`weights/`, CC BY-SA 4.0, see the card)."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import islice, repeat
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import use_ops

from dragoman.model import Mention
from dragoman.read.lang.en.attachments import PERSON, PLACE, STATE
from dragoman.read.lang.en.lemmas import find_lemma, is_plural_noun, load_table
from dragoman.read.lang.en.mends import BODY, mend
from dragoman.read.lang.en.tokenizer import make_tokenizer
from dragoman.read.lang.graph import Network, load_network
from dragoman.read.lang.graph_read import Parsed, parse_texts
from dragoman.read.lang.ports import Name, NameKind, Parse, Word

WEIGHTS = Path(__file__).parent / "weights"
FUSES: dict[str, str] = tomllib.loads((Path(__file__).parent / "fused.toml").read_text(encoding="utf-8"))["words"]
FUSED = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(FUSES, key=len, reverse=True)))})(?!\w)", re.IGNORECASE)
MASKS = {
    "person": PERSON,
    "demonym": "German",
    "state": STATE,
    "place": PLACE,
    "people": "Germans",
}
"""Well-known words of the same kind, which the parser has seen; rare names cost it four to five points."""
BODIES = ("agency", "firm", "organisation")
NAMED_BODY = "Microsoft"
"""Stands for a body without an article; after one the common noun of `mends` does."""
ENDING = frozenset(".!?…\"')]:;—–-*•|")
"""Last characters of words behind which a sentence may begin."""
STOPS, OPENING = frozenset(".!?"), frozenset('"“‘')
"""A full stop, and marks that open a sentence behind it where a capital follows."""
CLOSING = frozenset(",:;.)!?%")
"""Words that never begin a sentence."""
KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "NORP": "nationality", "LAW": "law", "EVT": "event"}
TEXTS = 64
"""Texts that are read side by side."""
WHOLE = 4
"""Letters or digits at least of a word behind which a full stop ends a sentence for sure: shorter ones may be short forms."""
FAMILIAR = frozenset(MASKS.values())

Cut = tuple[str, int]
"""A word and where it begins."""


class EnglishPipeline:
    """Morphology, lemmas and trees of UD English, and names."""

    language = "en"

    def __init__(self, network: Network, names: Path) -> None:
        """Keep the network and where the weights of the finder of names lie; words are cut by rules."""
        self.network = network
        self._home = names
        self._cut = make_tokenizer(spacy.blank("en").vocab)

    @cached_property
    def _finder(self) -> Language:
        """The finder of names, loaded when somebody first asks for them; it shares the vocabulary of the words that are cut."""
        with use_ops("numpy", use_blis=False):  # numpy's products are faster here than those that spaCy brings
            return spacy.load(self._home, vocab=self._cut.vocab)

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """A familiar word of the mention's kind: a common noun after an article, else a name."""
        if mention.kind in BODIES:
            return BODY if after_article else NAMED_BODY
        return MASKS.get(mention.kind)

    def fuse(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The phrases of `fused.toml` in `text`, whatever their capitals."""
        for match in FUSED.finditer(text):
            yield match.start(), match.end(), FUSES[match.group().lower()]

    def parse(self, texts: Iterable[str], *, names: bool = True) -> Iterator[Parse]:
        """The words of each text, and its names where they are asked for."""
        stream = iter(texts)
        while batch := list(islice(stream, TEXTS)):
            docs = [self._cut(text.replace("\n", " ")) for text in batch]
            cut = [[(token.text, token.idx) for token in doc if not token.text.isspace()] for doc in docs]
            parsed = parse_texts(self.network, [[word for word, _ in words] for words in cut], [find_marks(t, w) for t, w in zip(batch, cut, strict=True)])
            named = self._finder.pipe(docs, batch_size=TEXTS) if names else repeat(None, len(docs))
            for words, found, doc in zip(cut, parsed, named, strict=True):
                entities = doc.ents if doc is not None else ()
                yield Parse(
                    mend(tuple(make_words(words, found))), tuple(Name(e.start_char, e.end_char, KINDS[e.label_]) for e in entities if e.label_ in KINDS)
                )


def find_marks(text: str, words: Sequence[Cut]) -> list[bool | None]:
    """Where a sentence is known to begin, or known not to."""
    marks: list[bool | None] = [None] * len(words)
    for at in range(1, len(words)):
        marks[at] = _opens(text, words, at)
    return marks


def _opens(text: str, words: Sequence[Cut], at: int) -> bool | None:
    """Whether a word opens a sentence: surely behind a whole word and its full stop; never behind a word that ends neither a sentence nor a line.

    Nor does the word right behind an opening quotation mark.
    """
    (before, place), (word, start) = words[at - 1], words[at]
    gap = text[place + len(before) : start]
    if before in OPENING and not gap and (not place or text[place - 1].isspace()):
        return False
    if not (before[-1] in ENDING or "\n" in gap or len(gap) > 1) or word in CLOSING:
        return False
    if before not in STOPS:
        return None
    if word in OPENING:
        glued = at + 1 < len(words) and words[at + 1][1] == start + len(word)
        return True if glued and words[at + 1][0][:1].isupper() else None
    last = words[at - 2][0] if at > 1 else ""
    return True if gap and word[:1].isupper() and len(last) >= WHOLE and (last.islower() or last.isdigit()) and last.isalnum() else None


def make_words(words: Sequence[Cut], found: Parsed) -> Iterator[Word]:
    """The words of one text with what was found of each."""
    for at, (text, start) in enumerate(words):
        pos, features = found.pos[at], found.features[at]
        if pos == "PROPN" and found.opens[at] and text not in FAMILIAR and is_plural_noun(text):
            pos = "NOUN"
        yield Word(
            text=text,
            start=start,
            stop=start + len(text),
            lemma=find_lemma(text, pos, features),
            pos=pos,
            relation=found.relations[at],
            head=found.heads[at],
            features=split_features(features),
            opens=found.opens[at],
        )


@cache
def split_features(features: str) -> frozenset[str]:
    """Features of UD as a set."""
    return frozenset(features.split("|")) - {""}


def load(weights: Path = WEIGHTS) -> EnglishPipeline:
    """The pipeline with its weights; some tenths of a second."""
    load_table()
    return EnglishPipeline(load_network(weights), weights / "names")
