"""The fitted encoder: histograms of gradients as a loop computes them, and a projection under which pairs agree."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from forensic_id.core.errors import DataError, InvalidInputError
from tests.trainer.conftest import blob_face
from trainer.config import EncoderConfig, RunConfig
from trainer.config_check import check_config
from trainer.data.faces import PHOTO, SKETCH, FaceSet
from trainer.discriminant.fitting import fitted_encoder
from trainer.discriminant.projection import discriminant_projection, principal_axes
from trainer.evaluation.recognition import centre_views
from trainer.networks.encoder import DeployedEncoder, Encoder
from trainer.networks.gradient_histograms import GradientHistograms
from trainer.onnx_graph import deployable, largest_difference, write_onnx
from trainer.recipes import recipe
from trainer.run import TrainingData, load_trained, train


@pytest.fixture(scope="module")
def faces() -> FaceSet:
    """Eight people with a photo and its faint negative as the sketch, and four with a photo alone."""
    photos = np.stack([blob_face(person, 0) for person in range(12)])
    return FaceSet(
        images=torch.from_numpy(np.concatenate([photos, 255 - photos[:8] // 2]))[:, None],
        identities=np.array([f"p:{person}" for person in [*range(12), *range(8)]]),
        sources=np.array([*["fs2k-1"] * 8, *["lfw"] * 4, *["fs2k-1"] * 8]),
        modalities=np.array([PHOTO] * 12 + [SKETCH] * 8),
        csv_sha256="0" * 64,
    )


@pytest.fixture
def config() -> RunConfig:
    small = EncoderConfig(kind="gradients", feature_size=12)
    return dataclasses.replace(recipe("gradients"), encoder=small)


def looped_histograms(grey: np.ndarray) -> np.ndarray:
    """The same by loops over pixels, directions and cells."""
    side = len(grey)
    cells = side // 8
    padded = np.pad(grey.astype(np.float64), 1, mode="edge")
    raw = np.zeros((9, cells, cells))
    weights = np.exp(-((np.arange(side) - (np.arange(cells)[:, None] * 8 + 4)) ** 2) / (2 * 4.0**2))
    weights /= weights.sum(1, keepdims=True)
    for y in range(side):
        for x in range(side):
            across = padded[y + 1, x + 2] - padded[y + 1, x]
            down = padded[y + 2, x + 1] - padded[y, x + 1]
            angle = math.atan2(down, across)
            for direction in range(9):
                vote = max(0.0, math.cos(2 * angle - 2 * math.pi * direction / 9)) ** 4 * math.hypot(across, down)
                raw[direction] += vote * np.outer(weights[:, y], weights[:, x])
    energy = (raw**2).sum(0)
    shares = np.zeros_like(raw)
    for y in range(cells):
        for x in range(cells):
            around = energy[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2].mean()
            shares[:, y, x] = np.sqrt(raw[:, y, x] / math.sqrt(around + 4e-4))
    return shares


def test_histograms_are_those_of_a_loop_over_pixels() -> None:
    grey = np.random.default_rng(0).uniform(0, 1, (24, 24)).astype(np.float32)
    found = GradientHistograms(24)(torch.from_numpy(grey * 2 - 1)[None, None])[0]
    assert found.shape == (9, 3, 3)
    assert np.abs(found.numpy() - looped_histograms(grey)).max() < 1e-4


def test_histograms_are_blind_to_tone_and_to_what_is_lighter() -> None:
    crop = torch.from_numpy(blob_face(3, 0)[8:120, 8:120].astype(np.float32) / 127.5 - 1)[None, None]
    histograms = GradientHistograms(112)

    def likeness(other: torch.Tensor) -> float:
        return F.cosine_similarity(histograms(other).flatten(1), histograms(crop).flatten(1)).item()

    assert likeness(-crop) == pytest.approx(1, abs=1e-5)
    assert likeness(0.5 * crop + 0.3) > 0.995
    assert likeness(crop.flip(3)) < 0.9


def test_differences_within_pairs_have_equal_variance_in_every_direction_without_shrinkage() -> None:
    random = torch.Generator().manual_seed(0)
    photos = torch.randn(200, 5, generator=random)
    sketches = photos + torch.randn(200, 5, generator=random) * torch.tensor([3.0, 1.0, 0.5, 0.2, 0.1]) + 1
    found = discriminant_projection(photos, sketches, photos, size=5, shrinkage=1e-9)
    differences = (photos - sketches) @ found.axes.T
    covariance = differences.T @ differences / len(differences)
    assert torch.allclose(covariance, covariance[0, 0] * torch.eye(5), atol=1e-4)
    both = (torch.cat([photos, sketches, photos]) - found.centre) @ found.axes.T
    assert both.square().sum(1).mean().item() == pytest.approx(1, rel=1e-4)


def test_what_differs_in_pairs_is_left_out_and_what_tells_people_apart_is_kept() -> None:
    """Two numbers, equally spread over people: sketches agree with photos in the first and not in the second."""
    random = torch.Generator().manual_seed(1)
    photos = torch.randn(500, 2, generator=random)
    sketches = torch.stack([photos[:, 0] + 0.1 * torch.randn(500, generator=random), photos[:, 1].flip(0)], dim=1)
    axis = discriminant_projection(photos, sketches, photos, size=1, shrinkage=0.01).axes[0]
    assert abs(axis[0]) > 5 * abs(axis[1])


@pytest.mark.parametrize("rows", [4, 9])
def test_principal_axes_are_those_of_the_covariance_for_few_and_for_many_rows(rows: int) -> None:
    values = torch.randn(rows, 6, generator=torch.Generator().manual_seed(3), dtype=torch.float64)
    squares, axes = principal_axes(values)
    assert axes.shape == (6, min(rows, 6))
    assert torch.allclose(axes.T @ axes, torch.eye(len(squares), dtype=torch.float64), atol=1e-8)
    assert torch.allclose(axes * squares @ axes.T, values.T @ values / rows, atol=1e-8)


def test_fewer_crops_than_numbers_are_refused_with_a_sentence() -> None:
    few = torch.randn(3, 20, generator=torch.Generator().manual_seed(4))
    with pytest.raises(InvalidInputError, match=r"feature of 12 numbers needs as many crops .* there are"):
        discriminant_projection(few, few + 0.1, few, size=12, shrinkage=1.0)


def test_shrinkage_brings_directions_back_to_equal_weight() -> None:
    random = torch.Generator().manual_seed(2)
    photos = torch.randn(300, 2, generator=random)
    sketches = photos + torch.randn(300, 2, generator=random) * torch.tensor([0.1, 1.0])

    def ratio(shrinkage: float) -> float:
        axes = discriminant_projection(photos, sketches, photos, size=2, shrinkage=shrinkage).axes
        lengths = axes.norm(dim=0)
        return float(lengths[0] / lengths[1])

    assert ratio(1e-6) > ratio(1.0) > ratio(100.0) == pytest.approx(1, abs=0.1)


def test_a_fitted_encoder_finds_the_people_of_its_pairs_and_is_read_back(
    faces: FaceSet, config: RunConfig, tmp_path: Path
) -> None:
    encoder = fitted_encoder(config, faces, faces, tmp_path, quiet=True)
    again = fitted_encoder(config, faces, faces, tmp_path, quiet=True)
    state = again.state_dict()
    assert all(torch.equal(value, state[name]) for name, value in encoder.state_dict().items())
    assert '"recall_1": 1.0' in (tmp_path / "metrics.jsonl").read_text(encoding="utf-8")
    other = dataclasses.replace(config, seed=5)
    with pytest.raises(DataError, match="seed"):
        fitted_encoder(other, faces, faces, tmp_path, quiet=True)


def test_a_run_learns_a_generator_on_the_fitted_features_without_any_phase(
    faces: FaceSet, config: RunConfig, tmp_path: Path
) -> None:
    stage = dataclasses.replace(config.adversarial, steps=2, batch=8, critic_steps=1, noise_size=4, hidden=16)
    config = dataclasses.replace(config, adversarial=stage)
    data = TrainingData(training=faces, validation_pairs=faces, validation_photos=faces)
    train(config, data, tmp_path, device=torch.device("cpu"), quiet=True)
    encoder, generator = load_trained(config, tmp_path)
    features = DeployedEncoder(encoder, config.working_side, mirrored=config.encoder.mirrored)(
        centre_views(faces, 112)
    )
    assert generator(features, torch.zeros(len(features), 4)).shape == (20, 12)


def test_pairs_are_needed(faces: FaceSet, config: RunConfig, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no photo-sketch pairs"):
        fitted_encoder(config, faces.subset(np.arange(12)), faces, tmp_path, quiet=True)


def test_the_exported_graph_computes_the_same_and_tells_left_from_right(faces: FaceSet, tmp_path: Path) -> None:
    config = EncoderConfig(kind="gradients", feature_size=12)
    deployed = deployable(DeployedEncoder(Encoder(config), 112, mirrored=config.mirrored))
    crops = centre_views(faces, 112)
    write_onnx(deployed, (crops,), tmp_path / "encoder.onnx", inputs=("crops",), output="features")
    assert largest_difference(deployed, (crops,), tmp_path / "encoder.onnx", ("crops",)) < 1e-5
    assert not torch.allclose(deployed(crops), deployed(crops.flip(3)), atol=1e-3)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"start_from": "ab" * 32}, "neither --start-from nor --teacher"),
        ({"pretraining": recipe("tiny").pretraining}, "phases must be empty"),
        ({"adversarial": recipe("tiny").adversarial}, "adversarial.train_encoder=false"),
        ({"encoder": EncoderConfig()}, "phases is empty"),
    ],
)
def test_settings_that_do_not_fit_a_fitted_encoder_are_named(changed: dict[str, object], message: str) -> None:
    check_config(recipe("gradients"))
    with pytest.raises(InvalidInputError, match=message):
        check_config(dataclasses.replace(recipe("gradients"), **changed))  # type: ignore[arg-type]
