"""One sketch against one photo: result, words, audit entry."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.calibration import log10_likelihood_ratio
from forensic_id.core.errors import FaceNotFoundError, InvalidInputError, NotFoundError
from forensic_id.core.filters import parse_filter
from forensic_id.core.records import Box
from forensic_id.services.compare_faces import (
    NO_CALIBRATION,
    NOT_AN_IDENTIFICATION,
    CompareRequest,
    FaceToRead,
    compare_faces,
    describe_comparison,
)
from forensic_id.services.probe import SketchInput
from tests.fakes.calibrations import sample_calibration
from tests.fakes.fake_face_aligner import TEMPLATE
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.search_desk import CASE, NOW, SearchDesk, search_desk

CALIBRATION = sample_calibration()


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    """Forty men besides anna, boris and eight women."""
    plain = search_desk(tmp_path)
    for number in range(40):
        plain.enrol(f"man {number}", f"man-{number}", sex="male")
    return replace(plain, tools=replace(plain.tools, calibration=CALIBRATION))


def request(desk: SearchDesk, sketch: str = "anna", photo: str = "boris", **changes: object) -> CompareRequest:
    asked = CompareRequest(
        sketch=FaceToRead(path=desk.sketch("sketch.png", sketch)),
        photo=FaceToRead(path=desk.sketch("photo.png", photo)),
    )
    return replace(asked, **changes)  # type: ignore[arg-type]


def test_the_density_is_that_of_the_photo_under_the_sketchs_samples(desk: SearchDesk) -> None:
    reader, generator = desk.tools.reader, desk.tools.generator
    encoder = FakeFaceEncoder()
    asked = replace(desk.tools, reader=replace(reader, encoder=encoder))
    result = compare_faces(request(desk, seed=4), asked)
    assert encoder.modalities == ["sketches", "photos"]
    inputs = (SketchInput(path=desk.folder / name) for name in ("sketch.png", "photo.png"))
    probe, photo = (reader.read(each).feature for each in inputs)
    samples = generator.sample(probe, count=10, seed=4).astype(np.float64)
    distances = ((photo.astype(np.float64) - samples) ** 2).sum(axis=1)
    expected = np.log(np.mean(np.exp(-distances / (2 * generator.sigma**2))))
    assert result.log_density == pytest.approx(expected)
    assert (result.at, result.bundle_id) == (NOW.isoformat(timespec="milliseconds"), BUNDLE_ID)


def test_the_ratio_is_that_of_the_likeness_among_the_people_of_the_gallery(desk: SearchDesk) -> None:
    result = compare_faces(request(desk, "anna", "nobody enrolled"), desk.tools)
    reader, generator = desk.tools.reader, desk.tools.generator
    table = desk.library.gallery.features(BUNDLE_ID)
    samples = generator.sample(reader.read(SketchInput(path=desk.folder / "sketch.png")).feature, count=10, seed=0)
    densities = desk.tools.scorer.log_densities(table, samples, generator.sigma)
    assert result.population.people == 50
    assert result.population.snapshot_id == table.snapshot_id
    assert result.likeness is not None
    assert result.likeness == pytest.approx((result.log_density - densities.mean()) / densities.std(ddof=1))
    assert result.ratio == log10_likelihood_ratio(result.likeness, CALIBRATION.likelihood)


def test_the_person_in_an_enrolled_photo_is_not_compared_with_himself(desk: SearchDesk) -> None:
    enrolled = compare_faces(request(desk, "a sketch", "anna-2019"), desk.tools)
    assert enrolled.population.people == 49
    stranger = compare_faces(request(desk, "a sketch", "nobody enrolled"), desk.tools)
    assert stranger.population.people == 50


def test_filters_choose_the_population_and_are_recorded(desk: SearchDesk) -> None:
    men = compare_faces(request(desk, filters=(parse_filter("sex=male"),)), desk.tools)
    assert (men.population.people, men.population.filters) == (40, ("sex=male",))
    women = compare_faces(request(desk, filters=(parse_filter("sex=female"),)), desk.tools)
    assert (women.ratio, women.likeness) == (None, None)
    assert "at least 30 people" in women.meaning
    assert "there are 9 with a feature" in women.meaning


def test_without_a_gallery_there_is_a_density_and_what_to_do(desk: SearchDesk) -> None:
    empty = InMemoryLibrary()
    result = compare_faces(request(desk), replace(desk.tools, library=empty))
    assert result.ratio is None
    assert "gallery import" in result.meaning
    assert empty.audit.list[-1].action == "face.compare"


def test_equal_pictures_support_one_person_more_than_different_ones(desk: SearchDesk) -> None:
    same = compare_faces(request(desk, "anna", "anna"), desk.tools)
    other = compare_faces(request(desk, "anna", "boris"), desk.tools)
    assert same.log_density > other.log_density
    assert same.ratio is not None
    assert "the person in the photo" in same.meaning


def test_the_same_comparison_gives_the_same_result_bit_for_bit(desk: SearchDesk) -> None:
    assert compare_faces(request(desk), desk.tools) == compare_faces(request(desk), desk.tools)
    other = compare_faces(request(desk, seed=1), desk.tools)
    assert other.log_density != compare_faces(request(desk), desk.tools).log_density


def test_without_a_calibration_there_is_a_density_and_the_reason_why_no_more(desk: SearchDesk) -> None:
    tools = replace(desk.tools, calibration=None)
    result = compare_faces(request(desk), tools)
    assert result.ratio is None
    assert result.meaning == NO_CALIBRATION
    assert describe_comparison(result, None)["validation"] is None


def test_a_ratio_is_given_only_for_the_number_of_samples_it_was_calibrated_for(desk: SearchDesk) -> None:
    result = compare_faces(request(desk, samples=3), desk.tools)
    assert result.ratio is None
    assert "Compare again with --samples 10." in result.meaning


def test_the_comparison_is_logged_with_the_hashes_of_both_pictures_and_stores_neither(desk: SearchDesk) -> None:
    result = compare_faces(request(desk, "a sketch", "a photo", case_number=CASE), desk.tools)
    entry = desk.library.audit.list[-1]
    assert (entry.action, entry.subject) == ("face.compare", f"case {CASE}")
    assert entry.details["log_density"] == result.log_density
    for name in ("sketch", "photo"):
        original = desk.tools.reader.loader.load(desk.folder / f"{name}.png")
        assert entry.details[name]["sha256"] == original.sha256
        assert original.sha256 not in desk.library.original_hashes()
    compare_faces(request(desk), desk.tools)
    assert desk.library.audit.list[-1].subject == "no case"


def test_a_case_must_be_open(desk: SearchDesk) -> None:
    with pytest.raises(NotFoundError):
        compare_faces(request(desk, case_number="none"), desk.tools)
    desk.library.cases.close_case(CASE)
    with pytest.raises(InvalidInputError, match="closed"):
        compare_faces(request(desk, case_number=CASE), desk.tools)
    assert not any(entry.action == "face.compare" for entry in desk.library.audit.list)


@pytest.mark.parametrize("field", ["samples", "seed"])
def test_numbers_out_of_range_are_refused(desk: SearchDesk, field: str) -> None:
    with pytest.raises(InvalidInputError, match=field):
        compare_faces(replace(request(desk), **{field: -1}), desk.tools)  # type: ignore[arg-type]


def test_a_face_that_is_not_found_can_be_marked_by_hand_in_either_picture(desk: SearchDesk) -> None:
    asked = request(desk, "noface", "noface blurred")
    with pytest.raises(FaceNotFoundError, match=r"sketch\.png"):
        compare_faces(asked, desk.tools)
    box = Box(x=0, y=0, width=9, height=9)
    marked = replace(asked, sketch=replace(asked.sketch, box=box, landmarks=TEMPLATE))
    with pytest.raises(FaceNotFoundError, match=r"photo\.png"):
        compare_faces(marked, desk.tools)
    result = compare_faces(replace(marked, photo=replace(asked.photo, box=box)), desk.tools)
    assert result.sketch.warnings == ("The landmarks were set by hand.",)
    assert result.photo.warnings == ("The picture is blurred.",)


def test_the_description_is_json_with_notice_meaning_validation_and_limits(desk: SearchDesk) -> None:
    result = compare_faces(request(desk, "anna", "anna"), desk.tools)
    plain = json.loads(json.dumps(describe_comparison(result, CALIBRATION)))
    assert plain["notice"] == NOT_AN_IDENTIFICATION
    assert result.ratio is not None
    assert plain["ratio"] == {"log10": result.ratio.log10, "limited": result.ratio.limited}
    assert plain["population"]["people"] == 50
    assert plain["meaning"] == result.meaning
    assert "Cllr 0.180 (0.145 to 0.218" in plain["validation"]
    assert "not the probability" in plain["limits"][0]
    assert plain["case_number"] == ""
