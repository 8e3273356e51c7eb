"""English syntax: a spaCy pipeline over our own weights (`weights/`, CC BY-SA 4.0, see the card beside them)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model import Mention
from dragoman.read.lang.ports import Word

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
LEMMAS = {"summone": "summon", "resumpt": "resumption", "'s": "be", "’s": "be"}


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

    def parse(self, texts: Iterable[str]) -> Iterator[tuple[Word, ...]]:
        """The words of each text."""
        for doc in self._nlp.pipe(texts, batch_size=64):
            yield tuple(_words(doc))


def _words(doc: Doc) -> Iterator[Word]:
    """Words of one text; white space that spaCy keeps as tokens is left out and heads are counted anew."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    for index, token in enumerate(kept):
        yield Word(
            text=token.text,
            start=token.idx,
            stop=token.idx + len(token.text),
            lemma=LEMMAS.get(token.lemma_, token.lemma_),
            pos=token.pos_,
            relation=token.dep_ if token.dep_ != "ROOT" else "root",
            head=place.get(token.head.i, index),
            features=frozenset(str(token.morph).split("|")) - {""},
            opens=bool(token.is_sent_start) or index == 0,
        )


def load() -> EnglishPipeline:
    """The pipeline with its weights; about a second."""
    return EnglishPipeline(spacy.load(WEIGHTS))
