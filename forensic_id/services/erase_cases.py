"""Erase the sketches, searches and reviews of cases: by term (purge) or on somebody's order (expunge).

As for people (`erase_subjects`): a plan changes nothing; carrying it out looks at every case again under the write
lock, each in a transaction of its own, and writes the database anew at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from forensic_id.core.case_retention import DueCase
from forensic_id.core.checked_values import checked_text
from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.ports import Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.retention import ErasureKind
from forensic_id.core.rights import Right
from forensic_id.services.erase_subjects import finish_erasure
from forensic_id.services.keep_subjects import list_due_cases
from forensic_id.services.remember_batches import forget_case_batches


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRefusal:
    """A case that was asked for and is not erased, and why."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseErasurePlan:
    """Which cases would be erased, which not and why. `day` is that of a purge, `reference` the order."""

    kind: ErasureKind
    day: str
    reference: str
    cases: tuple[DueCase, ...]
    refused: tuple[CaseRefusal, ...]

    @property
    def searches(self) -> int:
        """How many searches would go."""
        return sum(len(each.search_ids) for each in self.cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseErasureReport:
    """What was erased and what refused; `remnants` says what is left to do, empty when nothing is."""

    kind: ErasureKind
    erased: tuple[DueCase, ...]
    refused: tuple[CaseRefusal, ...]
    remnants: str


def plan_case_purge(library: Library, *, today: date) -> CaseErasurePlan:
    """The closed cases whose term has passed; those under a hold are refused."""
    library.require(Right.PURGE)
    due = list_due_cases(library, today)
    return _plan("purge", due, (), day=today.isoformat(), reference="")


def plan_case_expungement(library: Library, numbers: Iterable[str], *, reference: str) -> CaseErasurePlan:
    """The cases with these numbers, closed or not; those that are not there or under a hold are refused.

    Raises InvalidInputError when none is named or the order has no reference.
    """
    library.require(Right.PURGE)
    order = checked_text("reference", reference)
    if not order:
        raise InvalidInputError("Name the order to expunge, for example 'court order 12/2026': it is logged.")
    named: list[DueCase] = []
    unknown: list[CaseRefusal] = []
    for number in dict.fromkeys(each.strip() for each in numbers if each.strip()):
        try:
            named.append(library.case_retention.named(number))
        except NotFoundError as error:
            unknown.append(CaseRefusal(number=number, reason=str(error)))
    if not named and not unknown:
        raise InvalidInputError("No case is named to be expunged.")
    return _plan("expunge", named, unknown, day="", reference=order)


def carry_out_cases(
    library: Library,
    plan: CaseErasurePlan,
    library_folder: Path,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> CaseErasureReport:
    """Erase every case of the plan that may still be erased.

    Raises CancelledError on request: cases that are done stay done, and are finished all the same.
    """
    library.require(Right.PURGE)
    erased: list[DueCase] = []
    refused = list(plan.refused)
    try:
        for done, planned in enumerate(plan.cases):
            stop_if_cancelled(cancelled)
            progress(Progress(stage="Erasing cases", done=done, total=len(plan.cases)))
            gone = _erase(library, plan, planned, library_folder)
            if isinstance(gone, CaseRefusal):
                refused.append(gone)
            else:
                erased.append(gone)
    finally:
        remnants = finish_erasure(library, progress=progress)
    return CaseErasureReport(kind=plan.kind, erased=tuple(erased), refused=tuple(refused), remnants=remnants)


def _plan(
    kind: ErasureKind, cases: Sequence[DueCase], refused: Sequence[CaseRefusal], *, day: str, reference: str
) -> CaseErasurePlan:
    held = tuple(_held(each) for each in cases if each.holds)
    free = tuple(each for each in cases if not each.holds)
    return CaseErasurePlan(kind=kind, day=day, reference=reference, cases=free, refused=(*refused, *held))


def _held(each: DueCase) -> CaseRefusal:
    return CaseRefusal(number=each.number, reason=f"Kept by {'; '.join(map(str, each.holds))}.")


def _erase(library: Library, plan: CaseErasurePlan, planned: DueCase, folder: Path) -> DueCase | CaseRefusal:
    """One transaction: what has changed since the plan was made is seen under the write lock."""
    with library.transaction():
        try:
            current = _current(library, plan, planned)
        except NotFoundError as error:
            return CaseRefusal(number=planned.number, reason=str(error))
        if current is None:
            return CaseRefusal(number=planned.number, reason="No longer past its term.")
        if current.holds:
            return _held(current)
        forget_case_batches(library, folder, [current.number])
        library.case_retention.erase([current], kind=plan.kind, reference=plan.reference)
    return current


def _current(library: Library, plan: CaseErasurePlan, planned: DueCase) -> DueCase | None:
    if plan.kind == "expunge":
        return library.case_retention.named(planned.number)
    due = list_due_cases(library, date.fromisoformat(plan.day))
    return next((each for each in due if each.case_id == planned.case_id), None)
