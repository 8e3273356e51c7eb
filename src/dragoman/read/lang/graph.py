"""A network that turns words into vectors, each in the light of all words of its run: words and their pieces, then a bidirectional LSTM.

`training/graph.py` makes the weights; `encoder.py` runs the LSTM; `graph_read.py` tells what the vectors say.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dragoman.read.lang.encoder import Array, Encoder, load_encoder

BUCKETS = 20_000
"""Rows of the table of pieces of words."""
KINDS = 18
"""Numbers of pieces that each word has."""
MOST_WORDS = 50_000
"""Kinds of words whose vectors are remembered."""
BESIDE = 8
"""Runs that the LSTM reads side by side: each takes the time of the longest."""
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

    def __init__(self, settings: Settings, weights: Mapping[str, Array], encoder: Encoder) -> None:
        """Keep them; the vector of a word by itself is worked out once."""
        self.settings = settings
        self.weights = weights
        self.encoder = encoder
        self.lexicon = Lexicon(settings)
        self._rows: dict[str, int] = {}
        self._known: Array = np.empty((0, settings.word + settings.pieces), np.float32)

    def linear(self, name: str, vectors: Array) -> Array:
        """A layer of weights."""
        return weigh(vectors, self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"])

    def embed(self, words: Sequence[str]) -> Array:
        """The vector of each word by itself: `(words, word + pieces)`."""
        if len(self._rows) > MOST_WORDS:
            self._rows.clear()
        fresh = [word for word in dict.fromkeys(words) if word not in self._rows]
        if fresh:
            first = len(self._rows)
            self._rows |= {word: first + at for at, word in enumerate(fresh)}
            if first + len(fresh) > len(self._known):
                room = np.empty((2 * (first + len(fresh)), self._known.shape[1]), np.float32)
                room[:first] = self._known[:first]
                self._known = room
            self._known[first : first + len(fresh)] = self._make(fresh)
        taken: Array = self._known[[self._rows[word] for word in words]]
        return taken

    def _make(self, words: Sequence[str]) -> Array:
        numbers, pieces = zip(*(self.lexicon.look_up(word) for word in words), strict=True)
        return np.concatenate([self.weights["word.weight"][list(numbers)], self.weights["pieces.weight"][np.stack(pieces)].sum(1)], axis=1)


def weigh(vectors: Array, weights: Array, added: Array) -> Array:
    """Vectors times weights, and something added."""
    result: Array = vectors @ weights
    result += added
    return result


def save_weights(settings: Settings, weights: Mapping[str, Array], path: Path) -> None:
    """Write weights in half precision, with their settings."""
    told = {name: getattr(settings, name) for name in Settings.__slots__}
    arrays: dict[str, Any] = {name: value.astype(np.float16) for name, value in weights.items()}
    arrays["settings"] = np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), dtype=np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def load_weights(path: Path) -> tuple[Settings, dict[str, Array]]:
    """Settings and weights of a file."""
    with np.load(path, allow_pickle=False) as arrays:
        settings = json.loads(arrays["settings"].tobytes().decode())
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "settings"}
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()}
    return Settings(**told), weights


def load_network(folder: Path) -> Network:
    """The network whose parts lie in a folder: `graph.npz` and, its LSTM, `encoder.onnx`."""
    return Network(*load_weights(folder / "graph.npz"), load_encoder(folder / "encoder.onnx"))


def encode(network: Network, runs: Sequence[Sequence[str]]) -> Array:
    """The vectors `(words, 2 * hidden)` of all words of some runs, one run after the other; no run is empty.

    Runs of about one length side by side are read fastest.
    """
    return np.concatenate([_encode_beside(network, runs[start : start + BESIDE]) for start in range(0, len(runs), BESIDE)])


def _encode_beside(network: Network, runs: Sequence[Sequence[str]]) -> Array:
    """The vectors of runs that are padded to the longest of them."""
    lengths = np.array([len(run) for run in runs], np.int32)
    places = np.concatenate([np.arange(length) for length in lengths]), np.repeat(np.arange(len(runs)), lengths)
    vectors = network.embed([word for run in runs for word in run])
    padded = np.zeros((int(lengths.max()), len(runs), vectors.shape[1]), np.float32)
    padded[places] = vectors
    taken: Array = network.encoder(padded, lengths)[places]
    return taken
