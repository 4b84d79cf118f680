"""Train the five-point landmark network and export it."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from rich.console import Console

from trainer.arguments import positive
from trainer.landmarks.config import default, tiny
from trainer.landmarks.data import load_sets
from trainer.landmarks.export import export
from trainer.landmarks.training import train

RECIPES = {"default": default, "tiny": tiny}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare run folder, recipe, threads."""
    parser.add_argument(
        "--run",
        type=Path,
        default=Path("runs/landmarks"),
        help="folder for checkpoint, log and landmarks.onnx",
    )
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="default")
    parser.add_argument("--threads", type=positive, default=torch.get_num_threads(), help="CPU threads")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(options: argparse.Namespace) -> None:
    """Train by a recipe into a run folder, resuming what is there. Raises UserFacingError."""
    torch.set_num_threads(options.threads)
    config = RECIPES[options.recipe]()
    train_set, watched = load_sets(options.data, config)
    network = train(train_set, watched, config, options.run, quiet=options.quiet)
    path = export(network, config, options.run)
    Console().print(f"Wrote {path} ({path.stat().st_size / 1e6:.2f} MB).")
