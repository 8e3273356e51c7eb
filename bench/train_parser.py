"""Trains the weights of a language again, with the settings that lie beside them, from treebanks that you have.

usage: python bench/train_parser.py LANGUAGE --train FILE.conllu… --dev FILE.conllu… --out FOLDER [--steps N]

The treebanks are named in the card beside the weights. One run on two cores takes a quarter of an hour for what was shipped; longer is better.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from spacy.cli.train import train
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "read" / "lang"
SENTENCES_PER_TEXT = 8
"""Several sentences in each text, so that the parser learns where one ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """One syntactic word of a treebank; `head` counts within its sentence, from 1, and 0 is the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    relation: str
    spaced: bool


def parse_sentence(lines: Iterable[str]) -> list[Row]:
    """The words of one sentence; those written together as one carry no space between them."""
    rows: list[Row] = []
    joined_until, spaced_after = 0, True
    for line in lines:
        columns = line.split("\t")
        number, spaced = columns[0], "SpaceAfter=No" not in columns[9]
        if "-" in number:
            joined_until, spaced_after = int(number.partition("-")[2]), spaced
        elif "." not in number:
            index = int(number)
            if index <= joined_until:
                spaced = spaced_after if index == joined_until else False
            form = columns[1].replace(" ", "\N{NO-BREAK SPACE}")
            rows.append(Row(form, columns[2], columns[3], columns[4], columns[5].replace("_", ""), int(columns[6]), columns[7], spaced))
    return rows


def load_sentences(paths: Iterable[Path]) -> Iterator[list[Row]]:
    """The sentences of treebanks in CoNLL-U, in order."""
    for path in paths:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith("#")]
            if lines:
                yield parse_sentence(lines)


def make_text(vocab: Vocab, sentences: list[list[Row]]) -> Doc:
    """Several sentences as one text of spaCy's."""
    heads: list[int] = []
    for sentence in sentences:
        start = len(heads)
        heads += [start + (row.head - 1 if row.head else index) for index, row in enumerate(sentence)]
    rows = [row for sentence in sentences for row in sentence]
    return Doc(
        vocab,
        words=[row.form for row in rows],
        spaces=[row.spaced for row in rows],
        lemmas=[row.lemma for row in rows],
        pos=["" if row.pos == "_" else row.pos for row in rows],
        tags=[row.tag for row in rows],
        morphs=[row.features for row in rows],
        heads=heads,
        deps=["ROOT" if row.relation == "root" else row.relation for row in rows],
        sent_starts=[index == 0 for sentence in sentences for index in range(len(sentence))],
    )


def write_corpus(paths: Iterable[Path], target: Path) -> int:
    """Treebanks as a file that spaCy trains on; returns the number of words."""
    vocab, corpus = Vocab(), DocBin(store_user_data=False)
    group: list[list[Row]] = []
    n_words = 0
    for sentence in [*load_sentences(paths), []]:
        if group and (len(group) == SENTENCES_PER_TEXT or not sentence):
            corpus.add(make_text(vocab, group))
            group = []
        if sentence:
            group.append(sentence)
            n_words += len(sentence)
    corpus.to_disk(target)
    return n_words


def main() -> int:
    """Convert the treebanks, train, and leave the best weights in --out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language", choices=["en", "ko"])
    parser.add_argument("--train", nargs="+", type=Path, required=True)
    parser.add_argument("--dev", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=20_000)
    asked = parser.parse_args()
    import_module(f"dragoman.read.lang.{asked.language}.pipeline")  # puts the tokenizer where the settings look for it
    with tempfile.TemporaryDirectory() as folder:
        places = {"paths.train": f"{folder}/train.spacy", "paths.dev": f"{folder}/dev.spacy"}
        for name, paths in (("paths.train", asked.train), ("paths.dev", asked.dev)):
            print(f"{name}: {write_corpus(paths, Path(places[name])):,} words", flush=True)
        settings = WEIGHTS / asked.language / "weights" / "config.cfg"
        steps = {"training.max_steps": asked.steps, "training.eval_frequency": min(150, asked.steps)}
        train(settings, asked.out, overrides=places | steps)
    print(f"{asked.out / 'model-best'}: the weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
