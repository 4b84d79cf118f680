"""Asks where a file is to be written, beginning in the folder where the last one was."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.preferences import Preferences

_ENDING = re.compile(r"\*\.(\w+)")


def ask_where_to_save(
    parent: QWidget, preferences: Preferences, title: str, *, name: str, kinds: str, then: Callable[[Path], None]
) -> None:
    """Open the dialog; `then` gets the place once it is chosen, and the dialog asks before a file is replaced.

    `kinds` are Qt's, such as `Table (*.csv);;Whole record (*.json)`; a name without an ending gets that of the kind.
    """
    last = LastFolder(preferences, "exports")
    dialog = QFileDialog(parent, title, str(last.folder()), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def follow(kind: str) -> None:
        if found := _ENDING.search(kind):
            dialog.setDefaultSuffix(found.group(1))

    def chosen(file: str) -> None:
        last.remember(Path(file))
        then(Path(file))

    follow(kinds)
    dialog.selectFile(name)
    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
