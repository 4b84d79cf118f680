"""Dates, holds and erasures, kept by the database and by the stand-in alike; and what is left of the erased."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError, LibraryError, NotFoundError, TamperedError
from forensic_id.core.ports import Library
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.core.retention import ERASED, DueSubject
from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.sample_records import CASE, enrol, image, search_record
from tests.unit.storage.conftest import fixed_clock

NAME = "Aloysia Querfeldein"
EXTERNAL_ID = "MUG-48151623"


def person(external_id: str, name: str = "") -> SubjectDetails:
    return SubjectDetails(external_id=external_id, name=name, sex="female", birth_year=1971, ethnicity="e")


def add(library: Library, text: str, who: str, **dates: str) -> int:
    photo = enrol(library.gallery, text, subject=person(who), photo=PhotoDetails(**dates))
    return photo.subject_id


def test_a_photo_is_kept_by_subject_then_photo_then_policy(library: Library) -> None:
    subject_id = add(library, "1", "anna", booking_date="2010-05-06", retention_date="2030-01-01")
    add(library, "2", "anna", booking_date="2012-05-06")

    kept = library.retention.retention(subject_id, days=10)
    assert [(photo.until, photo.origin) for photo in kept.photos] == [
        ("2030-01-01", "photo"),
        ("2025-03-11", "policy"),
    ]
    assert kept.kept_until == "2030-01-01"
    assert kept.past("2025-03-12")
    assert not kept.past("2025-03-11")

    without = library.retention.retention(subject_id, days=None)
    assert [(photo.until, photo.origin) for photo in without.photos] == [("2030-01-01", "photo"), ("", "none")]
    assert without.kept_until == ""

    library.retention.keep_until(subject_id, "2027-12-31")
    kept = library.retention.retention(subject_id, days=10)
    assert {(photo.until, photo.origin) for photo in kept.photos} == {("2027-12-31", "subject")}
    assert kept.until == kept.kept_until == "2027-12-31"
    library.retention.keep_until(subject_id, "")
    assert library.retention.retention(subject_id, days=None).until == ""


def test_due_are_those_whose_day_has_passed_photo_by_photo(library: Library) -> None:
    add(library, "1", "anna", retention_date="2025-02-28")
    add(library, "2", "anna", retention_date="2025-03-01")
    berta = add(library, "3", "berta", booking_date="2010-01-01")
    add(library, "4", "carla")

    (due_today,) = library.retention.due("2025-03-01", days=None)
    assert (due_today.external_id, len(due_today.photo_ids), due_today.whole) == ("anna", 1, False)
    due = library.retention.due("2025-03-02", days=0)
    assert [(each.external_id, each.whole, each.until) for each in due] == [
        ("anna", True, "2025-02-28"),
        ("berta", True, "2025-03-01"),
        ("carla", True, "2025-03-01"),
    ]
    library.retention.keep_until(berta, "2099-01-01")
    assert [each.external_id for each in library.retention.due("2025-03-02", days=0)] == ["anna", "carla"]


def test_numbers_of_the_due_and_of_the_held(library: Library) -> None:
    anna = add(library, "1", "anna", retention_date="2025-02-28")
    berta = add(library, "2", "berta", booking_date="2010-01-01")
    carla = add(library, "3", "carla", retention_date="2030-01-01")
    assert library.retention.due_ids("2025-03-01", days=None) == {anna}
    assert library.retention.due_ids("2025-03-02", days=0) == {anna, berta}
    assert library.retention.held_ids() == frozenset()
    library.retention.place_hold(subject_id=carla, case_number="", reason="r", reference="")
    assert library.retention.held_ids() == {carla}


def test_the_period_of_the_policy_counts_from_the_day_of_enrolment(stored: SqliteLibrary) -> None:
    subject_id = add(stored, "1", "anna")
    (photo,) = stored.retention.retention(subject_id, days=3652).photos
    assert (photo.until, photo.origin) == ("2035-03-01", "policy")
    assert [each.external_id for each in stored.retention.due("2035-03-02", days=3652)] == ["anna"]


def test_a_person_without_photos_goes_by_the_date_of_their_own(stored: SqliteLibrary) -> None:
    subject_id = add(stored, "1", "anna", retention_date="2020-01-01")
    stored.retention.keep_until(subject_id, "2024-01-01")
    named = stored.retention.named(subject_id)
    stored.retention.erase([named_photos(named)], kind="purge", reference="")
    assert stored.gallery.has_subject("anna")
    (due,) = stored.retention.due("2025-01-01", days=None)
    assert (due.photo_ids, due.whole, due.until) == ((), True, "2024-01-01")
    stored.retention.erase([due], kind="purge", reference="")
    assert not stored.gallery.has_subject("anna")


def named_photos(named: DueSubject) -> DueSubject:
    """The photos alone."""
    return DueSubject(
        subject_id=named.subject_id,
        external_id=named.external_id,
        name=named.name,
        photo_ids=named.photo_ids,
        whole=False,
        until="2020-01-01",
        holds=(),
    )


def test_a_hold_keeps_a_subject_until_it_is_lifted(library: Library) -> None:
    subject_id = add(library, "1", "anna", retention_date="2020-01-01")
    hold = library.retention.place_hold(subject_id=subject_id, case_number="", reason="appeal", reference="A 1/25")
    assert library.retention.holds() == (hold,)
    assert str(hold) == "hold 1 on this person (appeal, A 1/25)"
    (due,) = library.retention.due("2025-01-01", days=None)
    assert due.holds == library.retention.retention(subject_id, days=None).holds == (hold,)
    with pytest.raises(InvalidInputError, match=r"kept by hold 1 on this person \(appeal, A 1/25\)"):
        library.retention.erase([due], kind="purge", reference="")
    assert library.gallery.has_subject("anna")

    assert library.retention.lift_hold(hold.hold_id, reason="decided", reference="") == hold
    assert library.retention.holds() == ()
    with pytest.raises(NotFoundError):
        library.retention.lift_hold(hold.hold_id, reason="decided", reference="")
    library.retention.erase(library.retention.due("2025-01-01", days=None), kind="purge", reference="")
    assert not library.gallery.has_subject("anna")
    assert library.retention.erased_subject(subject_id) is not None


def test_a_hold_on_a_case_keeps_everybody_on_its_lists(library: Library) -> None:
    ids = {name: add(library, name, name) for name in ("a", "b", "c", "d")}
    library.cases.open_case(CASE)
    library.cases.add_search(
        search_record(image("sketch")), sketch=image("sketch"), crop=FakeFaceAligner().align(image("sketch")).crop
    )  # lists the subjects 4 and 2
    hold = library.retention.place_hold(subject_id=None, case_number=CASE.number, reason="appeal", reference="")
    assert str(hold) == f"hold 1 on the case {CASE.number} (appeal)"
    assert [name for name, number in ids.items() if library.retention.named(number).holds] == ["b", "d"]
    assert library.retention.held_ids() == {ids["b"], ids["d"]}
    library.retention.lift_hold(1, reason="done", reference="")
    assert not library.retention.named(ids["b"]).holds


def test_a_held_person_is_not_removed_either(stored: SqliteLibrary) -> None:
    subject_id = add(stored, "1", "anna")
    stored.retention.place_hold(subject_id=subject_id, case_number="", reason="appeal", reference="")
    with pytest.raises(InvalidInputError, match="Lift the hold first"):
        stored.gallery.remove_subject("anna")
    add(stored, "2", "anna")
    with pytest.raises(InvalidInputError, match="Lift the hold first"):
        stored.gallery.remove_photo(1)


def test_what_is_not_there_is_not_held_or_erased(library: Library) -> None:
    named = library.retention.named(add(library, "1", "anna"))
    with pytest.raises(NotFoundError):
        library.retention.place_hold(subject_id=7, case_number="", reason="r", reference="")
    with pytest.raises(NotFoundError):
        library.retention.place_hold(subject_id=None, case_number="none", reason="r", reference="")
    for ask in (library.retention.named, lambda number: library.retention.retention(number, days=None)):
        with pytest.raises(NotFoundError):
            ask(7)
    with pytest.raises(NotFoundError):
        library.retention.keep_until(7, "2030-01-01")
    library.retention.erase([named], kind="expunge", reference="order 1")
    with pytest.raises(NotFoundError):
        library.retention.erase([named], kind="expunge", reference="order 1")
    with pytest.raises(InvalidInputError, match="nothing is named"):
        named_photos(DueSubject(subject_id=1, external_id="x", name="", photo_ids=(), whole=True, until="", holds=()))


def test_photos_alone_are_erased_and_the_person_stays(library: Library) -> None:
    subject_id = add(library, "1", "anna", retention_date="2020-01-01")
    add(library, "2", "anna")
    library.retention.erase(library.retention.due("2025-01-01", days=None), kind="purge", reference="")
    assert [photo.file_name for photo in library.gallery.subject("anna").photos] == ["2.png"]
    assert str(library.retention.erased_photo(1)) == "Purged on 2025-03-01"
    assert library.retention.erased_photo(2) is None
    assert library.retention.erased_subject(subject_id) is None
    assert len(library.gallery.features(BUNDLE_ID).photo_ids) == 1


def raw_bytes(folder: Path) -> bytes:
    """Everything that lies in the library folder, names of files too."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"\n".join(path.read_bytes() + str(path).encode() for path in files)


