"""Shows one topic: its text, and its pictures in the colours of the theme and as wide as the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QStyle, QTextBrowser

from forensic_id.gui.help.topics import Topic
from forensic_id.gui.theme.tokens import SPACE


class TopicView(QTextBrowser):
    """Text to read. Links are told by `anchorClicked` and open nothing by themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(SPACE["xl"])
        self._pictures: dict[str, QImage] = {}

    def show_topic(self, topic: Topic, *, dark: bool) -> None:
        """Show a topic from its beginning."""
        pictures = {name: QImage(str(topic.picture(name, dark=dark))) for name in topic.pictures}
        self._pictures = {name: picture for name, picture in pictures.items() if not picture.isNull()}
        self.setMarkdown(topic.text_with(self._pictures))
        self._fit_pictures()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    @property
    def text_width(self) -> int:
        """Pixels for a picture; a scroll bar is always allowed for, so that its coming and going changes nothing."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return int(self.width() - 2 * self.frameWidth() - bar - 2 * self.document().documentMargin())

    def _fit_pictures(self) -> None:
        for name, picture in self._pictures.items():
            self.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), self._fitted(picture))
        if self._pictures:
            self.document().markContentsDirty(0, self.document().characterCount())

    def _fitted(self, picture: QImage) -> QImage:
        """Never larger than the picture is, and sharp on screens with more than one dot to the pixel."""
        ratio = self.devicePixelRatioF()
        width = min(max(self.text_width, 1), picture.width())
        dots = min(round(width * ratio), picture.width())
        fitted = picture.scaledToWidth(dots, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(dots / width)
        return fitted
