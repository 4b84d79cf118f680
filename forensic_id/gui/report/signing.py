"""Signing on the report page: exports with a signature in them, and checks of signed reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from forensic_id.core.pdf_signing import SigningIdentity
from forensic_id.core.rights import Right
from forensic_id.core.signing import PassphraseSource
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.passphrase import open_key
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.report.make_report import model_of
from forensic_id.gui.report.signature_check import SignatureCheckDialog
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.image_intake import ImageIntake
from forensic_id.gui.workplace import Workplace
from forensic_id.services.build_report import ReportRequest
from forensic_id.services.export_report import ExportedReport
from forensic_id.services.sign_report import SigningDesk, export_signed_report


class SignatureButton(QPushButton):
    """A menu: sign and export, with the key of this computer or one in a file; check a signed report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setText(self.tr("Si&gnature"))
        menu = QMenu(self)
        self.own_action = menu.addAction(self.tr("Sign and export with the key of this &computer…"))
        self.file_action = menu.addAction(self.tr("Sign and export with a key in a &PKCS #12 file…"))
        menu.addSeparator()
        self.check_action = menu.addAction(self.tr("Chec&k a signed report…"))
        self.setMenu(menu)
        for action in (self.own_action, self.file_action):
            desk.rights.guard(action, Right.REPORT)
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def set_ready(self, *, ready: bool) -> None:
        """Whether there is a report to sign; one can always be checked."""
        self.own_action.setEnabled(ready)
        self.file_action.setEnabled(ready)

    def _paint(self) -> None:
        self.setIcon(self._desk.appearance.icon("lock"))


class Signing(QObject):
    """What the menu does; a report that is dropped or pasted is checked.

    `ask_where` asks for the place of the PDF, `request` says what is to be written.
    """

    written = Signal(Path)
    refused = Signal(object)
    """The exception that tells why nothing was written."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        *,
        ask_where: Callable[[str, Callable[[Path], None]], None],
        request: Callable[[], ReportRequest | None],
    ) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._ask_where, self._request = ask_where, request
        self._keys = LastFolder(desk.preferences, "keys")
        self._signed = LastFolder(desk.preferences, "exports")
        self.button = SignatureButton(desk)
        self.button.own_action.triggered.connect(lambda: self.ask_where_to_sign(None))
        self.button.file_action.triggered.connect(self.choose_key)
        self.button.check_action.triggered.connect(self.choose_report)
        self.intake = ImageIntake(page)
        self.intake.files_given.connect(lambda paths: self.check(paths[0]))

    def choose_key(self) -> None:
        """Let the user name the file with the key."""
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("The key to sign with"),
            str(self._keys.folder()),
            self.tr("PKCS #12 (*.p12 *.pfx);;All files (*)"),
        )
        if name:
            self._keys.remember(Path(name))
            self.ask_where_to_sign(Path(name))

    def ask_where_to_sign(self, p12: Path | None) -> None:
        """Let the user name the file for the signed report."""
        self._ask_where(self.tr("Sign and export the report"), lambda path: self.sign(path, p12))

    def sign(self, path: Path, p12: Path | None = None) -> None:
        """Write the report with a signature; asks for the key's passphrase when it has one."""
        request = self._request()
        if request is None:
            return
        name = p12.name if p12 is not None else self.tr("of this computer")
        open_key(
            self._desk,
            self._page,
            self.tr("The report is signed with the key {}, which is under a passphrase.").format(name),
            lambda place, source: _identity(place, p12, source),
            then=lambda passphrase: self._write(path, request, p12, passphrase),
            refuse=self.refused.emit,
        )

    def choose_report(self) -> None:
        """Let the user name the report to check."""
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("Check a signed report"),
            str(self._signed.folder()),
            self.tr("PDF (*.pdf);;All files (*)"),
        )
        if name:
            self.check(Path(name))

    def check(self, path: Path) -> None:
        """Show what the signatures in a report are worth."""
        dialog = SignatureCheckDialog(self._desk, path, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, path: Path, request: ReportRequest, p12: Path | None, passphrase: str) -> None:
        def work(place: Workplace, _task: Task) -> ExportedReport:
            return _write_signed(place, request, path, _identity(place, p12, lambda: passphrase))

        self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=lambda done: self.written.emit(done.path),
            on_failed=self.refused.emit,
            title=self.tr("Signing the report"),
        )


def _identity(place: Workplace, p12: Path | None, source: PassphraseSource) -> SigningIdentity:
    return place.report_identity(p12, source, now=datetime.now(UTC))


def _write_signed(place: Workplace, request: ReportRequest, path: Path, identity: SigningIdentity) -> ExportedReport:
    now, library = datetime.now(UTC), place.library()
    desk = SigningDesk(signer=place.pdf_signer, identity=identity, now=now)
    return export_signed_report(
        library,
        place.loader,
        place.renderer,
        replace(request, produced_at=now.isoformat()),
        path,
        desk=desk,
        model=model_of(place),
        editor=place.editor,
    )
