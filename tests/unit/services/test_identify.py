"""One sketch, from file to stored record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forensic_id.core.errors import (
    CancelledError,
    FaceNotFoundError,
    InvalidInputError,
    NotFoundError,
)
from forensic_id.core.filters import parse_filter
from forensic_id.core.progress import Progress
from forensic_id.core.records import Box, SearchParameters
from forensic_id.matching.index import ParzenIndex
from forensic_id.services.erase_cases import carry_out_cases, plan_case_expungement
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput, SketchOrigin
from tests.fakes.fake_face_aligner import TEMPLATE
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.search_desk import CASE, NOW, SearchDesk, search_desk, search_tools


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path)


def request(desk: SearchDesk, text: str = "anna-2021", **parameters: Any) -> IdentifyRequest:
    return IdentifyRequest(
        sketches=(SketchInput(path=desk.sketch("sketch.png", text)),),
        case_number=CASE,
        parameters=SearchParameters(**parameters),
    )


def prepared(asked: IdentifyRequest, **changes: Any) -> IdentifyRequest:
    """The request with its only sketch prepared otherwise."""
    return replace(asked, sketches=(replace(asked.sketches[0], **changes),))


def test_the_sketched_subject_comes_first_and_the_winning_photo_is_named(desk: SearchDesk) -> None:
    record = identify(request(desk), desk.tools)
    best = record.candidates[0]
    subject = desk.library.gallery.subject_by_id(best.subject_id)
    assert subject.details.external_id == "anna"
    assert next(photo.file_name for photo in subject.photos if photo.photo_id == best.photo_id) == "anna-2021.png"
    assert [one.rank for one in record.candidates] == list(range(1, 11))
    assert len({one.subject_id for one in record.candidates}) == 10


@pytest.mark.parametrize("sketches", [1, 2])
def test_a_case_erased_while_a_search_of_it_runs_takes_nothing_more(desk: SearchDesk, sketches: int) -> None:
    asked = request(desk)
    more = tuple(replace(asked.sketches[0], path=desk.sketch(f"{n}.png", f"boris {n}")) for n in range(1, sketches))
    library = desk.library

    def erase(step: Progress) -> None:
        if step.stage == "Searching":
            plan = plan_case_expungement(library, [CASE], reference="order 1")
            carry_out_cases(library, plan, desk.folder)

    with pytest.raises(NotFoundError, match=CASE):
        identify(replace(asked, sketches=(*asked.sketches, *more)), desk.tools, progress=erase)
    assert (library.cases.cases(), library.cases.search_ids(), library.cases.originals) == ((), (), {})
    assert "search.add" not in library.audit.actions()


def test_the_record_holds_all_that_is_needed_to_repeat_the_search(desk: SearchDesk) -> None:
    asked = prepared(
        request(desk, top=4, samples=3, seed=9, fusion="mean", filters=(parse_filter("sex=female"),)),
        origin=SketchOrigin(kind="drawn", artist=" A. Artist "),
    )
    record = identify(asked, desk.tools)
    assert record == desk.library.cases.search(record.search_id)
    assert record.parameters == asked.parameters
    assert record.searched_by == desk.library.principal.name
    assert (record.case_number, record.app_version) == (CASE, "1.2.3")
    assert record.created_at == NOW.isoformat(timespec="milliseconds")
    assert (record.bundle_id, record.bundle_name, record.sigma) == (BUNDLE_ID, "fake 1", 0.4)
    table = desk.library.gallery.features(BUNDLE_ID, filters=asked.parameters.filters)
    assert record.gallery_snapshot == table.snapshot_id
    assert (record.gallery_photos, record.gallery_subjects) == (11, 10)
    assert (record.pool_photos, record.pool_subjects) == (10, 9)
    assert (record.sketch.kind, record.sketch.artist) == ("drawn", "A. Artist")
    assert desk.library.cases.sketch_original(record.search_id) == asked.sketches[0].path.read_bytes()
    assert len(record.candidates) == 4


def test_the_same_request_gives_the_same_candidates_bit_for_bit(desk: SearchDesk) -> None:
    first, second = identify(request(desk), desk.tools), identify(request(desk), desk.tools)
    assert first.candidates == second.candidates
    assert first.search_id != second.search_id


def test_the_seed_and_the_number_of_samples_reach_the_generator(desk: SearchDesk) -> None:
    densities = {
        identify(request(desk, seed=seed, samples=samples), desk.tools).candidates[0].log_density
        for seed in (0, 1)
        for samples in (1, 5)
    }
    assert len(densities) == 4


@pytest.mark.parametrize("fusion", ["max", "mean"])
def test_the_index_of_the_application_ranks_as_the_plain_equation_does(desk: SearchDesk, fusion: str) -> None:
    plain = identify(request(desk, fusion=fusion), desk.tools)
    exact = identify(request(desk, fusion=fusion), replace(desk.tools, scorer=ParzenIndex()))
    assert [(one.subject_id, one.photo_id) for one in plain.candidates] == [
        (one.subject_id, one.photo_id) for one in exact.candidates
    ]
    np.testing.assert_allclose(
        [one.log_density for one in plain.candidates], [one.log_density for one in exact.candidates], rtol=1e-9
    )


def test_a_sketch_never_enters_the_gallery(desk: SearchDesk) -> None:
    before = desk.library.gallery.statistics(BUNDLE_ID)
    identify(request(desk, "somebody else"), desk.tools)
    assert desk.library.gallery.statistics(BUNDLE_ID) == before


def test_the_search_is_in_the_audit_log_once(desk: SearchDesk) -> None:
    record = identify(request(desk), desk.tools)
    entries = [entry for entry in desk.library.audit.entries() if entry.action.startswith("search")]
    assert [entry.subject for entry in entries] == [f"search {record.search_id}"]


def test_without_an_open_case_nothing_is_even_read(desk: SearchDesk) -> None:
    missing = IdentifyRequest(sketches=(SketchInput(path=desk.folder / "absent.png"),), case_number="none")
    with pytest.raises(NotFoundError, match="none"):
        identify(missing, desk.tools)
    desk.library.cases.close_case(CASE)
    with pytest.raises(InvalidInputError, match="closed"):
        identify(replace(missing, case_number=CASE), desk.tools)
    assert desk.library.cases.search_ids() == ()


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"top": 0}, "top"),
        ({"samples": 0}, "samples"),
        ({"samples": 10**6}, "samples"),
        ({"seed": -1}, "seed"),
        ({"fusion": "sum"}, "sum"),
        ({"filters": (parse_filter("sex=unknown"),)}, "No photo passes the filters sex=unknown"),
    ],
)
def test_parameters_that_cannot_be_used_are_refused(
    desk: SearchDesk, parameters: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidInputError, match=message):
        identify(request(desk, **parameters), desk.tools)
    assert desk.library.cases.search_ids() == ()


def test_a_box_and_landmarks_of_the_examiner_are_used_and_recorded(desk: SearchDesk) -> None:
    box = Box(x=2, y=3, width=10, height=12)
    with pytest.raises(FaceNotFoundError):
        identify(request(desk, "noface"), desk.tools)
    record = identify(prepared(request(desk, "noface"), box=box, landmarks=TEMPLATE), desk.tools)
    assert (record.sketch.box, record.sketch.landmarks) == (box, TEMPLATE)
    assert record.sketch.landmark_source == "manual"
    assert any("by hand" in warning for warning in record.warnings)


def test_an_empty_gallery_is_refused_with_what_to_do(desk: SearchDesk) -> None:
    library = InMemoryLibrary()
    library.cases.open_case(desk.library.cases.case(CASE))
    with pytest.raises(InvalidInputError, match="gallery import"):
        identify(request(desk), search_tools(library))


def test_a_gallery_without_any_feature_of_the_bundle_is_refused_with_what_to_do(desk: SearchDesk) -> None:
    desk.library.gallery.feature_rows.clear()
    with pytest.raises(InvalidInputError, match="gallery embed"):
        identify(request(desk), desk.tools)


def test_photos_without_a_feature_of_the_bundle_are_counted_in_a_warning(desk: SearchDesk) -> None:
    desk.enrol("late", "late-1", "late-2", bundle_id="another")
    record = identify(request(desk), desk.tools)
    assert any(warning.startswith("2 of 13 photos have no feature") for warning in record.warnings)
    assert (record.gallery_photos, record.pool_photos) == (13, 11)


def test_filters_that_exclude_more_than_nine_in_ten_photos_are_warned_of(desk: SearchDesk) -> None:
    narrow = identify(request(desk, filters=(parse_filter("sex=male"),)), desk.tools)
    assert any("exclude 10 of 11 photos" in warning for warning in narrow.warnings)
    wide = identify(request(desk, filters=(parse_filter("sex=female"),)), desk.tools)
    assert wide.warnings == ()


def test_progress_is_reported_and_a_request_to_stop_is_heard_between_the_steps(desk: SearchDesk) -> None:
    seen: list[Progress] = []
    identify(request(desk), desk.tools, progress=seen.append)
    assert [step.done for step in seen] == [0, 1, 2]
    stages: list[Progress] = []
    with pytest.raises(CancelledError):
        identify(request(desk), desk.tools, progress=stages.append, cancelled=lambda: len(stages) == 2)
    assert [step.stage for step in stages] == [step.stage for step in seen[:2]]
    assert len(desk.library.cases.search_ids()) == 1
