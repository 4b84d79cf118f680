"""The library in use and the policy profile that holds in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton

from forensic_id.core.errors import LibraryLockedError
from forensic_id.core.policy import Policy
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.unlock_dialog import UnlockDialog
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.settings.card import Card
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.choose_policy import PolicyShelf, choose_policy, load_policies, policy_in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    shelf: PolicyShelf
    current: Policy


class LibraryCard(Card):
    """A folder that cannot be used leaves the library in use as it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Library"))
        self._desk = desk
        self._rules: _Rules | None = None
        self.folder = label("", wrap=True)
        self.button = QPushButton(self.tr("&Open or make another…"))
        self.button.clicked.connect(self._choose)
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        self.policy = QComboBox()
        self.policy.activated.connect(self._choose_policy)
        desk.rights.guard(self.policy, Right.SET_POLICY)
        self.rules = label("", "small", wrap=True)
        self.add_row(
            self.tr("Folder"),
            self.tr("Holds photos, cases, searches and the audit log. A folder with other files is refused."),
            self.button,
        )
        self.add_wide(self.folder)
        self.add_wide(self.problem)
        self.add_row(
            self.tr("Policy profile"),
            self.tr("The rules of this library. Changing them is written into the audit log, with before and after."),
            self.policy,
        )
        self.add_wide(self.rules)
        desk.library_changed.connect(self.load)

    def load(self) -> None:
        """Read the profiles and which of them holds."""
        self.folder.setText(str(self._desk.library_folder))
        shipped = self._desk.appearance.resources / "policies"

        def read(place: Workplace, _task: Task) -> _Rules:
            shelf = load_policies(shipped, place.library_folder)
            return _Rules(shelf=shelf, current=policy_in_force(place.library()))

        self._desk.run(Lane.BROWSE, read, owner=self, on_done=self._show, on_failed=self._say)

    def _show(self, rules: _Rules) -> None:
        self._rules = rules
        self._say(translated("\n".join(rules.shelf.problems)))
        self.policy.clear()
        for policy in rules.shelf.policies:
            self.policy.addItem(policy.title, policy.name)
        place = self.policy.findData(rules.current.name)
        if place < 0:  # its file is gone, its rules hold all the same
            self.policy.addItem(rules.current.title, rules.current.name)
            place = self.policy.count() - 1
        self.policy.setCurrentIndex(place)
        self._tell(rules.current)

    def _tell(self, policy: Policy) -> None:
        rules = (f"• {translated(rule)}" for rule in policy.rules())
        self.rules.setText("\n".join(filter(None, (translated(policy.summary), *rules))))

    def _choose_policy(self) -> None:
        if self._rules is None:
            return
        name = self.policy.currentData()
        policy = self._rules.current if name == self._rules.current.name else self._rules.shelf.named(name)
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: choose_policy(place.library(), policy),
            owner=self,
            on_done=lambda _policy: self.load(),
            on_failed=self._say,
        )

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Library"), str(self._desk.library_folder.parent))
        if chosen:
            self.use(Path(chosen))

    def use(self, folder: Path) -> None:
        """Open the library in a folder, or make one there."""
        self._say("")

        def unlock_first(error: Exception) -> None:
            if not isinstance(error, LibraryLockedError):
                self._say(error)
                return
            dialog = UnlockDialog(self._desk, folder, self)
            dialog.accepted.connect(lambda: self.use(folder))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._desk.open_library(folder, owner=self, on_done=lambda: None, on_failed=unlock_first)

    def _say(self, error: Exception | str) -> None:
        self.problem.setText(sentence_for(error))
        self.problem.setVisible(bool(error))
