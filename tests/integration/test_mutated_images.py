"""A thousand broken image files through a real import: none crashes it, each is enrolled or refused with a reason."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensic_id.services.import_gallery import import_gallery
from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.library import open_library
from forensic_id.vision.loading import PillowImageLoader
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import FakeFaceEncoder

FILES = 1000
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif", "BMP": ".bmp", "WEBP": ".webp"}

Mutation = Callable[[bytes, np.random.Generator], bytes]


def truncated(data: bytes, random: np.random.Generator) -> bytes:
    return data[: int(random.integers(0, len(data)))]


def bits_flipped(data: bytes, random: np.random.Generator) -> bytes:
    damaged = bytearray(data)
    for position in random.integers(0, len(data), size=int(random.integers(1, 12))):
        damaged[position] ^= 1 << int(random.integers(0, 8))
    return bytes(damaged)


def header_damaged(data: bytes, random: np.random.Generator) -> bytes:
    return random.bytes(16) + data[16:]


def zeroed(data: bytes, random: np.random.Generator) -> bytes:
    start = int(random.integers(0, len(data)))
    return data[:start] + bytes(len(data) - start)


def emptied(data: bytes, random: np.random.Generator) -> bytes:
    return b""


def huge_header(data: bytes, random: np.random.Generator) -> bytes:
    """A PNG that claims to be up to 2^31 pixels wide."""
    width, height = (int(side) for side in random.integers(50_000, 2**31 - 1, size=2))
    content = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    header = struct.pack(">I", 13) + content + struct.pack(">I", zlib.crc32(content))
    return b"\x89PNG\r\n\x1a\n" + header + random.bytes(64)


def noise(data: bytes, random: np.random.Generator) -> bytes:
    return random.bytes(len(data))


def shuffled(data: bytes, random: np.random.Generator) -> bytes:
    middle = int(random.integers(0, len(data)))
    return data[middle:] + data[:middle]


MUTATIONS: tuple[Mutation, ...] = (
    truncated, bits_flipped, header_damaged, zeroed, emptied, huge_header, noise, shuffled,
)  # fmt: skip


def picture(kind: str, random: np.random.Generator) -> bytes:
    pixels = random.integers(0, 256, size=(24, 20, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, format=kind)
    return buffer.getvalue()


def write_mutated_files(folder: Path) -> None:
    random = np.random.default_rng(0)
    kinds, suffixes = list(FORMATS), list(FORMATS.values())
    for number in range(FILES):
        kind = kinds[number % len(kinds)]
        mutate = MUTATIONS[(number // len(kinds)) % len(MUTATIONS)]
        suffix = suffixes[int(random.integers(len(suffixes)))] if number % 7 == 0 else FORMATS[kind]
        (folder / f"file {number:04d}{suffix}").write_bytes(mutate(picture(kind, random), random))


@pytest.mark.timeout(120)
def test_a_thousand_mutated_files_are_enrolled_or_refused_one_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "påtients 写真"
    folder.mkdir()
    write_mutated_files(folder)
    (folder / "whole.png").write_bytes(picture("PNG", np.random.default_rng(1)))
    library = open_library(tmp_path / "library", actor="tester")
    try:
        report = import_gallery(
            folder, library=library, loader=PillowImageLoader(), aligner=FakeFaceAligner(), encoder=FakeFaceEncoder()
        )
        verified = verify_library(library)
    finally:
        library.close()
    assert report.enrolled + report.duplicates + len(report.failures) == FILES + 1
    assert len(report.failures) > FILES / 2
    assert report.enrolled > 1
    assert all(failure.reason.strip() for failure in report.failures)
    assert verified.sound
