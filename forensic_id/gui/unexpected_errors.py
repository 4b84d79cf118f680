"""Exceptions that nobody caught, in a slot, an event handler or a thread: they reach the error dialog.

Without this they end on a console that a desktop program does not have. The program goes on: what was stored is
stored, and what is being typed is still there.
"""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class UnexpectedErrors(QObject):
    """Belongs to the main thread; takes exceptions of any."""

    raised = Signal(object)
    """The exception, on the main thread."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Queued also on the main thread: an exception out of a paint event must not open a dialog inside it.
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Take what Python would print, and send what Qt would print to the log."""
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(_log_qt_message)

    def leave(self) -> None:
        """Give everything back to Python and Qt."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None or not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        _log.error("Nobody caught this.", exc_info=error)
        self._arrived.emit(error)

    @Slot(object)
    def _pass_on(self, error: Exception) -> None:
        self.raised.emit(error)


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS[kind], "%s", text)
