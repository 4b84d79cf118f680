"""The key of this computer that signs case packages and anchors."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from forensic_id.core.rights import Right
from forensic_id.core.signing import shown_fingerprint
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import SecretDialog
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.settings.card import Card
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.workplace import Workplace
from forensic_id.services.keep_signing_key import export_public_key, replace_signing_key


class NewKeyDialog(SecretDialog):
    """Accepted: `fingerprint` names the new key."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            self.tr("New signing key"),
            self.tr(
                "From now on, packages and anchors are signed with a new key. The files of the old key stay in their "
                "folder under its name: what it signed is checked with its public key. Tell the new fingerprint to "
                "everybody who checks. Without a passphrase, whoever can use your account can sign."
            ),
            [("new", self.tr("&Passphrase (may be empty)")), ("again", self.tr("Passphrase a&gain"))],
            self.tr("&Make a new key"),
            parent,
        )
        self._desk = desk
        self.fingerprint = ""

    def begin(self) -> bool:
        """Make it."""
        if not self.form.are_alike("new", "again"):
            return False
        given = self.form.text("new")

        def work(place: Workplace, _task: Task) -> str:
            return replace_signing_key(place.library(), place.signing_key, given)

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=self.finish, on_failed=self.fail)
        return True

    def finish(self, result: object = None) -> None:
        """Tell its name to whoever asked."""
        self.fingerprint = str(result)
        super().finish()


class SigningKeyCard(Card):
    """Its fingerprint, its public half, and a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Signing key"))
        self._desk = desk
        self._fingerprint = ""
        self.state = label("", wrap=True)
        self.note = label("", "small", wrap=True)
        self.note.hide()
        self.copy_button = QPushButton(self.tr("Copy the &fingerprint"))
        self.export_button = QPushButton(self.tr("Export the pu&blic key…"))
        self.new_button = QPushButton(self.tr("Make a ne&w key…"))
        self.copy_button.clicked.connect(self._copy)
        self.export_button.clicked.connect(self._ask_where)
        self.new_button.clicked.connect(self.ask_for_new)
        desk.rights.guard(self.new_button, Right.SET_POLICY)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE["s"])
        for button in (self.copy_button, self.export_button, self.new_button):
            row.addWidget(button)
        row.addStretch(1)
        explained = self.tr(
            "Signs case packages and anchors of the audit log on this computer, in whichever library. Whoever checks "
            "a package needs its fingerprint, told by another way than the package."
        )
        for widget in (label(explained, "small", wrap=True), self.state, buttons, self.note):
            self.add_wide(widget)

    def load(self) -> None:
        """Read the key's name."""
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: place.signing_key.fingerprint,
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    def export(self, path: Path) -> None:
        """Write the public key to a file."""
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: export_public_key(place.signing_key, path),
            owner=self,
            on_done=lambda saved: self._say(self.tr("Written: {}").format(saved)),
            on_failed=self._refuse,
        )

    def ask_for_new(self) -> None:
        """Make a new key if the user agrees."""
        dialog = NewKeyDialog(self._desk, self)
        dialog.accepted.connect(lambda: self._replaced(dialog.fingerprint))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _replaced(self, fingerprint: str) -> None:
        self._show(fingerprint)
        self._say(self.tr("The new key signs from now on."))

    def _show(self, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        none = self.tr("There is no key yet: it is made with the first package or anchor.")
        told = self.tr("Fingerprint: {}").format(shown_fingerprint(fingerprint))
        self.state.setText(told if fingerprint else none)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(bool(fingerprint))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(shown_fingerprint(self._fingerprint))
        self._say(self.tr("Copied."))

    def _ask_where(self) -> None:
        ask_where_to_save(
            self,
            self._desk.preferences,
            self.tr("Export the public key"),
            name="signing-key.pem",
            kinds=self.tr("Public key (*.pem)"),
            then=self.export,
        )

    def _refuse(self, error: Exception) -> None:
        self._say(sentence_for(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.note.setText(text)
        set_role(self.note, "danger" if wrong else "small")
        self.note.show()
