"""What services say, in the language of the interface: templates found again, and shown on real widgets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from forensic_id.core.errors import ImageRefusedError, InvalidInputError
from forensic_id.gui.desk import Desk
from forensic_id.gui.error_dialog import ErrorDialog
from forensic_id.gui.gallery.import_results import ImportResults
from forensic_id.gui.gallery.import_run import ImportRun
from forensic_id.gui.sentences import Phrasebook, sentence_for, translated
from forensic_id.gui.widgets.banner import lead_banner
from forensic_id.services.import_outcomes import ImportOutcome
from installer.translations import FOLDER, SENTENCES, read_translations

PLACE = re.compile(r"\{(\d+)\}")
TEMPLATES: dict[str, list[int]] = json.loads((FOLDER / "sentences.json").read_text(encoding="utf-8"))
GERMAN = {
    text.source: forms[0]
    for text, forms in read_translations(FOLDER / "forensic_id_de.ts").items()
    if text.context == SENTENCES
}


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    return Phrasebook(TEMPLATES, GERMAN.__getitem__)


@pytest.fixture
def german(desk: Desk, qapp: QApplication) -> Iterator[Desk]:
    desk.appearance.language.use("de", qapp)
    yield desk
    desk.appearance.language.use("en", qapp)


def test_every_template_is_found_again_with_its_values_in_their_places(book: Phrasebook) -> None:
    def filled(template: str) -> str:
        return PLACE.sub(lambda place: f"W{place.group(1)}", template)

    assert [each for each in TEMPLATES if book.translated(filled(each)) != filled(GERMAN[each])] == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "“kim.png”: The face is blurred: use a sharper picture if there is one.",
            "“kim.png”: Das Gesicht ist unscharf: Verwenden Sie ein schärferes Bild, wenn es eines gibt.",
        ),
        (
            "“a b.png” does not fit into memory. Save it smaller.",
            "“a b.png” passt nicht in den Arbeitsspeicher. Speichern Sie das Bild kleiner.",
        ),
        (
            "Known by nobody. The landmarks were set by hand.\nThe face has little contrast: use a clearer picture.",
            (
                "Known by nobody. Die Punkte wurden von Hand gesetzt.\nDas Gesicht hat wenig Kontrast: Verwenden Sie"
                " ein klareres Bild."
            ),
        ),
        (
            "p.csv, line 7: The line is no CSV: odd. Mend the list.",
            "p.csv, Zeile 7: Die Zeile ist kein CSV: odd. Berichtigen Sie die Liste.",
        ),
        (
            "Kept by hold 3 on this person (case 12 is open, ref 5); hold 4 on the case 12/3 (appeal).",
            "Bleibt wegen: Sperre 3 auf diese Person (case 12 is open, ref 5); Sperre 4 auf den Fall 12/3 (appeal).",
        ),
        (
            "The policy profile 'Strict' asks for these details of the sketch: kind of sketch, interview date.",
            (
                "Das Regelwerk “Strict” verlangt diese Angaben zum Vergleichsbild: Art des Vergleichsbilds, Datum der"
                " Befragung."
            ),
        ),
        (
            "/x.csv lacks the column 'photo'. Known columns are: photo, name, sex; others can be mapped to them.",
            (
                "/x.csv fehlt die Spalte “photo”. Bekannte Spalten sind: photo, name, sex; andere lassen sich ihnen"
                " zuordnen."
            ),
        ),
        (
            "/x/keys cannot be read: Permission denied. Name a case package.",
            "/x/keys lässt sich nicht lesen: keine Berechtigung. Nennen Sie ein Fallpaket.",
        ),
        (
            "There is no search with the number 5. Purged on 2026-01-01 with its case.",
            "Es gibt keine Suche mit der Nummer 5. Nach Fristablauf gelöscht am 2026-01-01 mit dem Fall.",
        ),
        ("'not a text", "'not a text"),
        ("", ""),
        ("Nobody ever said this. " * 200, "Nobody ever said this. " * 200),
    ],
)
def test_composed_messages_are_translated_part_by_part_and_what_people_wrote_stays(
    book: Phrasebook, said: str, shown: str
) -> None:
    assert book.translated(said) == shown


def test_a_phrasebook_forgets_what_was_long_ago_and_stays_right() -> None:
    templates: dict[str, list[int]] = {"{1} holds no anchor.": [], "of '{1}": []}
    book = Phrasebook(templates, {"{1} holds no anchor.": "Kein Anker in {1}."}.__getitem__)
    assert {book.translated(f"file {n} holds no anchor.") for n in range(5100)} == {
        f"Kein Anker in file {n}." for n in range(5100)
    }
    assert book.translated("'it's holds no anchor.") == "Kein Anker in 'it's."
    assert book.translated("'it's' holds no anchor.") == "Kein Anker in 'it's'."


def test_an_error_is_told_in_the_language_of_the_interface_and_its_details_as_they_were(
    german: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    said = "“kim.png” is empty. Choose a picture that opens in an image viewer."
    dialog = ErrorDialog(ImageRefusedError(said))
    qtbot.addWidget(dialog)
    shown = "„kim.png“ ist leer. Wählen Sie ein Bild, das sich in einem Bildbetrachter öffnen lässt."
    assert dialog.sentence.text() == shown
    assert said in dialog.details.toPlainText()
    assert translated("There is no case 'A'.") == "Es gibt keinen Fall „A“."
    assert lead_banner().text.startswith("Nur ein Ermittlungshinweis.")
    german.appearance.language.use("en", qapp)
    assert sentence_for(InvalidInputError(said)) == said
    assert lead_banner().text.startswith("Investigative lead only.")


def test_files_that_could_not_be_imported_have_their_reason_in_the_language_of_the_interface(
    german: Desk, qtbot: QtBot
) -> None:
    run = ImportRun(german)
    run.path, run.notes = Path("photos"), ("Columns that are not known were ignored: eyes. ",)
    reason = "The photo 'kim.png' does not exist."
    run.log.outcomes.append(ImportOutcome(kind="failed", path="not used", reason=reason))
    dialog = ImportResults(german, run)
    qtbot.addWidget(dialog)
    table = dialog.tabs.widget(0)
    assert isinstance(table, QTableView)
    model = table.model()
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "Das Foto „kim.png“ gibt es nicht."
    assert model.index(0, 0).data() == "not used"
    assert dialog.message.text() == "Unbekannte Spalten wurden übergangen: eyes. "
