"""Theme and language."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox

from forensic_id.gui.desk import Desk
from forensic_id.gui.language import LANGUAGES
from forensic_id.gui.settings.card import Card


class AppearanceCard(Card):
    """Both hold at once, and are kept for the next start."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Appearance"))
        self._desk = desk
        self.theme = QComboBox()
        self.theme.addItem(self.tr("As the system"), "system")
        self.theme.addItem(self.tr("Light"), "light")
        self.theme.addItem(self.tr("Dark"), "dark")
        self.theme.setCurrentIndex(self.theme.findData(desk.preferences.theme))
        self.theme.currentIndexChanged.connect(self._choose_theme)
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(desk.preferences.language)))
        self.language.currentIndexChanged.connect(self._choose_language)
        self.add_row(
            self.tr("Theme"),
            self.tr("Light or dark; the system's is followed also when it switches by itself."),
            self.theme,
        )
        self.add_row(
            self.tr("Language"),
            self.tr("Of menus and pages. Records and reports stay English: they are evidence."),
            self.language,
        )

    def _choose_theme(self) -> None:
        choice = self.theme.currentData()
        self._desk.preferences.theme = choice
        self._desk.appearance.apply(choice, _application())

    def _choose_language(self) -> None:
        code = self.language.currentData()
        self._desk.preferences.language = code
        self._desk.appearance.language.use(code, _application())


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - Qt's instance() is typed as its base
    return application
