"""Lets somebody into a library with accounts before anything is shown, and locks the session when nobody is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog

from forensic_id.core.accounts import LibraryMode
from forensic_id.core.rights import Principal
from forensic_id.gui.access.dialogs import ChangePasswordDialog, SignInDialog, UnlockSessionDialog
from forensic_id.gui.desk import Desk
from forensic_id.gui.landing import land
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.sign_in import Access, log_idle_lock, look_at_access, sign_out

_MINUTE = 60_000
_INPUT = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class Doorkeeper(QObject):
    """Belongs to the window; `enter` is the way into the library on the desk."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.dialog: QDialog | None = None
        self._waiting: list[Callable[[], None]] = []
        self.idle = QTimer(self, singleShot=True)
        self.idle.timeout.connect(self.lock)
        desk.gate = self.enter
        desk.lock_requested.connect(self.lock)
        desk.sign_out_requested.connect(self.ask_to_leave)
        desk.password_requested.connect(lambda: self._change_password(demanded=False, then=lambda: None))
        desk.closing.connect(self.idle.stop)
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - a window needs one
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self.idle.isActive():
            self.idle.start()
        return False

    def enter(self, then: Callable[[], None]) -> None:
        """Have somebody sign in where the library has accounts, then go on with `then`."""
        self._waiting.append(then)
        self._look()

    def _look(self) -> None:
        def looked(access: Access) -> None:
            if access.mode is LibraryMode.ACCOUNTS and access.signed_out:
                self._ask_who()
            else:
                self._let_in(access)

        def failed(error: Exception) -> None:
            self._desk.tasks.failed.emit(error)
            self._go_on()

        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: look_at_access(place.library()),
            owner=self,
            on_done=looked,
            on_failed=failed,
        )

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def lock(self) -> None:
        """Hide everything until whoever signed in says the password again."""
        access = self._desk.access
        if access is None or access.mode is LibraryMode.SINGLE_USER or self.dialog is not None:
            return
        self.idle.stop()
        self._desk.run(
            Lane.BROWSE, lambda place, _task: log_idle_lock(place.library()), owner=self, on_done=lambda _n: None
        )
        self._hide(hidden=True)
        dialog = UnlockSessionDialog(self._desk, access.principal.name, self._window)
        dialog.accepted.connect(self._unlocked)
        dialog.rejected.connect(self.leave)
        self._open(dialog)

    def ask_to_leave(self) -> None:
        """Sign out if nothing has to be finished first."""
        question = self.tr("This is still running: {}. Stop it and sign out? What is finished is kept.")
        if self._window.may_stop(self.tr("Sign out"), question):
            self.leave()

    def leave(self) -> None:
        """Sign out, and ask who comes next."""

        def work(place: Workplace, _task: Task) -> None:
            sign_out(place.library())
            place.enter(None)

        def left(_nothing: None) -> None:
            self._desk.leave_library()
            self._desk.choose_case("")
            self._desk.set_access(None)
            self._waiting = [self._begin_anew]
            self._ask_who()

        self.idle.stop()
        self._hide(hidden=True)
        self._desk.run(Lane.BROWSE, work, owner=self, on_done=left)

    def _begin_anew(self) -> None:
        self._desk.library_changed.emit()
        land(self._window)

    def _ask_who(self) -> None:
        """Whoever is asked already is not asked a second time."""
        self._hide(hidden=True)
        if isinstance(self.dialog, SignInDialog):
            return
        dialog = SignInDialog(self._desk, self._window)
        dialog.accepted.connect(lambda: self._signed_in(dialog.principal))
        dialog.rejected.connect(self._window.close)
        self._open(dialog)

    def _signed_in(self, principal: Principal | None) -> None:
        self._desk.leave_library()  # every thread opens it anew, as whoever signed in
        if principal is not None and principal.must_change_password:
            self._change_password(demanded=True, then=self._look)
        else:
            self._look()

    def _change_password(self, *, demanded: bool, then: Callable[[], None]) -> None:
        dialog = ChangePasswordDialog(self._desk, self._window, demanded=demanded)
        dialog.accepted.connect(then)
        if demanded:
            dialog.rejected.connect(self.leave)
        self._open(dialog)

    def _let_in(self, access: Access) -> None:
        self._hide(hidden=False)
        self._desk.set_access(access)
        self.idle.stop()
        if access.mode is LibraryMode.ACCOUNTS:
            self.idle.start(access.idle_lock_minutes * _MINUTE)
        self._go_on()

    def _unlocked(self) -> None:
        self._hide(hidden=False)
        if (access := self._desk.access) is not None:
            self.idle.start(access.idle_lock_minutes * _MINUTE)

    def _hide(self, *, hidden: bool) -> None:
        if (content := self._window.centralWidget()) is not None:
            content.setVisible(not hidden)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is self.sender():
            self.dialog = None
