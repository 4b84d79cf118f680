"""Write the bundle of a finished run."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from trainer.arguments import positive
from trainer.companion import recorded_companion
from trainer.config import with_settings
from trainer.data.datasets import describe_datasets
from trainer.export import export
from trainer.provenance import check_data
from trainer.recipes import RECIPES, recipe
from trainer.run import load_training_data
from trainer.run_folder import with_recorded_origins

DEFAULT_BUNDLE = Path("resources/models/default")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare recipe, run folder and bundle folder."""
    parser.add_argument("recipe", help=f"one of {', '.join(sorted(RECIPES))}")
    parser.add_argument("--run", type=Path, help="run folder (default runs/RECIPE)")
    parser.add_argument(
        "--companion",
        type=Path,
        metavar="BUNDLE",
        help="the bundle whose encoder the run has beside its own",
    )
    parser.add_argument("--bundle", type=Path, default=DEFAULT_BUNDLE, help="folder to write")
    parser.add_argument("--landmarks", type=Path, default=DEFAULT_BUNDLE / "landmarks.onnx")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="FIELD=VALUE")
    parser.add_argument("--name", help="name of the bundle (default: the recipe's)")
    parser.add_argument("--version", default="1", help="version of the bundle")
    parser.add_argument("--beside", type=Path, action="append", default=[], metavar="DATASET", help="trained on too")
    parser.add_argument("--limit", type=positive, help="the limit the run was trained with")


def run(options: argparse.Namespace) -> None:
    """Export and print what was measured."""
    config = with_settings(recipe(options.recipe), options.settings)
    folder = options.run or Path("runs") / options.recipe
    config = with_recorded_origins(config, folder)
    companion = recorded_companion(config.companion, options.companion)
    folders = (options.data, *options.beside)
    check_data(folder, describe_datasets(folders), limit=options.limit)
    data = load_training_data(options.data, config, limit=options.limit, beside=options.beside)
    manifest = export(
        config,
        data,
        folder,
        options.bundle,
        landmarks=options.landmarks,
        name=options.name,
        version=options.version,
        companion=companion,
    )
    console = Console()
    console.print(f"Bundle written to {options.bundle}; sigma {manifest['sigma']}.")
    console.print_json(data=manifest["measured"])
