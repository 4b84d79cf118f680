"""A training run is followed through its files, whatever state they are in."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.services.follow_training import (
    JOB_FILE,
    LOG_FILE,
    METRICS_FILE,
    RUN_FILE,
    MetricsTail,
    RunState,
    TextTail,
    TrainingJob,
    check_new_run,
    list_runs,
    look_at_run,
    remember_job,
)


def dead(_pid: int, _folder: Path) -> bool:
    return False


def line(**changes: Any) -> str:
    fields = {"schema": 1, "stage": "encoder", "step": 2, "of": 6, "time": 1.0, "loss": 0.5, "note": "text"}
    return json.dumps(fields | changes) + "\n"


def write_run(folder: Path, *ended: str, name: str = "tiny") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    record = {"configuration": {"name": name}, "sessions": [{"ended": each} for each in ended]}
    (folder / RUN_FILE).write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_the_arguments_of_a_training_are_those_of_the_trainer() -> None:
    job = TrainingJob(recipe="tiny", data="d", beside=("b", "c"), settings=("seed=1",), device="cpu")
    train = ["train", "tiny", "--run", "r", "--data", "d", "--device", "cpu", "--beside", "b", "--beside", "c"]
    assert job.arguments(Path("r"), resume=False) == [*train, "--set", "seed=1"]
    assert job.arguments(Path("r"), resume=True)[-1] == "--resume"
    export = job.export_arguments(Path("r"), Path("o"), landmarks=Path("l.onnx"), version="3")
    assert export[:2] == ["export", "tiny"]
    assert export[-8:] == ["--version", "3", "--beside", "b", "--beside", "c", "--set", "seed=1"]


@pytest.mark.parametrize(
    ("ended", "state"),
    [
        (("stopped", "finished"), RunState.FINISHED),
        (("stopped",), RunState.STOPPED),
        (("failed",), RunState.FAILED),
        (("running",), RunState.KILLED),
        ((), RunState.REFUSED),
    ],
)
def test_the_last_session_says_how_a_run_stands(tmp_path: Path, ended: tuple[str, ...], state: RunState) -> None:
    run = look_at_run(write_run(tmp_path / "run", *ended), dead)
    assert (run.state, run.recipe, run.job) == (state, "tiny", None)


def test_a_run_whose_process_lives_is_running(tmp_path: Path) -> None:
    folder, asked = write_run(tmp_path / "run", "running"), []

    def alive(pid: int, run: Path) -> bool:
        asked.append((pid, run))
        return True

    job = TrainingJob(recipe="compact", data="d", beside=("b",), settings=("seed=1",), pid=77)
    remember_job(folder, job)
    run = look_at_run(folder, alive)
    assert (run.state, run.recipe, run.job) == (RunState.RUNNING, "compact", job)
    assert asked == [(77, folder)]


def test_a_training_that_never_began_was_refused(tmp_path: Path) -> None:
    remember_job(tmp_path / "run", TrainingJob(recipe="tiny", data="d"))
    assert look_at_run(tmp_path / "run", dead).state is RunState.REFUSED


def test_damaged_files_of_a_run_are_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    for job, record in (("{", "[]"), ("{}", '{"sessions": 3, "configuration": 3}'), ('{"beside": 1}', "")):
        (folder / JOB_FILE).write_text(job, encoding="utf-8")
        (folder / RUN_FILE).write_text(record, encoding="utf-8")
        run = look_at_run(folder, dead)
        assert (run.state, run.recipe, run.job) == (RunState.REFUSED, "", None)


def test_runs_are_listed_the_one_that_wrote_last_first(tmp_path: Path) -> None:
    for age, name in enumerate(("old", "middle", "new")):
        folder = write_run(tmp_path / name, "finished")
        os.utime(folder / RUN_FILE, (1000 + age, 1000 + age))
    (tmp_path / "other").mkdir()
    assert [run.folder.name for run in list_runs(tmp_path, dead)] == ["new", "middle", "old"]
    assert list_runs(tmp_path / "nowhere", dead) == ()


def test_a_new_run_needs_a_free_name_and_data_and_whole_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    job = TrainingJob(recipe="tiny", data="data", beside=("data",), settings=("seed=1",))
    checked = check_new_run(tmp_path / "run", job)
    assert (checked.data, checked.beside) == (str(tmp_path / "data"), (str(tmp_path / "data"),))
    with pytest.raises(InvalidInputError, match="does not exist"):
        check_new_run(tmp_path / "run", TrainingJob(recipe="tiny", data=""))
    with pytest.raises(InvalidInputError, match="FIELD=VALUE"):
        check_new_run(tmp_path / "run", TrainingJob(recipe="tiny", data="data", settings=("seed",)))
    with pytest.raises(InvalidInputError, match="is a run already"):
        check_new_run(write_run(tmp_path / "taken", "finished"), job)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(LibraryError, match="Choose another folder"):
        remember_job(tmp_path / "file" / "run", TrainingJob(recipe="tiny", data="d"))


def test_figures_are_read_as_they_are_appended_half_lines_wait_and_damaged_ones_are_passed_over(
    tmp_path: Path,
) -> None:
    tail, path = MetricsTail(tmp_path), tmp_path / METRICS_FILE
    assert tail.new_lines() == ()
    first, second = line(), line(step=4, seconds_left=12)
    path.write_text(first + second[:20], encoding="utf-8")
    (read,) = tail.new_lines()
    assert (read.stage, read.step, read.of, read.seconds_left, read.values) == ("encoder", 2, 6, None, {"loss": 0.5})
    with path.open("a", encoding="utf-8") as file:
        file.write(second[20:] + "{broken\n" + line(schema=2) + "[1]\n" + '{"schema": 1}\n')
    (read,) = tail.new_lines()
    assert (read.step, read.seconds_left) == (4, 12.0)
    assert tail.new_lines() == ()


def test_a_file_that_became_shorter_is_read_from_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / LOG_FILE
    tail = TextTail(path)
    path.write_bytes(b"one\ntwo \xff\n")
    assert tail.new_lines() == ("one", "two \ufffd")
    path.write_bytes(b"new\n")
    assert tail.new_lines() == ("new",)
