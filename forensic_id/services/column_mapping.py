"""Which column of a metadata file holds which field, guessed from the header or told by the user.

Values are passed on as they are, with two exceptions that lose nothing: the year of a date of birth, where a birth
year is taken from another column, and dates whose order of day and month the user has told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from forensic_id.core.browsing import search_key
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.personal_data import PHOTO_FIELDS, SUBJECT_FIELDS

FIELDS = ("photo", *SUBJECT_FIELDS, *PHOTO_FIELDS)
MANDATORY_FIELDS = ("photo", "external_id")
DateOrder = Literal["iso", "day_first", "month_first"]
DATE_ORDERS: tuple[DateOrder, ...] = ("iso", "day_first", "month_first")
"""YYYY-MM-DD; 31.12.2020 or 31/12/2020; 12/31/2020."""

_DATES = ("booking_date", "retention_date")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ALIASES: dict[str, tuple[str, ...]] = {
    "photo": (
        "photo",
        "image",
        "picture",
        "file",
        "filename",
        "path",
        "photofile",
        "imagefile",
        "imagepath",
    ),
    "external_id": (
        "externalid",
        "id",
        "subjectid",
        "personid",
        "bookingno",
        "bookingnumber",
        "bookingid",
        "inmateid",
        "inmateno",
        "offenderid",
        "docnumber",
        "sid",
        "subject",
    ),
    "name": ("name", "fullname", "personname", "subjectname", "inmatename", "displayname"),
    "sex": ("sex", "gender"),
    "birth_year": ("birthyear", "yearofbirth", "yob", "born", "dob", "dateofbirth", "birthdate", "birthday"),
    "ethnicity": ("ethnicity", "race", "ethnicgroup", "ethnicorigin"),
    "booking_date": ("bookingdate", "booked", "bookdate", "arrestdate", "datebooked", "dateofarrest", "phototaken"),
    "source": ("source", "agency", "origin", "county", "facility", "datasource"),
    "retention_date": ("retentiondate", "keepuntil", "deleteafter", "expires", "expirydate", "retainuntil"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """`columns` names the column of a field; a field that is not in it has the column of its own name, "" none."""

    columns: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder = "iso"

    def column(self, name: str) -> str:
        """The column of a field; empty: none."""
        return self.columns.get(name, name)

    def fields(self, row: Mapping[str, str]) -> dict[str, str]:
        """A row's values by field."""
        return {name: self._value(name, row.get(self.column(name), "")) for name in FIELDS}

    def _value(self, name: str, text: str) -> str:
        if name == "birth_year" and self.column(name) != name:
            return year_of(text)
        return iso_date(text, self.dates) if name in _DATES else text


def parse_mapping(assignments: Iterable[str], dates: str = "iso") -> ColumnMapping:
    """Read assignments such as `name=full name`. Raises InvalidInputError for what is no known field or order."""
    columns: dict[str, str] = {}
    for assignment in assignments:
        name, equals, column = assignment.partition("=")
        if not equals or name.strip() not in FIELDS:
            raise InvalidInputError(
                f"{assignment!r} maps no known field. Write it as field=column; fields are: {', '.join(FIELDS)}."
            )
        columns[name.strip()] = column.strip().lower()
    order = next((each for each in DATE_ORDERS if each == dates), None)
    if order is None:
        raise InvalidInputError(f"{dates!r} is no order of dates. Choose one of: {', '.join(DATE_ORDERS)}.")
    return ColumnMapping(columns=columns, dates=order)


def guess_columns(columns: Sequence[str]) -> dict[str, str]:
    """A column for every field, empty where none seems to hold it; a column serves one field only."""
    plain = {re.sub(r"[\W_]", "", search_key(column)): column for column in reversed(columns)}
    guessed: dict[str, str] = {}
    for name in FIELDS:
        match = next((plain[alias] for alias in _ALIASES[name] if plain.get(alias)), "")
        guessed[name] = match
        plain = {alias: column for alias, column in plain.items() if column != match}
    return guessed


def year_of(text: str) -> str:
    """The one year of four digits in a text such as a date of birth; the text itself when there is not one."""
    years = _YEAR.findall(text)
    return years[0] if len(years) == 1 else text


def iso_date(text: str, order: DateOrder) -> str:
    """A date of that order as YYYY-MM-DD; any other text as it is."""
    match = _DAY_MONTH_YEAR.fullmatch(text.strip())
    if match is None or order == "iso":
        return text
    first, second, year = match.groups()
    day, month = (first, second) if order == "day_first" else (second, first)
    return f"{year}-{month:0>2}-{day:0>2}"
