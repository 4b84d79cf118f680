"""The pages of a report below one another; only those in sight are drawn, and drawn in the background."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from forensic_id.gui.desk import Desk
from forensic_id.gui.report.pdf_pages import FoundText, PdfPages
from forensic_id.gui.tasks import Lane, Task

_GAP = 14
_MARGIN = 18
_STEP = 1.2
_SMALLEST, _LARGEST = 0.2, 5.0
_KEPT = 12
"""Drawn pages that are held; a page at full width of a large screen takes some 12 MB."""
_LINE = 48
_MARK = QColor(255, 213, 0, 90)
_MARK_CURRENT = QColor(255, 140, 0, 140)


class PageView(QAbstractScrollArea):
    """Scrolls through pages. `zoom` is device-independent pixels a point; 0: as wide as the view."""

    page_changed = Signal(int)
    """Another page (from 0) is in the upper part of the view."""
    zoom_changed = Signal(float)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: PdfPages | None = None
        self._zoom = 0.0
        self._drawn: OrderedDict[tuple[int, float], QPixmap] = OrderedDict()
        self._task: Task | None = None
        self._found: Sequence[FoundText] = ()
        self._mark = -1
        self._page = 0
        self.setAccessibleName(self.tr("Pages of the report"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(_LINE)
        desk.appearance.changed.connect(self.viewport().update)

    @property
    def page(self) -> int:
        """The page in the upper part of the view, from 0."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages.sizes) if self._pages else 0

    @property
    def scale(self) -> float:
        """Device-independent pixels a point."""
        if self._zoom or self._pages is None:
            return self._zoom or 1.0
        widest = max(width for width, _height in self._pages.sizes)
        return max(_SMALLEST, (self.viewport().width() - 2 * _MARGIN) / widest)

    def is_drawn(self, page: int) -> bool:
        """Whether a page is drawn at the size it is shown."""
        return (page, self._pixels()) in self._drawn

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another document at the place of the one before."""
        place = self._share()
        self._pages = pages
        self._drawn.clear()
        self._found, self._mark = (), -1
        self._lay_out(place)

    def set_zoom(self, zoom: float) -> None:
        """Pixels a point, 0 for as wide as the view."""
        place = self._share()
        self._zoom = min(_LARGEST, max(_SMALLEST, zoom)) if zoom else 0.0
        self._lay_out(place)
        self.zoom_changed.emit(self.scale)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(self.scale * _STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.set_zoom(self.scale / _STEP)

    def fit_page(self) -> None:
        """See a whole page at once."""
        if self._pages is not None:
            width, height = self._pages.sizes[self._page]
            room = self.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)
            self.set_zoom(min(room.width() / width, room.height() / height))

    def go_to(self, page: int) -> None:
        """Bring a page (from 0) to the top."""
        if self.count:
            page = min(self.count - 1, max(0, page))
            self.verticalScrollBar().setValue(round(self._top(page)) - _MARGIN)

    def show_found(self, found: Sequence[FoundText], current: int) -> None:
        """Mark found texts; the current one is brought into sight."""
        self._found, self._mark = found, current
        if 0 <= current < len(found) and found[current].places:
            place = found[current]
            top = self._top(place.page) + place.places[0].top() * self.scale
            bar = self.verticalScrollBar()
            if not bar.value() < top < bar.value() + self.viewport().height() - _LINE:
                bar.setValue(round(top) - self.viewport().height() // 3)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self._page + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self._page - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(self.count - 1),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: lambda: self.set_zoom(0),
        }
        if event.key() in actions:
            actions[event.key()]()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.scale * _STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._share())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = self._desk.appearance.colours
        painter.fillRect(self.viewport().rect(), QColor(colours.raised))
        for page in self._in_sight():
            sheet = self._sheet(page)
            painter.fillRect(sheet.adjusted(-1, -1, 1, 1), QColor(colours.line))
            picture = self._picture(page)
            if picture is None:
                painter.fillRect(sheet, QColor("white"))
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(sheet, picture)
            self._paint_marks(painter, page, sheet.topLeft())
        painter.end()
        self._draw_next()

    def _paint_marks(self, painter: QPainter, page: int, corner: QPoint) -> None:
        scale = self.scale
        for number, found in enumerate(self._found):
            if found.page == page:
                for place in found.places:
                    area = QRectF(place.topLeft() * scale + corner, place.size() * scale)
                    painter.fillRect(area, _MARK_CURRENT if number == self._mark else _MARK)

    def _lay_out(self, place: float) -> None:
        if self._pages is None:
            self.verticalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        scale = self.scale
        whole = self._top(self.count) - _GAP + _MARGIN
        widest = max(width for width, _height in self._pages.sizes) * scale + 2 * _MARGIN
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(self.viewport().height())
        vertical.setRange(0, max(0, round(whole) - self.viewport().height()))
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, round(widest) - self.viewport().width()))
        vertical.setValue(round(place * whole))
        self._scrolled()
        self.viewport().update()

    def _share(self) -> float:
        """How far down the view is, as a share of all pages."""
        if self._pages is None:
            return 0.0
        return self.verticalScrollBar().value() / max(1.0, self._top(self.count) - _GAP + _MARGIN)

    def _top(self, page: int) -> float:
        """The upper edge of a page in the column of all pages."""
        heights = [height for _width, height in self._pages.sizes[:page]] if self._pages else []
        return _MARGIN + sum(heights) * self.scale + _GAP * len(heights)

    def _sheet(self, page: int) -> QRect:
        """Where a page is on the viewport."""
        width, height = self._pages.sizes[page] if self._pages else (0.0, 0.0)
        scale = self.scale
        left = max(_MARGIN, (self.viewport().width() - round(width * scale)) // 2)
        return QRect(
            left - self.horizontalScrollBar().value(),
            round(self._top(page)) - self.verticalScrollBar().value(),
            round(width * scale),
            round(height * scale),
        )

    def _in_sight(self) -> list[int]:
        area = self.viewport().rect()
        return [page for page in range(self.count) if self._sheet(page).intersects(area)]

    def _scrolled(self) -> None:
        self.viewport().update()
        seen = [page for page in self._in_sight() if self._sheet(page).bottom() > self.viewport().height() // 3]
        page = seen[0] if seen else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _pixels(self) -> float:
        """Device pixels a point."""
        return round(self.scale * self.devicePixelRatioF(), 4)

    def _picture(self, page: int) -> QPixmap | None:
        """The page at its size, or at another one until that is drawn."""
        exact = self._drawn.get((page, self._pixels()))
        if exact is not None:
            return exact
        return next((picture for (number, _scale), picture in self._drawn.items() if number == page), None)

    def _draw_next(self) -> None:
        """Pages in sight first, then the next one."""
        if self._task is not None or self._pages is None:
            return
        sight = self._in_sight()
        ahead = [sight[-1] + 1] if sight and sight[-1] + 1 < self.count else []
        missing = [page for page in (*sight, *ahead) if not self.is_drawn(page)]
        if not missing:
            return
        pages, page, scale = self._pages, missing[0], self._pixels()

        def keep(image: QImage) -> None:
            self._task = None
            if pages is self._pages:
                self._keep(page, scale, image)

        self._task = self._desk.run(
            Lane.PICTURES,
            lambda _place, _task: pages.render(page, scale),
            owner=self,
            on_done=keep,
            on_failed=self._failed,
            on_cancelled=self._stopped,
        )

    def _keep(self, page: int, scale: float, image: QImage) -> None:
        for key in [key for key in self._drawn if key[0] == page]:
            del self._drawn[key]
        self._drawn[page, scale] = QPixmap.fromImage(image)
        while len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        self.viewport().update()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._pages = None
        self._desk.tasks.failed.emit(error)

    def _stopped(self) -> None:
        self._task = None
