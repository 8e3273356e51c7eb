"""The graph parser: the same vectors as a plain reading of the definition, always trees, the best of them, whatever stands beside a run."""

from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.encoder import write_encoder, write_small_encoder

from dragoman.read.lang.encoder import load_encoder
from dragoman.read.lang.graph import BUCKETS, KINDS, Network, Settings, encode, find_pieces, load_network, save_weights, shape_of
from dragoman.read.lang.graph_read import FEWEST, LONGEST, find_cuts, find_names, parse_run, parse_texts
from dragoman.read.lang.trees import find_tree

SMALL = Settings(
    words=("a", "b", "minister"),
    pos=("NOUN", "VERB"),
    features=("", "Number=Sing"),
    relations=("nsubj", "obj", "root"),
    word=3,
    pieces=4,
    hidden=5,
    layers=2,
    arc=6,
    relation=4,
    tag=3,
    names=("B-LOC", "B-PER", "I-PER", "O"),
)


@cache
def make_network() -> Network:
    """A network with weights by chance, its LSTM in single precision."""
    with TemporaryDirectory() as folder:
        weights = make_weights()
        write_encoder(SMALL, weights, Path(folder) / "encoder.onnx")
        return Network(SMALL, weights, load_encoder(Path(folder) / "encoder.onnx"))


def make_weights() -> dict[str, np.ndarray]:
    """Weights by chance."""
    chance = np.random.default_rng(3)
    width = 2 * SMALL.hidden
    shapes = {"word.weight": (4, 3), "pieces.weight": (BUCKETS, 4), "root": (width,), "arc": (7, 6), "rel": (5, 3, 5)}
    for name, out in (("arc_head", 6), ("arc_dep", 6), ("rel_head", 4), ("rel_dep", 4), ("tag", 3), ("name", 3)):
        shapes |= {f"{name}.weight": (out, width), f"{name}.bias": (out,)}
    for name, out in (("pos_out", 2), ("features_out", 2), ("opens_out", 2), ("names_out", 4)):
        shapes |= {f"{name}.weight": (out, 3), f"{name}.bias": (out,)}
    for way, layer in product(("ahead", "back"), range(2)):
        size = width if layer else 7
        name = f"{way}.{layer}"
        shapes |= {f"{name}.weight_ih_l0": (20, size), f"{name}.weight_hh_l0": (20, 5), f"{name}.bias_ih_l0": (20,), f"{name}.bias_hh_l0": (20,)}
    return {name: chance.normal(scale=0.6, size=shape).astype(np.float32) for name, shape in shapes.items()}


def encode_plainly(network: Network, run: list[str]) -> np.ndarray:
    """The LSTM word by word, as it is defined: gates in, forget, cell, out."""
    weights = network.weights
    rows = [network.lexicon.look_up(word) for word in run]
    vectors = [np.concatenate([weights["word.weight"][number], weights["pieces.weight"][pieces].sum(0)]) for number, pieces in rows]
    for layer in range(SMALL.layers):
        both = []
        for way in ("ahead", "back"):
            state, cell, states = np.zeros(5), np.zeros(5), []
            for vector in vectors if way == "ahead" else vectors[::-1]:
                name = f"{way}.{layer}"
                whole = weights[f"{name}.weight_ih_l0"] @ vector + weights[f"{name}.bias_ih_l0"]
                whole = whole + weights[f"{name}.weight_hh_l0"] @ state + weights[f"{name}.bias_hh_l0"]
                sluice_in, forget, fresh, out = np.split(whole, 4)
                cell = cell / (1 + np.exp(-forget)) + np.tanh(fresh) / (1 + np.exp(-sluice_in))
                state = np.tanh(cell) / (1 + np.exp(-out))
                states.append(state)
            both.append(states if way == "ahead" else states[::-1])
        vectors = [np.concatenate(pair) for pair in zip(*both, strict=True)]
    return np.stack(vectors)


def test_vectors_are_those_of_the_definition_whatever_stands_beside() -> None:
    network = make_network()
    runs = [["The", "minister", "spoke", "."], ["b"], ["Unknown", "words", "a"]]
    found = encode(network, runs)
    assert np.allclose(found, np.concatenate([encode_plainly(network, run) for run in runs]), atol=1e-4)


