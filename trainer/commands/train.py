"""Train a recipe, or resume it, in a run folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from trainer.config import with_settings
from trainer.recipes import RECIPES, recipe
from trainer.run import choose_device, load_training_data, train


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare recipe, run folder, settings, device."""
    parser.add_argument("recipe", help=f"one of {', '.join(sorted(RECIPES))}")
    parser.add_argument("--run", type=Path, help="run folder (default runs/RECIPE); an existing one is resumed")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="FIELD=VALUE")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 ...")
    parser.add_argument("--limit", type=int, help="use only the first N crops")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(options: argparse.Namespace) -> None:
    """Train."""
    config = with_settings(recipe(options.recipe), options.settings)
    folder = options.run or Path("runs") / options.recipe
    device = choose_device(options.device)
    data = load_training_data(options.data, config, limit=options.limit)
    train(config, data, folder, device=device, quiet=options.quiet)
