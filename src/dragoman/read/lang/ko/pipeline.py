"""Korean syntax and names: Kiwi's morphemes, read by our own network (`weights/`, CC BY-SA 4.0, see the card)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from kiwipiepy import Kiwi
from spacy.lang.ko import Korean
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token
from spacy.util import compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab, create_vocab

from dragoman.model import Mention
from dragoman.read.lang.graph import APART, Network, load_network
from dragoman.read.lang.graph_read import Parsed, find_names, parse_texts
from dragoman.read.lang.ports import Name, NameKind, Parse, Word

WEIGHTS = Path(__file__).parent / "weights"
CONTENT_TAGS = ("NN", "NP", "NR", "VV", "VA", "MAG", "MAJ", "MM", "SL", "SN", "XR", "SH", "VCN", "IC", "VX", "XP", "S")
"""Kiwi's tags of morphemes that carry meaning; the first other morpheme opens the particles and endings of a word."""
BRACKETS = ["“", "”", "‘", "’", "「", "」", "『", "』", "《", "》", "〈", "〉", "·"]
INNER = r"[“”\"‘’()\[\]「」『』《》〈〉·…~;?!]|(?<=[가-힣])[:,](?=[가-힣])|\.(?=\[\d)"
NAMING = ("state", "place", "organisation", "agency", "firm")
CLOSED_NAME, OPEN_NAME = "홍길동", "김철수"
PLURAL = "들"
QUOTES = "'‘’\""
"""Marks that the cutter of words leaves on a word in quotation marks with a particle behind them."""
VERBAL = ("VV", "VA", "XSV", "XSA", "VCP", "VCN")
HONORIFICS = tuple("씨님군양옹")
"""One-syllable forms of address that Korean writes behind a name without a space; no name keeps them."""
KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}

NOTE = (".", "[", "", "]")
"""A full stop and the mark of a footnote behind it; the number is left out."""
TEXTS = 64
"""Texts that are read side by side."""

Morpheme = tuple[str, str, int]


class EojeolTokenizer:
    """Cuts Korean text into words between spaces and marks; each carries its stem, its tags and its endings.

    The network knows a word by these three: stem as `norm`, Kiwi's tags as `tag`, particles and endings as `lemma`.
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


def load_tokenizer() -> EojeolTokenizer:
    """The tokenizer alone, for those who make training data."""
    return EojeolTokenizer(create_vocab("ko", Korean.Defaults))


def spell(token: Token) -> str:
    """A word as the network knows it: stem, tags, endings."""
    return APART.join((token.norm_, token.tag_, token.lemma_))


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
    """Kiwi's morphemes under trees of UD Korean (Kaist)."""

    language = "ko"

    def __init__(self, network: Network) -> None:
        """Keep the network; Kiwi loads its own model."""
        self.network = network
        self._cut = load_tokenizer()

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

    def parse(self, texts: Iterable[str], *, names: bool = True) -> Iterator[Parse]:
        """The words and names of each text; `particles` are the particles and endings of the word in order."""
        stream = iter(texts)
        while batch := list(islice(stream, TEXTS)):
            cut = [[token for token in self._cut(text) if not token.is_space] for text in batch]
            parsed = parse_texts(self.network, [[spell(token) for token in tokens] for tokens in cut], [[None] * len(tokens) for tokens in cut])
            for tokens, found in zip(cut, parsed, strict=True):
                words = tuple(_word(tokens, found, at) for at in range(len(tokens)))
                yield Parse(words, tuple(_names(tokens, found)) if names else ())


def _names(tokens: Sequence[Token], found: Parsed) -> Iterator[Name]:
    """The names of one text, each without the particles of its last word."""
    for first, behind, kind in find_names(found.names):
        start, last = tokens[first].idx, tokens[behind - 1]
        stop = last.idx + len(last.text)
        if last.lemma_ != "-" and last.text.startswith(last.norm_):
            stop = last.idx + len(last.norm_)
        if kind == "PER" and stop - start > 1 and last.text[: stop - last.idx].endswith(HONORIFICS):
            stop -= 1
        if kind in KINDS and start < stop:
            yield Name(start, stop, KINDS[kind])


def _word(tokens: Sequence[Token], found: Parsed, at: int) -> Word:
    """One word with its particles."""
    token = tokens[at]
    return Word(
        text=token.text,
        start=token.idx,
        stop=token.idx + len(token.text),
        lemma=dictionary_form(token),
        pos=found.pos[at],
        relation=found.relations[at],
        head=found.heads[at],
        features=frozenset([*found.features[at].split("|"), f"Tags={token.tag_}"]) - {"", "Tags="},
        particles=() if token.lemma_ == "-" else tuple(token.lemma_.split("+")),
        opens=found.opens[at] or _is_behind_note(tokens, at),
    )


def _is_behind_note(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind the mark of a footnote that closes a sentence: "말했다.[3] 그는"."""
    marks = [token.text for token in tokens[max(0, at - 4) : at]]
    return len(marks) == len(NOTE) and all(mark == known or (not known and mark.isdigit()) for mark, known in zip(marks, NOTE, strict=True))


def load(weights: Path = WEIGHTS) -> KoreanPipeline:
    """The pipeline with Kiwi and the weights."""
    return KoreanPipeline(load_network(weights))
