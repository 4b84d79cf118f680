"""Lines that must not be overlooked."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from forensic_id.core.report import LEAD_BANNER
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label


class Banner(QFrame):
    """One sentence on a coloured line; `notice` for warnings, `banner` for what a list is."""

    def __init__(self, text: str, role: str = "notice") -> None:
        super().__init__()
        self.setProperty("role", role)
        self._text = label(text, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        layout.addWidget(self._text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def width_in_one_line(self) -> int:
        """In device-independent pixels, in the font that the style sheet gives the text of this role."""
        self._text.ensurePolished()
        return self._text.fontMetrics().horizontalAdvance(self.text) + 2 * SPACE["m"] + SPACE["xs"]

    def say(self, text: str) -> None:
        """Say something else; nothing hides the line."""
        self._text.setText(text)
        self.setVisible(bool(text))


def lead_banner() -> Banner:
    """Stands above everything that shows candidates."""
    return Banner(translated(LEAD_BANNER), "banner")
