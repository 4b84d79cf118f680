"""Crops to archives below a size and the table that names them: the layout of `trainer.data.faces`."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.atomic_file import write_atomically
from trainer.prepare.records import Sample

TABLE = "faces_train.csv"
HEADER = ("archive", "file", "identity", "source", "modality", "alignment", "original")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can tell: equal crops make equal archives."""
_ENTRY_OVERHEAD = 200
"""Bytes that an entry takes in a zip beside its data, at most, with names as short as these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """A file of the data set as it was written."""

    name: str
    sha256: str
    size: int


def write_shards(
    crops: Iterable[tuple[Sample, bytes]], folder: Path, *, extension: str, most_bytes: int
) -> Iterator[SealedFile]:
    """Write the archives, each at most `most_bytes` (but one crop at least), then the table.

    Raises DataError when the disk is full.
    """
    rows = []
    number = 0
    for shard, block in enumerate(_blocks(crops, most_bytes)):
        archive = f"faces_train_{shard:02d}.zip"
        entries = []
        for sample, data in block:
            name = f"{number:06d}.{extension}"
            entries.append((name, data))
            told = (sample.identity, sample.source, sample.modality, sample.alignment, sample.file)
            rows.append((archive, name, *told))
            number += 1
        yield _seal(folder / archive, _archive(entries))
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([HEADER, *rows])
    yield _seal(folder / TABLE, table.getvalue().encode("utf-8"))


def _blocks(crops: Iterable[tuple[Sample, bytes]], most_bytes: int) -> Iterator[list[tuple[Sample, bytes]]]:
    block: list[tuple[Sample, bytes]] = []
    size = 0
    for sample, data in crops:
        needed = len(data) + _ENTRY_OVERHEAD
        if block and size + needed > most_bytes:
            yield block
            block, size = [], 0
        block.append((sample, data))
        size += needed
    if block:
        yield block


def _archive(entries: list[tuple[str, bytes]]) -> bytes:
    """Return the entries as a stored zip: the crops are compressed already."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    return buffer.getvalue()


def _seal(path: Path, data: bytes) -> SealedFile:
    write_atomically(path, data)
    return SealedFile(name=path.name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
