"""What the library was used for, month by month."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np

from forensic_id.core.records import ListVerdict
from forensic_id.services.summarise_audit import (
    SUMMARY_COLUMNS,
    MonthOfUse,
    Tally,
    export_summary,
    summarise_audit,
)
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE, image, search_record


def used_library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    library.cases.open_case(CASE)
    library.cases.open_case(replace(CASE, number="2", offence="=theft"))
    for number, (case, month, informative) in enumerate(
        (
            ("2", "2025-02", True),
            ("2", "2025-02", False),
            (CASE.number, "2025-02", None),
            (CASE.number, "2025-03", True),
        )
    ):
        verdict = (
            None
            if informative is None
            else ListVerdict(informative=informative, score=1.0, threshold=1.0, mean=0.0, deviation=1.0)
        )
        sketch = image(f"sketch {number}")
        record = search_record(sketch, case_number=case, created_at=f"{month}-01T12:00:00+00:00", verdict=verdict)
        library.cases.add_search(record, sketch=sketch, crop=np.zeros((112, 112, 3), dtype=np.uint8))
    return library


def test_searches_are_counted_by_month_purpose_and_outcome_newest_month_first() -> None:
    march, february = summarise_audit(used_library()).months
    assert (march.month, march.searches, march.informative) == ("2025-03", 1, 1)
    assert march.purposes == (Tally(name="burglary", count=1),)
    assert march.actions == (Tally(name="search.add", count=4), Tally(name="case.open", count=2))
    assert march.people == (Tally(name="tester", count=6),)
    assert february == MonthOfUse(
        month="2025-02", searches=3, informative=1, uninformative=1, not_assessed=1,
        purposes=(Tally(name="=theft", count=2), Tally(name="burglary", count=1)), actions=(), people=(),
    )  # fmt: skip


def test_an_unused_library_has_no_months() -> None:
    assert summarise_audit(InMemoryLibrary()).months == ()


def test_the_summary_is_written_harmless_to_spreadsheets_and_logged(tmp_path: Path) -> None:
    library = used_library()
    path = tmp_path / "summary.csv"
    assert export_summary(library, path) == 2
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == SUMMARY_COLUMNS
    assert ["2025-02", "purpose", "'=theft", "2"] in rows
    assert ["2025-02", "outcome", "not assessed", "1"] in rows
    assert ["2025-03", "action", "search.add", "4"] in rows
    entry = library.audit.list[-1]
    assert (entry.action, entry.subject) == ("audit.export", "audit summary")
    assert entry.details == {"file": "summary.csv", "months": 2}
