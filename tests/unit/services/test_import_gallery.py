"""Importing photos into the gallery, over the in-memory library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.core.errors import CancelledError, InvalidInputError, LibraryError, TamperedError
from forensic_id.core.progress import Progress
from forensic_id.core.records import LoadedImage
from forensic_id.services import import_gallery as module
from forensic_id.services.import_gallery import ImportReport, import_gallery
from forensic_id.services.import_outcomes import ImportOutcome, write_outcomes
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.in_memory_gallery_store import InMemoryGalleryStore
from tests.fakes.in_memory_library import InMemoryLibrary


class Desk:
    """A library and the tools that fill it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = InMemoryLibrary()
        self.loader = FakeImageLoader()
        self.aligner = FakeFaceAligner()
        self.encoder = FakeFaceEncoder()
        self.progress: list[Progress] = []
        self.outcomes: list[ImportOutcome] = []

    def photo(self, name: str, content: str | None = None) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"IMG:{name if content is None else content}".encode())
        return path

    def run(
        self,
        path: Path | None = None,
        *,
        stop_after: int | None = None,
        threads: int = 1,
        passing_over: frozenset[str] = frozenset(),
    ) -> ImportReport:
        return import_gallery(
            path or self.folder,
            library=self.library,
            loader=self.loader,
            aligner=self.aligner,
            encoder=self.encoder,
            more_aligners=[FakeFaceAligner() for _ in range(threads - 1)],
            passing_over=passing_over,
            on_outcome=self.outcomes.append,
            progress=self.progress.append,
            cancelled=lambda: stop_after is not None and len(self.progress) > stop_after,
        )

    def reasons(self, report: ImportReport) -> dict[str, str]:
        return {Path(failure.path).name: failure.reason for failure in report.failures}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "Fotos é"
    folder.mkdir()
    return Desk(folder)


def test_every_photo_of_a_folder_is_enrolled_with_feature_and_findings(desk: Desk) -> None:
    for name in ("anna/1.png", "anna/2.png", "ben.png"):
        desk.photo(name)

    report = desk.run()

    assert report == ImportReport(
        enrolled=3, subjects_created=2, duplicates=0, near_duplicates=(), failures=(), notes=()
    )
    gallery = desk.library.gallery
    assert [photo.file_name for photo in gallery.subject("anna").photos] == ["1.png", "2.png"]
    assert gallery.features(BUNDLE_ID).features.shape == (3, 8)
    assert gallery.subject("ben").photos[0].findings[0].measure == "sharpness"


def test_metadata_is_stored_with_subject_and_photo(desk: Desk) -> None:
    desk.photo("x.png")
    table = desk.folder / "people.csv"
    rows = "x.png,B-1,Ben,2020-01-02,43\nmissing.png,B-2,,,\n"
    table.write_text(f"photo,external_id,name,booking_date,shoe\n{rows}")
    report = desk.run(table)
    assert desk.reasons(report) == {"people.csv, line 3": "The photo 'missing.png' does not exist."}
    subject = desk.library.gallery.subject("B-1")
    assert subject.details.name == "Ben"
    assert subject.photos[0].details.booking_date == "2020-01-02"
    assert "shoe" in report.notes[0]


def test_a_second_import_changes_nothing_and_decodes_nothing(desk: Desk) -> None:
    desk.photo("anna/1.png")
    desk.photo("ben.png")
    desk.run()
    decoded, subjects = list(desk.loader.decoded), desk.library.gallery.subjects()

    report = desk.run()

    assert (report.enrolled, report.subjects_created, report.duplicates, report.failures) == (0, 0, 2, ())
    assert desk.loader.decoded == decoded
    assert desk.library.gallery.subjects() == subjects


def test_files_that_an_earlier_run_took_are_passed_over_unread(desk: Desk) -> None:
    taken, bad = desk.photo("anna.png"), desk.photo("ben.png", "broken")
    bad.write_bytes(b"no picture")
    desk.run()
    bad.write_bytes(b"IMG:ben")
    taken.write_bytes(b"no picture")  # reading it would fail
    report = desk.run(passing_over=frozenset({str(taken)}))
    assert (report.enrolled, report.duplicates, report.failures) == (1, 0, ())


def test_copies_within_one_import_are_enrolled_once(desk: Desk) -> None:
    desk.photo("anna/1.png", "same")
    desk.photo("anna/2.png", "same")
    report = desk.run()
    assert (report.enrolled, report.duplicates) == (1, 1)


