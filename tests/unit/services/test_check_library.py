"""What a check tells and a repair derives anew."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.errors import LibraryError
from forensic_id.core.inspection import BrokenFeature, BrokenGuard, BrokenPicture
from forensic_id.services.check_library import RESTORE, RepairTools, check_library, repair_library
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import enrol

TOOLS = RepairTools(loader=FakeImageLoader(), aligner=FakeFaceAligner(), encoder=FakeFaceEncoder())


@pytest.fixture
def library() -> InMemoryLibrary:
    library = InMemoryLibrary()
    for name in ("a", "b"):
        enrol(library.gallery, name)
    return library


def said(library: InMemoryLibrary) -> list[tuple[str, bool]]:
    return [(each.area, each.repairable) for each in check_library(library, bundle_id=BUNDLE_ID).findings]


def test_a_sound_library_is_counted(library: InMemoryLibrary) -> None:
    check = check_library(library, bundle_id=BUNDLE_ID)
    assert (check.sound, check.repairable, check.findings) == (True, False, ())
    assert (check.photos, check.originals, check.searches, check.audit_entries) == (2, 2, 0, 2)
    assert check.last_hash == library.audit.list[-1].entry_hash


def test_everything_that_is_derived_is_repaired(library: InMemoryLibrary) -> None:
    inspector, crop = library.inspector, library.gallery.crops[2].copy()
    inspector.database = ("An index is broken.",)
    inspector.features = (BrokenFeature(photo_id=1, bundle_id=BUNDLE_ID, reason="its length is 2"),)
    inspector.pictures = (BrokenPicture(photo_id=2, reason="its aligned crop is missing"),)
    inspector.left = ("staging/x.part",)
    library.unreferenced = (f"ab/{'c' * 62}", "notes.txt")
    library.retention.pending = True
    del library.gallery.feature_rows[BUNDLE_ID, 2]
    library.gallery.crops[2][:] = 0
    assert ("files", False) in said(library)
    areas = [area for area, repairable in said(library) if repairable]
    assert areas == ["database", "features", "features", "pictures", "files", "files", "files"]

    library.unreferenced = ()
    assert repair_library(library, TOOLS).sound
    np.testing.assert_array_equal(library.gallery.crops[2], crop)
    assert set(library.gallery.feature_rows) == {(BUNDLE_ID, 1), (BUNDLE_ID, 2)}
    assert not library.retention.unscrubbed()
    assert said(library) == []


def test_guards_are_put_back_on_the_record_and_altered_rows_are_not(library: InMemoryLibrary) -> None:
    gone = BrokenGuard(name="cases_never_vanish", table="cases", known=True, found="")
    strange = BrokenGuard(name="trick", table="photos", known=False, found="CREATE TRIGGER trick")
    library.inspector.guards = (gone, strange)
    library.inspector.rows = ("The record of photo 1 was replaced.",)
    found = check_library(library, bundle_id=BUNDLE_ID).findings
    assert [(each.area, each.sentence, each.repairable) for each in found] == [
        ("evidence", "The guard cases_never_vanish of the table cases was removed.", True),
        ("evidence", "The table photos has a trigger that this program did not make: trick.", True),
        ("evidence", "The record of photo 1 was replaced.", False),
    ]
    assert "logs what was there" in found[0].advice
    (left,) = repair_library(library, TOOLS).findings
    assert (left.sentence, left.advice) == ("The record of photo 1 was replaced.", RESTORE)
    assert library.audit.list[-1].subject == "guards"


def test_evidence_is_told_and_never_mended(library: InMemoryLibrary) -> None:
    library.audit.broken = "Entry 2 of the audit log was altered."
    library.altered = {library.gallery.photos[1].sha256}
    check = repair_library(library, TOOLS)
    assert [(each.area, each.repairable, each.advice) for each in check.findings] == [
        ("evidence", False, RESTORE)
    ] * 2
    assert not check.repairable
    assert check.last_hash == ""


def test_a_picture_whose_original_is_lost_stays_broken_and_the_others_are_done(
    library: InMemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.inspector.pictures = (BrokenPicture(photo_id=1, reason="its thumbnail is missing"),)
    library.gallery.feature_rows.clear()
    monkeypatch.setattr(library.gallery, "original", refuse)
    check = repair_library(library, TOOLS)
    assert set(library.gallery.feature_rows) == {(BUNDLE_ID, 2)}
    assert [each.sentence for each in check.findings] == [
        "1 photos have no feature under the model in use: searches do not find them.",
        "A stored picture of photo 1 is broken: its thumbnail is missing.",
    ]


def refuse(*_arguments: object, **_named: object) -> None:
    raise LibraryError("It cannot be read.")


def test_a_database_that_cannot_be_read_to_the_end_is_told(
    library: InMemoryLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library.gallery, "statistics", refuse)
    with pytest.raises(LibraryError):
        check_library(library, bundle_id=BUNDLE_ID)
    library.inspector.database = ("Page 3 is damaged.",)
    check = check_library(library, bundle_id=BUNDLE_ID)
    assert [each.sentence for each in check.findings] == ["Page 3 is damaged.", "It cannot be read."]


def test_indexes_beyond_repair_are_told_by_the_check_that_follows(library: InMemoryLibrary) -> None:
    library.inspector.database = ("Page 3 is damaged.",)
    library.inspector.beyond_repair = True
    assert [each.sentence for each in repair_library(library, TOOLS).findings] == ["Page 3 is damaged."]


def test_without_a_bundle_missing_features_are_no_matter(library: InMemoryLibrary) -> None:
    library.gallery.feature_rows.clear()
    assert check_library(library, bundle_id="").sound
    assert not check_library(library, bundle_id=BUNDLE_ID).sound


def test_progress_names_the_stages(library: InMemoryLibrary) -> None:
    told: list[str] = []
    check_library(library, bundle_id=BUNDLE_ID, progress=lambda each: told.append(each.stage))
    assert told[0] == "Checking the database"
