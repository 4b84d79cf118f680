"""The Parzen log density against the plain equation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_id.core.errors import DefectError, InvalidInputError
from forensic_id.core.records import FeatureTable, FloatArray
from forensic_id.matching.density import log_densities
from tests.unit.matching.reference import SIGMAS, pools, reference_log_densities, unit_rows


@given(pool=pools(), sigma=st.sampled_from(SIGMAS))
@settings(max_examples=60, deadline=None)
def test_log_densities_equal_the_equation(pool: tuple[FeatureTable, FloatArray], sigma: float) -> None:
    table, samples = pool
    found = log_densities(table.features, samples, sigma)
    assert np.isfinite(found).all()
    np.testing.assert_allclose(found, reference_log_densities(table.features, samples, sigma), rtol=1e-12, atol=1e-12)


@given(pool=pools(), rows=st.lists(st.integers(0, 10**6), min_size=1, max_size=20))
@settings(max_examples=40, deadline=None)
def test_a_photos_density_does_not_depend_on_the_rest_of_the_pool(
    pool: tuple[FeatureTable, FloatArray], rows: list[int]
) -> None:
    table, samples = pool
    chosen = np.array(rows) % len(table.features)
    everything = log_densities(table.features, samples, 0.3)
    assert log_densities(table.features[chosen], samples, 0.3).tobytes() == everything[chosen].tobytes()


def test_a_pool_larger_than_one_block_is_scored_whole() -> None:
    generator = np.random.default_rng(0)
    features, samples = unit_rows(generator, 700, 32), unit_rows(generator, 3, 32)
    np.testing.assert_allclose(
        log_densities(features, samples, 0.2), reference_log_densities(features, samples, 0.2), rtol=1e-12
    )


def test_a_sample_on_the_photo_gives_density_one_over_the_number_of_samples() -> None:
    samples = np.eye(4, dtype=np.float32)
    assert log_densities(samples[:1], samples, 1e-3)[0] == -math.log(4)


def test_densities_that_plain_exponentials_lose_keep_their_order() -> None:
    features = np.array([[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]], dtype=np.float32)
    found = log_densities(features, features[:1], 1e-9)
    assert found[0] > found[1] > found[2] > -math.inf


def test_an_empty_pool_has_no_densities() -> None:
    assert log_densities(np.empty((0, 4), np.float32), np.eye(4, dtype=np.float32), 0.3).shape == (0,)


@pytest.mark.parametrize("sigma", [0.0, -1.0, math.nan, math.inf, 1e-200])
def test_a_sigma_that_is_no_positive_number_is_refused(sigma: float) -> None:
    with pytest.raises(InvalidInputError, match="sigma"):
        log_densities(np.eye(2, dtype=np.float32), np.eye(2, dtype=np.float32), sigma)


@pytest.mark.parametrize(
    ("features", "samples"), [((3, 4), (2, 5)), ((4,), (2, 4)), ((3, 4), (0, 4)), ((3, 4), (4,))]
)
def test_shapes_that_do_not_fit_are_refused(features: tuple[int, ...], samples: tuple[int, ...]) -> None:
    with pytest.raises(DefectError, match="fit together"):
        log_densities(np.zeros(features, np.float32), np.zeros(samples, np.float32), 0.3)
