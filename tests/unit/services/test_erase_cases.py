"""Cases are erased by a plan that was looked at, and what has changed since is seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from forensic_id.core.errors import CancelledError, InvalidInputError
from forensic_id.core.policy import Policy
from forensic_id.services.erase_cases import carry_out_cases, plan_case_expungement, plan_case_purge
from forensic_id.services.keep_subjects import list_due_cases
from forensic_id.services.match_folder import MatchFolderRequest
from forensic_id.services.remember_batches import RememberedBatch, remember_batch, remembered_batches
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE, image, search_record

LATER = date(2040, 1, 1)


@pytest.fixture
def library() -> InMemoryLibrary:
    """A closed case with a search, under a policy with a term of a month."""
    library = InMemoryLibrary()
    library.policies.choose(Policy(case_retention_days=30))
    library.cases.open_case(CASE)
    sketch = image("sketch")
    library.cases.add_search(search_record(sketch), sketch=sketch, crop=FakeFaceAligner().align(sketch).crop)
    library.cases.close_case(CASE.number)
    return library


def test_a_purge_takes_what_is_past_its_term_and_nothing_else(library: InMemoryLibrary, tmp_path: Path) -> None:
    assert list_due_cases(library, date(2025, 3, 2)) == ()
    assert [each.number for each in list_due_cases(library, LATER)] == [CASE.number]
    plan = plan_case_purge(library, today=LATER)
    assert (plan.searches, plan.cases[0].number, plan.refused) == (1, CASE.number, ())
    assert library.cases.search_ids() == (1,)
    report = carry_out_cases(library, plan, tmp_path)
    assert ([each.number for each in report.erased], report.refused, report.remnants) == ([CASE.number], (), "")
    assert library.cases.search_ids() == ()
    assert not library.retention.unscrubbed()
    library.policies.choose(Policy())
    assert plan_case_purge(library, today=LATER).cases == ()


def test_an_order_names_cases_and_a_reference(library: InMemoryLibrary, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="Name the order"):
        plan_case_expungement(library, [CASE.number], reference=" ")
    with pytest.raises(InvalidInputError, match="No case is named"):
        plan_case_expungement(library, [" "], reference="order 1")
    plan = plan_case_expungement(library, [CASE.number, "none", CASE.number], reference="order 1")
    assert ([each.number for each in plan.cases], [each.number for each in plan.refused]) == ([CASE.number], ["none"])
    report = carry_out_cases(library, plan, tmp_path)
    assert (len(report.erased), len(report.refused)) == (1, 1)
    assert library.cases.cases() == ()


def test_a_hold_refuses_before_and_after_the_plan(library: InMemoryLibrary, tmp_path: Path) -> None:
    plans = (
        plan_case_purge(library, today=LATER),
        plan_case_expungement(library, [CASE.number], reference="order 1"),
    )
    library.retention.place_hold(subject_id=None, case_number=CASE.number, reason="appeal", reference="")
    assert plan_case_purge(library, today=LATER).cases == ()
    for plan in plans:
        report = carry_out_cases(library, plan, tmp_path)
        assert report.erased == ()
        assert "Kept by hold 1 on the case" in report.refused[0].reason
    assert library.cases.search_ids() == (1,)


def test_what_has_changed_since_the_plan_is_refused(library: InMemoryLibrary, tmp_path: Path) -> None:
    purge = plan_case_purge(library, today=LATER)
    order = plan_case_expungement(library, [CASE.number], reference="order 1")
    library.policies.choose(Policy(case_retention_days=36_000))
    assert carry_out_cases(library, purge, tmp_path).refused[0].reason == "No longer past its term."
    carry_out_cases(library, order, tmp_path)
    assert "There is no case" in carry_out_cases(library, order, tmp_path).refused[0].reason


def test_batches_of_an_erased_case_are_forgotten(library: InMemoryLibrary, tmp_path: Path) -> None:
    for number in (CASE.number, "8"):
        request = MatchFolderRequest(folder=tmp_path / "sketches", out=tmp_path / number, case_number=number)
        remember_batch(library, tmp_path, RememberedBatch(request=request))
    plan = plan_case_expungement(library, [CASE.number], reference="order 1")
    carry_out_cases(library, plan, tmp_path)
    assert [each.request.case_number for each in remembered_batches(library, tmp_path)] == ["8"]
    assert CASE.number not in (tmp_path / "batches.json").read_text(encoding="utf-8")


def test_stopped_in_between_what_is_done_is_finished(library: InMemoryLibrary, tmp_path: Path) -> None:
    plan = plan_case_expungement(library, [CASE.number], reference="order 1")
    library.retention.pending = True
    with pytest.raises(CancelledError):
        carry_out_cases(library, plan, tmp_path, cancelled=lambda: True)
    assert library.cases.search_ids() == (1,)
    assert not library.retention.unscrubbed()
