"""A run started from a bundle begins with the very encoder that the bundle computes, and is a run like any other."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from forensic_id.core.errors import InvalidInputError
from forensic_id.inference.bundle import load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from tests.trainer.conftest import TinyRun
from tests.trainer.prepared_people import LANDMARKS
from trainer import pretraining
from trainer.__main__ import main
from trainer.checkpoint import load_checkpoint
from trainer.config import EncoderConfig
from trainer.evaluation.recognition import centre_views
from trainer.export import export
from trainer.networks.encoder import DeployedEncoder, Encoder
from trainer.onnx_graph import deployable
from trainer.pretraining import Pretraining
from trainer.provenance import provenance
from trainer.recipes import recipe
from trainer.warm_start import FRESH_ROW, class_means, starting_encoder, two_of_each, unfold

CPU = torch.device("cpu")
FIXED = "adversarial.train_encoder=false"


@pytest.fixture(scope="module")
def bundle(tiny_run: TinyRun, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    export(tiny_run.config, tiny_run.data, tiny_run.folder, folder, landmarks=LANDMARKS, version="1")
    return folder


def begun(tiny_run: TinyRun, bundle: Path) -> Pretraining:
    """A run that has taken over a bundle's encoder and no step yet."""
    start = starting_encoder(bundle, tiny_run.config)
    run = Pretraining(tiny_run.config, tiny_run.data.training, tiny_run.data.validation_pairs, CPU, start=start)
    run._begin_from(start)
    return run


def test_it_begins_with_the_features_that_onnx_runtime_computes(tiny_run: TinyRun, bundle: Path) -> None:
    run = begun(tiny_run, bundle)
    faces = tiny_run.data.validation_photos
    crops = faces.images[:, 0, 8:120, 8:120].numpy()
    expected = OnnxEncoder(load_bundle(bundle), threads=1).encode_sketches(np.repeat(crops[..., None], 3, axis=3))
    for encoder in (run.encoder, run.average.module):
        deployed = DeployedEncoder(encoder, tiny_run.config.working_side).eval()
        with torch.no_grad():
            features = deployed(centre_views(faces, 112)).numpy()
        assert np.abs(features - expected).max() < 1e-4


def test_the_learned_part_of_the_shipped_encoder_is_taken_over_whole() -> None:
    shipped = load_bundle(LANDMARKS.parent)
    told = json.loads((LANDMARKS.parent / "manifest.json").read_bytes())["training"]["config"]
    config = dataclasses.replace(recipe("tiny"), encoder=EncoderConfig(**told["encoder"]))
    start = starting_encoder(LANDMARKS.parent, config)
    pictures = torch.randint(0, 256, (6, 112, 112, 1), generator=torch.Generator().manual_seed(0), dtype=torch.uint8)
    crops = pictures.permute(0, 3, 1, 2).float() / 127.5 - 1
    encoder = Encoder(config.encoder)
    unfold(start.network, encoder, crops)
    with torch.no_grad():
        features = DeployedEncoder(encoder, told["pretraining"]["phases"][-1]["size"]).eval()(crops).numpy()
    shown = OnnxEncoder(shipped, threads=1).encode_sketches(pictures.expand(-1, -1, -1, 3).numpy())
    expected = shown[:, : features.shape[1]]
    expected = expected / np.linalg.norm(expected, axis=1, keepdims=True)
    assert np.abs(features - expected).max() < 1e-4


@pytest.mark.parametrize("kind", ["compact", "resnet50"])
def test_unfolding_keeps_the_function_and_while_training_nearly(kind: Any) -> None:
    torch.manual_seed(0)
    config = EncoderConfig(kind=kind, feature_size=8, widths=(4, 4, 8, 8))
    source = Encoder(config)
    crops = torch.rand((16, 1, 48, 48)) * 2 - 1
    source(crops)  # norms that have seen something
    folded = deployable(source)
    encoder = Encoder(config)
    unfold(folded, encoder, crops)
    with torch.no_grad():
        expected = folded(crops)
        assert torch.allclose(encoder.eval()(crops), expected, atol=1e-3 * float(expected.abs().max()))
        for module in encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
        trained = encoder.train()(crops)
    assert torch.allclose(trained, expected, atol=2e-2 * float(expected.abs().max()))
    rows = next(module.weight for module in encoder.modules() if isinstance(module, nn.Conv2d)).flatten(1).norm(dim=1)
    assert torch.allclose(rows, torch.full_like(rows, FRESH_ROW), atol=1e-4)


