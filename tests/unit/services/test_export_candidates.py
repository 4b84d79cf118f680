from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.records import SearchRecord
from forensic_id.services.export_candidates import export_candidates, export_figure
from tests.unit.services.search_desk import SearchDesk, search_desk
from tests.unit.services.searching import searched


@pytest.fixture
def desk(tmp_path: Path) -> SearchDesk:
    return search_desk(tmp_path)


@pytest.fixture
def record(desk: SearchDesk) -> SearchRecord:
    return searched(desk, "anna-2019")


def test_the_table_holds_the_whole_list(desk: SearchDesk, record: SearchRecord, tmp_path: Path) -> None:
    found = export_candidates(desk.library, record.search_id, tmp_path / "list.CSV")
    with found.path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["rank"]) for row in rows] == [candidate.rank for candidate in record.candidates]
    assert rows[0]["subject"] == "anna"


def test_the_record_comes_as_json_with_its_notice(desk: SearchDesk, record: SearchRecord, tmp_path: Path) -> None:
    found = export_candidates(desk.library, record.search_id, tmp_path / "list.json")
    plain = json.loads(found.path.read_text(encoding="utf-8"))
    assert plain["notice"].startswith("Investigative lead only")
    assert len(plain["candidates"]) == len(record.candidates)


@pytest.mark.parametrize("name", ["list.csv", "list.json", "figure.png"])
def test_every_export_is_in_the_audit_log_with_its_hash(
    desk: SearchDesk, record: SearchRecord, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if path.suffix == ".png":
        found = export_figure(desk.library, record.search_id, b"picture", path)
    else:
        found = export_candidates(desk.library, record.search_id, path)
    entry = list(desk.library.audit.entries())[-1]
    assert entry.action == ("figure.export" if path.suffix == ".png" else "list.export")
    assert entry.subject == f"search {record.search_id}"
    assert entry.details == {"file": name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    assert found.sha256 == entry.details["sha256"]


def test_another_ending_is_refused(desk: SearchDesk, record: SearchRecord, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"neither in \.csv nor in \.json"):
        export_candidates(desk.library, record.search_id, tmp_path / "list.xlsx")


def test_a_place_that_cannot_be_written_is_told_and_not_logged(
    desk: SearchDesk, record: SearchRecord, tmp_path: Path
) -> None:
    before = len(list(desk.library.audit.entries()))
    with pytest.raises(LibraryError, match="cannot be written"):
        export_figure(desk.library, record.search_id, b"picture", tmp_path / "missing" / "figure.png")
    assert len(list(desk.library.audit.entries())) == before


def test_an_unknown_search_has_no_figures(desk: SearchDesk, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        export_figure(desk.library, 99, b"picture", tmp_path / "figure.png")
    assert not (tmp_path / "figure.png").exists()
