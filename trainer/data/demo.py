"""The demo gallery of invented people as training crops: everything can be tried without the research data."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from forensic_id.core.errors import DataError, UserFacingError
from forensic_id.core.ports import FaceAligner
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.alignment import similarity_transform, warp
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import TEMPLATE, as_points
from trainer.data.faces import CROP_SIDE, PHOTO, SKETCH, TEMPLATE_SIDE, FaceSet
from trainer.data.splits import INVENTED_PAIR_SOURCE

INVENTED_SOURCE = "invented"


def demo_faces(folder: Path, landmarks: Path, *, people: int | None = None) -> FaceSet:
    """Align the photos and sketches of `resources/demo`, or of its first `people`, those with a sketch first.

    `landmarks` is the landmark network. A sketch follows a photo of its person, as in the paired sources of the
    research data. Pictures without a found face are left out. Raises DataError for a missing or broken table, or
    when no face is found.
    """
    photos, sketches = _table(folder / "gallery.csv", "photo"), _table(folder / "sketches.csv", "sketch")
    names = sorted(photos, key=lambda name: (name not in sketches, name))[:people]
    pipeline = FacePipeline(OnnxLandmarkPredictor.from_file(landmarks))
    crops, rows = [], []
    for name in names:
        source = INVENTED_PAIR_SOURCE if name in sketches else INVENTED_SOURCE
        for modality, files in ((PHOTO, photos[name]), (SKETCH, sketches.get(name, []))):
            found = list(_aligned_crops(files, pipeline))
            crops += found
            rows += [(f"invented:{name}", source, modality)] * len(found)
    if not rows:
        raise DataError(
            f"No face was found in the pictures of {folder}. Restore the demo gallery, or the landmark network."
        )
    identities, sources, modalities = zip(*rows, strict=True)
    images = np.stack(crops)
    return FaceSet(
        images=torch.from_numpy(images).unsqueeze(1),
        identities=np.array(identities),
        sources=np.array(sources),
        modalities=np.array(modalities, dtype=np.int64),
        csv_sha256=hashlib.sha256(images.tobytes()).hexdigest(),
    )


def _table(path: Path, column: str) -> dict[str, list[Path]]:
    """Files of each person."""
    files: dict[str, list[Path]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                files.setdefault(row["external_id"], []).append(path.parent / row[column])
    except (OSError, KeyError) as error:
        raise DataError(f"The table {path} of the demo gallery cannot be read ({error}).") from error
    return files


def _aligned_crops(files: list[Path], aligner: FaceAligner) -> Iterator[NDArray[np.uint8]]:
    loader = PillowImageLoader()
    margin = (CROP_SIDE - TEMPLATE_SIDE) / 2
    for file in files:
        picture = loader.load(file)
        try:
            face = aligner.align(picture)
        except UserFacingError:
            continue
        matrix = similarity_transform(as_points(face.landmarks), as_points(TEMPLATE) + margin)
        pixels: NDArray[np.uint8] = cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY).astype(np.uint8)
        yield warp(pixels, matrix, CROP_SIDE)
