"""One line about the candidate that figures are about, and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_PICTURE = QSize(44, 52)


class CandidateStrip(QWidget):
    """Thumbnail and rank; the buttons ask for a step of -1 or 1."""

    step_requested = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._photo_id = 0
        self._picture = QLabel()
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = label("", "lead")
        self.before = self._button(self.tr("Candidate before"), -1)
        self.after = self._button(self.tr("Next candidate"), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.before)
        layout.addWidget(self.after)
        self._show_icons()
        desk.appearance.changed.connect(self._show_icons)
        desk.thumbnails.loaded.connect(self._show_loaded)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_candidate(self, text: str, photo_id: int, *, first: bool, last: bool) -> None:
        """Tell of a candidate."""
        self._text.setText(text)
        self._photo_id = photo_id
        self.before.setEnabled(not first)
        self.after.setEnabled(not last)
        self._show_loaded(photo_id)

    def _show_loaded(self, photo_id: int) -> None:
        if photo_id != self._photo_id:
            return
        pixmap = self._desk.thumbnails.get(photo_id)
        self._picture.clear()
        if pixmap is not None and not pixmap.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(pixmap.scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio, smooth))

    def _button(self, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.step_requested.emit(step))
        return button

    def _show_icons(self) -> None:
        self.before.setIcon(self._desk.appearance.icon("chevron-left"))
        self.after.setIcon(self._desk.appearance.icon("chevron-right"))
