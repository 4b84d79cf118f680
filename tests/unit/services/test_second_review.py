"""Who is asked for a second review, what a blind examiner sees, and what the audit log tells meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.errors import ConflictError, InvalidInputError, NotFoundError, NotPermittedError
from forensic_id.core.review import Decision
from forensic_id.core.second_review import State
from forensic_id.services.blindness import HIDDEN
from forensic_id.services.browse_audit import find_entries, read_entries
from forensic_id.services.export_audit import export_audit
from forensic_id.services.open_review import open_review
from forensic_id.services.review_candidates import (
    ReviewChanges,
    change_review,
    list_reviews,
    log_view,
    review_history,
    save_review,
)
from forensic_id.services.second_review import (
    assign_second_review,
    look_at_second_reviews,
    review_differences,
    save_blind_finding,
    submit_second_review,
    waiting_reviews,
    withdraw_second_review,
)
from tests.unit.services.office import EARS, SAME, Office


def test_a_blind_examiner_sees_the_list_and_not_what_was_found(office: Office) -> None:
    office.assign()
    with office.acting("carla"):
        opened = open_review(office.library, 1)
        assert opened.record == office.record
        assert opened.second.blind is not None
        assert opened.second.blind.ranks == (1, 2)
        assert (opened.reviews, opened.second.unmet, opened.second.comparisons) == ((), "", ())
        assert list_reviews(office.library, 1) == review_history(office.library, 1, 1) == ()
        (waiting,) = waiting_reviews(office.library)
        assert (waiting.review.assigned_by, waiting.record.search_id) == ("anna", 1)
        with pytest.raises(NotPermittedError, match="blind"):
            review_differences(office.library, 1)
    with pytest.raises(NotPermittedError, match="Submit your own conclusions first"):
        office.report("carla")
    with office.acting("anna"):
        assert waiting_reviews(office.library) == ()


def test_own_findings_are_versions_and_are_shown_to_nobody_else_before(office: Office) -> None:
    office.assign()
    with office.acting("carla"):
        first = save_review(office.library, 1, 1, EARS, based_on=0)
        assert (first.version, first.examiner, first.subject_id) == (
            1,
            "carla",
            office.record.candidates[0].subject_id,
        )
        with pytest.raises(ConflictError, match="version 1"):
            save_review(office.library, 1, 1, SAME, based_on=0)
        changed = change_review(office.library, 1, 1, ReviewChanges(decision=Decision.POSSIBLE))
        assert (changed.version, changed.content.reason) == (2, "The ears differ.")
        assert [each.version for each in list_reviews(office.library, 1)] == [2]
        assert [each.version for each in review_history(office.library, 1, 1)] == [2]
        with pytest.raises(InvalidInputError, match="not part of your second review: it has 1, 2"):
            save_review(office.library, 1, 3, SAME, based_on=0)
        with pytest.raises(InvalidInputError, match="Undecided, by rank: 2"):
            submit_second_review(office.library, 1)
    with office.acting("anna"):
        (seen,) = look_at_second_reviews(office.library, 1).reviews
        assert (seen.state, seen.findings) == (State.ASSIGNED, {})
        assert [each.version for each in list_reviews(office.library, 1)] == [1, 1]


@pytest.mark.parametrize("examiner", ["anna", "nobody"])
def test_only_somebody_with_the_right_can_be_asked(office: Office, examiner: str) -> None:
    with office.acting("anna"), pytest.raises(NotFoundError, match="Ask one of these: boris, carla, dora"):
        assign_second_review(office.library, 1, examiner)


def test_nobody_reviews_their_own_work_or_what_they_have_seen(office: Office) -> None:
    with office.acting("boris"):
        save_review(office.library, 1, 3, SAME, based_on=0)
    with pytest.raises(InvalidInputError, match="boris worked on search 1: nobody reviews their own work"):
        office.assign("boris")
    with office.acting("carla"):
        log_view(office.library, 1, 1)
    with pytest.raises(InvalidInputError, match="would not be blind"):
        office.assign("carla")
    office.library.audit.actor = "dora"
    office.library.audit.append("search.add", "search 1", {})
    with pytest.raises(InvalidInputError, match="dora worked on search 1"):
        office.assign("dora")


def test_what_the_first_examiner_left_open_is_not_assigned(office: Office) -> None:
    with pytest.raises(InvalidInputError, match="Undecided, by rank: 5"):
        office.assign("carla", 1, 5)
    office.library.reviews.versions.clear()
    with pytest.raises(InvalidInputError, match="first review comes first"):
        office.assign("carla")


def test_an_assignment_is_made_once_and_withdrawn_with_a_reason(office: Office) -> None:
    office.assign("carla", 1)
    with pytest.raises(InvalidInputError, match="already"):
        office.assign("Carla", 1)
    with office.acting("anna"):
        with pytest.raises(InvalidInputError, match="Say why"):
            withdraw_second_review(office.library, 1, 1, " ")
        with pytest.raises(NotFoundError, match="number 9"):
            withdraw_second_review(office.library, 9, 1, "x")
        assert withdraw_second_review(office.library, 1, 1, "on leave").state is State.WITHDRAWN
        with pytest.raises(InvalidInputError, match="withdrawn: it cannot"):
            withdraw_second_review(office.library, 1, 1, "again")
    with office.acting("carla"), pytest.raises(NotFoundError, match="waiting for you"):
        save_blind_finding(office.library, 1, 1, SAME, based_on=0)


def test_the_audit_log_tells_a_blind_reader_no_decision(office: Office, tmp_path: Path) -> None:
    office.assign("dora")
    with office.acting("dora"):
        saved = find_entries(office.library, AuditFilter(action="review.save")).sequences
        assert len(saved) == 2
        assert {entry.details["decision"] for entry in read_entries(office.library, saved.tolist())} == {HIDDEN}
        assert len(find_entries(office.library, AuditFilter(text="candidate")).sequences) == 0
        export_audit(office.library, tmp_path / "a.csv")
        assert HIDDEN in (tmp_path / "a.csv").read_text(encoding="utf-8")
    office.submit("dora")
    with office.acting("dora"):
        assert len(find_entries(office.library, AuditFilter(text="candidate")).sequences) == 2


def test_a_library_without_other_reviewers_says_so(office: Office) -> None:
    for name in ("boris", "carla", "dora"):
        del office.library.accounts.by_name[name]
    with pytest.raises(NotFoundError, match="Nobody else has the role reviewer"):
        office.assign("carla")
