"""What costs the main thread time once, done in small pieces while nothing else happens after the start.

Modules of pages that were not shown yet are imported, and the classes of Qt are wrapped that PySide otherwise wraps
in the middle of the first painted list. At the end, everything that lives as long as the program is taken out of
sight of the garbage collector, which otherwise looks through all of it again and again while somebody scrolls.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer

from forensic_id.gui import gallery, report, review, search, workbench
from forensic_id.gui.tasks import TaskRunner

_BETWEEN_PIECES = 20
"""Milliseconds for the user's input and for painting."""
_CLASSES_A_PIECE = 8
_PACKAGES = (gallery, workbench, search, review, report)
_WITH_PLOTS = {"curve_plot", "occlusion_plot", "plane_plot", "plot_card", "why_step"}
"""They bring pyqtgraph, a third of a second in one piece; who wants to see plots waits for it."""


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


def warming_pieces() -> Iterator[Callable[[], object]]:
    """Actions of some milliseconds each."""
    names = iter(dir(QtWidgets))
    while some := tuple(islice(names, _CLASSES_A_PIECE)):
        yield lambda wanted=some: [getattr(QtWidgets, name) for name in wanted]  # type: ignore[misc]
    for package in _PACKAGES:
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if module.name.rpartition(".")[2] not in _WITH_PLOTS:
                yield lambda name=module.name: importlib.import_module(name)  # type: ignore[misc]
