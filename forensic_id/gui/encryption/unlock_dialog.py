"""Unlocks an encrypted library, by its passphrase or by its recovery key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import SecretDialog
from forensic_id.gui.tasks import Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.encrypt_library import recover_access, unlock_library


class UnlockDialog(SecretDialog):
    """Accepted: the library opens in every thread of this program."""

    def __init__(self, desk: Desk, folder: Path, parent: QWidget) -> None:
        super().__init__(
            self.tr("Unlock the library"),
            self.tr("The library in {} is encrypted.").format(folder),
            [("passphrase", self.tr("&Passphrase"))],
            self.tr("&Unlock"),
            parent,
        )
        self._desk, self._folder = desk, folder
        self.forgotten = QPushButton(self.tr("Use the &recovery key…"))
        self.forgotten.setAutoDefault(False)
        self.forgotten.clicked.connect(self._recover)
        self.buttons.insertWidget(0, self.forgotten)

    def begin(self) -> bool:
        passphrase = self.form.text("passphrase")

        def unlock(place: Workplace, _task: Task) -> None:
            unlock_library(place.encryption, passphrase)

        self._desk.run_at(self._folder, unlock, owner=self, on_done=self.finish, on_failed=self.fail)
        return True

    def _recover(self) -> None:
        dialog = RecoverDialog(self._desk, self._folder, self)
        dialog.accepted.connect(self.accept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class RecoverDialog(SecretDialog):
    """Accepted: the library is unlocked and has a new passphrase."""

    def __init__(self, desk: Desk, folder: Path, parent: QWidget) -> None:
        super().__init__(
            self.tr("Recovery key"),
            self.tr("The recovery key was shown when the library was encrypted. It goes on to hold."),
            [
                ("code", self.tr("&Recovery key")),
                ("new", self.tr("&New passphrase")),
                ("again", self.tr("New passphrase a&gain")),
            ],
            self.tr("&Unlock"),
            parent,
        )
        self._desk, self._folder = desk, folder
        self.form.shown.setChecked(True)

    def begin(self) -> bool:
        if not self.form.are_alike("new", "again"):
            return False
        code, new = self.form.text("code"), self.form.text("new")

        def recover(place: Workplace, _task: Task) -> None:
            recover_access(place.encryption, recovery_code=code, new=new)

        self._desk.run_at(self._folder, recover, owner=self, on_done=self.finish, on_failed=self.fail)
        return True
