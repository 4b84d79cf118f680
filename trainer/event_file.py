"""Scalars in TensorBoard's event files, without TensorBoard.

A file is a row of records: length (uint64), masked CRC-32C of the length, data, masked CRC-32C of the data, all
little endian (TensorFlow, "TFRecords format details"). Each datum is an `Event` in protocol buffer encoding:
wall_time (1, double), step (2, varint), file_version (3, string) or summary (5), which holds values (1) of tag (1)
and simple_value (2, float). Only these are needed, so that neither TensorBoard nor its requirements are installed.
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Mapping
from pathlib import Path

_FILE_VERSION = b"brain.Event:2"
_CASTAGNOLI = 0x82F63B78
"""The polynomial of CRC-32C (RFC 3720, appendix B.4), bits reversed."""
_MASK_DELTA = 0xA282EAD8
_VARINT, _DOUBLE, _BYTES, _FLOAT = 0, 1, 2, 5


class EventFile:
    """Appends scalars to a new event file in `folder`; its name holds the time and the process, not the machine."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"events.out.tfevents.{time.time_ns()}.{os.getpid()}"
        self._append(_number(1, _DOUBLE, time.time()) + _bytes(3, _FILE_VERSION))

    def scalars(self, step: int, values: Mapping[str, float]) -> None:
        """Write the values of one step; they are in the file when this returns."""
        summary = b"".join(_bytes(1, _bytes(1, tag.encode()) + _number(2, _FLOAT, x)) for tag, x in values.items())
        self._append(_number(1, _DOUBLE, time.time()) + _key(2, _VARINT) + _varint(step) + _bytes(5, summary))

    def _append(self, event: bytes) -> None:
        length = struct.pack("<Q", len(event))
        record = length + _masked(length) + event + _masked(event)
        with self.path.open("ab") as file:
            file.write(record)


def _key(field: int, wire: int) -> bytes:
    return bytes([field << 3 | wire])


def _number(field: int, wire: int, value: float) -> bytes:
    return _key(field, wire) + struct.pack("<d" if wire == _DOUBLE else "<f", value)


def _bytes(field: int, data: bytes) -> bytes:
    return _key(field, _BYTES) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the eighth bit says that more follow."""
    groups = []
    while value > 0x7F:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*groups, value])


def _table() -> tuple[int, ...]:
    remainders = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (_CASTAGNOLI if value & 1 else 0)  # noqa: PLW2901 - the register of the division
        remainders.append(value)
    return tuple(remainders)


_REMAINDERS = _table()


def crc32c(data: bytes) -> int:
    """CRC-32C of the data."""
    register = 0xFFFFFFFF
    for byte in data:
        register = register >> 8 ^ _REMAINDERS[(register ^ byte) & 0xFF]
    return register ^ 0xFFFFFFFF


def _masked(data: bytes) -> bytes:
    """A checksum of data that may hold checksums itself is rotated and shifted."""
    check = crc32c(data)
    return struct.pack("<I", ((check >> 15 | check << 17) + _MASK_DELTA) & 0xFFFFFFFF)
