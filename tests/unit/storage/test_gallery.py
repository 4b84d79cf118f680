"""Promises of the gallery store, kept by the database and by the stand-in alike."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.filters import parse_filter
from forensic_id.core.ports import Library
from forensic_id.core.records import Filter, PhotoDetails, SubjectDetails
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.sample_records import enrol, image


def anna(**fields: object) -> SubjectDetails:
    return SubjectDetails(external_id="anna", **fields)  # type: ignore[arg-type]


def test_an_enrolled_photo_is_found_by_its_bytes_and_by_its_subject(library: Library) -> None:
    details = PhotoDetails(booking_date="2020-02-29", source="jail", retention_date="2040-01-01")
    photo = enrol(library.gallery, "front blurred", subject=anna(name="Anna Ö", birth_year=1980), photo=details)

    assert library.gallery.photo_by_sha256(image("front blurred").sha256) == photo
    subject = library.gallery.subject("anna")
    assert subject.photos == (photo,)
    assert subject == library.gallery.subject_by_id(photo.subject_id)
    assert subject.details == anna(name="Anna Ö", birth_year=1980)
    assert photo.details == details
    assert photo.file_name == "front blurred.png"
    assert photo.findings[0].warning == "The picture is blurred."


def test_pictures_come_back_as_they_were_stored(library: Library) -> None:
    photo = enrol(library.gallery, "x")
    loaded = image("x")

    np.testing.assert_array_equal(library.gallery.crop(photo.photo_id), FakeFaceAligner().align(loaded).crop)
    assert library.gallery.thumbnail(photo.photo_id).shape == loaded.pixels.shape
    assert library.gallery.original(photo.photo_id) == b"IMG:x"


def test_photos_of_one_subject_gather_under_it_and_only_empty_fields_are_filled(library: Library) -> None:
    enrol(library.gallery, "1", subject=anna(name="Anna", sex=""))
    enrol(library.gallery, "2", subject=anna(name="Hanna", sex="female", birth_year=1980, ethnicity="e"))
    enrol(library.gallery, "3", subject=anna(birth_year=1990))

    subject = library.gallery.subject("anna")
    assert subject.details == anna(name="Anna", sex="female", birth_year=1980, ethnicity="e")
    assert [photo.file_name for photo in subject.photos] == ["1.png", "2.png", "3.png"]


def test_the_same_bytes_are_not_enrolled_twice(library: Library) -> None:
    enrol(library.gallery, "x")
    with pytest.raises(InvalidInputError, match="enrolled already"):
        enrol(library.gallery, "x", subject=anna())
    assert not library.gallery.has_subject("anna")


@pytest.mark.parametrize(
    "ask",
    [
        lambda gallery: gallery.subject("nobody"),
        lambda gallery: gallery.subject_by_id(7),
        lambda gallery: gallery.crop(7),
        lambda gallery: gallery.thumbnail(7),
        lambda gallery: gallery.original(7),
        lambda gallery: gallery.edit_subject("nobody", {"name": "x"}),
        lambda gallery: gallery.edit_photo(7, {"source": "x"}),
        lambda gallery: gallery.remove_subject("nobody"),
        lambda gallery: gallery.add_feature(7, BUNDLE_ID, np.ones(8, dtype=np.float32)),
    ],
)
def test_what_does_not_exist_is_not_found(library: Library, ask: Callable[[object], object]) -> None:
    with pytest.raises(NotFoundError):
        ask(library.gallery)
    assert library.gallery.photo_by_sha256("0" * 64) is None


def test_editing_changes_the_named_fields_only(library: Library) -> None:
    photo = enrol(library.gallery, "x", subject=anna(name="Anna", birth_year=1980), photo=PhotoDetails(source="jail"))

    subject = library.gallery.edit_subject("anna", {"external_id": "A-1", "birth_year": "", "sex": " female "})
    changed = library.gallery.edit_photo(photo.photo_id, {"booking_date": "2020-01-01"})

    assert subject.details == SubjectDetails(external_id="A-1", name="Anna", sex="female")
    assert changed.details == PhotoDetails(source="jail", booking_date="2020-01-01")
    assert library.gallery.subject("A-1").photos == (changed,)
    assert not library.gallery.has_subject("anna")


@pytest.mark.parametrize(
    "changes", [{"age": "5"}, {"birth_year": "old"}, {"external_id": " "}, {"external_id": "ben"}]
)
def test_an_edit_that_cannot_be_used_is_refused_and_changes_nothing(
    library: Library, changes: dict[str, str]
) -> None:
    enrol(library.gallery, "ben")
    enrol(library.gallery, "x", subject=anna(name="Anna"))
    with pytest.raises(InvalidInputError):
        library.gallery.edit_subject("anna", {"name": "Other", **changes})
    assert library.gallery.subject("anna").details == anna(name="Anna")


def test_a_photo_has_no_fields_of_a_subject(library: Library) -> None:
    photo = enrol(library.gallery, "x")
    with pytest.raises(InvalidInputError, match="no field of a photo"):
        library.gallery.edit_photo(photo.photo_id, {"name": "x"})


def test_a_removed_subject_is_gone_with_photos_features_and_originals_and_its_ids_are_not_reused(
    library: Library,
) -> None:
    ben = enrol(library.gallery, "ben")
    first = enrol(library.gallery, "1", subject=anna())
    enrol(library.gallery, "2", subject=anna())

    library.gallery.remove_subject("anna")

    assert [subject.details.external_id for subject in library.gallery.subjects()] == ["ben"]
    assert library.gallery.features(BUNDLE_ID).photo_ids.tolist() == [ben.photo_id]
    assert library.original_hashes() == (ben.sha256,)
    assert library.unreferenced_originals() == ()
    again = enrol(library.gallery, "1", subject=anna())
    assert again.photo_id > first.photo_id
    assert again.subject_id > first.subject_id


def test_one_photo_of_several_is_removed_and_the_only_one_is_not(library: Library) -> None:
    first = enrol(library.gallery, "1", subject=anna())
    second = enrol(library.gallery, "2", subject=anna())
    library.gallery.remove_photo(first.photo_id)
    assert library.gallery.subject("anna").photos == (second,)
    assert library.gallery.features(BUNDLE_ID).photo_ids.tolist() == [second.photo_id]
    assert library.gallery.photo_by_sha256(first.sha256) is None
    assert list(library.audit.entries())[-1].action == "photo.remove"
    with pytest.raises(InvalidInputError, match="only"):
        library.gallery.remove_photo(second.photo_id)
    with pytest.raises(NotFoundError):
        library.gallery.remove_photo(first.photo_id)


def test_features_are_ordered_by_photo_and_keyed_by_bundle(library: Library) -> None:
    other = FakeFaceEncoder(bundle_id="other", feature_size=4)
    photos = [enrol(library.gallery, text) for text in ("b", "a", "c")]
    late = enrol(library.gallery, "d", encoder=other)

    table = library.gallery.features(BUNDLE_ID)

    assert table.photo_ids.tolist() == [photo.photo_id for photo in photos]
    assert table.subject_ids.tolist() == [photo.subject_id for photo in photos]
    assert table.photo_ids.dtype == table.subject_ids.dtype == np.int64
    assert table.features.dtype == np.float32
    crops = np.stack([library.gallery.crop(photo.photo_id) for photo in photos])
    np.testing.assert_array_equal(table.features, FakeFaceEncoder().encode_photos(crops))
    assert library.gallery.photos_without_feature(BUNDLE_ID) == (late,)
    assert library.gallery.photos_without_feature("other") == tuple(photos)
    assert library.gallery.features("other").features.shape == (1, 4)
    assert library.gallery.features("unknown").photo_ids.tolist() == []


def test_equal_pools_have_equal_snapshots_and_any_change_shows(library: Library) -> None:
    photo = enrol(library.gallery, "a", subject=anna(sex="female"))
    enrol(library.gallery, "b")
    snapshots = [library.gallery.features(BUNDLE_ID).snapshot_id]
    assert library.gallery.features(BUNDLE_ID).snapshot_id == snapshots[0]

    snapshots.append(library.gallery.features(BUNDLE_ID, filters=[parse_filter("sex=female")]).snapshot_id)
    snapshots.append(library.gallery.features("other").snapshot_id)
    enrol(library.gallery, "c")
    snapshots.append(library.gallery.features(BUNDLE_ID).snapshot_id)
    library.gallery.add_feature(photo.photo_id, BUNDLE_ID, np.eye(8, dtype=np.float32)[0])
    snapshots.append(library.gallery.features(BUNDLE_ID).snapshot_id)
    assert len(set(snapshots)) == 5


def test_features_can_be_added_for_several_photos_or_for_none_of_them(library: Library) -> None:
    photos = [enrol(library.gallery, text) for text in ("a", "b")]
    rows = np.eye(8, dtype=np.float32)
    library.gallery.add_features("new", {photos[1].photo_id: rows[1], photos[0].photo_id: rows[0]})
    np.testing.assert_array_equal(library.gallery.features("new").features, rows[:2])

    with pytest.raises(NotFoundError), library.transaction():
        library.gallery.add_features("newer", {photos[0].photo_id: rows[0], 99: rows[1]})
    assert len(library.gallery.features("newer").photo_ids) == 0


PEOPLE = {
    "a": (SubjectDetails(external_id="a", name="ÅSA", sex="Female", birth_year=1970), PhotoDetails(source="Jail")),
    "b": (
        SubjectDetails(external_id="b", sex="female", birth_year=1980, ethnicity="x"),
        PhotoDetails(booking_date="2019-01-01", retention_date="2030-01-01"),
    ),
    "c": (SubjectDetails(external_id="c", sex="male"), PhotoDetails(booking_date="2020-12-31", source="jail")),
}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], "abc"),
        (["sex=FEMALE"], "ab"),
        (["sex="], ""),
        (["name=åsa"], "a"),
        (["name=a\u030asa"], "a"),
        (["external_id=C"], "c"),
        (["ethnicity=x"], "b"),
        (["ethnicity="], "ac"),
        (["source=jail"], "ac"),
        (["birth_year=1970..1979"], "a"),
        (["birth_year=1970..1980"], "ab"),
        (["birth_year=1980"], "b"),
        (["birth_year=..1975"], "a"),
        (["birth_year=1975.."], "b"),
        (["booking_date=2019-01-01..2020-12-31"], "bc"),
        (["booking_date=2020-01-01.."], "c"),
        (["retention_date=..2030-01-01"], "b"),
        (["sex=female", "birth_year=1980", "booking_date=..2020-01-01"], "b"),
        (["sex=female", "source=jail", "birth_year=1980"], ""),
    ],
)
def test_filters_choose_the_same_pool_for_lists_and_features(
    library: Library, texts: list[str], expected: str
) -> None:
    ids = {
        enrol(library.gallery, text, subject=subject, photo=photo).photo_id: text
        for text, (subject, photo) in PEOPLE.items()
    }
    filters = [parse_filter(text) for text in texts]

    listed = library.gallery.subjects(filters=filters)
    pool = library.gallery.features(BUNDLE_ID, filters=filters)

    assert "".join(subject.details.external_id for subject in listed) == expected
    assert "".join(ids[photo_id] for photo_id in pool.photo_ids.tolist()) == expected


def test_an_unknown_filter_field_is_refused_with_the_known_ones(library: Library) -> None:
    unknown = Filter(name="height", low="1", high="2")
    with pytest.raises(InvalidInputError, match="birth_year"):
        library.gallery.subjects(filters=[unknown])
    with pytest.raises(InvalidInputError, match="booking_date"):
        library.gallery.features(BUNDLE_ID, filters=[unknown])


def test_lists_are_in_order_of_external_id_and_come_in_pages(library: Library) -> None:
    for text in ("c", "a", "d", "b"):
        enrol(library.gallery, text)

    def page(limit: int, offset: int) -> str:
        found = library.gallery.subjects(limit=limit, offset=offset)
        assert all(len(subject.photos) == 1 for subject in found)
        return "".join(subject.details.external_id for subject in found)

    assert page(-1, 0) == "abcd"
    assert page(2, 1) == "bc"
    assert page(2, 3) == "d"
    assert page(-1, 2) == "cd"
    assert page(0, 0) == ""


def test_near_duplicates_are_found_up_to_the_distance_and_not_beyond(library: Library) -> None:
    base = FakeImageLoader().perceptual_hash(image("x"))
    exact = enrol(library.gallery, "x")
    near = enrol(library.gallery, "x~3")
    enrol(library.gallery, "x~9")
    enrol(library.gallery, "stranger")

    assert library.gallery.near_duplicates(base, most_bits=0) == (exact,)
    assert library.gallery.near_duplicates(base, most_bits=4) == (exact, near)
    later = enrol(library.gallery, "x~4")
    assert library.gallery.near_duplicates(base, most_bits=4) == (exact, near, later)
    library.gallery.remove_subject("x")
    assert library.gallery.near_duplicates(base, most_bits=4) == (near, later)


def test_near_duplicates_forget_photos_that_were_rolled_back(library: Library) -> None:
    base = FakeImageLoader().perceptual_hash(image("x"))

    def fail() -> None:
        with library.transaction():
            enrol(library.gallery, "other")
            assert library.gallery.near_duplicates(base, most_bits=0) == ()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    photo = enrol(library.gallery, "x")
    assert library.gallery.near_duplicates(base, most_bits=0) == (photo,)


def test_near_duplicates_work_beyond_the_first_thousand_photos(stored: SqliteLibrary) -> None:
    photo = enrol(stored.gallery, "x")
    columns = "subject_id, sha256, file_name, media_type, width, height, image_bytes, booking_date, source"
    more = "retention_date, box, landmarks, landmark_source, findings"
    stored._database.execute(
        f"""
        INSERT INTO photos ({columns}, {more}, perceptual_hash)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
        SELECT {columns.replace("sha256", "sha256 || i")}, {more}, i * 1000003 * 65537 FROM photos, n
        """,  # noqa: S608
    )
    last = 2500 * 1000003 * 65537
    assert [near.photo_id for near in stored.gallery.near_duplicates(last, most_bits=0)] == [photo.photo_id + 2500]
    base = FakeImageLoader().perceptual_hash(image("x"))
    assert stored.gallery.near_duplicates(base, most_bits=2) == (photo,)


def test_statistics_count_everything(library: Library) -> None:
    enrol(library.gallery, "1", subject=anna(sex="female"), photo=PhotoDetails(source="jail"))
    enrol(library.gallery, "22", subject=anna(), encoder=FakeFaceEncoder(bundle_id="other"))
    enrol(library.gallery, "333")

    statistics = library.gallery.statistics(BUNDLE_ID)

    assert (statistics.subjects, statistics.photos, statistics.photos_without_feature) == (2, 3, 1)
    assert statistics.by_sex == {"": 1, "female": 1}
    assert statistics.by_source == {"": 2, "jail": 1}
    assert statistics.image_bytes == len("IMG:1IMG:22IMG:333")


def test_a_failed_transaction_leaves_no_trace(library: Library) -> None:
    enrol(library.gallery, "before")
    entries = library.audit.verify()

    def fail() -> None:
        with library.transaction():
            enrol(library.gallery, "x")
            with library.transaction():
                library.gallery.edit_subject("before", {"name": "x"})
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [subject.details.external_id for subject in library.gallery.subjects()] == ["before"]
    assert library.gallery.subject("before").details.name == ""
    assert library.audit.verify() == entries
    assert library.unreferenced_originals() == ()


def test_every_write_is_in_the_audit_log(library: Library) -> None:
    before = library.audit.verify()
    photo = enrol(library.gallery, "x", subject=anna())
    library.gallery.edit_subject("anna", {"name": "Anna"})
    library.gallery.edit_photo(photo.photo_id, {"source": "jail"})
    library.gallery.add_feature(photo.photo_id, "other", np.ones(8, dtype=np.float32))
    library.gallery.remove_subject("anna")
    actions = [entry.action for entry in library.audit.entries()]
    assert actions[before:] == ["photo.enrol", "subject.edit", "photo.edit", "features.add", "subject.remove"]
