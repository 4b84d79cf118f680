"""Opening and creating library folders; what is refused, in sentences; what a kill leaves behind."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forensic_id.core.errors import DefectError, InvalidInputError, LibraryError, TamperedError
from forensic_id.core.personal_data import subject_details
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.storage.database import Database
from forensic_id.storage.library import SqliteLibrary, open_library, utc_now
from forensic_id.storage.migrations import MIGRATIONS, Migration, migrate
from tests.fakes.sample_records import CASE, enrol, image
from tests.unit.storage.conftest import fixed_clock


def test_a_library_can_be_closed_and_opened_again(folder: Path) -> None:
    first = open_library(folder, actor="a")
    enrol(first.gallery, "x")
    first.close()
    second = open_library(folder, actor="b", create=False)
    assert second.gallery.has_subject("x")
    assert [entry.action for entry in second.audit.entries()] == ["library.create", "photo.enrol"]
    second.close()


def test_the_folder_holds_what_its_description_says(stored: SqliteLibrary, folder: Path) -> None:
    photo = enrol(stored.gallery, "x")
    assert (folder / "originals" / photo.sha256[:2] / photo.sha256[2:]).read_bytes() == b"IMG:x"
    assert list((folder / "staging").iterdir()) == []
    names = {path.name for path in folder.iterdir()}
    assert names - {"library.sqlite3-wal", "library.sqlite3-shm"} == {
        "audit.head",
        "library.lock",
        "library.sqlite3",
        "originals",
        "programs",
        "staging",
    }


def test_the_clock_is_in_utc() -> None:
    assert utc_now().utcoffset().total_seconds() == 0  # type: ignore[union-attr]


def test_a_missing_library_is_not_made_unless_asked_for(folder: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        open_library(folder, actor="a", create=False)
    assert not folder.exists()


def test_a_library_is_not_started_among_other_files(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    (tmp_path / "holiday.jpg").touch()
    with pytest.raises(LibraryError, match=r"holiday\.jpg"):
        open_library(tmp_path, actor="a")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "holiday.jpg"]


def test_a_file_is_no_library_folder(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(LibraryError, match="cannot be used"):
        open_library(path, actor="a")


def test_a_file_that_is_no_database_is_refused(folder: Path) -> None:
    open_library(folder, actor="a").close()
    (folder / "library.sqlite3").write_bytes(b"no database at all " * 300)
    with pytest.raises(LibraryError, match="no SQLite database"):
        open_library(folder, actor="a")


def test_the_database_of_another_program_is_refused(folder: Path) -> None:
    open_library(folder, actor="a").close()
    (folder / "library.sqlite3").unlink()
    with closing(sqlite3.connect(folder / "library.sqlite3")) as connection:
        connection.execute("CREATE TABLE cookies (name TEXT)")
    with pytest.raises(LibraryError, match="another program"):
        open_library(folder, actor="a")


def test_a_library_of_a_newer_version_is_refused_and_left_alone(folder: Path) -> None:
    open_library(folder, actor="a").close()
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 'future', '')")
    with pytest.raises(LibraryError, match=r"newer version .*form 99"):
        open_library(folder, actor="a")


def test_a_removed_database_is_noticed(folder: Path) -> None:
    library = open_library(folder, actor="a")
    enrol(library.gallery, "x")
    library.close()
    (folder / "library.sqlite3").unlink()
    with pytest.raises(TamperedError, match="2 audit entries"):
        open_library(folder, actor="a")
    assert not (folder / "library.sqlite3").exists()


def test_a_library_whose_creation_was_killed_is_completed(folder: Path) -> None:
    for name in ("originals", "staging"):
        (folder / name).mkdir(parents=True)
    (folder / "audit.head").write_text("")
    (folder / "library.sqlite3").touch()
    library = open_library(folder, actor="a")
    assert library.audit.verify() == 1
    library.close()


def test_a_head_that_cannot_be_written_is_a_sentence(folder: Path) -> None:
    (folder / "audit.head").mkdir(parents=True)
    with pytest.raises(LibraryError, match="cannot be written"):
        open_library(folder, actor="a")


def test_a_database_that_cannot_be_opened_is_a_sentence(folder: Path) -> None:
    (folder / "library.sqlite3" / "folder").mkdir(parents=True)
    with pytest.raises(LibraryError, match="cannot be opened"):
        open_library(folder, actor="a")


def test_a_failed_migration_changes_nothing_and_can_be_done_again(folder: Path) -> None:
    folder.mkdir()
    database = Database(folder / "x.sqlite3")
    broken = (*MIGRATIONS[:2], replace(MIGRATIONS[2], sql="CREATE TABLE cases (a TEXT); CREATE TABLE oops (;"))
    with pytest.raises(DefectError):
        migrate(database, clock=fixed_clock, migrations=broken)
    assert database.table_names() == []
    migrate(database, clock=fixed_clock)
    applied = database.row("SELECT count(*), max(applied_at) FROM migrations")
    assert applied == (len(MIGRATIONS), "2025-03-01T12:00:00.123+00:00")
    later = (*MIGRATIONS, Migration(number=len(MIGRATIONS) + 1, name="more", sql="CREATE TABLE more (a TEXT)"))
    migrate(database, clock=fixed_clock, migrations=later)
    assert "more" in database.table_names()
    database.close()


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_done(stored: SqliteLibrary, folder: Path) -> None:
    enrol(stored.gallery, "before")
    (pages,) = stored._database.row("PRAGMA page_count") or (0,)
    stored._database.execute(f"PRAGMA max_page_count = {pages + 1}")

    def fill() -> None:
        with stored.transaction():
            for number in range(50):
                enrol(stored.gallery, f"{number}")

    with pytest.raises(LibraryError, match="disk is full"):
        fill()
    stored._database.execute("PRAGMA max_page_count = 1000000")
    assert [subject.details.external_id for subject in stored.gallery.subjects()] == ["before"]
    assert stored.unreferenced_originals() == ()
    assert list((folder / "staging").iterdir()) == []
    assert stored.audit.verify() == 2
    enrol(stored.gallery, "after")


def test_a_disk_that_refuses_an_original_is_a_sentence_and_leaves_nothing_half_done(
    stored: SqliteLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(LibraryError, match="No space left"):
            enrol(stored.gallery, "x")
    assert stored.gallery.subjects() == ()
    written = [path for name in ("originals", "staging") for path in (folder / name).rglob("*") if path.is_file()]
    assert written == []
    enrol(stored.gallery, "x")
    (folder / "staging").rename(folder / "elsewhere")
    with pytest.raises(LibraryError, match="cannot be written"):
        enrol(stored.gallery, "y")


def test_originals_are_kept_out_of_reach_of_code_without_a_transaction(stored: SqliteLibrary) -> None:
    loaded = image("x")
    with pytest.raises(DefectError, match="inside a transaction"):
        stored._originals.put(loaded.original_bytes, loaded.sha256)


def test_an_inner_failure_that_is_handled_undoes_the_inner_writes_only(stored: SqliteLibrary) -> None:
    with stored.transaction():
        enrol(stored.gallery, "kept")
        with pytest.raises(InvalidInputError):
            enrol(stored.gallery, "lost", subject=SubjectDetails(external_id="\ud800"))
        with pytest.raises(DefectError):
            enrol(stored.gallery, "lost", subject=SubjectDetails(external_id=""))
    assert [subject.details.external_id for subject in stored.gallery.subjects()] == ["kept"]
    assert stored.unreferenced_originals() == ()


KILLED = """
import os, signal, sys
from pathlib import Path
from forensic_id.storage.library import open_library
from tests.fakes.sample_records import enrol
library = open_library(Path(sys.argv[1]), actor="a")
enrol(library.gallery, "whole")
with library.transaction():
    enrol(library.gallery, "half")
    if sys.argv[2] == "remove":
        library.gallery.remove_subject("whole")
    (Path(sys.argv[1]) / "staging" / "0011.part").write_bytes(b"partial")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("mode", ["enrol", "remove"])
