"""Step 3: which rules hold."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from forensic_id.core.policy import Policy
from forensic_id.gui.desk import Desk
from forensic_id.gui.first_start.step import Step
from forensic_id.gui.sentences import translated
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.choose_policy import choose_policy, load_policies


class PolicyStep(Step):
    """One radio button a profile; what the chosen one means stands below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            self.tr("Which rules hold here?"),
            self.tr(
                "A policy profile says what a case must record before anything is searched, and how far a search may "
                "go. Every change of it stands in the audit log. It can be changed later in the settings."
            ),
        )
        self._desk = desk
        self.body.setSpacing(SPACE["xs"])
        self._group = QButtonGroup(self)
        self._policies: list[Policy] = []
        self._rules = label("", "muted", wrap=True)
        self.body.addWidget(self._rules)
        self.body.addStretch(1)

    @property
    def buttons(self) -> list[QRadioButton]:
        """The profiles in their order."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def begin(self) -> None:
        """Read the profiles, those of an opened library included."""
        if self._policies:
            return
        shipped, folder = self._desk.appearance.resources / "policies", self._desk.library_folder
        self._desk.run(
            Lane.BROWSE,
            lambda _place, _task: load_policies(shipped, folder).policies,
            owner=self,
            on_done=self._show,
            on_failed=self.say_problem,
        )

    def perform(self) -> None:
        """Store the choice."""
        policy = self._policies[max(0, self._group.checkedId())]
        self.setEnabled(False)
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: choose_policy(place.library(), policy),
            owner=self,
            on_done=self._chosen,
            on_failed=self.say_problem,
        )

    def _show(self, policies: tuple[Policy, ...]) -> None:
        self._policies = list(policies)
        for number, policy in enumerate(policies):
            button = QRadioButton(policy.title)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            summary = label(translated(policy.summary), "small", wrap=True)
            summary.setContentsMargins(SPACE["xl"], 0, 0, SPACE["s"])
            self.body.insertWidget(2 * number, button)
            self.body.insertWidget(2 * number + 1, summary)
        self._group.idToggled.connect(self._tell)
        self._tell()
        self.buttons[0].setFocus()

    def _tell(self) -> None:
        policy = self._policies[max(0, self._group.checkedId())]
        rules = "\n".join(f"• {translated(rule)}" for rule in policy.rules())
        self._rules.setText(self.tr("What “{}” means:").format(policy.title) + "\n" + rules)

    def _chosen(self, _policy: Policy) -> None:
        self.say_problem("")
        self.completed.emit()
