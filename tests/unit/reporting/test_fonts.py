"""Which font prints what, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.errors import LibraryError
from forensic_id.reporting.fonts import BOLD, REGULAR, SCRIPTS, FontSet
from tests.unit.reporting.conftest import FONTS

NAMES = {
    "Latin": "Żółć Nguyễn Þórr",
    "Cyrillic": "Дмитрий Їжак",
    "Greek": "Γιώργος Ἀλέξανδρος",
    "Arabic": "محمد الأمین پرویز",
    "Hebrew": "אברהם כהן",
    "Chinese": "王小明 陳大文",
    "Japanese": "田中さくら タナカ",
    "Korean": "김민수",
    "Devanagari": "आनन्द शर्मा",
    "Bengali": "রবীন্দ্রনাথ",
    "Tamil": "முருகன்",
    "Thai": "ธีรพงษ์",
    "Georgian": "გიორგი",
    "Armenian": "Արամ",
    "Ethiopic": "አበበ",
    "Khmer": "សុខា",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_in_this_script_is_printed_whole(fonts: FontSet, name: str) -> None:
    assert fonts.printable(name) == name
    assert "".join(run.text for run in fonts.runs(name)) == name


def test_what_no_font_has_is_named_by_its_code_point(fonts: FontSet) -> None:
    shown = fonts.printable("Jo 😀😀𓀀")
    assert shown == "Jo ��� [3 characters of this text could not be printed: U+1F600, U+13000]"


def test_a_single_unprintable_character_is_counted_in_the_singular(fonts: FontSet) -> None:
    assert fonts.printable("a\x07").endswith("[1 character of this text could not be printed: U+0007]")


def test_many_unprintable_characters_are_summed_up(fonts: FontSet) -> None:
    text = "".join(chr(0x1F600 + index) for index in range(9))
    assert fonts.printable(text).endswith("U+1F604, U+1F605 and 3 more]")


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\ue000", "\udc80"])
def test_characters_that_could_disguise_a_name_are_not_obeyed(fonts: FontSet, character: str) -> None:
    assert f"U+{ord(character):04X}" in fonts.printable(f"a{character}b")


def test_decomposed_letters_are_composed(fonts: FontSet) -> None:
    assert fonts.printable("Z\u0307o\u0301") == "Żó"


def test_line_breaks_are_kept(fonts: FontSet) -> None:
    assert fonts.printable("a\nb\tc") == "a\nb\tc"


def test_joiners_stay_with_the_letters_they_join(fonts: FontSet) -> None:
    (run,) = fonts.runs("می\u200cرود")
    assert run.font_name == "NotoSansArabic-Regular"
    assert run.shaped


def test_bold_text_falls_back_to_the_regular_fonts_of_other_scripts(fonts: FontSet) -> None:
    assert [run.font_name for run in fonts.runs("S-1 王", bold=True)] == ["NotoSans-Bold", "DroidSansFallbackFull"]


def test_a_letter_with_a_mark_that_has_no_composed_form_is_shaped(fonts: FontSet) -> None:
    assert fonts.runs("x\u0331")[0].shaped
    assert not fonts.runs("x")[0].shaped


def test_every_font_of_the_catalogue_is_shipped_with_its_licence() -> None:
    for font in (REGULAR, BOLD, *SCRIPTS):
        assert (FONTS / font.file_name).is_file()
    assert {path.name for path in FONTS.glob("LICENSE*")} == {"LICENSE-OFL-1.1.txt", "LICENSE-Apache-2.0.txt"}


def test_a_missing_font_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"NotoSans-Regular\.ttf cannot be read"):
        FontSet(tmp_path).printable("a")
