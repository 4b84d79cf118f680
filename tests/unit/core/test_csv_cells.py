"""Cells that spreadsheets do not run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.csv_cells import csv_cell, plain_text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize(("value", "cell"), [(-1.5, "-1.5"), (3, "3"), (None, ""), ("", ""), ("a=b", "a=b")])
def test_numbers_and_plain_text_stay_as_they_are(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


@given(st.text())
def test_no_text_is_lost(text: str) -> None:
    assert csv_cell(text).removeprefix("'" if not text.startswith("'") else "") == text


@given(st.text().filter(lambda text: not text.startswith("'")))
def test_text_is_read_back_as_it_was(text: str) -> None:
    assert plain_text(csv_cell(text)) == text
