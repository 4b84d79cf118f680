"""Encrypts the library in use: a passphrase, the recovery key, then the work."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.progress import Progress
from forensic_id.core.sealing import LibraryKey, NewKey
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.recovery_key_view import RecoveryKeyView
from forensic_id.gui.encryption.secret_form import SecretForm
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.progress_bar import ProgressBar, progress_line
from forensic_id.gui.workplace import Workplace
from forensic_id.services.encrypt_library import encrypt_library, prepare_encryption

_SIZE = (560, 440)


class SetUpDialog(QDialog):
    """Accepted: the library is encrypted and open. Rejected: it is as it was."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key: LibraryKey | None = None
        self._task: Task | None = None
        self.setWindowTitle(self.tr("Encrypt the library"))
        self.resize(*_SIZE)
        rows = [("new", self.tr("&Passphrase")), ("again", self.tr("Passphrase a&gain"))]
        self.form = SecretForm(rows)
        self.recovery = RecoveryKeyView(desk.library_folder)
        self.bar = ProgressBar(self.tr("Progress"))
        self.state = label("", "muted", wrap=True)
        self._stack = QStackedWidget()
        for page in (self._passphrase_page(), self.recovery, self._progress_page()):
            self._stack.addWidget(page)
        self.leave = QPushButton(self.tr("&Cancel"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.further = QPushButton(self.tr("&Next"))
        self.further.setDefault(True)
        self.further.setProperty("role", "primary")
        self.further.clicked.connect(self._go_on)
        self.recovery.confirmed.connect(lambda: self.further.setEnabled(True))
        self._lay_out()
        self.finished.connect(self._forget)
        self.form.fields["new"].setFocus()

    def reject(self) -> None:
        """Stop what runs first: the library stays as it was."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()

    def _go_on(self) -> None:
        if self._stack.currentIndex() == 0:
            self._prepare()
        elif self._key is not None:
            self._encrypt(self._key)

    def _prepare(self) -> None:
        self.form.say("")
        if not self.form.are_alike("new", "again"):
            return
        passphrase = self.form.text("new")
        self._set_busy(busy=True)

        def prepare(place: Workplace, _task: Task) -> NewKey:
            return prepare_encryption(place.encryption, passphrase)

        self._desk.run(Lane.BROWSE, prepare, owner=self, on_done=self._show_code, on_failed=self._fail)

    def _show_code(self, made: NewKey) -> None:
        self._key = made.key
        self.recovery.show_code(made.recovery_code)
        self._set_busy(busy=False)
        self._stack.setCurrentIndex(1)
        self.further.setText(self.tr("&Encrypt"))
        self.further.setEnabled(False)
        next(iter(self.recovery.groups.values())).setFocus()

    def _encrypt(self, key: LibraryKey) -> None:
        self._stack.setCurrentIndex(2)
        self.further.setEnabled(False)
        self.bar.wait()
        self._desk.leave_library()

        def encrypt(place: Workplace, task: Task) -> int:
            return encrypt_library(place.encryption, key, progress=task.report, cancelled=task.cancelled)

        self._task = self._desk.run(
            Lane.WORK,
            encrypt,
            owner=self,
            on_done=self._finish,
            on_failed=self._fail,
            on_cancelled=super().reject,
            on_progress=self._tell,
            title=self.tr("Encrypting"),
        )

    def _finish(self, _originals: int) -> None:
        self._desk.use_library(self._desk.library_folder)
        self.accept()

    def _fail(self, error: Exception) -> None:
        """Back to the beginning: a key that was prepared is not used again."""
        self._task, self._key = None, None
        self._set_busy(busy=False)
        self._stack.setCurrentIndex(0)
        self.further.setText(self.tr("&Next"))
        self.form.say(error)

    def _tell(self, progress: Progress) -> None:
        self.bar.show_progress(progress)
        self.state.setText(progress_line(progress))

    def _set_busy(self, *, busy: bool) -> None:
        self.form.setEnabled(not busy)
        self.further.setEnabled(not busy)

    def _forget(self) -> None:
        self._key = None
        self.form.clear()
        self.recovery.forget()

    def _passphrase_page(self) -> QWidget:
        said = self.tr(
            "The database, all photos and sketches and the list of batches are encrypted. Whoever opens the library "
            "has to type the passphrase: at least 12 characters, best several words that do not belong together. "
            "Nobody else may have the library open meanwhile, and the drive needs room for a second copy of it."
        )
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(label(said, "muted", wrap=True))
        layout.addWidget(self.form)
        layout.addStretch(1)
        return page

    def _progress_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(label(self.tr("The library is being encrypted"), "title", wrap=True))
        layout.addWidget(self.state)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        return page

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.further)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["l"])
        layout.addWidget(self._stack, 1)
        layout.addLayout(buttons)
