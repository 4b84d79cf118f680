"""What a page shows while it has nothing to show: why, and the button that changes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_ICON = QSize(48, 48)
_TEXT_WIDTH = 420


class EmptyState(QWidget):
    """An icon, a headline, a sentence, and at most one action."""

    action_requested = Signal()

    def __init__(self, icon: QIcon, headline: str, sentence: str, action: str = "") -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icon.pixmap(_ICON))
        self._sentence = text = label(sentence, "muted", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(_TEXT_WIDTH)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["m"])
        self.button: QPushButton | None = None
        layout.addStretch(1)
        for widget in (picture, label(headline, "title")):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()  # an aligned item of a layout gets no height for its width: its second line would be cut
        row.addStretch(1)
        row.addWidget(text)
        row.addStretch(1)
        layout.addLayout(row)
        if action:
            self.button = button = QPushButton(action)
            button.setProperty("role", "primary")
            button.clicked.connect(self.action_requested)
            self.setFocusProxy(button)
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def say(self, sentence: str) -> None:
        """Say another sentence."""
        self._sentence.setText(sentence)
