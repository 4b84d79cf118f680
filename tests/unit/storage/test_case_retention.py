"""Searches of cases go by term or by order, whole, without a trace in any file, and never under a hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.edits import EditStep, Mirror
from forensic_id.core.errors import InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.ports import Library
from forensic_id.core.records import Case, SearchRecord
from forensic_id.core.retention import ERASED
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.second_review import Step
from forensic_id.services.check_library import check_library
from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.sample_records import CASE, enrol, image, search_record
from tests.unit.storage.test_retention import raw_bytes

OTHER = Case(number="2025-18", offence="theft", authority="letter 9", requester="Sgt. Brandt")
LATER = "2035-03-02"


def search(library: Library, text: str, case: str = CASE.number) -> SearchRecord:
    sketch = image(text)
    record = search_record(sketch, case_number=case)
    return library.cases.add_search(record, sketch=sketch, crop=FakeFaceAligner().align(sketch).crop)


@pytest.fixture
def searched(library: Library) -> Library:
    """A closed case with two searches, reviewed, and an open one with another."""
    for name in ("a", "b", "c", "d"):
        enrol(library.gallery, name)
    library.cases.open_case(CASE)
    library.cases.open_case(OTHER)
    search(library, "first")
    search(library, "second")
    search(library, "third", OTHER.number)
    library.reviews.save(1, 1, ReviewContent(decision=Decision.POSSIBLE, notes="a scar"), based_on=0)
    library.cases.close_case(CASE.number)
    return library


def test_a_closed_case_is_due_once_its_term_has_passed(searched: Library) -> None:
    store = searched.case_retention
    assert store.due(LATER, days=None) == store.due("2025-03-31", days=30) == ()
    (due,) = store.due("2025-04-01", days=30)
    assert (due.number, due.search_ids, due.sketches, due.until) == (CASE.number, (1, 2), 2, "2025-03-31")
    store.erase([due], kind="purge", reference="")
    assert store.due(LATER, days=30) == ()


def test_a_purged_case_keeps_its_purpose_and_loses_its_searches(searched: Library) -> None:
    store = searched.case_retention
    store.erase(store.due(LATER, days=30), kind="purge", reference="")
    assert searched.cases.case(CASE.number).offence == CASE.offence
    assert searched.cases.search_ids() == (3,)
    assert str(store.erased_case(CASE.number)) == "Purged on 2025-03-01"
    assert str(store.erased_search(2)) == "Purged on 2025-03-01"
    assert store.erased_case(OTHER.number) is store.erased_search(3) is None
    assert searched.retention.unscrubbed()
    assert verify_library(searched).problems == ()
    assert search(searched, "fourth", OTHER.number).search_id == 4


def test_an_expunged_case_goes_itself_and_its_numbers_are_never_given_again(searched: Library) -> None:
    store = searched.case_retention
    store.erase([store.named(OTHER.number)], kind="expunge", reference="order 1")
    assert [case.number for case in searched.cases.cases()] == [CASE.number]
    with pytest.raises(NotFoundError):
        store.named(OTHER.number)
    assert store.erased_case(OTHER.number) is None
    assert store.erased_search(3) is not None
    with pytest.raises(NotFoundError):
        searched.cases.search(3)
    assert verify_library(searched).problems == ()
    searched.cases.open_case(Case(number="9", offence="o", authority="a", requester="r"))
    assert search(searched, "fourth", "9").search_id == 4


def test_holds_on_the_case_or_on_anybody_on_its_lists_keep_it(searched: Library) -> None:
    store = searched.case_retention
    hold = searched.retention.place_hold(subject_id=None, case_number=CASE.number, reason="appeal", reference="")
    other = searched.retention.place_hold(subject_id=4, case_number="", reason="order", reference="")
    (due,) = store.due(LATER, days=30)
    assert due.holds == (hold, other)
    assert store.named(OTHER.number).holds == (other,)
    for number in (1, 2):
        with pytest.raises(InvalidInputError, match=f"is kept by hold {number} on"):
            store.erase([due], kind="purge", reference="")
        searched.retention.lift_hold(number, reason="decided", reference="")
    store.erase([due], kind="purge", reference="")
    assert searched.cases.search_ids() == (3,)


def test_erasing_several_is_all_or_nothing(searched: Library) -> None:
    store = searched.case_retention
    cases = [store.named(number) for number in (CASE.number, OTHER.number)]
    searched.retention.place_hold(subject_id=None, case_number=OTHER.number, reason="appeal", reference="")
    before = searched.audit.last_sequence()
    with pytest.raises(InvalidInputError, match="kept by hold"), searched.transaction():
        store.erase(cases, kind="expunge", reference="order 1")
    assert searched.cases.search_ids() == (1, 2, 3)
    assert searched.audit.last_sequence() == before


def telling(stored: SqliteLibrary) -> None:
    """A case that is told of everywhere: edits, reviews, second reviews, exports, packages, holds, comparisons."""
    enrol(stored.gallery, "a")
    number = "KA-4711/25"
    case = Case(number=number, offence="arson", authority="warrant Zeisig", requester="Insp. Ohnesorg")
    stored.cases.open_case(case)
    stored.cases.open_case(OTHER)
    sketch = image("the witness drew this")
    record = search_record(sketch, case_number=number)
    step = EditStep(edit=Mirror(), width=24, height=24, sha256="e" * 64)
    edited = replace(record.sketch, file_name="zeugin-wilhelmine.png", witness="Wilhelmine", edits=(step,))
    crop = FakeFaceAligner().align(sketch).crop
    stored.cases.add_search(replace(record, sketch=edited), sketch=sketch, crop=crop)
    search(stored, "another", OTHER.number)
    stored.reviews.save(1, 1, ReviewContent(decision=Decision.POSSIBLE, notes="narbe-links"), based_on=0)
    stored.reviews.save(2, 1, ReviewContent(decision=Decision.POSSIBLE, notes="kept note"), based_on=0)
    review = stored.second_reviews.assign(1, (1, 2), "moreau")
    stored.second_reviews.add(review, Step.WITHDRAW, {"reason": "zu-nahe-bekannt"})
    log = stored.audit
    log.append("report.export", "search 1", {"document_sha256": "d" * 64, "file": "bericht-ohnesorg.pdf"})
    log.append("list.export", "search 2", {"file": "kept.csv", "sha256": "0" * 64})
    log.append("candidate.view", "search 1 candidate 1", {"case": number, "subject_id": 4, "photo_id": 9})
    log.append("package.create", f"case {number}", {"case": number, "file": "paket-zeisig.zip", "photos": True})
    log.append("audit.export", "audit log", {"file": "x.csv", "filter": f"text {number}"})
    log.append("face.compare", f"case {number}", {"first": {"file_name": "vergleich.png", "sha256": "1" * 64}})
    hold = stored.retention.place_hold(subject_id=None, case_number=number, reason="berufung", reference="AZ 9")
    stored.retention.lift_hold(hold.hold_id, reason="verworfen", reference="")
    stored.cases.close_case(number)


NAMED = (
    "KA-4711/25",
    "Zeisig",
    "Ohnesorg",
    "zeugin-wilhelmine",
    "Wilhelmine",
    "narbe-links",
    "zu-nahe-bekannt",
    "bericht-ohnesorg",
    "paket-zeisig",
    "vergleich.png",
    "berufung",
    "verworfen",
    "the witness drew this",
)
KEPT = ("kept note", "kept.csv", "IMG:another", OTHER.number)


def test_no_trace_of_an_expunged_case_stays_in_any_file(stored: SqliteLibrary, folder: Path) -> None:
    telling(stored)
    pasted = folder / ".pasted" / image("the witness drew this").sha256[:16] / "zeugin-wilhelmine.png"
    pasted.parent.mkdir(parents=True)
    pasted.write_bytes(image("the witness drew this").original_bytes)
    before = raw_bytes(folder)
    with closing(sqlite3.connect(folder / "library.sqlite3")) as raw:
        (crop,) = raw.execute("SELECT sketch_crop_png FROM searches WHERE search_id = 1").fetchone()
    needles = [*(word.encode() for word in NAMED), crop[-200:]]
    assert [needle for needle in needles if needle not in before] == []

    stored.case_retention.erase([stored.case_retention.named("KA-4711/25")], kind="expunge", reference="order 12")
    assert stored.retention.scrub()
    after = raw_bytes(folder)
    assert [needle for needle in needles if needle in after] == []
    assert [word for word in KEPT if word.encode() not in after] == []
    report = verify_library(stored)
    assert (report.problems, report.strays) == ((), ())
    assert check_library(stored, bundle_id=BUNDLE_ID).sound

    entries = {entry.action: entry for entry in stored.audit.entries() if entry.subject != f"case {OTHER.number}"}
    opened, erased = entries["case.open"], entries["case.expunge"]
    assert (opened.subject, opened.details["offence"], opened.details["number"]) == ("case no. 1", "arson", ERASED)
    assert (erased.subject, erased.details["searches"], erased.details["reference"]) == (
        "case no. 1",
        [1],
        "order 12",
    )
    assert erased.details["sketches"] == {"1": image("the witness drew this").sha256}
    assert entries["audit.export"].details["filter"] == ERASED
    (saved, _) = [each for each in stored.audit.entries() if each.action == "review.save"]
    assert saved.details["decision"] == "possible"


def test_a_purged_case_leaves_its_purpose_and_no_trace_of_its_sketches(stored: SqliteLibrary, folder: Path) -> None:
    telling(stored)
    stored.case_retention.erase(stored.case_retention.due(LATER, days=1), kind="purge", reference="")
    assert stored.retention.scrub()
    after = raw_bytes(folder)
    gone = (*NAMED[3:10], NAMED[-1])
    assert [word for word in gone if word.encode() in after] == []
    assert [word for word in (*KEPT, *NAMED[:3], "berufung") if word.encode() not in after] == []
    assert verify_library(stored).problems == ()
    with pytest.raises(NotFoundError, match=r"number 1\. Purged on 2025-03-01 with its case"):
        stored.cases.search(1)
    stored.case_retention.erase([stored.case_retention.named("KA-4711/25")], kind="expunge", reference="order 1")
    assert stored.retention.scrub()
    assert b"4711" not in raw_bytes(folder)
    assert verify_library(stored).problems == ()


def test_searches_that_go_without_an_entry_are_missed(stored: SqliteLibrary, folder: Path) -> None:
    telling(stored)
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as raw:
        raw.execute("INSERT INTO erased_searches VALUES (2, 2, '2025', 'purge')")
        for table in ("reviews", "candidates", "searches"):
            raw.execute(f"DELETE FROM {table} WHERE search_id = 2")  # noqa: S608
    assert "The record of search 2 is missing although the audit log has it." in verify_library(stored).problems


def test_a_sketch_that_another_case_has_too_stays_there(stored: SqliteLibrary) -> None:
    stored.cases.open_case(CASE)
    stored.cases.open_case(OTHER)
    search(stored, "shared")
    search(stored, "shared", OTHER.number)
    stored.case_retention.erase([stored.case_retention.named(CASE.number)], kind="expunge", reference="order 1")
    assert stored.cases.sketch_original(2) == b"IMG:shared"


def test_an_altered_record_or_a_pasted_file_that_stays_is_no_way_out(
    stored: SqliteLibrary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored.cases.open_case(CASE)
    search(stored, "x")
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as raw:
        (guard,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'searches_never_change'").fetchone()
        raw.execute("DROP TRIGGER searches_never_change")
        raw.execute("UPDATE searches SET record = 'x'")
        raw.execute(guard)
    due = stored.case_retention.named(CASE.number)
    pasted = folder / ".pasted" / image("x").sha256[:16] / "x.png"
    pasted.parent.mkdir(parents=True)
    pasted.write_bytes(b"IMG:x")

    def refuse(_path: Path) -> None:
        raise OSError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("forensic_id.storage.case_retention.erase", refuse)
        with pytest.raises(LibraryError, match="Remove it by hand"):
            stored.case_retention.erase([due], kind="purge", reference="")
    assert stored.cases.search_ids() == (1,)
    stored.case_retention.erase([due], kind="purge", reference="")
    assert stored.cases.search_ids() == ()
    assert not pasted.parent.exists()
