"""Taking pictures from outside: files dropped on a widget, and files or pictures pasted into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

IMAGE_FILES = "*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.gif *.ppm *.pgm"
"""For file dialogs; what a file really is, its bytes say."""


class ImageIntake(QObject):
    """Watches a widget; a page connects to what it brings."""

    files_given = Signal(list)
    """Paths of files and folders that were dropped or pasted."""
    image_given = Signal(QImage)
    """A picture without a file was pasted, such as a screenshot."""

    def __init__(self, widget: QWidget, *, may_take: Callable[[], bool] = lambda: True) -> None:
        super().__init__(widget)
        self._may_take = may_take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), widget)
        paste.activated.connect(self.paste)

    def paste(self) -> None:
        """Take what the clipboard holds."""
        self._take(QGuiApplication.clipboard().mimeData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and not isinstance(event, QDragEnterEvent):
            if event.type() == QEvent.Type.Drop:
                self._take(event.mimeData())
            event.acceptProposedAction()
            return True
        if isinstance(event, QDragEnterEvent) and self._may_take() and _paths(event.mimeData()):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def _take(self, data: QMimeData) -> None:
        if not self._may_take():
            return
        if paths := _paths(data):
            self.files_given.emit(paths)
        elif data.hasImage():
            image = data.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.image_given.emit(image)


def _paths(data: QMimeData) -> list[Path]:
    """Files, or the one file whose whole path was copied as text."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    text = data.text().strip().strip('"') if data.hasText() and not files else ""
    return files or ([Path(text)] if text and "\n" not in text and Path(text).is_absolute() else [])
