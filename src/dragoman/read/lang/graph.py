"""A network in numpy that turns words into vectors, each in the light of all words of its run: a bidirectional LSTM over words and their pieces.

`training/graph.py` makes the weights; `graph_read.py` tells what the vectors say.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
BUCKETS = 20_000
"""Rows of the table of pieces of words."""
KINDS = 18
"""Numbers of pieces that each word has."""
MOST_WORDS = 50_000
"""Kinds of words whose first layer is remembered."""
APART = "\t"
"""Stands between the stem, the tags and the endings of a word that is given analysed."""


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
    names: tuple[str, ...] = ()


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
        """Of each layer forwards and backwards: weights of what comes in, of the state before, and what is added; logistic gates halved."""
        size = self.settings.hidden
        scale = np.repeat(np.array([0.5, 0.5, 1.0, 0.5], np.float32), size)
        found = []
        for layer in range(self.settings.layers):
            ways = []
            for way in ("ahead", "back"):
                name = f"{way}.{layer}"
                added = self.weights[f"{name}.bias_ih_l0"] + self.weights[f"{name}.bias_hh_l0"]
                ways.append((self._turned(f"{name}.weight_ih_l0") * scale, self._turned(f"{name}.weight_hh_l0") * scale, added * scale))
            found.append((ways[0], ways[1]))
        return found

    def _turned(self, name: str) -> Array:
        return np.ascontiguousarray(self.weights[name].T)

    def linear(self, name: str, vectors: Array) -> Array:
        """A layer of weights."""
        return weigh(vectors, self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"])

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


def weigh(vectors: Array, weights: Array, added: Array) -> Array:
    """Vectors times weights, and something added."""
    result: Array = vectors @ weights
    result += added
    return result


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


def encode(network: Network, runs: Sequence[Sequence[str]]) -> Array:
    """The vectors `(words, 2 * hidden)` of all words of some runs, one run after the other; no run is empty."""
    lengths = np.array([len(run) for run in runs])
    firsts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    steps_ahead, steps_back = find_steps(lengths, firsts)
    gates = np.split(network.gates([word for run in runs for word in run]), 2, axis=1)
    vectors = np.empty((0, 0), np.float32)
    for layer in range(network.settings.layers):
        ahead, back = network.layers[layer]
        if layer:
            gates = [weigh(vectors, weights[0], weights[2]) for weights in (ahead, back)]
        vectors = np.concatenate([run_lstm(gates[0], ahead[1], steps_ahead), run_lstm(gates[1], back[1], steps_back)], axis=1)
    return vectors


def find_steps(lengths: NDArray[np.int64], firsts: NDArray[np.int64]) -> tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]]:
    """For each step, forwards and backwards, the rows of the words that are read then: one of every run that is long enough, the longest first."""
    order = np.argsort(-lengths, kind="stable")
    sizes, starts = lengths[order], firsts[order]
    counts = (sizes[None, :] > np.arange(sizes[0])[:, None]).sum(1)
    ahead = [starts[:count] + step for step, count in enumerate(counts)]
    back = [starts[:count] + sizes[:count] - 1 - step for step, count in enumerate(counts)]
    return ahead, back


def run_lstm(gates: Array, weights: Array, steps: Sequence[NDArray[np.int64]]) -> Array:
    """States `(words, hidden)` of one direction.

    The gates that go in, forget and go out are halved beforehand (`Network.layers`): the logistic function is a hyperbolic tangent of half its argument.
    """
    size = gates.shape[1] // 4
    state, cell = np.zeros((len(steps[0]), size), np.float32), np.zeros((len(steps[0]), size), np.float32)
    states = np.empty((len(gates), size), np.float32)
    half = np.float32(0.5)
    for rows in steps:
        whole = state[: len(rows)] @ weights
        whole += gates[rows]
        np.tanh(whole, out=whole)
        fresh = whole[:, 2 * size : 3 * size].copy()
        whole += 1
        whole *= half
        cell = whole[:, size : 2 * size] * cell[: len(rows)]
        cell += whole[:, :size] * fresh
        state = np.tanh(cell)
        state *= whole[:, 3 * size :]
        states[rows] = state
    return states
