"""A verdict in words: one line in colour, the first thing that does not hold, and all sentences below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import Role, label, set_role

Group = tuple[str, Sequence[str], Role]
"""Title, sentences and colour of sentences that belong together."""


class VerdictView(QFrame):
    """Empty until something was checked; everything can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.headline = label("", "lead", wrap=True)
        self.first = label("", "danger", wrap=True)
        self._said: list[str] = []
        self._sentences = QWidget()
        self._lines = QVBoxLayout(self._sentences)
        self._lines.setContentsMargins(0, 0, SPACE["s"], 0)
        self._lines.setSpacing(SPACE["xs"])
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._sentences)
        self._area.setAccessibleName(self.tr("What was found"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.headline)
        layout.addWidget(self.first)
        layout.addWidget(self._area, 1)
        self.wait("")

    @property
    def text(self) -> str:
        """All that is said below the headline."""
        return "\n".join(self._said)

    def wait(self, headline: str) -> None:
        """Say that something is being checked."""
        self._say(headline, "lead", "", ())

    def show_findings(self, headline: str, *, sound: bool, broken: Sequence[str], groups: Sequence[Group]) -> None:
        """Tell what was found."""
        self._say(headline, "success" if sound else "danger", translated(broken[0]) if broken else "", groups)

    def _say(self, headline: str, role: Role, first: str, groups: Sequence[Group]) -> None:
        self.headline.setText(headline)
        set_role(self.headline, role)
        self.first.setText(first)
        self.first.setVisible(bool(first))
        self._said.clear()
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for title, sentences, colour in groups:
            if sentences:
                self._add(title, "small")
                for sentence in sentences:
                    self._add(translated(sentence), colour)
        self._lines.addStretch(1)

    def _add(self, text: str, role: Role) -> None:
        self._said.append(text)
        line = label(text, role, wrap=True)
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines.addWidget(line)
