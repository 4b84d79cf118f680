"""Whether what lies on the search page can be searched, told before anybody tries."""

from __future__ import annotations

from PySide6.QtCore import QObject

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.policy import DEFAULT_POLICY, Policy
from forensic_id.core.records import Case
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.search.pool_step import PoolStep
from forensic_id.gui.search.run_bar import RunBar
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workbench.workbench import Workbench
from forensic_id.gui.workplace import Workplace
from forensic_id.services.choose_policy import policy_in_force
from forensic_id.services.show_search import case_for_search


class Readiness(QObject):
    """Names in the run bar the first thing that stands in the way, else what would be searched."""

    def __init__(self, desk: Desk, workbench: Workbench, pool: PoolStep, run_bar: RunBar) -> None:
        super().__init__(run_bar)
        self._desk, self._workbench, self._pool, self._run_bar = desk, workbench, pool, run_bar
        self._case_problem = ""
        self._policy = DEFAULT_POLICY
        workbench.sketches_changed.connect(self.tell)
        pool.preview_changed.connect(self.tell)
        pool.parameters_changed.connect(self.tell)

    def check_case(self) -> None:
        """Ask whether the case on the desk takes searches."""
        number = self._desk.case_number
        self._case_problem = ""
        self.tell()
        if not number or self._desk.rights.reason(Right.SEARCH):
            return

        def work(place: Workplace, _task: Task) -> Case:
            return case_for_search(place.library(), number)

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=lambda _case: None, on_failed=self._refuse_case)

    def check_rules(self) -> None:
        """Ask which policy profile holds."""
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: policy_in_force(place.library()),
            owner=self,
            on_done=self._obey,
            on_failed=lambda _error: None,  # a search would be refused with the reason
        )

    def tell(self) -> None:
        """Say what would be searched, or what is missing first."""
        problem = self._missing()
        self._run_bar.show_ready(problem or self._plan(), may_search=not problem)

    def _refuse_case(self, error: Exception) -> None:
        self._case_problem = str(error)
        self.tell()

    def _obey(self, policy: Policy) -> None:
        if policy != self._policy:
            self._policy = policy
            self._workbench.obey(policy)

    def _missing(self) -> str:
        preview = self._pool.preview
        if problem := self._desk.rights.reason(Right.SEARCH) or self._case_problem or self._against_rules():
            return problem
        if preview is not None and preview.obstacle:
            return preview.obstacle
        if not self._workbench.inputs():
            return self.tr("Choose a sketch first: drop a file on the page, paste a picture, or open one.")
        return self._workbench.obstacle()

    def _against_rules(self) -> str:
        try:
            self._policy.check_list(top=self._pool.parameters.top)
        except InvalidInputError as error:
            return str(error)
        return ""

    def _plan(self) -> str:
        chosen, preview = self._pool.parameters, self._pool.preview
        fusion = self.tr("best photo") if chosen.fusion == "max" else self.tr("mean over photos")
        people = counted(preview.pool.subjects) if preview is not None else "…"
        plan = self.tr("{} people, list of {}, {} samples, {}, seed {}")
        return plan.format(people, counted(chosen.top), counted(chosen.samples), fusion, chosen.seed)
