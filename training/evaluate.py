"""Scores the parser of a language on a treebank as the shared tasks of Universal Dependencies do: F1 over words aligned by characters.

usage: python training/evaluate.py LANGUAGE FILE.conllu [--raw] [--weights FOLDER]

Texts are runs of at most eight sentences that never cross the end of a paragraph. Without --raw the parser is given the words of the treebank
(but not its sentences); with --raw only the characters. Subtypes of relations don't count, as in the shared tasks.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from dragoman.read.lang import Pipeline
from dragoman.read.lang.en.lemmas import find_lemma
from dragoman.read.lang.graph import Network
from dragoman.read.lang.graph_read import parse_run

SENTENCES_PER_TEXT = 8
MEASURES = ("sentences", "words", "upos", "lemmas", "uas", "las")


@dataclass(frozen=True, slots=True)
class Node:
    """One syntactic word: its place among the characters that are no white space, and the place of its head in the list; a root has none."""

    form: str
    start: int
    stop: int
    lemma: str
    pos: str
    relation: str
    head: int | None
    contracted: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank: its text, its words, whether it begins a paragraph (`breaks`), and after which words there is a space."""

    text: str
    nodes: tuple[Node, ...]
    breaks: bool
    spaced: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many are right, of how many given, of how many wanted."""

    right: int
    given: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, of 100."""
        return 200 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def parse_block(lines: Sequence[str]) -> Sentence:
    """One sentence in CoNLL-U; the words of a contraction share its characters."""
    nodes: list[Node] = []
    spaced: list[bool] = []
    surface, at, until, span = "", 0, 0, (0, 0)
    for columns in (line.split("\t") for line in lines if not line.startswith("#")):
        number, form = columns[0], squeeze(columns[1])
        if "." in number:
            continue
        first, _, last = number.partition("-")
        within = not last and int(first) <= until
        if not within:
            span = (at, at + len(form))
            at = span[1]
            surface += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
        if last:
            until = int(last)
            continue
        head = int(columns[6]) - 1
        relation = columns[7].partition(":")[0]
        nodes.append(Node(form, *span, columns[2], columns[3], relation, head if head >= 0 else None, within, not nodes))
        spaced.append(surface.endswith(" ") and not (within and int(first) < until))
    starts = any(line.startswith(("# newdoc", "# newpar")) for line in lines)
    return Sentence(surface.rstrip(" ") + (" " if spaced and spaced[-1] else ""), tuple(nodes), starts, tuple(spaced))


def load_treebank(path: Path) -> list[list[Sentence]]:
    """The texts of a treebank: runs of at most eight sentences of one paragraph."""
    texts: list[list[Sentence]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line]
        if not any(not line.startswith("#") for line in lines):
            continue
        sentence = parse_block(lines)
        if not texts or sentence.breaks or len(texts[-1]) == SENTENCES_PER_TEXT:
            texts.append([])
        texts[-1].append(sentence)
    return texts


def join_parts(parts: Iterable[Sequence[Node]]) -> list[Node]:
    """Sentences or texts one after another as one list, places and heads counted from its beginning."""
    joined: list[Node] = []
    at = 0
    for part in parts:
        before = len(joined)
        for node in part:
            head = None if node.head is None else node.head + before
            place = (node.start + at, node.stop + at)
            joined.append(Node(node.form, *place, node.lemma, node.pos, node.relation, head, node.contracted, node.opens))
        at = max((node.stop for node in joined[before:]), default=at)
    return joined


def load_language(language: str, weights: Path | None) -> Any:  # noqa: ANN401 -- three classes with a likeness that types don't say
    """The pipeline of a language, with the weights of a folder instead of those that are shipped."""
    module = import_module(f"dragoman.read.lang.{language}.pipeline")
    return module.load(weights) if weights else module.load()


def read_raw(pipeline: Pipeline, texts: list[list[Sentence]]) -> Iterator[list[Node]]:
    """What the language's pipeline makes of the characters of each text."""
    surfaces = ["".join(sentence.text for sentence in text).rstrip() for text in texts]
    for surface, parse in zip(surfaces, pipeline.parse(surfaces), strict=True):
        nodes: list[Node] = []
        for index, word in enumerate(parse.words):
            start = len(squeeze(surface[: word.start]))
            place = (start, start + len(squeeze(word.text)))
            head = None if word.head == index else word.head
            nodes.append(Node(squeeze(word.text), *place, word.lemma, word.pos, word.relation.partition(":")[0], head, opens=word.opens))
        yield nodes


