"""The main window: navigation at the left, the page in front, what runs in the status bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.rights import Principal
from forensic_id.gui.access.account_note import AccountNote
from forensic_id.gui.desk import Desk
from forensic_id.gui.error_dialog import ErrorDialog
from forensic_id.gui.header import Header
from forensic_id.gui.library_note import LibraryNote
from forensic_id.gui.navigation import Navigation
from forensic_id.gui.page import Page, ShortcutInfo
from forensic_id.gui.pages import PAGES, make_page, page_title
from forensic_id.gui.running_tasks import RunningTasks
from forensic_id.gui.shortcut_overview import Section, ShortcutOverview
from forensic_id.gui.waiting_count import WaitingCount

FIRST_PAGE = "cases"
_SIZE, _SMALLEST = (1280, 820), (960, 640)
_STATUS_HEIGHT = 36
"""Pixels; room for a running task, so that nothing moves when one starts."""
_REFUSAL_SHOWN = 10_000
"""Milliseconds for which the status bar tells why a key did nothing."""
_TOLD = 60_000
"""Milliseconds for which the status bar tells what happened without anybody's doing."""
_BETWEEN_LOOKS = 30
"""Milliseconds between two looks at whether everything has stopped, while closing."""


class MainWindow(QMainWindow):
    """Shows one page at a time; a page is built when it is first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setWindowTitle("forensic_id")
        self.resize(*_SIZE)
        self.setMinimumSize(*_SMALLEST)
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._closing = self._outdated = False
        self._served: Principal | None = None
        self._error: ErrorDialog | None = None
        self._overview: ShortcutOverview | None = None
        self._build()
        desk.page_requested.connect(self.show_page)
        desk.access_changed.connect(self._serve)
        desk.help_requested.connect(lambda _topic: self.show_page("help"))
        desk.tasks.failed.connect(self.show_error)
        desk.rights.refused.connect(lambda reason: self.statusBar().showMessage(reason, _REFUSAL_SHOWN))
        desk.told.connect(lambda sentence: self.statusBar().showMessage(sentence, _TOLD))
        self.restoreGeometry(desk.preferences.state("window"))

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._pages.get(self._shown)

    def show_page(self, name: str) -> None:
        """Bring a page to the front, unless the one in front has unsaved input that its user wants to keep."""
        before = self.page
        if name != self._shown and before is not None and not before.may_leave():
            self._navigation.mark(self._shown)
            return
        self._build_page(name)
        self._shown = name
        self._stack.setCurrentWidget(self._pages[name])
        self._navigation.mark(name)
        self._header.show_page(page_title(name), self._pages[name].restriction())
        self._pages[name].shown()
        if self._overview is not None:
            self._overview.show_sections(self._sections())

    def prepare_page(self, name: str) -> None:
        """Build a page that may come next behind the one in front; nothing before anybody is let in."""
        if self._shown and not self._closing:
            self._build_page(name)

    def show_error(self, error: Exception) -> None:
        """Tell the user of an error that no page took; further ones are added to the dialog that is open already."""
        if self._error is not None:
            self._error.add(error)
            return
        self._error = ErrorDialog(
            error, self, icon=self.desk.appearance.icon("warning", self.desk.appearance.colours.danger)
        )
        self._error.finished.connect(self._forget_error)
        self._error.open()

    def show_shortcuts(self) -> None:
        """Open the shortcut overview, or bring it to the front."""
        if self._overview is None:
            self._overview = ShortcutOverview(self)
            self._overview.finished.connect(self._forget_overview)
        self._overview.show_sections(self._sections())
        self._overview.show()
        self._overview.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        """Build everything anew when the language changes; the page in front stays in front."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange or self._closing or not self._shown:
            return
        if not self._outdated:
            self._outdated = True  # one change brings several events: Qt has a translator of its own
            QTimer.singleShot(0, self, self._rebuild)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask when work runs; cancel it, wait for its end without freezing; keep the window's place."""
        if not self._closing:
            question = self.tr("This is still running: {}. Stop it and close? What is finished is kept.")
            if not self.may_stop(self.tr("Close"), question):
                event.ignore()
                return
            self._stop_work()
        if self.desk.tasks.running:
            event.ignore()
            return
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.desk.preferences.set_state("window", self.saveGeometry())
        self.desk.close()
        event.accept()

    def may_stop(self, title: str, question: str) -> bool:
        """Whether the user agrees that what is unsaved and what runs ends; `question` is asked with its names."""
        leaves = self.page is None or self.page.may_leave()
        stops = leaves and self._may_stop_work(title, question)
        return stops and all(page.may_close() for page in self._pages.values())

    def _may_stop_work(self, title: str, question: str) -> bool:
        titles = [task.title for task in self.desk.tasks.running if task.title]
        if not titles:
            return True
        chosen = QMessageBox.question(self, title, question.format(", ".join(titles)))
        return chosen is QMessageBox.StandardButton.Yes

    def _serve(self) -> None:
        """Pages are built anew for another person, or another role: nothing of the one before stays on them."""
        access = self.desk.access
        principal = None if access is None else access.principal
        before, self._served = self._served, principal
        if principal is None:
            self._forget_pages()
            self._shown = ""
        elif before not in {None, principal} and self._shown:
            self._forget_pages()
            self.show_page(self._shown)

    def _forget_pages(self) -> None:
        pages, self._pages = self._pages, {}
        for page in pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()

    def _stop_work(self) -> None:
        """Cancel what runs; the window takes no more input and closes itself once everything has stopped."""
        self._closing = True
        self.desk.tasks.cancel_all()
        if not self.desk.tasks.running:
            return
        self.setEnabled(False)
        self.statusBar().showMessage(self.tr("Stopping…"))
        waiting = QTimer(self, interval=_BETWEEN_LOOKS)
        waiting.timeout.connect(lambda: self._close_when_stopped(waiting))
        waiting.start()

    def _close_when_stopped(self, waiting: QTimer) -> None:
        if not self.desk.tasks.running:
            waiting.stop()
            self.close()

    def _build_page(self, name: str) -> None:
        if name not in self._pages:
            spec = next(each for each in PAGES if each.name == name)
            self._pages[name] = make_page(spec, self.desk)
            self._stack.addWidget(self._pages[name])

    def _build(self) -> None:
        shown = [spec for spec in PAGES if spec.in_navigation]
        self._navigation = Navigation(shown, self.desk)
        self._navigation.chosen.connect(self.show_page)
        self._waiting = WaitingCount(self.desk, self._navigation)
        self._header = Header(self.desk)
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._header)
        right.addWidget(self._stack, 1)
        central = QWidget()
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._navigation)
        layout.addLayout(right, 1)
        self.setCentralWidget(central)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setMinimumHeight(_STATUS_HEIGHT)
        self._library = LibraryNote(self.desk)
        self.statusBar().addWidget(self._library)
        self._running = RunningTasks(self.desk)
        self.statusBar().addPermanentWidget(self._running, 1)
        self._account = AccountNote(self.desk)
        self.statusBar().addPermanentWidget(self._account)
        self._shortcuts: list[QShortcut] = []
        self._listed: list[ShortcutInfo] = []
        for spec in shown:
            self._shortcut(spec.shortcut, page_title(spec.name), partial(self.show_page, spec.name))
        self._shortcut("F1", self.tr("Help on the page in front"), self._help)
        self._shortcut("?", self.tr("This overview"), self.show_shortcuts)
        self._shortcut("Ctrl+L", self.tr("Lock the session"), self.desk.lock_requested.emit)
        self._shortcut("Ctrl+Q", self.tr("Close the program"), self.close)

    def _rebuild(self) -> None:
        shown, self._outdated = self._shown, False
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        if self._overview is not None:
            self._overview.close()
        for widget in (self._library, self._running, self._account):
            self.statusBar().removeWidget(widget)
            widget.deleteLater()
        self._pages.clear()
        self.unsetLocale()  # number fields are to be built in the locale of the language, not in the one before
        self._build()
        self.show_page(shown)

    def _shortcut(self, keys: str, text: str, action: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(action)
        self._shortcuts.append(shortcut)
        self._listed.append(ShortcutInfo(keys=keys, text=text))

    def _sections(self) -> list[Section]:
        """For the overview: the page in front first."""
        names = sorted(self._pages, key=lambda name: name != self._shown)
        pages = [(page_title(name), self._pages[name].shortcuts()) for name in names]
        return [*pages[:1], (self.tr("Everywhere"), self._listed), *pages[1:]]

    def _help(self) -> None:
        self.desk.help_requested.emit(self.page.help_topic if self.page else "start")

    def _forget_error(self) -> None:
        if self._error is not None:
            self._error.deleteLater()
            self._error = None

    def _forget_overview(self) -> None:
        if self._overview is not None:
            self._overview.deleteLater()
            self._overview = None
