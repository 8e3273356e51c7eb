"""Russian syntax: slovnet's news models (weights of natasha, MIT) with lemmas by pymorphy3."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from navec import Navec
from pymorphy3 import MorphAnalyzer
from razdel import sentenize, tokenize
from slovnet import NER, Morph, Syntax

from dragoman.model import DragomanError, Mention
from dragoman.read.lang.ports import Name, NameKind, Parse, Word
from dragoman.read.lang.ru.bodies import widen_bodies

PYMORPHY_POS = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS"},
    "AUX": {"VERB", "INFN"},
}
"""Which of pymorphy's parts of speech may give the lemma of a UD part of speech."""

UNBENT = frozenset({"ADV", "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "SYM", "X"})
"""Parts of speech whose words have one form."""
GRAMMEMES = {
    "Case=Nom": "nomn",
    "Case=Gen": "gent",
    "Case=Dat": "datv",
    "Case=Acc": "accs",
    "Case=Ins": "ablt",
    "Case=Loc": "loct",
    "Number=Sing": "sing",
    "Number=Plur": "plur",
    "Gender=Masc": "masc",
    "Gender=Fem": "femn",
    "Gender=Neut": "neut",
    "Animacy=Anim": "anim",
    "Animacy=Inan": "inan",
    "Tense=Past": "past",
    "Tense=Pres": "pres",
    "Tense=Fut": "futr",
    "VerbForm=Inf": "INFN",
    "VerbForm=Part": "PRTF",
    "VerbForm=Conv": "GRND",
}
"""What pymorphy calls the features of UD that tell two normal forms of one word apart."""
TEXTS_AT_ONCE = 64
KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


class RussianPipeline:
    """Tagger, morphology, parser and names of slovnet, lemmas of pymorphy3."""

    language = "ru"

    def __init__(self, morph: Morph, syntax: Syntax, names: NER, analyzer: MorphAnalyzer) -> None:
        """Keep the loaded models."""
        self._morph, self._syntax, self._names = morph, syntax, names
        self._lemma = lru_cache(maxsize=100_000)(partial(find_lemma, analyzer))

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """Nothing: a Russian name carries the case that its sentence needs."""
        del mention, after_article
        return None

    def fuse(self, text: str) -> Iterator[tuple[int, int, str]]:
        """No phrases: none that this parser takes apart is known."""
        del text
        return iter(())

    def parse(self, texts: Iterable[str], *, names: bool = True) -> Iterator[Parse]:
        """The words and names of each text."""
        waiting = iter(texts)
        while chunk := list(islice(waiting, TEXTS_AT_ONCE)):
            yield from self._parse_chunk(chunk, names=names)

    def _parse_chunk(self, texts: list[str], *, names: bool) -> Iterator[Parse]:
        """Sentences of all texts go through the models in order of length, since a short one costs as much as the longest beside it."""
        cut = [list(cut_sentences(text)) for text in texts]
        sentences = sorted((sentence for row in cut for sentence in row), key=lambda sentence: len(sentence.tokens))
        words = [[token.text for token in sentence.tokens] for sentence in sentences]
        named = self._names.map(sentence.text for sentence in sentences) if names else repeat(None, len(sentences))
        tagged = zip(self._morph.map(words), self._syntax.map(words), named, strict=True)
        found = {id(sentence): Tagged(*answers) for sentence, answers in zip(sentences, tagged, strict=True)}
        for text, row in zip(texts, cut, strict=True):
            parse = self._join([(sentence, found[id(sentence)]) for sentence in row])
            yield replace(parse, names=widen_bodies(text, parse.words, parse.names)) if names else parse

    def _join(self, pairs: list[tuple["Cut", "Tagged"]]) -> Parse:
        """The sentences of one text, heads counted from its beginning."""
        words: list[Word] = []
        names: list[Name] = []
        for sentence, tagged in pairs:
            base = len(words)
            places = {token.id: base + index for index, token in enumerate(tagged.syntax.tokens)}
            for index, (token, form, parsed) in enumerate(zip(sentence.tokens, tagged.morph.tokens, tagged.syntax.tokens, strict=True)):
                features = frozenset(f"{key}={value}" for key, value in (form.feats or {}).items())
                words.append(
                    Word(
                        text=token.text,
                        start=sentence.start + token.start,
                        stop=sentence.start + token.stop,
                        lemma=self._lemma(token.text, form.pos, features),
                        pos=form.pos,
                        relation=parsed.rel,
                        head=places.get(parsed.head_id, base + index),
                        features=features,
                        opens=index == 0,
                    )
                )
            spans = tagged.names.spans if tagged.names is not None else ()
            names += [Name(sentence.start + s.start, sentence.start + s.stop, KINDS[s.type]) for s in spans if s.type in KINDS]
        return Parse(tuple(words), tuple(names))


JOINED = re.compile(r"(?:[а-яё]{5}|[а-яё]»)[.!?](?=«?[А-ЯЁ][а-яё]+[ ,]|\d{1,2} [а-я]{3})")
"""Where a sentence begins right behind the stop of another one, without a blank."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence of a text: its place, its words, and what the models say of them."""

    start: int
    text: str
    tokens: list[Any]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the three models of slovnet say of one sentence."""

    morph: Any
    syntax: Any
    names: Any


def cut_sentences(text: str) -> Iterator[Cut]:
    """The sentences of a text that have words, with their words."""
    for sentence in sentenize(text):
        start = 0
        for stop in [*(match.end() for match in JOINED.finditer(sentence.text)), len(sentence.text)]:
            words = sentence.text[start:stop]
            tokens = list(tokenize(words))
            if tokens:
                yield Cut(sentence.start + start, words, tokens)
            start = stop


def find_lemma(analyzer: MorphAnalyzer, word: str, pos: str, features: frozenset[str]) -> str:
    """Normal form of the analysis that agrees best with the tagger's part of speech, case, number and gender; of equals the likeliest.

    A noun or name that pymorphy does not know and that stands in the nominative is its own normal form;
    a participle or adjective that serves as a noun (поверенный, раненый) keeps its own form.
    """
    if pos in UNBENT:
        return word.lower()
    analyses = analyzer.parse(word)
    wanted = PYMORPHY_POS.get(pos, set())
    fitting = [analysis for analysis in analyses if str(analysis.tag.POS) in wanted]
    if pos in {"NOUN", "PROPN"} and not any(analysis.is_known for analysis in fitting) and features >= {"Case=Nom", "Number=Sing"}:
        return word.lower()
    marks = {GRAMMEMES[feature] for feature in features if feature in GRAMMEMES}
    best = max(fitting, key=lambda analysis: len(marks & set(analysis.tag.grammemes)), default=analyses[0])
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
