"""Second reviews in the database: added, read back, checked against the audit log, never changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from forensic_id.core.errors import TamperedError
from forensic_id.core.ports import Library
from forensic_id.core.review import Decision, ReviewContent, content_fields
from forensic_id.core.second_review import State, Step, event_fields, event_from
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.sample_records import CASE, image, search_record

FOUND = ReviewContent(decision=Decision.POSSIBLE, notes="é")


def stored_search(library: Library) -> int:
    sketch = image("sketch")
    library.cases.open_case(CASE)
    crop = FakeFaceAligner().align(sketch).crop
    return library.cases.add_search(search_record(sketch), sketch=sketch, crop=crop).search_id


def test_every_step_is_read_back_by_search_and_by_examiner(library: Library) -> None:
    search = stored_search(library)
    review = library.second_reviews.assign(search, (1, 2), "carla")
    other = library.second_reviews.assign(search, (2,), "dora")
    review = library.second_reviews.add(review, Step.FIND, {"rank": 1, "review": content_fields(FOUND)})
    assert (review.findings, review.versions, review.missing) == ({1: FOUND}, {1: 1}, (2,))
    review = library.second_reviews.add(review, Step.SUBMIT, {"first_versions": {"1": 3}, "differing": [1, 2]})
    review = library.second_reviews.add(review, Step.RESOLVE, {"rank": 1, "decision": "excluded", "reason": "agreed"})
    other = library.second_reviews.add(other, Step.WITHDRAW, {"reason": "on leave"})
    assert library.second_reviews.of_search(search) == (review, other)
    assert library.second_reviews.of_examiner("carla") == (review,)
    assert library.second_reviews.of_assigner(review.assigned_by) == (review, other)
    assert library.second_reviews.of_assigner("carla") == ()
    events = library.second_reviews.events(search)
    assert [each.step for each in events if each.assignment == other.assignment] == [Step.ASSIGN, Step.WITHDRAW]
    assert tuple(event_from(event_fields(each)) for each in events) == events
    assert (review.state, review.first_versions, other.state) == (State.SUBMITTED, {1: 3}, State.WITHDRAWN)
    assert review.unresolved == (2,)
    assert review.resolutions[1].decision is Decision.EXCLUDED
    assert len(library.second_reviews.event_ids(search)) == 6


def test_the_log_holds_a_hash_and_no_conclusion(stored: SqliteLibrary) -> None:
    review = stored.second_reviews.assign(stored_search(stored), (1,), "carla")
    stored.second_reviews.add(review, Step.FIND, {"rank": 1, "review": content_fields(FOUND)})
    (entry,) = stored.audit.page([stored.audit.last_sequence()])
    assert entry.action == "second_review.find"
    assert set(entry.details) == {"event", "assignment", "examiner", "content_sha256"}


def test_a_changed_step_is_noticed_and_the_database_refuses_to_change_one(
    stored: SqliteLibrary, folder: Path
) -> None:
    search = stored_search(stored)
    stored.second_reviews.assign(search, (1,), "carla")
    with closing(sqlite3.connect(folder / "library.sqlite3")) as other:
        for statement in ("UPDATE second_review_events SET examiner = 'x'", "DELETE FROM second_review_events"):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(statement)
        other.execute("DROP TRIGGER second_review_events_never_change")
        other.execute("UPDATE second_review_events SET content = '{\"ranks\":[2]}'")
        other.commit()
    with pytest.raises(TamperedError, match="Step 1 of a second review"):
        stored.second_reviews.of_search(search)
