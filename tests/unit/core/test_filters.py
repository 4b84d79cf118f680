"""Filters as the user writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.filters import DATE_FIELDS, FILTER_FIELDS, TEXT_FIELDS, check_filter, folded, parse_filter
from forensic_id.core.records import Filter


@pytest.mark.parametrize(
    ("text", "name", "low", "high"),
    [
        ("sex=male", "sex", "male", "male"),
        (" sex = male ", "sex", "male", "male"),
        ("name=a=b..c", "name", "a=b..c", "a=b..c"),
        ("source=", "source", "", ""),
        ("birth_year=1970", "birth_year", "1970", "1970"),
        ("birth_year=1970..1990", "birth_year", "1970", "1990"),
        ("birth_year= 1970 .. ", "birth_year", "1970", ""),
        ("booking_date=..2020-12-31", "booking_date", "", "2020-12-31"),
    ],
)
def test_a_filter_is_read(text: str, name: str, low: str, high: str) -> None:
    assert parse_filter(text) == Filter(name=name, low=low, high=high)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("sex", "no '='"),
        ("height=180", "Known fields are: external_id, name, sex"),
        ("birth_year=", "birth_year=1970..1990"),
        ("booking_date=..", "booking_date=2019-01-01"),
        ("birth_year=70..90", "'70'"),
        ("birth_year=1990..1970", "backwards"),
        ("booking_date=2020", "YYYY-MM-DD"),
        ("retention_date=2020-12-31..2020-01-01", "backwards"),
    ],
)
def test_a_filter_that_cannot_be_used_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidInputError, match=reason.replace("(", r"\(")):
        parse_filter(text)


@given(st.sampled_from(TEXT_FIELDS), st.text().map(str.strip))
def test_any_text_can_be_asked_for(name: str, value: str) -> None:
    assert parse_filter(f"{name}={value}") == Filter(name=name, low=value, high=value)


@given(st.integers(1850, 2100), st.integers(1850, 2100))
def test_what_is_printed_reads_back(one: int, two: int) -> None:
    filter_ = Filter(name="birth_year", low=str(min(one, two)), high=str(max(one, two)))
    assert parse_filter(str(filter_)) == filter_


def test_filters_made_elsewhere_are_checked_too() -> None:
    for name in FILTER_FIELDS:
        check_filter(Filter(name=name, low="2000" if name not in DATE_FIELDS else "2000-01-01", high=""))
    with pytest.raises(InvalidInputError):
        check_filter(Filter(name="", low="x", high="x"))


@given(st.text())
def test_folding_does_not_know_case_or_composition(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded("ÅSA") == folded("a\u030asa")
