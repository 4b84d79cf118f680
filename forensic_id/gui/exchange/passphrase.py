"""Opening a private key in the background, with a dialog only where the key is under a passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from forensic_id.core.signing import PassphraseNeededError, PassphraseSource
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import SecretDialog
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace

OpenKey = Callable[[Workplace, PassphraseSource], object]
"""Opens the key that is meant. Raises InvalidInputError."""


class KeyPassphraseDialog(SecretDialog):
    """Accepted: `passphrase` opens the key."""

    def __init__(self, desk: Desk, sentence: str, open_key: OpenKey, parent: QWidget) -> None:
        super().__init__(
            self.tr("Passphrase of the key"),
            sentence,
            [("passphrase", self.tr("&Passphrase"))],
            self.tr("&Open the key"),
            parent,
        )
        self._desk, self._open_key = desk, open_key
        self.passphrase = ""

    def begin(self) -> bool:
        """Try it."""
        given = self.form.text("passphrase")

        def try_it(place: Workplace, _task: Task) -> str:
            self._open_key(place, lambda: given)
            return given

        self._desk.run(Lane.BROWSE, try_it, owner=self, on_done=self.finish, on_failed=self.fail)
        return True

    def finish(self, result: object = None) -> None:
        """Keep it for whoever asked."""
        self.passphrase = str(result)
        super().finish()


def open_key(
    desk: Desk,
    parent: QWidget,
    sentence: str,
    key: OpenKey,
    *,
    then: Callable[[str], None],
    refuse: Callable[[Exception], None],
) -> None:
    """Find the passphrase that opens a key: `then` gets it, empty where there is none; `refuse` gets an error."""

    def ask() -> None:
        dialog = KeyPassphraseDialog(desk, sentence, key, parent)
        dialog.accepted.connect(lambda: then(dialog.passphrase))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def failed(error: Exception) -> None:
        if isinstance(error, PassphraseNeededError):
            ask()
        else:
            refuse(error)

    desk.run(
        Lane.BROWSE,
        lambda place, _task: key(place, nobody_to_ask),
        owner=parent,
        on_done=lambda _key: then(""),
        on_failed=failed,
    )


def nobody_to_ask() -> str:
    """In a lane no dialog can be shown. Raises PassphraseNeededError."""
    raise PassphraseNeededError("The key is under a passphrase.")
