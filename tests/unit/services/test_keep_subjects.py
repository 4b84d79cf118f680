"""Dates and holds by what the user wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.policy import DEFAULT_POLICY
from forensic_id.core.records import PhotoDetails
from forensic_id.services.keep_subjects import (
    hold_subjects,
    lift_hold,
    list_due,
    list_holds,
    place_hold,
    release_subjects,
    retention_of,
    set_retention,
    show_retention,
)
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE, enrol


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    enrol(library.gallery, "a", photo=PhotoDetails(booking_date="2010-01-02"))
    library.cases.open_case(CASE)
    return library


def test_the_period_of_the_policy_counts_until_a_date_is_set(library: InMemoryLibrary) -> None:
    assert show_retention(library, "a").kept_until == ""
    library.policies.choose(replace(DEFAULT_POLICY, photo_retention_days=15))
    assert show_retention(library, "a").kept_until == "2025-03-16"
    assert [each.external_id for each in list_due(library, date(2025, 3, 17))] == ["a"]
    assert list_due(library, date(2025, 3, 16)) == ()
    assert set_retention(library, "a", " 2030-12-31 ").until == "2030-12-31"
    assert list_due(library, date(2025, 3, 17)) == ()
    assert set_retention(library, "a", "").until == ""
    assert retention_of(library, 1) == show_retention(library, "a")
    with pytest.raises(InvalidInputError, match="no date"):
        set_retention(library, "a", "soon")


def test_holds_are_placed_and_lifted_with_reasons(library: InMemoryLibrary) -> None:
    on_subject = place_hold(library, external_id="a", reason=" appeal ", reference="A 1")
    on_case = place_hold(library, case_number=CASE.number, reason="appeal")
    assert (on_subject.subject_id, on_subject.reason, on_subject.reference) == (1, "appeal", "A 1")
    assert on_case.case_number == CASE.number
    assert list_holds(library) == (on_subject, on_case)
    with pytest.raises(InvalidInputError, match="Say why the hold is lifted"):
        lift_hold(library, on_case.hold_id, reason=" ")
    assert lift_hold(library, on_case.hold_id, reason="decided") == on_case
    assert list_holds(library) == (on_subject,)


@pytest.mark.parametrize("named", [{}, {"external_id": "a", "case_number": CASE.number}])
def test_a_hold_is_on_one_thing(library: InMemoryLibrary, named: dict[str, str]) -> None:
    with pytest.raises(InvalidInputError, match="name one of them"):
        place_hold(library, **named, reason="r")


def test_a_hold_needs_a_reason_and_somebody(library: InMemoryLibrary) -> None:
    with pytest.raises(InvalidInputError, match="Say why the hold is placed"):
        place_hold(library, external_id="a", reason="")
    with pytest.raises(NotFoundError):
        place_hold(library, external_id="b", reason="r")


def test_several_people_are_held_and_released_together(library: InMemoryLibrary) -> None:
    enrol(library.gallery, "b")
    on_case = place_hold(library, case_number=CASE.number, reason="appeal")
    placed = hold_subjects(library, [1, 2], reason=" trial ", reference="A 7")
    assert [(each.subject_id, each.reason, each.reference) for each in placed] == [
        (1, "trial", "A 7"),
        (2, "trial", "A 7"),
    ]
    with pytest.raises(InvalidInputError, match="Say why the hold is placed"):
        hold_subjects(library, [1], reason="")
    with pytest.raises(NotFoundError):
        hold_subjects(library, [1, 99], reason="r")
    with pytest.raises(InvalidInputError, match="Say why the hold is lifted"):
        release_subjects(library, [1], reason="")
    assert [each.subject_id for each in release_subjects(library, [2], reason="ended")] == [2]
    assert list_holds(library)[0] == on_case
    assert release_subjects(library, [2], reason="ended") == ()