def test_a_kill_inside_a_transaction_leaves_the_library_as_before(folder: Path, mode: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), mode], check=False)
    assert done.returncode == -9
    assert len(list((folder / "staging").iterdir())) == 2

    library = open_library(folder, actor="b")

    assert [subject.details.external_id for subject in library.gallery.subjects()] == ["whole"]
    assert library.gallery.original(1) == b"IMG:whole"
    assert library.unreferenced_originals() == ()
    assert list((folder / "staging").iterdir()) == []
    assert library.audit.verify() == 2
    library.close()


def test_two_programs_write_at_once_without_losing_or_mixing_anything(folder: Path) -> None:
    errors: list[BaseException] = []

    def work(name: str) -> None:
        try:
            library = open_library(folder, actor=name)
            for number in range(12):
                enrol(library.gallery, f"{name}-{number}", subject=SubjectDetails(external_id=name))
            library.close()
        except BaseException as error:  # noqa: BLE001 - shown by the main thread
            errors.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    library = open_library(folder, actor="reader")
    assert [len(subject.photos) for subject in library.gallery.subjects()] == [12, 12, 12]
    assert library.audit.verify() == 1 + 36
    assert library.unreferenced_originals() == ()
    library.close()


def test_a_library_that_is_being_written_for_too_long_is_a_sentence(folder: Path) -> None:
    first = open_library(folder, actor="a")
    second = open_library(folder, actor="b", busy_seconds=0.05)
    with first.transaction():
        with pytest.raises(LibraryError, match="Another program"):
            second.cases.open_case(CASE)
        assert second.cases.cases() == ()
    second.cases.open_case(CASE)
    first.close()
    second.close()


