"""The LSTM of trained weights as a file that ONNX Runtime reads, in single precision or in eight-bit whole numbers.

ONNX knows the gates in another order than PyTorch: in, out, forget, cell instead of in, forget, cell, out.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from dragoman.read.lang.encoder import Array
from dragoman.read.lang.graph import Settings

WAYS = ("ahead", "back")
OPSET, FORMAT = 17, 9
"""Versions of ONNX's operators and of its file, which every runtime of these years knows."""


def write_encoder(settings: Settings, weights: Mapping[str, Array], path: Path) -> None:
    """The LSTM in single precision."""
    size, width = settings.hidden, settings.word + settings.pieces
    constants = [numpy_helper.from_array(np.array([0, 0, 2 * size], np.int64), "shape")]
    nodes = []
    read = "vectors"
    for layer in range(settings.layers):
        last = layer + 1 == settings.layers
        constants += [numpy_helper.from_array(value, f"{name}{layer}") for name, value in gather_layer(weights, layer).items()]
        inputs = [read, *(f"{name}{layer}" for name in ("W", "R", "B")), "lengths"]
        read = "read" if last else f"read{layer}"
        nodes += [
            helper.make_node("LSTM", inputs, [f"both{layer}"], hidden_size=size, direction="bidirectional"),
            helper.make_node("Transpose", [f"both{layer}"], [f"turned{layer}"], perm=[0, 2, 1, 3]),
            helper.make_node("Reshape", [f"turned{layer}", "shape"], [read]),
        ]
    taken = [
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["words", "runs", width]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["runs"]),
    ]
    given = [helper.make_tensor_value_info(read, TensorProto.FLOAT, ["words", "runs", 2 * size])]
    graph = helper.make_graph(nodes, "encoder", taken, given, constants)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=FORMAT, producer_name="dragoman"), path)


def gather_layer(weights: Mapping[str, Array], layer: int) -> dict[str, Array]:
    """The arrays of a layer as ONNX names them: of what comes in, of the state before, and what is added, both directions together."""
    names = {"W": ("weight_ih_l0",), "R": ("weight_hh_l0",), "B": ("bias_ih_l0", "bias_hh_l0")}
    return {key: np.stack([np.concatenate([reorder(weights[f"{way}.{layer}.{part}"]) for part in parts]) for way in WAYS]) for key, parts in names.items()}


def reorder(gates: Array) -> Array:
    """Gates in ONNX's order."""
    taken, forgotten, fresh, given = np.split(gates, 4)
    return np.concatenate([taken, given, forgotten, fresh])


def write_small_encoder(settings: Settings, weights: Mapping[str, Array], path: Path) -> None:
    """The LSTM in whole numbers of eight bits, of which one is left out: processors without instructions for them would overflow otherwise."""
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "encoder.onnx"
        write_encoder(settings, weights, whole)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
