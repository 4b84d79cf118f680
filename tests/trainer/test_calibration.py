"""From held-out comparisons to a calibrated bundle."""

from __future__ import annotations

import json
import math
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.calibration import log10_likelihood_ratio
from forensic_id.core.errors import DataError
from forensic_id.inference.bundle import load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from forensic_id.inference.generator import OnnxGenerator
from forensic_id.matching.density import log_densities
from tests.fakes.tiny_bundle import write_manifest, write_tiny_bundle
from tests.trainer.conftest import write_face_data
from trainer.__main__ import main
from trainer.calibration.bundle import add_calibration, calibrate, can_calibrate
from trainer.calibration.comparisons import Comparisons, compare_held_out
from trainer.calibration.likelihood import calibrate_likelihood, held_out_ratios, pair_scores
from trainer.calibration.open_set import OpenSetSearches, calibrate_list, choose_threshold, search_open_set
from trainer.config import with_settings
from trainer.recipes import recipe
from trainer.run import TrainingData, load_training_data

DRAWN, OTHERS = 60, 90


def synthetic(*, lead: float = 3.0, shift: float = 0.0, seed: int = 0) -> Comparisons:
    """Strangers' log densities are N(-25 + shift, 2), mates' `lead` deviations more; some have two sketches."""
    random = np.random.default_rng(seed)
    sketch_ids = np.sort(np.concatenate([np.arange(DRAWN), np.arange(10)]))
    photo_ids = np.concatenate([np.arange(DRAWN + OTHERS), np.arange(DRAWN, DRAWN + 20)])
    same = sketch_ids[:, None] == photo_ids[None, :]
    scores = random.normal(-25 + shift, 2.0, (2, *same.shape)) + np.where(same, 2.0 * lead, 0.0)
    return Comparisons(log_densities=scores, sketch_ids=sketch_ids, photo_ids=photo_ids)


def test_known_gaussians_give_their_likelihood_ratio_in_likeness() -> None:
    scores = pair_scores(synthetic())
    found = calibrate_likelihood(scores, held_out_ratios(scores))
    # Strangers N(0, 1), mates N(3, 1): ln LR = 3 x - 4.5
    assert found.slope == pytest.approx(3.0, rel=0.2)
    assert found.intercept == pytest.approx(-4.5, rel=0.2)
    assert found.cllr.low <= found.cllr.value <= found.cllr.high
    assert found.cllr_min <= found.cllr.value < 0.4
    assert found.equal_error_rate.value == pytest.approx(0.067, abs=0.04)  # P(standard normal > 1.5)
    assert found.genuine_pairs == DRAWN
    assert found.highest <= math.log10(found.impostor_pairs + 1)


def test_a_shift_of_all_log_densities_changes_nothing() -> None:
    one, other = (pair_scores(synthetic(shift=shift)) for shift in (0.0, 9.0))
    np.testing.assert_allclose(one.values, other.values, atol=1e-9)


def test_a_model_that_hardly_tells_people_apart_supports_hardly_any_ratio() -> None:
    scores = pair_scores(synthetic(lead=0.4))
    held_out = held_out_ratios(scores)
    found = calibrate_likelihood(scores, held_out)
    assert found.cllr.value == pytest.approx(1.0, abs=0.08)
    assert abs(log10_likelihood_ratio(5.0, found).log10) < 1.0


def test_nobody_is_measured_with_a_map_fitted_on_him() -> None:
    scores = pair_scores(synthetic())
    found = held_out_ratios(scores)
    assert set(found.genuine.sketch_people) == set(range(DRAWN))
    assert found.genuine.pairs == DRAWN
    # Within a fold of five: (60 / 5) sketches' people against (150 / 5) - 1 others, five times.
    assert found.impostor.pairs == 5 * 12 * 29
    changed = replace(scores, values=np.where(scores.sketch_people == 3, scores.values - 50.0, scores.values))
    before, after = (part.genuine for part in (found, held_out_ratios(changed)))
    own = before.sketch_people == 3
    gone = (after.values[own] - before.values[own]) / (50.0 * 3.0)
    np.testing.assert_allclose(gone, -1.0, atol=0.25)  # the map stays; only the score is lower