@pytest.mark.parametrize("separately", [False, True])
def test_one_photo_under_two_subjects_is_a_conflict_and_not_enrolled_twice(desk: Desk, separately: bool) -> None:
    desk.photo("anna/1.png", "same")
    if separately:
        desk.run()
    desk.photo("ben/1.png", "same")
    report = desk.run()
    assert "'anna'" in desk.reasons(report)["1.png"]
    assert "'ben'" in desk.reasons(report)["1.png"]
    assert len(desk.library.gallery.subjects()) == 1


def test_bad_files_are_listed_with_their_reason_and_the_rest_is_imported(desk: Desk) -> None:
    desk.photo("good.png")
    (desk.folder / "text.png").write_bytes(b"no image")
    desk.photo("empty room.png", "noface")
    (desk.folder / "broken.png").symlink_to("nowhere")
    report = desk.run()
    assert report.enrolled == 1
    reasons = desk.reasons(report)
    assert list(reasons) == ["broken.png", "empty room.png", "text.png"]
    assert "No such file" in reasons["broken.png"]
    assert "No face was found in empty room.png" in reasons["empty room.png"]
    assert "no image" in reasons["text.png"]


def test_near_duplicates_are_enrolled_and_reported(desk: Desk) -> None:
    desk.photo("a/1.png", "face")
    desk.photo("a/2.png", "face~4")
    desk.photo("b/3.png", "face~12")
    report = desk.run()
    assert report.enrolled == 3
    (near,) = report.near_duplicates
    assert (Path(near.path).name, near.like_file, near.like_subject) == ("2.png", "1.png", "a")
    assert (near.photo_id, near.like_photo_id) == (2, 1)


def test_crops_are_encoded_in_batches(desk: Desk) -> None:
    for number in range(70):
        desk.photo(f"{number:02}.png")
    desk.run()
    assert desk.encoder.batches == [32, 32, 6]
    assert set(desk.encoder.modalities) == {"photos"}


