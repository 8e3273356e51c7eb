"""Russian syntax: slovnet's news models (weights of natasha, MIT) with lemmas by pymorphy3."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from navec import Navec
from pymorphy3 import MorphAnalyzer
from razdel import sentenize, tokenize
from slovnet import NER, Morph, Syntax

from dragoman.model import DragomanError, Mention
from dragoman.read.lang.ports import Name, NameKind, Parse, Word

PYMORPHY_POS = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS"},
    "AUX": {"VERB", "INFN"},
}
"""Which of pymorphy's parts of speech may give the lemma of a UD part of speech."""

KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


class RussianPipeline:
    """Tagger, morphology, parser and names of slovnet, lemmas of pymorphy3."""

    language = "ru"

    def __init__(self, morph: Morph, syntax: Syntax, names: NER, analyzer: MorphAnalyzer) -> None:
        """Keep the loaded models."""
        self._morph, self._syntax, self._names = morph, syntax, names
        self._lemma = lru_cache(maxsize=100_000)(lambda word, pos: _lemma(analyzer, word, pos))

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """Nothing: a Russian name carries the case that its sentence needs."""
        del mention, after_article
        return None

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The words and names of each text."""
        for text in texts:
            yield Parse(tuple(self._words(text)), tuple(self._find_names(text)))

    def _find_names(self, text: str) -> Iterator[Name]:
        if not text.strip():
            return
        for span in self._names(text).spans:
            if span.type in KINDS:
                yield Name(span.start, span.stop, KINDS[span.type])

    def _words(self, text: str) -> Iterator[Word]:
        cut = [(sentence.start, list(tokenize(sentence.text))) for sentence in sentenize(text)]
        cut = [(start, tokens) for start, tokens in cut if tokens]
        batch = [[token.text for token in tokens] for _, tokens in cut]
        base = 0
        for (start, tokens), morph, syntax in zip(cut, self._morph.map(batch), self._syntax.map(batch), strict=True):
            places = {token.id: base + index for index, token in enumerate(syntax.tokens)}
            for index, (token, tagged, parsed) in enumerate(zip(tokens, morph.tokens, syntax.tokens, strict=True)):
                yield Word(
                    text=token.text,
                    start=start + token.start,
                    stop=start + token.stop,
                    lemma=self._lemma(token.text, tagged.pos),
                    pos=tagged.pos,
                    relation=parsed.rel,
                    head=places.get(parsed.head_id, base + index),
                    features=frozenset(f"{key}={value}" for key, value in (tagged.feats or {}).items()),
                    opens=index == 0,
                )
            base += len(tokens)


def _lemma(analyzer: MorphAnalyzer, word: str, pos: str) -> str:
    """Normal form of the likeliest analysis whose part of speech agrees with the tagger's.

    A participle or adjective that serves as a noun (поверенный, раненый) keeps its own form.
    """
    analyses = analyzer.parse(word)
    wanted = PYMORPHY_POS.get(pos)
    best = next((a for a in analyses if wanted and str(a.tag.POS) in wanted), analyses[0])
    if pos == "NOUN" and str(best.tag.POS) in ("PRTF", "ADJF"):
        form = best.inflect({"nomn", "sing", "masc"})
        return str(form.word if form is not None else best.normal_form)
    return str(best.normal_form)


def load() -> RussianPipeline:
    """The pipeline with its weights.

    natasha is used for its weights only: the package itself is not imported, since its old pymorphy2 fails on Python 3.11.
    """
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        message = "Russian needs the weights of the package natasha: pip install natasha"
        raise DragomanError(message)
    home = Path(spec.origin).parent / "data"
    navec = Navec.load(home / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    morph = Morph.load(home / "model" / "slovnet_morph_news_v1.tar", batch_size=8)
    syntax = Syntax.load(home / "model" / "slovnet_syntax_news_v1.tar", batch_size=8)
    names = NER.load(home / "model" / "slovnet_ner_news_v1.tar", batch_size=8)
    for model in (morph, syntax, names):
        model.navec(navec)
    return RussianPipeline(morph, syntax, names, MorphAnalyzer())
