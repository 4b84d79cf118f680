"""Make a library of many invented subjects in a short time, for benchmarks.

Run with `python -m tests.benchmarks.large_gallery FOLDER [--subjects 100000]`. Everything goes through storage as in
an import; only the pictures are drawn from a few patterns, the features are random, and nothing waits for the disk.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import numpy as np
from PIL import Image
from rich.console import Console

from forensic_id.composition import Workplace
from forensic_id.core.records import (
    AlignedFace,
    Box,
    FivePoints,
    LoadedImage,
    PhotoDetails,
    QualityFinding,
    SubjectDetails,
    UInt8Array,
)
from forensic_id.storage import photos
from forensic_id.storage.pictures import png_bytes, thumbnail_bytes

PATTERNS = 48
BATCH = 500
TWO_PHOTOS_EVERY = 8
"""Every so many subjects have a second photo."""

_LANDMARKS: FivePoints = ((38.3, 51.7), (73.5, 51.5), (56.0, 71.7), (41.5, 92.4), (70.7, 92.2))
_FIRST = ("Théo", "Zoë", "Łucja", "José", "Søren", "Anna", "Ömer", "花子", "Ольга", "محمد", "Ngọc", "Peter", "Kwame")
_LAST = (
    "Mazuréac",
    "Kowalska",
    "O'Neill",
    "Åberg",
    "Nguyễn",
    "山田",
    "Иванов",
    "García",
    "Smith",
    "Özdemir",
    "Čapek",
)
_SEXES = ("male", "female", "male", "male", "female", "")
_ETHNICITIES = ("White", "Black", "Hispanic", "Asian", "")
_SOURCES = ("county", "state", "federal")

Pattern = tuple[UInt8Array, bytes]


def make_library(folder: Path, subjects: int) -> int:
    """Fill a new library; returns the number of photos."""
    place = Workplace(library=folder, actor="benchmark")
    library = place.library(create=True)
    bundle_id, size = place.bundle_id, place.encoder.feature_size
    generator = np.random.default_rng(0)
    patterns = [_pattern(number) for number in range(PATTERNS)]
    made = 0
    with _quickly():
        for start in range(0, subjects, BATCH):
            owners = list(_photo_owners(start, min(subjects, start + BATCH)))
            features = generator.standard_normal((len(owners), size), dtype=np.float32)
            features /= np.linalg.norm(features, axis=1, keepdims=True)
            with library.transaction():
                for owner, feature in zip(owners, features, strict=True):
                    image = _image(patterns[(owner * 7 + made) % PATTERNS], made)
                    library.gallery.enrol(
                        subject=_subject(owner),
                        photo=_photo(owner, made),
                        image=image,
                        face=_face(image.pixels),
                        perceptual_hash=int(image.sha256[:16], 16),
                        bundle_id=bundle_id,
                        feature=feature,
                    )
                    made += 1
    place.close()
    return made


def _photo_owners(first: int, end: int) -> Iterator[int]:
    """Numbers of subjects, once for each photo."""
    for number in range(first, end):
        yield number
        if number % TWO_PHOTOS_EVERY == 0:
            yield number


def _subject(number: int) -> SubjectDetails:
    return SubjectDetails(
        external_id=f"P-{number:06d}",
        name=f"{_FIRST[number % len(_FIRST)]} {_LAST[number // 3 % len(_LAST)]}" if number % 10 else "",
        sex=_SEXES[number % len(_SEXES)],
        birth_year=1940 + number * 31 % 66 if number % 9 else None,
        ethnicity=_ETHNICITIES[number // 7 % len(_ETHNICITIES)],
    )


def _photo(owner: int, made: int) -> PhotoDetails:
    booked = f"{2000 + made % 25}-{1 + owner % 12:02d}-{1 + owner % 28:02d}" if made % 11 else ""
    return PhotoDetails(booking_date=booked, source=_SOURCES[owner % len(_SOURCES)])


def _pattern(number: int) -> Pattern:
    """A head and shoulders in flat colours, 120 x 150 pixels, and its JPEG."""
    rows, columns = np.mgrid[0:150, 0:120].astype(np.float32)
    generator = np.random.default_rng(number)
    back, skin, cloth, hair = generator.integers(60, 220, (4, 3))
    pixels = np.broadcast_to(back, (150, 120, 3)).copy()
    pixels[((columns - 60) / 55) ** 2 + ((rows - 150) / 45) ** 2 < 1] = cloth
    pixels[((columns - 60) / 34) ** 2 + ((rows - 60) / 44) ** 2 < 1] = hair
    pixels[((columns - 60) / 30) ** 2 + ((rows - 68) / 40) ** 2 < 1] = skin
    for x in (48, 72):
        pixels[(columns - x) ** 2 + (rows - 62) ** 2 < 12] = 30
    buffer = io.BytesIO()
    face = pixels.astype(np.uint8)
    Image.fromarray(face).save(buffer, format="JPEG", quality=80)
    return face, buffer.getvalue()


def _image(pattern: Pattern, number: int) -> LoadedImage:
    """The pattern as a photo of its own: bytes after the end of a JPEG are passed over by readers."""
    pixels, jpeg = pattern
    data = jpeg + number.to_bytes(8, "big")
    return LoadedImage(
        name=f"photo {number:06d}.jpg",
        pixels=pixels,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="image/jpeg",
        original_bytes=data,
    )


def _face(pixels: UInt8Array) -> AlignedFace:
    return AlignedFace(
        crop=pixels[10:122, 4:116],
        box=Box(x=30.0, y=28.0, width=60.0, height=80.0),
        landmarks=_LANDMARKS,
        landmark_source="automatic",
        findings=(QualityFinding(measure="eye distance", value=24.0),),
    )


@contextmanager
def _quickly() -> Iterator[None]:
    """Encode each pattern once; what is invented may be lost in a power cut."""
    with (
        mock.patch.object(photos, "png_bytes", _remembering(png_bytes)),
        mock.patch.object(photos, "thumbnail_bytes", _remembering(thumbnail_bytes)),
        mock.patch.object(os, "fsync", return_value=None),
    ):
        yield


def _remembering(encode: Callable[[UInt8Array], bytes]) -> Callable[[UInt8Array], bytes]:
    known: dict[int, bytes] = {}

    def encoded(pixels: UInt8Array) -> bytes:
        address = int(pixels.ctypes.data)
        if address not in known:
            known[address] = encode(pixels)
        return known[address]

    return encoded


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--subjects", type=int, default=100_000)
    options = parser.parse_args()
    start = time.perf_counter()
    made = make_library(options.folder, options.subjects)
    Console().print(f"{options.subjects:,} subjects, {made:,} photos in {time.perf_counter() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
