"""Reviewing the candidates of a stored search."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import ConflictError, InvalidInputError, NotFoundError
from forensic_id.core.review import ComponentFinding, Decision, Finding, ReviewContent
from forensic_id.services.assess_list import assessment
from forensic_id.services.open_review import open_review
from forensic_id.services.review_candidates import (
    ReviewChanges,
    change_review,
    list_reviews,
    log_view,
    parse_finding,
    review_history,
    save_review,
    unreviewed_ranks,
)
from tests.unit.services.stored_search import library_with_search

NOSE = ComponentFinding(component="nose", finding=Finding.SIMILAR)


def test_a_review_is_saved_trimmed_and_listed_by_rank() -> None:
    library, record = library_with_search()
    save_review(library, 1, 3, ReviewContent(decision=Decision.EXCLUDED, reason=" too old "), based_on=0)
    save_review(library, 1, 1, ReviewContent(decision=Decision.POSSIBLE), based_on=0)
    listed = list_reviews(library, 1)
    assert [(each.rank, each.content.reason) for each in listed] == [(1, ""), (3, "too old")]
    assert list_reviews(library, 1, examiner="nobody") == ()
    assert unreviewed_ranks(record, listed) == (2, 4, 5, 6, 7)


def test_a_review_with_notes_alone_is_not_yet_decided() -> None:
    library, record = library_with_search(candidates=2)
    save_review(library, 1, 1, ReviewContent(notes="look again"), based_on=0)
    assert unreviewed_ranks(record, list_reviews(library, 1)) == (1, 2)


def test_a_decision_without_its_reason_is_not_saved() -> None:
    library, _record = library_with_search()
    with pytest.raises(InvalidInputError, match="needs a reason"):
        save_review(library, 1, 1, ReviewContent(decision=Decision.EXCLUDED), based_on=0)
    assert review_history(library, 1, 1) == ()


def test_a_newer_version_is_not_written_over() -> None:
    library, _record = library_with_search()
    save_review(library, 1, 1, ReviewContent(notes="first"), based_on=0)
    with pytest.raises(ConflictError, match="meanwhile"):
        save_review(library, 1, 1, ReviewContent(notes="second"), based_on=0)


def test_a_change_keeps_what_it_does_not_name() -> None:
    library, _record = library_with_search()
    change_review(library, 1, 1, ReviewChanges(decision=Decision.POSSIBLE, notes="alike", findings=(NOSE,)))
    change_review(library, 1, 1, ReviewChanges(bookmarked=True, decision=Decision.EXCLUDED, reason="alibi"))
    first, second = review_history(library, 1, 1)
    assert first.content == ReviewContent(decision=Decision.POSSIBLE, notes="alike", checklist=(NOSE,))
    assert second.content == ReviewContent(
        decision=Decision.EXCLUDED, reason="alibi", notes="alike", bookmarked=True, checklist=(NOSE,)
    )


def test_a_view_is_logged_with_subject_and_photo() -> None:
    library, record = library_with_search()
    log_view(library, 1, 2)
    entry = library.audit.list[-1]
    candidate = record.candidates[1]
    assert (entry.action, entry.subject) == ("candidate.view", "search 1 candidate 2")
    assert entry.details == {
        "case": record.case_number,
        "subject_id": candidate.subject_id,
        "photo_id": candidate.photo_id,
    }
    with pytest.raises(NotFoundError):
        log_view(library, 1, 99)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nose=similar", NOSE),
        (
            " Scars = Dissimilar : left: cheek ",
            ComponentFinding(component="scars", finding=Finding.DISSIMILAR, remark="left: cheek"),
        ),
        ("ears=not set", ComponentFinding(component="ears")),
    ],
)
def test_a_finding_is_read_from_text(text: str, expected: ComponentFinding) -> None:
    assert parse_finding(text) == expected


@pytest.mark.parametrize("text", ["nose", "nose=alike", "aura=similar", ""])
def test_text_that_is_no_finding_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError):
        parse_finding(text)


def test_a_search_is_opened_with_its_reviews_and_its_assessment() -> None:
    library, record = library_with_search()
    saved = save_review(library, 1, 2, ReviewContent(notes="seen"), based_on=0)
    opened = open_review(library, 1)
    assert (opened.record, opened.reviews) == (record, (saved,))
    assert opened.assessment == assessment(record)
    with pytest.raises(NotFoundError):
        open_review(library, 9)
