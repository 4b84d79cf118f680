"""What annual reports ask for."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.second_review import Step
from forensic_id.services.summarise_years import YEAR_COLUMNS, YearCount, export_years, summarise_years
from tests.fakes.in_memory_audit_log import AT
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE
from tests.unit.services.test_summarise_audit import used_library

YEAR = AT[:4]


def reviewed_library() -> InMemoryLibrary:
    """Four searches of 2025; two decisions on one candidate, one on another; a second review that differs."""
    library = used_library()
    for rank, version, decision in ((1, 0, Decision.POSSIBLE), (1, 1, Decision.EXCLUDED), (2, 0, Decision.POSSIBLE)):
        library.reviews.save(1, rank, ReviewContent(decision=decision, reason="r"), based_on=version)
    review = library.second_reviews.assign(1, (1, 2), "moreau")
    review = library.second_reviews.add(
        review, Step.SUBMIT, {"first_versions": {"1": 2, "2": 1}, "differing": [1, 2]}
    )
    library.second_reviews.add(review, Step.RESOLVE, {"rank": 1, "decision": "excluded", "reason": "ears"})
    other = library.second_reviews.assign(2, (1,), "moreau")
    library.second_reviews.add(other, Step.SUBMIT, {"first_versions": {"1": 1}})
    return library


def counted(library: InMemoryLibrary, kind: str) -> dict[str, int]:
    return {each.name: each.count for each in summarise_years(library) if each.kind == kind and each.year == YEAR}


def test_searches_are_counted_by_purpose_examiner_and_outcome() -> None:
    library = used_library()
    assert counted(library, "searches") == {"all": 4}
    assert counted(library, "outcome") == {"somebody stands out": 2, "nobody stands out": 1, "not assessed": 1}
    assert counted(library, "purpose") == {"=theft": 2, "burglary": 2}
    assert counted(library, "examiner") == {"tester": 4}
    assert summarise_years(InMemoryLibrary()) == ()


def test_the_last_decision_on_each_candidate_counts_and_so_do_differences() -> None:
    library = reviewed_library()
    assert counted(library, "decision") == {"excluded": 1, "possible": 1}
    assert counted(library, "second review") == {
        "asked for": 2,
        "submitted": 2,
        "candidates concluded differently": 2,
        "of these agreed on": 1,
    }


def test_what_was_erased_and_exported_is_counted(tmp_path: Path) -> None:
    library = used_library()
    library.case_retention.erase([library.case_retention.named(CASE.number)], kind="purge", reference="")
    export_years(library, tmp_path / "years.csv")
    assert counted(library, "searches") == {"all": 4, "erased since": 2}
    assert counted(library, "erasure") == {"case.purge": 1}
    assert counted(library, "export") == {"audit.export": 1}
    assert counted(library, "purpose") == {"=theft": 2}


def test_the_counts_are_written_as_csv_and_json_and_logged(tmp_path: Path) -> None:
    library = used_library()
    written = export_years(library, tmp_path / "years.csv")
    with (tmp_path / "years.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == YEAR_COLUMNS
    assert len(rows) == written
    assert rows[0] == [YEAR, "searches", "all", "4"]
    assert [YEAR, "purpose", "'=theft", "2"] in rows
    assert library.audit.list[-1].details == {"file": "years.csv", "counts": written}
    export_years(library, tmp_path / "years.json")
    first = json.loads((tmp_path / "years.json").read_text(encoding="utf-8"))[0]
    assert YearCount(**first) == YearCount(year=YEAR, kind="searches", name="all", count=4)
