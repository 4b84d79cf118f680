"""Numbers in the language of the interface, and that nothing else of it writes any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_id import gui
from forensic_id.core.progress import Progress
from forensic_id.gui.figure_words import figure_words, set_words, value_words
from forensic_id.gui.language import Language
from forensic_id.gui.numbers import counted, done_of, in_language, measured
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.widgets.number_axis import NumberAxis
from forensic_id.gui.workbench.edit_tools import EditTools

FORMATTED = re.compile(r"\{[^{}\n]*:(?:[-+]?,?(?:\.(?:\d+|\{\w+\}))?[fge%]|,d?)\}")
FORMS = st.sampled_from(["g", ".4f", ",.1f", ",", ".2%"])


@pytest.fixture
def german(appearance: Appearance, qapp: QApplication) -> Iterator[Language]:
    appearance.language.use("de", qapp)
    yield appearance.language
    appearance.language.use("en", qapp)


def written() -> tuple[str, ...]:
    return (
        counted(1234567),
        measured(-1204.5, ",.1f"),
        measured(0.125, ".1%"),
        measured(1.5e-9, "g"),
        done_of(Progress(stage="", done=3, total=1204)),
        done_of(Progress(stage="", done=3)),
    )


def test_numbers_follow_the_language_while_the_program_runs(german: Language, qapp: QApplication) -> None:
    assert written() == ("1.234.567", "-1.204,5", "12,5\u00a0%", "1,5e-09", " 3 / 1.204", "")
    german.use("en", qapp)
    assert written() == ("1,234,567", "-1,204.5", "12.5%", "1.5e-09", " 3 / 1,204", "")


@pytest.mark.usefixtures("german")
def test_fields_and_plots_write_numbers_as_texts_do(appearance: Appearance, qapp: QApplication, qtbot: QtBot) -> None:
    tools = EditTools(appearance)
    qtbot.addWidget(tools)
    tools.gamma.show_value(1.25)
    tools.clean.show_value(40)
    assert (tools.gamma.field.text(), tools.clean.field.text()) == ("1,25", "40\u00a0%")
    assert NumberAxis("left").tickStrings([0.5, 1.0], 1.0, 0.5) == ["0,5", "1,0"]
    appearance.language.use("en", qapp)
    again = EditTools(appearance)
    qtbot.addWidget(again)
    again.gamma.show_value(1.25)
    again.clean.show_value(40)
    assert (again.gamma.field.text(), again.clean.field.text()) == ("1.25", "40%")
    assert NumberAxis("left").tickStrings([0.5, 1.0], 1.0, 0.5) == ["0.5", "1.0"]


@pytest.mark.usefixtures("german")
def test_a_number_keeps_its_value_and_what_is_none_is_left_alone() -> None:
    @settings(max_examples=40)
    @given(st.floats(-1e12, 1e12), FORMS)
    def keeps_its_value(value: float, form: str) -> None:
        english = format(value, form)
        shown = in_language(english)
        plain = english.removesuffix("%").replace(",", "")
        assert QLocale("de").toDouble(shown.removesuffix("\u00a0%")) == (float(plain), True)

    @settings(max_examples=40)
    @given(st.text().filter(lambda text: set(text) - set("+-,.%e0123456789")))
    def is_left_alone(text: str) -> None:
        assert in_language(text) == text

    keeps_its_value()
    is_left_alone()


@pytest.mark.usefixtures("german")
def test_versions_dates_and_the_like_are_no_numbers() -> None:
    for name in ("1.2.3", "2026-11-28", "12/3", "1,20", "12,345,6", ".5", "5.", "1e", "%", "", "1.5 MB"):
        assert in_language(name) == name


STRANGERS = "among 1,204 strangers somebody may well be as far ahead (score 0.5, threshold 0.75)."
UNKNOWN = "The person sought may be anywhere on the list, or not in the gallery."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1,204 photos have no feature under the model in use: searches do not find them.", "1.204 Fotos"),
        ("12% of the face is pure black or white: detail is lost there.", "12\u00a0% des Gesichts"),
        ("Levels set: black 5, white 250, gamma 1.25", "Gamma 1,25"),
        (f"Nothing stands out: {STRANGERS} {UNKNOWN}", "Unter 1.204 Fremden"),
        (f"Nothing stands out: {STRANGERS} {UNKNOWN}", "(Wert 0,5, Schwelle 0,75)"),
        ("“1,204.5” is empty. Choose a picture that opens in an image viewer.", "„1,204.5“"),
        ("There is no case '12.5'.", "Es gibt keinen Fall „12.5“."),
        ("There is no case 1,204. Open it first, with offence, authority and requester.", " 1,204"),
        ("The package is of version 1.5, this program knows 1.25. Update the program.", " 1.25"),
    ],
)
def test_numbers_in_sentences_follow_and_what_names_something_does_not(
    german: Language, qapp: QApplication, said: str, shown: str
) -> None:
    assert shown in translated(said)
    german.use("en", qapp)
    assert translated(said) == said


@pytest.mark.usefixtures("german")
def test_what_was_measured_of_a_model_follows_the_language() -> None:
    assert value_words("0.906; FNIR(N=2388, R=1) = 0.094") == "0,906; FNIR(N=2388, R=1) = 0,094"
    assert value_words("0.869 to 0.934") == "0,869 bis 0,934"
    assert value_words("-0.50 to 2.25") == "-0,50 bis 2,25"
    assert value_words("2388") == "2.388"
    assert value_words("trainer 1.2.3") == "trainer 1.2.3"
    assert figure_words("recall@10") == "Recall@10"
    assert figure_words("recall@10 without generator") == "Recall@10 ohne Generator"
    assert figure_words("FPIR(N=150, T=1.81)") == "FPIR(N=150, T=1,81)"
    assert set_words("validation_pairs") == set_words("validation pairs") == "Vom Training zurückgehaltene Paare"
    assert set_words("cufsf194+lfw") == "CUFSF, mit Übertreibung gezeichnet, um Fotos Fremder ergänzt"
    assert set_words("our own") == "our own"


def test_nothing_else_of_the_interface_formats_numbers() -> None:
    found = [
        f"{path.name}: {place}"
        for path in sorted(Path(gui.__path__[0]).rglob("*.py"))
        if path.name != "numbers.py"
        for place in FORMATTED.findall(path.read_text(encoding="utf-8"))
    ]
    assert found == []
