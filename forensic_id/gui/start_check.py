"""For whoever packages the program: does every part of it start? (`forensic-id-desktop --check-start`).

A packaged program can lack a module or a file that nobody misses until a page is opened. So everything is imported
and every page opened once, over the library that the options name; then the program ends by itself.
"""

from __future__ import annotations

import importlib
import pkgutil

from PySide6.QtCore import QObject, QTimer

from forensic_id import gui
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.pages import PAGES

_BETWEEN_PAGES = 20
"""Milliseconds; a page that waits for the library is looked at again after them."""


class StartCheck(QObject):
    """Opens page after page and closes the window; `failures` says in sentences what did not work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._names = iter([spec.name for spec in PAGES])
        self._opened = ""
        self.failures: list[str] = []
        window.desk.tasks.failed.connect(self.note)
        self._timer = QTimer(self, interval=_BETWEEN_PAGES)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def note(self, error: Exception) -> None:
        """Remember an error that nobody else took."""
        self.failures.append(f"{self._opened or 'start'}: {error!r}")

    def _go_on(self) -> None:
        if self._window.desk.tasks.running:
            return
        if self._window.page is None:
            self.failures.append("No page was shown: the library asks something first, or there is none.")
            self._end()
        elif not self._opened:
            print("The first page is shown.", flush=True)  # whoever started it measures the time
            self._opened = "modules"
            self._import_all()
        else:
            self._open_next()

    def _import_all(self) -> None:
        for module in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."):
            try:
                importlib.import_module(module.name)
            except ImportError as error:
                self.note(error)

    def _open_next(self) -> None:
        self._opened = next(self._names, "")
        if self._opened:
            self._window.show_page(self._opened)
        else:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._window.close()
