"""Checking a case package, of whichever library: the verdict in words, and what lies in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from forensic_id.gui.cases.package_contents import PackageContents
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.fingerprint_row import FingerprintRow
from forensic_id.gui.exchange.verdict_view import VerdictView
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.elided_label import ElidedLabel
from forensic_id.gui.widgets.progress_bar import ProgressBar
from forensic_id.gui.workplace import Workplace
from forensic_id.services.verify_package import PackageFindings, verify_package

_SIZE = (860, 640)
_SHARES = (300, 260)


class PackageCheckDialog(QDialog):
    """Begins when it is made; checks again when a fingerprint is given."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check a case package"))
        self.resize(*_SIZE)
        self._desk, self._path = desk, path
        self._task: Task | None = None
        self.findings: PackageFindings | None = None
        self.verdict = VerdictView()
        self.contents = PackageContents(desk, path)
        self.fingerprint = FingerprintRow()
        self.fingerprint.given.connect(self.check)
        self.bar = ProgressBar(self.tr("Progress of the check"))
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.check("")

    def check(self, expected: str) -> None:
        """Check the package; `expected` is the fingerprint its signer must have, empty: any."""
        if self._task is not None:
            self._task.cancel()
        path = self._path

        def work(place: Workplace, task: Task) -> PackageFindings:
            return verify_package(
                path,
                place.packages,
                place.signature_check,
                expected=expected,
                own=place.signing_key.fingerprint,
                progress=task.report,
                cancelled=task.cancelled,
            )

        self.verdict.wait(self.tr("Checking…"))
        self.bar.wait()
        self.bar.show()
        self._task = self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=self._tell,
            on_failed=self._refuse,
            on_progress=self.bar.show_progress,
        )

    def done(self, result: int) -> None:
        """Closing stops the check."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _tell(self, found: PackageFindings) -> None:
        self._task = None
        self.bar.hide()
        self.findings = found
        count = len(found.broken)
        headline = self.tr("Sound: nothing was changed since the package was signed.")
        if count:
            headline = self.tr("Not sound: 1 thing does not hold.") if count == 1 else self.tr(
                "Not sound: {} things do not hold."
            ).format(counted(count))  # fmt: skip
        self.verdict.show_findings(
            headline,
            sound=found.sound,
            broken=found.broken,
            groups=(
                (self.tr("Does not hold either"), found.broken[1:], "danger"),
                (self.tr("To know"), found.notes, "body"),
                (self.tr("Holds"), found.holds, "body"),
            ),
        )

    def _refuse(self, error: Exception) -> None:
        self._task = None
        self.bar.hide()
        self.verdict.show_findings(
            self.tr("The package could not be checked."), sound=False, broken=(sentence_for(error),), groups=()
        )

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.verdict)
        parts.addWidget(self.contents)
        parts.setSizes(_SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addWidget(ElidedLabel(str(self._path), "muted"))
        layout.addWidget(self.bar)
        layout.addWidget(parts, 1)
        layout.addWidget(self.fingerprint)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout.addLayout(row)
