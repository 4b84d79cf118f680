"""Case packages as zip files: equal contents give equal bytes, and a hostile file is refused before it is unpacked.

Nothing is ever extracted to the disk. Only the names a package has are taken, so no path leads anywhere; entries may
not be links, folders, encrypted, doubled, or overlap each other; what is compressed may only unfold to a bounded
size, and what is stored has its size in the file already.
"""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forensic_id.core.case_package import PackageMember
from forensic_id.core.errors import InvalidInputError, LibraryError, TamperedError
from forensic_id.files.replacing import replacing

MOST_FILES = 100_000
MOST_FILE_BYTES = 1 << 30
MOST_UNFOLDED_BYTES = 1 << 30
"""Of all compressed files together; they are texts."""
_NAME = re.compile(
    r"(README\.txt|case\.json|manifest\.json|signature\.json|audit/entries\.jsonl|audit/anchors\.jsonl"
    r"|searches/[0-9]{1,18}/[a-z_]{1,20}\.(json|pdf|png)|(sketches|photos)/[0-9a-f]{64}\.[a-z0-9]{1,5})"
)
_TEXTS = (".json", ".jsonl", ".txt")
_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file can say: the time of making stands in the manifest."""
_ENCRYPTED = 0x1 | 0x40
_LOCAL_HEADER = 30
_PIECE = 1 << 20


class ZipPackage:
    """An opened package whose entries were all looked at (the port OpenPackage)."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        self._path = path
        self._entries = {entry.filename: entry for entry in archive.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its files, in the order of the zip file."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises TamperedError when there is none or it is damaged."""
        return b"".join(self._pieces(name))

    def sha256(self, name: str) -> str:
        """Hash of a file's bytes. Raises TamperedError."""
        digest = hashlib.sha256()
        for piece in self._pieces(name):
            digest.update(piece)
        return digest.hexdigest()

    def _pieces(self, name: str) -> Iterator[bytes]:
        if name not in self._entries:
            raise TamperedError(f"{self._path.name} lacks the file {name}.")
        try:
            with self._archive.open(self._entries[name]) as file:
                while piece := file.read(_PIECE):
                    yield piece
                is_whole = file.tell() == self._entries[name].file_size
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise TamperedError(f"The file {name} in {self._path.name} is damaged: {error}.") from error
        if not is_whole:
            raise TamperedError(f"The file {name} in {self._path.name} is damaged: it ends too early.")


class NewZipPackage:
    """A package that is being written (the port NewPackage)."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def add(self, name: str, data: bytes) -> PackageMember:
        """Add a file: texts compressed, pictures and documents as they are."""
        entry = zipfile.ZipInfo(name, date_time=_DATE)
        entry.create_system = 3  # as on every system: Unix
        entry.external_attr = (stat.S_IFREG | 0o644) << 16
        entry.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_TEXTS) else zipfile.ZIP_STORED
        self._archive.writestr(entry, data, compresslevel=9)
        return PackageMember(name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


class ZipPackageFiles:
    """The port PackageFiles."""

    @contextmanager
    def create(self, path: Path) -> Iterator[NewZipPackage]:
        """A new package; it is at `path` when the block ends, and not at all when it fails. Raises LibraryError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path) as file, zipfile.ZipFile(file, "x") as archive:
                yield NewZipPackage(archive)
        except OSError as error:
            raise LibraryError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error

    @contextmanager
    def open(self, path: Path) -> Iterator[ZipPackage]:
        """Raises InvalidInputError when the file cannot be read, TamperedError when it is no package that is safe."""
        try:
            archive = zipfile.ZipFile(path)
        except OSError as error:
            raise InvalidInputError(
                f"{path} cannot be read: {error.strerror or error}. Name a case package."
            ) from error
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
            raise TamperedError(f"{path.name} is no zip file that can be read: {error}.") from error
        with archive:
            _refuse_odd_entries(archive, path)
            yield ZipPackage(archive, path)


def _refuse_odd_entries(archive: zipfile.ZipFile, path: Path) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise TamperedError(f"{path.name} holds {len(entries)} files; no case package has more than {MOST_FILES}.")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise TamperedError(f"{path.name} holds two files of one name, so what it says depends on who reads it.")
    for entry in entries:
        if oddity := _oddity(entry):
            raise TamperedError(f"{path.name} was not opened: {entry.orig_filename!r} {oddity}.")
    if sum(entry.file_size for entry in entries if entry.compress_type != zipfile.ZIP_STORED) > MOST_UNFOLDED_BYTES:
        raise TamperedError(f"{path.name} was not opened: its files would unfold to more than a gibibyte of text.")
    _refuse_overlaps(entries, path)


def _oddity(entry: zipfile.ZipInfo) -> str:
    """What keeps an entry from being read; empty: nothing."""
    stored = entry.compress_type == zipfile.ZIP_STORED
    named = _NAME.fullmatch(entry.orig_filename) and entry.filename == entry.orig_filename
    oddities = (
        (not named, "is no name of a file that case packages have"),
        (stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG), "is a link or a device and no file"),
        (entry.flag_bits & _ENCRYPTED, "is encrypted"),
        (not stored and entry.compress_type != zipfile.ZIP_DEFLATED, "is compressed in an unusual way"),
        (entry.file_size > MOST_FILE_BYTES, f"would have {entry.file_size} bytes"),
        (stored and entry.file_size != entry.compress_size, "claims another size than it has"),
    )
    return next((told for is_so, told in oddities if is_so), "")


def _refuse_overlaps(entries: list[zipfile.ZipInfo], path: Path) -> None:
    """Entries that share bytes are how a small file unfolds to a huge one; bytes before the first hide something."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    end = 0
    for entry in ordered:
        if entry.header_offset < end or (end == 0 and entry.header_offset > 0):
            raise TamperedError(f"{path.name} was not opened: its files overlap or begin at the wrong place.")
        end = entry.header_offset + _LOCAL_HEADER + len(entry.filename) + entry.compress_size
