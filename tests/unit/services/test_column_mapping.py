"""Which column holds which field."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.services.column_mapping import FIELDS, ColumnMapping, guess_columns, iso_date, parse_mapping, year_of


def test_columns_of_common_names_are_guessed() -> None:
    columns = ("booking_no", "full name", "gender", "dob", "race", "image file", "arrest date", "agency", "height")
    assert guess_columns(columns) == {
        "photo": "image file",
        "external_id": "booking_no",
        "name": "full name",
        "sex": "gender",
        "birth_year": "dob",
        "ethnicity": "race",
        "booking_date": "arrest date",
        "source": "agency",
        "retention_date": "",
    }


def test_the_fields_own_names_come_first_and_a_column_serves_once() -> None:
    guessed = guess_columns(("id", "external_id", "photo", "file"))
    assert (guessed["external_id"], guessed["photo"]) == ("external_id", "photo")
    assert guess_columns(FIELDS) == {name: name for name in FIELDS}
    assert set(guess_columns(()).values()) == {""}


def test_fields_are_taken_from_their_columns_and_others_by_name() -> None:
    mapping = ColumnMapping(columns={"name": "who", "sex": ""}, dates="month_first")
    row = {
        "photo": "1.png",
        "who": "Zoë",
        "name": "x",
        "sex": "male",
        "booking_date": "12/31/2020",
        "birth_year": "1/2",
    }
    fields = mapping.fields(row)
    assert fields == {
        **dict.fromkeys(FIELDS, ""),
        "photo": "1.png",
        "name": "Zoë",
        "booking_date": "2020-12-31",
        "birth_year": "1/2",
    }


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1982-03-04", "1982"),
        ("3/4/1982", "1982"),
        ("1982", "1982"),
        ("82", "82"),
        ("1982-1983", "1982-1983"),
        ("", ""),
    ],
)
def test_a_birth_year_from_another_column_is_the_year_of_a_date(text: str, year: str) -> None:
    assert year_of(text) == year
    assert ColumnMapping(columns={"birth_year": "dob"}).fields({"dob": text})["birth_year"] == year


def test_dates_are_read_in_the_order_told() -> None:
    assert iso_date(" 1.2.2020 ", "day_first") == "2020-02-01"
    assert iso_date("1/2/2020", "month_first") == "2020-01-02"
    assert iso_date("1/2/2020", "iso") == "1/2/2020"
    assert iso_date("2020-01-02", "day_first") == "2020-01-02"


def test_a_mapping_is_read_from_assignments() -> None:
    mapping = parse_mapping(["external_id = Booking No", "sex="], "day_first")
    assert mapping == ColumnMapping(columns={"external_id": "booking no", "sex": ""}, dates="day_first")


@pytest.mark.parametrize("assignment", ["shoe=43", "name"])
def test_what_maps_no_known_field_is_refused(assignment: str) -> None:
    with pytest.raises(InvalidInputError, match="maps no known field"):
        parse_mapping([assignment])


def test_an_unknown_order_of_dates_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="no order of dates"):
        parse_mapping([], "backwards")
