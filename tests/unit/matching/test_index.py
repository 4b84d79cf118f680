"""The exact top K of the index against a full float64 ranking."""

from __future__ import annotations

from typing import Any

import faiss
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from forensic_id.core.errors import DefectError, InvalidInputError, TamperedError
from forensic_id.core.ranking import Fusion, rank_candidates
from forensic_id.core.records import FeatureTable, FloatArray
from forensic_id.matching import index as index_module
from forensic_id.matching.density import log_densities
from forensic_id.matching.index import ParzenIndex
from tests.unit.matching.reference import (
    SIGMAS,
    pools,
    reference_log_densities,
    reference_ranking,
    unit_rows,
)

FUSIONS = st.sampled_from(["max", "mean"])


def large_pool(seed: int, *, photos: int = 3000, subjects: int = 1200) -> tuple[FeatureTable, FloatArray]:
    generator = np.random.default_rng(seed)
    features = unit_rows(generator, photos, 128)
    samples = features[0] + np.float32(0.5) * unit_rows(generator, 10, 128)
    table = FeatureTable(
        photo_ids=np.arange(1, photos + 1),
        subject_ids=generator.integers(1, subjects, photos),
        features=features,
        snapshot_id=f"large {seed}",
    )
    return table, samples / np.linalg.norm(samples, axis=1, keepdims=True)


@given(pool=pools(), sigma=st.sampled_from(SIGMAS), fusion=FUSIONS, top=st.integers(1, 45))
@settings(max_examples=60, deadline=None)
def test_the_top_k_equal_a_full_float64_ranking(
    pool: tuple[FeatureTable, FloatArray], sigma: float, fusion: Fusion, top: int
) -> None:
    table, samples = pool
    found = ParzenIndex().rank(table, samples, sigma, fusion=fusion, top=top)
    exact = log_densities(table.features, samples, sigma)
    assert found == rank_candidates(
        subject_ids=table.subject_ids, photo_ids=table.photo_ids, log_densities=exact, fusion=fusion, top=top
    )
    plain = reference_ranking(table, exact, fusion, top)
    np.testing.assert_allclose(
        [one.log_density for one in found], [score for _, score in plain], rtol=1e-12, atol=1e-12
    )
    if fusion == "max":  # a mean may differ in its last bit, which decides between subjects with equal photos
        assert [one.subject_id for one in found] == [subject for subject, _ in plain]


@pytest.mark.parametrize("fusion", ["max", "mean"])
@pytest.mark.parametrize("sigma", [1e-6, 0.1, 0.3, 2.0])
def test_a_large_pool_ranks_as_the_plain_equation_does(fusion: Fusion, sigma: float) -> None:
    table, samples = large_pool(1)
    found = ParzenIndex().rank(table, samples, sigma, fusion=fusion, top=50)
    plain = reference_ranking(table, reference_log_densities(table.features, samples, sigma), fusion, 50)
    assert [one.subject_id for one in found] == [subject for subject, _ in plain]
    np.testing.assert_allclose([one.log_density for one in found], [score for _, score in plain], rtol=1e-12)


def test_only_photos_that_can_matter_are_scored_in_float64(monkeypatch: pytest.MonkeyPatch) -> None:
    scored: list[int] = []

    def counting(features: FloatArray, samples: FloatArray, sigma: float) -> np.ndarray:
        scored.append(len(features))
        return log_densities(features, samples, sigma)

    monkeypatch.setattr(index_module, "log_densities", counting)
    table, samples = large_pool(2)
    ParzenIndex().rank(table, samples, 0.3, fusion="max", top=10)
    assert 10 <= scored[0] < 100


@given(error=st.integers(0, 2**32 - 1))
@settings(max_examples=25, deadline=None)
def test_any_rounding_within_the_float32_bound_leaves_the_ranking_as_it_is(error: int) -> None:
    table, samples = large_pool(3, photos=300, subjects=200)
    true_knn = faiss.knn
    bound = 128 * 2.0**-24

    def shaken(*args: Any, **kwargs: Any) -> tuple[FloatArray, NDArray[np.int64]]:
        products, order = true_knn(*args, **kwargs)
        noise = np.random.default_rng(error).uniform(-bound, bound, products.shape)
        return (products + noise).astype(np.float32), order

    expected = ParzenIndex().rank(table, samples, 0.3, fusion="max", top=20)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(faiss, "knn", shaken)
        assert ParzenIndex().rank(table, samples, 0.3, fusion="max", top=20) == expected