def test_large_pictures_fill_a_batch_early(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH_BYTES", 3 * 24 * 24 * 3)
    for number in range(7):
        desk.photo(f"{number}.png")
    desk.run()
    assert desk.encoder.batches == [3, 3, 1]


def test_progress_counts_up_to_the_total(desk: Desk) -> None:
    for number in range(3):
        desk.photo(f"{number}.png")
    desk.run()
    assert [(each.done, each.total) for each in desk.progress] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_cancelled_import_keeps_what_it_has_and_goes_on_later(desk: Desk) -> None:
    for number in range(5):
        desk.photo(f"{number}.png")
    with pytest.raises(CancelledError):
        desk.run(stop_after=2)
    assert len(desk.library.gallery.subjects()) == 2
    assert desk.library.audit.list[-1].details["stopped"] is True
    desk.progress.clear()
    report = desk.run()
    assert (report.enrolled, report.duplicates) == (3, 2)


def test_the_import_is_logged_with_its_counts(desk: Desk) -> None:
    desk.photo("a.png")
    (desk.folder / "b.png").write_bytes(b"")
    desk.run()
    entry = desk.library.audit.list[-1]
    assert (entry.action, entry.subject) == ("gallery.import", f"import {desk.folder}")
    assert entry.details == {
        "enrolled": 1,
        "subjects_created": 1,
        "duplicates": 0,
        "near_duplicates": 0,
        "failures": 1,
        "stopped": False,
    }


@pytest.mark.parametrize("error", [InvalidInputError("refused."), TamperedError("refused.")])
def test_a_photo_that_the_gallery_refuses_is_listed_and_the_rest_is_enrolled(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    enrol = InMemoryGalleryStore.enrol

    def picky(self: InMemoryGalleryStore, **given: object) -> object:
        if given["subject"].external_id == "1":  # type: ignore[attr-defined]
            raise error
        return enrol(self, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(InMemoryGalleryStore, "enrol", picky)
    for number in range(3):
        desk.photo(f"{number}.png")
    report = desk.run()
    assert (report.enrolled, report.subjects_created) == (2, 2)
    assert desk.reasons(report) == {"1.png": "refused."}


def test_a_full_disk_stops_the_import_and_the_batch_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol = InMemoryGalleryStore.enrol

    def full(self: InMemoryGalleryStore, **given: object) -> object:
        if given["subject"].external_id == "30":  # type: ignore[attr-defined]
            raise LibraryError("The disk is full.")
        return enrol(self, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(InMemoryGalleryStore, "enrol", full)
    for number in range(10, 60):
        desk.photo(f"{number}.png")
    with pytest.raises(LibraryError, match="full"):
        desk.run()
    assert desk.library.gallery.subjects() == ()
    monkeypatch.undo()
    assert desk.run().enrolled == 50


def test_a_file_that_changes_after_it_was_hashed_is_not_enrolled_twice(desk: Desk) -> None:
    desk.photo("a/1.png", "same")
    desk.run()
    path = desk.photo("b/2.png", "other")
    load = desk.loader.load

    def swapped(given: Path) -> object:
        path.write_bytes(b"IMG:same")
        return load(given)

    desk.loader.load = swapped  # type: ignore[method-assign, assignment]
    report = desk.run()
    assert "enrolled already" in desk.reasons(report)["2.png"]


def test_names_that_are_no_unicode_are_stored_in_printable_form(desk: Desk) -> None:
    loader = desk.loader
    load = loader.load
    loader.load = lambda path: replace(load(path), name="b\udcff.png")  # type: ignore[method-assign]
    desk.photo("a/b.png")
    desk.run()
    assert desk.library.gallery.subject("a").photos[0].file_name == "b.png"


def test_a_source_that_does_not_exist_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidInputError, match="cannot be read"):
        desk.run(desk.folder / "nothing")


def test_with_several_threads_the_gallery_becomes_the_same(desk: Desk) -> None:
    for number in range(40):
        desk.photo(f"{number % 7}/{number:02}.png", f"face{number}~{number % 3}")
    desk.photo("3/copy.png", "face3~0")
    desk.photo("4/copy.png", "noface")
    desk.photo("5/copy.png", "noface")
    (desk.folder / "text.png").write_bytes(b"no image")
    (desk.folder / "broken.png").symlink_to("nowhere")
    report = desk.run(threads=3)
    other = Desk(desk.folder)
    alone = other.run()
    assert replace(alone, failures=()) == replace(report, failures=())
    assert set(alone.failures) == set(report.failures)
    assert (report.enrolled, report.duplicates, len(report.failures)) == (40, 1, 4)
    assert other.library.gallery.subjects() == desk.library.gallery.subjects()
    assert set(other.outcomes) == set(desk.outcomes)


def test_a_file_that_vanishes_before_it_is_read_is_listed(desk: Desk) -> None:
    path = desk.photo("a.png")

    def gone(given: Path) -> LoadedImage:
        path.unlink()
        return FakeImageLoader().load(given)

    desk.loader.load = gone  # type: ignore[method-assign, assignment]
    assert "No such file" in desk.reasons(desk.run())["a.png"]


def test_a_stopped_import_with_threads_keeps_what_was_begun(desk: Desk) -> None:
    for number in range(20):
        desk.photo(f"{number:02}.png")
    with pytest.raises(CancelledError):
        desk.run(stop_after=10, threads=2)
    assert len(desk.library.gallery.subjects()) == 10
    assert desk.run(threads=2).enrolled == 10


def test_every_entry_s_outcome_is_told_and_can_be_written_as_a_table(desk: Desk) -> None:
    desk.photo("a/1.png", "face")
    desk.run()
    desk.outcomes.clear()
    desk.photo("a/2.png", "face~1")
    desk.photo("b.png", "noface")
    report = desk.run()
    assert [(each.kind, each.photo_id, each.subject) for each in desk.outcomes] == [
        ("known", 1, "a"),
        ("failed", 0, ""),
        ("enrolled", 2, "a"),
    ]
    assert desk.outcomes[2].near == report.near_duplicates
    table = desk.folder / "outcomes.csv"
    write_outcomes(table, desk.outcomes)
    rows = table.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "file,outcome,photo,subject,reason"
    assert rows[1].endswith("1.png,known,1,a,")
    assert "No face was found" in rows[2]
    assert rows[3].endswith("2.png,enrolled,2,a,Looks almost like 1.png of subject a.")


def test_nothing_is_told_of_a_batch_that_was_rolled_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: InMemoryGalleryStore, **given: object) -> object:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(InMemoryGalleryStore, "enrol", full)
    desk.photo("a.png")
    with pytest.raises(LibraryError):
        desk.run()
    assert desk.outcomes == []