def traces(stored: SqliteLibrary, folder: Path, text: str) -> list[bytes]:
    """Byte sequences by which the person could be known again."""
    photo = stored.gallery.photo_by_sha256(image(text).sha256)
    assert photo is not None
    table = stored.gallery.features(BUNDLE_ID)
    feature = table.features[table.photo_ids == photo.photo_id].tobytes()
    with sqlite3.connect(folder / "library.sqlite3") as raw:
        crop, thumbnail = raw.execute(
            "SELECT crop_png, thumbnail_jpeg FROM pictures WHERE photo_id = ?", (photo.photo_id,)
        ).fetchone()
    raw.close()
    return [feature, crop[-200:], thumbnail[-200:], image(text).original_bytes, photo.file_name.encode()]


def test_no_trace_of_an_erased_person_stays_in_any_file(stored: SqliteLibrary, folder: Path) -> None:
    with stored.transaction():
        for number in range(40):  # so that pages of the indexes split and rows move
            add(stored, f"other {number}", f"K{(number * 37) % 100:02}")
        enrol(stored.gallery, "the one", subject=person(EXTERNAL_ID, "Aloysia Vorher"))
        stored.gallery.edit_subject(EXTERNAL_ID, {"external_id": "MUG-TEMP", "name": "Aloysia Dazwischen"})
        stored.gallery.edit_subject("MUG-TEMP", {"external_id": EXTERNAL_ID, "name": NAME})
        photo = enrol(stored.gallery, "second", subject=person(EXTERNAL_ID), photo=PhotoDetails(source="Quelle 9"))
        stored.gallery.edit_photo(photo.photo_id, {"booking_date": "1999-09-09"})
        third = enrol(stored.gallery, "third", subject=person(EXTERNAL_ID), photo=PhotoDetails(source="Quelle 7"))
        stored.gallery.remove_photo(third.photo_id)
        for number in range(40, 80):
            add(stored, f"other {number}", f"K{(number * 37) % 100:02}b")
        subject_id = photo.subject_id
        hold = stored.retention.place_hold(subject_id=subject_id, case_number="", reason=f"of {NAME}", reference="4")
        stored.retention.lift_hold(hold.hold_id, reason=f"{NAME} agreed", reference="5")
        stored.audit.append("subject.view", f"subject {EXTERNAL_ID}", {"subject_id": subject_id, "photos": [1]})
        stored.audit.append(
            "gallery.export", "export", {"people": [{"id": EXTERNAL_ID, "n": 1}, "other"], "file": "x"}
        )
    needles = [
        *traces(stored, folder, "the one"),
        *traces(stored, folder, "second"),
        *(word.encode() for word in (NAME, "querfeldein", EXTERNAL_ID, EXTERNAL_ID.casefold(), "MUG-TEMP")),
        *(
            word.encode()
            for word in (
                "Aloysia Vorher",
                "Aloysia Dazwischen",
                "aloysia",
                "1999-09-09",
                "Quelle 9",
                "Quelle 7",
                "third.png",
            )
        ),
    ]
    (folder / "library.sqlite3.form9").write_bytes((folder / "library.sqlite3").read_bytes())
    before = raw_bytes(folder)
    assert [needle for needle in needles if needle not in before] == []

    stored.retention.erase([stored.retention.named(photo.subject_id)], kind="expunge", reference="order 12")
    assert stored.retention.unscrubbed()
    assert stored.retention.scrub()
    assert not stored.retention.unscrubbed()

    after = raw_bytes(folder)
    assert [needle for needle in needles if needle in after] == []
    assert (folder / "library.sqlite3-wal").stat().st_size == 0
    report = verify_library(stored)
    assert (report.problems, report.strays) == ((), ())
    entry = list(stored.audit.entries())[-1]
    assert (entry.action, entry.subject) == ("subject.expunge", f"subject no. {photo.subject_id}")
    assert entry.details["photos"][str(photo.photo_id)] == image("second").sha256
    (view,) = [each for each in stored.audit.entries() if each.action == "subject.view"]
    assert (view.subject, view.details["photos"]) == (f"subject no. {photo.subject_id}", [1])
    (export,) = [each for each in stored.audit.entries() if each.action == "gallery.export"]
    assert export.details == {"people": [{"id": ERASED, "n": 1}, "other"], "file": "x"}


