"""What makes training fast computes what the plain way computes."""

from __future__ import annotations

import functools
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from forensic_id.core.errors import TrainingStoppedError
from tests.trainer.conftest import TinyRun
from trainer.average import WeightAverage
from trainer.data.displacement import displaced, smooth_field
from trainer.data.drawing_lots import RowGroups, WeightedLots
from trainer.data.sampling import step_generator
from trainer.data.synthesis.filters import gaussian_blur, gradient_magnitude, stroke_texture
from trainer.execution import Execution, sent
from trainer.losses.margin_softmax import margin_softmax
from trainer.networks.contrast import box_mean
from trainer.pretraining import Pretraining
from trainer.running_means import RunningMeans

CPU = torch.device("cpu")


def test_lots_are_those_of_multinomial_draw_by_draw() -> None:
    weights = np.random.default_rng(0).uniform(size=1000)
    lots = WeightedLots(weights)
    for step in range(20):
        wanted = torch.multinomial(torch.from_numpy(weights), 64, replacement=True, generator=step_generator(1, step))
        assert torch.equal(lots.draw(64, step_generator(1, step)), wanted)


def test_lots_follow_their_weights_and_never_draw_a_weight_of_zero() -> None:
    drawn = WeightedLots(np.array([0.0, 1.0, 3.0, 0.0])).draw(40_000, torch.Generator().manual_seed(0))
    shares = torch.bincount(drawn, minlength=4) / 40_000
    assert shares[[0, 3]].tolist() == [0, 0]
    assert shares[2].item() == pytest.approx(0.75, abs=0.01)


def test_lots_reach_beyond_two_to_the_24th() -> None:
    count = 2**24 + 1000
    weights = np.zeros(count)
    weights[-3:] = 1
    assert (WeightedLots(weights).draw(50, torch.Generator().manual_seed(0)) >= count - 3).all()


def test_groups_pick_all_of_their_own_rows_and_no_others() -> None:
    groups = [np.array([5, 6, 7]), np.array([2]), np.array([9, 8])]
    asked = torch.arange(3).repeat(500)
    picked = RowGroups.of(groups).pick(asked, torch.Generator().manual_seed(0))
    assert [sorted(set(picked[asked == index].tolist())) for index in range(3)] == [[5, 6, 7], [2], [8, 9]]


def test_a_smooth_field_is_bicubic_interpolation() -> None:
    coarse = torch.randn(3, 2, 5, 4)
    wanted = F.interpolate(coarse, size=(20, 30), mode="bicubic", align_corners=True)
    assert torch.allclose(smooth_field(coarse, 20, 30), wanted, atol=1e-5)


def test_displacing_is_sampling_an_affine_grid_plus_the_field() -> None:
    images, affine = torch.rand(2, 1, 9, 9), torch.eye(2, 3).repeat(2, 1, 1) + 0.1 * torch.randn(2, 2, 3)
    field = 0.1 * torch.randn(2, 2, 7, 8)
    grid = F.affine_grid(affine, [2, 1, 7, 8], align_corners=False) + field.permute(0, 2, 3, 1)
    wanted = F.grid_sample(images, grid, padding_mode="border", align_corners=False)
    assert torch.allclose(displaced(images, affine, field), wanted, atol=1e-5)


@pytest.mark.parametrize("sigma", [0.6, 3.0, 25.0])
def test_blur_is_a_convolution_with_repeated_borders(sigma: float) -> None:
    images = torch.rand(2, 1, 40, 30)
    radius = max(1, math.ceil(2.5 * sigma))
    kernel = torch.exp(-torch.arange(-radius, radius + 1.0).square() / (2 * sigma**2))
    kernel = (kernel / kernel.sum()).reshape(1, 1, 1, -1)
    padded = F.pad(images, (radius,) * 4, mode="replicate")
    wanted = F.conv2d(F.conv2d(padded, kernel), kernel.transpose(2, 3))
    assert torch.allclose(gaussian_blur(images, sigma), wanted, atol=1e-5)


def test_the_gradient_is_sobels() -> None:
    images = torch.rand(2, 1, 12, 10)
    kernel = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]).reshape(1, 1, 3, 3) / 4
    padded = F.pad(images, (1, 1, 1, 1), mode="replicate")
    wanted = (F.conv2d(padded, kernel).square() + F.conv2d(padded, kernel.transpose(2, 3)).square() + 1e-8).sqrt()
    assert torch.allclose(gradient_magnitude(images), wanted, atol=1e-6)