def test_what_is_known_of_sentences_holds_and_each_has_one_root() -> None:
    network = make_network()
    words = [f"w{n}" for n in range(30)]
    (free,) = parse_run(network, [words], [None])
    (closed,) = parse_run(network, [words], [[False] * 30])
    assert closed.opens == [True, *[False] * 29]
    assert closed.relations.count("root") == 1
    assert free.relations.count("root") == sum(free.opens)
    for found in (free, closed):
        assert all((relation == "root") == (head == at) for at, (head, relation) in enumerate(zip(found.heads, found.relations, strict=True)))


def test_a_text_is_cut_where_a_sentence_is_known_to_begin_and_put_together_again() -> None:
    network = make_network()
    words = [f"w{n}" for n in range(3 * FEWEST)]
    marks: list[bool | None] = [None] * len(words)
    marks[3] = marks[FEWEST] = marks[2 * FEWEST + 1] = True
    assert find_cuts(marks) == [(0, FEWEST), (FEWEST, 2 * FEWEST + 1), (2 * FEWEST + 1, 3 * FEWEST)]
    (whole,) = parse_texts(network, [words], [marks])
    parts = list(parse_run(network, [words[start:stop] for start, stop in find_cuts(marks)], [marks[start:stop] for start, stop in find_cuts(marks)]))
    assert whole.relations == [relation for part in parts for relation in part.relations]
    assert whole.opens[FEWEST] is whole.opens[3] is True
    assert [head - FEWEST for head in whole.heads[FEWEST : 2 * FEWEST + 1]] == parts[1].heads


def test_names_are_runs_of_tags() -> None:
    tags = ["B-PER", "I-PER", "O", "I-LOC", "B-PER", "I-LOC", "", "B-PER"]
    assert find_names(tags) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "PER"), (5, 6, "LOC"), (7, 8, "PER")]


def test_a_sentence_without_end_is_cut_and_none_of_its_words_is_lost() -> None:
    (found,) = parse_run(make_network(), [["a"] * 1000], [[False] * 1000])
    assert [at for at, opened in enumerate(found.opens) if opened] == [0, LONGEST, 2 * LONGEST, 3 * LONGEST]
    assert len(found.heads) == 1000
    assert all(at // LONGEST == head // LONGEST for at, head in enumerate(found.heads))


def test_nothing_is_read_of_nothing() -> None:
    network = make_network()
    empty, one = parse_run(network, [[], ["a"]], [[], [None]])
    assert empty.heads == []
    assert one.heads == [0]


def test_weights_come_back_from_files_nearly_the_same(tmp_path: Path) -> None:
    weights = make_weights()
    write_small_encoder(SMALL, weights, tmp_path / "encoder.onnx")
    save_weights(SMALL, weights, tmp_path / "graph.npz")
    again = load_network(tmp_path)
    assert again.settings == SMALL
    runs = [["The", "minister", "spoke"], ["b"]]
    assert np.allclose(encode(again, runs), encode(make_network(), runs), atol=0.05)


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word comes to the root, and one word hangs on it."""
    for start in range(1, len(heads) + 1):
        node = start
        for _ in range(len(heads)):
            node = heads[node - 1] if node else 0
        if node:
            return False
    return heads.count(0) == 1


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_tree_is_the_best_of_all(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    for at in range(n):
        scores[at, at + 1] = -99
    found = tuple(int(head) for head in find_tree(scores))
    trees = [heads for heads in product(range(n + 1), repeat=n) if is_tree(heads)]
    best = max(sum(float(scores[at, head]) for at, head in enumerate(heads)) for heads in trees)
    assert is_tree(found)
    assert sum(float(scores[at, head]) for at, head in enumerate(found)) == pytest.approx(best, abs=1e-4)


def test_words_are_known_by_their_parts() -> None:
    assert shape_of("Visa-free2024") == "Xxxx-xxxddd"
    assert len(find_pieces("internationalisation")) == KINDS
    assert set(find_pieces("walked")) & set(find_pieces("talked"))
