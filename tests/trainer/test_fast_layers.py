"""The layers that train faster on processors compute what torch's compute."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from trainer.config import EncoderConfig
from trainer.execution import Execution
from trainer.networks.encoder import Encoder
from trainer.networks.on_processors import BranchlessPReLU, suited_to_processors
from trainer.networks.winograd import WinogradConv2d, best_block

CPU = torch.device("cpu")


@pytest.fixture(autouse=True)
def _same_numbers() -> Iterator[None]:
    with torch.random.fork_rng():
        torch.manual_seed(0)
        yield


def convolution(channels_in: int = 48, channels_out: int = 64, **changed: Any) -> nn.Conv2d:
    form: dict[str, Any] = {"kernel_size": 3, "padding": 1, "bias": False} | changed
    return nn.Conv2d(channels_in, channels_out, **form)


def answer_and_gradients(layer: nn.Module, x: Tensor, gradient: Tensor) -> list[Tensor]:
    answer = layer(x)
    return [answer, *torch.autograd.grad(answer, [x, *layer.parameters()], gradient)]


@pytest.mark.parametrize("size", [(16, 16), (7, 7), (5, 5), (6, 6), (9, 14)], ids=str)
@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last], ids=str)
def test_winograds_convolution_and_its_gradients_are_those_of_the_plain_one(
    size: tuple[int, int], layout: torch.memory_format
) -> None:
    plain = convolution()
    fast = WinogradConv2d.of(plain)
    x = torch.randn(2, 48, *size).to(memory_format=layout).requires_grad_()
    gradient = torch.randn(2, 64, *size)
    assert best_block(*size) is not None
    both = (answer_and_gradients(layer, x, gradient) for layer in (fast, plain))
    for found, wanted in zip(*both, strict=True):
        assert (found - wanted).abs().max() < 1e-4 * wanted.abs().max()


def test_winograds_gradient_of_the_weight_alone_is_the_same() -> None:
    plain = convolution()
    x, gradient = torch.randn(2, 48, 8, 8), torch.randn(2, 64, 8, 8)
    found, wanted = (
        torch.autograd.grad(layer(x), layer.weight, gradient)[0] for layer in (WinogradConv2d.of(plain), plain)
    )
    assert torch.allclose(found, wanted, atol=1e-4 * float(wanted.abs().max()))


@pytest.mark.parametrize(
    ("size", "block"),
    [((28, 28), 4), ((7, 7), 4), ((5, 5), 3), ((2, 2), 2), ((1, 1), None), ((1, 8), None)],
    ids=str,
)
def test_blocks_are_those_with_the_fewest_products(size: tuple[int, int], block: int | None) -> None:
    assert best_block(*size) == block


def test_an_image_too_small_for_blocks_and_a_network_that_answers_are_convolved_plainly() -> None:
    plain = convolution()
    fast = WinogradConv2d.of(plain)
    dot, image = torch.randn(2, 48, 1, 1), torch.randn(2, 48, 8, 8)
    assert torch.equal(fast(dot), plain(dot))
    assert torch.equal(fast.eval()(image), plain(image))


@pytest.mark.parametrize(
    "other",
    [{"stride": 2}, {"bias": True}, {"kernel_size": 5}, {"padding": 0}, {"groups": 2}, {"padding_mode": "reflect"}],
    ids=str,
)
def test_other_convolutions_and_narrow_ones_stay_as_they_are(other: dict[str, Any]) -> None:
    for layer in (convolution(**other), convolution(channels_in=16)):
        assert suited_to_processors(layer) is layer


def test_the_gradients_of_prelu_are_the_very_same() -> None:
    plain = nn.PReLU(6)
    fast = BranchlessPReLU.of(plain)
    for shape in ((4, 6, 5, 5), (4, 6)):
        x = torch.randn(shape)
        x[0] = 0
        x.requires_grad_()
        gradient = torch.randn(shape)
        found, wanted = (answer_and_gradients(layer, x, gradient) for layer in (fast, plain))
        assert all(map(torch.equal, found[:2], wanted[:2]))
        assert torch.allclose(found[2], wanted[2])
    assert torch.equal(fast.eval()(x), plain(x))


def test_a_suited_encoder_has_the_same_names_and_learns_the_same() -> None:
    plain = Encoder(EncoderConfig(kind="compact", feature_size=16, widths=(8, 48, 64, 48)))
    before = torch.get_rng_state()
    suited = suited_to_processors(copy.deepcopy(plain))
    assert torch.equal(before, torch.get_rng_state())
    assert list(suited.state_dict()) == list(plain.state_dict())
    assert sum(isinstance(layer, WinogradConv2d) for layer in suited.modules()) == 3
    crops = torch.rand(6, 1, 64, 64)
    gradients = []
    for network in (plain, suited):
        torch.manual_seed(1)
        loss = network(crops).square().mean() + network(crops)[:, 0].mean()
        gradients.append(torch.autograd.grad(loss, list(network.parameters())))
    for wanted, found in zip(*gradients, strict=True):
        assert (found - wanted).norm() < 1e-2 * wanted.norm() + 1e-6


def test_layers_are_replaced_on_a_processor_in_float32_only() -> None:
    def replaced(execution: Execution) -> bool:
        return isinstance(execution.suited(nn.PReLU()), BranchlessPReLU)

    assert replaced(Execution(device=CPU))
    assert not replaced(Execution(device=CPU, mixed=True))
    assert not replaced(Execution(device=CPU, compiled=True))
    assert not replaced(Execution(device=torch.device("cuda")))
