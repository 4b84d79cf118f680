"""Where file dialogs open: in the folder used last for the same purpose, never wherever the program was started."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from forensic_id.gui.preferences import Preferences

_Location = QStandardPaths.StandardLocation


class LastFolder:
    """One purpose, such as `sketches`, and the folder last used for it."""

    def __init__(
        self, preferences: Preferences, purpose: str, first: _Location = _Location.DocumentsLocation
    ) -> None:
        self._preferences, self._key, self._first = preferences, f"folders/{purpose}", first

    def folder(self) -> Path:
        """The folder used last; before the first time, or once it is gone, the user's own."""
        last = self._preferences.text(self._key)
        if last and Path(last).is_dir():
            return Path(last)
        return Path(QStandardPaths.writableLocation(self._first))

    def remember(self, file: Path) -> None:
        """A file was chosen here."""
        self._preferences.set_text(self._key, str(file.parent))
