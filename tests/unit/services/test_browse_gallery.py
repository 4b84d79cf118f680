"""Looking through the gallery, over the in-memory library."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from forensic_id.core.browsing import GalleryQuery
from forensic_id.core.errors import NotFoundError
from forensic_id.core.filters import parse_filter
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.core.retention import Keeping
from forensic_id.services.browse_gallery import (
    find_subjects,
    gallery_state,
    log_view,
    recorded_values,
    subject_file,
    subject_rows,
)
from forensic_id.services.keep_subjects import hold_subjects
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import enrol


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    for number in range(3):
        sex = "male" if number else "female"
        enrol(library.gallery, f"{number}", subject=SubjectDetails(external_id=f"P-{number}", sex=sex))
    return library


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (GalleryQuery(), [1, 2, 3]),
        (GalleryQuery(text="p-1"), [2]),
        (GalleryQuery(filters=(parse_filter("sex=male"),), descending=True), [3, 2]),
    ],
)
def test_matches_are_counted_against_the_whole_gallery(
    library: InMemoryLibrary, query: GalleryQuery, ids: list[int]
) -> None:
    found = find_subjects(library, query)
    assert found.subject_ids.tolist() == ids
    assert found.gallery_subjects == 3


def test_a_list_is_narrowed_down_to_the_held_the_past_and_the_soon_past(library: InMemoryLibrary) -> None:
    for number, day in enumerate(("2024-12-31", "2025-01-30", "2025-01-31"), start=3):
        photo = PhotoDetails(retention_date=day)
        enrol(library.gallery, f"{number}", subject=SubjectDetails(external_id=f"P-{number}"), photo=photo)
    hold_subjects(library, [2, 4], reason="appeal")
    today = date(2025, 1, 1)
    kinds: dict[Literal["held", "past", "soon"], list[int]] = {"held": [2, 4], "past": [4], "soon": [5]}
    for kind, ids in kinds.items():
        found = find_subjects(library, GalleryQuery(), keeping=Keeping(kind=kind, today=today))
        assert (found.subject_ids.tolist(), found.gallery_subjects) == (ids, 6)
    held = find_subjects(library, GalleryQuery(text="P-1"), keeping=Keeping(kind="held", today=today))
    assert held.subject_ids.tolist() == [2]


def test_rows_and_recorded_values_come_from_the_browser(library: InMemoryLibrary) -> None:
    assert [row.details.external_id for row in subject_rows(library, [3, 1])] == ["P-2", "P-0"]
    assert recorded_values(library).sexes == ("female", "male")


def test_a_subject_s_file_tells_when_each_photo_was_enrolled(library: InMemoryLibrary) -> None:
    file = subject_file(library, 2)
    assert file.subject.details.external_id == "P-1"
    assert set(file.enrolled_at) == {2}
    assert file.appearances == ()
    library.audit.list.clear()
    assert subject_file(library, 2).enrolled_at == {}
    with pytest.raises(NotFoundError):
        subject_file(library, 9)


def test_a_look_at_a_subject_is_logged_with_the_photos_seen(library: InMemoryLibrary) -> None:
    log_view(library, library.gallery.subject("P-1"))
    entry = library.audit.list[-1]
    assert (entry.action, entry.subject, entry.details) == (
        "subject.view",
        "subject P-1",
        {"subject_id": 2, "photos": [2]},
    )


def test_the_state_of_the_gallery_names_its_snapshot(library: InMemoryLibrary) -> None:
    state = gallery_state(library, BUNDLE_ID)
    assert state.statistics.photos == 3
    assert state.snapshot_id == library.gallery.features(BUNDLE_ID).snapshot_id
    assert state.database_bytes == 0
