"""Quality warnings on the demo people: none on their pictures as they are, the right one after known damage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from forensic_id.core.records import LoadedImage, UInt8Array
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import as_points, box_around, eye_distance

DEMO = Path("resources/demo")
PICTURES = [*sorted((DEMO / "gallery").rglob("*.jpg"))[::40], *sorted((DEMO / "sketches").rglob("*.*"))[::8]]


@pytest.fixture(scope="module")
def pipeline() -> FacePipeline:
    return FacePipeline(OnnxLandmarkPredictor.from_file(Path("resources/models/default/landmarks.onnx")))


def warned(pipeline: FacePipeline, image: LoadedImage, **where: object) -> set[str]:
    findings = pipeline.align(image, **where).findings  # type: ignore[arg-type]
    return {finding.measure for finding in findings if finding.warning}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_sharp_frontal_face_raises_no_warning(pipeline: FacePipeline, path: Path) -> None:
    assert warned(pipeline, PillowImageLoader().load(path)) == set()


def blurred(pixels: UInt8Array, eyes: float) -> UInt8Array:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), 0.15 * eyes), np.uint8)


def dark(pixels: UInt8Array, eyes: float) -> UInt8Array:
    return np.asarray(pixels * 0.05, np.uint8)


def flat(pixels: UInt8Array, eyes: float) -> UInt8Array:
    return np.asarray(120 + (pixels.astype(np.float64) - 120) * 0.04, np.uint8)


@pytest.mark.parametrize(
    ("damage", "measure"),
    [(blurred, "sharpness"), (dark, "brightness"), (flat, "contrast")],
    ids=["blurred", "dark", "flat"],
)
def test_the_damaged_face_is_warned_of_by_its_own_measure(
    pipeline: FacePipeline, damage: Callable[[UInt8Array, float], UInt8Array], measure: str
) -> None:
    for path in PICTURES[:3]:
        image = PillowImageLoader().load(path)
        points = as_points(pipeline.align(image).landmarks)
        damaged = replace(image, pixels=damage(image.pixels, eye_distance(points)))
        assert measure in warned(pipeline, damaged, box=box_around(points)), path.name


def test_a_face_of_few_pixels_is_warned_of(pipeline: FacePipeline) -> None:
    image = PillowImageLoader().load(PICTURES[0])
    points = as_points(pipeline.align(image).landmarks)
    factor = 8.0 / eye_distance(points)
    small = cv2.resize(image.pixels, (0, 0), fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    shrunk = replace(image, pixels=np.asarray(small, np.uint8))
    assert "eye_distance_pixels" in warned(pipeline, shrunk, box=box_around(points * factor))
