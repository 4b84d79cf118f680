"""`landmarks`: train the five-point network and export it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from rich.console import Console

from trainer.landmarks.config import default, tiny
from trainer.landmarks.data import load_sets
from trainer.landmarks.export import export
from trainer.landmarks.training import train

RECIPES = {"default": default, "tiny": tiny}


def main(argv: Sequence[str] | None = None) -> int:
    """Train by a recipe into a run folder, resuming what is there. Raises UserFacingError."""
    parser = argparse.ArgumentParser(prog="python -m trainer landmarks", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with landmarks.csv and faces_train.csv")
    parser.add_argument("--run", type=Path, required=True, help="folder for checkpoint, log and landmarks.onnx")
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="default")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads(), help="CPU threads")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")
    options = parser.parse_args(argv)
    torch.set_num_threads(options.threads)
    config = RECIPES[options.recipe]()
    train_set, watched = load_sets(options.data, config)
    network = train(train_set, watched, config, options.run, quiet=options.quiet)
    path = export(network, config, options.run)
    Console().print(f"Wrote {path} ({path.stat().st_size / 1e6:.2f} MB).")
    return 0
