"""Checking, repairing, backing up and restoring a library on the command line."""

from __future__ import annotations

import sqlite3

from tests.end_to_end.conftest import SUBJECTS, Place


def test_a_library_is_checked_and_repaired(place: Place) -> None:
    sound = place("library", "check", "--json")
    assert (sound.status, sound.json()["sound"], sound.json()["photos"]) == (0, True, SUBJECTS)

    with sqlite3.connect(place.library / "library.sqlite3") as raw:
        raw.execute("UPDATE features SET feature = x'00' WHERE photo_id = 2")
        raw.execute("UPDATE pictures SET crop_png = x'00' WHERE photo_id = 3")
    raw.close()
    found = place("library", "check")
    assert found.status == 4
    assert "The feature of photo 2" in found.out
    assert "A stored picture of photo 3 is broken" in found.out
    assert "Add --repair" in found.err
    repaired = place("library", "check", "--repair")
    assert (repaired.status, "Wrong                   0" in repaired.out) == (0, True)
    assert place("search", "repeat", "1").status == 0


def test_a_refused_bundle_keeps_nothing_else_unchecked(place: Place) -> None:
    (place.bundle / "manifest.json").write_text("{}", encoding="utf-8")
    checked = place("library", "check")
    assert checked.status == 0
    assert "Whether photos lack features is not checked." in checked.err


def test_a_backup_is_made_while_in_use_and_restored_elsewhere(place: Place) -> None:
    made = place("library", "backup", place.folder / "backups", "--keep", "2", "--json").json()
    assert (made["photos"], made["searches"], made["missing"]) == (SUBJECTS, 1, [])
    assert "Hash of the last audit entry" in place("library", "backup", place.folder / "backups").out
    restored = place("library", "restore", made["folder"], place.folder / "again")
    assert restored.status == 0
    assert "Use it with" in restored.err
    again = ("--library", place.folder / "again")
    assert place(*again, "library", "check").status == 0
    assert place(*again, "search", "repeat", "1").status == 0
    assert place("library", "restore", made["folder"], place.folder / "again").status == 1


def test_a_lost_original_is_named_by_the_backup(place: Place) -> None:
    photo = place("gallery", "show", "P-1", "--json").json()["photos"][0]
    (place.library / "originals" / photo["sha256"][:2] / photo["sha256"][2:]).unlink()
    made = place("library", "backup", place.folder / "backups")
    assert made.status == 3
    assert f"has lost the original {photo['sha256']}" in made.err
