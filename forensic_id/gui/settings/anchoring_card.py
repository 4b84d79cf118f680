"""Where anchors of the audit log go, how often, and whether one was written lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSpinBox, QWidget

from forensic_id.core.anchors import DEFAULT_EVERY, Anchor, Anchoring
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.moments import shown_time
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.passphrase import open_key
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.settings.card import Card
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.gui.workplace import Workplace
from forensic_id.services.anchor_audit import anchor_audit, choose_anchoring, last_anchor

_MOST_BETWEEN = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What is chosen, and the last anchor of this library in the file; `problem` says why it cannot be read."""

    chosen: Anchoring | None
    last: Anchor | None = None
    problem: str = ""


class AnchoringCard(Card):
    """A choice holds at once, and is logged."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Anchors of the audit log"))
        self._desk = desk
        self._folders = LastFolder(desk.preferences, "anchors")
        self._chosen: Anchoring | None = None
        self.choose_button = QPushButton(self.tr("C&hoose a file…"))
        self.off_button = QPushButton(self.tr("&No more anchors"))
        self.every = QSpinBox()
        give_room(self.every)
        self.every.setRange(1, _MOST_BETWEEN)
        self.every.setValue(DEFAULT_EVERY)
        self.every.setKeyboardTracking(False)
        self.anchor_button = QPushButton(self.tr("&Anchor now"))
        self.state = label("", wrap=True)
        self.last = label("", "small", wrap=True)
        self._lay_out()
        self.choose_button.clicked.connect(self._ask)
        self.off_button.clicked.connect(lambda: self.choose(None))
        self.every.valueChanged.connect(self._change_interval)
        self.anchor_button.clicked.connect(self.anchor)
        for control in (self.choose_button, self.off_button, self.every):
            desk.rights.guard(control, Right.SET_POLICY)
        desk.library_changed.connect(self.load)

    def load(self) -> None:
        """Read what is chosen and the last anchor."""
        self._desk.run(Lane.BROWSE, _read, owner=self, on_done=self._show, on_failed=self._refuse)

    def choose(self, file: Path | None) -> None:
        """Write anchors to a file from now on, None: none."""
        wanted = Anchoring(file=file.absolute(), every=self.every.value()) if file is not None else None

        def work(place: Workplace, task: Task) -> _State:
            choose_anchoring(place.library(), place.anchoring, wanted)
            return _read(place, task)

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=self._show, on_failed=self._refuse)

    def anchor(self) -> None:
        """Write an anchor now; asks for the key's passphrase when it has one."""
        open_key(
            self._desk,
            self,
            self.tr("The anchor is signed with the key of this computer, which is under a passphrase."),
            lambda place, source: place.signing_key.signer(source),
            then=self._write,
            refuse=self._refuse,
        )

    def _write(self, passphrase: str) -> None:
        def work(place: Workplace, task: Task) -> _State:
            chosen = place.anchoring.read()
            if chosen is not None:
                signer = place.signing_key.signer(lambda: passphrase)
                anchor_audit(place.library(), place.anchor_file(chosen.file), signer, datetime.now(UTC))
            return _read(place, task)

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=self._show, on_failed=self._refuse)

    def _ask(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("File of anchors, best on a stick or a share that this library's writers do not reach"),
            str(self._folders.folder() / "anchors.jsonl"),
            self.tr("Anchors (*.jsonl)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # anchors are appended
        )
        if name:
            self._folders.remember(Path(name))
            self.choose(Path(name))

    def _change_interval(self) -> None:
        if self._chosen is not None and self._chosen.every != self.every.value():
            self.choose(self._chosen.file)

    def _show(self, state: _State) -> None:
        self._chosen = state.chosen
        chosen = state.chosen is not None
        for control in (self.off_button, self.anchor_button):
            control.setEnabled(chosen)
        if state.chosen is None:
            self._say(self.tr("No anchors are written."))
            self.last.hide()
            return
        self.every.setValue(state.chosen.every)
        self.last.show()
        self._say(self.tr("Anchors go to {}.").format(state.chosen.file))
        if state.last is None:
            self.last.setText(
                translated(state.problem) or self.tr("There is no anchor of this library in the file yet.")
            )
            return
        told = self.tr("Last anchor: {at}, over {entries} entries.")
        self.last.setText(told.format(at=shown_time(state.last.at), entries=counted(state.last.head.sequence)))

    def _refuse(self, error: Exception) -> None:
        self._say(sentence_for(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.state.setText(text)
        set_role(self.state, "danger" if wrong else "body")

    def _lay_out(self) -> None:
        self.add_row(
            self.tr("File"),
            self.tr(
                "An anchor is the signed hash of the last entry. Kept outside of the library, it shows later whether "
                "the end of the log was cut off, or all of it written anew."
            ),
            self.choose_button,
        )
        self.add_row(
            self.tr("How often"),
            self.tr("When the program closes: once a day, and after so many entries on the same day."),
            self.every,
        )
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE["s"])
        row.addWidget(self.anchor_button)
        row.addWidget(self.off_button)
        row.addStretch(1)
        for widget in (self.state, self.last, buttons):
            self.add_wide(widget)


def _read(place: Workplace, _task: Task) -> _State:
    chosen = place.anchoring.read()
    if chosen is None:
        return _State(chosen=None)
    try:
        return _State(chosen=chosen, last=last_anchor(place.library(), place.anchor_file(chosen.file)))
    except InvalidInputError as error:  # no file yet, or it is on a stick that is not in
        return _State(chosen=chosen, problem=str(error))
