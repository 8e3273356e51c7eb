"""A graph parser in numpy: parts of speech, features, sentence starts, heads and relations of runs of words, from one network.

Deep biaffine attention (Dozat and Manning 2017) over a bidirectional LSTM; `training/graph.py` makes the weights.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dragoman.read.lang.trees import find_tree

Array = NDArray[np.float32]
BUCKETS = 20_000
"""Rows of the table of pieces of words."""
KINDS = 18
"""Numbers of pieces that each word has."""
LONGEST = 300
"""Words of a sentence at most: the scores of its heads grow with the square."""
MOST_WORDS = 50_000
"""Kinds of words whose first layer is remembered."""
APART = "\t"
"""Stands between the stem, the tags and the endings of a word that is given analysed."""
WIDEST = 128
"""Runs that are read side by side."""
SLOPE = 0.1


@dataclass(frozen=True, slots=True)
class Settings:
    """Vocabulary, labels and sizes of a network."""

    words: tuple[str, ...]
    pos: tuple[str, ...]
    features: tuple[str, ...]
    relations: tuple[str, ...]
    word: int
    pieces: int
    hidden: int
    layers: int
    arc: int
    relation: int
    tag: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the network says of a run, word by word; the head of a root is the word itself."""

    pos: list[str]
    features: list[str]
    heads: list[int]
    relations: list[str]
    opens: list[bool]


class Lexicon:
    """The numbers by which the network knows a word: of itself, and of its pieces."""

    def __init__(self, settings: Settings) -> None:
        """The words of the settings are numbered from 1; 0 is any other."""
        self.settings = settings
        self._words = {word: at for at, word in enumerate(settings.words, 1)}
        self._seen: dict[str, tuple[int, NDArray[np.int64]]] = {}

    def look_up(self, word: str) -> tuple[int, NDArray[np.int64]]:
        """Its number, and `KINDS` numbers of its pieces."""
        found = self._seen.get(word)
        if found is None:
            found = self._words.get(word.partition(APART)[0].lower(), 0), find_pieces(word)
            self._seen[word] = found
        return found


def find_pieces(word: str) -> NDArray[np.int64]:
    """Numbers of a word's shape, beginnings, ends and (the last) groups of three letters, and of the tags and endings of an analysed one."""
    stem, *analysis = word.split(APART)
    low = stem.lower()
    named = [f"s{shape_of(stem)}", f"w{low}"]
    if analysis:
        tags, endings = analysis
        named += [f"t{tags}", f"a{tags.partition('+')[0]}", f"z{tags.rpartition('+')[2]}", f"l{endings}", f"f{endings.partition('+')[0]}"]
        named += [f"d{endings.rpartition('+')[2]}", f"b{tags}{APART}{endings}"]
        named += [f"p{low[:n]}" for n in (1, 2)] + [f"e{low[-n:]}" for n in (1, 2, 3)]
    else:
        named += [f"p{low[:n]}" for n in (1, 2, 3, 4)]
        named += [f"e{low[-n:]}" for n in (1, 2, 3, 4, 5)]
    marked = f"^{low}$"
    groups = [f"g{marked[at : at + 3]}" for at in range(len(marked) - 2)]
    named += groups[-(KINDS - len(named)) :]
    numbers = [crc32(name.encode()) % (BUCKETS - 1) + 1 for name in named]
    return np.array([*numbers, *[0] * (KINDS - len(numbers))], dtype=np.int64)


def shape_of(word: str) -> str:
    """How a word is written: runs of capitals, small letters and digits, each at most three long."""
    shape = ""
    for letter in word[:40]:
        kind = "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        if shape[-3:] != kind * 3:
            shape += kind
    return shape


