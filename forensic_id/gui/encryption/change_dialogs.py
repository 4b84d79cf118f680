"""Changes of what unlocks an encrypted library, and the way back to one without encryption."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import SecretDialog
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.progress_bar import ProgressBar
from forensic_id.gui.workplace import Workplace
from forensic_id.services.encrypt_library import change_passphrase, change_recovery_code, decrypt_library


class PassphraseDialog(SecretDialog):
    """Accepted: another passphrase unlocks the library."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            self.tr("Change the passphrase"),
            self.tr("Nothing is encrypted anew. The recovery key goes on to hold."),
            [
                ("current", self.tr("&Present passphrase")),
                ("new", self.tr("&New passphrase")),
                ("again", self.tr("New passphrase a&gain")),
            ],
            self.tr("C&hange"),
            parent,
        )
        self._desk = desk

    def begin(self) -> bool:
        if not self.form.are_alike("new", "again"):
            return False
        current, new = self.form.text("current"), self.form.text("new")

        def change(place: Workplace, _task: Task) -> None:
            change_passphrase(place.encryption, current=current, new=new)

        self._desk.run(Lane.BROWSE, change, owner=self, on_done=self.finish, on_failed=self.fail)
        return True


class NewRecoveryKeyDialog(SecretDialog):
    """Accepted: `code` is the recovery key from now on."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            self.tr("New recovery key"),
            self.tr("The recovery key shown before does not hold any more."),
            [("passphrase", self.tr("&Passphrase"))],
            self.tr("&Make a new one"),
            parent,
        )
        self._desk = desk
        self.code = ""

    def begin(self) -> bool:
        passphrase = self.form.text("passphrase")

        def change(place: Workplace, _task: Task) -> str:
            return change_recovery_code(place.encryption, passphrase=passphrase)

        self._desk.run(Lane.BROWSE, change, owner=self, on_done=self.finish, on_failed=self.fail)
        return True

    def finish(self, result: object = None) -> None:
        self.code = str(result)
        super().finish()


class DecryptDialog(SecretDialog):
    """Accepted: the library is not encrypted any more."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            self.tr("Remove the encryption"),
            self.tr("The drive should be encrypted then: whoever takes the computer can read the library otherwise."),
            [("passphrase", self.tr("&Passphrase"))],
            self.tr("&Decrypt"),
            parent,
        )
        self._desk = desk
        self._task: Task | None = None
        self.bar = ProgressBar(self.tr("Progress"))
        self.bar.hide()
        self.form.add_below(self.bar)

    def begin(self) -> bool:
        passphrase = self.form.text("passphrase")
        self.bar.wait()
        self.bar.show()
        self._desk.leave_library()

        def decrypt(place: Workplace, task: Task) -> int:
            return decrypt_library(place.encryption, passphrase, progress=task.report, cancelled=task.cancelled)

        self._task = self._desk.run(
            Lane.WORK,
            decrypt,
            owner=self,
            on_done=self.finish,
            on_failed=self.fail,
            on_cancelled=super().reject,
            on_progress=self.bar.show_progress,
            title=self.tr("Decrypting"),
        )
        return True

    def finish(self, result: object = None) -> None:
        self._desk.use_library(self._desk.library_folder)
        super().finish(result)

    def fail(self, error: Exception) -> None:
        self._task = None
        self.bar.hide()
        super().fail(error)

    def reject(self) -> None:
        """Stop what runs first: the library stays as it was."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()
