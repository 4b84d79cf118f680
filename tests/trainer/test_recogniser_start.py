"""An encoder that starts from dlib's recogniser sees what that sees, and learns above its first blocks."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from forensic_id.core.errors import InvalidInputError
from tests.trainer.dlib_file import last_matrix
from trainer.__main__ import main
from trainer.checkpoint import load_checkpoint
from trainer.config import EncoderConfig, RunConfig
from trainer.networks.encoder import DeployedEncoder, Encoder
from trainer.networks.recogniser_form import ChipFront
from trainer.onnx_graph import deployable, largest_difference, write_onnx
from trainer.recipes import recipe
from trainer.teacher.chips import chips
from trainer.teacher.dlib_recogniser import DlibRecogniser
from trainer.teacher.start import recogniser_start
from trainer.warm_start import standardise, unfold


@pytest.fixture(scope="module")
def config() -> RunConfig:
    return dataclasses.replace(recipe("tiny"), encoder=EncoderConfig(kind="recogniser"))


def greys(count: int) -> Tensor:
    """Smooth pictures uint8 (N, 1, 112, 112)."""
    coarse = torch.rand((count, 1, 9, 9), generator=torch.Generator().manual_seed(3)) * 255
    return F.interpolate(coarse, size=112, mode="bicubic").clamp(0, 255).byte()


def test_the_front_reads_the_chip_out_of_the_template_and_repeats_its_last_row_below() -> None:
    pictures = greys(2)
    crops = F.pad(pictures.float(), (8, 8, 8, 8), mode="replicate").byte().expand(-1, 3, -1, -1)
    expected = chips(crops)[:, :1] / 127.5 - 1
    assert torch.allclose(ChipFront()(pictures / 127.5 - 1), expected, atol=1e-3)


def test_at_another_side_the_front_reads_the_same_places() -> None:
    slope = torch.linspace(-1, 1, 112).expand(1, 1, 112, 112)
    halved = F.avg_pool2d(slope, 2)
    inside = ChipFront()(slope)[..., :130, 10:-10]
    assert torch.allclose(ChipFront()(halved)[..., :130, 10:-10], inside, atol=1e-3)


def test_its_features_are_the_means_that_dlib_describes(weights: Path, config: RunConfig) -> None:
    network = recogniser_start(weights, config).network
    pictures = greys(3)
    seen = ChipFront()(pictures / 127.5 - 1)
    colours = ((seen + 1) * 127.5).expand(-1, 3, -1, -1)
    with torch.no_grad():
        described = network(pictures / 127.5 - 1) @ last_matrix()
        assert torch.allclose(described, DlibRecogniser(weights)(colours), atol=1e-3)


def test_standardised_features_have_mean_0_and_variance_1() -> None:
    torch.manual_seed(0)
    layer = nn.Sequential(nn.Linear(5, 4))
    data = torch.randn(200, 5) * 3 + 7
    standardise(layer, data)
    with torch.no_grad():
        features = layer(data)
    assert torch.allclose(features.mean(0), torch.zeros(4), atol=1e-4)
    assert torch.allclose(features.var(0), torch.ones(4), atol=1e-3)


def test_unfolded_and_exported_it_computes_the_same(weights: Path, config: RunConfig, tmp_path: Path) -> None:
    folded, encoder = recogniser_start(weights, config).network, Encoder(config.encoder)
    crops = greys(8) / 127.5 - 1
    unfold(folded, encoder, crops)
    with torch.no_grad():
        assert torch.allclose(encoder.eval()(crops), folded(crops), atol=1e-3)
    deployed = deployable(DeployedEncoder(encoder, 112))
    write_onnx(deployed, (crops,), tmp_path / "encoder.onnx", inputs=("crops",), output="features")
    assert largest_difference(deployed, (crops,), tmp_path / "encoder.onnx", ("crops",)) < 1e-4


def test_a_recipe_of_another_form_is_refused(weights: Path) -> None:
    with pytest.raises(InvalidInputError, match="kind compact, which cannot start from dlib"):
        recogniser_start(weights, recipe("tiny"))


def test_the_command_starts_from_the_file_and_teaches_what_is_above_the_first_blocks(
    face_data: Path, weights: Path, config: RunConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.pretraining.START_CROPS", 16)
    few = ["encoder.kind=recogniser", "adversarial.train_encoder=false", "split.validation_photo_identities=0"]
    few += [f"{stage}={number}" for phase in "01" for stage, number in sizes(phase).items()]
    few += ["adversarial.steps=1", "adversarial.synthetic_photos=4"]
    command = ["train", "tiny", "--data", str(face_data), "--run", str(tmp_path), "--device", "cpu", "--quiet"]
    command += [word for setting in few for word in ("--set", setting)]
    assert main([*command, "--start-from", str(weights)]) == 0
    began = recogniser_start(weights, config).network.state_dict()
    trained = load_checkpoint(tmp_path / "pretraining.safetensors")[0]
    encoder = Encoder(config.encoder)
    for name, parameter in encoder.named_parameters():
        same = name in began and torch.equal(trained[f"encoder.{name}"], began[name])
        assert same == (not parameter.requires_grad), name
    assert sum(not parameter.requires_grad for parameter in encoder.parameters()) == 14  # seven layers, with offsets


def sizes(phase: str) -> dict[str, int]:
    return {f"pretraining.phases.{phase}.steps": 1, f"pretraining.phases.{phase}.batch": 4}
