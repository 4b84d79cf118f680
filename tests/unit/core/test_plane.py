from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.plane import principal_plane


def test_points_of_a_plane_keep_their_distances() -> None:
    rng = np.random.default_rng(3)
    flat = rng.normal(size=(12, 2))
    axes = np.linalg.qr(rng.normal(size=(9, 2)))[0].T
    plane = principal_plane((flat @ axes).astype(np.float32))

    def distances(points: np.ndarray) -> np.ndarray:
        return np.asarray(np.linalg.norm(points[:, None] - points[None], axis=2))

    assert distances(plane.coordinates) == pytest.approx(distances(flat), abs=1e-5)
    assert plane.shown == pytest.approx(1.0)
    assert plane.shares[0] >= plane.shares[1]


@given(st.integers(0, 1000))
def test_the_signs_do_not_depend_on_the_order_of_the_points(seed: int) -> None:
    rng = np.random.default_rng(seed)
    points = rng.normal(size=(8, 5)).astype(np.float32)
    order = rng.permutation(8)
    there, back = principal_plane(points).coordinates[order], principal_plane(points[order]).coordinates
    assert there == pytest.approx(back, abs=1e-4)


def test_the_shares_are_those_of_the_variance() -> None:
    points = np.zeros((4, 3), np.float32)
    points[0, 0], points[1, 0], points[2, 1], points[3, 1] = 3, -3, 1, -1
    assert principal_plane(points).shares == pytest.approx((0.9, 0.1))


def test_equal_points_lie_at_the_origin() -> None:
    plane = principal_plane(np.ones((3, 4), np.float32))
    assert not plane.coordinates.any()
    assert plane.shown == 0.0


def test_points_on_a_line_have_no_second_coordinate() -> None:
    plane = principal_plane(np.outer(np.arange(4), [1.0, 2.0, 3.0]).astype(np.float32))
    assert plane.coordinates[:, 1] == pytest.approx(0.0)
    assert plane.shares == pytest.approx((1.0, 0.0))


def test_a_single_dimension_is_enough() -> None:
    plane = principal_plane(np.array([[1.0], [3.0]], np.float32))
    assert plane.coordinates.tolist() == [[-1.0, 0.0], [1.0, 0.0]]
