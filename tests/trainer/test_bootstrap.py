"""Intervals cover the truth as often as they say; resampled figures are the figures of the resample."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from forensic_id.core.errors import DataError, DefectError
from forensic_id.core.ranking import recall_at, tpr_at_fpr
from trainer.commands.compare import meaning
from trainer.evaluation.bootstrap import (
    Interval,
    Pairs,
    percentile_interval,
    resample_counts,
    resampled_mean,
    resampled_tpr,
    share_interval,
)
from trainer.evaluation.measured import (
    METRICS,
    NEVER,
    DrawScores,
    Measured,
    difference,
    mean_of,
    measure,
    score_probes,
)

SEEDS = st.integers(0, 2**32 - 1)


def random_pairs(seed: int, probes: int, photos: int) -> Pairs:
    """Scores of a gallery in which each probe has one photo; rounded, so that ties occur."""
    random = np.random.default_rng(seed)
    scores = random.normal(size=(probes, photos)).round(1)
    scores[np.arange(probes), np.arange(probes)] += 1.5
    return draw_scores(scores).pairs


def draw_scores(scores: NDArray[np.float64]) -> DrawScores:
    probes, photos = scores.shape
    ids = np.arange(probes)
    return score_probes(scores, found=ids, probe_ids=ids, gallery_ids=np.arange(photos))


def random_measured(seed: int, *, boost: float = 1.0, probes: int = 60, resamples: int = 400) -> Measured:
    scores = np.random.default_rng(seed).normal(size=(probes, 90))
    scores[np.arange(probes), np.arange(probes)] += boost
    return measure("p", [draw_scores(scores)], probe_ids=np.arange(probes), photos=90, resamples=resamples)


def test_every_resample_has_as_many_identities_as_there_are_and_keeps_their_sketches_together() -> None:
    identities = np.array([0, 0, 1, 2, 2, 2])
    counts = resample_counts(identities, resamples=300, seed=1)
    assert np.array_equal(counts[:, 0], counts[:, 1])
    assert np.array_equal(counts[:, 3], counts[:, 5])
    assert (counts[:, [0, 2, 3]].sum(axis=1) == 3).all()


def test_resamples_depend_on_the_seed_alone() -> None:
    ids = np.arange(30)
    assert np.array_equal(resample_counts(ids, seed=4), resample_counts(ids, seed=4))
    assert not np.array_equal(resample_counts(ids, seed=4), resample_counts(ids, seed=5))
    with pytest.raises(DefectError):
        resample_counts(np.empty(0, np.int64))


def test_an_interval_covers_the_true_share_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(0)
    covered = 0
    for trial in range(200):
        hits = (random.random(200) < 0.7).astype(np.float64)
        counts = resample_counts(np.arange(200), resamples=250, seed=trial)
        interval = percentile_interval(hits.mean(), resampled_mean(hits, counts))
        covered += interval.low <= 0.7 <= interval.high
    assert 0.92 <= covered / 200 <= 0.98


def test_the_spread_of_a_mean_is_its_standard_error() -> None:
    values = np.random.default_rng(3).normal(size=500)
    spread = resampled_mean(values, resample_counts(np.arange(500), resamples=4000)).std()
    assert spread == pytest.approx(values.std() / np.sqrt(500), rel=0.05)


@settings(max_examples=40, deadline=None)
@given(
    seed=SEEDS, probes=st.integers(2, 30), extra=st.integers(1, 80), fpr=st.sampled_from([0.0, 1e-3, 1e-2, 0.2, 1.0])
)
def test_a_resampled_tpr_is_the_tpr_of_the_resampled_pairs(seed: int, probes: int, extra: int, fpr: float) -> None:
    pairs = random_pairs(seed, probes, probes + extra)
    counts = resample_counts(np.arange(probes), resamples=8, seed=seed)
    resampled = resampled_tpr(pairs, counts, fpr)
    for row, weights in enumerate(counts):
        genuine = np.repeat(pairs.genuine, weights[pairs.genuine_probes])
        impostor = np.repeat(pairs.impostor, weights[pairs.impostor_probes])
        if fpr < 1.0:
            assert resampled[row] == pytest.approx(tpr_at_fpr(genuine, impostor, fpr))


def test_a_probe_that_attracts_all_high_scores_may_be_left_out_of_a_resample() -> None:
    scores = np.random.default_rng(0).normal(size=(3, 4000))
    scores[0] += 50
    pairs = draw_scores(scores).pairs
    counts = np.array([[0, 2, 1], [1, 1, 1]], np.int32)
    genuine = np.repeat(pairs.genuine, counts[0][pairs.genuine_probes])
    impostor = np.repeat(pairs.impostor, counts[0][pairs.impostor_probes])
    resampled = resampled_tpr(pairs, counts, 1e-2)
    assert resampled[0] == tpr_at_fpr(genuine, impostor, 1e-2)
    assert resampled[1] == tpr_at_fpr(pairs.genuine, pairs.impostor, 1e-2)


def test_tpr_without_pairs_is_a_defect() -> None:
    nothing = Pairs(
        genuine=np.empty(0), genuine_probes=np.empty(0, np.int64),
        impostor=np.ones(1), impostor_probes=np.zeros(1, np.int64),
    )  # fmt: skip
    with pytest.raises(DefectError):
        resampled_tpr(nothing, np.ones((2, 1), np.int32), 0.01)


@pytest.mark.parametrize(("share", "low", "high"), [(1.0, 0.9638, 1.0), (0.0, 0.0, 0.0362)])
def test_where_all_or_none_succeed_the_exact_bound_stands_in(share: float, low: float, high: float) -> None:
    interval = share_interval(share, np.full(100, share), 100)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-4)


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_the_cmc_never_falls_and_passes_through_the_recalls(seed: int) -> None:
    measured = random_measured(seed, resamples=10)
    assert (np.diff(measured.cmc) >= 0).all()
    for k in (1, 5, 10, 50):
        assert measured.cmc[k - 1] == pytest.approx(measured.values[f"recall@{k}"])


def test_an_interval_holds_its_figure_and_grows_with_fewer_probes() -> None:
    many, few = random_measured(1, probes=80), random_measured(1, probes=20)
    for metric in METRICS:
        interval = many.interval(metric)
        assert interval.low <= interval.value <= interval.high
    width = [one.interval("recall@5").high - one.interval("recall@5").low for one in (many, few)]
    assert width[0] < width[1]


def test_figures_are_means_over_draws() -> None:
    draws = [draw_scores(np.random.default_rng(seed).normal(size=(20, 30))) for seed in range(3)]
    together = measure("p", draws, probe_ids=np.arange(20), photos=30, resamples=50)
    alone = [measure("p", [draw], probe_ids=np.arange(20), photos=30, resamples=50) for draw in draws]
    for metric in METRICS:
        assert together.values[metric] == pytest.approx(np.mean([one.values[metric] for one in alone]))
        assert together.resamples[metric] == pytest.approx(np.mean([one.resamples[metric] for one in alone], axis=0))


def test_the_mean_of_trainings_is_that_of_their_figures_curves_and_resamples() -> None:
    trainings = [random_measured(seed) for seed in range(3)]
    together = mean_of(trainings)
    for metric in METRICS:
        assert together.values[metric] == pytest.approx(np.mean([one.values[metric] for one in trainings]))
        spread = np.mean([one.resamples[metric] for one in trainings], axis=0)
        assert together.resamples[metric] == pytest.approx(spread)
    assert together.cmc == pytest.approx(np.mean([one.cmc for one in trainings], axis=0))
    assert difference(together, mean_of(trainings), "recall@5").high == 0
    assert mean_of(trainings[:1]).values == trainings[0].values


@pytest.mark.parametrize("trainings", [[], [(1, 60), (1, 50)]])
def test_trainings_on_different_probes_have_no_mean(trainings: list[tuple[int, int]]) -> None:
    with pytest.raises(DefectError):
        mean_of([random_measured(seed, probes=probes) for seed, probes in trainings])


def test_a_probe_that_was_not_found_or_not_enrolled_is_a_miss_at_every_rank() -> None:
    scored = score_probes(
        np.array([[1.0, 0.0], [1.0, 0.0]]),
        found=np.array([0, 2]),
        probe_ids=np.array([7, 8, 9]),
        gallery_ids=np.array([7, 8]),
    )
    assert scored.ranks.tolist() == [1, NEVER, NEVER]
    assert recall_at(scored.ranks, 50) == pytest.approx(1 / 3)


def test_a_method_does_not_differ_from_itself() -> None:
    measured = random_measured(2)
    for metric in METRICS:
        assert difference(measured, measured, metric) == Interval(value=0.0, low=0.0, high=0.0)


def test_a_paired_difference_is_surer_than_the_figures_it_is_made_of() -> None:
    hard = np.random.default_rng(0).normal(size=(200, 250))
    better = hard.copy()
    hard[np.arange(200), np.arange(200)] += 2.0
    better[np.arange(200), np.arange(200)] += 2.3
    a, b = (measure("p", [draw_scores(one)], probe_ids=np.arange(200), photos=250) for one in (better, hard))
    change, alone = difference(a, b, "recall@5"), a.interval("recall@5")
    assert change.excludes_zero
    assert change.value == pytest.approx(a.values["recall@5"] - b.values["recall@5"])
    assert change.high - change.low < alone.high - alone.low


def test_figures_of_different_probes_are_not_subtracted() -> None:
    with pytest.raises(DefectError):
        difference(random_measured(1, probes=60), random_measured(1, probes=50), "recall@1")


def test_measuring_nothing_is_refused() -> None:
    with pytest.raises(DefectError):
        measure("p", [], probe_ids=np.arange(3), photos=4)
    lonely = score_probes(np.ones((1, 1)), found=np.array([0]), probe_ids=np.array([1]), gallery_ids=np.array([1]))
    with pytest.raises(DataError, match="no sketch can be compared"):
        measure("p", [lonely], probe_ids=np.array([1]), photos=1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Interval(value=0.05, low=0.01, high=0.09), "A is better than B"),
        (Interval(value=-0.05, low=-0.09, high=-0.01), "B is better than A"),
        (Interval(value=0.01, low=-0.02, high=0.04), "do not tell"),
    ],
)
def test_a_comparison_is_put_into_words(change: Interval, words: str) -> None:
    assert words in meaning(change, "recall@1")
