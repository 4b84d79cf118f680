"""How well faces are found in raw images and how far the five points are from the reference."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import FaceNotFoundError
from forensic_id.core.records import LoadedImage
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import Points, as_points, eye_distance
from trainer.landmarks.config import LandmarkConfig
from trainer.landmarks.data import ReferenceFace, read_reference, split_reference

HELD_OUT = "held out"
TEST_SETS = ("cufs/photos", "cufs/sketches", "cufsf/photos", "cufsf/sketches", "lfw_gallery")
FAILED = 0.1
"""Mean error over the eye distance from which an image counts as failed, as is usual for face landmarks."""

_ANOTHER_FACE = 0.75
"""Mean error over the eye distance from which the pipeline took another face (or no face) for the main one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LandmarkErrors:
    """Figures of one set over the images with a face found where the reference has it.

    `offsets` float64 (found, 5, 2) lead from the reference points to the points found, over the reference's eye
    distance, along its eye line and across it (downwards). `elsewhere` counts images in which another face was
    found; `milliseconds` is the time of detection, landmarks, alignment and quality of one image.
    """

    name: str
    images: int
    elsewhere: int
    offsets: NDArray[np.float64]
    milliseconds: float

    @property
    def found(self) -> int:
        """How many images have the face found."""
        return len(self.offsets)

    @property
    def errors(self) -> NDArray[np.float64]:
        """Mean distance of the five points to the reference over its eye distance, for each image (found,)."""
        return np.asarray(_distances(self.offsets).mean(axis=1), np.float64)

    @property
    def mean_error(self) -> float:
        """Mean over images and points."""
        return _or_nan(self.errors, np.mean)

    @property
    def median_error(self) -> float:
        """Median over images of their mean over points."""
        return _or_nan(self.errors, np.median)

    @property
    def error_95(self) -> float:
        """The 95th percentile over images of their mean over points."""
        return _or_nan(self.errors, lambda errors: np.percentile(errors, 95))

    @property
    def failed_share(self) -> float:
        """Share of all images with the face not found or its error above `FAILED`."""
        return 1.0 - float((self.errors <= FAILED).sum()) / self.images

    @property
    def point_errors(self) -> NDArray[np.float64]:
        """Mean error of each point (5,)."""
        return _distances(self.offsets).mean(axis=0) if self.found else np.full(5, np.nan)

    @property
    def bias(self) -> NDArray[np.float64]:
        """Mean offset of each point (5, 2): where network and reference put it differently every time."""
        return self.offsets.mean(axis=0) if self.found else np.full((5, 2), np.nan)

    @property
    def error_without_bias(self) -> float:
        """Mean error after each point's mean offset is taken away."""
        return _or_nan(_distances(self.offsets - self.bias), np.mean)


def _distances(offsets: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths: NDArray[np.float64] = np.hypot(offsets[..., 0], offsets[..., 1])
    return lengths


def _or_nan(values: NDArray[np.float64], statistic: Callable[[NDArray[np.float64]], np.floating]) -> float:
    return float(statistic(values)) if len(values) else float("nan")


def measure(folder: Path, name: str, faces: Sequence[ReferenceFace], pipeline: FacePipeline) -> LandmarkErrors:
    """Run the pipeline over the images of one set and compare. Raises ImageRefusedError for a broken file."""
    loader = PillowImageLoader()
    offsets = []
    seconds = 0.0
    for face in faces:
        image = loader.load(folder / face.file)
        start = time.perf_counter()
        points = _points_found(image, pipeline)
        seconds += time.perf_counter() - start
        if points is not None:
            offsets.append(offsets_over_eye_distance(points, face.points))
    all_offsets = np.array(offsets).reshape(-1, 5, 2)
    on_face = _distances(all_offsets).mean(axis=1) < _ANOTHER_FACE
    return LandmarkErrors(
        name=name,
        images=len(faces),
        elsewhere=int((~on_face).sum()),
        offsets=all_offsets[on_face],
        milliseconds=1000.0 * seconds / max(len(faces), 1),
    )


def _points_found(image: LoadedImage, pipeline: FacePipeline) -> Points | None:
    try:
        return as_points(pipeline.align(image).landmarks)
    except FaceNotFoundError:
        return None


def offsets_over_eye_distance(points: Points, reference: Points) -> Points:
    """From reference points to points found, over the reference's eye distance, along and across its eye line."""
    along = (reference[1] - reference[0]) / eye_distance(reference)
    axes = np.stack([along, [-along[1], along[0]]], axis=1)
    offsets: Points = (points - reference) @ axes / eye_distance(reference)
    return offsets


def sets_of(folder: Path, config: LandmarkConfig, *, lfw_sample: int) -> Iterator[tuple[str, list[ReferenceFace]]]:
    """The held-out training images and every test set; of `lfw_gallery` so many images, evenly spread."""
    _, held_out = split_reference(folder, config)
    reference = read_reference(folder)
    yield HELD_OUT, held_out
    for name in TEST_SETS:
        faces = [face for face in reference if face.file.startswith(f"{name}/")]
        if name == "lfw_gallery":
            count = min(lfw_sample, len(faces))
            faces = [faces[number * len(faces) // count] for number in range(count)]
        yield name, faces


def measure_all(
    folder: Path, pipeline: FacePipeline, config: LandmarkConfig, *, lfw_sample: int
) -> Iterator[LandmarkErrors]:
    """The figures of every set that has images. Raises DataError, ImageRefusedError."""
    for name, faces in sets_of(folder, config, lfw_sample=lfw_sample):
        if faces:
            yield measure(folder, name, faces, pipeline)
