from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.occlusion import PatchGrid

GRID = PatchGrid(size=10, side=4, step=3)


def test_patches_reach_all_edges() -> None:
    assert GRID.corners == tuple((row, column) for row in (0, 3, 6) for column in (0, 3, 6))


def test_the_last_patch_touches_the_edge_when_steps_do_not_divide_the_size() -> None:
    assert PatchGrid(size=11, side=4, step=3).corners[-1] == (7, 7)


def test_a_patch_has_the_mean_colour_and_leaves_the_rest_as_it_is() -> None:
    crop = np.zeros((10, 10, 3), np.uint8)
    crop[:5] = (200, 100, 50)
    copies = GRID.covered(crop, ((3, 6), (0, 0)))
    assert copies.shape == (2, 10, 10, 3)
    assert (copies[0, 3:7, 6:10] == (100, 50, 25)).all()
    outside = np.ones((10, 10), bool)
    outside[3:7, 6:10] = False
    assert (copies[0][outside] == crop[outside]).all()
    assert (copies[1, 0:4, 0:4] == (100, 50, 25)).all()
    assert (crop[:5] == (200, 100, 50)).all()


def test_a_pixel_has_the_mean_of_the_patches_over_it_the_nearer_the_heavier() -> None:
    changes = np.arange(9, dtype=np.float64)
    heat = GRID.spread(changes)
    assert heat[0, 0] == 0.0
    assert heat[9, 9] == 8.0
    assert heat[3, 0] == pytest.approx((0 + 3) / 2)  # as far from the middle of either patch
    assert heat[3, 3] == pytest.approx((0 + 1 + 3 + 4) / 4)
    assert heat[4, 0] == pytest.approx(3.0)  # patch 0 has ended
    assert GRID.spread(np.full(9, -2.5)) == pytest.approx(-2.5)
