"""The main window: navigation at the left, the page in front, what runs in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.error_dialog import ErrorDialog
from forensic_id.gui.header import Header
from forensic_id.gui.navigation import Navigation
from forensic_id.gui.page import Page
from forensic_id.gui.pages import PAGES, PageSpec, make_page, page_title
from forensic_id.gui.running_tasks import RunningTasks

FIRST_PAGE = "cases"


class MainWindow(QMainWindow):
    """Shows one page at a time; a page is built when it is first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setWindowTitle("forensic_id")
        self.resize(1280, 820)
        self.setMinimumSize(960, 640)
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._build()
        desk.page_requested.connect(self.show_page)
        desk.help_requested.connect(lambda _topic: self.show_page("help"))
        desk.tasks.failed.connect(self.show_error)
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
        if name not in self._pages:
            spec = next(each for each in PAGES if each.name == name)
            self._pages[name] = make_page(spec, self.desk)
            self._stack.addWidget(self._pages[name])
        self._shown = name
        self._stack.setCurrentWidget(self._pages[name])
        self._navigation.mark(name)
        self._header.set_title(page_title(name))
        self._pages[name].shown()

    def show_error(self, error: Exception) -> None:
        """Tell the user of an error that no page took."""
        dialog = ErrorDialog(error, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        """Build everything anew when the language changes; the page in front stays in front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._shown:
            QTimer.singleShot(0, self, self._rebuild)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask when work runs; cancel and drain it; keep the window's place."""
        if not (self.page is None or self.page.may_leave()) or not self._may_stop_work():
            event.ignore()
            return
        self.desk.preferences.set_state("window", self.saveGeometry())
        self.desk.close()
        event.accept()

    def _may_stop_work(self) -> bool:
        titles = [task.title for task in self.desk.tasks.running if task.title]
        if not titles:
            return True
        question = self.tr("This is still running: {}. Stop it and close? What is finished is kept.")
        chosen = QMessageBox.question(self, self.tr("Close"), question.format(", ".join(titles)))
        return chosen is QMessageBox.StandardButton.Yes

    def _build(self) -> None:
        shown = [spec for spec in PAGES if spec.in_navigation]
        self._navigation = Navigation(shown, self.desk)
        self._navigation.chosen.connect(self.show_page)
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
        self._running = RunningTasks(self.desk)
        self.statusBar().addPermanentWidget(self._running, 1)
        self._shortcuts = [self._page_shortcut(spec) for spec in shown if spec.shortcut]
        self._shortcuts.append(self._shortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self._help))

    def _rebuild(self) -> None:
        shown = self._shown
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self.statusBar().removeWidget(self._running)
        self._running.deleteLater()
        self._pages.clear()
        self._build()
        self.show_page(shown)

    def _page_shortcut(self, spec: PageSpec) -> QShortcut:
        return self._shortcut(QKeySequence(spec.shortcut), lambda: self.show_page(spec.name))

    def _shortcut(self, keys: QKeySequence, action: object) -> QShortcut:
        shortcut = QShortcut(keys, self)
        shortcut.activated.connect(action)
        return shortcut

    def _help(self) -> None:
        self.desk.help_requested.emit(self.page.help_topic if self.page else "start")
