"""Plot recall of held-out sketches against the images learned from, of one run or several."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from rich.console import Console

from trainer.evaluation.learning_curve import CurvePoint, read_curve
from trainer.reproduce.charts import curve_plot
from trainer.reproduce.page import share, table, write_csv


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the runs and the folder to write."""
    parser.add_argument(
        "runs",
        type=Path,
        nargs="+",
        metavar="RUN",
        help="run folder; its name is the curve's, with those above it where names are alike",
    )
    parser.add_argument("--out", type=Path, default=Path("trainer/results"), help="folder to write")


def run(options: argparse.Namespace) -> None:
    """Write learning_curve.csv and learning_curve.png, and print the table. Raises DataError."""
    curves = {name: read_curve(folder) for name, folder in named_runs(options.runs).items()}
    rows = [
        (name, point.images, point.recall_1, point.recall_10) for name, points in curves.items() for point in points
    ]
    write_csv(options.out / "learning_curve.csv", ("run", "images", "recall_1", "recall_10"), rows)
    panels = {f"recall@{rank}": {name: _line(points, rank) for name, points in curves.items()} for rank in (1, 10)}
    curve_plot(
        options.out / "learning_curve.png",
        panels,
        x_label="thousand images learned from",
        y_label="held-out sketches",
    )
    printed = [(name, f"{images:,}", share(first), share(tenth)) for name, images, first, tenth in rows]
    Console(soft_wrap=True).print(table(("run", "images", "recall@1", "recall@10"), printed), markup=False)


def named_runs(folders: Iterable[Path]) -> dict[str, Path]:
    """Each folder once, by its name with as many of those above it as tell the folders apart."""
    runs = list(dict.fromkeys(folder.resolve() for folder in folders))
    depth = 1
    while len({run.parts[-depth:] for run in runs}) < len(runs):
        depth += 1
    return {Path(*run.parts[-depth:]).as_posix(): run for run in runs}


def _line(
    points: list[CurvePoint], rank: int
) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.float64]], None, None]:
    recall = [point.recall_1 if rank == 1 else point.recall_10 for point in points]
    return np.array([point.images / 1000 for point in points]), np.array(recall), None, None
