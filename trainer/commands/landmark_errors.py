"""Measure detection and landmark errors on the raw images with reference points."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from rich.console import Console
from rich.table import Table

from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.pipeline import FacePipeline
from trainer.arguments import positive
from trainer.atomic_file import make_place, write_atomically
from trainer.evaluation.eye_centres import EyeScatter, eye_scatter
from trainer.evaluation.landmark_errors import FAILED, HELD_OUT, LandmarkErrors, measure_all, sets_of
from trainer.evaluation.landmark_report import as_csv, as_markdown
from trainer.landmarks.config import LandmarkConfig, default

PHOTO_SETS = ("cufs/photos", "cufsf/photos")
"""Sharp frontal photos, in which the irises can be seen."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the landmark networks, the sample of LFW, where to write."""
    parser.add_argument(
        "--landmarks",
        type=Path,
        action="append",
        help="landmarks.onnx; may be repeated to compare networks (default: the shipped one)",
    )
    parser.add_argument(
        "--lfw-sample", type=positive, default=400, help="how many photos of lfw_gallery (default 400)"
    )
    parser.add_argument("--out", type=Path, help="also write landmarks.md and landmarks.csv into this folder")


def run(options: argparse.Namespace) -> None:
    """Print the table of errors by set, and write it. Raises UserFacingError."""
    if options.out is not None:
        make_place(options.out / "landmarks.csv")
    results: list[tuple[str, LandmarkErrors]] = []
    scatter: list[tuple[str, EyeScatter]] = []
    config = default()
    for path in options.landmarks or [Path("resources/models/default/landmarks.onnx")]:
        pipeline = FacePipeline(OnnxLandmarkPredictor.from_file(path))
        name = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        measured = list(measure_all(options.data, pipeline, config, lfw_sample=options.lfw_sample))
        Console(width=120).print(_table(f"{path} ({name})", measured))
        results += [(name, one) for one in measured]
        if options.out is not None:
            scatter += [(name, one) for one in _scatter(options.data, pipeline, config)]
    if options.out is not None:
        write_atomically(options.out / "landmarks.csv", as_csv(results).encode("utf-8"))
        write_atomically(options.out / "landmarks.md", as_markdown(results, scatter).encode("utf-8"))


def _scatter(data: Path, pipeline: FacePipeline, config: LandmarkConfig) -> list[EyeScatter]:
    sets = {name: faces for name, faces in sets_of(data, config, lfw_sample=1) if name in PHOTO_SETS and faces}
    return [eye_scatter(data, name, faces, pipeline) for name, faces in sets.items()]


def _table(title: str, results: list[LandmarkErrors]) -> Table:
    table = Table(
        *("set", "images", "found", "elsewhere", "mean", "median", "95th", f">{FAILED:.0%}", "no bias", "ms"),
        title=f"Landmark errors over the eye distance: {title}",
        caption=f"{HELD_OUT}: raw training images kept out of training",
    )
    for one in results:
        shares = (one.mean_error, one.median_error, one.error_95, one.failed_share, one.error_without_bias)
        table.add_row(
            one.name,
            str(one.images),
            str(one.found),
            str(one.elsewhere),
            *(f"{share:.2%}" for share in shares),
            f"{one.milliseconds:.1f}",
        )
    return table
