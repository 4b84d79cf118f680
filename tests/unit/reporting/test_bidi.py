"""Direction of text, checked against an independent implementation of UAX #9."""

from __future__ import annotations

from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_id.reporting.bidi import base_level, levels, mirrored, visual_order

LETTERS = "abXяω" + "אבג" + "ابتم"
SIGNS = "0189" + "٠١٩" + " .,:/+-%!#"
TEXTS = st.text(alphabet=LETTERS + SIGNS, min_size=1, max_size=24).map(str.strip).filter(bool)


@settings(deadline=None)
@given(TEXTS)
def test_the_order_on_the_page_is_that_of_another_implementation(text: str) -> None:
    direction = "R" if base_level(text) else "L"
    assert "".join(visual_order(text, levels(text))) == get_display(text, base_dir=direction)


def test_a_paragraph_reads_the_way_its_first_strong_letter_does() -> None:
    assert base_level("12. אבג abc") == 1
    assert base_level("(abc) אבג") == 0
    assert base_level("12.05.1980") == 0


def test_a_date_after_an_arabic_name_keeps_its_own_order() -> None:
    text = "محمد 12.05.1980"
    assert "".join(visual_order(text, levels(text))).startswith("12.05.1980 ")


def test_a_percent_sign_before_a_number_belongs_to_it() -> None:
    text = "א %12"
    assert "".join(visual_order(text, levels(text))) == "%12 א"


def test_marks_stay_with_their_letter() -> None:
    assert levels("אָ") == [1, 1]
    assert levels("\u0301a") == [0, 0]


def test_brackets_turn_round_in_a_run_from_right_to_left() -> None:
    assert mirrored("(.") == ".)"


def test_nothing_at_all_has_no_order() -> None:
    assert visual_order([], []) == []
