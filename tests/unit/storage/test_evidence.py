"""Stored evidence: immutable rows, altered originals, records and pictures are found and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.errors import DefectError, LibraryError, TamperedError
from forensic_id.core.records import UInt8Array
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.sample_records import CASE, enrol, image, search_record

CROP: UInt8Array = np.random.default_rng(3).integers(0, 256, (112, 112, 3), dtype=np.uint8)


@pytest.fixture
def searched(stored: SqliteLibrary) -> SqliteLibrary:
    """A library with one photo and one search."""
    enrol(stored.gallery, "photo")
    stored.cases.open_case(CASE)
    stored.cases.add_search(search_record(image("sketch")), sketch=image("sketch"), crop=CROP)
    return stored


def change(folder: Path, *statements: str) -> None:
    """Change the database behind the library's back, guards removed."""
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


def original_file(folder: Path, text: str) -> Path:
    sha256 = image(text).sha256
    return folder / "originals" / sha256[:2] / sha256[2:]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE searches SET record = '{}'",
        "DELETE FROM searches",
        "UPDATE candidates SET rank = rank + 10",
        "DELETE FROM candidates",
        "DELETE FROM cases",
        "UPDATE cases SET offence = 'other'",
        "UPDATE cases SET number = 'other', closed_at = 'now'",
        "UPDATE cases SET case_id = 9, closed_at = 'now'",
    ],
)
def test_the_database_refuses_changes_to_cases_and_searches(
    searched: SqliteLibrary, folder: Path, statement: str
) -> None:
    connection = sqlite3.connect(folder / "library.sqlite3")
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match=r"never|only be closed"):
        connection.execute(statement)
    assert searched.cases.search(1).case_number == CASE.number


def test_a_closed_case_stays_closed(searched: SqliteLibrary, folder: Path) -> None:
    searched.cases.close_case(CASE.number)
    connection = sqlite3.connect(folder / "library.sqlite3")
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match="only be closed"):
        connection.execute("UPDATE cases SET closed_at = NULL")


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE searches SET record = replace(record, '\"seed\":7', '\"seed\":8')", "its record"),
        ("UPDATE searches SET record = '{}'", "its record"),
        ("UPDATE searches SET sketch_crop_png = x'00'", "its crop"),
        ("UPDATE searches SET audit_sequence = 1", "the audit log has no entry"),
        ("UPDATE candidates SET subject_id = 5 WHERE rank = 2", "its ranking"),
        ("UPDATE candidates SET log_density = -0.3333333333333334 WHERE rank = 1", "its ranking"),
        ("UPDATE candidates SET log_density = 9e999 WHERE rank = 1", "its ranking"),
        ("DELETE FROM candidates WHERE rank = 2", "its ranking"),
        ("INSERT INTO candidates VALUES (1, 3, 7, 7, -2.0)", "its ranking"),
    ],
)
def test_an_altered_search_is_named(searched: SqliteLibrary, folder: Path, statement: str, named: str) -> None:
    change(folder, statement)
    with pytest.raises(TamperedError, match=f"search 1 was altered: {named}"):
        searched.cases.search(1)
    with pytest.raises(TamperedError, match="search 1"):
        searched.cases.sketch_crop(1)


def test_a_flipped_byte_in_an_original_is_found_and_the_file_named(searched: SqliteLibrary, folder: Path) -> None:
    for text in ("photo", "sketch"):
        path = original_file(folder, text)
        data = bytearray(path.read_bytes())
        data[2] ^= 1
        path.write_bytes(bytes(data))
        with pytest.raises(TamperedError, match=path.name):
            searched.check_original(image(text).sha256)
    with pytest.raises(TamperedError, match="altered"):
        searched.gallery.original(1)
    with pytest.raises(TamperedError, match="altered"):
        searched.cases.sketch_original(1)


def test_a_missing_original_is_named(searched: SqliteLibrary, folder: Path) -> None:
    path = original_file(folder, "photo")
    path.unlink()
    with pytest.raises(TamperedError, match=f"{path.name} is missing"):
        searched.gallery.original(1)


def test_an_original_that_cannot_be_read_is_a_sentence(searched: SqliteLibrary, folder: Path) -> None:
    path = original_file(folder, "photo")
    path.unlink()
    path.mkdir()
    with pytest.raises(LibraryError, match="cannot be read"):
        searched.gallery.original(1)


def test_an_altered_sketch_is_not_searched_with_again(searched: SqliteLibrary, folder: Path) -> None:
    original_file(folder, "sketch").write_bytes(b"other")
    with pytest.raises(TamperedError, match="altered"):
        searched.cases.add_search(search_record(image("sketch")), sketch=image("sketch"), crop=CROP)
    assert searched.cases.search_ids() == (1,)


def test_bytes_that_do_not_have_their_hash_are_a_defect(searched: SqliteLibrary) -> None:
    with pytest.raises(DefectError, match="do not have the hash"):
        searched.cases.add_search(search_record(image("sketch")), sketch=image("other"), crop=CROP)
    assert searched.unreferenced_originals() == ()


def test_a_sketch_that_is_a_photo_too_survives_the_removal_of_the_subject(searched: SqliteLibrary) -> None:
    enrol(searched.gallery, "sketch")
    searched.gallery.remove_subject("sketch")
    assert searched.cases.sketch_original(1) == b"IMG:sketch"


def test_files_that_nothing_refers_to_are_listed(searched: SqliteLibrary, folder: Path) -> None:
    (folder / "originals" / "ab").mkdir(exist_ok=True)
    (folder / "originals" / "ab" / "stray").write_bytes(b"x")
    assert searched.unreferenced_originals() == ("ab/stray",)


def test_broken_stored_pictures_and_features_are_sentences(searched: SqliteLibrary, folder: Path) -> None:
    enrol(searched.gallery, "second", encoder=FakeFaceEncoder(feature_size=9))
    with pytest.raises(TamperedError, match=r"photo 2 .* another size"):
        searched.gallery.features(BUNDLE_ID)
    change(folder, "UPDATE pictures SET crop_png = x'89504e47'")
    with pytest.raises(TamperedError, match="picture of photo 1"):
        searched.gallery.crop(1)


def test_text_of_broken_encoding_in_the_database_is_a_sentence(searched: SqliteLibrary, folder: Path) -> None:
    change(folder, "UPDATE subjects SET name = CAST(x'ff' AS TEXT)")
    with pytest.raises(LibraryError, match="damaged"):
        searched.gallery.subjects()
