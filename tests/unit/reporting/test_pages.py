"""Filling pages with strips."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_id.core.errors import DefectError
from forensic_id.reporting.pages import paginate
from forensic_id.reporting.strips import Strip, space

HEIGHT = 100.0


def strip(height: float, **options: Any) -> Strip:
    return Strip(height=height, draw=lambda _canvas, _x, _top: None, **options)


@settings(deadline=None)
@given(st.lists(st.floats(min_value=1, max_value=HEIGHT), max_size=40))
def test_every_strip_is_on_a_page_once_in_order_and_no_page_is_overfull(heights: list[float]) -> None:
    strips = [strip(height) for height in heights]
    pages = paginate(strips, HEIGHT)
    assert [placed for page in pages for _offset, placed in page.placed] == strips
    assert all(page.used <= HEIGHT + 1e-9 for page in pages)


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page() -> None:
    heading, text = strip(20, keep_with_next=True), strip(30)
    pages = paginate([strip(60), heading, text], HEIGHT)
    assert [placed for _offset, placed in pages[1].placed] == [heading, text]


def test_a_strip_that_opens_a_page_brings_its_header() -> None:
    header = strip(10)
    rows = [strip(40, header=header) for _ in range(5)]
    pages = paginate([header, *rows], HEIGHT)
    assert [page.placed[0][1] for page in pages] == [header] * len(pages)
    assert sum(placed is not header for page in pages for _offset, placed in page.placed) == 5


def test_a_section_may_demand_a_page_of_its_own() -> None:
    assert len(paginate([strip(10), strip(10, new_page=True)], HEIGHT)) == 2
    assert len(paginate([strip(10, new_page=True)], HEIGHT)) == 1


def test_white_space_is_dropped_at_the_head_of_a_page() -> None:
    body = strip(90)
    pages = paginate([strip(95), space(5), body], HEIGHT)
    assert pages[1].placed == [(0, body)]


def test_what_no_page_can_hold_is_a_defect() -> None:
    with pytest.raises(DefectError, match="101 points high"):
        paginate([strip(101)], HEIGHT)
