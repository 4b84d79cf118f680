"""Text values of subjects and photos."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.personal_data import (
    completed_subject,
    edited_photo,
    edited_subject,
    photo_details,
    subject_details,
)
from forensic_id.core.records import PhotoDetails, SubjectDetails

PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc"))).map(str.strip)


def test_fields_are_taken_as_recorded_but_for_white_space_around_them() -> None:
    fields = {
        "external_id": " A-1 ",
        "name": "Jane\tDoe ",
        "sex": "F",
        "birth_year": " 1970 ",
        "ethnicity": "x",
        "y": "",
    }
    assert subject_details(fields) == SubjectDetails(
        external_id="A-1", name="Jane\tDoe", sex="F", birth_year=1970, ethnicity="x"
    )
    assert photo_details({"booking_date": " 2020-02-29", "source": "jail ", "retention_date": ""}) == PhotoDetails(
        booking_date="2020-02-29", source="jail"
    )


def test_missing_fields_stay_empty() -> None:
    assert subject_details({"external_id": "1"}) == SubjectDetails(external_id="1")
    assert photo_details({}) == PhotoDetails()


@given(PLAIN.filter(bool), PLAIN)
def test_any_plain_text_is_kept(external_id: str, name: str) -> None:
    details = subject_details({"external_id": external_id, "name": name})
    assert details.external_id == unicodedata.normalize("NFC", external_id)
    assert details.name == name
    assert edited_subject(details, {}) == details


def test_an_external_id_from_either_form_of_unicode_is_the_same() -> None:
    assert subject_details({"external_id": "e\u0301"}) == subject_details({"external_id": "\u00e9"})


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "external id is empty"),
        ({"external_id": " "}, "external id is empty"),
        ({"external_id": "a\nb"}, "control characters"),
        ({"external_id": "\udcff"}, "not valid Unicode"),
        ({"name": "\ud800"}, "name holds characters"),
        ({"name": "x" * 1001}, "1,001 characters"),
        ({"birth_year": "197O"}, "'197O'"),
        ({"birth_year": "1849"}, "1850 to 2100"),
        ({"birth_year": "2101"}, "1850 to 2100"),
        ({"birth_year": "+970"}, "1850 to 2100"),
        ({"birth_year": "\u0661\u0669\u0667\u0660"}, "1850 to 2100"),
        ({"birth_year": "01970"}, "1850 to 2100"),
    ],
)
def test_a_subject_that_cannot_be_stored_is_refused_with_the_reason(fields: dict[str, str], reason: str) -> None:
    given_fields = fields if "external_id" in fields or not fields else {"external_id": "1", **fields}
    with pytest.raises(InvalidInputError, match=reason):
        subject_details(given_fields)


@pytest.mark.parametrize(
    "value", ["2020-02-30", "2020-2-3", "20200203", "2020-W01-1", "yesterday", "2020-01-01T00:00"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(InvalidInputError, match="YYYY-MM-DD"):
        photo_details({"retention_date": value})


def test_edits_replace_the_named_fields_and_clear_with_an_empty_text() -> None:
    details = SubjectDetails(external_id="1", name="a", birth_year=1970)
    assert edited_subject(details, {"birth_year": "", "sex": "x"}) == SubjectDetails(
        external_id="1", name="a", sex="x"
    )
    assert edited_photo(PhotoDetails(source="a"), {"source": ""}) == PhotoDetails()
    with pytest.raises(InvalidInputError, match="'age' is no field of a subject"):
        edited_subject(details, {"age": "1"})
    with pytest.raises(InvalidInputError, match="'sex' is no field of a photo"):
        edited_photo(PhotoDetails(), {"sex": "1"})


def test_completing_fills_empty_fields_only() -> None:
    known = SubjectDetails(external_id="1", name="a", birth_year=None)
    more = SubjectDetails(external_id="1", name="b", sex="x", birth_year=1970, ethnicity="e")
    completed = SubjectDetails(external_id="1", name="a", sex="x", birth_year=1970, ethnicity="e")
    assert completed_subject(known, more) == completed
    assert completed_subject(completed, SubjectDetails(external_id="1", name="c", birth_year=1980)) == completed
