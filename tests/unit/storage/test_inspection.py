"""What the inspector finds in a real library, and what it puts back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.errors import CancelledError, LibraryError
from forensic_id.core.progress import ignore_progress, never_cancelled
from forensic_id.services.check_library import LibraryCheck, RepairTools, check_library, repair_library
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.sample_records import enrol, image

TOOLS = RepairTools(loader=FakeImageLoader(), aligner=FakeFaceAligner(), encoder=FakeFaceEncoder())


@pytest.fixture
def filled(stored: SqliteLibrary) -> SqliteLibrary:
    with stored.transaction():
        for name in ("a", "b", "c"):
            enrol(stored.gallery, name)
    return stored


def spoil(folder: Path, *statements: str, parameters: tuple[object, ...] = ()) -> None:
    raw = sqlite3.connect(folder / "library.sqlite3", isolation_level=None)
    raw.create_function("searched_text", 2, lambda external_id, name: f"{name}\n{external_id}")
    for statement in statements:
        raw.execute(statement, parameters)
    raw.close()


def check(library: SqliteLibrary) -> LibraryCheck:
    return check_library(library, bundle_id=BUNDLE_ID)


def test_a_sound_library_has_no_findings(filled: SqliteLibrary) -> None:
    assert check(filled).sound
    assert repair_library(filled, TOOLS).sound


def test_features_of_another_size_or_length_are_found_and_computed_anew(filled: SqliteLibrary, folder: Path) -> None:
    before = filled.gallery.features(BUNDLE_ID)
    spoil(folder, "UPDATE features SET feature = ? WHERE photo_id = 1", parameters=(b"\0" * 31,))
    spoil(folder, "UPDATE features SET feature = ? WHERE photo_id = 2",
          parameters=(np.full(8, np.nan, "<f4").tobytes(),))  # fmt: skip
    spoil(folder, "UPDATE features SET feature = ? WHERE photo_id = 3", parameters=(np.ones(8, "<f4").tobytes(),))
    assert [each.sentence.partition(": ")[2] for each in check(filled).findings] == [
        "it has 31 bytes, not 32.",
        "it holds what is no number.",
        "its length is 2.8284, not 1.",
    ]
    assert repair_library(filled, TOOLS).sound
    assert filled.gallery.features(BUNDLE_ID).snapshot_id == before.snapshot_id


def test_pictures_are_derived_from_their_originals(filled: SqliteLibrary, folder: Path) -> None:
    crops = [filled.gallery.crop(number) for number in (1, 2, 3)]
    spoil(folder, "DELETE FROM pictures WHERE photo_id = 1",
          "UPDATE pictures SET crop_png = thumbnail_jpeg WHERE photo_id = 2",
          "UPDATE pictures SET thumbnail_jpeg = x'00' WHERE photo_id = 3")  # fmt: skip
    assert [each.sentence.partition(": ")[2] for each in check(filled).findings] == [
        "its aligned crop is missing or cannot be decoded.",
        "its aligned crop is 24 x 24 pixels in size.",
        "its thumbnail is missing or cannot be decoded.",
    ]
    assert repair_library(filled, TOOLS).sound
    for number, crop in enumerate(crops, start=1):
        np.testing.assert_array_equal(filled.gallery.crop(number), crop)
        assert filled.gallery.thumbnail(number).shape == (24, 24, 3)


def test_a_lost_original_cannot_be_repaired(filled: SqliteLibrary, folder: Path) -> None:
    sha256 = image("a").sha256
    (folder / "originals" / sha256[:2] / sha256[2:]).unlink()
    (finding,) = repair_library(filled, TOOLS).findings
    assert (finding.area, finding.repairable) == ("evidence", False)
    assert "is missing" in finding.sentence


def test_indexes_references_and_search_texts_are_checked(filled: SqliteLibrary, folder: Path) -> None:
    spoil(folder, "UPDATE subjects SET searched_text = 'x' WHERE subject_id = 1")
    (finding,) = check(filled).findings
    assert finding.sentence == "The text by which subjects are found is not that of their names for 1 of them."
    assert repair_library(filled, TOOLS).sound

    spoil(folder, "PRAGMA writable_schema = ON",
          "UPDATE sqlite_master SET sql = 'CREATE INDEX photos_by_subject ON photos (subject_id) WHERE photo_id > 9'"
          " WHERE name = 'photos_by_subject'")  # fmt: skip
    spoil(folder, "REINDEX photos_by_subject", "PRAGMA writable_schema = ON",
          "UPDATE sqlite_master SET sql = 'CREATE INDEX photos_by_subject ON photos (subject_id)'"
          " WHERE name = 'photos_by_subject'", "PRAGMA schema_version = 99")  # fmt: skip
    assert "missing from index" in check(filled).findings[0].sentence
    assert repair_library(filled, TOOLS).sound

    spoil(folder, "PRAGMA foreign_keys = OFF", "DELETE FROM subjects WHERE subject_id = 1")
    assert check(filled).findings[0].sentence == (
        "Row 1 of the table photos refers to a row of subjects that is missing."
    )


def test_a_damaged_file_is_told(filled: SqliteLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise LibraryError("The database is damaged. Restore it from a backup.")

    monkeypatch.setattr("forensic_id.storage.database.Database.rows", refuse)
    assert filled.inspector.database_problems() == ("The database is damaged. Restore it from a backup.",)


def test_litter_and_strays_are_removed_but_files_that_are_no_originals_stay(
    filled: SqliteLibrary, folder: Path
) -> None:
    stray = folder / "originals" / "ab" / ("c" * 62)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"old")
    (folder / "originals" / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "staging" / "1234.part").write_bytes(b"half")
    assert [each.sentence for each in check(filled).findings] == [
        f"Nothing refers to the file ab/{'c' * 62} among the originals.",
        "Nothing refers to the file notes.txt among the originals.",
        "staging/1234.part is left of a write that was cut short.",
    ]
    (finding,) = repair_library(filled, TOOLS).findings
    assert "notes.txt" in finding.sentence
    assert not stray.exists()
    assert (folder / "originals" / "notes.txt").exists()


def test_a_check_stops_when_asked(filled: SqliteLibrary) -> None:
    for look in (filled.inspector.broken_features, filled.inspector.broken_pictures):
        with pytest.raises(CancelledError):
            look(progress=ignore_progress, cancelled=lambda: True)
        assert look(progress=ignore_progress, cancelled=never_cancelled) == ()
