"""Listing, showing, changing and removing subjects by what the user wrote."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.records import SubjectDetails
from forensic_id.services.edit_gallery import (
    change_photo,
    change_subject,
    edit_photo,
    edit_subject,
    gallery_statistics,
    list_subjects,
    remove_photo,
    remove_subject,
    show_subject,
)
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import enrol


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    for name, sex in (("a", "male"), ("b", "female"), ("c", "female")):
        enrol(library.gallery, name, subject=SubjectDetails(external_id=name, sex=sex))
    return library


def test_lists_are_filtered_and_paged(library: InMemoryLibrary) -> None:
    assert [each.details.external_id for each in list_subjects(library)] == ["a", "b", "c"]
    assert [each.details.external_id for each in list_subjects(library, filters=["sex=female"], offset=1)] == ["c"]
    assert [each.details.external_id for each in list_subjects(library, limit=1)] == ["a"]
    with pytest.raises(InvalidInputError, match="Known fields"):
        list_subjects(library, filters=["age=5"])


def test_assignments_change_subjects_and_photos(library: InMemoryLibrary) -> None:
    subject = edit_subject(library, "a", ["name = Jane = Doe", "sex="])
    assert subject.details == SubjectDetails(external_id="a", name="Jane = Doe")
    assert show_subject(library, "a") == subject
    photo = edit_photo(library, subject.photos[0].photo_id, ["source=jail"])
    assert show_subject(library, "a").photos == (photo,)
    assert photo.details.source == "jail"


@pytest.mark.parametrize(
    ("assignments", "reason"), [([], "Nothing to change"), (["name"], "no '='"), (["age=5"], "no field")]
)
def test_assignments_that_cannot_be_used_are_refused(
    library: InMemoryLibrary, assignments: list[str], reason: str
) -> None:
    with pytest.raises(InvalidInputError, match=reason):
        edit_subject(library, "a", assignments)


def test_a_removed_subject_is_gone_and_no_longer_counted(library: InMemoryLibrary) -> None:
    remove_subject(library, "a")
    with pytest.raises(NotFoundError):
        show_subject(library, "a")
    assert gallery_statistics(library, BUNDLE_ID).subjects == 2


def test_one_photo_of_several_is_removed(library: InMemoryLibrary) -> None:
    other = enrol(library.gallery, "a2", subject=SubjectDetails(external_id="a"))
    remove_photo(library, 1)
    assert show_subject(library, "a").photos == (other,)


def test_fields_are_changed_by_number_even_when_the_external_id_changes(
    library: InMemoryLibrary,
) -> None:
    assert change_subject(library, 2, {"external_id": "z"}).details.external_id == "z"
    assert change_subject(library, 2, {"external_id": "b", "name": "Ben"}).details.name == "Ben"
    assert change_photo(library, 2, {"source": "county"}).details.source == "county"
    with pytest.raises(NotFoundError):
        change_subject(library, 9, {"name": "x"})
