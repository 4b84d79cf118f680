"""Draw a contact sheet of synthetic sketches beside their photos, to judge the synthesis by eye."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch
from rich.console import Console
from torch import Tensor

from forensic_id.core.errors import DataError
from trainer.data.faces import PHOTO, load_faces
from trainer.data.sampling import step_generator
from trainer.data.synthesis import STYLES, synthesise_sketches


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare output, number of photos, seed."""
    parser.add_argument("--out", type=Path, default=Path("runs/synthetic_sketches.png"))
    parser.add_argument("--photos", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)


def run(options: argparse.Namespace) -> None:
    """Write the sheet: a column a photo, a row a style. It shows research faces: keep it out of the project."""
    faces = load_faces(options.data, limit=2000)
    random = np.random.default_rng(options.seed)
    rows = random.permutation(np.flatnonzero(faces.modalities == PHOTO))[: options.photos]
    photos = faces.images[torch.from_numpy(rows)].float() / 255
    generator = step_generator(options.seed, 0)
    drawn = [photos, *(synthesise_sketches(photos, generator, styles=(style,)) for style in STYLES)]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    if not cv2.imwrite(str(options.out), contact_sheet(drawn)):
        raise DataError(f"The sheet {options.out} could not be written. Give the name of a PNG file with --out.")
    Console().print(f"{options.out}: the photos, then {', '.join(STYLES)}.")


def contact_sheet(rows: list[Tensor]) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Put rows of images (N, 1, H, W) in [0, 1] below each other: uint8 (rows * H, N * W)."""
    sheet = torch.cat([torch.cat(list(row.squeeze(1)), dim=1) for row in rows])
    return (sheet.clamp(0, 1) * 255).round().byte().cpu().numpy()
