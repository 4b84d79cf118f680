"""Files are there whole or not at all, whatever happens on the way."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from forensic_id.files.replacing import (
    clear_unfinished,
    keep_file,
    replace_file,
    replacing,
    replacing_text,
    steady_partial,
)


def refuse(*_arguments: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


def interrupted() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_and_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    replace_file(path, b"first\r\n")
    replace_file(path, b"second")
    assert (path.read_bytes(), names(tmp_path)) == (b"second", ["kept.json"])


def test_readers_meet_the_old_version_until_the_new_one_is_whole_and_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    seen: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _handle: seen.append(path.read_bytes()))
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert (seen, path.read_bytes()) == ([b"old"], b"new")


@pytest.mark.parametrize("broken", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_refuses_leaves_the_old_version_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    monkeypatch.setattr(broken, refuse)
    for partial in (None, steady_partial(path)):
        with pytest.raises(OSError, match="No space left"):
            replace_file(path, b"new", partial=partial)
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["kept"])


def test_whoever_writes_and_gives_up_leaves_the_old_version_alone(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), replacing_text(path) as file:
        file.writelines(interrupted())
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["kept"])


def test_text_is_utf8_with_its_own_ends_of_lines(tmp_path: Path) -> None:
    with replacing_text(tmp_path / "table.csv") as file:
        file.write("Zoë\r\n\u2029\n")
    assert (tmp_path / "table.csv").read_bytes() == "Zoë\r\n\u2029\n".encode()


def test_a_steady_name_lets_the_next_attempt_write_over_what_a_killed_one_left(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    steady_partial(path).write_bytes(b"half of a much longer version")
    replace_file(path, b"whole", partial=steady_partial(path))
    assert (path.read_bytes(), names(tmp_path)) == (b"whole", ["kept"])


def test_what_killed_programs_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    for name in ("kept", ".kept.0a1b2c3d", ".kept.part", ".kept2.part", "kept.part"):
        (tmp_path / name).touch()
    clear_unfinished((tmp_path / "kept", tmp_path / "gone" / "other"))
    assert names(tmp_path) == [".kept2.part", "kept", "kept.part"]


def test_a_folder_that_is_none_or_not_there_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "inside", tmp_path / "gone" / "inside"):
        for write in (replace_file, keep_file):
            with pytest.raises(OSError, match="inside"):
                write(path, b"x")


def test_a_kept_file_stays_as_it_is_and_belongs_to_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "key"
    keep_file(path, b"first")
    keep_file(path, b"second")
    assert path.read_bytes() == b"first"
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600
    monkeypatch.setattr(os, "link", refuse)  # a file system without links
    keep_file(path, b"third")
    keep_file(tmp_path / "other", b"whole")
    assert (path.read_bytes(), (tmp_path / "other").read_bytes()) == (b"first", b"whole")
    assert names(tmp_path) == ["key", "other"]