def test_strokes_run_in_all_four_directions() -> None:
    strokes = stroke_texture(torch.zeros(40, 1, 32, 32), torch.Generator().manual_seed(0)).squeeze(1)
    shifted = {"level": (0, 1), "upright": (1, 0), "falling": (1, 1), "rising": (1, -1)}
    alike = torch.stack(
        [
            (strokes[:, 4:-4, 4:-4] - strokes.roll(shift, (1, 2))[:, 4:-4, 4:-4]).abs().mean((1, 2))
            for shift in shifted.values()
        ]
    )
    assert set(alike.argmin(0).tolist()) == {0, 1, 2, 3}
    assert (alike.min(0).values < 0.5 * alike.max(0).values).all()


def test_box_means_by_products_are_those_by_pooling() -> None:
    images = torch.rand(2, 1, 33, 20)
    pooled = F.avg_pool2d(images, 7, stride=1, padding=3, count_include_pad=False)
    assert torch.allclose(box_mean(images, 3), pooled, atol=1e-6)


def test_hits_are_rows_whose_own_class_is_nearest() -> None:
    weight = torch.eye(3)
    features = torch.tensor([[1.0, 0.1, 0], [0, 1, 0.1], [0.9, 1, 0]])
    _, hits = margin_softmax(
        features,
        torch.tensor([0, 1, 0]),
        weight,
        scale=4.0,
        margin=0.2,
        class_groups=torch.zeros(3, dtype=torch.int64),
    )
    assert hits.tolist() == [True, True, False]


def test_the_average_follows_weights_and_statistics_and_copies_counters() -> None:
    module = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
    average = WeightAverage(module, decay=0.9)
    before = module.state_dict()["0.weight"].clone()
    module.state_dict()["0.weight"].add_(1)
    module(torch.randn(8, 2))
    average.update(module, step=10_000)
    state = average.module.state_dict()
    assert torch.allclose(state["0.weight"], before + 0.1)
    assert torch.allclose(state["1.running_mean"], 0.1 * module.state_dict()["1.running_mean"])
    assert state["1.num_batches_tracked"] == 1


def test_running_means_are_of_the_steps_since_they_were_read() -> None:
    means = RunningMeans()
    assert means.read() == {}
    for value in (1.0, 2.0):
        means.add({"loss": torch.tensor(value), "accuracy": torch.tensor(value / 2)})
    assert means.read() == {"loss": 1.5, "accuracy": 0.75}
    means.add({"loss": torch.tensor(math.nan), "accuracy": torch.tensor(0.0)})
    means.add({"loss": torch.tensor(1.0), "accuracy": torch.tensor(0.0)})
    assert math.isnan(means.read()["loss"])


def test_on_a_processor_nothing_is_switched_on_by_itself() -> None:
    plain = Execution.on(CPU)
    assert (plain.mixed, plain.compiled) == (False, False)
    assert Execution.on(CPU, mixed="on", compiled="on") == Execution(device=CPU, mixed=True, compiled=True)
    assert sent(torch.ones(2), CPU).tolist() == [1, 1]


def first_losses(tiny_run: TinyRun, execution: Execution, steps: int = 2) -> list[float]:
    data = tiny_run.data
    training = Pretraining(tiny_run.config, data.training, data.validation_pairs, CPU, execution=execution)
    phase = tiny_run.config.pretraining.phases[0]
    faces = data.training.resized(phase.size)
    return [float(training.train_step(faces, phase, step)["loss"]) for step in range(steps)]


def test_bfloat16_learns_about_the_same_and_not_the_very_same(tiny_run: TinyRun) -> None:
    plain, mixed = (first_losses(tiny_run, Execution(device=CPU, mixed=mixed)) for mixed in (False, True))
    assert mixed == pytest.approx(plain, rel=0.05)
    assert mixed != plain


def test_a_compiled_network_is_one_graph_and_learns_the_same(
    tiny_run: TinyRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Captured and differentiated as for a GPU; only the kernels, minutes of a compiler, are left out."""
    monkeypatch.setattr(torch, "compile", functools.partial(torch.compile, backend="aot_eager", fullgraph=True))
    plain, compiled = (first_losses(tiny_run, Execution(device=CPU, compiled=on)) for on in (False, True))
    assert compiled == pytest.approx(plain, rel=1e-3)


def test_a_loss_that_is_not_finite_stops_the_run_before_its_checkpoint(tiny_run: TinyRun, tmp_path: Path) -> None:
    data = tiny_run.data
    training = Pretraining(tiny_run.config, data.training, data.validation_pairs, CPU)
    with torch.no_grad():
        training.classifier.weight[0, 0] = math.nan
    with pytest.raises(TrainingStoppedError, match="loss, gradient is not finite"):
        training.run(tmp_path, quiet=True)
    assert not (tmp_path / "pretraining.safetensors").exists()
