"""Cuts an ANSI/NIST-ITL file in its traditional encoding into records and fields (NIST SP 500-290, annex B).

Lengths in such files are often wrong. A record is taken when it ends where its length says; otherwise it is reported
and the next tagged record is looked for, so that one broken record does not cost the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

FS, GS, RS, US = b"\x1c", b"\x1d", b"\x1e", b"\x1f"
DATA_FIELD = 999
MOST_BYTES = 512 * 1024 * 1024
"""Larger files are refused before they are read."""
_HEAD = re.compile(rb"(\d{1,2})\.0{0,2}1:(\d{1,10})(?=[\x1c\x1d])")
_TAG = re.compile(rb"(\d{1,2})\.(\d{1,3}):")
_NEXT = re.compile(rb"\x1c(?=\d{1,2}\.0{0,2}1:\d{1,10}[\x1c\x1d])")
_BINARY_HEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedRecord:
    """A record of a type, its texts by field number, and the bytes of field 999."""

    kind: int
    texts: Mapping[int, bytes] = field(default_factory=dict)
    data: bytes = b""
    broken: str = ""
    """Why the record cannot be used; empty: it can."""


def records(buffer: bytes) -> Iterator[TaggedRecord]:
    """All records in order, the first one Type-1."""
    first, place = _record(buffer, 0)
    yield first
    if first.kind != 1 or first.broken:
        return
    while place < len(buffer):
        if _HEAD.match(buffer, place):
            found, place = _record(buffer, place)
            yield found
        else:
            place = _after_binary(buffer, place)


def _record(buffer: bytes, place: int) -> tuple[TaggedRecord, int]:
    """The tagged record that begins here, and where the next one does."""
    head = _HEAD.match(buffer, place)
    if head is None:
        return TaggedRecord(kind=0, broken="The file does not begin with a Type-1 record."), len(buffer)
    kind, length = int(head[1]), int(head[2])
    end = place + length
    if length <= len(head[0]) or buffer[end - 1 : end] != FS or not _begins_record(buffer, end):
        following = _NEXT.search(buffer, head.end())
        told = f"Its length field says {length} bytes, but the record does not end there."
        return TaggedRecord(kind=kind, broken=told), following.end() if following else len(buffer)
    return _fields(kind, buffer, place, end - 1), end


def _begins_record(buffer: bytes, place: int) -> bool:
    """Whether a record may begin here: the file ends, or something follows that is no rest of a field."""
    return place == len(buffer) or _HEAD.match(buffer, place) is not None or buffer[place] == 0


def _fields(kind: int, buffer: bytes, place: int, end: int) -> TaggedRecord:
    texts: dict[int, bytes] = {}
    while place < end:
        tag = _TAG.match(buffer, place, end)
        if tag is None or int(tag[1]) != kind:
            return TaggedRecord(kind=kind, texts=texts, broken="It holds a field without a number of its own type.")
        number = int(tag[2])
        if number in texts:
            return TaggedRecord(kind=kind, texts=texts, broken=f"It holds the field {kind}.{number:03d} twice.")
        if number == DATA_FIELD:
            return TaggedRecord(kind=kind, texts=texts, data=buffer[tag.end() : end])
        stop = buffer.find(GS, place, end)
        stop = end if stop < 0 else stop
        texts[number] = buffer[tag.end() : stop]
        place = stop + 1
    return TaggedRecord(kind=kind, texts=texts)


def _after_binary(buffer: bytes, place: int) -> int:
    """Beyond a record of Type 3 to 8, which begins with its length in four bytes; else where a tagged one begins."""
    length = int.from_bytes(buffer[place : place + _BINARY_HEAD], "big")
    if length > _BINARY_HEAD and (place + length == len(buffer) or _HEAD.match(buffer, place + length)):
        return place + length
    following = _NEXT.search(buffer, place)
    return following.end() if following else len(buffer)