def read_gold_words(network: Network, texts: list[list[Sentence]]) -> Iterator[list[Node]]:
    """What the weights make of the treebank's own words; no rule of the pipeline is at work."""
    words = [[node.form for sentence in text for node in sentence.nodes] for text in texts]
    for text, found in zip(texts, parse_run(network, words, [None] * len(words)), strict=True):
        yield [
            Node(
                node.form,
                node.start,
                node.stop,
                find_lemma(node.form, found.pos[at], found.features[at]),
                found.pos[at],
                found.relations[at].partition(":")[0],
                None if found.heads[at] == at else found.heads[at],
                node.contracted,
                found.opens[at],
            )
            for at, node in enumerate(join_parts(sentence.nodes for sentence in text))
        ]


def find_common(wanted: Sequence[Node], given: Sequence[Node]) -> list[tuple[int, int]]:
    """The longest run of equal forms in order, as pairs of places: how words within a contraction are matched."""
    best = [[0] * (len(given) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(given))):
            same = wanted[i].form.casefold() == given[j].form.casefold()
            best[i][j] = best[i + 1][j + 1] + 1 if same else max(best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(wanted) and j < len(given):
        if wanted[i].form.casefold() == given[j].form.casefold():
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def find_reach(wanted: Sequence[Node], given: Sequence[Node], at: tuple[int, int]) -> tuple[int, int]:
    """Where the words end that overlap the contraction at `at`, in both lists."""
    i, j = at
    stop = max(node.stop for node in (wanted[i], given[j]) if node.contracted)
    while True:
        if i < len(wanted) and wanted[i].start < stop:
            stop, i = (max(stop, wanted[i].stop) if wanted[i].contracted else stop), i + 1
        elif j < len(given) and given[j].start < stop:
            stop, j = (max(stop, given[j].stop) if given[j].contracted else stop), j + 1
        else:
            return i, j


def align(wanted: Sequence[Node], given: Sequence[Node]) -> dict[int, int]:
    """For each word of the treebank the place of the same word in what was read."""
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(wanted) and j < len(given):
        left, right = wanted[i], given[j]
        if not (left.contracted or right.contracted):
            if (left.start, left.stop) == (right.start, right.stop):
                pairs[i] = j
                i, j = i + 1, j + 1
            elif left.start <= right.start:
                i += 1
            else:
                j += 1
        elif not right.contracted and right.start < left.start:
            j += 1
        elif not left.contracted and left.start < right.start:
            i += 1
        else:
            end_i, end_j = find_reach(wanted, given, (i, j))
            pairs |= {i + a: j + b for a, b in find_common(wanted[i:end_i], given[j:end_j])}
            i, j = end_i, end_j
    return pairs


def find_sentences(nodes: Sequence[Node]) -> set[tuple[int, int]]:
    """First and last character of each sentence."""
    starts = [node.start for node in nodes if node.opens]
    return set(zip(starts, [*starts[1:], max((node.stop for node in nodes), default=0)], strict=True))


def score(wanted: Sequence[Node], given: Sequence[Node]) -> dict[str, Score]:
    """Every measure of what was read against the treebank."""
    pairs = align(wanted, given)

    def count(right: Callable[[Node, Node], bool]) -> Score:
        return Score(sum(right(wanted[i], given[j]) for i, j in pairs.items()), len(given), len(wanted))

    def has_head(left: Node, right: Node) -> bool:
        return right.head is None if left.head is None else right.head is not None and pairs.get(left.head) == right.head

    ours, theirs = find_sentences(given), find_sentences(wanted)
    return {
        "sentences": Score(len(ours & theirs), len(ours), len(theirs)),
        "words": Score(len(pairs), len(given), len(wanted)),
        "upos": count(lambda left, right: left.pos == right.pos),
        "lemmas": count(lambda left, right: left.lemma in {"_", right.lemma}),
        "uas": count(has_head),
        "las": count(lambda left, right: has_head(left, right) and left.relation == right.relation),
    }


def main() -> int:
    """Score a file and print a row."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language", choices=["en", "ko", "ru"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--raw", action="store_true", help="give the parser characters, not words")
    parser.add_argument("--weights", type=Path, help="weights that are not shipped")
    asked = parser.parse_args()
    if not asked.raw and asked.language != "en":
        parser.error("only English takes the words of a treebank: Kiwi and natasha cut words themselves; use --raw")
    texts = load_treebank(asked.file)
    started = time.perf_counter()
    pipeline = load_language(asked.language, asked.weights)
    given = join_parts(read_raw(pipeline, texts) if asked.raw else read_gold_words(pipeline.network, texts))
    took = time.perf_counter() - started
    wanted = join_parts(sentence.nodes for text in texts for sentence in text)
    scores = score(wanted, given)
    print(f"{asked.file.name} {'raw' if asked.raw else 'gold words'}: " + "  ".join(f"{name} {scores[name].f1:.1f}" for name in MEASURES))
    print(f"{len(wanted):,} words, {took:.1f} s with loading")
    return 0


if __name__ == "__main__":
    sys.exit(main())
