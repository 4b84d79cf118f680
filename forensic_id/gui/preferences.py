"""What the program remembers of its user between two starts: never anything that a search depends on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QSettings

ThemeChoice = Literal["system", "light", "dark"]
_THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")


class Preferences:
    """Typed access to one INI file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def library(self) -> Path | None:
        """The library opened last."""
        text = self.text("library")
        return Path(text) if text else None

    @library.setter
    def library(self, folder: Path) -> None:
        self.set_text("library", str(folder))

    @property
    def theme(self) -> ThemeChoice:
        """The theme, or that of the system."""
        text = self.text("theme")
        return next((choice for choice in _THEMES if choice == text), "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self.set_text("theme", choice)

    @property
    def language(self) -> str:
        """ISO 639 code of the interface's language; empty: the system's."""
        return self.text("language")

    @language.setter
    def language(self, code: str) -> None:
        self.set_text("language", code)

    def text(self, key: str, default: str = "") -> str:
        """A value by its key; sections are written `section/key`."""
        return str(self._settings.value(key, default))

    def set_text(self, key: str, value: str) -> None:
        """Remember a value."""
        self._settings.setValue(key, value)

    def state(self, key: str) -> QByteArray:
        """The saved state of a window, splitter or header; empty when there is none."""
        value = self._settings.value(f"state/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, state: QByteArray) -> None:
        """Remember such a state."""
        self._settings.setValue(f"state/{key}", state)

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()