class Network:
    """The weights with their settings, ready to read."""

    def __init__(self, settings: Settings, weights: dict[str, Array]) -> None:
        """Keep them; what the first layer makes of a word is worked out once."""
        self.settings = settings
        self.weights = weights
        self.lexicon = Lexicon(settings)
        self._rows: dict[str, int] = {}
        self._inputs: Array = np.empty((0, 0), np.float32)

    @cached_property
    def layers(self) -> list[tuple[tuple[Array, Array, Array], tuple[Array, Array, Array]]]:
        """Of each layer forwards and backwards: weights of what comes in, of the state before, and what is added."""
        found = []
        for layer in range(self.settings.layers):
            ways = []
            for way in ("ahead", "back"):
                name = f"{way}.{layer}"
                added = self.weights[f"{name}.bias_ih_l0"] + self.weights[f"{name}.bias_hh_l0"]
                ways.append((self._turned(f"{name}.weight_ih_l0"), self._turned(f"{name}.weight_hh_l0"), added))
            found.append((ways[0], ways[1]))
        return found

    def _turned(self, name: str) -> Array:
        return np.ascontiguousarray(self.weights[name].T)

    def linear(self, name: str, vectors: Array) -> Array:
        """A layer of weights."""
        result: Array = vectors @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    def gates(self, words: Sequence[str]) -> Array:
        """What the first layer makes of each word by itself, forwards and then backwards: `(words, 8 * hidden)`."""
        if len(self._rows) > MOST_WORDS:
            self._rows.clear()
        fresh = [word for word in dict.fromkeys(words) if word not in self._rows]
        if fresh:
            first = len(self._rows)
            self._rows |= {word: first + at for at, word in enumerate(fresh)}
            made = np.concatenate([self._vectors(fresh) @ weights[0] + weights[2] for weights in self.layers[0]], axis=1)
            if first + len(fresh) > len(self._inputs) or self._inputs.shape[1] != made.shape[1]:
                room = np.empty((2 * (first + len(fresh)), made.shape[1]), np.float32)
                if first:
                    room[:first] = self._inputs[:first]
                self._inputs = room
            self._inputs[first : first + len(fresh)] = made
        taken: Array = self._inputs[[self._rows[word] for word in words]]
        return taken

    def _vectors(self, words: Sequence[str]) -> Array:
        numbers, pieces = zip(*(self.lexicon.look_up(word) for word in words), strict=True)
        return np.concatenate([self.weights["word.weight"][list(numbers)], self.weights["pieces.weight"][np.stack(pieces)].sum(1)], axis=1)


def save_network(network: Network, path: Path) -> None:
    """Write the weights in half precision, with their settings."""
    settings = {name: getattr(network.settings, name) for name in Settings.__slots__}
    arrays: dict[str, Any] = {name: value.astype(np.float16) for name, value in network.weights.items()}
    arrays["settings"] = np.frombuffer(json.dumps(settings, ensure_ascii=False).encode(), dtype=np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def load_network(path: Path) -> Network:
    """The weights of a file."""
    with np.load(path, allow_pickle=False) as arrays:
        settings = json.loads(arrays["settings"].tobytes().decode())
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "settings"}
    named: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()}
    return Network(Settings(**named), weights)


def parse_run(network: Network, runs: Sequence[Sequence[str]], fixed: Sequence[Sequence[bool | None] | None]) -> Iterator[Parsed]:
    """What the network says of each run of words; `fixed` says of a word whether it opens a sentence, where that is known."""
    order = sorted(range(len(runs)), key=lambda at: len(runs[at]))
    found: dict[int, Parsed] = {}
    for start in range(0, len(order), WIDEST):
        group = [at for at in order[start : start + WIDEST] if len(runs[at])]
        if group:
            vectors = encode(network, [runs[at] for at in group])
            for at, own in zip(group, vectors, strict=True):
                found[at] = read_vectors(network, own, fixed[at])
    for at in range(len(runs)):
        yield found.get(at, Parsed([], [], [], [], []))


def encode(network: Network, runs: Sequence[Sequence[str]]) -> list[Array]:
    """The vectors `(words, 2 * hidden)` of each run."""
    lengths = np.array([len(run) for run in runs])
    firsts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    steps_ahead, steps_back = find_steps(lengths, firsts)
    gates = np.split(network.gates([word for run in runs for word in run]), 2, axis=1)
    vectors = np.empty((0, 0), np.float32)
    for layer in range(network.settings.layers):
        ahead, back = network.layers[layer]
        if layer:
            gates = [vectors @ weights[0] + weights[2] for weights in (ahead, back)]
        vectors = np.concatenate([run_lstm(gates[0], ahead[1], steps_ahead), run_lstm(gates[1], back[1], steps_back)], axis=1)
    return [vectors[first : first + length] for first, length in zip(firsts, lengths, strict=True)]


