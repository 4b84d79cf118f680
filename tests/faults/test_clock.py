"""A clock that is set back: the order of the record does not hang on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.library import open_library
from tests.fakes.sample_records import enrol

NOON = datetime(2025, 4, 1, 12, tzinfo=UTC)


def _same(moment: datetime) -> datetime:
    return moment


def test_entries_made_after_the_clock_was_set_back_keep_their_place_and_verify(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    for number, moment in enumerate([NOON, NOON - timedelta(days=400), NOON + timedelta(minutes=1)]):
        library = open_library(folder, actor="examiner", clock=partial(_same, moment))
        enrol(library.gallery, f"person {number}")
        library.close()
    library = open_library(folder, actor="auditor", clock=lambda: NOON - timedelta(days=4000))
    entries = list(library.audit.entries())
    assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.subject for entry in entries if entry.action == "photo.enrol"] == ["photo 1", "photo 2", "photo 3"]
    assert verify_library(library).sound
    library.close()
