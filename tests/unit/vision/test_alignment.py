"""Similarity alignment against its defining properties, and the warp against what it must show."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_id.core.errors import InvalidInputError
from forensic_id.vision.alignment import (
    OUTSIDE,
    TemplateWarper,
    align_to_template,
    invert_similarity,
    similarity_transform,
    transform_points,
    warp,
)
from forensic_id.vision.template import CROP_SIZE, TEMPLATE, Points, as_landmarks, as_points
from tests.unit.vision.drawn_face import drawn_face

ANGLES = st.floats(-math.pi, math.pi)
SCALES = st.floats(0.05, 20.0)
SHIFTS = st.floats(-500.0, 500.0)


def similarity(angle: float, scale: float, x: float, y: float) -> Points:
    cosine, sine = scale * math.cos(angle), scale * math.sin(angle)
    return np.array([[cosine, -sine, x], [sine, cosine, y]])


@settings(deadline=None)
@given(ANGLES, SCALES, SHIFTS, SHIFTS)
def test_a_similarity_is_recovered_from_the_points_it_moved(angle: float, scale: float, x: float, y: float) -> None:
    truth = similarity(angle, scale, x, y)
    source = as_points(TEMPLATE)
    found = similarity_transform(source, transform_points(truth, source))
    assert np.allclose(found, truth, atol=1e-6 * max(1.0, scale))


@settings(deadline=None)
@given(st.lists(st.floats(-20, 20), min_size=10, max_size=10), ANGLES, st.floats(0.9, 1.1), st.floats(-2, 2))
def test_no_other_similarity_comes_closer(noise: list[float], angle: float, stretch: float, shift: float) -> None:
    source = as_points(TEMPLATE) + np.array(noise).reshape(5, 2)
    target = as_points(TEMPLATE)
    best = similarity_transform(source, target)
    turned = similarity(angle * 0.02, stretch, shift, -shift)
    other = np.vstack([turned, [0, 0, 1]])[:2] @ np.vstack([best, [0, 0, 1]])

    def squared_error(matrix: Points) -> float:
        return float(((transform_points(matrix, source) - target) ** 2).sum())

    assert squared_error(best) <= squared_error(other) + 1e-9


def test_mirrored_points_are_met_by_rotation_not_by_mirroring() -> None:
    source = as_points(TEMPLATE) * [-1.0, 1.0]
    matrix = similarity_transform(source, as_points(TEMPLATE))
    assert np.linalg.det(matrix[:, :2]) > 0


def test_points_on_one_spot_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="one spot"):
        similarity_transform(np.full((5, 2), 7.0), as_points(TEMPLATE))
    with pytest.raises(InvalidInputError, match="one spot"):
        similarity_transform(np.full((5, 2), np.nan), as_points(TEMPLATE))


@settings(deadline=None)
@given(ANGLES, SCALES, SHIFTS, SHIFTS)
def test_the_inverse_leads_back(angle: float, scale: float, x: float, y: float) -> None:
    matrix = similarity(angle, scale, x, y)
    there = transform_points(matrix, as_points(TEMPLATE))
    assert np.allclose(transform_points(invert_similarity(matrix), there), as_points(TEMPLATE), atol=1e-6)


def test_an_aligned_crop_comes_out_unchanged() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (112, 112, 3), dtype=np.uint8)
    assert np.array_equal(align_to_template(picture, TEMPLATE), picture)


@pytest.mark.parametrize("factor", [0.5, 1.0, 3.0, 7.3])
def test_landmarks_land_on_the_template_at_any_scale(factor: float) -> None:
    landmarks = as_points(TEMPLATE) * factor + 20.0
    side = int(112 * factor + 60)
    picture = np.zeros((side, side, 3), dtype=np.uint8)
    x, y = np.meshgrid(np.arange(side), np.arange(side))
    for point in landmarks:
        spot = 255 * np.exp(-((x - point[0]) ** 2 + (y - point[1]) ** 2) / (2 * (2.5 * factor) ** 2))
        picture = np.maximum(picture, spot[..., None].astype(np.uint8))
    crop = align_to_template(picture, as_landmarks(landmarks))[..., 0].astype(np.float64)
    rows, columns = np.mgrid[:112, :112]
    for point in as_points(TEMPLATE):
        weight = crop * (np.hypot(columns - point[0], rows - point[1]) < 8)
        centre = [(weight * columns).sum() / weight.sum(), (weight * rows).sum() / weight.sum()]
        assert np.hypot(*(centre - point)) < 0.15


def test_shrinking_does_not_alias() -> None:
    rows, columns = np.mgrid[:2000, :2000]
    checks = (((rows // 3 + columns // 3) % 2) * 255).astype(np.uint8)
    crop = warp(checks, similarity(0.1, 0.05, 5.0, 5.0), 80)
    assert crop.astype(float).std() < 6
    assert abs(crop.astype(float).mean() - 127.5) < 4


def test_pictures_longer_than_opencv_can_warp_are_aligned() -> None:
    picture = np.zeros((120, 40_000, 3), dtype=np.uint8)
    picture[:, 39_000:] = np.arange(1000, dtype=np.uint8)[None, :, None]
    landmarks = as_points(TEMPLATE) + np.array([39_500.0, 0.0])
    assert np.array_equal(align_to_template(picture, as_landmarks(landmarks)), picture[:112, 39_500:39_612])


def test_what_lies_outside_the_picture_repeats_its_edge() -> None:
    picture = np.full((60, 60), 90, dtype=np.uint8)
    picture[:, 0] = 200
    crop = warp(picture, similarity(0.0, 1.0, 30.0, 0.0), 60)
    assert (crop[:, :30] == 200).all()
    assert (crop[:, 31:] == 90).all()


def test_a_face_wholly_outside_gives_the_edge_instead_of_an_error() -> None:
    picture = np.full((50, 50, 3), 77, dtype=np.uint8)
    far = as_landmarks(as_points(TEMPLATE) + np.array([4000.0, -3000.0]))
    assert (align_to_template(picture, far) == 77).all()


def test_faces_laid_over_each_other_meet_at_their_landmarks_whatever_their_pictures() -> None:
    face = drawn_face()
    height, width = face.shape[:2]
    larger = cv2.resize(face, (3 * width, 3 * height), interpolation=cv2.INTER_CUBIC)
    points = as_landmarks(as_points(TEMPLATE) * 1.4 + 30)
    same = as_landmarks(as_points(points) * 3 + 1)
    small = TemplateWarper().warp(face, points, size=200, field=2.0).astype(int)
    large = TemplateWarper().warp(np.asarray(larger, np.uint8), same, size=200, field=2.0).astype(int)
    assert np.abs(small - large).mean() < 4


def test_a_field_of_one_shows_what_the_crop_shows_and_beyond_the_picture_is_grey() -> None:
    face = drawn_face()
    points = as_landmarks(as_points(TEMPLATE) * 1.4 + 30)
    crop = TemplateWarper().warp(face, points, size=CROP_SIZE, field=1.0)
    np.testing.assert_array_equal(crop, align_to_template(face, points))
    wide = TemplateWarper().warp(face, points, size=64, field=9.0)
    assert (wide[0, 0] == OUTSIDE).all()
