"""How well faces are found in raw images and how far the five points are from the reference.

Run it with `python -m trainer.evaluation.landmark_errors --data DIR --landmarks FILE`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from forensic_id.core.errors import FaceNotFoundError, UserFacingError
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import Points, as_points, eye_distance
from trainer.landmarks.data import ReferenceFace, read_reference

SETS = ("cufs/photos", "cufs/sketches", "cufsf/photos", "cufsf/sketches", "lfw_gallery")
_ANOTHER_FACE = 0.75
"""Mean error over the eye distance from which the pipeline took another face (or no face) for the main one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarkErrors:
    """Figures of one set: errors are distances to the reference points over its eye distance, mean of five points.

    `found` counts images with a face where the reference has it; errors are over these. `milliseconds` is the time
    of detection, landmarks, alignment and quality of one image.
    """

    name: str
    images: int
    found: int
    elsewhere: int
    mean_error: float
    error_95: float
    milliseconds: float

    @property
    def found_share(self) -> float:
        """Share of images with the face found."""
        return self.found / self.images


def measure(folder: Path, name: str, faces: Sequence[ReferenceFace], pipeline: FacePipeline) -> LandmarkErrors:
    """Run the pipeline over the images of one set and compare. Raises ImageRefusedError for a broken file."""
    loader = PillowImageLoader()
    errors: list[float] = []
    seconds = 0.0
    for face in faces:
        image = loader.load(folder / face.file)
        start = time.perf_counter()
        try:
            landmarks = pipeline.align(image).landmarks
        except FaceNotFoundError:
            continue
        finally:
            seconds += time.perf_counter() - start
        errors.append(error_over_eye_distance(as_points(landmarks), face.points))
    on_face = np.array([error for error in errors if error < _ANOTHER_FACE])
    return LandmarkErrors(
        name=name,
        images=len(faces),
        found=len(on_face),
        elsewhere=len(errors) - len(on_face),
        mean_error=float(on_face.mean()) if len(on_face) else float("nan"),
        error_95=float(np.percentile(on_face, 95)) if len(on_face) else float("nan"),
        milliseconds=1000.0 * seconds / max(len(faces), 1),
    )


def error_over_eye_distance(points: Points, reference: Points) -> float:
    """Mean distance of five points (5, 2) to the reference, over the reference's eye distance."""
    return float(np.hypot(*(points - reference).T).mean()) / eye_distance(reference)


def measure_all(folder: Path, pipeline: FacePipeline, *, lfw_sample: int) -> Iterator[LandmarkErrors]:
    """The figures of every test set; of `lfw_gallery` only every so-manieth image, `lfw_sample` in all."""
    reference = read_reference(folder)
    for name in SETS:
        faces = [face for face in reference if face.file.startswith(f"{name}/")]
        if name == "lfw_gallery":
            faces = faces[:: max(1, len(faces) // max(lfw_sample, 1))]
        if faces:
            yield measure(folder, name, faces, pipeline)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure detection and landmark errors on the test sets. Raises UserFacingError."""
    parser = argparse.ArgumentParser(prog="python -m trainer.evaluation.landmark_errors", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with landmarks.csv and the raw images")
    parser.add_argument("--landmarks", type=Path, required=True, help="landmarks.onnx")
    parser.add_argument("--lfw-sample", type=int, default=400, help="how many photos of lfw_gallery (default 400)")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args(argv)
    pipeline = FacePipeline(OnnxLandmarkPredictor.from_file(options.landmarks))
    table = Table(
        "set", "images", "found", "elsewhere", "mean", "95th", "ms", title="Landmark errors over eye distance"
    )
    results = []
    for one in measure_all(options.data, pipeline, lfw_sample=options.lfw_sample):
        results.append(one)
        table.add_row(
            one.name,
            str(one.images),
            f"{one.found_share:.2%}",
            str(one.elsewhere),
            f"{one.mean_error:.2%}",
            f"{one.error_95:.2%}",
            f"{one.milliseconds:.1f}",
        )
    Console().print(table)
    if options.json is not None:
        options.json.write_text(json.dumps([asdict(one) for one in results], indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except UserFacingError as refusal:
        sys.exit(str(refusal))
