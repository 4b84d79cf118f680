"""Starting an encoder from a bundle's, of which nothing is left but the exported graph.

At export every batch norm was folded into the layer before it (`onnx_graph.deployable`), which leaves y = W x + b.
Unfolding gives the layer s W, with rows as long as those of a fresh layer, so that a learning rate means what it does
there; and the norm the mean and variance of s W x over training crops, the weight sqrt(variance + eps) / s, and the
mean of y as its bias. Put together that is W x + b again, whatever the crops; and while a step trains, when the
batch's own mean and variance are taken, it is nearly so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.modules.batchnorm import _BatchNorm

from forensic_id.core.errors import InvalidInputError
from forensic_id.inference.bundle import load_bundle
from trainer.companion import LEARNED
from trainer.config import RunConfig
from trainer.networks.encoder import Encoder
from trainer.onnx_graph import deployable

FRESH_ROW = 3**-0.5
"""Length of the rows of a layer that torch has just made: uniform within 1 / sqrt(numbers in the row)."""
_PREFIX = "encoder."
_BLOCK = 128


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StartingEncoder:
    """A bundle's encoder with folded batch norms, and the SHA-256 of the file it was read from."""

    network: nn.Module
    sha256: str
    standardised: bool = True
    """False: the mean and the spread of its features are still those of another training."""


def starting_encoder(bundle: Path, config: RunConfig) -> StartingEncoder:
    """Read a bundle's encoder as a network of the recipe's form, without the companion that it may have.

    Raises BundleRefusedError, and InvalidInputError for a bundle whose encoder is of another form.
    """
    data = load_bundle(bundle).models["encoder.onnx"]
    network = deployable(Encoder(config.encoder))
    wanted = network.state_dict()
    found = _weights(onnx.load_model_from_string(data).graph, network)
    for name in sorted(wanted.keys() | found.keys()):
        here, there = (tuple(part[name].shape) if name in part else "none" for part in (wanted, found))
        if here != there:
            raise InvalidInputError(
                f"The encoder of {bundle} does not fit the recipe: {name} is {there} in the bundle and {here} in the "
                "recipe. Give encoder.kind, encoder.widths, encoder.blocks and encoder.feature_size with --set as "
                "training.config.encoder in its manifest.json says."
            )
    network.load_state_dict(found)
    return StartingEncoder(network=network, sha256=hashlib.sha256(data).hexdigest())


def _weights(graph: onnx.GraphProto, network: nn.Module) -> dict[str, Tensor]:
    """The graph's weights by their names in `network`.

    The exporter keeps all names but those of PReLU's slopes.
    """
    own = LEARNED if any(tensor.name.startswith(LEARNED) for tensor in graph.initializer) else ""
    stored = {
        tensor.name.removeprefix(own).removesuffix(".float16"): torch.from_numpy(
            numpy_helper.to_array(tensor).astype(np.float32)
        )
        for tensor in graph.initializer
        if tensor.name.startswith(own)
    }
    found = {name.removeprefix(_PREFIX): part for name, part in stored.items() if name.startswith(_PREFIX)}
    curved = [name for name, module in network.named_modules() if isinstance(module, nn.PReLU)]
    read = [node.input[1].removeprefix(own) for node in graph.node if node.op_type == "PRelu"]
    slopes = [stored[name] for name in read if name in stored]
    return found | {f"{name}.weight": slope.flatten() for name, slope in zip(curved, slopes, strict=False)}


@torch.no_grad()
def unfold(folded: nn.Module, encoder: nn.Module, crops: Tensor) -> None:
    """Fill `encoder` with what `folded` computes, norms set by the training crops (N, 1, S, S)."""
    answers = _answers(folded, crops)
    norms = iter([module for module in encoder.modules() if isinstance(module, _BatchNorm)])
    for source, layer in zip(_layers(folded), _layers(encoder), strict=True):
        if layer.bias is not None:  # a fixed layer, which no norm follows
            layer.load_state_dict(source.state_dict())
            continue
        norm = next(norms)
        mean, variance = answers[source]
        offset = torch.zeros_like(mean) if source.bias is None else source.bias
        length = source.weight.flatten(1).norm(dim=1)
        scale = torch.where(length > 0, FRESH_ROW / length, 1.0)
        layer.weight.copy_(source.weight * scale.reshape(-1, *[1] * (source.weight.dim() - 1)))
        spread = scale.square() * variance
        state = {
            "running_mean": scale * (mean - offset),
            "running_var": spread,
            "weight": (spread + norm.eps).sqrt() / scale,
            "bias": mean,
        }
        norm.load_state_dict(state, strict=False)
    slopes = ([part for part in network.modules() if isinstance(part, nn.PReLU)] for network in (folded, encoder))
    for before, after in zip(*slopes, strict=True):
        after.weight.copy_(before.weight)


def _layers(network: nn.Module) -> list[nn.Conv2d | nn.Linear]:
    """The layers with weights, in the order in which both forms of the encoder have them."""
    return [module for module in network.modules() if isinstance(module, nn.Conv2d | nn.Linear)]


def _answers(folded: nn.Module, crops: Tensor) -> Mapping[nn.Module, tuple[Tensor, Tensor]]:
    """Mean and variance of every layer's output channels over the crops, (C,) each."""
    answers: dict[nn.Module, tuple[Tensor, Tensor]] = {}

    def note(layer: nn.Module, _: object, answer: Tensor) -> None:
        rest = [axis for axis in range(answer.dim()) if axis != 1]
        answers[layer] = (answer.mean(rest), answer.var(rest))

    handles = [layer.register_forward_hook(note) for layer in _layers(folded)]
    folded(crops)
    for handle in handles:
        handle.remove()
    return answers


@torch.no_grad()
def standardise(folded: nn.Module, crops: Tensor) -> None:
    """Give every number of the feature mean 0 and variance 1 over the crops, by its last layer.

    Cosines between features with a large common part see little else.
    """
    mean, variance = _answers(folded, crops)[last := _layers(folded)[-1]]
    scale = (variance + 1e-5).rsqrt()
    offset = torch.zeros_like(mean) if last.bias is None else last.bias
    last.weight.mul_(scale.unsqueeze(1))
    last.bias = nn.Parameter((offset - mean) * scale, requires_grad=False)


@torch.no_grad()
def class_means(folded: nn.Module, crops: Tensor, classes: Tensor, count: int) -> Tensor:
    """Mean unit feature of every class's crops, as the rows of a fresh classifier (count, D) are long."""
    features = torch.cat([F.normalize(folded(block)) for block in torch.split(crops, _BLOCK)])
    sums = features.new_zeros((count, features.shape[1])).index_add_(0, classes, features)
    return F.normalize(sums) * FRESH_ROW


def two_of_each(classes: Tensor) -> Tensor:
    """Row numbers of the first and last row of every class (C,), once where it has one only."""
    order = classes.argsort(stable=True)
    ends = classes[order].diff(prepend=classes.new_full((1,), -1), append=classes.new_full((1,), -1)) != 0
    return order[ends[:-1] | ends[1:]]
