"""Promises of the review store, kept by the database and by the stand-in alike; what tampering brings about."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.errors import ConflictError, DefectError, NotFoundError, TamperedError
from forensic_id.core.ports import Library
from forensic_id.core.review import ComponentFinding, Decision, Finding, ReviewContent
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.sample_records import CASE, enrol, image, search_record
from tests.unit.storage.conftest import fixed_clock

POSSIBLE = ReviewContent(
    decision=Decision.POSSIBLE,
    notes="Łuk brwiowy\nzweite Zeile",
    bookmarked=True,
    checklist=(ComponentFinding(component="nose", finding=Finding.SIMILAR, remark="bridge"),),
)
EXCLUDED = ReviewContent(decision=Decision.EXCLUDED, reason="The ears differ.")


def searched(library: Library) -> Library:
    library.cases.open_case(CASE)
    for text in ("one", "two"):
        sketch = image(text)
        library.cases.add_search(search_record(sketch), sketch=sketch, crop=np.zeros((112, 112, 3), np.uint8))
    return library


def test_every_saving_is_a_version_and_the_newest_counts(library: Library) -> None:
    reviews = searched(library).reviews
    first = reviews.save(1, 2, POSSIBLE, based_on=0)
    second = reviews.save(1, 2, EXCLUDED, based_on=1)
    other = reviews.save(1, 1, POSSIBLE, based_on=0)
    assert (first.version, second.version, first.subject_id, first.content) == (1, 2, 2, POSSIBLE)
    assert reviews.history(1, 2) == (first, second)
    assert reviews.history(1) == (other, first, second)
    assert reviews.newest(1) == (other, second)
    assert reviews.newest(2) == ()


def test_a_version_names_its_examiner_and_time_and_is_in_the_audit_log(library: Library) -> None:
    saved = searched(library).reviews.save(1, 1, POSSIBLE, based_on=0)
    entry = list(library.audit.entries())[-1]
    assert (entry.action, entry.subject) == ("review.save", "search 1 candidate 1")
    assert (saved.examiner, saved.at) == (entry.actor, entry.at)
    assert library.reviews.newest(1, examiner=saved.examiner) == (saved,)
    assert library.reviews.newest(1, examiner="somebody else") == ()


def test_nothing_is_written_over_a_newer_version(library: Library) -> None:
    reviews = searched(library).reviews
    saved = reviews.save(1, 1, POSSIBLE, based_on=0)
    with pytest.raises(ConflictError, match=f"reviewed by {saved.examiner}"):
        reviews.save(1, 1, EXCLUDED, based_on=0)
    assert reviews.history(1, 1) == (saved,)


def test_unknown_searches_and_ranks_are_not_found(library: Library) -> None:
    reviews = searched(library).reviews
    for ask in (
        lambda: reviews.save(1, 3, POSSIBLE, based_on=0),
        lambda: reviews.save(9, 1, POSSIBLE, based_on=0),
        lambda: reviews.history(1, 3),
        lambda: reviews.newest(9),
    ):
        with pytest.raises(NotFoundError):
            ask()


def test_the_landmarks_of_a_photo_are_those_given_at_enrolment(library: Library) -> None:
    photo = enrol(library.gallery, "x")
    assert library.gallery.face_landmarks(photo.photo_id)[0] == pytest.approx((38.29, 51.70))
    with pytest.raises(NotFoundError):
        library.gallery.face_landmarks(99)


def test_the_database_refuses_to_change_or_remove_a_version(stored: SqliteLibrary) -> None:
    searched(stored).reviews.save(1, 1, POSSIBLE, based_on=0)
    for statement in ("UPDATE reviews SET examiner = 'x'", "DELETE FROM reviews"):
        with pytest.raises(DefectError, match="a review is never"):
            stored._database.execute(statement)


def test_two_examiners_write_one_after_the_other(stored: SqliteLibrary, folder: Path) -> None:
    searched(stored).reviews.save(1, 1, POSSIBLE, based_on=0)
    with closing(open_library(folder, actor="Amadou", clock=fixed_clock)) as other:
        with pytest.raises(ConflictError, match="reviewed by Zoë at 2025-03-01 12:00:00 UTC"):
            other.reviews.save(1, 1, EXCLUDED, based_on=0)
        other.reviews.save(1, 1, EXCLUDED, based_on=1)
    assert [each.examiner for each in stored.reviews.history(1, 1)] == ["Zoë", "Amadou"]
    assert [each.version for each in stored.reviews.newest(1, examiner="Zoë")] == [1]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reviews SET content = replace(content, 'possible', 'excluded')",
        "UPDATE reviews SET examiner = 'Somebody'",
        "UPDATE reviews SET at = '2024-01-01T00:00:00+00:00'",
        "UPDATE reviews SET version = 7",
        "UPDATE reviews SET search_id = 2",
    ],
)
def test_an_altered_review_is_noticed_when_it_is_read(stored: SqliteLibrary, folder: Path, change: str) -> None:
    searched(stored).reviews.save(1, 1, POSSIBLE, based_on=0)
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER reviews_never_change")
        connection.execute(change)
    with pytest.raises(TamperedError, match="was altered"):
        (*stored.reviews.newest(1), *stored.reviews.newest(2))
