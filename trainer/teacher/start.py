"""Starting an encoder from dlib's recogniser instead of learning from it."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from forensic_id.core.errors import InvalidInputError
from trainer.config import RunConfig
from trainer.networks.encoder import Encoder
from trainer.networks.recogniser_form import LAST_MAP_SIDE
from trainer.onnx_graph import deployable
from trainer.teacher.dlib_recogniser import MEAN_COLOUR, NAME, Convolution, DlibRecogniser
from trainer.warm_start import StartingEncoder


def recogniser_start(path: Path, config: RunConfig) -> StartingEncoder:
    """Read dlib's file as an encoder with folded norms, whose features are the means over its last map.

    Raises DataError for another file, and InvalidInputError for a recipe of another form.
    """
    recogniser = DlibRecogniser(path)
    if config.encoder.kind != "recogniser":
        raise InvalidInputError(
            f"The recipe's encoder is of the kind {config.encoder.kind}, which cannot start from {NAME}. Choose a "
            "recipe of the kind “recogniser”, or start from a bundle."
        )
    network = deployable(Encoder(config.encoder))
    layers = [module for module in network.modules() if isinstance(module, nn.Conv2d)]
    pairs = [part for first, second, _ in recogniser.blocks for part in (first, second)]
    for layer, part in zip(layers, [_for_grey(recogniser.stem), *pairs], strict=True):
        layer.load_state_dict({"weight": part.weight, "bias": part.bias})
    mean = torch.full((1, LAST_MAP_SIDE**2), LAST_MAP_SIDE**-2)
    head = next(module for module in network.modules() if isinstance(module, nn.Linear))
    own = torch.eye(config.encoder.feature_size, head.in_features // LAST_MAP_SIDE**2)
    head.load_state_dict({"weight": torch.kron(own, mean), "bias": torch.zeros(config.encoder.feature_size)})
    return StartingEncoder(network=network, sha256=recogniser.sha256, standardised=False)


def _for_grey(stem: Convolution) -> Convolution:
    """The same for grey in [-1, 1] instead of three colours in [0, 255] from which a mean is taken."""
    scale, shift = 127.5 / 256, (127.5 - torch.tensor(MEAN_COLOUR)) / 256
    weight: Tensor = stem.weight.sum(1, keepdim=True) * scale
    return Convolution(weight=weight, bias=stem.bias + (stem.weight * shift.reshape(1, 3, 1, 1)).sum((1, 2, 3)))
