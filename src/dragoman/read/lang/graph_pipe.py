"""The graph parser as a part of a spaCy pipeline: it fills in what the other parts and the reader ask of a text."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, HEAD, POS, SENT_START
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Token

from dragoman.read.lang.graph import APART, Network, Parsed, load_network, parse_run, save_network

PART = "graph_parser"
"""Its name in a pipeline."""
FILE = "graph.npz"


@Language.factory(PART, default_config={"analysed": False})
def make_graph_parser(nlp: Language, name: str, analysed: bool) -> "GraphParser":  # noqa: FBT001 -- spaCy calls it so
    """A parser without weights yet; they come from disk."""
    return GraphParser(analysed=analysed)


def spell(token: Token) -> str:
    """A word as its tokenizer analysed it: stem, tags, endings."""
    return APART.join((token.norm_, token.tag_, token.lemma_))


class GraphParser:
    """Parts of speech, features, sentences, heads and relations of texts whose words are known."""

    def __init__(self, network: Network | None = None, *, analysed: bool = False) -> None:
        """With the network given, or with one that `from_disk` will read; `analysed`: words go in as `spell` writes them."""
        self.network = network
        self._spell = spell if analysed else str

    def __call__(self, doc: Doc) -> Doc:
        """One text."""
        return next(self.pipe((doc,)))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Many texts, side by side."""
        if self.network is None:
            message = "the graph parser has no weights"
            raise RuntimeError(message)
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            kept = [[token for token in doc if not token.is_space] for doc in batch]
            words = [[self._spell(token) for token in tokens] for tokens in kept]
            fixed = [find_fixed(doc, tokens) for doc, tokens in zip(batch, kept, strict=True)]
            for doc, tokens, found in zip(batch, kept, parse_run(self.network, words, fixed), strict=True):
                yield fill(doc, tokens, found)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 -- spaCy calls it so
        """Write the weights into a folder."""
        if self.network is not None:
            Path(path).mkdir(exist_ok=True)
            save_network(self.network, Path(path) / FILE)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "GraphParser":  # noqa: ARG002 -- spaCy calls it so
        """Read the weights of a folder."""
        self.network = load_network(Path(path) / FILE)
        return self


def find_fixed(doc: Doc, tokens: list[Token]) -> list[bool | None]:
    """Of each word whether it opens a sentence, where that is known."""
    marks = doc.to_array([SENT_START, HEAD])[:, 0].astype(np.int64)
    return [None if not marks[token.i] else bool(marks[token.i] > 0) for token in tokens]


def fill(doc: Doc, tokens: list[Token], found: Parsed) -> Doc:
    """The text with what was found; white space hangs on the word before it."""
    strings = doc.vocab.strings
    values = np.zeros((len(doc), 3), dtype=np.uint64)
    heads = np.zeros(len(doc), dtype=np.int64)
    for at, token in enumerate(tokens):
        relation = found.relations[at]
        values[token.i, 1] = strings.add("ROOT" if relation == "root" else relation)
        values[token.i, 2] = IDS.get(found.pos[at], 0)
        heads[token.i] = tokens[found.heads[at]].i - token.i
    for token in doc:
        if token.is_space:
            heads[token.i] = -1 if token.i else (1 if len(doc) > 1 else 0)
            values[token.i] = (0, strings.add("dep"), IDS["SPACE"])
    values[:, 0] = heads.astype(np.uint64)
    filled: Doc = doc.from_array([HEAD, DEP, POS], values)  # type: ignore[arg-type]  # an array of the shape that spaCy wants
    for token, features in zip(tokens, found.features, strict=True):
        filled[token.i].set_morph(features)  # type: ignore[attr-defined]  # the stubs know the getter alone
    return filled
