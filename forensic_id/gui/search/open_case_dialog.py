"""Opens a case right where one is needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from forensic_id.core.records import Case
from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_cases import open_case

_WIDTH = 460


class OpenCaseDialog(QDialog):
    """The four fields without which there is no case. What was entered stays when the service refuses it."""

    case_opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Open a case"))
        self.setMinimumWidth(_WIDTH)
        self.fields = {name: QLineEdit() for name in ("number", "offence", "authority", "requester")}
        captions = {
            "number": self.tr("Case &number"),
            "offence": self.tr("&Offence or purpose"),
            "authority": self.tr("Legal &authority"),
            "requester": self.tr("&Requested by"),
        }
        form = QFormLayout()
        for name, field in self.fields.items():
            form.addRow(captions[name], field)
            field.textChanged.connect(self._show_whether_complete)
        self._problem = Banner("")
        self._problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._open = self._buttons.addButton(self.tr("Open the case"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["m"])
        told = self.tr("Every search serves a purpose: these four are part of each record and report.")
        layout.addWidget(label(told, "muted", wrap=True))
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)
        self._show_whether_complete()

    @property
    def problem(self) -> str:
        """Why the case could not be opened."""
        return self._problem.text

    def submit(self) -> None:
        """Have the service open the case."""
        given = {name: field.text() for name, field in self.fields.items()}
        self._open.setEnabled(False)

        def work(place: Workplace, _task: Task) -> Case:
            return open_case(place.library(create=True), **given)

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=self._opened, on_failed=self._refused)

    def _opened(self, case: Case) -> None:
        self._desk.cases_changed.emit()
        self.case_opened.emit(case.number)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._problem.say(str(error))
        self._show_whether_complete()

    def _show_whether_complete(self) -> None:
        self._open.setEnabled(all(field.text().strip() for field in self.fields.values()))
