"""The best tree over a sentence, given scores of heads (Chu and Liu 1965, Edmonds 1967)."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]
TRIED = 5
"""Words that are tried as the one root of a sentence, the likeliest first; of a long sentence, which is mostly a list, fewer."""
LONG = 60


def find_tree(scores: Scores) -> Heads:
    """Heads `(words,)` of the best tree with one root; `scores` is `(words, words + 1)`, column 0 the root, column n + 1 the word n."""
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads: Heads = square.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and find_cycle(heads) is None:
        return np.asarray(heads[1:])
    best, best_score = heads[1:], -np.inf
    roots = np.argsort(-square[1:, 0])[: TRIED if n <= LONG else 1] + 1
    for root in roots:
        only = square.copy()
        only[1:, 0] = -np.inf
        only[root] = -np.inf
        only[root, 0] = square[root, 0]
        tree = span(only)
        total = float(only[np.arange(1, n + 1), tree[1:]].sum())
        if total > best_score:
            best, best_score = tree[1:], total
    return best


def span(scores: NDArray[np.float64]) -> Heads:
    """The heads of the best tree that hangs on node 0; its own head is itself."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    return _expand(scores, heads, cycle)


def _expand(scores: NDArray[np.float64], heads: Heads, cycle: list[int]) -> Heads:
    """Solves the graph in which a circle is one node, and opens the circle where its best way in leads."""
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    ring = np.array(cycle)
    own = scores[ring, heads[ring]]
    into = scores[np.ix_(ring, rest)] - own[:, None]
    out_of = scores[np.ix_(rest, ring)]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out_of.max(1)
    small[0] = -np.inf
    tree = span(small)
    result = heads.copy()
    for at, node in enumerate(rest[1:], 1):
        above = tree[at]
        result[node] = ring[out_of[at].argmax()] if above == len(rest) else rest[above]
    entry = ring[into[:, tree[-1]].argmax()]
    result[entry] = rest[tree[-1]]
    return result


def find_cycle(heads: Heads) -> list[int] | None:
    """The nodes of a circle, or `None`."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return None
