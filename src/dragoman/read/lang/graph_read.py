"""What a network says of words: parts of speech, features, sentence starts, heads, relations and names.

Heads and relations by deep biaffine attention (Dozat and Manning 2017) over the vectors that `graph.py` makes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.read.lang.encoder import Array
from dragoman.read.lang.graph import Network, encode
from dragoman.read.lang.trees import find_tree

LONGEST = 300
"""Words of a sentence at most: the scores of its heads grow with the square."""
WIDEST = 128
"""Runs that are read side by side."""
FEWEST = 15
"""Words behind which a text is cut where a sentence is known to begin: many short runs side by side are read faster than few long ones."""
NEAR = 128
"""Words whose relations are scored at once: what is worked out between stays in the cache of a core."""
SLOPE = np.float32(0.1)
OUTSIDE = "O"
"""The tag of a word that is part of no name; the others are "B-" (the first word of one) and "I-" with the kind of name."""

Marks = Sequence[bool | None]
"""Of each word whether it opens a sentence, where that is known."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the network says of a run, word by word; the head of a root is the word itself."""

    pos: list[str]
    features: list[str]
    heads: list[int]
    relations: list[str]
    opens: list[bool]
    names: list[str]


def parse_texts(network: Network, texts: Sequence[Sequence[str]], marks: Sequence[Marks]) -> Iterator[Parsed]:
    """What the network says of each text, which may be cut where a sentence is known to begin."""
    cuts = [find_cuts(own) for own in marks]
    runs = [text[start:stop] for text, places in zip(texts, cuts, strict=True) for start, stop in places]
    known = [own[start:stop] for own, places in zip(marks, cuts, strict=True) for start, stop in places]
    parsed = parse_run(network, runs, known)
    for places in cuts:
        yield join_runs([(start, next(parsed)) for start, _ in places])


def find_cuts(marks: Marks) -> list[tuple[int, int]]:
    """Where the runs of a text begin and end."""
    starts = [0]
    for at, mark in enumerate(marks):
        if mark and at - starts[-1] >= FEWEST:
            starts.append(at)
    return list(zip(starts, [*starts[1:], len(marks)], strict=True))


def join_runs(runs: Sequence[tuple[int, Parsed]]) -> Parsed:
    """Several runs as one, each with the place of its first word."""
    if len(runs) == 1:
        return runs[0][1]
    return Parsed(
        [value for _, run in runs for value in run.pos],
        [value for _, run in runs for value in run.features],
        [start + head for start, run in runs for head in run.heads],
        [value for _, run in runs for value in run.relations],
        [value for _, run in runs for value in run.opens],
        [value for _, run in runs for value in run.names],
    )


def parse_run(network: Network, runs: Sequence[Sequence[str]], fixed: Sequence[Marks | None]) -> Iterator[Parsed]:
    """What the network says of each run of words; `fixed` says of a word whether it opens a sentence, where that is known."""
    order = sorted(range(len(runs)), key=lambda at: len(runs[at]))
    found: dict[int, Parsed] = {}
    for start in range(0, len(order), WIDEST):
        group = [at for at in order[start : start + WIDEST] if len(runs[at])]
        if group:
            found |= zip(group, read_group(network, [runs[at] for at in group], [fixed[at] for at in group]), strict=True)
    for at in range(len(runs)):
        yield found.get(at, Parsed([], [], [], [], [], []))


