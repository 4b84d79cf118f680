"""Command line of the trainer: `python -m trainer train|export|evaluate|compare|batch-recall|...`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from forensic_id.core.errors import CancelledError, ForensicIdError
from trainer.commands import (
    batch_recall,
    calibrate,
    compare,
    devices,
    evaluate,
    export,
    landmark_errors,
    landmarks,
    prepare,
    quality_thresholds,
    recipes,
    reproduce,
    synthesise,
    train,
)
from trainer.failures import explained

COMMANDS = {
    "prepare": prepare,
    "train": train,
    "export": export,
    "calibrate": calibrate,
    "evaluate": evaluate,
    "compare": compare,
    "reproduce": reproduce,
    "batch-recall": batch_recall,
    "synthesise": synthesise,
    "landmarks": landmarks,
    "landmark-errors": landmark_errors,
    "quality-thresholds": quality_thresholds,
    "recipes": recipes,
    "devices": devices,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 refused with a sentence, 130 interrupted."""
    parser = argparse.ArgumentParser(prog="python -m trainer", description="Build, evaluate and export the model.")
    subparsers = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=(command.__doc__ or "").splitlines()[0])
        subparser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the data sets")
        command.add_arguments(subparser)
    options = parser.parse_args(arguments)
    try:
        COMMANDS[options.command].run(options)
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
