"""Measure detection and landmark errors on the raw images with reference points."""

from __future__ import annotations

import argparse
from pathlib import Path

from trainer.evaluation import landmark_errors


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the landmark network."""
    parser.add_argument("--landmarks", type=Path, default=Path("resources/models/default/landmarks.onnx"))


def run(options: argparse.Namespace) -> None:
    """Print the table of errors by set."""
    landmark_errors.main(["--data", str(options.data), "--landmarks", str(options.landmarks)])