def test_a_redacted_entry_that_is_altered_again_is_found(stored: SqliteLibrary, folder: Path) -> None:
    add(stored, "1", "anna")
    stored.retention.erase([stored.retention.named(1)], kind="expunge", reference="order 1")
    stored.audit.verify()
    for altered in ("UPDATE audit_entries SET details = '{\"a\":1}' WHERE sequence = 2",
                    "UPDATE audit_entries SET subject = 'x' WHERE sequence = 1"):  # fmt: skip
        raw = sqlite3.connect(folder / "library.sqlite3", isolation_level=None)
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(altered)
        raw.execute("BEGIN")
        (trigger,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'audit_entries_never_change'").fetchone()
        raw.execute("DROP TRIGGER audit_entries_never_change")
        raw.execute(altered)
        raw.execute(trigger)
        raw.execute("COMMIT")
        raw.close()
        with pytest.raises(TamperedError, match=f"Entry {altered[-1]} of the audit log was altered"):
            stored.audit.verify()


def test_another_person_of_a_former_id_keeps_their_entries(stored: SqliteLibrary) -> None:
    add(stored, "1", "anna")
    stored.gallery.edit_subject("anna", {"external_id": "berta"})
    second = add(stored, "2", "anna")
    stored.gallery.edit_subject("anna", {"name": "The Second"})
    stored.retention.erase([stored.retention.named(1)], kind="expunge", reference="order 1")
    entries = [each for each in stored.audit.entries() if each.details.get("subject_id") == second]
    assert [each.subject for each in entries] == ["photo 2", "subject anna"]
    assert entries[1].details["after"]["name"] == "The Second"
    stored.audit.verify()


def test_an_original_that_a_search_refers_to_stays(stored: SqliteLibrary) -> None:
    add(stored, "1", "anna")
    stored.cases.open_case(CASE)
    crop = FakeFaceAligner().align(image("1")).crop
    search = stored.cases.add_search(search_record(image("1"), candidates=()), sketch=image("1"), crop=crop)
    stored.retention.erase([stored.retention.named(1)], kind="purge", reference="")
    assert stored.cases.sketch_original(search.search_id) == image("1").original_bytes


def test_erasing_several_is_all_or_nothing(stored: SqliteLibrary, folder: Path) -> None:
    named = [stored.retention.named(add(stored, text, text)) for text in ("1", "2")]
    stored.retention.place_hold(subject_id=2, case_number="", reason="r", reference="")
    before = stored.audit.last_sequence()
    with pytest.raises(InvalidInputError, match="kept by hold"):
        stored.retention.erase(named, kind="expunge", reference="order 1")
    assert stored.gallery.has_subject("1")
    assert stored.audit.last_sequence() == before
    assert not stored.retention.unscrubbed()
    digest = hashlib.sha256(b"IMG:1").hexdigest()
    assert (folder / "originals" / digest[:2] / digest[2:]).read_bytes() == b"IMG:1"


def test_killed_before_the_files_were_removed_the_next_opening_removes_them(
    stored: SqliteLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = stored.retention.named(add(stored, "1", "anna"))
    monkeypatch.setattr("forensic_id.storage.images.OriginalStore._settle", lambda _self: None)  # killed here
    stored.retention.erase([named], kind="expunge", reference="order 1")
    assert b"IMG:1" in raw_bytes(folder)
    monkeypatch.undo()
    again = open_library(folder, actor="a", clock=fixed_clock)
    assert b"IMG:1" not in raw_bytes(folder)
    assert again.retention.unscrubbed()
    stored.close()
    assert again.retention.scrub()
    again.close()


def test_a_reader_keeps_the_log_from_being_emptied_and_that_is_told(stored: SqliteLibrary, folder: Path) -> None:
    stored.retention.erase([stored.retention.named(add(stored, "1", "anna"))], kind="purge", reference="")
    reader = sqlite3.connect(folder / "library.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM subjects").fetchall()
    impatient = open_library(folder, actor="a", clock=fixed_clock, busy_seconds=0.01)
    assert not impatient.retention.scrub()
    assert impatient.retention.unscrubbed()
    reader.close()
    assert impatient.retention.scrub()
    assert not impatient.retention.unscrubbed()
    impatient.close()


def test_a_disk_that_refuses_is_told_and_the_rest_is_done_later(
    stored: SqliteLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored.retention.erase([stored.retention.named(add(stored, "1", "anna"))], kind="purge", reference="")

    def refuse(_self: object) -> bool:
        raise LibraryError("The disk is full.")

    (folder / "library.sqlite3.form9").mkdir()
    with pytest.raises(LibraryError, match="Remove it by hand"):
        stored.retention.scrub()
    (folder / "library.sqlite3.form9").rmdir()
    monkeypatch.setattr("forensic_id.storage.database.Database.rewrite", refuse)
    with pytest.raises(LibraryError, match="full"):
        stored.retention.scrub()
    assert stored.retention.unscrubbed()
    monkeypatch.undo()
    assert stored.retention.scrub()


def test_near_duplicates_no_longer_name_the_erased(stored: SqliteLibrary) -> None:
    add(stored, "anna", "anna")
    code = FakeImageLoader().perceptual_hash(image("anna"))
    assert len(stored.gallery.near_duplicates(code, most_bits=3)) == 1
    stored.retention.erase([stored.retention.named(1)], kind="purge", reference="")
    assert stored.gallery.near_duplicates(code, most_bits=3) == ()