def find_steps(lengths: NDArray[np.int64], firsts: NDArray[np.int64]) -> tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]]:
    """For each step, forwards and backwards, the rows of the words that are read then: one of every run that is long enough, the longest first."""
    order = np.argsort(-lengths, kind="stable")
    sizes, starts = lengths[order], firsts[order]
    counts = (sizes[None, :] > np.arange(sizes[0])[:, None]).sum(1)
    ahead = [starts[:count] + step for step, count in enumerate(counts)]
    back = [starts[:count] + sizes[:count] - 1 - step for step, count in enumerate(counts)]
    return ahead, back


def run_lstm(gates: Array, weights: Array, steps: Sequence[NDArray[np.int64]]) -> Array:
    """States `(words, hidden)` of one direction."""
    size = gates.shape[1] // 4
    state, cell = np.zeros((len(steps[0]), size), np.float32), np.zeros((len(steps[0]), size), np.float32)
    states = np.empty((len(gates), size), np.float32)
    for rows in steps:
        whole = state[: len(rows)] @ weights
        whole += gates[rows]
        fresh = np.tanh(whole[:, 2 * size : 3 * size])
        sluices = squash(whole)
        cell = sluices[:, size : 2 * size] * cell[: len(rows)] + sluices[:, :size] * fresh
        state = sluices[:, 3 * size :] * np.tanh(cell)
        states[rows] = state
    return states


def squash(values: Array) -> Array:
    """The logistic function, by way of the hyperbolic tangent, which never overflows."""
    result: Array = np.tanh(values * np.float32(0.5))
    result += 1
    result *= np.float32(0.5)
    return result


def rectify(values: Array) -> Array:
    """A leaky rectifier."""
    return np.where(values > 0, values, SLOPE * values)


def read_vectors(network: Network, vectors: Array, fixed: Sequence[bool | None] | None) -> Parsed:
    """Labels and trees of one run."""
    settings = network.settings
    tags = rectify(network.linear("tag", vectors))
    pos = network.linear("pos_out", tags).argmax(1)
    features = network.linear("features_out", tags).argmax(1)
    opening = network.linear("opens_out", tags)
    found = [bool(one > none) for none, one in opening]
    opens = [own if known is None else known for own, known in zip(found, fixed or [None] * len(found), strict=True)]
    starts = find_starts(opens)
    opens = [at in starts for at in range(len(opens))]
    with_root = np.concatenate([network.weights["root"][None], vectors])
    deps = _with_one(rectify(network.linear("arc_dep", vectors))) @ network.weights["arc"]
    governors = rectify(network.linear("arc_head", with_root))
    heads = np.zeros(len(vectors), dtype=np.int64)
    ordered = sorted(starts)
    for start, stop in zip(ordered, [*ordered[1:], len(vectors)], strict=True):
        within = np.concatenate([governors[:1], governors[start + 1 : stop + 1]])
        tree = find_tree(deps[start:stop] @ within.T)
        heads[start:stop] = np.where(tree == 0, 0, tree + start)
    relations = score_relations(network, vectors, with_root[heads])
    return Parsed(
        [settings.pos[at] for at in pos],
        [settings.features[at] for at in features],
        [at if head == 0 else int(head) - 1 for at, head in enumerate(heads)],
        name_relations(settings.relations, relations, heads),
        opens,
    )


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
    between = (left @ weights.reshape(weights.shape[0], -1)).reshape(len(left), weights.shape[1], weights.shape[2])
    result: Array = np.einsum("nrk,nk->nr", between, right)
    return result


def name_relations(labels: Sequence[str], scores: Array, heads: NDArray[np.int64]) -> list[str]:
    """The best relation of each word; only a root is one."""
    root = labels.index("root")
    scores = scores.copy()
    scores[heads != 0, root] = -np.inf
    return ["root" if head == 0 else labels[at] for head, at in zip(heads, scores.argmax(1), strict=True)]


def _with_one(values: Array) -> Array:
    return np.concatenate([values, np.ones((len(values), 1), np.float32)], axis=1)
