"""Packages as zip files: the same bytes every time, and no hostile file is unpacked."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from forensic_id.core.errors import InvalidInputError, LibraryError, TamperedError
from forensic_id.exchange.package_files import ZipPackageFiles

FILES = ZipPackageFiles()
TEXT, PICTURE = "case.json", f"sketches/{'a' * 64}.png"


def write(path: Path) -> None:
    with FILES.create(path) as package:
        package.add(TEXT, b'{"number":"7"}' * 50)
        package.add(PICTURE, b"\x89PNG picture")


def refused(path: Path, sentence: str) -> None:
    with pytest.raises(TamperedError, match=sentence), FILES.open(path):
        pass


def test_what_goes_in_comes_out_and_equal_contents_give_equal_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "new folder" / "second.zip"
    write(first)
    write(second)
    assert first.read_bytes() == second.read_bytes()
    with FILES.open(first) as package:
        assert package.names == (TEXT, PICTURE)
        assert package.read(PICTURE) == b"\x89PNG picture"
        with pytest.raises(TamperedError, match="lacks the file none"):
            package.sha256("none")
    with zipfile.ZipFile(first) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_package_that_fails_is_not_there_and_leaves_the_older_one(tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    path.write_bytes(b"older")

    def fail() -> None:
        with FILES.create(path) as package:
            package.add(TEXT, b"{}")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
    blocked = tmp_path / "case.zip" / "inside.zip"
    with pytest.raises(LibraryError, match="cannot be written"), FILES.create(blocked):
        pass


def test_a_file_that_is_none_or_no_zip_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="cannot be read"), FILES.open(tmp_path / "none.zip"):
        pass
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x05\x06 no zip")
    refused(broken, "no zip file")


def _named(name: str) -> Callable[[zipfile.ZipFile], None]:
    return lambda archive: archive.writestr(name, b"x")


def _link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo(TEXT)
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, "/etc/passwd")


def _packed(archive: zipfile.ZipFile) -> None:
    archive.writestr(TEXT, b"x", compress_type=zipfile.ZIP_BZIP2)


def _twice(archive: zipfile.ZipFile) -> None:
    archive.writestr(TEXT, b"x")
    archive.filelist.append(archive.filelist[0])


HOSTILE: list[tuple[str, Callable[[zipfile.ZipFile], None]]] = [
    ("is no name", _named("../case.json")),
    ("is no name", _named("/etc/passwd")),
    ("is no name", _named("searches/1/../../../x.json")),
    ("is no name", _named("searches\\1\\record.json")),
    ("is no name", _named("C:/case.json")),
    ("is no name", _named("case.json/")),
    ("is no name", _named("case.json\n")),
    ("is no name", _named("searches/\N{ARABIC-INDIC DIGIT ONE}/record.json")),
    ("is a link", _link),
    ("unusual way", _packed),
    ("two files of one name", _twice),
]


@pytest.mark.parametrize(("sentence", "fill"), HOSTILE)
def test_hostile_entries_are_refused(tmp_path: Path, sentence: str, fill: Callable[[zipfile.ZipFile], None]) -> None:
    path = tmp_path / "hostile.zip"
    with zipfile.ZipFile(path, "w") as archive:
        fill(archive)
    refused(path, sentence)


def patched(path: Path, signature: bytes, offset: int, value: bytes) -> None:
    """Change bytes behind the first header with this signature."""
    data = bytearray(path.read_bytes())
    start = data.index(signature) + offset
    data[start : start + len(value)] = value
    path.write_bytes(bytes(data))


def test_encrypted_and_bloated_entries_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    write(path)
    patched(path, b"PK\x01\x02", 8, b"\x01\x00")
    refused(path, "encrypted")
    write(path)
    patched(path, b"PK\x01\x02", 24, struct.pack("<L", (1 << 30) + 1))
    refused(path, "would have")
    write(path)
    patched(path, b"PK\x01\x02", 24, struct.pack("<L", 1 << 30))
    with FILES.open(path) as package, pytest.raises(TamperedError, match="damaged"):
        package.read(TEXT)


def test_stored_entries_have_the_size_they_claim_and_bombs_do_not_unfold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.zip"
    with FILES.create(path) as package:
        package.add(PICTURE, b"picture")
    patched(path, b"PK\x01\x02", 24, struct.pack("<L", 9))
    refused(path, "claims another size")
    write(path)
    monkeypatch.setattr("forensic_id.exchange.package_files.MOST_UNFOLDED_BYTES", 100)
    refused(path, "would unfold")
    monkeypatch.setattr("forensic_id.exchange.package_files.MOST_FILES", 1)
    refused(path, "2 files")


def test_bytes_before_the_first_file_and_shared_bytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    write(path)
    path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())
    refused(path, "wrong place")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(TEXT, b"x" * 100)
        second = zipfile.ZipInfo("README.txt")
        first = archive.filelist[0]
        second.header_offset, second.compress_size = first.header_offset, first.compress_size
        second.file_size, second.CRC = first.file_size, first.CRC
        archive.filelist.append(second)
    refused(path, "overlap")


def test_damaged_contents_are_named(tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    write(path)
    path.write_bytes(path.read_bytes().replace(b"\x89PNG picture", b"\x89PNG forgery"))
    with FILES.open(path) as package, pytest.raises(TamperedError, match="damaged"):
        package.read(PICTURE)
