"""Two processes compute what one does: the same loss, gradients, statistics and, after a run, weights."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from forensic_id.core.errors import InvalidInputError
from tests.trainer.one_of_several import CPU, one_step
from trainer.checkpoint import load_checkpoint
from trainer.config import with_settings
from trainer.distributed.classes import ClassShard
from trainer.distributed.world import ALONE, World, described_world, joined_world, own_device
from trainer.pretraining import Pretraining
from trainer.recipes import recipe
from trainer.run import load_training_data, train
from trainer.teacher.descriptions import teacher_of

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = [
    # small steps: at the recipe's rate, batch norm over 8 crops makes of a rounding a thousandth within six steps
    *(f"pretraining.phases.{phase}.learning_rate=0.0001" for phase in range(2)),
    "adversarial.steps=1",
    "pretraining.teacher_weight=1.0",
]


@dataclass(frozen=True)
class TwoProcesses:
    """What two processes that torchrun started computed: one step each, and a run together."""

    steps: list[dict[str, Tensor]]
    run: Path


@pytest.fixture(scope="module")
def two_processes(face_data: Path, descriptions: Path, tmp_path_factory: pytest.TempPathFactory) -> TwoProcesses:
    folder = tmp_path_factory.mktemp("ranks")
    run = folder / "run"
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2"]
    command += ["-m", "--", "tests.trainer.one_of_several", str(folder)]
    command += ["train", "tiny", "--device", "cpu", "--data", str(face_data), "--run", str(run), "--quiet"]
    command += ["--teacher", str(descriptions)]
    command += [word for setting in SETTINGS for word in ("--set", setting)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment, timeout=240
    )
    assert result.returncode == 0, result.stderr[-3000:]
    return TwoProcesses(
        steps=[torch.load(folder / f"{rank}.pt", weights_only=True) for rank in range(2)],
        run=run,
    )


def test_two_processes_compute_the_loss_and_the_gradients_of_one(two_processes: TwoProcesses) -> None:
    alone = one_step(ALONE)
    for shared in two_processes.steps:
        assert shared.keys() == alone.keys()
        for name, value in alone.items():
            assert torch.allclose(shared[name], value, atol=2e-6, rtol=1e-4), name


def test_shares_put_together_are_the_batch_and_shards_the_classes() -> None:
    batch = torch.arange(12)
    worlds = [World(rank=rank, size=3) for rank in range(3)]
    assert torch.cat([world.share(batch) for world in worlds]).sort().values.equal(batch)
    assert torch.cat([ClassShard(world=world, count=12).cut(batch) for world in worlds]).equal(batch)
    sizes = [len(ClassShard(world=world, count=11).cut(batch)) for world in worlds]
    assert sum(sizes) == 11
    assert max(sizes) - min(sizes) <= 1


def test_a_batch_that_does_not_divide_is_refused_with_the_setting_to_change() -> None:
    with pytest.raises(InvalidInputError, match=r"batch of 9 .* 2 processes.*--set pretraining\.phases\.0\.batch"):
        World(rank=0, size=2).check_batch(9, "pretraining.phases.0.batch")


def test_without_torchrun_a_process_is_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK"):
        monkeypatch.delenv(name, raising=False)
    assert described_world() == ALONE
    with joined_world(CPU) as world:
        assert world == ALONE
        assert not torch.distributed.is_initialized()
    assert own_device(torch.device("cuda")) == torch.device("cuda")


def test_each_process_of_a_machine_takes_a_gpu_of_its_own_unless_one_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOCAL_RANK", "1")
    assert own_device(torch.device("cuda")) == torch.device("cuda:1")
    assert own_device(torch.device("cuda:0")) == torch.device("cuda:0")
    assert own_device(CPU) == CPU


def difference(value: Tensor, wanted: Tensor) -> float:
    """Relative to the length of what is wanted."""
    return float((value.double() - wanted.double()).norm() / wanted.double().norm().clamp(min=1e-3))


def test_a_run_of_two_processes_equals_one_of_one_and_goes_on_in_one(
    face_data: Path, descriptions: Path, two_processes: TwoProcesses, tmp_path: Path
) -> None:
    run = two_processes.run
    shared, steps = load_checkpoint(run / "pretraining.safetensors")
    config = dataclasses.replace(with_settings(recipe("tiny"), SETTINGS), teacher=teacher_of(descriptions))
    data = load_training_data(face_data, config, teacher=descriptions)
    Pretraining(config, data.training, data.validation_pairs, CPU).run(tmp_path / "1", quiet=True)
    alone, same = load_checkpoint(tmp_path / "1" / "pretraining.safetensors")
    assert (steps, shared.keys()) == (same, alone.keys())
    assert max(difference(shared[name], value) for name, value in alone.items()) < 1e-2
    stages = [json.loads(line)["stage"] for line in (run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    assert stages == [*["encoder", "encoder-validation"] * len(config.pretraining.phases), "adversarial"]
    resumed = tmp_path / "resumed"
    shutil.copytree(run, resumed)
    (resumed / "adversarial.safetensors").unlink()
    train(config, data, resumed, device=CPU, quiet=True)
    again, whole = (load_file(folder / "adversarial.safetensors") for folder in (resumed, run))
    assert all(torch.equal(again[name], whole[name]) for name in whole)
