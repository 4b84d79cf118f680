"""The landmark network as `landmarks.onnx`, and what is known of it as `landmarks.json`."""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import torch

from forensic_id.core.errors import DefectError
from forensic_id.inference.landmarks import FORMAT_VERSION
from trainer.landmarks.config import LandmarkConfig
from trainer.landmarks.network import LandmarkNetwork
from trainer.onnx_graph import deployable, largest_difference, write_onnx

MODEL_NAME = "landmarks.onnx"
MOST_LOOKS = 4
"""Held-out faces in rough boxes (10% off, scale 20% off): mean error 7.5% after two looks, 6.9% with up to four."""
_PARITY_PIXELS = 1e-2
"""A hundredth of a crop pixel is far below what the network can tell."""


def export(network: LandmarkNetwork, config: LandmarkConfig, folder: Path) -> Path:
    """Write the graph with float16 weights and its description into `folder`; returns the graph's path.

    The graph says in its own metadata how crops are cut. Raises DefectError when ONNX Runtime computes other points
    than torch.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / MODEL_NAME
    ready = deployable(network)
    size = config.crop_size
    example = (torch.rand((3, 1, size, size), generator=torch.Generator().manual_seed(0)) * 2 - 1,)
    write_onnx(ready, example, path, inputs=("crops",), output="points")
    description = describe(config)
    graph = onnx.load(str(path))
    onnx.helper.set_model_props(graph, {key: str(value) for key, value in description.items()})
    onnx.save(graph, str(path))
    difference = largest_difference(ready, example, path, ("crops",))
    if not difference <= _PARITY_PIXELS:
        raise DefectError(f"{path} computes other points than the network: {difference:.3g} pixels apart.")
    whole = description | {"parity_pixels": difference, "config": json.loads(config.to_json())}
    (folder / "landmarks.json").write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    return path


def describe(config: LandmarkConfig) -> dict[str, str | int | float]:
    """What a program needs to run the graph; the bundle's manifest repeats it under `landmarks`."""
    return {
        "format_version": FORMAT_VERSION,
        "crop_size": config.crop_size,
        "crop_scale": config.crop_scale,
        "most_looks": MOST_LOOKS,
        "input": "crops float32 (N, 1, S, S), grey / 127.5 - 1, template upright, points' mean in the centre",
        "output": "points float32 (N, 5, 2) in crop pixels: right eye, left eye, nose, right and left mouth corner",
    }
