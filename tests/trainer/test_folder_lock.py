"""A run folder is trained in by one process at a time, and by the next one however the first ended."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from forensic_id.core.errors import DataError, InvalidInputError
from tests.trainer.prepared_people import ROOT
from trainer import folder_lock
from trainer.__main__ import main
from trainer.folder_lock import held_alone

HOLDING = """
import sys, time
from pathlib import Path
from trainer.folder_lock import held_alone
with held_alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(250)
"""


def test_a_killed_process_leaves_the_folder_free(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(InvalidInputError, match=r"Another process trains in .* another folder with --run"):
            held_alone(tmp_path).__enter__()
        process.kill()
    for _ in range(2):
        with held_alone(tmp_path):
            pass


def test_a_second_training_is_refused_and_the_record_of_the_first_stays(
    face_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("trainer.commands.train.train", lambda *_, **__: None)
    command = ["train", "tiny", "--data", str(face_data), "--run", str(tmp_path), "--device", "cpu", "--quiet"]
    assert main(command) == 0
    before = (tmp_path / "run.json").read_bytes()
    with held_alone(tmp_path):
        assert main(command) == 1
    assert "Another process trains in" in capsys.readouterr().err
    assert (tmp_path / "run.json").read_bytes() == before


def test_where_the_file_system_knows_no_locks_training_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(folder_lock, "_take", refuse)
    with held_alone(tmp_path / "run"):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DataError, match=r"run\.lock cannot be written"), held_alone(tmp_path / "file"):
        pass
