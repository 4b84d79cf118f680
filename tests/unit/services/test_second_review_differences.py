"""Submitted conclusions are compared, differences agreed on, and reading them is logged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.review import Decision, Finding
from forensic_id.core.second_review import State
from forensic_id.services.blindness import READ
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.review_candidates import (
    list_reviews,
    review_history,
    save_review,
)
from forensic_id.services.second_review import (
    asked_reviews,
    look_at_second_reviews,
    resolve_difference,
    review_differences,
    save_blind_finding,
    submit_second_review,
)
from forensic_id.services.verify_audit import verify_library
from tests.unit.services.office import AT, EARS, SAME, Office
from tests.unit.services.stored_search import DrawnImageLoader


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


def test_verification_finds_altered_and_missing_steps(office: Office) -> None:
    office.assign()
    with office.acting("dora"):
        assert verify_library(office.library).sound
        office.library.second_reviews.list.clear()
        assert "Steps of second reviews of search 1 are missing" in verify_library(office.library).problems[0]
        office.library.second_reviews.altered.add(1)
        assert "was altered" in verify_library(office.library).problems[0]
