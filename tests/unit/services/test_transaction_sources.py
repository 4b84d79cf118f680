"""Transactions as sources of photos."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.transactions import BrokenRecord, FaceRecord
from forensic_id.services.import_gallery import import_gallery
from forensic_id.services.import_sources import look_through, preview_source
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.fake_transactions import FakeTransactionReader
from tests.fakes.in_memory_library import InMemoryLibrary

READER = FakeTransactionReader(
    FaceRecord(place=3, picture=b"IMG:a", ending=".jpg", subject={"external_id": "P-1", "sex": "male"}, photo={}),
    BrokenRecord(place=4, reason="It is broken."),
    FaceRecord(place=5, picture=b"IMG:b", ending=".png", subject={"external_id": "P-1"}, photo={"booking_date": "x"}),
    FaceRecord(place=6, picture=b"no image", ending=".jp2", subject={"external_id": "P-1"}, photo={}),
)


def test_a_transaction_is_imported_record_by_record_alone_or_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "one.AN2").write_bytes(b"x")
    (tmp_path / "photo.png").write_bytes(b"IMG:c")
    library = InMemoryLibrary()
    for path, enrolled, known in ((tmp_path / "one.AN2", 1, 0), (tmp_path, 1, 1)):
        report = import_gallery(
            path,
            library=library,
            loader=FakeImageLoader(),
            aligner=FakeFaceAligner(),
            encoder=FakeFaceEncoder(),
            transactions=READER,
        )
        assert (report.enrolled, report.duplicates) == (enrolled, known)
        assert [failure.path.rpartition(", ")[2] for failure in report.failures] == [
            "record 4",
            "record 5",
            "record 6",
        ]
    (photo,) = library.gallery.subject("P-1").photos
    assert photo.file_name == "one-3.jpg"
    assert library.gallery.original(photo.photo_id) == b"IMG:a"


def test_what_holds_no_face_or_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "one.eft"
    path.write_bytes(b"x")
    (failure,) = look_through(path, transactions=FakeTransactionReader()).entries()
    assert "no face" in str(failure)
    reader = FakeTransactionReader()
    reader.unreadable.add("one.eft")
    (failure,) = look_through(path, transactions=reader).entries()
    assert "Permission denied" in str(failure)


def test_a_preview_shows_subject_and_file(tmp_path: Path) -> None:
    path = tmp_path / "one.an2"
    path.write_bytes(b"x")
    preview = preview_source(path, transactions=READER)
    assert (preview.columns, preview.rows) == ((), (("P-1", "one.an2"), ("P-1", "one.an2")))