def test_open_set_search_takes_the_mate_out_of_the_gallery() -> None:
    comparisons = synthetic(lead=30.0)
    searches = search_open_set(comparisons)
    assert searches.people == DRAWN + OTHERS
    assert (searches.ranks == 1).all()
    assert (searches.mated > 10).all()
    assert np.median(searches.non_mated) < 1
    assert searches.weights.sum() == pytest.approx(1.0)
    assert searches.weights[0] == pytest.approx(searches.weights[-1] / 2)


def test_a_smaller_gallery_can_be_searched_with_each_mate_added() -> None:
    searches = search_open_set(synthetic(lead=30.0), subjects=np.arange(100, 140))
    assert searches.people == 40
    assert (searches.ranks == 1).all()


def test_the_threshold_lets_the_stated_share_of_lists_through_and_no_more() -> None:
    scores, weights = np.arange(20.0)[None], np.ones(20)
    assert choose_threshold(scores, weights, 0.1) == 17.0
    assert choose_threshold(scores, weights, 0.0) == 19.0
    heavy = np.where(np.arange(20) == 19, 21.0, 1.0)  # one of them counts for more than half
    assert choose_threshold(scores, heavy, 0.1) == 19.0


def test_rates_are_those_of_sketches_that_did_not_choose_the_threshold() -> None:
    found = calibrate_list(search_open_set(synthetic(lead=6.0, seed=2)), rate=0.1)
    assert 0.0 <= found.false_positive_rate.low <= found.false_positive_rate.value <= 0.25
    rates = [each.rate.value for each in found.miss_rates]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] < 0.1
    hopeless = calibrate_list(search_open_set(synthetic(lead=0.0)))
    assert hopeless.miss_rates[-1].rate.value > 0.8


def test_a_gallery_too_small_for_a_statement_is_refused() -> None:
    whole = synthetic()
    few = whole.photo_ids < 20
    own = whole.sketch_ids < 20
    small = Comparisons(
        log_densities=whole.log_densities[:, own][:, :, few],
        sketch_ids=whole.sketch_ids[own],
        photo_ids=whole.photo_ids[few],
    )
    with pytest.raises(DataError, match="Hold out more than 30 identities"):
        search_open_set(small)


def test_every_person_weighs_alike_whatever_the_number_of_sketches() -> None:
    searches = OpenSetSearches(
        mated=np.full((1, 8), 9.0),
        non_mated=np.array([[5.0, 5.0, 5.0, 0.0, 0.1, 0.2, 0.3, 0.4]]),
        ranks=np.ones((1, 8), np.int64),
        sketch_ids=np.array([0, 0, 0, 1, 2, 3, 4, 5]),
        people=40,
    )
    assert calibrate_list(searches, rate=0.2).threshold == 0.4


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> TrainingData:
    """Held-out people: 25 with a photo pair and a sketch, 30 with photos."""
    folder = tmp_path_factory.mktemp("people")
    write_face_data(folder, people=120, drawn=50, negative=False)
    return load_training_data(folder, with_settings(recipe("tiny"), list(SPLIT)))


SPLIT = ("split.validation_pair_identities=25", "split.validation_photo_identities=30")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return write_tiny_bundle(tmp_path / "bundle")


def test_a_bundle_is_calibrated_and_still_loads(data: TrainingData, bundle: Path) -> None:
    before = load_bundle(bundle)
    manifest = add_calibration(bundle, data)
    after = load_bundle(bundle)
    assert after.bundle_id != before.bundle_id
    assert after.manifest.files == before.manifest.files
    calibration = after.manifest.calibration
    assert calibration is not None
    assert (calibration.sigma, calibration.samples) == (before.manifest.sigma, before.manifest.default_samples)
    assert (calibration.sketches, calibration.sketch_people, calibration.photos) == (25, 25, 110)
    assert calibration.candidate_list.people == 55
    assert manifest["calibration"]["sigma"] == calibration.sigma
    assert add_calibration(bundle, data) == manifest


