"""What the header of a picture says: the facts that a Type-10 record has to repeat, without decoding the picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_JP2, _CODESTREAM = b"\x00\x00\x00\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"
_PNG_COLOURS = {0: "GRAY", 2: "RGB", 3: "RGB", 4: "GRAY", 6: "RGB"}
_JPEG_COLOURS = {1: "GRAY", 3: "YCC"}
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers that begin a frame (ITU-T T.81, table B.1)."""
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """Compression and colour by the codes of NIST SP 500-290 (10.011, 10.012); pixels as stored."""

    compression: str
    width: int
    height: int
    colour: str
    ending: str


def picture_facts(data: bytes) -> PictureFacts | None:
    """The facts; None for anything but JPEG, JPEG 2000 and PNG, or for a header that is cut."""
    readers = ((_PNG, _png), (_JPEG, _jpeg), (_JP2, _jp2), (_CODESTREAM, _codestream))
    for start, read in readers:
        if data.startswith(start):
            try:
                return read(data)
            except (struct.error, IndexError):
                return None
    return None


def _png(data: bytes) -> PictureFacts:
    width, height, _depth, colour = struct.unpack_from(">IIBB", data, 16)
    return PictureFacts(
        compression="PNG", width=width, height=height, colour=_PNG_COLOURS.get(colour, "UNK"), ending=".png"
    )


def _jpeg(data: bytes) -> PictureFacts | None:
    for marker, start in _segments(data):
        if marker in _FRAMES:
            height, width, components = struct.unpack_from(">HHB", data, start + 3)
            return PictureFacts(
                compression="JPEGB" if marker < 0xC3 else "JPEGL",  # noqa: PLR2004 - SOF3 and later are lossless or rarer
                width=width,
                height=height,
                colour=_JPEG_COLOURS.get(components, "UNK"),
                ending=".jpg",
            )
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Markers and where their lengths stand."""
    place = 2
    while data[place] == 0xFF:  # noqa: PLR2004 - the start of a marker
        marker = data[place + 1]
        place += 1 if marker == 0xFF else 2  # noqa: PLR2004 - a fill byte
        if marker not in _BARE and marker != 0xFF:  # noqa: PLR2004 - a fill byte
            yield marker, place
            place += struct.unpack_from(">H", data, place)[0]


def _jp2(data: bytes) -> PictureFacts | None:
    """JPEG 2000 in its file format: the codestream is found by its first two markers (ISO/IEC 15444-1, A.4)."""
    start = data.find(_CODESTREAM)
    return None if start < 0 else _codestream(data, start)


def _codestream(data: bytes, start: int = 0) -> PictureFacts:
    right, lower, left, upper = struct.unpack_from(">IIII", data, start + 8)
    (components,) = struct.unpack_from(">H", data, start + 40)
    return PictureFacts(
        compression="JP2",
        width=right - left,
        height=lower - upper,
        colour={1: "GRAY", 3: "RGB"}.get(components, "UNK"),
        ending=".jp2",
    )
