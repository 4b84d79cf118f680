"""What costs the main thread time once, done in small pieces while nothing else happens after the start.

Modules of pages that were not shown yet are imported, the pages that come next are built and painted once, fonts of
other scripts are loaded, and the classes of Qt are wrapped that PySide otherwise wraps in the middle of the first
painted list. At the end, everything that lives as long as the program is taken out of sight of the garbage collector,
which otherwise looks through all of it again and again while somebody scrolls.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer

from forensic_id.gui import gallery, report, review, search, workbench
from forensic_id.gui.gallery.cards import card_fonts
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.tasks import TaskRunner

_BETWEEN_PIECES = 20
"""Milliseconds for the user's input and for painting."""
_CLASSES_A_PIECE = 8
_ROOM = 1600
"""Pixels in which all letters find room: what is outside a picture is not drawn."""
_PACKAGES = (gallery, workbench, search, review, report)
_WITH_PLOTS = {"curve_plot", "occlusion_plot", "plane_plot", "plot_card", "why_step"}
"""They bring pyqtgraph, a third of a second in one piece; who wants to see plots waits for it."""


_NEXT_PAGES = ("gallery", "search", "review")
_WRITTEN = ("Łucja Åberg", "Ольга", "Ελένη", "محمد", "דוד", "花子", "山田", "지우", "Ngọc Nguyễn")
"""A name in each script that a gallery may hold: the font of each is loaded with the first text that needs it."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 -.,;:()' ÄÖÜäöüßÉéèçñåøŁłśž"
"""What most names and numbers are made of: their glyphs are drawn for the first time in every font of the gallery."""


class WarmUp(QObject):
    """Belongs to the main thread; waits while background work runs, whose results come first."""

    def __init__(self, tasks: TaskRunner, parent: QObject, pieces: Iterable[Callable[[], object]] = ()) -> None:
        super().__init__(parent)
        self._tasks, self._pieces = tasks, iter(pieces or warming_pieces())
        self._timer = QTimer(self, interval=_BETWEEN_PIECES)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def over(self) -> bool:
        """Whether everything is warm."""
        return not self._timer.isActive()

    def _go_on(self) -> None:
        if self._tasks.running:
            return
        piece = next(self._pieces, None)
        if piece is None:
            self._timer.stop()
            gc.collect(1)
            gc.freeze()
        else:
            piece()


def warm_up(window: MainWindow) -> WarmUp:
    """Warm up everything in a window that has just been shown."""
    pages = chain.from_iterable(_page_pieces(window, name) for name in _NEXT_PAGES)
    return WarmUp(window.desk.tasks, window, chain(warming_pieces(), pages))


def _page_pieces(window: MainWindow, name: str) -> Iterator[Callable[[], object]]:
    """Build a page behind the one in front, then have it laid out and painted where nobody sees it."""
    yield lambda: window.prepare_page(name)
    yield lambda: _paint_once(window.findChild(QtWidgets.QWidget, f"page-{name}"))


def _paint_once(page: QtWidgets.QWidget | None) -> None:
    """Styles, layouts and glyphs are made by the first painting: not in the turn that shows the page."""
    room = None if page is None else page.parentWidget()
    if page is not None and room is not None and not page.isVisible():
        page.resize(room.size())
        page.grab()


def warming_pieces() -> Iterator[Callable[[], object]]:
    """Actions of some milliseconds each."""
    classes = ((module, name) for module in (QtWidgets, QtGui) for name in dir(module))
    while some := tuple(islice(classes, _CLASSES_A_PIECE)):
        yield lambda wanted=some: [getattr(module, name) for module, name in wanted]  # type: ignore[misc]
    for name in _WRITTEN:
        yield partial(_write, name, QtGui.QFont())
    for font in (QtGui.QFont(), *card_fonts()):
        yield partial(_write, _LETTERS, font)
    for package in _PACKAGES:
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if module.name.rpartition(".")[2] not in _WITH_PLOTS:
                yield lambda name=module.name: importlib.import_module(name)  # type: ignore[misc]


def _write(text: str, font: QtGui.QFont) -> None:
    """Paint a text where nobody sees it."""
    picture = QtGui.QPixmap(_ROOM, 40)
    painter = QtGui.QPainter(picture)
    painter.setFont(font)
    painter.drawText(0, 20, painter.fontMetrics().elidedText(text, QtCore.Qt.TextElideMode.ElideRight, _ROOM))
    painter.end()
