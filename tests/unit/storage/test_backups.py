"""Backups of a real library: whole or not there, incremental, and restored as they were."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forensic_id.core.backup import Backup
from forensic_id.core.errors import CancelledError, InvalidInputError, LibraryError, TamperedError
from forensic_id.core.progress import Progress, ignore_progress, never_cancelled
from forensic_id.core.records import SubjectDetails
from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.backup_manifest import finished_backups, object_path
from forensic_id.storage.library import SqliteLibrary, open_library
from forensic_id.storage.restoring import FolderRestorer
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.sample_records import CASE, enrol, image, search_record
from tests.unit.storage.conftest import fixed_clock
from tests.unit.storage.vaults import new_key


@pytest.fixture
def filled(stored: SqliteLibrary) -> SqliteLibrary:
    with stored.transaction():
        for name in ("a", "b", "c"):
            enrol(stored.gallery, name)
        stored.cases.open_case(CASE)
        sketch = image("sketch")
        crop = FakeFaceAligner().align(sketch).crop
        stored.cases.add_search(search_record(sketch, candidates=()), sketch=sketch, crop=crop)
    return stored


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Sicherungen"


def make(library: SqliteLibrary, place: Path, **how: Any) -> Backup:
    return library.backups.make(place, **{"progress": ignore_progress, "cancelled": never_cancelled, **how})


def restore(backup: Path, folder: Path, **how: Any) -> Backup:
    given = {"progress": ignore_progress, "cancelled": never_cancelled, "actor": "Zoë", **how}
    return FolderRestorer(clock=fixed_clock).restore(backup, folder, **given)


def test_a_restored_backup_is_the_library_as_it_was(filled: SqliteLibrary, folder: Path, place: Path,
                                                    tmp_path: Path) -> None:  # fmt: skip
    (folder / "policies").mkdir()
    (folder / "policies" / "own.toml").write_text('title = "Own"', encoding="utf-8")
    (folder / "batches.json").write_text("{}", encoding="utf-8")
    told: list[Progress] = []
    backup = make(filled, place, progress=told.append)
    assert (backup.subjects, backup.photos, backup.searches, backup.missing) == (3, 3, 1, ())
    assert backup.folder.parent == place
    assert backup.folder.name == "2025-03-01T12-00-00Z"
    assert not backup.encrypted
    assert {"Copying the database", "Checking the copy", "Copying originals"} <= {each.stage for each in told}
    entry = list(filled.audit.entries())[-1]
    assert (entry.action, entry.details["last_hash"]) == ("library.backup", backup.last_hash)

    again = restore(backup.folder, tmp_path / "new")
    assert (again.photos, again.last_hash) == (backup.photos, backup.last_hash)
    library = open_library(tmp_path / "new", actor="Zoë", clock=fixed_clock)
    assert verify_library(library).sound
    assert library.gallery.features(BUNDLE_ID).snapshot_id == filled.gallery.features(BUNDLE_ID).snapshot_id
    assert library.cases.sketch_original(1) == image("sketch").original_bytes
    assert library.gallery.original(2) == image("b").original_bytes
    assert [each.action for each in library.audit.entries()][-1] == "library.restore"
    assert (tmp_path / "new" / "policies" / "own.toml").read_text(encoding="utf-8") == 'title = "Own"'
    assert (tmp_path / "new" / "batches.json").exists()
    library.close()


def test_a_second_backup_copies_only_what_is_new_and_mends_what_was_damaged(
    filled: SqliteLibrary, place: Path
) -> None:
    first = make(filled, place)
    size = len(image("new one").original_bytes)
    assert first.copied_bytes > size
    enrol(filled.gallery, "new one")
    second = make(filled, place)
    heads = 150
    assert size <= second.copied_bytes <= size + heads
    assert second.folder.name == "2025-03-01T12-00-00Z-2"
    damaged = object_path(place, image("a").sha256)
    damaged.write_bytes(b"IMG:A")
    make(filled, place)
    assert damaged.read_bytes() == b"IMG:a"


def test_older_backups_go_with_what_only_they_hold(filled: SqliteLibrary, place: Path) -> None:
    make(filled, place)
    filled.gallery.remove_subject("a")
    newest = make(filled, place)
    assert object_path(place, image("a").sha256).exists()
    assert filled.backups.drop_older(place, keep=1) == 1
    assert finished_backups(place) == (newest.folder,)
    assert not object_path(place, image("a").sha256).exists()
    assert object_path(place, image("b").sha256).exists()
    assert filled.backups.drop_older(place, keep=1) == 0
    with pytest.raises(InvalidInputError, match="At least one"):
        filled.backups.drop_older(place, keep=0)


def test_an_original_that_the_library_has_lost_is_named_and_the_rest_is_kept(
    filled: SqliteLibrary, folder: Path, place: Path, tmp_path: Path
) -> None:
    lost = image("a").sha256
    (folder / "originals" / lost[:2] / lost[2:]).unlink()
    backup = make(filled, place)
    assert backup.missing == (lost,)
    restore(backup.folder, tmp_path / "new")


def test_nothing_that_is_cut_short_looks_like_a_backup(filled: SqliteLibrary, place: Path) -> None:
    for after in range(4):
        looks = iter([*[False] * after, True])
        with pytest.raises(CancelledError):
            make(filled, place, cancelled=lambda looks=looks: next(looks, True))
        assert finished_backups(place) == ()
        assert not list(place.glob(".unfinished-*"))
    (place / ".unfinished-killed").mkdir()
    make(filled, place)
    assert not list(place.glob(".unfinished-*"))
    assert len(finished_backups(place)) == 1


def full(*_arguments: object, **_named: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("where", ["_Objects.keep_file", "_write_synced", "_named"])
def test_a_full_disk_gives_the_backup_up(
    filled: SqliteLibrary, place: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setattr(f"forensic_id.storage.backups.{where}", full)
    with pytest.raises(LibraryError, match="No space left on device"):
        make(filled, place)
    assert finished_backups(place) == ()
    assert "library.backup" not in filled.audit.actions()


def test_a_disk_that_writes_something_else_is_found(
    filled: SqliteLibrary, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "forensic_id.storage.backups._write_synced", lambda path, data: path.write_bytes(data[:-1] + b"?")
    )
    with pytest.raises(LibraryError, match="is not what was written"):
        make(filled, place)


def test_a_broken_chain_or_database_is_not_backed_up(filled: SqliteLibrary, folder: Path, place: Path) -> None:
    raw = sqlite3.connect(folder / "library.sqlite3", isolation_level=None)
    raw.execute("DROP TRIGGER audit_entries_never_change")
    raw.close()
    with pytest.raises(TamperedError, match="The guard audit_entries_never_change of the table"):
        make(filled, place)
    assert finished_backups(place) == ()


def test_a_damaged_copy_is_found(filled: SqliteLibrary, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forensic_id.storage.database.Database.rows", lambda *_: iter([("page 3 is broken",)]))
    with pytest.raises(LibraryError, match="page 3 is broken"):
        make(filled, place)


def test_a_backup_does_not_lie_in_its_library(filled: SqliteLibrary, folder: Path) -> None:
    for place in (folder, folder / "originals" / "backups"):
        with pytest.raises(InvalidInputError, match="lies in the library itself"):
            make(filled, place)


def edit_manifest(backup: Path, change: Callable[[dict[str, Any]], object]) -> None:
    plain = json.loads((backup / "manifest.json").read_text(encoding="utf-8"))
    change(plain)
    (backup / "manifest.json").write_text(json.dumps(plain), encoding="utf-8")


def damage_original(backup: Path) -> None:
    object_path(backup.parent, image("a").sha256).write_bytes(b"IMG:A")


def lose_original(backup: Path) -> None:
    object_path(backup.parent, image("a").sha256).unlink()


def damage_database(backup: Path) -> None:
    path = backup / "library.sqlite3"
    path.write_bytes(path.read_bytes() + b"x")


def lead_out(backup: Path) -> None:
    def change(plain: dict[str, Any]) -> None:
        plain["files"]["../outside"] = next(iter(plain["files"].values()))

    edit_manifest(backup, change)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (damage_original, "is not what the backup's manifest says"),
        (lose_original, "The backup lacks the file"),
        (damage_database, "library.sqlite3 is not what the backup's manifest says"),
        (lambda backup: (backup / "library.sqlite3").unlink(), "lacks its database"),
        (lead_out, "names a file outside the library"),
        (lambda backup: edit_manifest(backup, lambda plain: plain.update(last_hash="0" * 64)), "manifest says"),
        (lambda backup: edit_manifest(backup, lambda plain: plain.update(format=2)), "newer version"),
        (
            lambda backup: edit_manifest(backup, lambda plain: plain.update(files=[])),
            "is not the manifest of a backup",
        ),
        (lambda backup: edit_manifest(backup, lambda plain: plain.pop("files")), "is not the manifest of a backup"),
        (lambda backup: (backup / "manifest.json").unlink(), "holds no backup"),
    ],
)
def test_a_backup_that_was_damaged_is_not_restored(
    filled: SqliteLibrary, place: Path, tmp_path: Path, spoil: Callable[[Path], object], said: str
) -> None:
    backup = make(filled, place).folder
    spoil(backup)
    with pytest.raises((TamperedError, LibraryError), match=said):
        restore(backup, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".new.*"))
    assert not (tmp_path / "outside").exists()


def test_restoring_needs_an_empty_folder_and_room(
    filled: SqliteLibrary, folder: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = make(filled, place).folder
    with pytest.raises(InvalidInputError, match="is not empty"):
        restore(backup, folder)
    with pytest.raises(CancelledError):
        restore(backup, tmp_path / "new", cancelled=lambda: True)
    monkeypatch.setattr("forensic_id.storage.restoring.shutil.copyfile", full)
    with pytest.raises(LibraryError, match="Nothing was restored"):
        restore(backup, tmp_path / "new")
    monkeypatch.undo()
    (tmp_path / "new").mkdir()
    restore(backup, tmp_path / "new")
    assert (tmp_path / "new" / "library.sqlite3").exists()


def test_the_newest_manifest_that_can_be_read_saves_reading(
    filled: SqliteLibrary, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(filled, place)
    broken = make(filled, place).folder
    (broken / "manifest.json").write_text("{}", encoding="utf-8")
    read: list[str] = []
    whole = Path.read_bytes

    def noting(path: Path) -> bytes:
        read.append(path.parent.parent.name)
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", noting)
    make(filled, place)
    assert "originals" not in read


def test_a_folder_that_is_not_there_holds_no_backups(place: Path) -> None:
    assert finished_backups(place) == ()


def test_an_encrypted_database_is_restored_as_it_is(filled: SqliteLibrary, place: Path, tmp_path: Path) -> None:
    backup = make(filled, place).folder
    edit_manifest(backup, lambda plain: plain.update(encrypted=True))
    assert restore(backup, tmp_path / "new").encrypted
    assert (tmp_path / "new" / "library.sqlite3").read_bytes() == (backup / "library.sqlite3").read_bytes()


def restores(library: SqliteLibrary) -> list[dict[str, Any]]:
    return [entry.details for entry in library.audit.entries() if entry.action == "library.restore"]


def test_a_restore_of_an_encrypted_library_is_logged_once_by_whoever_opens_it_first(
    filled: SqliteLibrary, place: Path, tmp_path: Path
) -> None:
    backup, new = make(filled, place).folder, tmp_path / "new"
    edit_manifest(backup, lambda plain: plain.update(encrypted=True))
    restore(backup, new)
    note = (new / "restored.json").read_bytes()
    for _ in range(2):
        opened = open_library(new, actor="Moreau", clock=fixed_clock)
        (told,) = restores(opened)
        assert (told["backup"], told["restored_by"]) == (backup.name, "Zoë")
        opened.close()
        assert not (new / "restored.json").exists()
        (new / "restored.json").write_bytes(note)  # as if killed before the note was dropped
    for unreadable in (b"{", b"[]", b'{"backup": 1}'):
        (new / "restored.json").write_bytes(unreadable)
        opened = open_library(new, actor="Moreau", clock=fixed_clock)
        assert restores(opened)[1:] == [{"note": "unreadable"}]
        assert verify_library(opened).sound
        opened.close()


def test_a_backup_of_an_encrypted_library_is_encrypted_and_opens_with_its_key(place: Path, tmp_path: Path) -> None:
    folder = tmp_path / "encrypted"
    key = new_key(folder)
    library = open_library(folder, actor="Zoë", clock=fixed_clock, key=key)
    enrol(library.gallery, "the face", subject=SubjectDetails(external_id="MUG-48151623"))
    backup = make(library, place)
    assert backup.encrypted
    for path in place.rglob("*"):
        assert path.is_dir() or b"MUG-48151623" not in path.read_bytes()
        assert path.is_dir() or b"IMG:the face" not in path.read_bytes()

    assert restore(backup.folder, tmp_path / "new").encrypted
    again = open_library(tmp_path / "new", actor="Zoë", clock=fixed_clock, key=key)
    assert verify_library(again).sound
    assert again.gallery.original(1) == b"IMG:the face"
    again.retention.erase([again.retention.named(1)], kind="expunge", reference="order 1")
    assert again.retention.scrub()
    assert verify_library(again).sound
    again.close()
    library.close()
