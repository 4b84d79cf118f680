"""Writing a network as an ONNX file with float16 weights, and proving that it computes the same."""

from __future__ import annotations

import copy
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval, fuse_linear_bn_eval

OPSET = 17
SMALLEST_HALVED = 256
"""Tensors with fewer numbers stay float32: they cost nothing and may be biases of large range."""


def deployable(module: nn.Module) -> nn.Module:
    """Return a copy for inference: batch norm folded into the layer before it, weights rounded to float16 values.

    Rounding happens here, before export, so that the stored float16 weights are exactly those of the returned module.
    """
    ready = _folded(copy.deepcopy(module).cpu().eval()).requires_grad_(requires_grad=False)
    for parameter in [*ready.parameters(), *ready.buffers()]:
        if parameter.dtype == torch.float32 and parameter.numel() >= SMALLEST_HALVED:
            parameter.data = parameter.data.half().float()
    return ready


def _folded(module: nn.Module) -> nn.Module:
    for name, child in list(module.named_children()):
        setattr(module, name, _folded(child))
    if not isinstance(module, nn.Sequential):
        return module
    layers: list[nn.Module] = []
    for layer in module:
        previous = layers[-1] if layers else None
        if isinstance(previous, nn.Conv2d) and isinstance(layer, nn.BatchNorm2d):
            layers[-1] = fuse_conv_bn_eval(previous, layer)
        elif isinstance(previous, nn.Linear) and isinstance(layer, nn.BatchNorm1d):
            layers[-1] = fuse_linear_bn_eval(previous, layer)
        else:
            layers.append(layer)
    return nn.Sequential(*layers)


def write_onnx(
    module: nn.Module, example: tuple[Tensor, ...], path: Path, *, inputs: tuple[str, ...], output: str
) -> None:
    """Trace a deployable module and write it with float16 weights; the first axis of every tensor is free."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns of shapes that are constant by intent
        torch.onnx.export(
            module,
            example,
            str(path),
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes={name: {0: "batch"} for name in (*inputs, output)},
            opset_version=OPSET,
            dynamo=False,
        )
    graph = onnx.load(str(path))
    halve_weights(graph)
    onnx.checker.check_model(graph, full_check=True)
    onnx.save(graph, str(path))


def halve_weights(model: onnx.ModelProto) -> None:
    """Store large float32 initialisers as float16 with a cast back; computation stays float32."""
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type != TensorProto.FLOAT or values.size < SMALLEST_HALVED:
            continue
        name = tensor.name
        stored = f"{name}.float16"
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), stored))
        casts.append(helper.make_node("Cast", [stored], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def largest_difference(module: nn.Module, example: tuple[Tensor, ...], path: Path, inputs: tuple[str, ...]) -> float:
    """Return the largest absolute difference between torch and ONNX Runtime on the example."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feeds: dict[str, NDArray[np.float32]] = {name: part.numpy() for name, part in zip(inputs, example, strict=True)}
    with torch.no_grad():
        expected = module(*example).numpy()
    return float(np.abs(session.run(None, feeds)[0] - expected).max())
