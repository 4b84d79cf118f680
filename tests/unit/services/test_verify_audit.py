"""Verification of a whole library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.errors import CancelledError
from forensic_id.core.progress import Progress
from forensic_id.core.review import ReviewContent
from forensic_id.services.erase_cases import carry_out_cases, plan_case_expungement
from forensic_id.services.verify_audit import verify_library
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE, enrol, image, search_record


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    library.cases.open_case(CASE)
    for text in ("a", "b"):
        enrol(library.gallery, text)
        sketch = image(f"sketch {text}")
        library.cases.add_search(search_record(sketch), sketch=sketch, crop=np.zeros((112, 112, 3), dtype=np.uint8))
    return library


def test_a_sound_library_is_found_sound_with_its_counts(library: InMemoryLibrary) -> None:
    reports: list[Progress] = []
    report = verify_library(library, progress=reports.append)
    assert report.sound
    assert (report.audit_entries, report.searches, report.originals) == (5, 2, 4)
    assert report.last_hash == library.audit.list[-1].entry_hash
    assert report.problems == report.strays == ()
    stages = ["Checking searches"] * 2 + ["Checking reviews"] * 2 + ["Checking originals"] * 4
    assert [each.stage for each in reports] == stages


def test_everything_broken_is_named_at_once(library: InMemoryLibrary) -> None:
    library.audit.broken = "Entry 3 of the audit log was altered."
    library.cases.altered.add(2)
    library.altered |= {image("a").sha256, image("sketch a").sha256}
    library.unreferenced = ("ab/cd",)
    report = verify_library(library)
    assert not report.sound
    assert report.last_hash == ""
    assert report.problems[:2] == ("Entry 3 of the audit log was altered.", "The record of search 2 was altered.")
    assert sorted(report.problems[2:]) == sorted(
        f"The original {image(text).sha256} was altered." for text in ("a", "sketch a")
    )
    assert report.strays == ("ab/cd",)


def test_a_search_that_only_the_log_knows_is_missing(library: InMemoryLibrary) -> None:
    del library.cases.records[1]
    report = verify_library(library)
    assert report.problems == ("The record of search 1 is missing although the audit log has it.",)


def test_reviews_that_were_altered_or_that_only_the_log_knows_are_named(library: InMemoryLibrary) -> None:
    for search_id in (1, 2):
        library.reviews.save(search_id, 1, ReviewContent(notes="seen"), based_on=0)
    assert verify_library(library).sound
    library.reviews.altered.add(2)
    del library.reviews.versions[0]
    assert verify_library(library).problems == (
        "Versions of reviews of search 1 are missing although the audit log has them: 1.",
        "A review of search 2 was altered.",
    )


def test_searches_that_were_erased_with_their_case_are_not_missed(library: InMemoryLibrary, tmp_path: Path) -> None:
    plan = plan_case_expungement(library, [CASE.number], reference="order 1")
    assert carry_out_cases(library, plan, tmp_path).erased
    report = verify_library(library)
    assert (report.searches, report.problems) == (0, ())


def test_an_empty_library_is_sound() -> None:
    report = verify_library(InMemoryLibrary())
    assert (report.sound, report.audit_entries, report.last_hash) == (True, 0, "")


def test_verification_stops_on_request(library: InMemoryLibrary) -> None:
    with pytest.raises(CancelledError):
        verify_library(library, cancelled=lambda: True)


def test_a_log_that_vanished_after_its_check_has_no_last_hash(
    library: InMemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library.audit, "page", lambda _sequences: ())
    assert verify_library(library).last_hash == ""
