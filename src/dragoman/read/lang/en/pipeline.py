"""English syntax: a spaCy pipeline over our own weights (`weights/`, CC BY-SA 4.0, see the card beside them)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model import Mention
from dragoman.read.lang.en.lemmas import find_lemma, load_table
from dragoman.read.lang.en.tokenizer import make_tokenizer
from dragoman.read.lang.ports import Name, NameKind, Parse, Word

WEIGHTS = Path(__file__).parent / "weights"
MASKS = {
    "person": "Smith",
    "demonym": "German",
    "state": "Germany",
    "place": "Berlin",
    "people": "Germans",
}
"""Well-known words of the same kind, which the parser has seen; rare names cost it four to five points."""
BODIES = ("agency", "firm", "organisation")
BODY, NAMED_BODY = "ministry", "Microsoft"
"""Stand for a body after an article and without one: a common noun takes it, a name does not."""
KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "NORP": "nationality", "LAW": "law", "EVT": "event"}
UNUSED = ("tagger", "trainable_lemmatizer")
"""Parts of the weights that only helped the others to learn, or that a table does better."""


class EnglishPipeline:
    """Tagger, morphology, lemmas and parser of UD English."""

    language = "en"

    def __init__(self, nlp: Language) -> None:
        """Keep the loaded spaCy pipeline."""
        self._nlp = nlp

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """A familiar word of the mention's kind: a common noun after an article, else a name."""
        if mention.kind in BODIES:
            return BODY if after_article else NAMED_BODY
        return MASKS.get(mention.kind)

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The words and names of each text."""
        for doc in self._nlp.pipe(texts, batch_size=64):
            names = tuple(Name(e.start_char, e.end_char, KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS)
            yield Parse(mend_verbless(tuple(_words(doc))), names)


def _words(doc: Doc) -> Iterator[Word]:
    """Words of one text; white space that spaCy keeps as tokens is left out and heads are counted anew."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    for index, token in enumerate(kept):
        yield Word(
            text=token.text,
            start=token.idx,
            stop=token.idx + len(token.text),
            lemma=find_lemma(token.text, token.pos_, str(token.morph)),
            pos=token.pos_,
            relation=token.dep_ if token.dep_ != "ROOT" else "root",
            head=place.get(token.head.i, index),
            features=frozenset(str(token.morph).split("|")) - {""},
            opens=bool(token.is_sent_start) or index == 0,
        )


def mend_verbless(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a lost verb found again: "[Name] imposed sanctions" read as one noun phrase becomes a clause.

    The sign is a root noun with a name, then a participle in "-ed" right before the rest, and no finite verb above them.
    """
    mended = list(words)
    for index, word in enumerate(words[1:], 1):
        name, root = words[index - 1], words[word.head]
        lost = word.pos in ("VERB", "ADJ") and word.relation == "amod" and root.relation == "root" and word.text.endswith("ed")
        if not lost or name.pos != "PROPN" or name.head != word.head or name.relation not in ("compound", "nmod", "nsubj", "amod"):
            continue
        mended[index] = replace(word, pos="VERB", relation="root", head=index)
        mended[index - 1] = replace(name, relation="nsubj", head=index)
        mended[word.head] = replace(root, relation="obj", head=index)
    return tuple(mended)


def load(weights: Path = WEIGHTS) -> EnglishPipeline:
    """The pipeline with its weights; about a second."""
    load_table()
    nlp = spacy.load(weights, exclude=UNUSED)
    nlp.tokenizer = make_tokenizer(nlp.vocab)
    return EnglishPipeline(nlp)