def test_the_number_of_threads_does_not_change_one_bit() -> None:
    table, samples = large_pool(4)
    one, two, three = (
        ParzenIndex(threads=threads).rank(table, samples, 0.3, fusion="mean", top=100) for threads in (1, 2, 3)
    )
    assert one == two == three


def test_blocks_of_any_size_give_the_same_ranking(monkeypatch: pytest.MonkeyPatch) -> None:
    table, samples = large_pool(5)
    expected = ParzenIndex().rank(table, samples, 0.3, fusion="max", top=30)
    monkeypatch.setattr(index_module, "_PRODUCTS_AT_A_TIME", 5)
    assert ParzenIndex().rank(table, samples, 0.3, fusion="max", top=30) == expected


def test_a_part_of_the_pool_gives_its_photos_the_densities_they_have_in_the_whole() -> None:
    table, samples = large_pool(6)
    kept = table.subject_ids % 2 == 0
    part = FeatureTable(
        photo_ids=table.photo_ids[kept],
        subject_ids=table.subject_ids[kept],
        features=table.features[kept],
        snapshot_id="part",
    )
    whole = ParzenIndex().rank(table, samples, 0.3, fusion="max", top=2000)
    inside = [(one.subject_id, one.log_density) for one in whole if one.subject_id % 2 == 0]
    found = ParzenIndex().rank(part, samples, 0.3, fusion="max", top=40)
    assert [(one.subject_id, one.log_density) for one in found] == inside[:40]


def test_equal_photos_of_different_subjects_are_ordered_by_subject_and_photo() -> None:
    feature = unit_rows(np.random.default_rng(0), 1, 16)
    table = FeatureTable(
        photo_ids=np.array([11, 12, 13, 14, 15]),
        subject_ids=np.array([9, 2, 5, 5, 7]),
        features=np.repeat(feature, 5, axis=0),
        snapshot_id="equal",
    )
    found = ParzenIndex().rank(table, feature, 0.3, fusion="max", top=3)
    assert [(one.rank, one.subject_id, one.photo_id) for one in found] == [(1, 2, 12), (2, 5, 13), (3, 7, 15)]


def test_a_snapshot_is_kept_and_replaced_when_another_pool_is_searched() -> None:
    scorer = ParzenIndex()
    first, samples = large_pool(7)
    second, _ = large_pool(8)
    expected = [ParzenIndex().rank(table, samples, 0.3, fusion="max", top=5) for table in (first, second)]
    for table, ranking in ((first, expected[0]), (first, expected[0]), (second, expected[1]), (first, expected[0])):
        assert scorer.rank(table, samples, 0.3, fusion="max", top=5) == ranking


def test_all_log_densities_are_available_too() -> None:
    table, samples = large_pool(9)
    found = ParzenIndex().log_densities(table, samples, 0.3)
    assert found.tobytes() == log_densities(table.features, samples, 0.3).tobytes()
    best = rank_candidates(
        subject_ids=table.subject_ids, photo_ids=table.photo_ids, log_densities=found, fusion="max", top=7
    )
    assert ParzenIndex().rank(table, samples, 0.3, fusion="max", top=7) == best


@pytest.mark.parametrize("top", [0, 5])
def test_an_empty_pool_or_no_wish_gives_no_candidates(top: int) -> None:
    photos = 0 if top else 3
    table = FeatureTable(
        photo_ids=np.arange(photos),
        subject_ids=np.arange(photos),
        features=np.eye(4, dtype=np.float32)[:photos],
        snapshot_id="small",
    )
    assert ParzenIndex().rank(table, np.eye(4, dtype=np.float32), 0.3, fusion="max", top=top) == ()


def test_a_stored_feature_that_is_no_number_is_named() -> None:
    features = np.eye(3, dtype=np.float32)
    features[1, 2] = np.nan
    table = FeatureTable(
        photo_ids=np.array([4, 5, 6]), subject_ids=np.array([1, 2, 3]), features=features, snapshot_id="damaged"
    )
    with pytest.raises(TamperedError, match="photo 5"):
        ParzenIndex().rank(table, features[:1], 0.3, fusion="max", top=1)


def test_a_useless_sigma_and_shapes_that_do_not_fit_are_refused() -> None:
    table, samples = large_pool(10, photos=5)
    with pytest.raises(InvalidInputError):
        ParzenIndex().rank(table, samples, 0.0, fusion="max", top=1)
    with pytest.raises(DefectError):
        ParzenIndex().rank(table, samples[:, :7], 0.3, fusion="max", top=1)