def test_class_means_are_unit_means_of_unit_features_at_the_length_of_a_fresh_row() -> None:
    crops = torch.tensor([[3.0, 0.0], [0.0, 2.0], [0.0, -1.0], [1.0, 0.0]])
    means = class_means(nn.Identity(), crops, torch.tensor([1, 1, 0, 2]), 3)
    assert torch.allclose(means / FRESH_ROW, torch.tensor([[0.0, -1.0], [0.5**0.5, 0.5**0.5], [1.0, 0.0]]))


def test_of_every_class_the_first_and_the_last_row_are_taken() -> None:
    rows = two_of_each(torch.tensor([2, 0, 2, 1, 0, 2, 0]))
    assert rows.tolist() == [1, 6, 3, 0, 5]


def test_a_bundle_of_another_form_is_refused_with_the_layer_and_the_remedy(bundle: Path) -> None:
    with pytest.raises(
        InvalidInputError, match=r"does not fit the recipe: head\.2\.bias is \(32,\).*encoder\.widths"
    ):
        starting_encoder(bundle, recipe("compact"))


def arguments(data: Path, run: Path, *more: str) -> list[str]:
    return ["train", "tiny", "--data", str(data), "--run", str(run), "--device", "cpu", "--set", FIXED, *more]


def state(run: Path) -> dict[str, Tensor]:
    return load_checkpoint(run / "pretraining.safetensors")[0]


@pytest.mark.parametrize("reached", [0, 2])
def test_a_run_from_a_bundle_resumes_to_the_same_end_and_says_where_it_began(
    face_data: Path,
    bundle: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    reached: int,
) -> None:
    monkeypatch.setattr(pretraining, "CHECKPOINT_EVERY", 1)
    parts, whole = tmp_path / "parts", tmp_path / "whole"
    original = Pretraining.train_step

    def killed(self: Pretraining, *given: Any) -> Any:
        if self.step == reached:
            raise KeyboardInterrupt
        return original(self, *given)

    with monkeypatch.context() as patch:
        patch.setattr(Pretraining, "train_step", killed)
        assert main(arguments(face_data, parts, "--start-from", str(bundle), "--quiet")) == 130
    assert load_checkpoint(parts / "pretraining.safetensors")[1] == reached
    assert main(arguments(face_data, parts, "--resume")) == 1
    assert "start_from" in capsys.readouterr().err
    assert main(arguments(face_data, parts, "--start-from", str(bundle), "--quiet", "--resume")) == 0
    assert main(arguments(face_data, whole, "--start-from", str(bundle), "--quiet")) == 0
    one, other = state(parts), state(whole)
    assert [name for name in other if not torch.equal(one[name], other[name])] == []
    lines = [json.loads(line) for line in (whole / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (lines[0]["stage"], lines[0]["step"]) == ("encoder-validation", 0)
    assert {"recall_1", "photo_recall_1", "drawn_recall_10"} <= lines[0].keys()
    recorded = provenance(whole)["configuration"]["start_from"]
    assert recorded == load_bundle(bundle).manifest.files["encoder.onnx"]
    exported = ["export", "tiny", "--data", str(face_data), "--run", str(whole), "--set", FIXED]
    assert main([*exported, "--bundle", str(tmp_path / "b"), "--landmarks", str(LANDMARKS), "--name", "ours"]) == 0
    manifest = json.loads((tmp_path / "b" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["training"]["config"]["start_from"] == recorded
    assert manifest["name"] == "ours"


def test_what_the_start_recalls_is_measured_anew_after_a_stop_meanwhile(
    face_data: Path, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Pretraining, "_validate", killed)
    assert main(arguments(face_data, tmp_path, "--start-from", str(bundle), "--quiet")) == 130
    assert not (tmp_path / "pretraining.safetensors").exists()


def test_the_start_is_part_of_what_decides_the_encoder_stage(tiny_run: TinyRun) -> None:
    other = dataclasses.replace(tiny_run.config, start_from="ab" * 32)
    assert other.encoder_stage_json() != tiny_run.config.encoder_stage_json()
    assert other.sketcher_stage_json() == tiny_run.config.sketcher_stage_json()
