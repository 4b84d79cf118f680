"""The second review: assigned, blind, submitted, compared, agreed on; and what it makes of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from forensic_id.core.accounts import Account, LibraryMode
from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.errors import ConflictError, InvalidInputError, NotFoundError, NotPermittedError
from forensic_id.core.policy import Policy
from forensic_id.core.report import LEAD_BANNER, Facts, Grid, Paragraph, ReportDocument
from forensic_id.core.review import ComponentFinding, Decision, Finding, ReviewContent
from forensic_id.core.rights import Role
from forensic_id.core.second_review import State
from forensic_id.services.blindness import HIDDEN, READ
from forensic_id.services.browse_audit import find_entries, read_entries
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.export_audit import export_audit
from forensic_id.services.export_report import export_report
from forensic_id.services.open_review import open_review
from forensic_id.services.report_standing import DRAFT_BANNER
from forensic_id.services.review_candidates import (
    ReviewChanges,
    change_review,
    list_reviews,
    log_view,
    review_history,
    save_review,
)
from forensic_id.services.second_review import (
    asked_reviews,
    assign_second_review,
    look_at_second_reviews,
    resolve_difference,
    review_differences,
    save_blind_finding,
    submit_second_review,
    waiting_reviews,
    withdraw_second_review,
)
from forensic_id.services.tell_standing import tell_standing
from forensic_id.services.verify_audit import verify_library
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search
from tests.unit.services.test_build_report import block, section

AT = "2025-03-01T12:00:00+00:00"
PEOPLE = {
    "anna": {Role.EXAMINER},
    "boris": {Role.EXAMINER, Role.REVIEWER},
    "carla": {Role.REVIEWER},
    "dora": {Role.REVIEWER, Role.AUDITOR},
}
EARS = ReviewContent(
    decision=Decision.EXCLUDED,
    reason="The ears differ.",
    checklist=(ComponentFinding(component="ears", finding=Finding.DISSIMILAR),),
)
SAME = ReviewContent(decision=Decision.POSSIBLE)
STRICT = Policy(name="strict", title="Strict", second_examiner=True)


class Office:
    """A library with accounts, and a search that Anna reviewed at ranks 1 and 2."""

    def __init__(self) -> None:
        self.library, self.record = library_with_search()
        for name, roles in PEOPLE.items():
            self.library.accounts.add(Account(name=name, roles=frozenset(roles), password_hash="", created_at=AT))
        self.library.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
        self.library.policies.choose(STRICT)
        with self.acting("anna"):
            save_review(self.library, 1, 1, SAME, based_on=0)
            save_review(self.library, 1, 2, EARS, based_on=0)

    @contextmanager
    def acting(self, name: str) -> Iterator[None]:
        """Signed in as somebody."""
        self.library.act_as(name)
        try:
            yield
        finally:
            self.library.act_as(None)

    def assign(self, examiner: str = "carla", *ranks: int) -> None:
        with self.acting("anna"):
            assign_second_review(self.library, 1, examiner, ranks)

    def submit(self, examiner: str = "carla", first: ReviewContent = SAME, second: ReviewContent = EARS) -> None:
        with self.acting(examiner):
            save_review(self.library, 1, 1, first, based_on=0)
            save_review(self.library, 1, 2, second, based_on=0)
            submit_second_review(self.library, 1)

    def report(self, who: str = "anna", reason: str = "") -> ReportDocument:
        request = ReportRequest(search_id=1, produced_at=AT, plates=0, final_reason=reason)
        with self.acting(who):
            return build_report(self.library, DrawnImageLoader(), request)

    def standing(self, **options: str) -> dict[str, str]:
        return dict(block(self.report(**options), "Status of this report", Facts).rows)


@pytest.fixture
def office() -> Office:
    return Office()


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


def test_submitted_conclusions_are_compared_and_a_difference_is_agreed_on(office: Office) -> None:
    office.assign("boris")
    office.submit("boris", first=EARS)
    with office.acting("boris"):
        apart, alike = review_differences(office.library, 1)
        assert (apart.rank, apart.decisions_differ, apart.open) == (1, True, True)
        assert apart.features == (("ears", Finding.NOT_SET, Finding.DISSIMILAR),)
        assert (alike.decisions_differ, alike.features, alike.open) == (False, (), False)
        with pytest.raises(InvalidInputError, match="first review is somebody else's"):
            save_review(office.library, 1, 3, SAME, based_on=0)
    with pytest.raises(InvalidInputError, match="would not be blind"):
        office.assign("boris")
    with office.acting("anna"):
        for decision, reason in ((Decision.UNDECIDED, "x"), (Decision.EXCLUDED, " ")):
            with pytest.raises(InvalidInputError, match="agreed conclusion needs"):
                resolve_difference(office.library, 1, 1, decision=decision, reason=reason)
        with pytest.raises(NotFoundError, match="rank 4"):
            resolve_difference(office.library, 1, 4, decision=Decision.EXCLUDED, reason="x")
        assert "no agreed conclusion is recorded, at rank: 1" in look_at_second_reviews(office.library, 1).unmet
        resolve_difference(office.library, 1, 1, decision=Decision.POSSIBLE, reason="too soon")
        resolve_difference(office.library, 1, 1, decision=Decision.EXCLUDED, reason="The ears differ.")
        first, _ = review_differences(office.library, 1)
        assert first.resolution is not None
        assert (first.resolution.decision, first.resolution.by, first.open) == (Decision.EXCLUDED, "anna", False)
        assert look_at_second_reviews(office.library, 1).unmet == ""


def test_who_has_read_the_first_conclusions_anywhere_is_not_asked_and_that_is_logged_once(office: Office) -> None:
    readers: dict[str, Callable[[], object]] = {
        "carla": lambda: list_reviews(office.library, 1),
        "dora": lambda: review_history(office.library, 1, 1),
        "boris": lambda: build_report(office.library, DrawnImageLoader(), ReportRequest(search_id=1, produced_at=AT)),
    }
    for name, read in readers.items():
        with office.acting(name):
            read()
            read()
        with pytest.raises(InvalidInputError, match=f"{name} has read what was found on search 1, in a list"):
            office.assign(name)
    logged = [entry for entry in office.library.audit.list if entry.action == READ]
    assert [(entry.actor, entry.subject) for entry in logged] == [(name, "search 1") for name in readers]


def test_the_own_conclusions_are_read_without_an_entry_and_the_differences_with_one(office: Office) -> None:
    with office.acting("anna"):
        list_reviews(office.library, 1)
        look_at_second_reviews(office.library, 1)
    assert not any(entry.action == READ for entry in office.library.audit.list)
    office.assign()
    office.submit()
    with office.acting("dora"):
        look_at_second_reviews(office.library, 1)
    assert office.library.audit.list[-1].actor == "dora"
    assert office.library.audit.list[-1].action == READ


def test_whoever_asked_sees_what_is_out_and_what_is_to_be_resolved(office: Office) -> None:
    def asked() -> list[tuple[State, tuple[int, ...]]]:
        with office.acting("anna"):
            return [(each.review.state, each.review.unresolved) for each in asked_reviews(office.library)]

    assert asked() == []
    office.assign()
    assert asked() == [(State.ASSIGNED, ())]
    with office.acting("carla"):
        save_blind_finding(office.library, 1, 2, SAME, based_on=0)
    with office.acting("anna"):
        (waiting,) = asked_reviews(office.library)
        assert (waiting.review.findings, waiting.review.versions) == ({}, {})
    with office.acting("carla"):
        save_blind_finding(office.library, 1, 1, EARS, based_on=0)
        save_blind_finding(office.library, 1, 2, EARS, based_on=1)
        submit_second_review(office.library, 1)
    assert asked() == [(State.SUBMITTED, (1,))]
    with office.acting("anna"):
        resolve_difference(office.library, 1, 1, decision=Decision.EXCLUDED, reason="Both saw the ears.")
    assert asked() == []
    with office.acting("carla"):
        assert asked_reviews(office.library) == ()


def test_a_first_conclusion_changed_afterwards_needs_a_second_review_again(office: Office) -> None:
    office.assign()
    office.submit()
    with office.acting("anna"):
        save_review(office.library, 1, 1, EARS, based_on=1)
        assert "that holds now, at rank: 1" in look_at_second_reviews(office.library, 1).unmet
        assert [each.first.version for each in review_differences(office.library, 1)] == [1, 1]


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


def test_a_report_is_a_draft_on_every_page_until_two_agreed(office: Office) -> None:
    draft = office.report()
    assert draft.banner == DRAFT_BANNER
    assert "DRAFT" in DRAFT_BANNER
    assert LEAD_BANNER in DRAFT_BANNER
    assert office.standing() == {
        "Status": "DRAFT",
        "Why": "No second examiner has reviewed the conclusion that holds now, at rank: 1, 2.",
        "First examiner": "anna (examiner)",
        "Report produced by": "anna (examiner)",
    }
    office.assign()
    states = [each.rows[0][4] for each in section(office.report(), "Second review").blocks if isinstance(each, Grid)]
    assert states == ["not submitted yet"]
    office.submit(first=EARS)
    assert office.standing()["Status"] == "DRAFT"
    with office.acting("anna"):
        resolve_difference(office.library, 1, 1, decision=Decision.EXCLUDED, reason="Both saw the ears.")
    final = office.report()
    assert final.banner == LEAD_BANNER
    assert office.standing()["Status"] == "Final"
    blocks = section(final, "Second review").blocks
    assigned, compared, found, *_ = (each for each in blocks if isinstance(each, Grid))
    assert assigned.rows[0][0] == "carla (reviewer)"
    assert compared.rows[0][2:5] == ("possible", "excluded: The ears differ.", "decision")
    assert compared.rows[0][5].startswith("excluded: Both saw the ears. (recorded by anna, ")
    assert compared.rows[1][4:] == ("nothing", "not needed")
    assert (found.header[0], found.rows) == ("Rank 1: component", (("Ears", "not compared", "dissimilar", ""),))


def test_notes_of_the_second_examiner_and_a_missing_agreement_are_printed(office: Office) -> None:
    office.assign()
    office.submit(first=ReviewContent(decision=Decision.EXCLUDED, reason="x", notes="See the jaw."))
    blocks = section(office.report(), "Second review").blocks
    assert any(isinstance(each, Paragraph) and "See the jaw." in each.text for each in blocks)
    assert any(isinstance(each, Grid) and each.rows[0][-1] == "MISSING" for each in blocks)


def test_a_reason_makes_a_report_final_where_the_profile_allows_it(office: Office, tmp_path: Path) -> None:
    told = office.standing(reason="The court asks for it today.")
    assert (told["Status"], told["Made final without it"]) == (
        "Final",
        "by anna (examiner): The court asks for it today.",
    )
    request = ReportRequest(search_id=1, produced_at=AT, plates=0, final_reason="The court asks.")
    with office.acting("anna"):
        export_report(office.library, DrawnImageLoader(), FakeReportRenderer(), request, tmp_path / "r.pdf")
    assert office.library.audit.list[-1].details["final_reason"] == "The court asks."
    office.library.policies.choose(Policy(title="Hard", second_examiner=True, final_with_reason=False))
    with pytest.raises(InvalidInputError, match="'Hard' lets no reason replace the second examiner"):
        office.report(reason="please")
    office.library.policies.choose(Policy())
    assert office.standing()["Why"] == "The policy profile asks for no second examiner."


def test_where_one_person_works_alone_the_report_and_the_refusal_say_so() -> None:
    library, _ = library_with_search()
    library.policies.choose(STRICT)
    document = build_report(library, DrawnImageLoader(), ReportRequest(search_id=1, produced_at=AT, plates=0))
    told = dict(block(document, "Status of this report", Facts).rows)
    assert "No candidate was decided yet" in told["Why"]
    assert "there is no second examiner" in told["Why"]
    assert "works in this library alone (single-user mode)" in told["Accounts"]
    save_review(library, 1, 1, SAME, based_on=0)
    with pytest.raises(NotPermittedError, match="no second examiner"):
        assign_second_review(library, 1, "carla")


def test_how_a_report_stands_is_told_with_what_the_profile_allows(office: Office) -> None:
    with office.acting("anna"):
        told = tell_standing(office.library, 1)
        assert (told.standing.final, told.demanded, told.reason_allowed) == (False, True, True)
        assert tell_standing(office.library, 1, final_reason="The court asks.").standing.final
        office.library.policies.choose(Policy())
        assert not tell_standing(office.library, 1).reason_allowed
    office.assign()
    with office.acting("carla"), pytest.raises(NotPermittedError, match="blind"):
        tell_standing(office.library, 1)


def test_a_library_without_other_reviewers_says_so(office: Office) -> None:
    for name in ("boris", "carla", "dora"):
        del office.library.accounts.by_name[name]
    with pytest.raises(NotFoundError, match="Nobody else has the role reviewer"):
        office.assign("carla")


def test_verification_finds_altered_and_missing_steps(office: Office) -> None:
    office.assign()
    with office.acting("dora"):
        assert verify_library(office.library).sound
        office.library.second_reviews.list.clear()
        assert "Steps of second reviews of search 1 are missing" in verify_library(office.library).problems[0]
        office.library.second_reviews.altered.add(1)
        assert "was altered" in verify_library(office.library).problems[0]
