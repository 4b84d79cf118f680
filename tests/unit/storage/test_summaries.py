"""Short forms and counts of many searches, kept by the database and by the stand-in alike."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.errors import NotFoundError, TamperedError
from forensic_id.core.ports import Library
from forensic_id.core.records import ListVerdict, SearchRecord, UInt8Array
from forensic_id.core.review import ReviewContent
from forensic_id.core.summaries import CaseSummary, SearchCount, SearchSummary
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.sample_records import CASE, image, search_record
from tests.unit.storage.conftest import fixed_clock

CROP: UInt8Array = np.zeros((112, 112, 3), dtype=np.uint8)


def add(library: Library, text: str, *, informative: bool | None = None, **changes: object) -> SearchRecord:
    sketch = image(text)
    if informative is not None:
        changes["verdict"] = ListVerdict(informative=informative, score=2.0, threshold=1.0, mean=0.5, deviation=1.5)
    return library.cases.add_search(search_record(sketch, **changes), sketch=sketch, crop=CROP)


def test_cases_are_summarised_newest_first_with_their_searches(library: Library) -> None:
    first = library.cases.open_case(CASE)
    second = library.cases.open_case(replace(CASE, number="18"))
    add(library, "a")
    add(library, "b", created_at="2025-04-01T12:00:00.000+00:00")
    assert library.cases.case_summaries() == (
        CaseSummary(case=second, searches=0),
        CaseSummary(case=first, searches=2, last_search_at="2025-04-01T12:00:00.000+00:00"),
    )


def test_a_search_is_summarised_as_its_record_says(library: Library) -> None:
    library.cases.open_case(CASE)
    record = add(library, "sketch ü", informative=True)
    assert library.cases.search_summaries(CASE.number) == (
        SearchSummary(
            search_id=record.search_id,
            case_number=CASE.number,
            created_at=record.created_at,
            sketch_name="sketch ü.png",
            bundle_name="fake 1",
            gallery_photos=5,
            pool_photos=3,
            pool_subjects=2,
            candidates=2,
            informative=True,
            searched_by=library.principal.name,
        ),
    )


def test_searches_come_page_by_page_newest_first(library: Library) -> None:
    library.cases.open_case(CASE)
    library.cases.open_case(replace(CASE, number="18"))
    ids = [add(library, str(number)).search_id for number in range(5)]
    add(library, "elsewhere", case_number="18")
    first = library.cases.search_summaries(f" {CASE.number}", limit=2)
    second = library.cases.search_summaries(CASE.number, before=first[-1].search_id, limit=2)
    rest = library.cases.search_summaries(CASE.number, before=second[-1].search_id)
    assert [each.search_id for each in (*first, *second, *rest)] == ids[::-1]
    with pytest.raises(NotFoundError):
        library.cases.search_summaries("none")


def test_searches_are_counted_by_month_purpose_and_verdict(library: Library) -> None:
    library.cases.open_case(CASE)
    library.cases.open_case(replace(CASE, number="18", offence="theft"))
    for text, informative in (("a", True), ("b", True), ("c", False), ("d", None)):
        add(library, text, informative=informative)
    add(library, "e", case_number="18", created_at="2025-01-31T23:59:59.999+00:00")
    assert library.cases.search_counts() == (
        SearchCount(month="2025-01", offence="theft", informative=None, searches=1),
        SearchCount(month="2025-03", offence="burglary", informative=None, searches=1),
        SearchCount(month="2025-03", offence="burglary", informative=False, searches=1),
        SearchCount(month="2025-03", offence="burglary", informative=True, searches=2),
    )


def test_an_altered_record_keeps_its_place_in_the_list_and_is_refused_when_read(
    stored: SqliteLibrary, folder: Path
) -> None:
    stored.cases.open_case(CASE)
    for text in ("a", "b"):
        add(stored, text)
    stored.close()
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER searches_never_change")
        connection.execute("UPDATE searches SET record = '{' WHERE search_id = 2")
    library = open_library(folder, actor="auditor", clock=fixed_clock)
    try:
        altered, sound = library.cases.search_summaries(CASE.number)
        assert (altered.search_id, altered.created_at, altered.sketch_name, altered.pool_photos) == (2, "", "", 0)
        assert sound.sketch_name == "a.png"
        assert library.cases.case_summaries()[0].last_search_at == ""
        assert [each.month for each in library.cases.search_counts()] == ["", "2025-03"]
        with pytest.raises(TamperedError):
            library.cases.search(2)
    finally:
        library.close()


def test_a_candidate_reviewed_twice_counts_once(stored: SqliteLibrary) -> None:
    stored.cases.open_case(CASE)
    add(stored, "a")
    for version in range(2):
        stored.reviews.save(1, 1, ReviewContent(notes=f"look {version}"), based_on=version)
    (summary,) = stored.cases.search_summaries(CASE.number)
    assert (summary.reviewed, summary.candidates) == (1, 2)
