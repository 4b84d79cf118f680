"""Who is signed in, at the right of the status bar; its menu locks, changes the password and signs out."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton

from forensic_id.core.accounts import LibraryMode
from forensic_id.gui.access.words import shown_principal
from forensic_id.gui.desk import Desk


class AccountNote(QPushButton):
    """Hidden until it is known who works here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFlat(True)
        self.own_menu = QMenu(self)
        self.own_menu.addAction(f"{self.tr('&Lock now')}\tCtrl+L", desk.lock_requested.emit)
        self.own_menu.addAction(self.tr("Change my &password…"), desk.password_requested.emit)
        self.own_menu.addSeparator()
        self.own_menu.addAction(self.tr("Sign &out"), desk.sign_out_requested.emit)
        desk.access_changed.connect(self._tell)
        desk.appearance.changed.connect(self._paint)
        self._paint()
        self._tell()

    def _tell(self) -> None:
        access = self._desk.access
        self.setVisible(access is not None)
        if access is None:
            return
        alone = access.mode is LibraryMode.SINGLE_USER
        name = shown_principal(access.principal)
        self.setText(self.tr("{} (works alone)").format(name) if alone else name)
        self.setAccessibleName(self.tr("Works here: {}").format(self.text()))
        if not alone:
            self.setMenu(self.own_menu)
        self.setEnabled(not alone)
        self.setToolTip(
            self.tr("This library has no accounts: whoever is logged in at the computer works in it.")
            if alone
            else self.tr("Signed in. The session is locked after {} minutes without input.").format(
                access.idle_lock_minutes
            )
        )

    def _paint(self) -> None:
        self.setIcon(self._desk.appearance.icon("people"))
