"""Several warnings under each other, each as high as its text needs, scrolled where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner


class NoticeList(QScrollArea):
    """A scroll area does not ask wrapped text how high it is at its width: this one does."""

    def __init__(self) -> None:
        super().__init__()
        self._sentences: tuple[str, ...] = ()
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE["xs"])
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._inside = inside

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown."""
        return self._sentences

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show other warnings."""
        if sentences == self._sentences:
            return
        self._sentences = sentences
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for sentence in sentences:
            self._layout.addWidget(Banner(translated(sentence)))
        self._layout.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sentences else Qt.FocusPolicy.NoFocus)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._inside.setMinimumHeight(max(0, self._layout.totalHeightForWidth(self.viewport().width())))
