"""Training faces with their five points, cut out upright with enough surroundings for every augmentation.

Raw images come with their reference points (`landmarks.csv`). Aligned crops (`faces_train`) are only known to lie
on the template as a whole: of their points, position, scale and rotation are known and nothing else.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
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
from trainer.data.datasets import load_datasets
from trainer.data.faces import PHOTO, FaceSet, read_table
from trainer.data.splits import split_identities
from trainer.landmarks.config import LandmarkConfig
from trainer.prepare.shards import TABLE

POINT_COLUMNS = ("right_eye", "left_eye", "nose", "mouth_right", "mouth_left")
TEST_ONLY = ("cufs/", "cufsf/", "lfw_gallery/")
"""Folders whose images are for evaluation and never trained on."""

WINDOW_SCALE = 2.2
"""Side of the stored window over the side of the face box: what rotation, shift and scale may bring into view."""

_CROP_MARGIN = 8.0
_SAME_PICTURE = 0.98
"""Correlation of thumbnails from which two windows show the same picture."""
_SURELY_INSIDE = 1.0
"""Side over the face box of what an aligned crop holds in any case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFace:
    """One line of `landmarks.csv`: a file relative to the data folder and its points, float64 (5, 2)."""

    file: str
    points: Points


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LandmarkSet:
    """Windows uint8 (N, W, W), points float32 (N, 5, 2) in window pixels, exact bool (N,): points known singly.

    `shares` float32 (N,) is how often a row is drawn, compared with the others of its kind (exact or not).
    """

    windows: UInt8Array
    points: NDArray[np.float32]
    exact: NDArray[np.bool_]
    shares: NDArray[np.float32]

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
    """The training and the validation set. Raises DataError.

    Nobody of the identities that `config.split` holds out is trained on: no aligned crop of theirs, and no raw image,
    whose names do not tell whom they show, that shows the same picture as such a crop.
    """
    kept, held_out = split_reference(folder, config)
    raw, watched = ([_raw_window(folder, face, config) for face in part] for part in (kept, held_out))
    faces = load_datasets((folder,))
    split = split_identities(faces, config.split)
    judged = _crop_windows(faces, np.concatenate([split.validation_pairs, split.validation_photos]), config)
    unseen = _thumbnails(judged + watched, config)
    new = ~_shown(raw, unseen[: len(judged)], config)
    kept, raw = list(compress(kept, new)), list(compress(raw, new))
    aligned = _crop_windows(faces, _aligned_rows(folder, faces, split.training, config), config)
    aligned = list(compress(aligned, ~_shown(aligned, unseen, config)))
    shares = np.concatenate([balanced_shares([source_of(face) for face in kept]), np.ones(len(aligned))])
    return _set(raw, aligned, shares, config), _set(watched, [], np.ones(len(watched)), config)


def split_reference(folder: Path, config: LandmarkConfig) -> tuple[list[ReferenceFace], list[ReferenceFace]]:
    """The faces to train on and those held out of it; never one of the test sets. Raises DataError."""
    faces = [face for face in read_reference(folder) if not face.file.startswith(TEST_ONLY)]
    order = np.random.default_rng(config.seed).permutation(len(faces))
    held_out = np.zeros(len(faces), dtype=np.bool_)
    held_out[order[: config.validation_images]] = True
    kept = [face for face, out in zip(faces, held_out, strict=True) if not out]
    return kept, [face for face, out in zip(faces, held_out, strict=True) if out]


def source_of(face: ReferenceFace) -> str:
    """The collection of an image: its folder, and in `landmarks/` the first word of its name."""
    folder, _, name = face.file.rpartition("/")
    return f"{folder}/{name.split('_')[0]}" if folder == "landmarks" else folder


def balanced_shares(sources: Sequence[str]) -> NDArray[np.float64]:
    """How often each image is drawn, (N,): a collection weighs as the square root of its size."""
    sizes = Counter(sources)
    return np.array([sizes[source] ** -0.5 for source in sources])


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


def _aligned_rows(
    folder: Path, faces: FaceSet, training: NDArray[np.int64], config: LandmarkConfig
) -> NDArray[np.int64]:
    """Of the `training` rows those of all aligned sketches and drawings and of some photos."""
    detected = training[_detected(folder)[training]]
    of_photo = faces.modalities[detected] == PHOTO
    chosen = np.random.default_rng(config.seed).permutation(detected[of_photo])[: config.aligned_photos]
    return np.sort(np.concatenate([chosen, detected[~of_photo]]))


def _crop_windows(faces: FaceSet, rows: NDArray[np.int64], config: LandmarkConfig) -> list[tuple[UInt8Array, Points]]:
    points = as_points(TEMPLATE) + _CROP_MARGIN
    return [_window(faces.images[int(row), 0].numpy(), points, config) for row in rows]


def _shown(
    windows: list[tuple[UInt8Array, Points]], thumbnails: NDArray[np.float32], config: LandmarkConfig
) -> NDArray[np.bool_]:
    """Which windows (N,) show a picture that is among the thumbnails (M, 256)."""
    same: NDArray[np.bool_] = np.any(_thumbnails(windows, config) @ thumbnails.T > _SAME_PICTURE, axis=1)
    return same


def _detected(folder: Path) -> NDArray[np.bool_]:
    """Which rows of `faces_train.csv` were aligned by the detector that also placed the reference points.

    Raises DataError for a table that does not tell.
    """
    rows, _ = read_table(folder)
    if "alignment" not in rows[0]:
        raise DataError(
            f"The training table {folder / TABLE} lacks the column alignment. Prepare the data set again."
        )
    return np.array([row["alignment"] == "detected" for row in rows])


def _thumbnails(windows: list[tuple[UInt8Array, Points]], config: LandmarkConfig) -> NDArray[np.float32]:
    """The middle of each window in a few pixels, free of brightness and contrast: unit rows (N, 256)."""
    side = window_size(config)
    edge = round(side * (1 - _SURELY_INSIDE / WINDOW_SCALE) / 2)
    small = [
        cv2.resize(window[edge:-edge, edge:-edge], (16, 16), interpolation=cv2.INTER_AREA) for window, _ in windows
    ]
    rows = np.stack(small).reshape(len(small), -1).astype(np.float32) if small else np.zeros((0, 256), np.float32)
    rows -= rows.mean(axis=1, keepdims=True)
    unit: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return unit


def _set(
    raw: list[tuple[UInt8Array, Points]],
    aligned: list[tuple[UInt8Array, Points]],
    shares: NDArray[np.float64],
    config: LandmarkConfig,
) -> LandmarkSet:
    both = raw + aligned
    size = window_size(config)
    return LandmarkSet(
        windows=np.stack([window for window, _ in both]).reshape(-1, size, size),
        points=np.stack([points for _, points in both]).astype(np.float32),
        exact=np.arange(len(both)) < len(raw),
        shares=shares.astype(np.float32),
    )
