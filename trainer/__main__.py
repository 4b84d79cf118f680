"""Command line of the trainer: `python -m trainer train|export|evaluate|compare|batch-recall|...`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from forensic_id.core.errors import CancelledError, ForensicIdError
from trainer.failures import explained

COMMANDS = {
    "prepare": "Turn a folder of identities, or a CSV of them, into an aligned, sharded, checksummed data set.",
    "describe": "Let a teacher, a recogniser of photos learned elsewhere, describe the training photos.",
    "train": "Train a recipe in a run folder, or go on with it (--resume).",
    "export": "Write the bundle of a finished run.",
    "calibrate": "Calibrate an existing bundle on held-out people: likelihood ratio, and when a list is informative.",
    "evaluate": "Measure a bundle on test protocols from raw images.",
    "compare": "Compare two bundles on the same test protocols: figures, difference, and how sure it is.",
    "reproduce": "Train what the paper's tables and figures need, measure it, and write pages, tables and plots.",
    "batch-recall": "Compute recall@K from the results.csv of `forensic-id batch`, where sketch and subject share "
    "their name.",
    "synthesise": "Draw a contact sheet of synthetic sketches below their photos, to judge the synthesis by eye.",
    "landmarks": "Train the five-point landmark network and export it.",
    "landmark-errors": "Measure detection and landmark errors on the raw images with reference points.",
    "quality-thresholds": "Measure where each quality measure begins to cost recall, and what landmark errors cost.",
    "learning-curve": "Plot recall of held-out sketches against the images learned from, of one run or several.",
    "recipes": "List the recipes with what each is for.",
    "devices": "List what networks can be trained on here.",
}
"""First line of each command's module. Only the module of the command that is run is imported: some need seconds."""
_WITHOUT_DATA = {"prepare", "batch-recall", "learning-curve", "recipes", "devices"}
"""Commands that read none of the data sets in --data."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 refused with a sentence, 130 interrupted."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m trainer", description="Build, evaluate and export the model.")
    subparsers = parser.add_subparsers(dest="command", required=True)
    described = {name: subparsers.add_parser(name, help=text) for name, text in COMMANDS.items()}
    if not given or given[0] not in COMMANDS:
        parser.parse_args(given)  # prints the help or what is wrong, and exits
    subparser, command = described[given[0]], import_module(f"trainer.commands.{given[0].replace('-', '_')}")
    if given[0] not in _WITHOUT_DATA:
        subparser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    command.add_arguments(subparser)
    options = parser.parse_args(given)
    try:
        command.run(options)
    except CancelledError as error:
        print(error, file=sys.stderr)
        return 130
    except ForensicIdError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(
            "Stopped. What was finished is kept; run the same command again (train: with --resume).", file=sys.stderr
        )
        return 130
    except Exception as error:
        if (told := explained(error)) is None:
            raise
        print(told, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
