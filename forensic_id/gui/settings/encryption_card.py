"""Whether the library in use is encrypted, and what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from forensic_id.core.rights import Right
from forensic_id.core.sealing import is_encrypted
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.change_dialogs import DecryptDialog, NewRecoveryKeyDialog, PassphraseDialog
from forensic_id.gui.encryption.recovery_key_view import RecoveryKeyDialog
from forensic_id.gui.encryption.set_up_dialog import SetUpDialog
from forensic_id.gui.settings.card import Card
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label


class EncryptionCard(Card):
    """Buttons for what can be done as things stand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Encryption"))
        self._desk = desk
        self.state = label("", wrap=True)
        self.advice = label("", "small", wrap=True)
        self.encrypt = self._button(self.tr("&Encrypt…"), lambda: self._open(SetUpDialog(desk, self)))
        self.passphrase = self._button(
            self.tr("&Change the passphrase…"), lambda: self._open(PassphraseDialog(desk, self))
        )
        self.recovery = self._button(self.tr("New &recovery key…"), self._new_recovery_key)
        self.decrypt = self._button(self.tr("&Decrypt…"), lambda: self._open(DecryptDialog(desk, self)))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE["s"])
        for button in (self.encrypt, self.passphrase, self.recovery, self.decrypt):
            row.addWidget(button)
            desk.rights.guard(button, Right.BACKUP)
        row.addStretch(1)
        for widget in (self.state, self.advice, buttons):
            self.add_wide(widget)
        desk.library_changed.connect(self.load)

    def load(self) -> None:
        """Look whether the library is encrypted."""
        encrypted = is_encrypted(self._desk.library_folder)
        self.encrypt.setVisible(not encrypted)
        for button in (self.passphrase, self.recovery, self.decrypt):
            button.setVisible(encrypted)
        self.state.setText(
            self.tr("This library is encrypted.") if encrypted else self.tr("This library is not encrypted.")
        )
        self.advice.setText(
            self.tr(
                "Exports, reports and results of batches are written outside of the library, and are not encrypted "
                "with it."
            )
            if encrypted
            else self.tr(
                "Whoever takes the computer or the drive can read it, unless the drive itself is encrypted "
                "(BitLocker, FileVault, LUKS): have that set up, or encrypt the library here."
            )
        )

    def _button(self, text: str, action: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(action)
        return button

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _new_recovery_key(self) -> None:
        dialog = NewRecoveryKeyDialog(self._desk, self)
        dialog.accepted.connect(lambda: self._open(RecoveryKeyDialog(dialog.code, self._desk.library_folder, self)))
        self._open(dialog)
