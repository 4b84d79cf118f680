"""A preparation that is killed, cancelled or loses a worker costs nothing that was finished."""

from __future__ import annotations

import json
import multiprocessing
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from forensic_id.core.errors import BundleRefusedError, CancelledError, DataError
from forensic_id.core.progress import Progress
from tests.trainer.prepared_people import ROOT, plan, write_people
from trainer.data.datasets import load_datasets
from trainer.prepare import dataset, parts
from trainer.prepare.crops import CropOptions
from trainer.prepare.dataset import Plan, prepare

KILLED = """
import sys
from pathlib import Path
from trainer.prepare import parts
from trainer.prepare.dataset import Plan, prepare
from tests.trainer.prepared_people import plan
parts.PICTURES_A_PART = 2
prepare(plan(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def test_a_killed_preparation_goes_on_with_its_finished_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_people(tmp_path / "people", people=3, photos=1)
    to = tmp_path / "to"
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(source), str(to)], cwd=ROOT)
    wait_for((to / "parts" / "000000.zip").exists, process)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (to / "manifest.json").exists()
    kept = (to / "parts" / "000000.zip").stat().st_mtime_ns
    (to / "parts" / "000001.zip").write_bytes(b"torn")
    seen: list[Progress] = []
    monkeypatch.setattr(parts, "PICTURES_A_PART", 2)
    removed: list[Path] = []
    monkeypatch.setattr(dataset, "_clear", removed.append)
    prepare(plan(source, to), progress=seen.append)
    assert (to / "parts" / "000000.zip").stat().st_mtime_ns == kept
    assert seen[0].done == 2
    assert [each for each in seen if each.stage == "aligning"][-1].done == 6
    assert removed == [to / "parts"]
    assert len(load_datasets((to,))) == 6


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert process.poll() is None, "ended too early"
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_processes_give_what_one_process_gives_and_cancelling_keeps_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PICTURES_A_PART", 2)
    source = write_people(tmp_path / "people", people=2, photos=1)
    with pytest.raises(CancelledError):
        prepare(plan(source, tmp_path / "b"), cancelled=Countdown(4))
    assert [path.name for path in (tmp_path / "b" / "parts").iterdir()] == ["000000.zip"]
    one = prepare(plan(source, tmp_path / "a"))
    two = prepare(plan(source, tmp_path / "b", jobs=2))
    assert one == two
    first, second = (json.loads((tmp_path / name / "manifest.json").read_text("utf-8")) for name in "ab")
    assert first["files"] == second["files"]


def test_a_worker_that_is_ended_from_outside_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PICTURES_A_PART", 2)
    source = write_people(tmp_path / "people", people=2, photos=1)

    def end_a_worker() -> bool:
        for child in multiprocessing.active_children():
            child.kill()
        return False

    with pytest.raises(DataError, match=r"ended from outside.*fewer --jobs; finished parts are kept"):
        prepare(plan(source, tmp_path / "to", jobs=2), cancelled=end_a_worker)


def test_a_landmark_network_that_is_none_is_refused_before_any_process(tmp_path: Path) -> None:
    source = write_people(tmp_path / "people", people=1, photos=1)
    (tmp_path / "network.onnx").write_bytes(b"none")
    with pytest.raises(BundleRefusedError, match=r"network\.onnx"):
        prepare(
            Plan(source=source, to=tmp_path / "to", crops=CropOptions(landmarks=tmp_path / "network.onnx"), jobs=2)
        )
    with pytest.raises(DataError, match=r"nothing\.onnx cannot be read"):
        prepare(Plan(source=source, to=tmp_path / "to", crops=CropOptions(landmarks=tmp_path / "nothing.onnx")))


class Countdown:
    """Asks to stop at the n-th question."""

    def __init__(self, questions: int) -> None:
        self.left = questions

    def __call__(self) -> bool:
        self.left -= 1
        return self.left <= 0
