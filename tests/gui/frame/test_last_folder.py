"""Where file dialogs open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.preferences import Preferences


def test_a_dialog_opens_where_the_last_file_of_its_purpose_was_chosen(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.ini")
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    used = tmp_path / "used"
    used.mkdir()
    exports = LastFolder(preferences, "exports")
    assert exports.folder() == documents
    exports.remember(used / "report.pdf")
    assert LastFolder(preferences, "exports").folder() == used
    assert LastFolder(preferences, "sketches").folder() == documents
    used.rmdir()
    assert exports.folder() == documents
