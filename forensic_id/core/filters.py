"""Filters of the gallery pool: the form the user writes, the fields that are known, how values are compared.

Text fields (`sex=male`) compare whole values without regard to case. Range fields (`birth_year=1970..1990`,
`booking_date=2019-01-01..2020-12-31`) are inclusive; an end may be left open (`birth_year=1970..`). A photo whose
value is not recorded is never inside a range.
"""

from __future__ import annotations

import unicodedata

from forensic_id.core.checked_values import checked_birth_year, checked_date
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import Filter

TEXT_FIELDS = ("external_id", "name", "sex", "ethnicity", "source")
DATE_FIELDS = ("booking_date", "retention_date")
YEAR_FIELD = "birth_year"
FILTER_FIELDS = (*TEXT_FIELDS, YEAR_FIELD, *DATE_FIELDS)


def parse_filter(text: str) -> Filter:
    """Read `field=value` or `field=low..high`.

    Raises InvalidInputError when there is no `=`, the field is unknown or a value has the wrong form.
    """
    name, equals, value = text.partition("=")
    name, value = name.strip(), value.strip()
    if not equals:
        raise InvalidInputError(f"The filter {text!r} has no '='. Write it as field=value, for example sex=male.")
    low, dots, high = value.partition("..")
    if name in TEXT_FIELDS or not dots:
        low = high = value
    filter_ = Filter(name=name, low=low.strip(), high=high.strip())
    check_filter(filter_)
    return filter_


def check_field(name: str) -> None:
    """Raise InvalidInputError for an unknown field."""
    if name not in FILTER_FIELDS:
        known = ", ".join(FILTER_FIELDS)
        raise InvalidInputError(f"{name!r} is no filter field. Known fields are: {known}.")


def check_filter(filter_: Filter) -> None:
    """Raise InvalidInputError for an unknown field, a malformed value or a range that runs backwards."""
    check_field(filter_.name)
    if filter_.name in TEXT_FIELDS:
        return
    ends = [end for end in (filter_.low, filter_.high) if end]
    if not ends:
        raise InvalidInputError(f"The filter {filter_.name} needs a value, for example {_example(filter_.name)}.")
    for end in ends:
        if filter_.name == YEAR_FIELD:
            checked_birth_year(end)
        else:
            checked_date(filter_.name, end)
    if filter_.low and filter_.high and filter_.low > filter_.high:
        raise InvalidInputError(f"The filter {filter_} runs backwards: write the smaller value first.")


def folded(text: str) -> str:
    """The form in which text fields are compared: composed (NFC) and without case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _example(name: str) -> str:
    return "birth_year=1970..1990" if name == YEAR_FIELD else f"{name}=2019-01-01..2020-12-31"
