"""Counting a pool and offering recorded values, kept alike by the database and by the stand-in."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.filters import parse_filter
from forensic_id.core.ports import Library
from forensic_id.core.records import PhotoDetails, PoolSize, RecordedValue, SubjectDetails
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.sample_records import enrol


@pytest.fixture
def peopled(library: Library) -> Library:
    people = (
        ("a", "female", 1980, ("2019-01-01", "2021-01-01")),
        ("b", "Female", 1990, ("2020-06-01",)),
        ("c", "male", None, ("",)),
    )
    for external_id, sex, birth_year, dates in people:
        for number, booked in enumerate(dates):
            subject = SubjectDetails(external_id=external_id, sex=sex, birth_year=birth_year)
            photo = PhotoDetails(booking_date=booked, source="jail")
            enrol(library.gallery, f"{external_id}{number}", subject=subject, photo=photo)
    return library


@pytest.mark.parametrize(
    "filters", [(), ("sex=female",), ("birth_year=1985..",), ("booking_date=..2020-12-31", "sex=FEMALE"), ("sex=x",)]
)
def test_the_size_is_that_of_the_pool_a_search_reads(peopled: Library, filters: tuple[str, ...]) -> None:
    chosen = [parse_filter(text) for text in filters]
    table = peopled.gallery.features(BUNDLE_ID, filters=chosen)
    size = PoolSize(subjects=len(set(table.subject_ids.tolist())), photos=len(table.photo_ids))
    assert peopled.gallery.pool_size(BUNDLE_ID, filters=chosen) == size


def test_a_bundle_without_features_has_an_empty_pool(peopled: Library) -> None:
    assert peopled.gallery.pool_size("f" * 64) == PoolSize(subjects=0, photos=0)


def test_spellings_that_differ_in_case_are_one_value(peopled: Library) -> None:
    assert peopled.gallery.recorded_values("sex") == (
        RecordedValue(value="Female", subjects=2),
        RecordedValue(value="male", subjects=1),
    )


def test_values_are_in_order_and_empty_ones_left_out(peopled: Library) -> None:
    assert [each.value for each in peopled.gallery.recorded_values("birth_year")] == ["1980", "1990"]
    assert [each.value for each in peopled.gallery.recorded_values("booking_date")] == [
        "2019-01-01",
        "2020-06-01",
        "2021-01-01",
    ]
    assert peopled.gallery.recorded_values("ethnicity") == ()


def test_an_unknown_field_has_no_values(peopled: Library) -> None:
    with pytest.raises(InvalidInputError, match="no filter field"):
        peopled.gallery.recorded_values("shoe_size")
