"""A run's recall is told by the images it had seen."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure

from forensic_id.core.errors import DataError
from trainer.__main__ import main
from trainer.commands.learning_curve import named_runs
from trainer.evaluation.learning_curve import read_curve
from trainer.reproduce.charts import _curves


def write_run(folder: Path, *lines: dict[str, object]) -> Path:
    folder.mkdir()
    phases = [{"steps": 10, "batch": 4}, {"steps": 20, "batch": 8}]
    (folder / "config.json").write_text(json.dumps({"pretraining": {"phases": phases}}), encoding="utf-8")
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "metrics.jsonl").write_text(text, encoding="utf-8")
    return folder


def validated(step: int, first: float, tenth: float) -> dict[str, object]:
    return {"stage": "encoder-validation", "step": step, "recall_1": first, "recall_10": tenth}


def test_images_are_counted_by_phase_and_a_repeated_step_counts_once(tmp_path: Path) -> None:
    lines = [validated(0, 0.1, 0.2), {"stage": "encoder", "step": 5, "loss": 1.0}, validated(15, 0.3, 0.4)]
    points = read_curve(write_run(tmp_path / "run", *lines, validated(15, 0.5, 0.6)))
    assert [(point.images, point.recall_1, point.recall_10) for point in points] == [
        (0, 0.1, 0.2),
        (10 * 4 + 5 * 8, 0.5, 0.6),
    ]


def test_lines_that_a_crash_tore_or_of_another_schema_are_left_out(tmp_path: Path) -> None:
    run = write_run(tmp_path / "run", {"schema": 2}, validated(0, 0.1, 0.2), validated(15, 0.3, 0.4))
    with (run / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write('3\n{"stage": "encoder-validation", "step": 20}\n{"stage": "encoder-valid')
    assert [point.images for point in read_curve(run)] == [0, 80]


def test_runs_are_told_apart_by_the_folders_above_them(tmp_path: Path) -> None:
    runs = [tmp_path / "one" / "run", tmp_path / "other" / "run"]
    assert list(named_runs([*runs, runs[0]])) == ["one/run", "other/run"]
    assert list(named_runs([runs[0], Path("/run")])) == ["one/run", "/run"]
    assert list(named_runs([runs[0], tmp_path / "one"])) == ["run", "one"]


def test_every_curve_is_drawn_in_a_look_of_its_own() -> None:
    axes = Figure().subplots()
    point = np.array([1.0])
    _curves(axes, {str(number): (point, point, None, None) for number in range(12)})
    assert len({(line.get_color(), line.get_linestyle()) for line in axes.get_lines()}) == 12


def test_the_command_writes_table_and_plot_of_several_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = write_run(tmp_path / "first", validated(10, 0.25, 0.5))
    other = write_run(tmp_path / "zweite Prüfung", validated(10, 0.75, 1.0))
    assert main(["learning-curve", str(one), str(other), "--out", str(tmp_path / "out")]) == 0
    with (tmp_path / "out" / "learning_curve.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["run"], row["images"], float(row["recall_1"])) for row in rows] == [
        ("first", "40", 0.25),
        ("zweite Prüfung", "40", 0.75),
    ]
    assert (tmp_path / "out" / "learning_curve.png").read_bytes().startswith(b"\x89PNG")
    assert "| zweite Prüfung | 40 | .750 | 1.000 |" in capsys.readouterr().out


def test_a_folder_without_a_validated_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read as a run"):
        read_curve(tmp_path)
    with pytest.raises(DataError, match="has not been validated yet"):
        read_curve(write_run(tmp_path / "run", {"stage": "encoder", "step": 5}))