def test_leftovers_wait_while_another_program_is_writing(folder: Path) -> None:
    first = open_library(folder, actor="a")
    leftover = folder / "staging" / "0011.part"
    leftover.touch()
    with first.transaction():
        open_library(folder, actor="b", busy_seconds=0.05).close()
        assert leftover.exists()
    open_library(folder, actor="b").close()
    assert not leftover.exists()
    first.close()


TEXT = st.text(max_size=60)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(external_id=st.text(min_size=1, max_size=60), name=TEXT, source=TEXT, year=st.none() | st.integers(1850, 2100))
def test_any_text_is_stored_as_it_is(
    stored: SqliteLibrary, external_id: str, name: str, source: str, year: int | None
) -> None:
    details = SubjectDetails(external_id=external_id, name=name, sex=source, birth_year=year, ethnicity=name)
    photo = PhotoDetails(booking_date="", source=source)
    with stored.transaction():
        number = stored.audit.verify()
        stored_photo = enrol(stored.gallery, f"{number}", subject=details, photo=photo)
    assert stored.gallery.subject_by_id(stored_photo.subject_id).photos[-1].details == photo
    if len(stored.gallery.subject(external_id).photos) == 1:
        assert stored.gallery.subject(external_id).details == details


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=TEXT, offence=TEXT)
def test_the_text_of_a_case_is_stored_as_it_is_but_for_white_space_around_it(
    stored: SqliteLibrary, name: str, offence: str
) -> None:
    number = f"c{stored.audit.verify()}"
    case = replace(CASE, number=number, offence=f"x{offence}x", requester=f"x{name}x")
    opened = stored.cases.open_case(case)
    assert opened == replace(case, opened_at=opened.opened_at)
    assert stored.cases.case(number) == opened


def test_a_subject_read_from_text_fields_can_be_enrolled(stored: SqliteLibrary) -> None:
    details = subject_details({"external_id": "e\u0301", "birth_year": "1970"})
    enrol(stored.gallery, "x", subject=details)
    assert stored.gallery.subject("é").details.birth_year == 1970
