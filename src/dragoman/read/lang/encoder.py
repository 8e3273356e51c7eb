"""The bidirectional LSTM of a network, in whole numbers of eight bits, run by ONNX Runtime; `training/encoder.py` writes its file."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Array = NDArray[np.float32]
Lengths = NDArray[np.int32]
Encoder = Callable[[Array, Lengths], Array]
"""From vectors `(words, runs, size)` of runs side by side, padded to the longest, and how many words each has, to vectors `(words, runs, 2 * hidden)`."""


def load_encoder(path: Path) -> Encoder:
    """The LSTM of a file; it reads with one thread, so that processes side by side share the cores, and the same words always give the same vectors."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def run(vectors: Array, lengths: Lengths) -> Array:
        found: list[Array] = session.run(None, {"vectors": vectors, "lengths": lengths})
        return found[0]

    return run
