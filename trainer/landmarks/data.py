"""Training faces with their five points, cut out upright with enough surroundings for every augmentation.

Raw images come with one reference point each (`landmarks.csv`). Aligned crops (`faces_train`) are only known to lie
on the template as a whole: of their points, position, scale and rotation are known and nothing else.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import DataError, ImageRefusedError
from forensic_id.core.records import UInt8Array
from forensic_id.vision.alignment import similarity_transform, transform_points, warp
from forensic_id.vision.landmarks import reference_points
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.template import TEMPLATE, Points, as_points
from trainer.data.faces import PHOTO, load_faces
from trainer.landmarks.config import LandmarkConfig

POINT_COLUMNS = ("right_eye", "left_eye", "nose", "mouth_right", "mouth_left")
TEST_ONLY = ("cufs/", "cufsf/", "lfw_gallery/")
"""Folders whose images are for evaluation and never trained on."""

WINDOW_SCALE = 2.6
"""Side of the stored window over the side of the face box: what rotation, shift and scale may bring into view."""

_CROP_MARGIN = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFace:
    """One line of `landmarks.csv`: a file relative to the data folder and its points, float64 (5, 2)."""

    file: str
    points: Points


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LandmarkSet:
    """Windows uint8 (N, W, W), points float32 (N, 5, 2) in window pixels, exact bool (N,): points known singly."""

    windows: UInt8Array
    points: NDArray[np.float32]
    exact: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.windows)


def read_reference(folder: Path) -> list[ReferenceFace]:
    """All lines of `landmarks.csv`, test images included. Raises DataError naming what is missing or broken."""
    table = folder / "landmarks.csv"
    try:
        with table.open(encoding="utf-8", newline="") as file:
            return [_reference_face(row) for row in csv.DictReader(file)]
    except OSError as error:
        raise DataError(f"{table} cannot be read ({error.strerror}). Give the data folder with --data.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"{table} is broken: a column is missing or no number ({error}).") from error


def _reference_face(row: dict[str, str]) -> ReferenceFace:
    points = np.array([[float(row[f"{name}_x"]), float(row[f"{name}_y"])] for name in POINT_COLUMNS])
    return ReferenceFace(file=row["file"], points=points)


def load_sets(folder: Path, config: LandmarkConfig) -> tuple[LandmarkSet, LandmarkSet]:
    """The training and the validation set. Raises DataError."""
    faces = [face for face in read_reference(folder) if not face.file.startswith(TEST_ONLY)]
    order = np.random.default_rng(config.seed).permutation(len(faces))
    held_out = {int(index) for index in order[: config.validation_images]}
    raw = [_raw_window(folder, face, config) for index, face in enumerate(faces) if index not in held_out]
    watched = [_raw_window(folder, faces[index], config) for index in sorted(held_out)]
    return _set(raw, _aligned_windows(folder, config), config), _set(watched, [], config)


def _raw_window(folder: Path, face: ReferenceFace, config: LandmarkConfig) -> tuple[UInt8Array, Points]:
    path = folder / face.file
    try:
        pixels = PillowImageLoader().load(path).pixels
    except ImageRefusedError as error:
        raise DataError(f"A landmark image cannot be used: {error}") from error
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return _window(grey, face.points, config)


def _window(grey: UInt8Array, points: Points, config: LandmarkConfig) -> tuple[UInt8Array, Points]:
    size = window_size(config)
    matrix = similarity_transform(points, reference_points(size, WINDOW_SCALE))
    return warp(grey, matrix, size), transform_points(matrix, points)


def window_size(config: LandmarkConfig) -> int:
    """Side of the stored window in pixels, at the resolution of the network's crop."""
    return round(config.crop_size * WINDOW_SCALE / config.crop_scale)


def _aligned_windows(folder: Path, config: LandmarkConfig) -> list[tuple[UInt8Array, Points]]:
    """Windows of all aligned sketches and drawings and of some photos."""
    faces = load_faces(folder)
    photos = np.flatnonzero(faces.modalities == PHOTO)
    drawn = np.flatnonzero(faces.modalities != PHOTO)
    chosen = np.random.default_rng(config.seed).permutation(photos)[: config.aligned_photos]
    points = as_points(TEMPLATE) + _CROP_MARGIN
    return [
        _window(faces.images[int(index), 0].numpy(), points, config)
        for index in np.sort(np.concatenate([chosen, drawn]))
    ]


def _set(
    raw: list[tuple[UInt8Array, Points]], aligned: list[tuple[UInt8Array, Points]], config: LandmarkConfig
) -> LandmarkSet:
    both = raw + aligned
    size = window_size(config)
    return LandmarkSet(
        windows=np.stack([window for window, _ in both]).reshape(-1, size, size),
        points=np.stack([points for _, points in both]).astype(np.float32),
        exact=np.arange(len(both)) < len(raw),
    )
