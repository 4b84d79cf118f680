"""How the application looks and speaks: style sheet, palette, fonts, icons in the theme's colours, language."""

from __future__ import annotations

import string
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from forensic_id.gui.language import Language
from forensic_id.gui.preferences import ThemeChoice
from forensic_id.gui.theme.icons import Icons
from forensic_id.gui.theme.tokens import DARK, LIGHT, RADIUS, SPACE, TYPE, Colours

_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_FAMILY = "Noto Sans"


class Appearance(QObject):
    """The look of the running application; one for the process."""

    changed = Signal()
    """The theme was switched: what painted itself in the old colours has to do so again."""

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.resources = resources
        """The folder of shipped files."""
        self.language = Language(resources / "translations", self)
        self._choice: ThemeChoice = "system"
        self._watched: QApplication | None = None
        self._colours = LIGHT
        self._icons = Icons(resources / "icons", LIGHT.text)
        for name in _FONTS:
            QFontDatabase.addApplicationFont(str(resources / "fonts" / name))

    def load_scripts(self) -> None:
        """Register the fonts of all other scripts, so that every name can be read; too slow to be done first."""
        for path in sorted((self.resources / "fonts").glob("*.ttf")):
            if path.name not in _FONTS:
                QFontDatabase.addApplicationFont(str(path))

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return self._colours

    @property
    def dark(self) -> bool:
        """Whether the dark theme is in use."""
        return self._colours is DARK

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """An icon in the text colour of the theme, or in another one."""
        return self._icons.get(name, colour)

    def apply(self, choice: ThemeChoice, application: QApplication) -> None:
        """Switch the whole application to a theme; `system` goes on following the system."""
        self._choice = choice
        self._follow_system(application)
        dark = choice == "dark" or (choice == "system" and _system_scheme(application) is Qt.ColorScheme.Dark)
        self._colours = DARK if dark else LIGHT
        self._icons = Icons(self.resources / "icons", self._colours.text)
        application.setStyle("Fusion")
        application.setFont(QFont(_FAMILY, round(TYPE["body"])))
        application.setPalette(_palette(self._colours))
        application.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _follow_system(self, application: QApplication) -> None:
        if self._watched is None:
            self._watched = application
            application.styleHints().colorSchemeChanged.connect(self._system_switched)

    def _system_switched(self, scheme: Qt.ColorScheme) -> None:
        if (
            self._choice == "system"
            and self._watched is not None
            and self.dark is not (scheme is Qt.ColorScheme.Dark)
        ):
            self.apply("system", self._watched)

    def _style_sheet(self) -> str:
        text = (self.resources / "qss" / "application.qss").read_text(encoding="utf-8")
        values = {
            **asdict(self._colours),
            **{f"space_{name}": f"{value}px" for name, value in SPACE.items()},
            **{f"radius_{name}": f"{value}px" for name, value in RADIUS.items()},
            **{f"type_{name}": f"{value}pt" for name, value in TYPE.items()},
            "icons": (self.resources / "icons").as_posix(),
            "theme": "dark" if self.dark else "light",
        }
        return string.Template(text).substitute(values)


def _system_scheme(application: QApplication) -> Qt.ColorScheme:
    return application.styleHints().colorScheme()


def _palette(colours: Colours) -> QPalette:
    """For what no style sheet reaches: item views' text, links, tool tips, disabled text."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette
