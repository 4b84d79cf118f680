"""People and cases that are erased together: planned in one look, carried out in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from forensic_id.gui.tasks import Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.erase_cases import (
    CaseErasurePlan,
    CaseErasureReport,
    carry_out_cases,
    plan_case_expungement,
    plan_case_purge,
)
from forensic_id.services.erase_subjects import ErasurePlan, ErasureReport, carry_out, plan_purge


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What would be erased; None: nothing of that sort was asked for."""

    people: ErasurePlan | None = None
    cases: CaseErasurePlan | None = None

    @property
    def purge(self) -> bool:
        """Whether dates are the reason, not an order."""
        return any(plan is not None and plan.kind == "purge" for plan in (self.people, self.cases))

    @property
    def erases(self) -> bool:
        """Whether carrying it out would remove anything."""
        people = self.people is not None and bool(self.people.subjects or self.people.unfinished)
        return people or (self.cases is not None and bool(self.cases.cases))

    @property
    def refused(self) -> int:
        """How many people and cases were asked for and stay."""
        return sum(len(plan.refused) for plan in (self.people, self.cases) if plan is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What was erased; None: it was not asked for."""

    people: ErasureReport | None
    cases: CaseErasureReport | None

    @property
    def remnants(self) -> tuple[str, ...]:
        """What is left to do, in sentences, each once."""
        told = (report.remnants for report in (self.people, self.cases) if report is not None)
        return tuple(dict.fromkeys(filter(None, told)))


def plan_purges(place: Workplace, *, today: date) -> Plans:
    """Everybody and every closed case past the term."""
    library = place.library()
    return Plans(people=plan_purge(library, today=today), cases=plan_case_purge(library, today=today))


def plan_case_order(place: Workplace, number: str, reference: str) -> Plans:
    """One case, by order. Raises InvalidInputError when number or reference is missing."""
    return Plans(cases=plan_case_expungement(place.library(), [number], reference=reference))


def carry_out_plans(place: Workplace, plans: Plans, task: Task) -> Reports:
    """Erase what was planned and may still be erased, and nothing else."""
    library, people, cases = place.library(), None, None
    if plans.people is not None:
        people = carry_out(library, plans.people, progress=task.report, cancelled=task.cancelled)
    if plans.cases is not None:
        cases = carry_out_cases(
            library, plans.cases, place.library_folder, progress=task.report, cancelled=task.cancelled
        )
    return Reports(people=people, cases=cases)
