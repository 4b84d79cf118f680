"""Compute recall@K from the results.csv of `forensic-id batch`, where sketch and subject share their name."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np
from rich.console import Console

from forensic_id.core.errors import DataError
from forensic_id.core.ranking import recall_at
from trainer.arguments import positive
from trainer.evaluation.measured import RECALL_AT

COLUMNS = {"sketch", "rank", "subject"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the table and how many sketches were searched."""
    parser.add_argument("results", type=Path, help="results.csv of a batch with --top 50 or more")
    parser.add_argument(
        "--probes", type=positive, help="sketches in the folder, if some failed: these count as misses"
    )


def run(options: argparse.Namespace) -> None:
    """Print one line a K."""
    recall = batch_recall(options.results, options.probes)
    Console().print("  ".join(f"recall@{k} {value:.3f}" for k, value in recall.items()))


def batch_recall(results: Path, probes: int | None = None) -> dict[int, float]:
    """Share of sketches whose namesake is among the first K; a sketch without it, or without a list, is a miss.

    Raises DataError for a file that is no such table.
    """
    try:
        with results.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{results} cannot be read as a table ({error}). Give the results.csv of a batch.") from error
    if not rows or not set(rows[0]) >= COLUMNS:
        raise DataError(f"{results} lacks rows or the columns {', '.join(sorted(COLUMNS))}.")
    sketches = {row["sketch"] for row in rows}
    try:
        found = {row["sketch"]: int(row["rank"]) for row in rows if row["subject"] == Path(row["sketch"]).stem}
    except (ValueError, TypeError) as error:
        raise DataError(f"{results} holds a rank that is no number. Give the results.csv of a batch.") from error
    missing = max(probes or 0, len(sketches)) - len(found)
    ranks = np.array([*found.values(), *[np.iinfo(np.int64).max] * missing])
    return {k: recall_at(ranks, k) for k in RECALL_AT}
