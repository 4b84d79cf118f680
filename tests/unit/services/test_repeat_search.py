"""A stored search is repeated and compared with its record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.errors import NotFoundError, TamperedError
from forensic_id.core.records import Box, SearchParameters, SearchRecord
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from forensic_id.services.repeat_search import repeat_search
from tests.fakes.fake_face_aligner import TEMPLATE
from tests.fakes.fake_feature_generator import FakeFeatureGenerator
from tests.unit.services.search_desk import CASE, SearchDesk, new_reader, search_desk


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path)


def searched(desk: SearchDesk, text: str = "anna-2021", *, by_hand: bool = False) -> SearchRecord:
    sketch = SketchInput(
        path=desk.sketch("sketch.png", text),
        box=Box(x=1, y=1, width=9, height=9) if by_hand else None,
        landmarks=TEMPLATE if by_hand else None,
    )
    asked = IdentifyRequest(
        sketches=(sketch,), case_number=CASE, parameters=SearchParameters(top=5, samples=4, seed=3)
    )
    return identify(asked, desk.tools)


@pytest.mark.parametrize("by_hand", [False, True])
def test_an_unchanged_library_reproduces_the_ranking_exactly(desk: SearchDesk, by_hand: bool) -> None:
    record = searched(desk, by_hand=by_hand)
    (desk.folder / "sketch.png").unlink()
    result = repeat_search(record.search_id, desk.tools)
    assert result.reproduced
    assert result.differences == ()
    assert result.candidates == record.candidates
    assert result.record == record


def test_every_repetition_is_logged_with_its_outcome_and_adds_no_record(desk: SearchDesk) -> None:
    record = searched(desk)
    repeat_search(record.search_id, desk.tools)
    entry = list(desk.library.audit.entries())[-1]
    assert (entry.action, entry.subject) == ("search.repeat", f"search {record.search_id}")
    assert entry.details == {"reproduced": True, "differences": []}
    assert desk.library.cases.search_ids() == (record.search_id,)


def test_a_closed_case_can_still_be_verified(desk: SearchDesk) -> None:
    record = searched(desk)
    desk.library.cases.close_case(CASE)
    assert repeat_search(record.search_id, desk.tools).reproduced


def test_a_gallery_that_has_grown_is_named_and_the_first_other_candidate_too(desk: SearchDesk) -> None:
    record = searched(desk)
    best = record.candidates[0]
    twin = desk.enrol("twin", "twin")[0]
    rows = desk.library.gallery.feature_rows
    rows[record.bundle_id, twin.photo_id] = rows[record.bundle_id, best.photo_id]
    result = repeat_search(record.search_id, desk.tools)
    assert not result.reproduced
    assert result.candidates[0] == best
    assert [each.what for each in result.differences] == ["gallery pool", "candidate at rank 2"]
    assert result.differences[1].present.startswith(
        f"subject {twin.subject_id}, photo {twin.photo_id}, log density -"
    )


def test_a_gallery_that_has_changed_below_the_list_reproduces_it_all_the_same(desk: SearchDesk) -> None:
    record = searched(desk)
    last = desk.library.gallery.features(record.bundle_id)
    listed = {one.subject_id for one in record.candidates}
    other = next(int(each) for each in last.subject_ids if int(each) not in listed)
    desk.library.gallery.remove_subject(desk.library.gallery.subject_by_id(other).details.external_id)
    result = repeat_search(record.search_id, desk.tools)
    assert result.reproduced
    assert [each.what for each in result.differences] == ["gallery pool"]


def test_a_removed_candidate_changes_the_ranking_and_its_rank_is_named(desk: SearchDesk) -> None:
    record = searched(desk)
    third = desk.library.gallery.subject_by_id(record.candidates[2].subject_id)
    desk.library.gallery.remove_subject(third.details.external_id)
    result = repeat_search(record.search_id, desk.tools)
    assert not result.reproduced
    assert [each.what for each in result.differences] == ["gallery pool", "candidate at rank 3"]
    assert "The candidate at rank 3 differs: it was subject" in str(result.differences[1])


def test_a_shorter_list_is_named(desk: SearchDesk) -> None:
    record = searched(desk)
    listed = {one.subject_id for one in record.candidates[:3]}
    for subject in desk.library.gallery.subjects():
        if subject.subject_id not in listed:
            desk.library.gallery.remove_subject(subject.details.external_id)
    result = repeat_search(record.search_id, desk.tools)
    assert str(result.differences[-1]) == "The number of candidates differs: it was 5 and is 3."


def test_another_bundle_and_kernel_width_are_named(desk: SearchDesk) -> None:
    record = searched(desk)
    for (_, photo_id), feature in list(desk.library.gallery.feature_rows.items()):
        desk.library.gallery.add_feature(photo_id, "c" * 64, feature)
    tools = replace(desk.with_reader(new_reader("c" * 64)), generator=FakeFeatureGenerator(sigma=0.5))
    result = repeat_search(record.search_id, tools)
    assert [each.what for each in result.causes] == ["model bundle", "kernel width", "gallery pool"]
    assert (result.causes[1].stored, result.causes[1].present) == ("0.4", "0.5")
    assert not result.reproduced


def test_a_crop_that_comes_out_differently_is_named(desk: SearchDesk) -> None:
    record = searched(desk)
    altered = replace(record, sketch=replace(record.sketch, crop_sha256="0" * 64))
    desk.library.cases.records[record.search_id] = altered
    result = repeat_search(record.search_id, desk.tools)
    assert [each.what for each in result.differences] == ["aligned crop"]


def test_an_unknown_or_altered_record_is_refused(desk: SearchDesk) -> None:
    record = searched(desk)
    with pytest.raises(NotFoundError):
        repeat_search(99, desk.tools)
    desk.library.cases.altered.add(record.search_id)
    with pytest.raises(TamperedError):
        repeat_search(record.search_id, desk.tools)