def test_comparisons_are_those_of_the_app(data: TrainingData, bundle: Path) -> None:
    loaded = load_bundle(bundle)
    encoder, generator = OnnxEncoder(loaded), OnnxGenerator(loaded)
    found = compare_held_out(data, encoder, generator, samples=4)
    pairs = data.validation_pairs
    sketch = np.flatnonzero(pairs.modalities == 1)[3]
    photo = np.flatnonzero(pairs.modalities == 0)[5]
    crops = np.repeat(pairs.images[[sketch, photo], 0, 8:120, 8:120].numpy()[..., None], 3, axis=3)
    features = encoder.encode_sketches(np.ascontiguousarray(crops))
    samples = generator.sample(features[0], count=4, seed=1)
    assert found.log_densities[1, 3, 5] == log_densities(features[1:], samples, generator.sigma)[0]
    same = pairs.identities[sketch] == pairs.identities[photo]
    assert (found.sketch_ids[3] == found.photo_ids[5]) == same
    assert set(found.sketch_ids) == set(range(25))
    assert set(found.photo_ids) == set(range(55))


def test_too_few_held_out_people_are_refused_with_what_to_do(data: TrainingData, bundle: Path) -> None:
    few = replace(data, validation_pairs=data.validation_pairs.subset(np.arange(12)))
    assert can_calibrate(data)
    assert not can_calibrate(few)
    with pytest.raises(DataError, match=r"hold out more with --set split\.validation_pair_identities=N and"):
        calibrate(bundle, few)


def test_the_command_writes_plots_figures_and_the_manifest(
    tmp_path: Path, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_face_data(tmp_path, people=120, drawn=50, negative=False)
    out = tmp_path / "out"
    settings = [part for setting in SPLIT for part in ("--set", setting)]
    command = ["calibrate", "--data", str(tmp_path), "--bundle", str(bundle), "--out", str(out), "--recipe", "tiny"]
    untouched = (bundle / "manifest.json").read_bytes()
    assert main([*command, *settings, "--dry-run"]) == 0
    assert (bundle / "manifest.json").read_bytes() == untouched
    shutil.rmtree(out)
    assert main([*command, *settings]) == 0
    shown = capsys.readouterr().out
    assert "Cllr_min" in shown
    assert "FNIR(N=55, R=50, T=" in shown
    for name in ("tippett", "cross_entropy", "reliability", "list_threshold"):
        assert (out / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    figures = json.loads((out / "calibration.json").read_text(encoding="utf-8"))
    assert figures == json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))["calibration"]
    load_bundle(bundle)


def test_the_command_holds_out_whom_the_bundles_training_held_out(
    tmp_path: Path, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_face_data(tmp_path, people=120, drawn=50, negative=False)
    trained = load_training_data(tmp_path, with_settings(recipe("tiny"), list(SPLIT))).training
    split = {"seed": 0, "validation_pair_identities": 25, "validation_photo_identities": 30}
    recorded = {"file": "faces_train.csv", "sha256": trained.csv_sha256, "crops": len(trained)}
    write_manifest(bundle, training={"config": {"split": split}}, data=[recorded])
    command = ["calibrate", "--data", str(tmp_path), "--bundle", str(bundle), "--out", str(tmp_path / "out")]
    assert main([*command, "--dry-run"]) == 0
    assert "FPIR(N=55" in capsys.readouterr().out
    for wrong in (["--set", "split.seed=1"], ["--recipe", "tiny"]):
        assert main([*command, *wrong]) == 1
        assert "Leave out --recipe and --set" in capsys.readouterr().err
    assert main([*command, "--limit", "280"]) == 1
    assert "crops of the table" in capsys.readouterr().err
    write_manifest(bundle, training={"config": {"split": {"share": 0.1}}})
    assert main(command) == 1
    assert "names a split that this version does not know" in capsys.readouterr().err
