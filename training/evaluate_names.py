"""Scores the names that a pipeline finds in raw text: F1 over exact characters and kind.

usage: python -m training.evaluate_names LANGUAGE DATA [--weights FOLDER]

DATA holds the folders that the cards name. English is scored on the test parts of EWT (names of UNER) and GUM, Korean on the last 500 sentences of
KLUE, Russian on the test set of factRuEval, where a person's office is no name. What nobody has looked at counts neither way.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import spacy
from training.corpus_en import load_english
from training.corpus_ko import KLUE, N_DEV, N_TRAIN, load_klue
from training.evaluate import load_language
from training.names import add_grammatical, find_creeds
from training.treebank import Sentence, group_sentences, make_text

from dragoman.read.lang.ports import NameKind, Pipeline

KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "NORP": "nationality", "LAW": "law", "EVT": "event"}
FACTS: dict[str, NameKind] = {"Person": "person", "Org": "organisation", "Location": "place", "LocOrg": "place"}

Marked = tuple[str, frozenset[tuple[int, int, str]], frozenset[int]]
"""A text, its names, and the characters that nobody has looked at."""


def mark_english(sentences: Iterable[Sentence]) -> Iterator[Marked]:
    """Texts of a treebank with their names."""
    vocab = spacy.blank("en").vocab
    for group in group_sentences(sentences):
        doc = make_text(vocab, group)
        names = frozenset((span.start_char, span.end_char, KINDS[span.label_]) for span in doc.ents)
        unknown = frozenset(index for token in doc if not token.ent_iob for index in range(token.idx, token.idx + len(token.text)))
        yield doc.text, names, unknown


def mark_korean(data: Path) -> Iterator[Marked]:
    """KLUE's last sentences."""
    for text, names in list(load_klue(data / KLUE))[N_TRAIN + N_DEV :]:
        yield text, frozenset((start, stop, KINDS[kind]) for start, stop, kind in names), frozenset()


def mark_russian(data: Path) -> Iterator[Marked]:
    """The test set of factRuEval: the name parts of each object, from the first to the last."""
    for path in sorted((data / "ner-ru-factrueval" / "testset").glob("*.objects")):
        places: dict[str, tuple[int, int]] = {}
        for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
            columns = line.split()
            places[columns[0]] = (int(columns[2]), int(columns[2]) + int(columns[3]))
        names = set()
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.partition("#")[0].split()
            found = [places[number] for number in columns[2:] if number in places]
            if found and columns[1] in FACTS:
                names.add((*close_marks(text, min(start for start, _ in found), max(stop for _, stop in found)), FACTS[columns[1]]))
        yield text, frozenset(names), frozenset()


def close_marks(text: str, start: int, stop: int) -> tuple[int, int]:
    """A name with the closing quotation mark that its parts, which are words, leave out."""
    opened = text.count("«", start, stop) > text.count("»", start, stop) or text.count('"', start, stop) % 2 == 1
    return start, stop + 1 if opened and text[stop : stop + 1] in ("»", '"') else stop


def score_names(marked: Sequence[Marked], pipeline: Pipeline) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each kind, of 100."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for (_, names, unknown), parse in zip(marked, pipeline.parse(text for text, _, _ in marked), strict=True):
        ours = {(name.start, name.stop, name.kind) for name in parse.names if unknown.isdisjoint(range(name.start, name.stop))}
        for counter, group in ((right, ours & names), (given, ours), (wanted, names)):
            counter.update(kind for _, _, kind in group)
            counter["all"] += len(group)
    return {
        kind: (
            100 * right[kind] / max(1, given[kind]),
            100 * right[kind] / wanted[kind],
            200 * right[kind] / (given[kind] + wanted[kind]),
        )
        for kind in wanted
        if wanted[kind]
    }


def main() -> int:
    """Print a row for each test."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language", choices=["en", "ko", "ru"])
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path)
    asked = parser.parse_args()
    if asked.language == "en":
        creeds = find_creeds(chain(*load_english(asked.data, "train")))
        ewt, gum = load_english(asked.data, "test")
        tests = {name: list(mark_english(add_grammatical(s, creeds) for s in part)) for name, part in (("EWT", ewt), ("GUM", gum))}
    else:
        tests = {"KLUE": list(mark_korean(asked.data))} if asked.language == "ko" else {"factRuEval": list(mark_russian(asked.data))}
    pipeline = load_language(asked.language, asked.weights)
    for name, marked in tests.items():
        found = score_names(marked, pipeline)
        print(f"{name}: " + "  ".join(f"{kind} {f1:.1f} ({precision:.0f}/{recall:.0f})" for kind, (precision, recall, f1) in sorted(found.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
