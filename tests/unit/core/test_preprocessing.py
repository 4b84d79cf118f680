"""Crops become what the networks read."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.errors import DefectError
from forensic_id.core.preprocessing import PhotoTones, network_input


@pytest.mark.parametrize(
    ("colour", "value"),
    [((0, 0, 0), -1.0), ((255, 255, 255), 1.0), ((255, 0, 0), -0.402), ((0, 255, 0), 0.174), ((0, 0, 255), -0.772)],
)
def test_pixels_become_601_luma_between_minus_one_and_one(colour: tuple[int, int, int], value: float) -> None:
    crops = np.broadcast_to(np.array(colour, np.uint8), (2, 112, 112, 3))
    grey = network_input(crops)
    assert grey.shape == (2, 1, 112, 112)
    assert grey.dtype == np.float32
    assert grey == pytest.approx(value, abs=1e-6)


def test_rows_and_columns_stay_where_they_are() -> None:
    crops = np.zeros((1, 112, 112, 3), np.uint8)
    crops[0, 3, 50] = 255
    assert np.argwhere(network_input(crops)[0, 0] > 0).tolist() == [[3, 50]]


@pytest.mark.parametrize(
    "crops",
    [
        np.zeros((112, 112, 3), np.uint8),
        np.zeros((1, 112, 111, 3), np.uint8),
        np.zeros((1, 112, 112, 3), np.float32),
    ],
)
def test_other_shapes_and_types_are_refused(crops: np.ndarray) -> None:
    with pytest.raises(DefectError, match="uint8"):
        network_input(crops)


def test_photo_tones_follow_the_stated_formula() -> None:
    inputs = np.random.default_rng(0).uniform(-1, 1, (2, 1, 4, 4)).astype(np.float32)
    expected = np.empty_like(inputs)
    for photo, toned in zip(inputs, expected, strict=True):
        grey = (photo + 1) / 2
        for place in np.ndindex(photo.shape):
            toned[place] = 2 * min(1.0, 0.6 * (grey[place] / grey.mean()) ** 0.3) - 1
    assert PhotoTones(exponent=0.3, level=0.6).applied(inputs) == pytest.approx(expected, abs=1e-6)


def test_exposure_does_not_matter_after_toning() -> None:
    grey = np.random.default_rng(1).uniform(0.2, 0.9, (1, 1, 8, 8)).astype(np.float32)
    tones = PhotoTones(exponent=0.3, level=0.6)
    assert tones.applied(grey * 0.4 * 2 - 1) == pytest.approx(tones.applied(grey * 2 - 1), abs=1e-6)


def test_a_black_photo_stays_black() -> None:
    black = np.full((1, 1, 4, 4), -1.0, np.float32)
    assert PhotoTones(exponent=0.3, level=0.6).applied(black).tolist() == black.tolist()
