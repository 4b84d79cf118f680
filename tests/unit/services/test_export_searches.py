"""All searches of a case or a period in one file."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.edits import EditStep, Mirror
from forensic_id.core.errors import CancelledError, InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.records import ListVerdict
from forensic_id.core.report import LEAD_BANNER
from forensic_id.services.export_searches import SEARCH_COLUMNS, export_searches
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import CASE, image, search_record

VERDICT = ListVerdict(informative=True, score=2.0, threshold=1.0, mean=0.0, deviation=1.0)


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary(actor="moreau")
    library.cases.open_case(CASE)
    library.cases.open_case(replace(CASE, number="8", offence="=HYPERLINK(1)"))
    for number, (case, month) in enumerate(((CASE.number, "2025-02"), ("8", "2025-03"), ("8", "2026-01"))):
        sketch = image(f"sketch {number}")
        record = search_record(
            sketch, case_number=case, created_at=f"{month}-01T12:00:00+00:00", searched_by="moreau"
        )
        if number == 1:
            step = EditStep(edit=Mirror(), width=24, height=24, sha256="e" * 64)
            record = replace(record, verdict=VERDICT, sketch=replace(record.sketch, edits=(step,)))
        library.cases.add_search(record, sketch=sketch, crop=FakeFaceAligner().align(sketch).crop)
    return library


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_a_search_harmless_to_spreadsheets_and_logged(library: InMemoryLibrary, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    assert export_searches(library, path) == 3
    rows = table(path)
    assert tuple(rows[0]) == SEARCH_COLUMNS
    assert [(row["search"], row["by"], row["stands_out"]) for row in rows] == [
        ("1", "moreau", ""),
        ("2", "moreau", "yes"),
        ("3", "moreau", ""),
    ]
    assert (rows[1]["offence"], rows[1]["edits"] != "", rows[0]["edits"]) == ("'=HYPERLINK(1)", True, "")
    assert {row["note"] for row in rows} == {LEAD_BANNER}
    entry = library.audit.list[-1]
    assert (entry.action, entry.details) == ("search.export", {"file": "all.csv", "searches": 3})


def test_a_case_and_a_period_are_chosen(library: InMemoryLibrary, tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    assert export_searches(library, path, since="2025-03-01", until="2026") == 1
    assert [row["search"] for row in table(path)] == ["2"]
    assert export_searches(library, path, case_number="8") == 2
    assert library.audit.list[-1].details["case"] == "8"
    with pytest.raises(NotFoundError):
        export_searches(library, path, case_number="none")


def test_as_json_everything_is_there(library: InMemoryLibrary, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    assert export_searches(library, path) == 3
    plain = json.loads(path.read_text(encoding="utf-8"))
    assert [(each["search_id"], each["by"], len(each["candidates"])) for each in plain] == [
        (number, "moreau", 2) for number in (1, 2, 3)
    ]


def test_other_endings_and_places_are_refused_and_it_can_be_stopped(library: InMemoryLibrary, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"neither in \.csv nor in \.json"):
        export_searches(library, tmp_path / "all.xlsx")
    with pytest.raises(LibraryError, match="cannot be written"):
        export_searches(library, tmp_path / "none" / "all.json")
    with pytest.raises(CancelledError):
        export_searches(library, tmp_path / "all.json", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []
    assert "search.export" not in library.audit.actions()
