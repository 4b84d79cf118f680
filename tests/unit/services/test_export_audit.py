"""The audit log as a file."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict
from pathlib import Path

import pytest

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.errors import CancelledError, InvalidInputError, LibraryError, TamperedError
from forensic_id.core.progress import Progress
from forensic_id.services.export_audit import export_audit
from tests.fakes.in_memory_library import InMemoryLibrary


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary(actor="=cmd|'/c calc'!A1")
    library.audit.append("test", '@thing, äöü\n"quoted"', {"ü": 1, "a": [None]})
    return library


def test_json_holds_every_entry_and_the_export_itself(library: InMemoryLibrary, tmp_path: Path) -> None:
    path = tmp_path / "log é.JSON"
    assert export_audit(library, path) == 2
    entries = json.loads(path.read_text(encoding="utf-8"))
    assert entries == [asdict(entry) for entry in library.audit.list]
    assert entries[-1]["action"] == "audit.export"


def test_csv_holds_every_entry_and_no_formula(library: InMemoryLibrary, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    assert export_audit(library, path) == 2
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["sequence"]) for row in rows] == [1, 2]
    assert rows[0]["actor"] == "'=cmd|'/c calc'!A1"
    assert rows[0]["subject"] == '\'@thing, äöü\n"quoted"'
    assert json.loads(rows[0]["details"]) == {"ü": 1, "a": [None]}
    assert rows[0]["entry_hash"] == library.audit.list[0].entry_hash


def test_other_endings_are_refused(library: InMemoryLibrary, tmp_path: Path) -> None:
    for name in ("log.xlsx", "log"):
        with pytest.raises(InvalidInputError, match=name.removeprefix("log.")):
            export_audit(library, tmp_path / name)
    assert len(library.audit.list) == 1


def test_a_place_that_cannot_be_written_is_a_sentence(library: InMemoryLibrary, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be written"):
        export_audit(library, tmp_path / "none" / "log.csv")


def test_a_failed_export_leaves_the_older_file_and_no_rest(
    library: InMemoryLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.json"
    path.write_text("older")

    def broken(_wanted: AuditFilter) -> object:
        yield library.audit.list[0]
        raise TamperedError("Entry 2 of the audit log was altered.")

    monkeypatch.setattr(library.audit, "entries", broken)
    with pytest.raises(TamperedError):
        export_audit(library, path)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("log.json", "older")]


def test_only_the_wanted_entries_are_written_and_the_log_says_which(library: InMemoryLibrary, tmp_path: Path) -> None:
    path = tmp_path / "part.json"
    reports: list[Progress] = []
    assert export_audit(library, path, wanted=AuditFilter(action="test"), progress=reports.append) == 1
    (entry,) = json.loads(path.read_text(encoding="utf-8"))
    assert entry["action"] == "test"
    assert library.audit.list[-1].details == {"file": "part.json", "filter": {"action": "test"}}
    assert [each.done for each in reports] == [0]


def test_a_stopped_export_leaves_the_older_file(library: InMemoryLibrary, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("older")
    with pytest.raises(CancelledError):
        export_audit(library, path, cancelled=lambda: True)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("log.csv", "older")]
