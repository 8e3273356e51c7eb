"""English syntax: a spaCy pipeline over our own weights (`weights/`, CC BY-SA 4.0, see the card beside them)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from dragoman.model import Mention
from dragoman.read.lang.en.attachments import PERSON, PLACE, STATE
from dragoman.read.lang.en.lemmas import find_lemma, is_plural_noun, load_table
from dragoman.read.lang.en.mends import BODY, mend
from dragoman.read.lang.en.tokenizer import make_tokenizer
from dragoman.read.lang.graph_pipe import PART
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
UNUSED = ("tagger",)
"""Parts of the weights that only helped the others to learn, or that a table does better."""


class EnglishPipeline:
    """Morphology, lemmas and trees of UD English, and names."""

    language = "en"

    def __init__(self, nlp: Language) -> None:
        """Keep the loaded spaCy pipeline."""
        self._nlp = nlp

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """A familiar word of the mention's kind: a common noun after an article, else a name."""
        if mention.kind in BODIES:
            return BODY if after_article else NAMED_BODY
        return MASKS.get(mention.kind)

    def fuse(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The phrases of `fused.toml` in `text`, whatever their capitals."""
        for match in FUSED.finditer(text):
            yield match.start(), match.end(), FUSES[match.group().lower()]

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The words and names of each text."""
        for doc in self._nlp.pipe((self._bounded(text) for text in texts), batch_size=64):
            names = tuple(Name(e.start_char, e.end_char, KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS)
            yield Parse(mend(tuple(_words(doc))), names)

    def _bounded(self, text: str) -> Doc:
        """The words of a text, told where no sentence may begin: behind a word that ends neither a sentence nor a line."""
        doc = self._nlp.make_doc(text.replace("\n", " "))
        for before, token in pairwise(doc):
            ends = before.text[-1] in ENDING or before.is_space or "\n" in text[before.idx + len(before) : token.idx]
            if not ends or token.text in CLOSING:
                token.is_sent_start = False
            elif before.text in STOPS and token.text in OPENING and token.i + 1 < len(doc) and not token.whitespace_ and doc[token.i + 1].text[:1].isupper():
                token.is_sent_start = True
        return doc


def _words(doc: Doc) -> Iterator[Word]:
    """Words of one text; white space that spaCy keeps as tokens is left out and heads are counted anew."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    for index, token in enumerate(kept):
        common = token.pos_ == "PROPN" and token.is_sent_start and token.text not in MASKS.values() and is_plural_noun(token.text)
        pos = "NOUN" if common else token.pos_
        yield Word(
            text=token.text,
            start=token.idx,
            stop=token.idx + len(token.text),
            lemma=find_lemma(token.text, pos, str(token.morph)),
            pos=pos,
            relation=token.dep_ if token.dep_ != "ROOT" else "root",
            head=place.get(token.head.i, index),
            features=frozenset(str(token.morph).split("|")) - {""},
            opens=bool(token.is_sent_start) or index == 0,
        )


def load(weights: Path = WEIGHTS) -> EnglishPipeline:
    """The pipeline with its weights; about a second."""
    load_table()
    with use_ops("numpy", use_blis=False):  # numpy's products are faster here than those that spaCy brings
        nlp = spacy.load(weights, exclude=UNUSED)
    if PART not in nlp.pipe_names:
        message = f"{weights}: these weights have no {PART}"
        raise ValueError(message)
    nlp.tokenizer = make_tokenizer(nlp.vocab)
    return EnglishPipeline(nlp)
