"""The refiner with a predictor that sees coloured dots: crops are cut and points mapped back exactly."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from forensic_id.core.records import Box, FloatArray, UInt8Array
from forensic_id.vision.alignment import transform_points
from forensic_id.vision.landmarks import LandmarkRefiner, reference_points
from forensic_id.vision.template import (
    MIRROR_ORDER,
    TEMPLATE,
    Points,
    as_points,
    box_around,
    eye_distance,
    face_size,
    mean_points_in,
)


class DotPredictor:
    """Finds five dots of different grey and mirrors their meaning with the picture, as a trained network does."""

    crop_size = 96
    crop_scale = 1.4
    most_looks = 2

    def __init__(self) -> None:
        self.calls = 0

    def predict(self, crops: FloatArray) -> FloatArray:
        self.calls += 1
        straight = self._dots(crops[0, 0])
        mirrored = self._dots(crops[1, 0])[list(MIRROR_ORDER)]
        return np.stack([straight, mirrored]).astype(np.float32)

    def _dots(self, crop: FloatArray) -> FloatArray:
        grey = ((crop + 1.0) * 127.5).astype(np.uint8)
        count, blobs = cv2.connectedComponents((grey > 20).astype(np.uint8))
        assert count == 6
        found = [(int(grey[blobs == one].max()), np.argwhere(blobs == one).mean(axis=0)[::-1]) for one in range(1, 6)]
        return np.stack([centre for _, centre in sorted(found, key=lambda pair: pair[0])]).astype(np.float32)


LEVELS = (60, 100, 140, 180, 220)


def dotted(points: Points, side: int = 400) -> UInt8Array:
    picture = np.zeros((side, side), dtype=np.uint8)
    rows, columns = np.mgrid[:side, :side]
    for level, point in zip(LEVELS, points, strict=True):
        picture[np.hypot(columns - point[0], rows - point[1]) < 10] = level
    return picture


def face(angle: float = 0.0, scale: float = 3.0) -> Points:
    cosine, sine = scale * np.cos(angle), scale * np.sin(angle)
    centred = as_points(TEMPLATE) - as_points(TEMPLATE).mean(axis=0)
    return transform_points(np.array([[cosine, -sine, 200.0], [sine, cosine, 210.0]]), centred)


@pytest.mark.parametrize("angle", [-0.4, 0.0, 0.3])
def test_points_come_back_in_pixels_of_the_image(angle: float) -> None:
    truth = face(angle)
    box = box_around(face())
    shifted = Box(x=box.x + 12, y=box.y - 9, width=box.width * 1.1, height=box.height * 1.1)
    placed = LandmarkRefiner(DotPredictor()).place(dotted(truth), shifted)
    assert np.hypot(*(placed.points - truth).T).max() < 1.5
    assert placed.disagreement < 0.02


def test_a_well_boxed_face_is_looked_at_twice() -> None:
    predictor = DotPredictor()
    predictor.most_looks = 4
    LandmarkRefiner(predictor).place(dotted(face()), box_around(face()))
    assert predictor.calls == 2


@pytest.mark.parametrize("most", [2, 3, 4])
def test_a_face_that_does_not_settle_is_looked_at_as_often_as_the_network_says(most: int) -> None:
    predictor = RestlessPredictor()
    predictor.most_looks = most
    LandmarkRefiner(predictor).place(dotted(face()), box_around(face()))
    assert predictor.calls == most


class RestlessPredictor(DotPredictor):
    """Sees the face somewhere else every time."""

    def predict(self, crops: FloatArray) -> FloatArray:
        self.calls += 1
        level = reference_points(self.crop_size, self.crop_scale) + 10.0
        mirrored = np.array(level)[list(MIRROR_ORDER)]
        mirrored[:, 0] = self.crop_size - 1 - mirrored[:, 0]
        return np.stack([level, mirrored]).astype(np.float32)


class LostPredictor(DotPredictor):
    def predict(self, crops: FloatArray) -> FloatArray:
        return np.full((len(crops), 5, 2), 40.0, dtype=np.float32) + np.arange(10).reshape(5, 2) * 0.01


def test_a_network_that_loses_the_face_leaves_the_guess_from_the_box() -> None:
    box = box_around(face())
    placed = LandmarkRefiner(LostPredictor()).place(dotted(face()), box)
    assert np.allclose(placed.points, mean_points_in(box))
    assert placed.disagreement == 1.0


def test_reference_points_are_a_centred_template() -> None:
    points = reference_points(96, 1.4)
    assert np.allclose(points.mean(axis=0), 47.5)
    assert eye_distance(points) / face_size(points) == pytest.approx(
        eye_distance(as_points(TEMPLATE)) / face_size(as_points(TEMPLATE))
    )


def test_box_and_mean_points_belong_together() -> None:
    box = Box(x=10.0, y=20.0, width=80.0, height=80.0)
    again = box_around(mean_points_in(box))
    assert (again.x, again.y, again.width) == pytest.approx((10.0, 20.0, 80.0))
