"""A checkpoint is whole whatever happens while it is written, and says what it is."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from forensic_id.core.errors import DataError, TrainingStoppedError
from tests.trainer.prepared_people import ROOT
from trainer.atomic_file import write_atomically
from trainer.checkpoint import check_checkpoint, checkpoint_steps, differences, load_checkpoint, save_checkpoint

WRITER = """
import os, random, signal, sys, time
from itertools import count
from pathlib import Path
import torch
from trainer.checkpoint import load_checkpoint, save_checkpoint

path, dice, reached = Path(sys.argv[1]), random.Random(0), 0
torch.set_num_threads(1)
for _ in range(12):
    child = os.fork()
    if child == 0:
        for step in count(reached + 1):
            save_checkpoint(path, {"a": torch.full((400_000,), float(step))}, step=step, config_json="{}")
    while not path.exists() or load_checkpoint(path)[1] <= reached:
        time.sleep(0.001)
    time.sleep(dice.uniform(0.0, 0.05))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    tensors, step = load_checkpoint(path)
    assert tensors["a"].eq(step).all(), step
    assert step > reached
    reached = step
print(reached)
"""


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes: a disk that takes no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_a_writer_killed_again_and_again_leaves_a_whole_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(path)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=200
    )
    assert done.returncode == 0, done.stderr
    assert load_checkpoint(path)[1] == int(done.stdout)


def test_a_disk_that_takes_no_more_leaves_the_former_checkpoint_and_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    save_checkpoint(path, {"a": torch.ones(10)}, step=4, config_json="{}")
    with largest_file(100_000), pytest.raises(TrainingStoppedError) as caught:
        save_checkpoint(path, {"a": torch.ones(100_000)}, step=8, config_json="{}")
    assert "step 8 could not be written" in str(caught.value)
    assert "The earlier one, of step 4, is whole." in str(caught.value)
    assert load_checkpoint(path)[1] == 4
    assert [each.name for each in tmp_path.iterdir()] == ["run.safetensors"]


def test_weights_that_are_not_finite_are_never_written(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    save_checkpoint(path, {"a": torch.ones(3)}, step=1, config_json="{}")
    told = r"no longer finite at step 2 .* of step 1, is whole.*lower learning rate in another run folder\.$"
    with pytest.raises(TrainingStoppedError, match=told):
        save_checkpoint(path, {"a": torch.tensor([1.0, float("nan")])}, step=2, config_json="{}")
    assert load_checkpoint(path)[1] == 1


@pytest.mark.parametrize("length", [0, 4, 60, -8])
def test_a_torn_checkpoint_says_to_restore_or_delete_it(tmp_path: Path, length: int) -> None:
    path = tmp_path / "run.safetensors"
    save_checkpoint(path, {"a": torch.ones(100)}, step=1, config_json="{}")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(DataError, match=r"run\.safetensors is damaged .* Restore a copy of it, or delete it"):
        load_checkpoint(path)
    assert checkpoint_steps(tmp_path) == {}


def test_a_foreign_safetensors_file_is_refused(tmp_path: Path) -> None:
    save_file({"a": torch.ones(2)}, tmp_path / "other.safetensors")
    with pytest.raises(DataError, match="damaged or cannot be read"):
        check_checkpoint(tmp_path / "other.safetensors")


def test_another_configuration_is_told_field_by_field(tmp_path: Path) -> None:
    old, new = {"seed": 0, "phases": [{"size": 64}]}, {"seed": 0, "phases": [{"size": 32}]}
    save_checkpoint(tmp_path / "a.safetensors", {"a": torch.ones(2)}, step=1, config_json=json.dumps(old))
    with pytest.raises(DataError, match=r"phases\.0\.size: 64, now 32.*or another run folder\.$"):
        load_checkpoint(tmp_path / "a.safetensors", config_json=json.dumps(new))


def test_differences_name_what_is_new_gone_and_longer_and_stop_after_a_few() -> None:
    assert differences({"a": 1, "b": [1]}, {"b": [1, 2], "c": None}) == ["a: 1, now null", "b: [1], now [1, 2]"]
    assert differences({"a": 1}, {"a": 1}) == []
    many = differences({str(n): n for n in range(20)}, {})
    assert len(many) == 7
    assert many[-1] == "..."


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="cannot be written"):
        write_atomically(tmp_path / "file" / "x.json", b"{}")
    with pytest.raises(TrainingStoppedError, match="There is no earlier one"):
        save_checkpoint(tmp_path / "file" / "x.safetensors", {"a": torch.ones(1)}, step=1, config_json="{}")


def test_a_full_disk_is_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"old")
    with largest_file(1000), pytest.raises(DataError, match="largest file allowed"):
        write_atomically(tmp_path / "a.json", b"x" * 5000)
    (tmp_path / ".full.part").symlink_to("/dev/full")
    with pytest.raises(DataError, match="The disk is full"):
        write_atomically(tmp_path / "full", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"old"
