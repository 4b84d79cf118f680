"""Whether what lies on the search page can be searched, told before anybody tries."""

from __future__ import annotations

from PySide6.QtCore import QObject

from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.search.pool_step import PoolStep
from forensic_id.gui.search.run_bar import RunBar
from forensic_id.gui.search_rules import SearchRules
from forensic_id.gui.sentences import translated
from forensic_id.gui.workbench.workbench import Workbench


class Readiness(QObject):
    """Names in the run bar the first thing that stands in the way, else what would be searched."""

    def __init__(self, desk: Desk, workbench: Workbench, pool: PoolStep, run_bar: RunBar) -> None:
        super().__init__(run_bar)
        self._workbench, self._pool, self._run_bar = workbench, pool, run_bar
        self.rules = SearchRules(desk, self)
        self.rules.policy_changed.connect(workbench.obey)
        self.rules.changed.connect(self.tell)
        workbench.sketches_changed.connect(self.tell)
        pool.preview_changed.connect(self.tell)
        pool.parameters_changed.connect(self.tell)

    def tell(self) -> None:
        """Say what would be searched, or what is missing first."""
        problem = self._missing()
        self._run_bar.show_ready(problem or self._plan(), may_search=not problem)

    def _missing(self) -> str:
        preview = self._pool.preview
        if problem := self.rules.against(top=self._pool.parameters.top):
            return problem
        if preview is not None and preview.obstacle:
            return translated(preview.obstacle)
        if not self._workbench.inputs():
            return self.tr("Choose a sketch first: drop a file on the page, paste a picture, or open one.")
        return self._workbench.obstacle()

    def _plan(self) -> str:
        chosen, preview = self._pool.parameters, self._pool.preview
        fusion = self.tr("best photo") if chosen.fusion == "max" else self.tr("mean over photos")
        people = counted(preview.pool.subjects) if preview is not None else "…"
        plan = self.tr("{} people, list of {}, {} samples, {}, seed {}")
        return plan.format(people, counted(chosen.top), counted(chosen.samples), fusion, chosen.seed)
