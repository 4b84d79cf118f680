"""A bundle's encoder that stands beside the learned one: as an untrained network, and as a part of the graph."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from forensic_id.core.errors import InvalidInputError
from forensic_id.inference.bundle import load_bundle
from trainer.config import CompanionRecord

LEARNED, COMPANION = "learned/", "companion/"
"""Before the names in the graph of the two parts."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Companion:
    """Who it is, and the bytes of its encoder.onnx."""

    record: CompanionRecord
    graph: bytes


def read_companion(bundle: Path) -> Companion:
    """Read a bundle's encoder. Raises BundleRefusedError."""
    found = load_bundle(bundle)
    graph = found.models["encoder.onnx"]
    record = CompanionRecord(
        name=found.manifest.name,
        version=found.manifest.version,
        encoder_sha256=hashlib.sha256(graph).hexdigest(),
        feature_size=found.manifest.feature_size,
    )
    return Companion(record=record, graph=graph)


def recorded_companion(record: CompanionRecord | None, bundle: Path | None) -> Companion | None:
    """Return the companion that a run names, read from `bundle`; None where it names none.

    Raises InvalidInputError when the bundle is missing or another.
    """
    if record is None:
        return None
    wanted = f"{record.name} {record.version} (encoder.onnx {record.encoder_sha256[:12]})"
    if bundle is None:
        raise InvalidInputError(f"The run has {wanted} beside it. Give that bundle with --companion.")
    companion = read_companion(bundle)
    if companion.record != record:
        raise InvalidInputError(
            f"The run has {wanted} beside it, and {bundle} is {companion.record.name} {companion.record.version} "
            f"({companion.record.encoder_sha256[:12]}). Give the bundle that the run was made with."
        )
    return companion


class CompanionEncoder(nn.Module):
    """Crops (N, 1, 112, 112) in [-1, 1] -> unit features (N, D) by ONNX Runtime, on the processor, untrained."""

    def __init__(self, companion: Companion) -> None:
        super().__init__()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        self._session = onnxruntime.InferenceSession(
            companion.graph, sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name

    def forward(self, crops: Tensor) -> Tensor:
        """Extract features."""
        (features,) = self._session.run(None, {self._input: crops.detach().cpu().numpy()})
        return torch.from_numpy(features).to(crops.device)


class SideBySide(nn.Module):
    """Crops -> the unit features of two encoders, one after the other, of unit length together.

    The cosine is the mean of theirs, in which the companion's weighs `share`. What encoders that learned differently
    get wrong differs, and what they get right does not (Hansen and Salamon 1990, "Neural network ensembles").
    """

    def __init__(self, learned: nn.Module, companion: nn.Module, share: float) -> None:
        super().__init__()
        self.learned, self.companion = learned, companion
        self._lengths = lengths(share)

    def forward(self, crops: Tensor) -> Tensor:
        """Extract features."""
        own, other = self._lengths
        return torch.cat([self.learned(crops) * own, self.companion(crops) * other], dim=1)


def lengths(share: float) -> tuple[float, float]:
    """Of the learned and of the companion's part of a feature of unit length."""
    return math.sqrt(1 - share), math.sqrt(share)


def write_side_by_side(path: Path, companion: Companion, share: float) -> None:
    """Put a companion into the encoder graph at `path`, as `SideBySide` does with the networks."""
    own, other = onnx.load(str(path)), onnx.load_model_from_string(companion.graph)
    source, result = own.graph.input[0].name, own.graph.output[0].name
    for model, prefix in ((own, LEARNED), (other, COMPANION)):
        onnx.compose.add_prefix(model, prefix, inplace=True, rename_inputs=False, rename_outputs=True)
    graph = own.graph
    for node in other.graph.node:
        node.input[:] = [source if name == other.graph.input[0].name else name for name in node.input]
    graph.node.extend(other.graph.node)
    graph.initializer.extend(other.graph.initializer)
    parts = []
    for model, length in zip((own, other), lengths(share), strict=True):
        name = model.graph.output[0].name
        factor = onnx.numpy_helper.from_array(np.array(length, np.float32), f"{name}.length")
        graph.initializer.append(factor)
        graph.node.append(onnx.helper.make_node("Mul", [name, factor.name], [f"{name}.part"]))
        parts.append(f"{name}.part")
    graph.node.append(onnx.helper.make_node("Concat", parts, [result], axis=1))
    del graph.output[:]
    graph.output.append(onnx.helper.make_tensor_value_info(result, onnx.TensorProto.FLOAT, ["batch", None]))
    onnx.checker.check_model(own, full_check=True)
    onnx.save(own, str(path))
