"""Rank lists, fusion per subject and the figures read off rank lists."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from forensic_id.core.errors import DefectError
from forensic_id.core.ranking import (
    Fusion,
    best_rows,
    cumulative_match,
    fuse,
    group_by_subject,
    mate_ranks,
    rank_candidates,
    recall_at,
    split_pairs,
    tpr_at_fpr,
)

# Few distinct values, so that ties occur; the far apart ones underflow when exponentiated plainly.
scores = st.sampled_from([-1e12, -5000.0, -700.5, -2.0, -1.0, -0.5, 0.0])
photos = st.lists(st.tuples(st.integers(1, 6), scores), min_size=1, max_size=30)
fusions = st.sampled_from(["max", "mean"])


def ids(*values: int) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def plain_fused(values: list[float], fusion: Fusion) -> float:
    """Fusion of one subject's photos, with Python's floats."""
    best = max(values)
    if fusion == "max":
        return best
    return best + float(np.log(np.sum(np.exp(np.array(values) - best)) / len(values)))


@given(photos=photos, fusion=fusions, top=st.integers(1, 8))
def test_candidates_equal_a_plain_sort_of_fused_subjects(
    photos: list[tuple[int, float]], fusion: Fusion, top: int
) -> None:
    subjects = ids(*(subject for subject, _ in photos))
    densities = np.array([score for _, score in photos])
    photo_ids = np.arange(100, 100 + len(photos))
    found = rank_candidates(
        subject_ids=subjects, photo_ids=photo_ids, log_densities=densities, fusion=fusion, top=top
    )
    own = {subject: np.flatnonzero(subjects == subject).tolist() for subject in set(subjects.tolist())}
    fused = {subject: plain_fused([photos[row][1] for row in rows], fusion) for subject, rows in own.items()}
    assert [one.log_density for one in found] == pytest.approx(sorted(fused.values(), reverse=True)[:top])
    assert [one.log_density for one in found] == pytest.approx([fused[one.subject_id] for one in found])
    order = [(-one.log_density, one.subject_id) for one in found]
    assert order == sorted(set(order))
    assert [one.rank for one in found] == list(range(1, min(top, len(own)) + 1))
    for one in found:
        best = max(photos[row][1] for row in own[one.subject_id])
        assert one.photo_id == min(100 + row for row in own[one.subject_id] if photos[row][1] == best)


@given(photos=photos, fusion=fusions, seed=st.integers(0, 1000))
def test_the_order_of_the_pool_does_not_change_one_bit(
    photos: list[tuple[int, float]], fusion: Fusion, seed: int
) -> None:
    subjects = ids(*(subject for subject, _ in photos))
    densities = np.array([score for _, score in photos])
    photo_ids = np.arange(len(photos))
    mixed = np.random.default_rng(seed).permutation(len(photos))
    plain = rank_candidates(subject_ids=subjects, photo_ids=photo_ids, log_densities=densities, fusion=fusion, top=9)
    other = rank_candidates(
        subject_ids=subjects[mixed], photo_ids=mixed, log_densities=densities[mixed], fusion=fusion, top=9
    )
    assert plain == other


def test_mean_fusion_averages_densities_and_not_their_logarithms() -> None:
    groups = group_by_subject(ids(1, 1), ids(1, 2))
    assert fuse(np.log([0.5, 0.1]), groups, "mean") == pytest.approx(np.log([0.3]))


def test_an_empty_pool_has_no_subjects() -> None:
    groups = group_by_subject(ids(), ids())
    assert len(fuse(np.empty(0), groups, "max")) == 0
    assert len(best_rows(np.empty(0), groups)) == 0
    assert rank_candidates(subject_ids=ids(), photo_ids=ids(), log_densities=np.empty(0), fusion="mean", top=5) == ()


@given(rows=st.lists(st.lists(scores, min_size=7, max_size=7), min_size=1, max_size=4), fusion=fusions)
def test_mate_ranks_are_the_places_in_the_candidate_list(rows: list[list[float]], fusion: Fusion) -> None:
    subjects = ids(5, 3, 3, 9, 5, 1, 1)
    densities = np.array(rows)
    mates = ids(*([3, 5, 9, 1][: len(rows)]))
    ranks = mate_ranks(densities, subject_ids=subjects, mates=mates, fusion=fusion)
    for probe, mate in enumerate(mates):
        ranked = rank_candidates(
            subject_ids=subjects, photo_ids=np.arange(7), log_densities=densities[probe], fusion=fusion, top=7
        )
        assert ranks[probe] == next(one.rank for one in ranked if one.subject_id == mate)


def test_a_probe_without_a_mate_in_the_gallery_is_refused() -> None:
    with pytest.raises(DefectError, match=r"\[4\]"):
        mate_ranks(np.zeros((1, 2)), subject_ids=ids(1, 2), mates=ids(4))


def test_recall_counts_mates_up_to_k() -> None:
    ranks = ids(1, 2, 2, 7)
    assert [recall_at(ranks, k) for k in (1, 2, 6, 7)] == [0.25, 0.75, 0.75, 1.0]
    assert cumulative_match(ranks, 3).tolist() == [0.25, 0.75, 0.75]
    with pytest.raises(DefectError):
        recall_at(ids(), 1)


def test_pairs_are_split_by_identity() -> None:
    genuine, impostor = split_pairs(np.array([[1.0, 2.0], [3.0, 4.0]]), subject_ids=ids(7, 8), mates=ids(8, 8))
    assert genuine.tolist() == [2.0, 4.0]
    assert impostor.tolist() == [1.0, 3.0]


@given(
    genuine=st.lists(st.integers(0, 8), min_size=1, max_size=20),
    impostor=st.lists(st.integers(0, 8), min_size=1, max_size=20),
    fpr=st.sampled_from([0.0, 0.05, 0.1, 0.29, 0.5, 0.99]),
)
def test_tpr_is_the_best_that_any_threshold_reaches_within_the_fpr(
    genuine: list[int], impostor: list[int], fpr: float
) -> None:
    positives, negatives = np.array(genuine, dtype=np.float64), np.array(impostor, dtype=np.float64)
    allowed = fpr + 1e-9
    best = max(
        float(np.mean(positives > threshold))
        for threshold in np.arange(-1.0, 9.0, 0.5)
        if np.mean(negatives > threshold) <= allowed
    )
    assert tpr_at_fpr(positives, negatives, fpr) == best


def test_an_fpr_of_one_accepts_everything() -> None:
    assert tpr_at_fpr(np.array([-5.0]), np.array([3.0]), 1.0) == 1.0


def test_ties_between_genuine_and_impostor_count_against_the_method() -> None:
    assert tpr_at_fpr(np.array([1.0, 2.0]), np.array([1.0, 0.0]), 0.0) == 0.5


@pytest.mark.parametrize(("genuine", "impostor", "fpr"), [([], [1.0], 0.1), ([1.0], [], 0.1), ([1.0], [1.0], 1.5)])
def test_tpr_without_pairs_or_with_an_impossible_fpr_is_refused(
    genuine: list[float], impostor: list[float], fpr: float
) -> None:
    with pytest.raises(DefectError):
        tpr_at_fpr(np.array(genuine), np.array(impostor), fpr)
