"""Making the signed package of a case: what goes in, which key signs, how far it is, and what came out."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.errors import BundleRefusedError
from forensic_id.core.report import ModelFacts
from forensic_id.core.rights import Right
from forensic_id.core.signing import PassphraseSource, shown_fingerprint
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.passphrase import open_key
from forensic_id.gui.numbers import counted
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.progress_bar import ProgressBar
from forensic_id.gui.widgets.saved_bar import SavedBar
from forensic_id.gui.workplace import Workplace
from forensic_id.services.create_package import CreatedPackage, PackageRequest, PackageTools, create_package

_WIDTH = 600


class PackageDialog(QDialog):
    """Stays open with its result until it is closed."""

    def __init__(self, desk: Desk, case_number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Package of the case {}").format(case_number))
        self.setFixedWidth(_WIDTH)
        self._desk, self._case = desk, case_number
        self._task: Task | None = None
        self.photos = QCheckBox(self.tr("The candidates' &photos, as originals"))
        self.whole_log = QCheckBox(self.tr("The &whole audit log, with entries of other cases"))
        self.key = label(self.tr("Signed with the key of this computer."), "small", wrap=True)
        self.bar = ProgressBar(self.tr("Progress of the package"))
        self.outcome = label("", wrap=True)
        self.outcome.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.saved = SavedBar(desk)
        self.make_button = QPushButton(self.tr("&Make the package…"))
        self.make_button.setDefault(True)
        self.make_button.setMinimumWidth(self.make_button.sizeHint().width() + SPACE["l"])  # bold
        self.make_button.clicked.connect(self._ask)
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        desk.rights.guard(self.make_button, Right.REPORT)
        desk.rights.guard(self.whole_log, Right.READ_AUDIT)
        self._lay_out()
        self._set_busy(busy=False)
        desk.run(
            Lane.BROWSE,
            lambda place, _task: place.signing_key.fingerprint,
            owner=self,
            on_done=self._tell_key,
            on_failed=self._refuse,
        )

    def make(self, path: Path) -> None:
        """Write the package to a file; asks for the key's passphrase when it has one."""
        open_key(
            self._desk,
            self,
            self.tr("The package is signed with the key of this computer, which is under a passphrase."),
            lambda place, source: place.signing_key.signer(source),
            then=lambda passphrase: self._start(path, passphrase),
            refuse=self._refuse,
        )

    def reject(self) -> None:
        """Closing stops what runs."""
        self._stop()
        super().reject()

    def _start(self, path: Path, passphrase: str) -> None:
        photos, whole_log = self.photos.isChecked(), self.whole_log.isChecked()
        paper = self._desk.preferences.text("report/paper")

        def work(place: Workplace, task: Task) -> CreatedPackage:
            request = PackageRequest(
                case_number=self._case,
                created_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                app_version=place.app_version,
                paper="a4" if paper == "a4" else "letter" if paper == "letter" else None,
                photos=photos,
                whole_log=whole_log,
            )
            tools = _tools(place, lambda: passphrase)
            return create_package(request, tools, path, progress=task.report, cancelled=task.cancelled)

        self._say(self.tr("Making the package…"))
        self.saved.hide()
        self._set_busy(busy=True)
        self._task = self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=self._tell,
            on_failed=self._refuse,
            on_cancelled=self._stopped,
            on_progress=self.bar.show_progress,
            title=self.tr("Package of the case {}").format(self._case),
        )

    def _ask(self) -> None:
        name = re.sub(r"[^\w.-]+", "_", f"case {self._case}").strip("._")
        ask_where_to_save(
            self,
            self._desk.preferences,
            self.tr("Make a case package"),
            name=f"{name}.zip",
            kinds=self.tr("Case package (*.zip)"),
            then=self.make,
        )

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _stopped(self) -> None:
        self._end()
        self._say(self.tr("Stopped. No package was written."))

    def _tell_key(self, fingerprint: str) -> None:
        told = self.tr("Signed with the key of this computer:\n{}").format(shown_fingerprint(fingerprint))
        none = self.tr("Signed with the key of this computer, which is made with the first package.")
        self.key.setText(told if fingerprint else none)

    def _tell(self, made: CreatedPackage) -> None:
        self._end()
        told = self.tr(
            "The package holds {files} files and was signed.\n\nSHA-256 of its manifest, as the audit log has it:\n"
            "{manifest}\n\nFingerprint of the key; tell it to whoever checks the package by another way than this "
            "file:\n{fingerprint}"
        )
        self._say(
            told.format(
                files=counted(made.files),
                manifest=shown_fingerprint(made.manifest_sha256),
                fingerprint=shown_fingerprint(made.fingerprint),
            )
        )
        self._tell_key(made.fingerprint)
        self.saved.say(self.tr("Written: {}").format(made.path.name), made.path)

    def _refuse(self, error: Exception) -> None:
        self._end()
        self._say(sentence_for(error), wrong=True)

    def _end(self) -> None:
        self._task = None
        self._set_busy(busy=False)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.outcome.setText(text)
        set_role(self.outcome, "danger" if wrong else "body")
        self.outcome.show()
        self.outcome.setMinimumHeight(self.outcome.heightForWidth(_WIDTH - 2 * SPACE["xl"]))
        self.adjustSize()

    def _set_busy(self, *, busy: bool) -> None:
        self.bar.wait()
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        for widget in (self.make_button, self.photos, self.whole_log):
            widget.setEnabled(not busy)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        told = label(
            self.tr(
                "One file with everything that the case rests on: every search with its sketch, record, whole list, "
                "reviews and report, and the entries of the audit log. Whoever gets it can check without a library "
                "that nothing was changed."
            ),
            wrap=True,
        )
        told.setMinimumHeight(told.heightForWidth(_WIDTH - 2 * SPACE["xl"]))
        layout.addWidget(told)
        layout.addWidget(label(self.tr("Also put in"), "small"))
        layout.addWidget(self.photos)
        layout.addWidget(self.whole_log)
        layout.addWidget(self.key)
        layout.addWidget(self.bar)
        layout.addWidget(self.outcome)
        layout.addWidget(self.saved)
        self.outcome.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE["s"])
        row.addStretch(1)
        for button in (self.stop_button, self.close_button, self.make_button):
            row.addWidget(button)
        layout.addLayout(row)


def _tools(place: Workplace, passphrase: PassphraseSource) -> PackageTools:
    return PackageTools(
        library=place.library(),
        loader=place.loader,
        renderer=place.renderer,
        files=place.packages,
        signer=place.signing_key.signer(passphrase),
        editor=place.editor,
        model=_model(place),
    )


def _model(place: Workplace) -> ModelFacts | None:
    """The installed model; without a usable one a case of older searches can still be packed."""
    try:
        return place.model_facts()
    except BundleRefusedError:
        return None
