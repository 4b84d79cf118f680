"""Lines of text: what is in them and how wide they are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forensic_id.reporting.fonts import FontSet
from forensic_id.reporting.strips import Setter, row_strips
from forensic_id.reporting.theme import BODY, CELL
from forensic_id.reporting.typesetting import Line, set_lines

SIZE = 10.0


def texts(lines: list[Line]) -> list[str]:
    return ["".join(glyphs.text for glyphs in line.glyphs) for line in lines]


def letters(text: str) -> list[str]:
    return sorted(character for character in text if not character.isspace())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    text=st.text(alphabet="ab Wi,.(12) \nЖω王あ한אבم حम", max_size=80),
    width=st.floats(min_value=30, max_value=300),
)
def test_lines_hold_every_letter_and_keep_to_the_width(fonts: FontSet, text: str, width: float) -> None:
    lines = set_lines(fonts, text, size=SIZE, width=width)
    assert all(line.width <= width + 1e-6 for line in lines)
    assert letters("".join(texts(lines))) == letters(text)


def test_words_are_not_broken_while_they_fit(fonts: FontSet) -> None:
    assert texts(set_lines(fonts, "one two three", size=SIZE, width=45)) == ["one two", "three"]


def test_a_hash_wider_than_the_column_is_broken_where_it_must_be(fonts: FontSet) -> None:
    lines = texts(set_lines(fonts, "f" * 64, size=SIZE, width=60))
    assert len(lines) > 1
    assert "".join(lines) == "f" * 64


def test_a_line_break_begins_a_new_line_and_an_empty_text_is_an_empty_line(fonts: FontSet) -> None:
    assert texts(set_lines(fonts, "a\n\nb", size=SIZE, width=100)) == ["a", "", "b"]


def test_chinese_breaks_between_characters_but_not_before_a_full_stop(fonts: FontSet) -> None:
    lines = texts(set_lines(fonts, "王小明。李", size=SIZE, width=31))
    assert lines == ["王小", "明。李"]


def test_arabic_letters_are_joined_and_nothing_is_added_to_a_name(fonts: FontSet) -> None:
    (line,) = set_lines(fonts, "محمد", size=SIZE, width=100)
    (glyphs,) = line.glyphs
    assert glyphs.text == "محمد"
    assert len(glyphs.drawn) == 4  # no discretionary ligature with vowel signs
    assert glyphs.drawn != glyphs.text


def test_words_of_a_right_to_left_line_stand_from_right_to_left(fonts: FontSet) -> None:
    assert texts(set_lines(fonts, "אב גד", size=SIZE, width=100)) == ["גד אב"]


def test_brackets_around_a_hebrew_name_close_round_it(fonts: FontSet) -> None:
    (line,) = set_lines(fonts, "(אב)", size=SIZE, width=100)
    assert [str(glyphs.drawn) for glyphs in line.glyphs if glyphs.text in "()"] == ["(", ")"]


def test_a_cell_clipped_to_a_few_lines_says_how_much_is_missing(setter: Setter) -> None:
    cell = setter.cell("word " * 200, CELL, 60, most_lines=4)
    plain = setter.cell("word " * 200, CELL, 60)
    assert "more lines in the library]" in " ".join(texts(list(cell.lines)))
    assert len(cell.lines) < len(plain.lines)


def test_a_long_row_becomes_a_strip_for_each_line(setter: Setter) -> None:
    cells = ((0.0, setter.cell("label", BODY, 50)), (60.0, setter.cell("word " * 40, BODY, 80)))
    assert len(row_strips(cells)) == len(cells[1][1].lines)


@pytest.mark.parametrize("text", ["<b>x</b>", "&amp; <img src='http://x/y'/>"])
def test_markup_in_a_text_is_only_text(fonts: FontSet, text: str) -> None:
    assert texts(set_lines(fonts, text, size=SIZE, width=500)) == [text]
