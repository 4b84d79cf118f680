"""The language of the interface: translations loaded and switched while the program runs.

Records and reports stay English: they are part of what is stored. What services say is translated where it is shown.
Numbers follow (`forensic_id/gui/numbers.py`): the language is the default locale of Qt, and so of every new widget.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from forensic_id.gui.sentences import speak

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Codes and names, each in its own language."""
_SOURCE = "en"
_SENTENCES = "sentences.json"


class Language(QObject):
    """One for the process. Windows hear of a change as QEvent.LanguageChange."""

    def __init__(self, translations: Path, parent: QObject | None = None) -> None:
        """`translations` is the folder of the compiled files, forensic_id_<code>.qm."""
        super().__init__(parent)
        self._folder = translations
        self._installed: list[QTranslator] = []
        self._code = _SOURCE
        QLocale.setDefault(QLocale(_SOURCE))  # until then Qt writes numbers as the system does

    @property
    def code(self) -> str:
        """ISO 639 code of the language in use."""
        return self._code

    def use(self, code: str, application: QCoreApplication) -> None:
        """Speak a language; empty or unknown: that of the system, else English."""
        chosen = code if code in LANGUAGES else _system_language()
        if chosen == self._code:
            return
        self._code = chosen
        QLocale.setDefault(QLocale(chosen))
        for translator in self._installed:
            application.removeTranslator(translator)
        self._installed = []
        speak(self._folder / _SENTENCES if chosen != _SOURCE else None)
        if chosen != _SOURCE:
            self._install(f"forensic_id_{chosen}", self._folder, application)
            qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._install(f"qtbase_{chosen}", qt, application)

    def _install(self, name: str, folder: Path, application: QCoreApplication) -> None:
        translator = QTranslator(self)
        if translator.load(name, str(folder)):
            application.installTranslator(translator)
            self._installed.append(translator)


def _system_language() -> str:
    codes = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in codes if code in LANGUAGES), _SOURCE)
