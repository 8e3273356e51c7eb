"""Korean syntax: Kiwi's morphemes and a spaCy parser over our own weights (`weights/`, CC BY-SA 4.0, see the card)."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from kiwipiepy import Kiwi
from spacy.lang.ko import Korean
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token
from spacy.util import compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from dragoman.model import Mention
from dragoman.read.lang.ports import Name, NameKind, Parse, Word

WEIGHTS = Path(__file__).parent / "weights"
CONTENT_TAGS = ("NN", "NP", "NR", "VV", "VA", "MAG", "MAJ", "MM", "SL", "SN", "XR", "SH", "VCN", "IC", "VX", "XP", "S")
"""Kiwi's tags of morphemes that carry meaning; the first other morpheme opens the particles and endings of a word."""
BRACKETS = ["“", "”", "‘", "’", "「", "」", "『", "』", "《", "》", "〈", "〉", "·"]
INNER = r"[“”\"‘’()\[\]「」『』《》〈〉·…~;?!]|(?<=[가-힣])[:,](?=[가-힣])"
NAMING = ("state", "place", "organisation", "agency", "firm")
CLOSED_NAME, OPEN_NAME = "홍길동", "김철수"
PLURAL = "들"
QUOTES = "'‘’\""
"""Marks that the cutter of words leaves on a word in quotation marks with a particle behind them."""
VERBAL = ("VV", "VA", "XSV", "XSA", "VCP", "VCN")
HONORIFICS = "씨님군양옹"
"""One-syllable forms of address that Korean writes behind a name without a space; no name keeps them."""
KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}

Morpheme = tuple[str, str, int]


class EojeolTokenizer:
    """Cuts Korean text into words between spaces and marks; each carries its stem, its tags and its endings.

    The parser was trained on these three: stem as `norm`, Kiwi's tags as `tag`, particles and endings as `lemma`.
    """

    def __init__(self, vocab: Vocab) -> None:
        """Make the cutter of words; Kiwi loads its own model."""
        self.vocab = vocab
        self._kiwi = Kiwi(num_workers=1, load_multi_dict=False)
        prefix = compile_prefix_regex([*Korean.Defaults.prefixes, *BRACKETS])  # type: ignore[misc]
        suffix = compile_suffix_regex([*Korean.Defaults.suffixes, *BRACKETS])  # type: ignore[misc]
        self._cut = Tokenizer(vocab, rules={}, prefix_search=prefix.search, suffix_search=suffix.search, infix_finditer=re.compile(INNER).finditer)

    def __call__(self, text: str) -> Doc:
        """The words of `text` with their morphemes."""
        doc: Doc = self._cut(text)
        for token, morphemes in zip(doc, self.morphemes(doc), strict=True):
            if morphemes:
                stem, endings = split_endings(morphemes)
                token.norm_ = "".join(stem) or token.text
                token.tag_ = "+".join(tag for _, tag, _ in morphemes)
                token.lemma_ = "+".join(endings) or "-"
        return doc

    def morphemes(self, doc: Doc) -> list[list[Morpheme]]:
        """Kiwi's morphemes (form, tag, start) of each word of `doc`."""
        found: list[list[Morpheme]] = [[] for _ in doc]
        place = 0
        for morpheme in self._kiwi.tokenize(doc.text) if len(doc) else []:
            while place < len(doc) - 1 and morpheme.start >= doc[place].idx + len(doc[place].text):
                place += 1
            found[place].append((morpheme.form, str(morpheme.tag), morpheme.start))
        return found

    def to_bytes(self, **_: object) -> bytes:
        """Nothing: the tokenizer has no weights."""
        return b""

    def from_bytes(self, data: bytes, **_: object) -> "EojeolTokenizer":
        """Itself."""
        del data
        return self

    def to_disk(self, path: Path, **_: object) -> None:
        """Nothing: the tokenizer has no weights."""

    def from_disk(self, path: Path, **_: object) -> "EojeolTokenizer":
        """Itself."""
        del path
        return self


