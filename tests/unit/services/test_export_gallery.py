"""People of the gallery as files for another system."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from forensic_id.core.errors import CancelledError, InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.progress import Progress
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.services.export_gallery import (
    chosen_subjects,
    export_table,
    export_transactions,
    listed_subjects,
    safe_name,
)
from forensic_id.services.import_sources import OfferedPhoto, look_through
from tests.fakes.fake_transactions import FakeTransactionWriter
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import enrol


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    who = SubjectDetails(external_id="P-1", name="=HYPERLINK('x')", sex="male", birth_year=1974)
    enrol(library.gallery, "a", subject=who, photo=PhotoDetails(booking_date="2020-02-01", source="county"))
    enrol(library.gallery, "b", subject=who)
    enrol(library.gallery, "c", subject=SubjectDetails(external_id="../P 2", sex="female"))
    return library


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_a_photo_and_no_formula(library: InMemoryLibrary, tmp_path: Path) -> None:
    done = export_table(library, tmp_path / "people.csv", chosen_subjects(library))
    assert (done.subjects, done.photos) == (2, 3)
    found = rows(done.path)
    assert [row["photo"] for row in found if row["external_id"] == "P-1"] == ["a.png", "b.png"]
    assert found[-1]["name"] == "'=HYPERLINK('x')"
    entry = library.audit.list[-1]
    assert entry.action == "gallery.export"
    assert entry.details == {"format": "csv", "file": "people.csv", "subject_ids": [2, 1], "photos": 3}


def test_csv_with_photos_can_be_imported_again(library: InMemoryLibrary, tmp_path: Path) -> None:
    chosen = chosen_subjects(library, subjects=("P-1", "P-1"))
    reports: list[Progress] = []
    export_table(library, tmp_path / "people.csv", chosen, photos=True, progress=reports.append)
    assert reports
    entries = list(look_through(tmp_path / "people.csv").entries())
    assert all(isinstance(entry, OfferedPhoto) for entry in entries)
    assert {entry.path.read_bytes() for entry in entries if isinstance(entry, OfferedPhoto)} == {b"IMG:a", b"IMG:b"}


def test_json_has_a_record_a_person(library: InMemoryLibrary, tmp_path: Path) -> None:
    export_table(library, tmp_path / "people.JSON", chosen_subjects(library, filters=("sex=male",)))
    (person,) = json.loads((tmp_path / "people.JSON").read_text(encoding="utf-8"))
    assert person["details"]["external_id"] == "P-1"
    assert len(person["photos"]) == 2


def test_people_of_a_list_are_taken_in_its_order_and_those_removed_left_out(library: InMemoryLibrary) -> None:
    assert [each.subject_id for each in listed_subjects(library, [2, 9, 1])] == [2, 1]


def test_transactions_are_a_file_a_person_whose_name_stays_in_the_folder(
    library: InMemoryLibrary, tmp_path: Path
) -> None:
    chosen = chosen_subjects(library)
    done = export_transactions(
        library, tmp_path / "out", chosen, FakeTransactionWriter(), agency=" WI1 ", date="2025-03-02"
    )
    assert (done.subjects, done.photos) == (2, 3)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == sorted(["P-1.an2", f"{safe_name('../P 2')}.an2"])
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    head, subject, faces = json.loads((tmp_path / "out" / "P-1.an2").read_text(encoding="utf-8"))
    assert head == {"agency": "WI1", "number": "P-1-2025-03-02", "date": "2025-03-02"}
    assert (subject["name"], faces) == ("=HYPERLINK('x')", ["a.png", "b.png"])
    assert library.audit.list[-1].details["format"] == "nist"


def test_names_of_files_are_plain_and_differ() -> None:
    assert safe_name("P-17.a") == "P-17.a"
    names = {safe_name(text) for text in ("..", "a/b", "a\\b", "a:b", "x" * 300, "con\n", "")}
    assert len(names) == 7
    assert all("/" not in name and "\\" not in name and not name.startswith(".") for name in names)


def test_what_cannot_be_exported_is_a_sentence_and_not_logged(library: InMemoryLibrary, tmp_path: Path) -> None:
    chosen = chosen_subjects(library)
    before = len(library.audit.list)
    with pytest.raises(NotFoundError):
        chosen_subjects(library, subjects=("nobody",))
    with pytest.raises(InvalidInputError, match=r"\.csv nor in \.json"):
        export_table(library, tmp_path / "people.xlsx", chosen)
    with pytest.raises(InvalidInputError, match="agency"):
        export_transactions(library, tmp_path, chosen, FakeTransactionWriter(), agency=" ", date="2025-03-02")
    with pytest.raises(CancelledError):
        export_table(library, tmp_path / "x.csv", chosen, photos=True, cancelled=lambda: True)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LibraryError, match="cannot be written"):
        export_table(library, tmp_path / "file" / "x.json", chosen)
    assert len(library.audit.list) == before
