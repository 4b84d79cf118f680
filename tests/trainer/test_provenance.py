"""run.json says where a run came from, how it ended and how often it was resumed."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from pathlib import Path

import pytest
import torch

from forensic_id.core.errors import CancelledError, DataError
from trainer import provenance as provenance_module
from trainer.checkpoint import save_checkpoint
from trainer.data.datasets import describe_datasets
from trainer.prepare.crops import file_sha256
from trainer.provenance import code_revision, machine, provenance, recorded
from trainer.recipes import recipe

CPU = torch.device("cpu")
CONFIG = recipe("tiny")


def test_a_finished_run_says_code_machine_packages_data_and_times(tmp_path: Path, face_data: Path) -> None:
    described = describe_datasets([face_data])
    with recorded(tmp_path, CONFIG, data=described, device=CPU):
        assert provenance(tmp_path)["sessions"][0]["ended"] == "running"
    told = provenance(tmp_path)
    assert told["configuration"] == json.loads(CONFIG.to_json())
    assert told["packages"]["torch"].startswith(torch.__version__.partition("+")[0])
    assert told["machine"]["cores"] == os.cpu_count()
    names = ("faces_train.csv", "faces_train_00.zip")
    assert told["data"] == [{"name": "", "files": {name: file_sha256(face_data / name) for name in names}}]
    assert told["sessions"][0]["ended"] == "finished"
    assert told["started_at"] <= told["stopped_at"]
    assert told["resumes"] == 0


def train_a_little(folder: Path, error: type[BaseException]) -> None:
    save_checkpoint(folder / "pretraining.safetensors", {"a": torch.ones(1)}, step=3, config_json="{}")
    raise error


@pytest.mark.parametrize(
    ("error", "ended"), [(CancelledError, "stopped"), (KeyboardInterrupt, "stopped"), (RuntimeError, "failed")]
)
def test_how_a_session_ended_is_kept_and_resumes_are_counted(
    tmp_path: Path, error: type[BaseException], ended: str
) -> None:
    with pytest.raises(error), recorded(tmp_path, CONFIG, data=[], device=CPU):
        train_a_little(tmp_path, error)
    with recorded(tmp_path, CONFIG, data=[], device=CPU):
        pass
    told = provenance(tmp_path)
    assert [session["ended"] for session in told["sessions"]] == [ended, "finished"]
    assert told["sessions"][1]["from_steps"] == {"pretraining.safetensors": 3}
    assert told["resumes"] == 1


def test_every_session_tells_its_code_packages_and_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    revisions = ["aa", "bb"]
    for revision in revisions:
        code = {"version": "1", "revision": revision, "modified": False}
        monkeypatch.setattr(provenance_module, "code_revision", lambda code=code: code)
        with recorded(tmp_path, CONFIG, data=[], device=CPU):
            pass
    told = provenance(tmp_path)
    assert [session["code"]["revision"] for session in told["sessions"]] == revisions
    assert told["code"]["revision"] == revisions[-1]
    assert all(session["machine"] == machine() for session in told["sessions"])
    assert told["sessions"][0]["packages"] == told["packages"]


def test_a_session_without_an_end_was_killed(tmp_path: Path) -> None:
    with recorded(tmp_path, CONFIG, data=[], device=CPU):
        left = (tmp_path / "run.json").read_bytes()
    (tmp_path / "run.json").write_bytes(left)
    (tmp_path / "metrics.jsonl").write_text("{}\n", encoding="utf-8")
    os.utime(tmp_path / "metrics.jsonl", (4e9, 4e9))
    (tmp_path / "run.lock").touch()
    os.utime(tmp_path / "run.lock", (5e9, 5e9))
    with recorded(tmp_path, CONFIG, data=[], device=CPU):
        pass
    first, second = provenance(tmp_path)["sessions"]
    assert (first["ended"], first["stopped_at"]) == ("killed", "2096-10-02T07:06:40+00:00")
    assert second["ended"] == "finished"


def test_a_run_without_the_file_has_no_provenance_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    assert provenance(tmp_path) == {}
    for text in ("{", "[]", '{"format_version": 1}', '{"format_version": 2, "sessions": []}'):
        (tmp_path / "run.json").write_text(text, encoding="utf-8")
        with pytest.raises(DataError, match=r"run\.json is (damaged|of another format)"):
            provenance(tmp_path)


def test_neither_host_nor_folders_are_told(tmp_path: Path, face_data: Path) -> None:
    with recorded(tmp_path, CONFIG, data=describe_datasets([face_data]), device=CPU):
        pass
    text = (tmp_path / "run.json").read_text(encoding="utf-8")
    assert str(face_data) not in text
    assert str(tmp_path) not in text
    assert platform.node() not in {str(value) for value in machine().values()}


def git(folder: Path, *words: str) -> str:
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *settings, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_revision_and_whether_the_tree_differs_from_it(tmp_path: Path) -> None:
    assert code_revision(tmp_path)["revision"] is None
    git(tmp_path, "init", "-q")
    (tmp_path / "a.py").write_text("1\n", encoding="utf-8")
    git(tmp_path, "add", "a.py")
    git(tmp_path, "commit", "-q", "-m", "x", "--no-verify")
    assert code_revision(tmp_path)["revision"] == git(tmp_path, "rev-parse", "HEAD")
    assert code_revision(tmp_path)["modified"] is False
    (tmp_path / "a.py").write_text("2\n", encoding="utf-8")
    assert code_revision(tmp_path)["modified"] is True


def test_without_git_the_revision_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance_module.shutil, "which", lambda _: None)  # type: ignore[attr-defined]
    assert code_revision()["revision"] is None
    assert code_revision()["modified"] is None