@registry.tokenizers("dragoman.KiwiTokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], EojeolTokenizer]:
    """The tokenizer under the name that the weights' configuration asks for."""
    return lambda nlp: EojeolTokenizer(nlp.vocab)


def load_tokenizer() -> EojeolTokenizer:
    """The tokenizer alone, for those who make training data."""
    return EojeolTokenizer(Vocab())


def split_endings(morphemes: list[Morpheme]) -> tuple[list[str], list[str]]:
    """Stem forms and, from the first functional morpheme on, particles and endings."""
    stem: list[str] = []
    endings: list[str] = []
    for form, tag, _ in morphemes:
        (endings if endings or not tag.startswith(CONTENT_TAGS) else stem).append(form)
    return stem, endings


def dictionary_form(token: Token) -> str:
    """The stem with its verbal suffix, without particles and endings (`초치하` of `초치했다`)."""
    tags = token.tag_.split("+")
    endings = [] if token.lemma_ == "-" else token.lemma_.split("+")
    stem = token.norm_
    for tag, ending in zip(tags[len(tags) - len(endings) :], endings, strict=False):
        if tag not in ("XSN", "XSV", "XSA"):
            break
        stem += ending if ending != PLURAL else ""
    return stem.strip(QUOTES) or stem


class KoreanPipeline:
    """Kiwi's morphemes under a parser of UD Korean (Kaist)."""

    language = "ko"

    def __init__(self, nlp: Language) -> None:
        """Keep the loaded spaCy pipeline."""
        self._nlp = nlp

    def mask(self, mention: Mention, *, after_article: bool) -> str | None:
        """A name of a person for a name of any kind that has a blank, or for a person: one word, which ends as the name ends.

        The particle behind it stays, and fits: which form it has depends on whether the last syllable is closed.
        """
        del after_article
        if mention.kind != "person" and (" " not in mention.text or mention.kind not in NAMING):
            return None
        last = mention.text[-1]
        is_closed = "가" <= last <= "힣" and (ord(last) - ord("가")) % 28 > 0
        return CLOSED_NAME if is_closed else OPEN_NAME

    def fuse(self, text: str) -> Iterator[tuple[int, int, str]]:
        """No phrases: none that this parser takes apart is known."""
        del text
        return iter(())

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The words and names of each text; `particles` are the particles and endings of the word in order."""
        for doc in self._nlp.pipe(texts, batch_size=64):
            kept = [token for token in doc if not token.is_space]
            place = {token.i: index for index, token in enumerate(kept)}
            words = tuple(_word(token, place, index) for index, token in enumerate(kept))
            yield Parse(words, tuple(_names(doc)))


def _names(doc: Doc) -> Iterator[Name]:
    """The names of one text, each without the particles of its last word."""
    for entity in doc.ents:
        last = entity[-1]
        stop = last.idx + len(last.text)
        if last.lemma_ != "-" and last.text.startswith(last.norm_):
            stop = last.idx + len(last.norm_)
        if entity.label_ == "PER" and stop - entity.start_char > 1 and doc.text[stop - 1] in HONORIFICS:
            stop -= 1
        if entity.label_ in KINDS and entity.start_char < stop:
            yield Name(entity.start_char, stop, KINDS[entity.label_])


def _word(token: Token, place: dict[int, int], index: int) -> Word:
    """One word with its particles."""
    return Word(
        text=token.text,
        start=token.idx,
        stop=token.idx + len(token.text),
        lemma=dictionary_form(token),
        pos=token.pos_,
        relation=token.dep_ if token.dep_ != "ROOT" else "root",
        head=place.get(token.head.i, index),
        features=frozenset([*str(token.morph).split("|"), f"Tags={token.tag_}"]) - {"", "Tags="},
        particles=() if token.lemma_ == "-" else tuple(token.lemma_.split("+")),
        opens=bool(token.is_sent_start) or index == 0,
    )


def load(weights: Path = WEIGHTS) -> KoreanPipeline:
    """The pipeline with Kiwi and the weights."""
    return KoreanPipeline(spacy.load(weights))
