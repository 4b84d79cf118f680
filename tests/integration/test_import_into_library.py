"""Import into a real library: killed and run again, twice at once, and what verification finds afterwards."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from forensic_id.core.records import SubjectDetails
from forensic_id.services.embed_gallery import embed_gallery
from forensic_id.services.import_gallery import ImportReport, import_gallery
from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader

PHOTOS = 75

IMPORT = """
import sys
from pathlib import Path
from forensic_id.storage.library import open_library
from tests.integration.test_import_into_library import run
library = open_library(Path(sys.argv[1]), actor="worker")
run(Path(sys.argv[2]), library)
"""


def run(source: Path, library: SqliteLibrary) -> ImportReport:
    return import_gallery(
        source, library=library, loader=FakeImageLoader(), aligner=FakeFaceAligner(), encoder=FakeFaceEncoder()
    )


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    """A folder of 25 subjects with three photos each, an exact copy and a file that is no image."""
    folder = tmp_path / "Fotos Müller"
    for number in range(PHOTOS):
        path = folder / f"subject {number // 3:02}" / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"IMG:{number}".encode())
    (folder / "subject 00" / "copy.png").write_bytes(b"IMG:0")
    (folder / "subject 00" / "text.png").write_bytes(b"no image")
    return folder


def originals(folder: Path) -> int:
    return sum(1 for path in (folder / "originals").rglob("*") if path.is_file())


def content(library: SqliteLibrary) -> dict[tuple[str, str], bytes]:
    """Every photo by subject and name, with its bytes and its feature."""
    table = library.gallery.features(BUNDLE_ID)
    rows = {photo_id: row.tobytes() for photo_id, row in zip(table.photo_ids.tolist(), table.features, strict=True)}
    return {
        (subject.details.external_id, photo.file_name): library.gallery.original(photo.photo_id)
        + rows[photo.photo_id]
        for subject in library.gallery.subjects()
        for photo in subject.photos
    }


def start(folder: Path, source: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", IMPORT, str(folder), str(source)])


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_an_import_killed_again_and_again_loses_nothing_and_enrols_nothing_twice(
    gallery: Path, tmp_path: Path
) -> None:
    whole = open_library(tmp_path / "whole", actor="a")
    expected = run(gallery, whole)
    assert (expected.enrolled, expected.duplicates, len(expected.failures)) == (PHOTOS, 1, 1)
    folder = tmp_path / "killed"
    for wanted in (3, 40):
        worker = start(folder, gallery)
        while worker.poll() is None and (not folder.exists() or originals(folder) < wanted):
            time.sleep(0.002)
        worker.kill()
        assert worker.wait() == -signal.SIGKILL

    library = open_library(folder, actor="b")
    kept = len(content(library))
    assert 0 < kept < PHOTOS
    assert library.unreferenced_originals() == ()
    report = run(gallery, library)

    assert (report.enrolled, report.duplicates) == (PHOTOS - kept, kept + 1)
    assert content(library) == content(whole)
    assert library.original_hashes() == whole.original_hashes()
    assert verify_library(library).sound
    assert list((folder / "staging").iterdir()) == []
    library.close()
    whole.close()


def test_a_second_import_leaves_the_gallery_as_it_is(gallery: Path, tmp_path: Path) -> None:
    library = open_library(tmp_path / "library", actor="a")
    run(gallery, library)
    before, snapshot = library.gallery.subjects(), library.gallery.features(BUNDLE_ID).snapshot_id
    report = run(gallery, library)
    assert (report.enrolled, report.subjects_created, report.duplicates) == (0, 0, PHOTOS + 1)
    assert library.gallery.subjects() == before
    assert library.gallery.features(BUNDLE_ID).snapshot_id == snapshot
    library.close()


def test_two_imports_of_the_same_folder_at_once_enrol_every_photo_once(gallery: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    workers = [start(folder, gallery) for _ in range(2)]
    assert [worker.wait() for worker in workers] == [0, 0]
    library = open_library(folder, actor="a")
    assert len(content(library)) == PHOTOS
    assert library.gallery.statistics(BUNDLE_ID).photos == PHOTOS
    assert verify_library(library).sound
    library.close()


def test_a_new_bundle_is_served_from_the_stored_crops(gallery: Path, tmp_path: Path) -> None:
    library = open_library(tmp_path / "library", actor="a")
    run(gallery, library)
    encoder = FakeFaceEncoder(bundle_id="new", feature_size=5)
    assert embed_gallery(library=library, encoder=encoder) == PHOTOS
    assert library.gallery.features("new").features.shape == (PHOTOS, 5)
    assert library.gallery.photos_without_feature("new") == ()
    library.close()


def test_a_flipped_byte_in_an_original_and_in_the_log_are_both_named(gallery: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    library = open_library(folder, actor="inspector")
    run(gallery / "subject 07", library)
    library.close()
    victim = next(path for path in sorted((folder / "originals").rglob("*")) if path.is_file())
    flip(victim, b"IMG", 1)
    flip(folder / "library.sqlite3", b"photo.enrol", 3)
    library = open_library(folder, actor="auditor")
    report = verify_library(library)
    assert not report.sound
    assert "audit log was altered" in report.problems[0]
    assert victim.name in report.problems[1]
    assert len(report.problems) == 2
    library.close()


def flip(path: Path, near: bytes, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[data.index(near) + 1] ^= bit
    path.write_bytes(bytes(data))


def test_details_of_known_subjects_are_completed_by_a_later_metadata_file(gallery: Path, tmp_path: Path) -> None:
    library = open_library(tmp_path / "library", actor="a")
    run(gallery, library)
    (gallery / "new.png").write_bytes(b"IMG:new")
    table = gallery / "people.csv"
    table.write_text("photo,external_id,name,birth_year\nnew.png,subject 03,Zoë,1970\n", encoding="utf-8")
    assert run(table, library).subjects_created == 0
    subject = library.gallery.subject("subject 03")
    assert subject.details == SubjectDetails(external_id="subject 03", name="Zoë", birth_year=1970)
    assert len(subject.photos) == 4
    library.close()
