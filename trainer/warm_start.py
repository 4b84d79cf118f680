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
from forensic_id.core.preprocessing import CROP_SIZE
from forensic_id.inference.bundle import load_bundle
from trainer.config import RunConfig
from trainer.networks.encoder import Encoder
from trainer.onnx_graph import deployable

FRESH_ROW = 3**-0.5
"""Length of the rows of a layer that torch has just made: uniform within 1 / sqrt(numbers in the row)."""
_PREFIX = "encoder."
_FIRST = "encoder.encoders.0."
"""Of encoders side by side the first learned last."""
_RESIZE = "resize.shares"
_BLOCK = 128


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StartingEncoder:
    """A bundle's encoder with folded batch norms, and the SHA-256 of the file it was read from."""

    network: nn.Module
    sha256: str


def starting_encoder(bundle: Path, config: RunConfig) -> StartingEncoder:
    """Read a bundle's encoder as a network of the recipe's form; of several side by side, the first.

    Raises BundleRefusedError, and InvalidInputError for a bundle whose encoder is of another form, or is to be kept
    beside one that takes crops of another side.
    """
    data = load_bundle(bundle).models["encoder.onnx"]
    network = deployable(Encoder(config.encoder))
    wanted = network.state_dict()
    found, side = _weights(onnx.load_model_from_string(data).graph, network)
    for name in sorted(wanted.keys() | found.keys()):
        here, there = (tuple(part[name].shape) if name in part else "none" for part in (wanted, found))
        if here != there:
            raise InvalidInputError(
                f"The encoder of {bundle} does not fit the recipe: {name} is {there} in the bundle and {here} in the "
                "recipe. Give encoder.kind, encoder.widths, encoder.blocks and encoder.feature_size with --set as "
                "training.config.encoder in its manifest.json says."
            )
    network.load_state_dict(found)
    if config.keeps_start and side != config.working_side:
        raise InvalidInputError(
            f"The recipe keeps the encoder of {bundle}, which takes crops of {side} pixels, beside one that ends at "
            f"{config.working_side}. Give the last of pretraining.phases the size {side} with --set."
        )
    return StartingEncoder(network=network, sha256=hashlib.sha256(data).hexdigest())


def kept_start(config: RunConfig, bundle: Path | None) -> StartingEncoder | None:
    """Return the encoder that a finished run keeps beside the learned one, None where it keeps none.

    Raises InvalidInputError when `bundle` is missing or another than the run started from.
    """
    if not config.keeps_start:
        return None
    if bundle is None:
        raise InvalidInputError("The recipe keeps the encoder it started from. Give that bundle with --start-from.")
    start = starting_encoder(bundle, config)
    if start.sha256 != config.start_from:
        raise InvalidInputError(
            f"The run started from another encoder ({str(config.start_from)[:12]}) than that of {bundle} "
            f"({start.sha256[:12]}). Give the bundle that the run started from."
        )
    return start


def _weights(graph: onnx.GraphProto, network: nn.Module) -> tuple[dict[str, Tensor], int]:
    """The graph's weights by their names in `network`, and the side of the crops that they see.

    The exporter keeps all names but those of PReLU's slopes.
    """
    stored = {
        tensor.name.removesuffix(".float16"): torch.from_numpy(numpy_helper.to_array(tensor).astype(np.float32))
        for tensor in graph.initializer
    }
    prefix = _FIRST if any(name.startswith(_FIRST) for name in stored) else _PREFIX
    found = {name.removeprefix(prefix): part for name, part in stored.items() if name.startswith(prefix)}
    curved = [name for name, module in network.named_modules() if isinstance(module, nn.PReLU)]
    slopes = [stored[node.input[1]] for node in graph.node if node.op_type == "PRelu" and node.input[1] in stored]
    side = len(stored[_RESIZE]) if _RESIZE in stored else CROP_SIZE
    return found | {f"{name}.weight": slope.flatten() for name, slope in zip(curved, slopes, strict=False)}, side


@torch.no_grad()
def unfold(folded: nn.Module, encoder: nn.Module, crops: Tensor) -> None:
    """Fill `encoder` with what `folded` computes, norms set by the training crops (N, 1, S, S)."""
    answers = _answers(folded, crops)
    norms = [module for module in encoder.modules() if isinstance(module, _BatchNorm)]
    for source, layer, norm in zip(_layers(folded), _layers(encoder), norms, strict=True):
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
    """The layers that batch norms follow, in the order in which both forms of the encoder have them."""
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
