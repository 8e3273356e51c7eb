"""Kaist with syntax and KLUE with names as the two files that spaCy trains on, and KLUE's last 500 sentences to measure on.

usage: python -m training.corpus_ko DATA TARGET

DATA holds the folders that the card of the weights names; TARGET gets train.spacy, dev.spacy and names-test.spacy. The words are those between
spaces and marks; a name is all the words that it touches: where its particles begin is for Kiwi to say.
"""

import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from training.treebank import Name, Row, Sentence, group_sentences, load_treebank, write_texts

from dragoman.read.lang.ko.pipeline import load_tokenizer

KINDS = {"PS": "PER", "OG": "ORG", "LC": "LOC"}
KLUE = Path("ner-ko-klue/klue-ner-v1.1_dev.tsv")
KAIST = Path("ud-ko-kaist")
N_TRAIN, N_DEV = 4_000, 500
N_DEV_TEXTS = 100


def load_klue(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each sentence of KLUE as its text and its names: first character, behind the last, kind."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [(line[0], line[2:]) for line in block.splitlines() if line[1:2] == "\t"]
        text = "".join(char for char, _ in pairs)
        names: list[tuple[int, int, str]] = []
        start, kind = 0, ""
        for index, (_, tag) in enumerate([*pairs, ("", "O")]):
            if kind and tag != f"I-{kind}":
                if kind in KINDS:
                    names.append((start, index, KINDS[kind]))
                kind = ""
            if tag.startswith("B-"):
                start, kind = index, tag[2:]
        if text:
            yield text, names


def cut_klue(path: Path) -> Iterator[Sentence]:
    """KLUE's sentences as words and names over words."""
    cut = load_tokenizer()
    for number, (text, names) in enumerate(load_klue(path)):
        doc = cut(text)
        rows = tuple(Row(token.text, "", "", "", "", 0, "", bool(token.whitespace_)) for token in doc)
        found: list[Name] = []
        for start, stop, kind in names:
            touched = [token.i for token in doc if token.idx < stop and token.idx + len(token.text) > start and not token.is_space]
            if touched and (not found or touched[0] >= found[-1].stop):
                found.append(Name(touched[0], touched[-1] + 1, kind))
        yield Sentence(f"klue-{number}", str(number), rows, tuple(found))


def main() -> int:
    """Write the files."""
    data, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    klue = list(cut_klue(data / KLUE))
    kaist = load_treebank(data / KAIST / "ko_kaist-emory2018-updated-train.conllu")
    write_texts(chain(group_sentences(kaist), group_sentences(klue[:N_TRAIN])), target / "train.spacy")
    tests = group_sentences(load_treebank(data / KAIST / "ko_kaist-ud-dev.conllu"))
    write_texts(chain(islice(tests, N_DEV_TEXTS), group_sentences(klue[N_TRAIN : N_TRAIN + N_DEV])), target / "dev.spacy")
    write_texts(group_sentences(klue[N_TRAIN + N_DEV :]), target / "names-test.spacy")
    return 0


if __name__ == "__main__":
    sys.exit(main())
