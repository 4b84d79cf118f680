"""A resumed run is the uninterrupted run; broken and foreign checkpoints are refused with a sentence."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch

from forensic_id.core.errors import CancelledError, DataError, TrainingStoppedError
from tests.trainer.conftest import TinyRun
from trainer import loop, pretraining
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.config import with_settings
from trainer.journal import Journal
from trainer.run import load_trained, train
from trainer.run_folder import check_run_folder

CPU = torch.device("cpu")


class StoppedHereError(Exception):
    pass


def stop_at(step: int, counted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    original = counted.train_step

    def train_step(self: Any, *arguments: object) -> object:
        if self.step == step:
            raise StoppedHereError
        return original(self, *arguments)

    monkeypatch.setattr(counted, "train_step", train_step)


@pytest.mark.parametrize(
    ("stage", "step", "name"),
    [
        (pretraining.Pretraining, 3, "pretraining.safetensors"),
        (pretraining.Pretraining, 5, "pretraining.safetensors"),
        (loop.AdversarialTraining, 2, "adversarial.safetensors"),
    ],
)
def test_a_run_killed_and_resumed_equals_one_that_was_not(
    tiny_run: TinyRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: Any, step: int, name: str
) -> None:
    monkeypatch.setattr(pretraining, "CHECKPOINT_EVERY", 1)
    monkeypatch.setattr(loop, "CHECKPOINT_EVERY", 1)
    with monkeypatch.context() as patch:
        stop_at(step, stage, patch)
        with pytest.raises(StoppedHereError):
            train(tiny_run.config, tiny_run.data, tmp_path, device=CPU, quiet=True)
    assert load_checkpoint(tmp_path / name)[1] == step
    train(tiny_run.config, tiny_run.data, tmp_path, device=CPU, quiet=True)
    for part in ("pretraining.safetensors", "adversarial.safetensors"):
        whole, resumed = load_checkpoint(tiny_run.folder / part)[0], load_checkpoint(tmp_path / part)[0]
        assert whole.keys() == resumed.keys()
        differing = [key for key in whole if not torch.equal(whole[key], resumed[key])]
        assert differing == []


def test_a_stop_after_the_last_step_loses_no_validation(
    tiny_run: TinyRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = tiny_run.config.pretraining.steps
    monkeypatch.setattr(pretraining, "stop_requested", lambda step: step == last)
    with pytest.raises(CancelledError):
        train(tiny_run.config, tiny_run.data, tmp_path, device=CPU, quiet=True)
    lines = map(json.loads, (tmp_path / "metrics.jsonl").read_text(encoding="utf-8").splitlines())
    assert ("encoder-validation", last) in {(line["stage"], line["step"]) for line in lines}
    assert load_checkpoint(tmp_path / "pretraining.safetensors")[1] == last


def test_a_checkpoint_of_another_configuration_is_refused(tiny_run: TinyRun) -> None:
    other = dataclasses.replace(tiny_run.config, seed=1)
    with pytest.raises(DataError, match="another configuration"):
        train(other, tiny_run.data, tiny_run.folder, device=CPU, quiet=True)
    (tiny_run.folder / "config.json").write_text(tiny_run.config.to_json(), encoding="utf-8")


def test_a_truncated_checkpoint_is_named(tmp_path: Path) -> None:
    path = tmp_path / "part.safetensors"
    save_checkpoint(path, {"a": torch.ones(100)}, step=1, config_json="{}")
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(DataError, match=r"part\.safetensors"):
        load_checkpoint(path)


def test_saving_leaves_no_temporary_file_and_keeps_the_step(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "a.safetensors", {"x": torch.arange(3)}, step=7, config_json="{}")
    tensors, step = load_checkpoint(tmp_path / "a.safetensors", config_json="{}")
    assert (step, tensors["x"].tolist()) == (7, [0, 1, 2])
    assert [path.name for path in tmp_path.iterdir()] == ["a.safetensors"]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_loss_that_is_not_finite_stops_the_run_with_a_sentence(tmp_path: Path, value: float) -> None:
    with Journal(tmp_path, title="x", total=1, quiet=True) as journal:
        journal.report("stage", 1, loss=1.0)
        with pytest.raises(TrainingStoppedError, match="loss is not finite"):
            journal.report("stage", 2, loss=value)
    assert len((tmp_path / "metrics.jsonl").read_text(encoding="utf-8").splitlines()) == 1


LONGER = ["pretraining.phases.2.steps=2", "pretraining.phases.2.learning_rate=0.01"]


def test_a_run_extended_by_a_phase_equals_one_that_had_it_from_the_start(tiny_run: TinyRun, tmp_path: Path) -> None:
    config = with_settings(tiny_run.config, LONGER)
    assert [phase.size for phase in config.pretraining.phases][1:] == [tiny_run.config.working_side] * 2
    extended = tmp_path / "extended"
    extended.mkdir()
    shutil.copy(tiny_run.folder / "pretraining.safetensors", extended)
    (extended / "config.json").write_text(tiny_run.config.to_json(), encoding="utf-8")
    assert check_run_folder(extended, config, resume=True) is not None
    train(config, tiny_run.data, extended, device=CPU, quiet=True)
    train(config, tiny_run.data, tmp_path / "whole", device=CPU, quiet=True)
    for part in ("pretraining.safetensors", "adversarial.safetensors"):
        (whole, steps), (resumed, same) = (load_checkpoint(tmp_path / name / part) for name in ("whole", "extended"))
        assert steps == same
        assert all(torch.equal(whole[key], resumed[key]) for key in whole)
    load_trained(config, extended)


def test_a_phase_that_has_begun_cannot_be_changed(tiny_run: TinyRun) -> None:
    last = len(tiny_run.config.pretraining.phases) - 1
    other = with_settings(tiny_run.config, [f"pretraining.phases.{last}.learning_rate=0.5"])
    with pytest.raises(DataError, match=rf"phases\.{last}\.learning_rate"):
        check_run_folder(tiny_run.folder, other, resume=True)


def test_the_generator_of_an_encoder_that_is_trained_on_has_to_go(tiny_run: TinyRun) -> None:
    with pytest.raises(DataError, match=r"generator.*at step \d+, .*Move adversarial\.safetensors"):
        check_run_folder(tiny_run.folder, with_settings(tiny_run.config, LONGER), resume=True)


@pytest.mark.parametrize("left", ["adversarial.safetensors", "features.safetensors"])
def test_what_rests_on_an_encoder_does_not_outlive_it(tiny_run: TinyRun, tmp_path: Path, left: str) -> None:
    shutil.copy(tiny_run.folder / "adversarial.safetensors", tmp_path / left)
    with pytest.raises(DataError, match=r"no longer there\. Restore pretraining\.safetensors, or move"):
        check_run_folder(tmp_path, tiny_run.config, resume=True)
