"""Step 2: whether one person works here or several, and who the first administrator is."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from forensic_id.core.accounts import LibraryMode
from forensic_id.core.rights import Role
from forensic_id.gui.access.account_form import AccountForm
from forensic_id.gui.access.words import shown_principal
from forensic_id.gui.desk import Desk
from forensic_id.gui.first_start.step import Step
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_accounts import use_accounts
from forensic_id.services.sign_in import Access, look_at_access

_FORM_WIDTH = 640


class AccountsStep(Step):
    """Nothing is stored for somebody who works alone: a new library is used so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            self.tr("Who works with this library?"),
            self.tr("It can be changed later in the settings, in both directions. The audit log keeps when and why."),
        )
        self._desk = desk
        self._done = False
        self.body.setSpacing(SPACE["xs"])
        self.alone = QRadioButton(self.tr("&One person, without signing in"))
        self.several = QRadioButton(self.tr("&Several people, with accounts"))
        self.alone.setChecked(True)
        self._explain(
            self.alone,
            self.tr(
                "Whoever is logged in at this computer does everything. There is no second examiner, and every "
                "report says that one person worked alone (single-user mode)."
            ),
        )
        self._explain(
            self.several,
            self.tr(
                "Everybody signs in with a name and a password, does what the role allows, and stands in the audit "
                "log by name. A second examiner can review blind. You are the first administrator."
            ),
        )
        self.form = AccountForm(width=_FORM_WIDTH)
        self.examines = QCheckBox(self.tr("&I search and review, too (role examiner)"))
        self.first = self._first_administrator()
        self.body.addWidget(self.first)
        self._told = label("", "success", wrap=True)
        self._told.hide()
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        self.several.toggled.connect(self.first.setVisible)
        self.form.edited.connect(lambda: self.say_problem(""))
        self.first.hide()

    def begin(self) -> None:
        """Another folder may have been chosen meanwhile: it is a new library then."""
        access = self._desk.access
        self._show_done(access if access is not None and access.mode is LibraryMode.ACCOUNTS else None)
        (self.several if self.several.isChecked() else self.alone).setFocus()

    def perform(self) -> None:
        """Make the first administrator, who acts from now on, or leave it at one person."""
        if self._done or self.alone.isChecked():
            self.completed.emit()
            return
        new = self.form.account({Role.ADMINISTRATOR, *([Role.EXAMINER] if self.examines.isChecked() else [])})
        if new is None:
            return

        def work(place: Workplace, _task: Task) -> Access:
            library = place.library()
            place.enter(use_accounts(library, new, place.passwords).name)
            return look_at_access(library)

        self.setEnabled(False)
        self._desk.run(Lane.BROWSE, work, owner=self, on_done=self._begun, on_failed=self.say_problem)

    def _begun(self, access: Access) -> None:
        self.form.clear()
        self.say_problem("")
        self._desk.set_access(access)
        self.completed.emit()

    def _show_done(self, access: Access | None) -> None:
        self._done = access is not None
        for widget in (self.alone, self.several):
            widget.setEnabled(not self._done)
        self.first.setVisible(self.several.isChecked() and not self._done)
        self._told.setVisible(self._done)
        if access is not None:
            self._told.setText(self.tr("{} is signed in.").format(shown_principal(access.principal)))

    def _explain(self, choice: QRadioButton, text: str) -> None:
        said = label(text, "small", wrap=True)
        said.setContentsMargins(SPACE["xl"], 0, 0, SPACE["s"])
        choice.setAccessibleDescription(text)
        self.body.addWidget(choice)
        self.body.addWidget(said)

    def _first_administrator(self) -> QWidget:
        first = QWidget()
        layout = QVBoxLayout(first)
        layout.setContentsMargins(SPACE["xl"], 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        layout.addWidget(self.form)
        layout.addWidget(self.examines)
        return first
