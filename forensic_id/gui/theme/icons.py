"""Icons: SVG files in one colour, painted in the theme's colour at any size and pixel density."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class _SvgEngine(QIconEngine):
    """Draws one SVG; `currentColor` in the file stands for the colour, or when disabled for a fainter text colour.

    The colour given may be made for the ground of an enabled button; a disabled one has the ground of the window.
    """

    def __init__(self, svg: str, colour: str, text_colour: str) -> None:
        super().__init__()
        self._svg, self._colour, self._text_colour = svg, colour, text_colour
        self._drawn: dict[tuple[int, int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        disabled = mode is QIcon.Mode.Disabled
        colour = self._text_colour if disabled else self._colour
        renderer = QSvgRenderer(QByteArray(self._svg.replace("currentColor", colour).encode()))
        painter.save()
        painter.setOpacity(0.4 if disabled else 1.0)
        renderer.render(painter, rect.toRectF())
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Drawn once for each size: buttons ask anew whenever they are painted."""
        wanted = (size.width(), size.height(), mode is QIcon.Mode.Disabled)
        if wanted not in self._drawn:
            self._drawn[wanted] = self._draw(size, mode, state)
        return self._drawn[wanted]

    def _draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._svg, self._colour, self._text_colour)


class Icons:
    """The icons of a folder by their file's name."""

    def __init__(self, folder: Path, colour: str) -> None:
        self._folder, self._colour = folder, colour
        self._known: dict[tuple[str, str], QIcon] = {}

    def get(self, name: str, colour: str | None = None) -> QIcon:
        """The icon `<name>.svg`, in another colour if one is given."""
        wanted = (name, colour or self._colour)
        if wanted not in self._known:
            svg = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._known[wanted] = QIcon(_SvgEngine(svg, wanted[1], self._colour))
        return self._known[wanted]
