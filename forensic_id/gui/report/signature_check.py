"""Who produced a report, whose key signed it, what that is worth, and whether the file is what was signed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.pdf_signing import PdfSignature
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.fingerprint_row import FingerprintRow
from forensic_id.gui.exchange.verdict_view import VerdictView
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.elided_label import ElidedLabel
from forensic_id.gui.workplace import Workplace
from forensic_id.services.sign_report import SignatureFindings, verify_report

_SIZE = (720, 420)


class SignatureCheckDialog(QDialog):
    """Begins when it is made; checks again when a fingerprint is given."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check a signed report"))
        self.resize(*_SIZE)
        self._desk, self._path = desk, path
        self.findings: SignatureFindings | None = None
        self.verdict = VerdictView()
        self.fingerprint = FingerprintRow()
        self.fingerprint.given.connect(self.check)
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addWidget(ElidedLabel(str(path), "muted"))
        layout.addWidget(self.verdict, 1)
        layout.addWidget(self.fingerprint)
        layout.addLayout(row)
        self.check("")

    def check(self, expected: str) -> None:
        """Check the signatures; `expected` is the fingerprint of the certificate, empty: any."""
        path = self._path

        def work(place: Workplace, _task: Task) -> SignatureFindings:
            return verify_report(path, place.pdf_signer, expected=expected, own=place.own_certificate)

        self.verdict.wait(self.tr("Checking…"))
        self._desk.run(Lane.SEARCH, work, owner=self, on_done=self._tell, on_failed=self._refuse)

    def _tell(self, found: SignatureFindings) -> None:
        self.findings = found
        told = [each for each in found.sentences if each not in found.broken]
        self.verdict.show_findings(
            self._headline(found),
            sound=found.sound,
            broken=found.broken,
            groups=(
                (self.tr("Does not hold either"), found.broken[1:], "danger"),
                (self.tr("What the signature says"), told, "body"),
            ),
        )

    def _headline(self, found: SignatureFindings) -> str:
        if not found.signatures:
            return self.tr("Not signed.")
        signers = ", ".join(dict.fromkeys(map(self._named, found.signatures)))
        if found.sound:
            return self.tr("Signed by {}, and not changed since.").format(signers)
        if all(each.intact for each in found.signatures) and found.signatures[-1].whole:
            return self.tr("Signed by {}, but not with the certificate that you named.").format(signers)
        return self.tr("Changed since it was signed by {}.").format(signers)

    def _named(self, signature: PdfSignature) -> str:
        """Producer and key, which are told apart: the key may be that of a computer which many people use."""
        if not signature.producer:
            return self.tr("the key of {}").format(signature.holder)
        return self.tr("{} with the key of {}").format(signature.producer, signature.holder)

    def _refuse(self, error: Exception) -> None:
        self.verdict.show_findings(
            self.tr("The file could not be checked."), sound=False, broken=(sentence_for(error),), groups=()
        )
