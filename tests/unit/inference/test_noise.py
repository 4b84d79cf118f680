"""Seeded noise repeats bit for bit, on every machine."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.errors import InvalidInputError
from forensic_id.inference.noise import LARGEST_SEED, gaussian_noise

_MASK = 2**64 - 1


def plain_philox(counter: int, key: int) -> list[int]:
    """Philox 4x64 with ten rounds in Python's whole numbers (Salmon et al., SC 2011)."""
    words = [(counter >> (64 * place)) & _MASK for place in range(4)]
    keys = [key & _MASK, key >> 64]
    for _ in range(10):
        first, second = words[0] * 0xD2E7470EE14C6C93, words[2] * 0xCA5A826395121157
        words = [
            (second >> 64) ^ words[1] ^ keys[0],
            second & _MASK,
            (first >> 64) ^ words[3] ^ keys[1],
            first & _MASK,
        ]
        keys = [(keys[0] + 0x9E3779B97F4A7C15) & _MASK, (keys[1] + 0xBB67AE8584CAA73B) & _MASK]
    return words


def plain_row(seed: int, row: int) -> list[float]:
    """The first four normals of a row."""
    # NumPy raises the counter before each block.
    uniform = [((word >> 11) + 0.5) / 2**53 for word in plain_philox((row << 64) + 1, seed)]
    radius = [math.sqrt(-2 * math.log(value)) for value in uniform[:2]]
    angle = [2 * math.pi * value for value in uniform[2:]]
    cosines = [radius[place] * math.cos(angle[place]) for place in (0, 1)]
    return cosines + [radius[place] * math.sin(angle[place]) for place in (0, 1)]


@given(seed=st.integers(0, LARGEST_SEED), row=st.integers(0, 20))
def test_noise_follows_the_published_generator(seed: int, row: int) -> None:
    assert gaussian_noise(count=row + 1, size=4, seed=seed)[row] == pytest.approx(plain_row(seed, row), rel=1e-6)


def test_noise_is_what_it_has_always_been() -> None:
    golden = np.array(
        [
            [-2.7457597, -1.6854463, -0.3615508, -1.1762252, -0.025201818],
            [-1.7228311, 0.3793943, -0.71307844, -0.36812574, -1.7103285],
            [0.032899443, 0.41614059, -1.6484776, -0.91073459, -0.9010126],
        ],
        dtype=np.float32,
    )
    np.testing.assert_array_max_ulp(gaussian_noise(count=3, size=5, seed=0), golden, maxulp=1)


@given(seed=st.integers(0, LARGEST_SEED), count=st.integers(0, 12), more=st.integers(0, 12), size=st.integers(1, 33))
def test_rows_do_not_depend_on_how_many_are_drawn(seed: int, count: int, more: int, size: int) -> None:
    few = gaussian_noise(count=count, size=size, seed=seed)
    assert few.shape == (count, size)
    assert few.tobytes() == gaussian_noise(count=count + more, size=size, seed=seed)[:count].tobytes()


def test_rows_and_seeds_differ() -> None:
    first, second = gaussian_noise(count=50, size=6, seed=1), gaussian_noise(count=50, size=6, seed=2)
    assert len(np.unique(np.concatenate([first, second]))) == 600


def test_noise_is_standard_normal() -> None:
    noise = np.sort(gaussian_noise(count=400, size=101, seed=3).astype(np.float64).ravel())
    normal = np.array([0.5 * (1 + math.erf(value / math.sqrt(2))) for value in noise])
    distance = np.abs(normal - (np.arange(len(noise)) + 0.5) / len(noise)).max()
    assert distance < 1.63 / math.sqrt(len(noise))  # Kolmogorov-Smirnov at the 1% level


@pytest.mark.parametrize("seed", [-1, LARGEST_SEED + 1])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    with pytest.raises(InvalidInputError, match=str(seed)):
        gaussian_noise(count=1, size=1, seed=seed)
