"""Turn a folder of identities, or a CSV of them, into an aligned, sharded, checksummed data set."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console

from trainer.arguments import positive
from trainer.commands.export import DEFAULT_BUNDLE
from trainer.plain_progress import ProgressLines
from trainer.prepare.crops import CropOptions
from trainer.prepare.dataset import Plan, prepare
from trainer.prepare.sources import SKETCH_PATTERNS

EPILOG = """\
FOLDER holds a folder for each person: FOLDER/PERSON/PICTURE. Sketches lie in a subfolder “sketches”, or their file
names fit --sketches. A CSV has the columns file and identity, and, if wanted, modality (photo, sketch, drawing),
source and landmarks (ten numbers: x and y of right eye, left eye, nose tip, right and left mouth corner).

The data set gets faces_train.csv, archives, manifest.json (SHA-256 of every file, verified when it is loaded),
dropped.csv (what was left out, and why) and summary.txt. A run that was stopped, even killed, is gone on with by the
same command. Train with it: python -m trainer train RECIPE --data DATASET, or beside other data: --beside DATASET.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare source, target, what a good crop is, and how the work is shared."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    parser.add_argument("source", type=Path, metavar="FOLDER|CSV", help="identities: a folder, or a table")
    parser.add_argument("--to", type=Path, required=True, metavar="DATASET", help="folder to write")
    parser.add_argument("--name", default="", help="the samples' source in the table (default: the folder's name)")
    parser.add_argument(
        "--sketches",
        action="append",
        metavar="PATTERN",
        help=f"file names of sketches; may be repeated (default: {' '.join(SKETCH_PATTERNS)})",
    )
    parser.add_argument("--least-eye-distance", type=float, default=16.0, metavar="PIXELS", help="default 16")
    parser.add_argument("--least-samples", type=positive, default=1, metavar="N", help="of an identity, default 1")
    parser.add_argument("--format", choices=("jpg", "png"), default="jpg", help="jpg (quality 95), or png, lossless")
    parser.add_argument("--shard-mib", type=positive, default=32, metavar="N", help="largest archive, default 32")
    parser.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, help="processes, default one a core")
    parser.add_argument("--landmarks", type=Path, default=DEFAULT_BUNDLE / "landmarks.onnx", help="landmarks.onnx")
    parser.add_argument("--quiet", action="store_true", help="no progress")


def run(options: argparse.Namespace) -> None:
    """Prepare and print the summary."""
    plan = Plan(
        source=options.source,
        to=options.to,
        source_name=options.name,
        sketch_patterns=tuple(options.sketches or SKETCH_PATTERNS),
        least_samples=options.least_samples,
        shard_mib=options.shard_mib,
        jobs=options.jobs,
        crops=CropOptions(
            landmarks=options.landmarks,
            least_eye_distance=options.least_eye_distance,
            image_format=options.format,
        ),
    )
    with ProgressLines(quiet=options.quiet) as lines:
        prepared = prepare(plan, progress=lines.show)
    console = Console(highlight=False, soft_wrap=True)
    if prepared.again:
        console.print(f"{options.to} is up to date; every file was verified.", markup=False)
    console.print(prepared.summary, markup=False, end="")
    sys.stdout.flush()
