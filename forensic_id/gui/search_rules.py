"""What stands against any search, told before somebody prepares one: the case, the policy profile, the rights."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.policy import DEFAULT_POLICY, Policy
from forensic_id.core.records import Case
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.choose_policy import policy_in_force
from forensic_id.services.show_search import case_for_search


class SearchRules(QObject):
    """Asks in the background; a search that breaks a rule is refused by its service all the same."""

    changed = Signal()
    """Something else may stand in the way now."""
    policy_changed = Signal(object)
    """Another Policy holds."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_problem = ""
        self._policy = DEFAULT_POLICY

    @property
    def policy(self) -> Policy:
        """The profile that holds, as far as it is known."""
        return self._policy

    def check_case(self) -> None:
        """Ask whether the case on the desk takes searches."""
        number = self._desk.case_number
        self._case_problem = ""
        self.changed.emit()
        if not number or self._desk.rights.reason(Right.SEARCH):
            return

        def work(place: Workplace, _task: Task) -> Case:
            return case_for_search(place.library(), number)

        def refuse(error: Exception) -> None:
            if number == self._desk.case_number:
                self._case_problem = sentence_for(error)
                self.changed.emit()

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=lambda _case: None, on_failed=refuse)

    def check_policy(self) -> None:
        """Ask which policy profile holds."""
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: policy_in_force(place.library()),
            owner=self,
            on_done=self._obey,
            on_failed=lambda _error: None,  # a search would be refused with the reason
        )

    def against(self, *, top: int) -> str:
        """Why no sketch may be searched for a list of that length; empty: no reason is known."""
        return self._desk.rights.reason(Right.SEARCH) or self._case_problem or self._against_list(top)

    def _against_list(self, top: int) -> str:
        try:
            self._policy.check_list(top=top)
        except InvalidInputError as error:
            return sentence_for(error)
        return ""

    def _obey(self, policy: Policy) -> None:
        if policy != self._policy:
            self._policy = policy
            self.policy_changed.emit(policy)
            self.changed.emit()