def read_group(network: Network, runs: Sequence[Sequence[str]], fixed: Sequence[Marks | None]) -> Iterator[Parsed]:
    """What the network says of runs that are read side by side."""
    settings = network.settings
    vectors = encode(network, runs)
    tags = rectify(network.linear("tag", vectors))
    pos, features = network.linear("pos_out", tags).argmax(1), network.linear("features_out", tags).argmax(1)
    opening = network.linear("opens_out", tags)
    guessed = opening[:, 1] > opening[:, 0]
    with_root = np.concatenate([network.weights["root"][None], vectors])
    deps = _with_one(rectify(network.linear("arc_dep", vectors))) @ network.weights["arc"]
    governors = rectify(network.linear("arc_head", with_root))
    heads = np.zeros(len(vectors), dtype=np.int64)
    opens: list[bool] = []
    for run, marks in zip(runs, fixed, strict=True):
        first = len(opens)
        told = guessed[first : first + len(run)].tolist()
        starts = find_starts(told if marks is None else [own if mark is None else mark for own, mark in zip(told, marks, strict=True)])
        opens.extend(at in starts for at in range(len(run)))
        ordered = [first + start for start in sorted(starts)]
        for start, stop in zip(ordered, [*ordered[1:], first + len(run)], strict=True):
            tree = find_tree(deps[start:stop] @ np.concatenate([governors[:1], governors[start + 1 : stop + 1]]).T)
            heads[start:stop] = np.where(tree == 0, 0, tree + start)
    relations = name_relations(settings.relations, score_relations(network, vectors, with_root[heads]), heads)
    names = tag_names(network, vectors)
    here = 0
    for run in runs:
        part = slice(here, here + len(run))
        own = np.where(heads[part] == 0, np.arange(len(run)), heads[part] - 1 - here).tolist()
        spoken = [settings.pos[at] for at in pos[part]], [settings.features[at] for at in features[part]]
        yield Parsed(*spoken, own, relations[part], opens[part], names[part])
        here += len(run)


def rectify(values: Array) -> Array:
    """A leaky rectifier."""
    result: Array = np.maximum(values, SLOPE * values)
    return result


def tag_names(network: Network, vectors: Array) -> list[str]:
    """The tag of each word as part of a name; none is, where the network knows no names."""
    labels = network.settings.names
    if not labels:
        return [OUTSIDE] * len(vectors)
    best = network.linear("names_out", rectify(network.linear("name", vectors))).argmax(1)
    return [labels[at] for at in best]


def find_names(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names that tags tell: first word, behind the last, kind. Where a first word is missing, the first one that is told is it."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        begins, _, kind = tag.partition("-")
        if tag in (OUTSIDE, ""):
            continue
        if begins == "I" and found and found[-1][1:] == (at, kind):
            found[-1] = (found[-1][0], at + 1, kind)
        else:
            found.append((at, at + 1, kind))
    return found


def find_starts(opens: Sequence[bool]) -> set[int]:
    """The words that open sentences: the first one, those that are told, and every `LONGEST`th of a sentence without end, as of a table or a list."""
    starts, last = {0}, 0
    for at, opened in enumerate(opens):
        if opened or at - last >= LONGEST:
            starts.add(at)
            last = at
    return starts


def score_relations(network: Network, vectors: Array, of_heads: Array) -> Array:
    """Scores `(words, relations)` of words with their heads."""
    left = _with_one(rectify(network.linear("rel_dep", vectors)))
    right = _with_one(rectify(network.linear("rel_head", of_heads)))
    weights = network.weights["rel"]
    flat = weights.reshape(weights.shape[0], -1)
    result = np.empty((len(left), weights.shape[1]), np.float32)
    for start in range(0, len(left), NEAR):
        part = slice(start, start + NEAR)
        between = (left[part] @ flat).reshape(-1, weights.shape[1], weights.shape[2])
        result[part] = np.matmul(between, right[part, :, None])[:, :, 0]
    return result


def name_relations(labels: Sequence[str], scores: Array, heads: NDArray[np.int64]) -> list[str]:
    """The best relation of each word; only a root is one."""
    root = labels.index("root")
    scores[:, root] = -np.inf
    return ["root" if head == 0 else labels[at] for head, at in zip(heads.tolist(), scores.argmax(1).tolist(), strict=True)]


def _with_one(values: Array) -> Array:
    return np.concatenate([values, np.ones((len(values), 1), np.float32)], axis=1)
