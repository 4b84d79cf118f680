"""A bundle folder with real ONNX graphs of a few kilobytes, built in a fraction of a second."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

FEATURE_SIZE = 16
NOISE_SIZE = 4
LANDMARK_SIZE = 64
SIGMA = 0.3

_OPSET = 17
_TEMPLATE = ((38.29, 51.70), (73.53, 51.50), (56.03, 71.74), (41.55, 92.37), (70.73, 92.20))


def write_tiny_bundle(folder: Path, **changes: Any) -> Path:
    """Write encoder, generator, landmarks and manifest into `folder`; `changes` replace fields of the manifest.

    The encoder averages 7x7 squares and projects them at random, so equal crops have equal features and different
    ones mostly do not; the landmark network always gives the template.
    """
    folder.mkdir(parents=True, exist_ok=True)
    models = {
        "encoder.onnx": encoder_model(),
        "generator.onnx": generator_model(),
        "landmarks.onnx": landmark_model(),
    }
    for name, model in models.items():
        (folder / name).write_bytes(model.SerializeToString())
    write_manifest(folder, **changes)
    return folder


def write_manifest(folder: Path, **changes: Any) -> None:
    """Write manifest.json for the files in `folder` as they are now."""
    names = ("encoder.onnx", "generator.onnx", "landmarks.onnx")
    fields = manifest_fields({name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names})
    (folder / "manifest.json").write_text(json.dumps(fields | changes, indent=2), encoding="utf-8")


def manifest_fields(files: dict[str, str]) -> dict[str, Any]:
    """A complete manifest."""
    return {
        "format_version": 1,
        "name": "tiny",
        "version": "1",
        "created_at": "2025-01-01T00:00:00+00:00",
        "preprocessing": {"version": 1, "size": 112, "channels": "grey"},
        "feature_size": FEATURE_SIZE,
        "noise_size": NOISE_SIZE,
        "sigma": SIGMA,
        "default_samples": 10,
        "files": files,
        "landmarks": {"input": "crops", "output": "points"},
        "training": {"recipe": "none"},
        "data": [],
        "measured": {},
        "licence": "research evaluation only",
    }


def encoder_model() -> onnx.ModelProto:
    """Crops (N, 1, 112, 112) -> features (N, 16), unit."""
    nodes = [
        helper.make_node("AveragePool", ["crops"], ["pooled"], kernel_shape=[7, 7], strides=[7, 7]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weight", "bias"], ["projected"]),
        helper.make_node("LpNormalization", ["projected"], ["features"], axis=1, p=2),
    ]
    weights = {"weight": _normal(1, 256, FEATURE_SIZE), "bias": _normal(2, FEATURE_SIZE)}
    return _model(nodes, {"crops": [1, 112, 112]}, {"features": [FEATURE_SIZE]}, weights)


def generator_model() -> onnx.ModelProto:
    """Feature (N, 16), noise (N, 4) -> samples (N, 16), unit: the feature, moved a little."""
    nodes = [
        helper.make_node("MatMul", ["noise", "weight"], ["shift"]),
        helper.make_node("Add", ["feature", "shift"], ["moved"]),
        helper.make_node("LpNormalization", ["moved"], ["samples"], axis=1, p=2),
    ]
    weights = {"weight": _normal(3, NOISE_SIZE, FEATURE_SIZE) * np.float32(0.05)}
    return _model(nodes, {"feature": [FEATURE_SIZE], "noise": [NOISE_SIZE]}, {"samples": [FEATURE_SIZE]}, weights)


def landmark_model() -> onnx.ModelProto:
    """Crops (N, 1, 64, 64) -> points (N, 5, 2): always where an aligned face has them."""
    points = np.array(_TEMPLATE, dtype=np.float32) * np.float32(LANDMARK_SIZE / 112)
    nodes = [
        helper.make_node("ReduceMean", ["crops"], ["mean"], axes=[1, 2, 3], keepdims=1),
        helper.make_node("Mul", ["mean", "zero"], ["nothing"]),
        helper.make_node("Squeeze", ["nothing", "last"], ["row"]),
        helper.make_node("Add", ["row", "template"], ["points"]),
    ]
    weights: dict[str, NDArray[Any]] = {
        "zero": np.zeros(1, np.float32),
        "last": np.array([3], np.int64),
        "template": points[None],
    }
    model = _model(nodes, {"crops": [1, LANDMARK_SIZE, LANDMARK_SIZE]}, {"points": [5, 2]}, weights)
    facts = {"format_version": "1", "crop_size": str(LANDMARK_SIZE), "crop_scale": "1.0"}
    helper.set_model_props(model, facts)
    return model


def _normal(seed: int, *shape: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def _model(
    nodes: list[onnx.NodeProto],
    inputs: dict[str, list[int]],
    outputs: dict[str, list[int]],
    weights: dict[str, NDArray[Any]],
) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "tiny",
        [_value(name, shape) for name, shape in inputs.items()],
        [_value(name, shape) for name, shape in outputs.items()],
        [numpy_helper.from_array(values, name) for name, values in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _value(name: str, row: list[int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *row])
