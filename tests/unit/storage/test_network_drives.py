"""On a network drive the rollback journal is used; mounts are told by Linux's own list."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.errors import LibraryError
from forensic_id.storage import database, file_systems
from forensic_id.storage.file_systems import kind_of_mount, on_network
from forensic_id.storage.library import open_library
from tests.fakes.sample_records import enrol

MOUNTS = r"""
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:40 / /mnt/case\040files rw shared:5 - nfs4 server:/cases rw
41 40 0:41 / /mnt/case\040files/local rw - tmpfs tmpfs rw
broken line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/x", "ext4"),
        ("/mnt/case files/library", "nfs4"),
        ("/mnt/case files", "nfs4"),
        ("/mnt/case files/local/a", "tmpfs"),
        ("/mnt/case", "ext4"),
    ],
)
def test_the_innermost_mount_tells_the_file_system(folder: str, kind: str) -> None:
    assert kind_of_mount(Path(folder), MOUNTS) == kind


def test_a_system_without_a_list_of_mounts_counts_as_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_systems, "_MOUNTS", tmp_path / "none")
    assert not on_network(tmp_path / "without list")
    assert kind_of_mount(Path("/x"), "") == ""


def mode(library: object) -> str:
    row = library._database.row("PRAGMA journal_mode")  # type: ignore[attr-defined]
    return str(row[0])


def test_a_library_on_a_network_drive_works_without_shared_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = open_library(folder, actor="a")
    assert mode(local) == "wal"
    with monkeypatch.context() as patch:
        patch.setattr(database, "on_network", lambda _folder: True)
        with pytest.raises(LibraryError, match=r"network drive|Another program"):
            open_library(folder, actor="b", busy_seconds=0.01)
        local.close()
        remote = open_library(folder, actor="b")
        assert mode(remote) == "delete"
        enrol(remote.gallery, "x")
    beside = open_library(folder, actor="c")
    assert mode(beside) == "delete"
    enrol(beside.gallery, "y")
    assert len(remote.gallery.subjects()) == 2
    remote.close()
    beside.close()
