"""A search says whether its list is informative, keeps that in the record, and says it in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.filters import parse_filter
from forensic_id.core.records import ListVerdict, SearchParameters, SearchRecord
from forensic_id.services.assess_list import NOT_ASSESSED, assess_list, assessment, validation_sentence
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from forensic_id.services.repeat_search import repeat_search
from forensic_id.services.search_pool import load_pool
from tests.fakes.calibrations import sample_calibration
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.fake_feature_generator import FakeFeatureGenerator
from tests.fakes.sample_records import image, search_record
from tests.unit.services.search_desk import CASE, SearchDesk, search_desk

PEOPLE = 60


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    """Sixty people and more, a wide kernel, a calibrated bundle."""
    plain = search_desk(tmp_path)
    for number in range(PEOPLE):
        plain.enrol(f"man {number}", f"man-{number}", f"man-{number}-later", sex="male")
    generator = FakeFeatureGenerator(sigma=1.0)
    return replace(plain, tools=replace(plain.tools, generator=generator, calibration=sample_calibration()))


def searched(desk: SearchDesk, text: str, **parameters: object) -> SearchRecord:
    asked = IdentifyRequest(
        sketches=(SketchInput(path=desk.sketch("sketch.png", text)),),
        case_number=CASE,
        parameters=SearchParameters(**parameters),  # type: ignore[arg-type]
    )
    return identify(asked, desk.tools)


@pytest.mark.parametrize("fusion", ["max", "mean"])
def test_the_verdict_is_about_the_first_candidate_among_all_people_searched(desk: SearchDesk, fusion: str) -> None:
    record = searched(desk, "anna-2021", top=1, fusion=fusion)
    assert record.verdict is not None
    whole = searched(desk, "anna-2021", top=1000, fusion=fusion)
    densities = np.array([each.log_density for each in whole.candidates])
    assert len(densities) == record.pool_subjects == PEOPLE + 10
    assert record.verdict.mean == pytest.approx(densities.mean())
    assert record.verdict.deviation == pytest.approx(densities.std(ddof=1))
    assert record.verdict == whole.verdict


def test_the_verdict_is_stored_and_repeats(desk: SearchDesk) -> None:
    record = searched(desk, "anna-2021")
    assert desk.library.cases.search(record.search_id).verdict == record.verdict
    assert repeat_search(record.search_id, desk.tools).differences == ()


def test_a_verdict_that_differs_is_named_although_the_ranking_is_the_same(desk: SearchDesk) -> None:
    record = searched(desk, "anna-2021", top=1)
    assert record.verdict is not None
    strict = replace(desk.tools, calibration=sample_calibration(threshold=50.0))
    result = repeat_search(record.search_id, strict)
    assert result.reproduced
    assert [each.what for each in result.differences] == ["verdict on the list"]
    assert "nothing stands out, score" in str(result.differences[0])
    without = repeat_search(record.search_id, replace(desk.tools, calibration=None))
    assert str(without.differences[0]).endswith("and is not assessed.")


def test_a_record_of_a_time_without_verdicts_is_not_held_against_the_present_one(desk: SearchDesk) -> None:
    record = searched(desk, "anna-2021")
    desk.library.cases.records[record.search_id] = replace(record, verdict=None)
    assert repeat_search(record.search_id, desk.tools).differences == ()


def test_a_small_pool_or_a_bundle_without_calibration_is_not_assessed(desk: SearchDesk) -> None:
    assert searched(desk, "anna-2021", filters=(parse_filter("sex=female"),)).verdict is None
    uncalibrated = replace(desk, tools=replace(desk.tools, calibration=None))
    assert searched(uncalibrated, "anna-2021").verdict is None


def test_an_empty_list_has_no_verdict(desk: SearchDesk) -> None:
    tools = desk.tools
    pool = load_pool(desk.library.gallery, BUNDLE_ID, ())
    samples = np.zeros((1, 8), np.float32)
    verdict = assess_list(tools.calibration, tools.scorer, pool, samples, 1.0, fusion="max", candidates=())
    assert verdict is None


def verdict(*, informative: bool) -> ListVerdict:
    return ListVerdict(informative=informative, score=2.0 if informative else 0.4, threshold=1, mean=-25, deviation=3)


@pytest.mark.parametrize(
    ("stored", "begins", "says"),
    [
        (verdict(informative=True), "This list is informative:", "(score 2.00, threshold 1.00)"),
        (verdict(informative=False), "Nothing stands out:", "or not in the gallery."),
        (None, NOT_ASSESSED, "at least 30 people"),
    ],
)
def test_the_verdict_is_put_into_words(stored: ListVerdict | None, begins: str, says: str) -> None:
    text = assessment(search_record(image("s"), verdict=stored, pool_subjects=1200))
    assert text.startswith(begins)
    assert says in text
    assert stored is None or "1,200" in text


def test_the_rates_are_stated_with_n_r_t_and_intervals() -> None:
    assert validation_sentence(sample_calibration()) == (
        "Measured on 213 sketches of held-out people (0.95 intervals): FPIR(N=650, T=1.00) = 0.058 (0.025 to 0.098);"
        " FNIR(N=650, R=1, T=1.00) = 0.684 (0.615 to 0.755); FNIR(N=650, R=50, T=1.00) = 0.648 (0.572 to 0.724)."
    )


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (3.21, "(score 3.21, threshold 1.15)"),
        (1.1531, "(score 1.1531, threshold 1.1500)"),
        (1.15, "(score 1.15, threshold 1.15)"),
    ],
)
def test_score_and_threshold_are_told_apart_however_near_they_are(score: float, said: str) -> None:
    verdict = ListVerdict(informative=score > 1.15, score=score, threshold=1.15, mean=0.0, deviation=1.0)
    assert said in assessment(search_record(image("s"), verdict=verdict))
