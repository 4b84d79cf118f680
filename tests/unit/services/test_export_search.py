"""A stored search as a file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.report import LEAD_BANNER
from forensic_id.services.export_search import CANDIDATE_COLUMNS, export_search
from tests.unit.services.stored_search import library_with_search


def test_csv_holds_the_whole_list_and_the_notice_in_every_row(tmp_path: Path) -> None:
    library, record = library_with_search(candidates=3, names=("=1+1",))
    library.gallery.remove_subject("S-0003")
    path = export_search(library, 1, tmp_path / "list.CSV")
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == CANDIDATE_COLUMNS
    assert [row[2] for row in rows] == ["1", "2", "3"]
    assert rows[0][4] == "'=1+1"
    assert rows[2][7] == ""
    assert {row[-1] for row in rows} == {LEAD_BANNER}
    assert float(rows[1][8]) == record.candidates[1].log_density


def test_json_holds_the_whole_record_and_both_are_logged(tmp_path: Path) -> None:
    library, record = library_with_search()
    path = export_search(library, 1, tmp_path / "search.json")
    plain = json.loads(path.read_text(encoding="utf-8"))
    assert plain["notice"] == LEAD_BANNER
    assert plain["bundle_id"] == record.bundle_id
    assert len(plain["candidates"]) == 7
    entry = library.audit.list[-1]
    assert (entry.action, entry.subject, entry.details) == ("search.export", "search 1", {"file": "search.json"})
    assert list(tmp_path.iterdir()) == [path]


def test_other_endings_are_refused(tmp_path: Path) -> None:
    library, _record = library_with_search()
    with pytest.raises(InvalidInputError, match=r"\.xlsx"):
        export_search(library, 1, tmp_path / "list.xlsx")


@pytest.mark.parametrize("name", ["list.csv", "search.json"])
def test_a_place_that_cannot_be_written_is_a_sentence_and_leaves_no_entry(tmp_path: Path, name: str) -> None:
    library, _record = library_with_search()
    entries = len(library.audit.list)
    with pytest.raises(LibraryError, match="cannot be written"):
        export_search(library, 1, tmp_path / "none" / name)
    assert len(library.audit.list) == entries
